"""A reading: the quarter's value and what it is held against."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit
from performance.enums import (
    AddsUp,
    AreaKind,
    AverageChoice,
    Improvement,
    Inclusion,
    MeasureKind,
    MeasureUnit,
    ObservationStatus,
    RuleChoice,
    SignalKind,
)
from performance.models import Series
from performance.reporting import Area, Change, MeasureFacts, MonthValue, PhaseSeen, Reading, SignalSeen
from tests.factories.performance import (
    AnnotationFactory,
    HouseRulesFactory,
    MeasureFactory,
    ObservationFactory,
    PeerGroupFactory,
    PeerMemberFactory,
    PeerStandingFactory,
    PeerValueFactory,
    QuarterFigureFactory,
    SeriesFactory,
    TargetFactory,
)
from tests.factories.reference import DistrictFactory, PolicingAreaFactory, PopulationFactory
from tests.performance.readings import (
    APRIL,
    MARCH_2016,
    Q3,
    QUIET,
    STEPPED,
    changed,
    history_of,
    reading_of,
    series_in,
    series_of,
)

pytestmark = pytest.mark.django_db
OCTOBER, NOVEMBER, DECEMBER = date(2017, 10, 1), date(2017, 11, 1), date(2017, 12, 1)
LAST_FOUR = "the mean of the latest four quarters, this one included (January 2017 to December 2017)"


def texts(*figures: Figure) -> list[str]:
    return [figure.text for figure in figures]


def rate_series(parts: list[tuple[int, int]], first: date = OCTOBER, **measure: Any) -> Series:
    """A share with its numerators and denominators by month."""
    series: Series = SeriesFactory.create(measure=MeasureFactory.create(rate=True, **measure))
    for index, (above, below) in enumerate(parts):
        ObservationFactory.create(
            series=series,
            month=date(first.year, first.month + index, 1),
            value=Decimal(100 * above) / below,
            numerator=above,
            denominator=below,
        )
    return series


def survey_series(values: dict[date, tuple[str, int | None]], **measure: Any) -> Series:
    """A share of people asked, by month with how many."""
    series: Series = SeriesFactory.create(measure=MeasureFactory.create(survey=True, **measure))
    for month, (value, asked) in values.items():
        ObservationFactory.create(series=series, month=month, value=Decimal(value), n=asked)
    return series


def test_reading_whole() -> None:
    series = series_of(STEPPED, first=MARCH_2016, code="robbery", name="Robbery")

    assert reading_of(series) == Reading(
        series_id=series.pk,
        measure=MeasureFacts(
            code="robbery",
            name="Robbery",
            noun="offences",
            definition="",
            group="Preventing crime",
            objective="",
            unit=MeasureUnit.COUNT,
            kind=MeasureKind.COUNT,
            rolling_months=None,
            improvement=Improvement.STABLE,
            improvement_words="Stable",
            inclusion=Inclusion.MONTH_AND_QUARTER,
            source="Westshire Police",
            owner="",
            is_restricted=False,
            is_synthetic=False,
        ),
        area=Area(AreaKind.FORCE, "E23000099", "Westshire force area", "Westshire"),
        quarter=Q3,
        months=(
            MonthValue(OCTOBER, Decimal(33)),
            MonthValue(NOVEMBER, Decimal(31)),
            MonthValue(DECEMBER, Decimal(26)),
        ),
        value=Figure("robbery.value", "October to December 2017", 90, as_at=date(2017, 12, 31)),
        previous=Figure("robbery.previous", "July to September 2017", 98, as_at=date(2017, 9, 30)),
        same_last_year=Figure("robbery.same_last_year", "October to December 2016", 59, as_at=date(2016, 12, 31)),
        average=Figure("robbery.average", "Quarter average", Decimal("89.75"), places=0),
        average_definition=LAST_FOUR,
        change=Change(
            Figure("robbery.change", "Change on the quarter before", -8), Decimal("-8.1633"), "a decrease of 8%"
        ),
        against_average="equal to the quarter average",
        phase=PhaseSeen(
            date(2017, 3, 1),
            DECEMBER,
            Decimal("32.1"),
            Decimal("23.2333"),
            Decimal("40.9667"),
            is_trial=True,
            decision="proposed",
        ),
        signals=(SignalSeen(OCTOBER, SignalKind.SHIFT, "In a run above the mean in October 2017"),),
        is_tested=True,
        sentence=(
            "The average rose from 20 to 32 in March 2017, the first of 8 months in a row above it, which should be "
            "looked into; since then a month usually lies between 24 and 40, a provisional range from 10 months."
        ),
        headline_kind=SignalKind.SHIFT,
        headline="Mean raised, 20 to 33",
        headline_note="A month, from March 2017",
        spark=tuple(map(Decimal, STEPPED)),
        spark_signals=tuple(range(12, 20)),
    )


def test_reading_of_a_measure_without_a_month_in_the_quarter() -> None:
    reading = reading_of(series_of((20, 21, 20, 22, 20, 21), first=date(2017, 4, 1)))

    assert texts(reading.value, reading.previous, reading.same_last_year) == ["not known", "63", "not known"]
    assert (reading.change, reading.against_average, reading.signals) == (None, "", ())
    assert (reading.is_tested, reading.why_not_tested) == (False, "No figures for this quarter")
    assert [month.value for month in reading.months] == [None] * 3


def test_reading_of_a_measure_without_any_figure() -> None:
    history = history_of(SeriesFactory.create())

    assert (history.reading.is_tested, history.reading.why_not_tested) == (False, "No figures for this quarter")
    assert (history.phases, history.signals, history.first, history.rules) == ((), (), OCTOBER, "")
    assert (history.reading.sentence, history.reading.spark) == ("", ())


def test_count_with_a_month_missing_has_no_value_unless_the_force_states_it() -> None:
    series = series_of((20, 22, 19, 21) * 5)  # December 2017 is missing

    assert reading_of(series).value.text == "not known"
    QuarterFigureFactory.create(series=series, value=61)
    assert texts(reading_of(series).value) == ["61"]


def test_count_that_the_force_states_otherwise_is_the_forces_and_says_what_the_months_make() -> None:
    series = series_of((*QUIET[:18], 3650, 3614, 3183))
    QuarterFigureFactory.create(series=series, value=10_448)

    reading = reading_of(series)
    assert reading.value.text == "10,448"
    assert reading.warnings == ("Months add to 10,447; the force states 10,448.",)


def test_count_that_the_force_states_alike_has_no_warning() -> None:
    series = series_of()
    QuarterFigureFactory.create(series=series, value=sum(QUIET[-3:]))

    assert reading_of(series).warnings == ()


def test_rate_is_that_of_the_summed_parts_and_never_the_mean_of_percentages() -> None:
    reading = reading_of(rate_series([(1, 10), (50, 100), (30, 90)]))

    assert (reading.value.text, reading.value.base) == ("40.5%", "81 of 200")


def test_rate_without_its_parts_has_no_value_of_the_quarter() -> None:
    assert reading_of(series_of(("10.5", "11.5", "12.5"), first=OCTOBER, rate=True)).value.text == "not known"


def test_rate_that_the_force_states_to_the_same_precision_agrees() -> None:
    series = rate_series([(1, 10), (50, 100), (30, 90)])
    QuarterFigureFactory.create(series=series, value=41)
    assert reading_of(series).warnings == ()

    other = rate_series([(1, 10), (50, 100), (30, 90)])
    QuarterFigureFactory.create(series=other, value=Decimal("45.5"), numerator=91, denominator=200)
    reading = reading_of(other)
    assert (reading.value.text, reading.value.base) == ("45.5%", "91 of 200")
    assert reading.warnings == ("The parts of the months make 40.5%; the force states 45.5%.",)


def test_change_of_a_percentage_is_in_points() -> None:
    series = rate_series([(50, 100), (50, 100), (50, 100), (53, 100), (53, 100), (53, 100)], first=date(2017, 7, 1))

    change = reading_of(series).change
    assert change is not None
    assert (change.difference.unit, change.difference.text) == (Unit.POINTS, "3.0 points")
    assert (change.percent, change.words) == (None, "an increase of 3.0 points")


def test_level_is_only_known_where_the_force_states_it() -> None:
    series = series_of(
        ("12.5", "13.5", "14.5"),
        first=OCTOBER,
        kind=MeasureKind.LEVEL,
        unit=MeasureUnit.SECONDS,
        adds_up=AddsUp.NOT,
        improvement=Improvement.DECREASE,
    )
    assert reading_of(series).value.text == "not known"

    QuarterFigureFactory.create(series=series, value=Decimal("72.5"))
    assert reading_of(series).value.text == "1 minute 13 seconds"


def test_survey_is_that_of_its_last_month_with_an_interval() -> None:
    reading = reading_of(survey_series({OCTOBER: ("80.0", 300), DECEMBER: ("85.6", 284)}))

    assert (reading.value.text, reading.value.base, reading.n) == ("85.6%", "284 people asked", 284)
    assert reading.interval == (Decimal("81.0"), Decimal("89.2"))
    assert (reading.rests_on_few, reading.is_tested, reading.why_not_tested) == (False, False, "Rolling six months")
    assert reading.phase is None
    assert reading.sentence == (
        "The latest figure is 85.6%, for December 2017; each figure shares months with its neighbours, so they are not "
        "compared; there is no figure for November 2017."
    )


def test_survey_with_its_own_parts_takes_them() -> None:
    series = SeriesFactory.create(measure=MeasureFactory.create(survey=True, rolling_months=24))
    ObservationFactory.create(
        series=series, month=DECEMBER, value=Decimal("85.5634"), numerator=243, denominator=284, n=284
    )

    reading = reading_of(series)
    assert (reading.value.base, reading.interval) == ("243 of 284", (Decimal("81.0"), Decimal("89.2")))
    assert reading.why_not_tested == "Rolling 24 months"


def test_survey_of_neighbouring_quarters_that_share_months_is_not_compared() -> None:
    change = reading_of(survey_series({date(2017, 9, 1): ("87.0", 300), DECEMBER: ("84.0", 300)})).change

    assert change is not None
    assert (change.difference.text, change.words) == ("−3.0 points", "not compared")
    assert change.warning == (
        "The figures for the 6 months to December 2017 and the 6 months to September 2017 share 3 months"
    )


@pytest.mark.parametrize(
    ("asked", "value", "note", "rests_on_few"),
    [
        (29, "not known", "Fewer than 30 people were asked", False),
        (30, "85.6%", "", True),
        (99, "85.6%", "", True),
        (100, "85.6%", "", False),
        (None, "85.6%", "", False),
    ],
)
def test_survey_of_few_people_is_hidden_or_on_trial(
    asked: int | None, value: str, note: str, rests_on_few: bool
) -> None:
    reading = reading_of(survey_series({DECEMBER: ("85.6", asked)}))

    assert (reading.value.text, reading.headline_note, reading.rests_on_few) == (value, note, rests_on_few)
    assert (reading.months[2].value is None) == (reading.spark[-1] is None) == (value == "not known")
    assert (reading.interval is None) == (asked in (None, 29))


def test_survey_that_the_force_states_for_few_people_is_hidden_too() -> None:
    series = survey_series({DECEMBER: ("85.6", 284)})
    QuarterFigureFactory.create(series=series, value=90, n=12)

    reading = reading_of(series)
    assert (reading.value.text, reading.n) == ("not known", 12)
    assert reading.warnings == ()


def test_survey_that_the_force_states_otherwise_says_so() -> None:
    series = survey_series({DECEMBER: ("85.6", 284)})
    QuarterFigureFactory.create(series=series, value=90, n=284)

    assert reading_of(series).warnings == ("The months make 86.0%; the force states 90.0%.",)


def test_survey_of_single_months_is_a_share_like_any_other() -> None:
    measure = MeasureFactory.create(survey=True, rolling_months=1)
    series = SeriesFactory.create(measure=measure)
    for month in (OCTOBER, NOVEMBER, DECEMBER):
        ObservationFactory.create(series=series, month=month, value=50, numerator=20, denominator=40, n=40)

    reading = reading_of(series)
    assert (reading.value.text, reading.value.base) == ("50.0%", "60 of 120")
    assert reading.why_not_tested == "Too few months since October 2017 to say what is usual"


def test_provisional_and_invented_figures_say_so() -> None:
    series = series_of()
    assert (reading_of(series).is_provisional, reading_of(series).has_synthetic) == (False, False)

    changed(series, DECEMBER, 20, status=ObservationStatus.PROVISIONAL)
    changed(series, APRIL, 20, is_synthetic=True)
    reading = reading_of(series)
    assert (reading.is_provisional, reading.has_synthetic) == (True, True)
    assert reading.months[2].status is ObservationStatus.PROVISIONAL


def test_quarter_that_the_force_invented_or_states_as_provisional_says_so() -> None:
    series = SeriesFactory.create()
    QuarterFigureFactory.create(series=series, status=ObservationStatus.PROVISIONAL, is_synthetic=True)

    reading = reading_of(series)
    assert (reading.is_provisional, reading.has_synthetic, reading.why_not_tested) == (
        True,
        True,
        "Figures for whole quarters only",
    )


def test_figures_that_the_force_does_not_give_say_why() -> None:
    series = series_of((20,) * 20)
    because = "The new system cannot supply them yet"
    changed_to = {"value": None, "status": ObservationStatus.NOT_AVAILABLE, "note": because}
    ObservationFactory.create(series=series, month=DECEMBER, **changed_to)

    reading = reading_of(series)
    assert (reading.value.text, reading.months[2]) == (
        "not known",
        MonthValue(DECEMBER, None, ObservationStatus.NOT_AVAILABLE, because),
    )
    assert reading.headline_note == because


@pytest.mark.parametrize(
    ("choice", "expected", "words"),
    [
        (AverageChoice.LATEST_FOUR, "90", LAST_FOUR),
        (
            AverageChoice.PREVIOUS_FOUR,
            "82",
            "the mean of the four quarters before this one (October 2016 to September 2017)",
        ),
        (AverageChoice.PHASE_MEAN, "96", "three times the current monthly average"),
    ],
)
def test_average_by_the_offices_definition(choice: AverageChoice, expected: str, words: str) -> None:
    HouseRulesFactory.create(average=choice)
    reading = reading_of(series_of(STEPPED, first=MARCH_2016))

    assert (reading.average.text, reading.average_definition) == (expected, words)


def test_average_that_the_force_states_stands_only_where_ours_is_missing_or_invented() -> None:
    series = series_of()
    QuarterFigureFactory.create(series=series, value=None, average=91)
    assert reading_of(series).average_definition == LAST_FOUR

    changed(series, date(2017, 1, 1), 20, is_synthetic=True)
    reading = reading_of(series)
    assert (reading.average.text, reading.average_definition) == ("91", "As the force states it")

    short = series_of((20, 20, 20), first=OCTOBER)
    QuarterFigureFactory.create(series=short, value=None, average=91)
    assert reading_of(short).average.text == "91"


@pytest.mark.parametrize(
    ("month", "is_told"),
    [(date(2017, 7, 1), False), (date(2017, 8, 1), True), (DECEMBER, True), (date(2018, 1, 1), False)],
)
def test_change_across_a_new_way_of_recording_has_a_warning(month: date, is_told: bool) -> None:
    series = series_of()
    AnnotationFactory.create(measure=series.measure, month=month, suspends_comparison=True)

    change = reading_of(series).change
    told = f"New recording system in {month:%B %Y}: figures before and after cannot be compared"
    assert change is not None
    assert change.warning == (told if is_told else "")


def test_change_across_a_note_that_suspends_nothing_has_no_warning() -> None:
    series = series_of()
    AnnotationFactory.create(measure=None, month=OCTOBER)

    change = reading_of(series).change
    assert change is not None
    assert change.warning == ""


def test_rate_is_of_the_people_of_every_district_in_the_latest_year_they_are_all_known_for() -> None:
    north = PolicingAreaFactory.create()
    first, second = DistrictFactory.create(policing_area=north), DistrictFactory.create()
    for district, year, value in ((first, 2016, 10_000), (second, 2016, 30_000), (first, 2017, 1), (second, 2018, 1)):
        PopulationFactory.create(district=district, year=year, value=value, source=f"Source {value}")
    measure = MeasureFactory.create(rate_base="residents", code="theft")
    of_force, of_area, of_district = (
        series_in(measure, (10, 10, 20), first=OCTOBER, area=area)
        for area in (None, {"policing_area": north}, {"district": second})
    )

    assert [reading_of(one).rate for one in (of_force, of_area, of_district)] == [
        Figure(
            "theft.rate",
            "Rate per 1,000 people in October to December 2017",
            Decimal("1.00"),
            Unit.RATE,
            "per 1,000 people in October to December 2017; 40,000 people, 2016",
            "Source 10000; Source 30000",
        ),
        Figure(
            f"theft.{reading_of(of_area).area.key}.rate",
            "Rate per 1,000 people in October to December 2017",
            Decimal("40000.00"),
            Unit.RATE,
            "per 1,000 people in October to December 2017; 1 people, 2017",
            "Source 1",
        ),
        Figure(
            f"theft.{reading_of(of_district).area.key}.rate",
            "Rate per 1,000 people in October to December 2017",
            Decimal("1.33"),
            Unit.RATE,
            "per 1,000 people in October to December 2017; 30,000 people, 2016",
            "Source 30000",
        ),
    ]


def test_rate_is_missing_where_nobody_is_counted_or_no_base_is_set() -> None:
    empty = DistrictFactory.create()
    PopulationFactory.create(district=empty, year=2016, value=0)
    measure = MeasureFactory.create(rate_base="residents")
    found = [
        series_in(measure, (10, 10, 20), first=OCTOBER, area={"district": empty}),
        series_in(measure, (10, 10, None), first=OCTOBER, area={"district": DistrictFactory.create()}),
        series_of((10, 10, 20), first=OCTOBER),
    ]
    assert [reading_of(series).rate for series in found] == [None, None, None]


def test_areas_that_do_not_add_up_are_told_month_by_month() -> None:
    north = PolicingAreaFactory.create(name="North Westshire")
    districts = [DistrictFactory.create(policing_area=north) for _ in range(2)]
    measure = MeasureFactory.create()
    force = series_in(measure, (30, 3614, 30), first=OCTOBER)
    area = series_in(measure, (30, 3615, 29), first=OCTOBER, area={"policing_area": north})
    for district, values in zip(districts, [(10, 1000, 10), (20, 2615, None)], strict=True):
        series_in(measure, values, first=OCTOBER, area={"district": district})

    assert reading_of(force).warnings == (
        "Districts add to 3,615 in November 2017; Westshire force area has 3,614.",
        "Policing areas add to 3,615 in November 2017; Westshire force area has 3,614.",
        "Policing areas add to 29 in December 2017; Westshire force area has 30.",
    )
    assert reading_of(area).warnings == ()
    HouseRulesFactory.create(footing_tolerance=1)
    assert reading_of(force).warnings == ()


def test_areas_of_which_one_is_not_kept_are_not_added_up() -> None:
    DistrictFactory.create()
    measure = MeasureFactory.create()
    force = series_in(measure, (30, 30, 30), first=OCTOBER)
    series_in(measure, (10, 10, 10), first=OCTOBER, area={"district": DistrictFactory.create()})

    assert reading_of(force).warnings == ()


@pytest.mark.parametrize(
    ("improvement", "target", "assurance"),
    [
        (Improvement.INCREASE, 100, "consistently fails"),
        (Improvement.DECREASE, 100, "consistently passes"),
        (Improvement.INCREASE, 20, "hit and miss"),
        (Improvement.STABLE, 100, ""),
    ],
)
def test_target_has_its_assurance(improvement: Improvement, target: int, assurance: str) -> None:
    series = series_of(improvement=improvement)
    TargetFactory.create(measure=series.measure, value=target, words="")

    reading = reading_of(series)
    assert (reading.target, reading.assurance) == (str(target), assurance)


def test_target_in_force_is_the_areas_own_before_the_measures_and_of_those_the_latest() -> None:
    series = series_of()
    make = {"measure": series.measure, "value": 80}
    TargetFactory.create(**make, words="Later", starts_on=date(2018, 1, 1))
    TargetFactory.create(**make, words="Over", starts_on=date(2016, 4, 1), ends_on=date(2017, 12, 30))
    assert reading_of(series).target == ""
    TargetFactory.create(**make, words="First", starts_on=date(2016, 5, 1), ends_on=date(2017, 12, 31))
    TargetFactory.create(**make, words="Second", starts_on=date(2017, 4, 1))
    assert reading_of(series).target == "Second"
    TargetFactory.create(**make, words="Of another", series=series_in(series.measure, (), area=_district()))
    TargetFactory.create(**make, words="Own", series=series)
    assert reading_of(series).target == "Own"


def _district() -> dict[str, Any]:
    return {"district": DistrictFactory.create()}


def test_target_without_a_chart_to_hold_it_against_has_no_assurance() -> None:
    series = survey_series({DECEMBER: ("85.6", 284)})
    TargetFactory.create(measure=series.measure)

    assert (reading_of(series).target, reading_of(series).assurance) == ("80% or more", "")


def test_standing_as_a_source_states_it() -> None:
    series = series_of()
    group = PeerGroupFactory.create(name="Most similar group")
    PeerStandingFactory.create(series=series, group=group, month=date(2017, 3, 1), rank=3)
    PeerStandingFactory.create(series=series, group=group, month=date(2017, 6, 1))
    PeerStandingFactory.create(series=series, group=group, month=date(2018, 3, 1), rank=1)

    assert reading_of(series).standing == "6th of 8 in June 2017: Most similar group as of 30 June 2017"


def test_standing_worked_out_from_the_peers_of_that_day() -> None:
    series = series_of(improvement=Improvement.DECREASE)
    group = PeerGroupFactory.create(name="Most similar group")
    own = PeerMemberFactory.create(group=group, force="Westshire", is_own=True)
    values = {"Eastshire": 10, "Northshire": 30, "Gone": 1, "Still to come": 2}
    others = {force: PeerMemberFactory.create(group=group, force=force) for force in values}
    others["Gone"].ends_on = date(2017, 6, 29)
    others["Still to come"].starts_on = date(2017, 7, 1)
    for member in others.values():
        member.save()
        PeerValueFactory.create(series=series, member=member, value=values[member.force])
    PeerValueFactory.create(series=series, member=own, value=20)
    PeerValueFactory.create(series=series, member=own, value=20, month=date(2017, 3, 1))

    assert reading_of(series).standing == "2nd of 3 in June 2017: Most similar group as of 30 June 2017"


@pytest.mark.parametrize(("improvement", "is_own"), [(Improvement.STABLE, True), (Improvement.DECREASE, False)])
def test_standing_is_not_worked_out_without_a_direction_or_our_own_value(
    improvement: Improvement, is_own: bool
) -> None:
    series = series_of(improvement=improvement)
    PeerValueFactory.create(series=series, member=PeerMemberFactory.create(is_own=is_own))

    assert reading_of(series).standing == ""


def test_standing_after_the_quarter_is_not_known_yet() -> None:
    series = series_of(improvement=Improvement.DECREASE)
    PeerValueFactory.create(series=series, month=date(2018, 3, 1))

    assert reading_of(series).standing == ""


def test_signs_of_improvement_in_the_offices_words_or_by_direction() -> None:
    found = [
        reading_of(series_of(**measure)).measure.improvement_words
        for measure in (
            {"improvement": Improvement.INCREASE},
            {"improvement": Improvement.DECREASE, "improvement_words": "Fewer repeats"},
            {"rate": True, "improvement": Improvement.DECREASE},
            {"improvement": Improvement.NONE},
        )
    ]
    assert found == ["More", "Fewer repeats", "Lower", "None set"]


def test_line_only_is_not_tested() -> None:
    reading = reading_of(series_of(STEPPED, first=MARCH_2016, rules=RuleChoice.LINE_ONLY))

    assert (reading.is_tested, reading.why_not_tested) == (False, "Drawn as a line, without limits")
    assert (reading.signals, reading.phase) == ((), None)


def test_spark_is_the_latest_two_years() -> None:
    reading = reading_of(series_of(tuple(range(1, 31)), first=date(2015, 7, 1)))

    assert reading.spark == tuple(map(Decimal, range(7, 31)))


def test_quarter_after_the_figures_still_compares_with_the_year_before() -> None:
    reading = reading_of(series_of(), Quarter(2018, 3))

    assert texts(reading.value, reading.previous, reading.same_last_year) == ["not known", "not known", "60"]
