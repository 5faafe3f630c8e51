"""What pages read beside readings: drawings, targets, revisions, warnings, remarks, measures, rules in force."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from opcc.core.quarters import Quarter
from opcc.documents import charts
from performance import reporting
from performance.control_chart import RUN_OF_EIGHT
from performance.enums import (
    CommentaryState,
    LoadState,
    MeasureKind,
    MeasureUnit,
    ObservationStatus,
    QuestionState,
    RuleChoice,
    Severity,
    SignalKind,
)
from performance.models import LoadProblem, Observation, Series
from performance.reporting import (
    AnnotationSeen,
    MonthValue,
    PhaseSeen,
    ProjectionSeen,
    Reading,
    SeriesHistory,
    SignalSeen,
    beside,
    catalogue,
)
from performance.reporting.drawn import control_series, invented_to
from performance.reporting.in_force import RuledMeasure, RulesInForce, rules_in_force
from performance.reporting.remarks import UNKNOWN, QuestionSeen, Remarks, remarks
from tests.factories.performance import (
    LOADED_AT,
    CommentaryFactory,
    ForceQuestionFactory,
    HouseRulesFactory,
    LoadFactory,
    MeasureFactory,
    ObservationFactory,
    SeriesFactory,
    TargetFactory,
    months_of,
)
from tests.factories.reference import DistrictFactory

pytestmark = pytest.mark.django_db

Q3 = Quarter(2017, 3)
OCTOBER, NOVEMBER, DECEMBER = date(2017, 10, 1), date(2017, 11, 1), date(2017, 12, 1)


@pytest.fixture
def series(db: None) -> Series:
    return SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))


@pytest.fixture
def reading(series: Series) -> Reading:
    """Of a quarter that nothing is known of: what stands beside it does not depend on its numbers."""
    (found,) = reporting.measure_readings("robbery", Q3, include_restricted=True)
    return found


def history_of(reading: Reading, *values: int | None, **more: Any) -> SeriesHistory:
    months = tuple(
        MonthValue(date(2017, 10 + index, 1), None if value is None else Decimal(value))
        for index, value in enumerate(values)
    )
    return SeriesHistory(reading, OCTOBER, months, more.pop("phases", ()), more.pop("signals", ()), **more)


def as_unit(reading: Reading, unit: MeasureUnit, kind: MeasureKind) -> Reading:
    return replace(reading, measure=replace(reading.measure, unit=unit, kind=kind))


# --- the drawing ------------------------------------------------------------------------------------


def test_control_series_carries_everything_that_is_drawn(reading: Reading) -> None:
    history = history_of(
        reading,
        31,
        None,
        26,
        phases=(
            PhaseSeen(OCTOBER, OCTOBER, Decimal(31), None, None),
            PhaseSeen(NOVEMBER, DECEMBER, Decimal("26.5"), Decimal(20), Decimal(33), is_trial=True),
        ),
        signals=(SignalSeen(DECEMBER, SignalKind.LOW, "Below"),),
        annotations=(
            AnnotationSeen(NOVEMBER, "New system", "Text"),
            AnnotationSeen(date(2016, 1, 1), "Before the chart", "Text"),
        ),
        projection=ProjectionSeen(date(2018, 1, 1), ((Decimal(20), Decimal(26), Decimal(32)),), "Sentence"),
    )

    assert control_series(history) == charts.ControlSeries(
        OCTOBER,
        (31.0, None, 26.0),
        (charts.Phase(0, 1, 31.0, None, None), charts.Phase(1, 3, 26.5, 20.0, 33.0, trial=True)),
        signals=(charts.Signal(2, "L"),),
        annotations=(charts.Annotation(1, "New system"),),
        projection=charts.Projection(((20.0, 26.0, 32.0),)),
    )


@pytest.mark.parametrize(
    ("unit", "kind", "expected"),
    [
        (MeasureUnit.COUNT, MeasureKind.COUNT, (90.0, 0, "")),
        (MeasureUnit.POUNDS, MeasureKind.COUNT, (90.0, 0, "")),
        (MeasureUnit.PERCENT, MeasureKind.RATE, (90.0, 1, "%")),
        (MeasureUnit.RATE, MeasureKind.RATE, (90.0, 2, "")),
        (MeasureUnit.MINUTES, MeasureKind.LEVEL, (90.0, 1, " min")),
        (MeasureUnit.SECONDS, MeasureKind.LEVEL, (1.5, 1, " min")),
    ],
)
def test_control_series_in_the_unit_of_the_measure_seconds_in_minutes(
    reading: Reading, unit: MeasureUnit, kind: MeasureKind, expected: tuple[float, int, str]
) -> None:
    found = control_series(history_of(as_unit(reading, unit, kind), 90))

    value, places, suffix = expected
    assert found == charts.ControlSeries(OCTOBER, (value,), (), places=places, suffix=suffix)


def test_control_series_of_no_value_is_none(reading: Reading) -> None:
    assert control_series(history_of(reading, None, None)) is None


@pytest.mark.parametrize(
    ("invented", "last"),
    [("", None), ("x", 0), ("xx.", 1), (".x", None), ("x.x", None), ("x-x.", 2), ("--", None)],
)
def test_invented_months_are_named_where_they_come_first(invented: str, last: int | None) -> None:
    months = [
        MonthValue(date(2017, index + 1, 1), None if mark == "-" else Decimal(1), is_synthetic=mark == "x")
        for index, mark in enumerate(invented)
    ]
    assert invented_to(months) == last


# --- beside the figures -----------------------------------------------------------------------------


def test_targets_of_the_measure_and_the_series_latest_first(series: Series, reading: Reading) -> None:
    other = SeriesFactory.create(measure=series.measure, force_area=None, district=DistrictFactory.create())
    TargetFactory.create(measure=series.measure, value=80, words="", starts_on=date(2016, 4, 1))
    TargetFactory.create(
        measure=series.measure, series=series, words="Fewer", starts_on=date(2017, 4, 1), ends_on=date(2018, 3, 31)
    )
    TargetFactory.create(measure=series.measure, series=other, starts_on=date(2017, 5, 1))
    TargetFactory.create()

    assert beside.targets(reading) == (
        beside.TargetSeen("Fewer", date(2017, 4, 1), date(2018, 3, 31)),
        beside.TargetSeen("80", date(2016, 4, 1), None),
    )


def test_revisions_follow_each_figure_to_the_one_that_took_its_place(series: Series, reading: Reading) -> None:
    first, second, third = (
        LoadFactory.create(replaces=replaces, reason="Late" if replaces else "") for replaces in (False, True, True)
    )
    months_of(series, date(2017, 9, 1), [20, 34, 37], load=first)
    of_october = Observation.objects.filter(series=series, month=OCTOBER)
    of_october.update(superseded_by=second)
    again = ObservationFactory.create(series=series, month=OCTOBER, value=Decimal("35.5"), load=second)
    Observation.objects.filter(pk=again.pk).update(superseded_by=third)
    ObservationFactory.create(
        series=series,
        month=OCTOBER,
        value=None,
        status=ObservationStatus.NOT_AVAILABLE,
        note="Withdrawn",
        load=third,
    )

    assert beside.revisions(reading, DECEMBER) == (
        beside.Revision(OCTOBER, Decimal(34), Decimal("35.5"), LOADED_AT, "Late"),
        beside.Revision(OCTOBER, Decimal("35.5"), None, LOADED_AT, "Late"),
    )
    assert beside.revisions(reading, date(2017, 9, 30)) == ()


def test_load_warnings_of_the_quarter_each_once(series: Series, reading: Reading) -> None:
    loaded = LoadFactory.create()
    refused = LoadFactory.create(state=LoadState.REFUSED, error_count=1)
    other = SeriesFactory.create()
    for load, severity, month, message, about in (
        (loaded, Severity.WARNING, NOVEMBER, "Far outside", series),
        (loaded, Severity.WARNING, OCTOBER, "Does not add up", series),
        (loaded, Severity.WARNING, DECEMBER, "Far outside", series),
        (loaded, Severity.WARNING, date(2017, 9, 1), "Before", series),
        (loaded, Severity.WARNING, OCTOBER, "Of another", other),
        (refused, Severity.WARNING, OCTOBER, "Never came", series),
        (refused, Severity.ERROR, OCTOBER, "An error", series),
    ):
        LoadProblem.objects.create(load=load, severity=severity, month=month, message=message, series=about)

    assert beside.load_warnings(reading) == ("Does not add up", "Far outside")


# --- what was said and asked ----------------------------------------------------------------------------


def test_remarks_put_figures_in_place_and_keep_restricted_parts_for_those_who_may(
    series: Series, reading: Reading, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    CommentaryFactory.create(
        measure=series.measure,
        text="There were {{ value }}.\n\n{{ gone }} fell.\n",
        restricted_text="In one street.",
        state=CommentaryState.PUBLISHED,
        published_at=LOADED_AT,
    )
    asked: dict[str, Any] = {"series": series, "asked_at": LOADED_AT, "due_on": date(2018, 1, 26)}
    ForceQuestionFactory.create(**asked, reference="Q-1", state=QuestionState.ASKED, question="Why?")
    ForceQuestionFactory.create(
        **asked,
        reference="Q-2",
        state=QuestionState.CLOSED,
        question="Where?",
        question_is_restricted=True,
        closed_at=LOADED_AT,
        closed_note="Asked at the meeting",
    )
    ForceQuestionFactory.create(series=series, reference="Q-3")
    ForceQuestionFactory.create(**asked, reference="Q-4", state=QuestionState.ASKED, quarter_starts_on="2017-07-01")
    open_question = QuestionSeen(
        "Q-1", "Why?", date(2018, 1, 12), date(2018, 1, 26), "", "", None, "", is_restricted=False
    )

    with django_assert_num_queries(2):
        public = remarks(reading, {"value": "97"}, include_restricted=False)
    cleared = remarks(reading, {"value": "97"}, include_restricted=True)

    said = ("There were 97.", UNKNOWN)
    assert public == Remarks(said, (), (open_question,))
    assert not public.has_restricted
    assert cleared == Remarks(
        said,
        ("In one street.",),
        (
            QuestionSeen(
                *("Q-2", "Where?", date(2018, 1, 12), date(2018, 1, 26), "", "", None, "Asked at the meeting"),
                is_restricted=True,
            ),
            open_question,
        ),
    )
    assert cleared.has_restricted
    assert Remarks(questions=cleared.questions).has_restricted


def test_remarks_of_a_draft_are_none(series: Series, reading: Reading) -> None:
    CommentaryFactory.create(measure=series.measure)
    assert remarks(reading, {}, include_restricted=True) == Remarks()


# --- measures and rules ---------------------------------------------------------------------------------


def test_measures_are_those_in_use_that_are_kept_somewhere_in_report_order(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for code, position, more in (
        ("second", 2, {}),
        ("first", 1, {}),
        ("secret", 3, {"is_restricted": True}),
        ("gone", 4, {"is_active": False}),
    ):
        SeriesFactory.create(measure=MeasureFactory.create(code=code, position=position, **more))
    MeasureFactory.create(code="nowhere")

    with django_assert_num_queries(1):
        assert [each.code for each in catalogue.measures(include_restricted=False)] == ["first", "second"]
    assert [each.code for each in catalogue.measures(include_restricted=True)] == ["first", "second", "secret"]


def test_rules_in_force_without_a_choice_are_the_defaults(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        found = rules_in_force(include_restricted=False)

    assert found == RulesInForce(
        rules=RUN_OF_EIGHT,
        screens=False,
        average="Mean of the latest four quarters, this one included",
        percent_from=20,
        stable_within=Decimal(2),
        survey_hidden_below=30,
        survey_trial_below=100,
        question_days=10,
        own_rules=(),
        rolling=(),
    )


def test_rules_in_force_name_the_measures_that_depart_from_them() -> None:
    HouseRulesFactory.create(rule_set=RuleChoice.NHS, run_length=9)
    MeasureFactory.create(code="robbery", name="Robbery", rules=RuleChoice.RUN_OF_EIGHT)
    MeasureFactory.create(code="secret", rules=RuleChoice.LINE_ONLY, is_restricted=True)
    MeasureFactory.create(survey=True, code="satisfaction", name="Satisfaction")

    found = rules_in_force(include_restricted=False)

    assert (found.rules.name, found.rules.run) == ("NHS Making Data Count", 9)
    assert found.own_rules == (RuledMeasure("Robbery", "robbery", "Run of eight, with re-basing"),)
    assert found.rolling == (RuledMeasure("Satisfaction", "satisfaction", "The office’s rules"),)
    assert len(rules_in_force(include_restricted=True).own_rules) == 2
