"""Decisions of the Commissioner as the public list, its files and the pack read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, F, Q, QuerySet, TextField, Value, When

from panel.decision_numbers import DecisionNumber
from panel.enums import DecisionState, MeetingState
from panel.models import Decision, DecisionAttachment, PanelMeeting, Recommendation, withheld_words
from panel.querysets import DecisionQuerySet

WORDS = ("title", "summary", "lead", "joint_with", "source")
FACTS = ("reference", "state", "decided_on", "is_significant", "published_at", "is_synthetic")
GROUND = ("exemption__sections", "exemption__public_words")


@dataclass(frozen=True)
class DecisionLine:
    """A decision in a list. Of one that is withheld there is no word but what its exemption tells the public."""

    reference: str
    title: str
    summary: str
    lead: str
    state: DecisionState
    decided_on: date | None
    joint_with: str
    is_significant: bool
    published_at: datetime
    source: str
    is_synthetic: bool
    withheld: str = ""  # 'Withheld under section 40(2) (personal information) of the Freedom of Information Act 2000'


@dataclass(frozen=True)
class DecisionPage:
    """A decision with all that the public reads of it."""

    row: Decision
    recommendation: Recommendation | None
    attachments: tuple[DecisionAttachment, ...]


def public_values(rows: DecisionQuerySet) -> "QuerySet[Decision, dict[str, Any]]":
    """What a list shows of published rows. Words of withheld ones are not selected: the database sends none."""
    shown = {
        f"shown_{name}": Case(When(exemption=None, then=F(name)), default=Value(""), output_field=TextField())
        for name in WORDS
    }
    found: QuerySet[Decision, dict[str, Any]] = rows.published().annotate(**shown).values(*FACTS, *GROUND, *shown)
    return found


def decision_lines(values: Iterable[dict[str, Any]]) -> tuple[DecisionLine, ...]:
    """The rows of `public_values` as lines."""
    return tuple(_line(row) for row in values)


def _line(row: dict[str, Any]) -> DecisionLine:
    sections = row["exemption__sections"]
    words = {name: row[f"shown_{name}"] for name in WORDS}
    if sections:
        words["title"] = row["exemption__public_words"]
    return DecisionLine(
        **words,
        **{name: row[name] for name in FACTS if name != "state"},
        state=DecisionState(row["state"]),
        withheld=withheld_words(sections) if sections else "",
    )


def public_decision(number: DecisionNumber) -> DecisionPage | None:
    """The decision of this number, if the public may read it. Three queries at most."""
    rows = Decision.objects.public().select_related("term")
    row = rows.filter(term__prefix=number.prefix, term__number=number.term, sequence=number.sequence).first()
    if row is None:
        return None
    asked = Recommendation.objects.public().filter(pk=row.recommendation_id).first() if row.recommendation_id else None
    return DecisionPage(row, asked, tuple(DecisionAttachment.objects.public().filter(decision=row).order_by("pk")))


def decision_years() -> list[int]:
    """Years in which published decisions were made, the latest first. One query."""
    return [day.year for day in Decision.objects.published().dates("decided_on", "year", order="DESC")]


def decisions_between(since: date | None, until: date) -> tuple[DecisionLine, ...]:
    """For the Panel: what was decided in a period, both days inside, and what was in progress at its end. One query.

    A decision whose day is not recorded counts by the day it was registered. Those that are withheld have their number
    and the section alone.
    """
    days = {"lte": until} if since is None else {"gte": since, "lte": until}
    made = Q(state=DecisionState.DECIDED) & _counts(**days)
    going_on = Q(state=DecisionState.IN_PROGRESS) & (Q(registered_on=None) | Q(registered_on__lte=until))
    rows = Decision.objects.published().filter(made | going_on)
    return decision_lines(public_values(rows.order_by("term__number", "term__prefix", "sequence")))


def _counts(**days: date) -> Q:
    """Its own day lies so, or, where that is not recorded, the day it was registered."""
    own = {f"decided_on__{lies}": day for lies, day in days.items()}
    other = {f"registered_on__{lies}": day for lies, day in days.items()}
    return Q(**own) | Q(decided_on=None, **other)


def last_met_before(meeting: PanelMeeting) -> date | None:
    """The day on which the whole Panel met last before a meeting. One query."""
    before = PanelMeeting.objects.filter(group=None, state=MeetingState.HELD, held_on__lt=meeting.held_on)
    return before.order_by("-held_on").values_list("held_on", flat=True).first()


def decisions_for(meeting: PanelMeeting) -> list[str]:
    """Numbers of open decisions of significant public interest since the Panel last met. Two queries."""
    last = last_met_before(meeting)
    rows = Decision.objects.public().significant().filter(state=DecisionState.DECIDED)
    rows = rows.filter(_counts(lte=meeting.held_on))
    if last is not None:
        rows = rows.filter(_counts(gt=last))
    return list(rows.order_by("term__number", "term__prefix", "sequence").values_list("reference", flat=True))
