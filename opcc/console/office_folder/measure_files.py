"""The files of an office folder about the force's performance: measures, what bears on them, and what was said.

The figures themselves stand in files of their own (`FIGURE_FILES`), which the performance app loads as it loads any
other: with its checks, its warnings and a record of the load.
"""

from datetime import UTC, date, datetime, time
from typing import Any

from opcc.console.office_folder.readers import (
    choice,
    day,
    decimal,
    flag,
    month,
    number,
    paragraph,
    quarter,
    several,
    words,
    yes_or_no,
)
from opcc.console.office_folder.tables import Column, FileSpec, Reference
from opcc.core.errors import DomainError
from opcc.reference.enums import PopulationKind
from opcc.reference.models import District, OfficeProfile, PlanObjective, PolicingArea
from performance.enums import (
    AddsUp,
    CommentaryState,
    Improvement,
    Inclusion,
    InclusionChoice,
    MeasureKind,
    MeasureUnit,
    QuestionState,
    RuleChoice,
    SignalKind,
)
from performance.models import (
    Annotation,
    Commentary,
    ForceQuestion,
    Measure,
    PeerGroup,
    PeerMember,
    PeerStanding,
    Series,
    Target,
    TopicGroup,
)

Values = dict[str, Any]
PROVENANCE = (Column("source"), Column("invented", flag, field="is_synthetic"))
AREAS = ("force", "policing_areas", "districts")
MORNING = time(9)


def _refer(column: str, to: str, field: str = "", *, required: bool = True) -> Reference:
    return Reference((column,), to, field or column, (words,), required)


MEASURE = _refer("measure", "measures.csv")
SERIES = _refer("measure", "measures.csv", "series")  # `_for_the_force` makes a series of the measure


def _or_empty(read: Any) -> Any:
    """A choice that may be left empty."""
    return lambda text: read(text) if text else ""


def _or(read: Any, default: str) -> Any:
    """A choice that has a value when it is left empty."""
    return lambda text: read(text) if text else default


def _moment(day_: date | None) -> datetime | None:
    return datetime.combine(day_, MORNING, tzinfo=UTC) if day_ else None


def _with_objective(values: Values, _: OfficeProfile) -> Values:
    """'2.1' is the first objective of the second theme, of the plan that began last."""
    written = values.pop("objective", "")
    if not written:
        return values
    theme, _dot, place = written.partition(".")
    found = PlanObjective.objects.filter(theme__number=theme or 0, number=place or 0) if place.isdigit() else None
    objective = (
        found.order_by("-theme__plan__starts_on", "pk").first() if found is not None and theme.isdigit() else None
    )
    if objective is None:
        raise DomainError(f"objective: the plan has no objective '{written}'. Write theme.objective, for example 2.1.")
    return values | {"objective": objective}


def _keep_for_areas(measure: Measure, extras: Values, _: datetime) -> None:
    """A series for each area the measure is kept for. One that is no longer named stays, with its figures."""
    for kind in extras["areas"] or ():
        if kind == "force":
            force = OfficeProfile.objects.get(pk=1).force_area
            Series.objects.get_or_create(measure=measure, force_area=force, policing_area=None, district=None)
        elif kind == "policing_areas":
            for area in PolicingArea.objects.order_by("pk"):
                Series.objects.get_or_create(measure=measure, force_area=None, policing_area=area, district=None)
        else:
            for district in District.objects.order_by("position", "pk"):
                Series.objects.get_or_create(measure=measure, force_area=None, policing_area=None, district=district)


def _for_the_force(values: Values, office: OfficeProfile) -> Values:
    """These rows are about the force as a whole."""
    measure: Measure = values["series"]
    series = Series.objects.filter(measure=measure, force_area=office.force_area).first()
    if series is None:
        raise DomainError(f"measure: '{measure.code}' is not kept for the force. Add 'force' to its areas.")
    return values | {"series": series}


def _commentary(values: Values, _: OfficeProfile) -> Values:
    written = _moment(values.pop("written_on"))
    return values | {
        "written_at": written,
        "state": CommentaryState.PUBLISHED,
        "published_at": written,
    }


def _question(values: Values, office: OfficeProfile) -> Values:
    answered = bool(values.get("answer"))
    return _for_the_force(values, office) | {
        "state": QuestionState.ANSWERED if answered else QuestionState.ASKED,
        "asked_at": _moment(values["asked_at"]),
        "answer_is_restricted": bool(values.get("answer_is_restricted")) if answered else None,
    }


MEASURE_FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "measure_groups.csv",
        TopicGroup,
        (Column("code", required=True), Column("name", required=True), Column("order", number, field="position")),
        key=("code",),
    ),
    FileSpec(
        "measures.csv",
        Measure,
        (
            Column("measure", field="code", required=True),
            Column("name", required=True),
            Column("noun", required=True),
            Column("definition"),
            Column("objective"),
            Column("order", number, field="position"),
            Column("unit", choice(MeasureUnit), required=True),
            Column("kind", choice(MeasureKind), required=True),
            Column("rolling_months", number),
            Column("improvement", choice(Improvement), required=True),
            Column("improvement_words"),
            Column("inclusion", choice(Inclusion), required=True),
            Column("adds_up", choice(AddsUp), required=True),
            Column("rate_base", _or_empty(choice(PopulationKind))),
            Column("rules", _or(choice(RuleChoice), RuleChoice.OFFICE)),
            Column("owner"),
            Column("restricted", flag, field="is_restricted"),
            *PROVENANCE,
        ),
        key=("measure",),
        references=(_refer("group", "measure_groups.csv"),),
        extras=(Column("areas", several(AREAS), required=True),),
        derive=_with_objective,
        after=_keep_for_areas,
    ),
    FileSpec(
        "targets.csv",
        Target,
        (
            Column("starts_on", day, required=True),
            Column("ends_on", day),
            Column("value", decimal, required=True),
            Column("words"),
            *PROVENANCE,
        ),
        key=("measure", "starts_on"),
        references=(MEASURE,),
    ),
    FileSpec(
        "annotations.csv",
        Annotation,
        (
            Column("month", month, required=True),
            Column("label", required=True),
            Column("text", required=True),
            Column("suspends_comparison", flag),
            *PROVENANCE,
        ),
        key=("measure", "month", "label"),
        references=(_refer("measure", "measures.csv", required=False),),
    ),
    FileSpec("peer_groups.csv", PeerGroup, (Column("group", field="name", required=True), *PROVENANCE), key=("group",)),
    FileSpec(
        "peer_members.csv",
        PeerMember,
        (
            Column("force", required=True),
            Column("own", flag, field="is_own"),
            Column("starts_on", day, required=True),
            Column("ends_on", day),
        ),
        key=("group", "force", "starts_on"),
        references=(_refer("group", "peer_groups.csv"),),
    ),
    FileSpec(
        "peer_standings.csv",
        PeerStanding,
        (
            Column("month", month, required=True),
            Column("rank", number, required=True),
            Column("of", number, required=True),
            Column("average", decimal),
            *PROVENANCE,
        ),
        key=("measure", "group", "month"),
        references=(SERIES, _refer("group", "peer_groups.csv")),
        derive=_for_the_force,
    ),
    FileSpec(
        "commentaries.csv",
        Commentary,
        (
            Column("quarter", quarter, field="quarter_starts_on", required=True),
            Column("written_on", day, required=True),
            Column("summary"),
            Column("text", paragraph),
            Column("restricted_text", paragraph),
            Column("inclusion", _or(choice(InclusionChoice), InclusionChoice.BY_RULE)),
            Column("reason"),
            *PROVENANCE,
        ),
        key=("measure", "quarter"),
        references=(MEASURE,),
        derive=_commentary,
    ),
    FileSpec(
        "questions.csv",
        ForceQuestion,
        (
            Column("question_number", field="reference", required=True),
            Column("quarter", quarter, field="quarter_starts_on", required=True),
            Column("signal", _or_empty(choice(SignalKind))),
            Column("signal_month", month),
            Column("question", paragraph, required=True),
            Column("question_restricted", flag, field="question_is_restricted"),
            Column("asked_on", day, field="asked_at", required=True),
            Column("due_on", day, required=True),
            Column("answer", paragraph),
            Column("answer_restricted", yes_or_no, field="answer_is_restricted"),
            Column("answered_for"),
            Column("answered_on", day),
            *PROVENANCE,
        ),
        key=("question_number",),
        references=(SERIES,),
        derive=_question,
    ),
)
