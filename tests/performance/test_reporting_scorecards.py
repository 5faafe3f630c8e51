"""The scorecard and the lists of readings, read from what is kept of each quarter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit
from performance import reporting
from performance.enums import AddsUp, AreaKind, MeasureKind, MeasureUnit, ObservationStatus
from performance.models import QuarterSummary, Series
from performance.reporting import Area, ScorecardGroup, Tally
from tests.factories.performance import (
    MeasureFactory,
    QuarterSummaryFactory,
    SeriesFactory,
    TopicGroupFactory,
)
from tests.factories.reference import DistrictFactory, PolicingAreaFactory, PopulationFactory
from tests.performance.readings import (
    APRIL,
    MARCH_2016,
    Q3,
    QUIET,
    STEPPED,
    changed,
    reading_of,
    refreshed,
    series_in,
    series_of,
)
from tests.performance.seeing import everything_read

pytestmark = pytest.mark.django_db
CANARY = "Canary of a restricted measure"


def codes(card: reporting.Scorecard | None) -> list[tuple[str, list[str]]]:
    assert card is not None
    return [(group.name, [reading.measure.code for reading in group.readings]) for group in card.groups]


def test_scorecard_is_what_the_histories_say_in_report_order() -> None:
    victims = TopicGroupFactory.create(code="victims", position=0)
    crime = TopicGroupFactory.create(code="crime", position=1)
    theft = series_of(group=crime, position=2, code="theft")
    robbery = series_of(STEPPED, first=MARCH_2016, group=crime, position=1, code="robbery")
    asked = series_of(("80.5",) * 21, group=victims, survey=True, code="satisfaction")
    refreshed(since=MARCH_2016)

    card = reporting.scorecard(Q3, area=None, include_restricted=False)
    assert card == reporting.Scorecard(
        quarter=Q3,
        area=Area(AreaKind.FORCE, "E23000099", "Westshire force area", "Westshire"),
        groups=(
            ScorecardGroup("Victims", (reading_of(asked),)),
            ScorecardGroup("Crime", (reading_of(robbery), reading_of(theft))),
        ),
        includes_restricted=False,
    )
    assert card.tally == Tally(measures=3, with_signal=1, without_signal=1, not_tested=1)
    assert [group.tally for group in card.groups] == [Tally(1, 0, 0, 1), Tally(2, 1, 1, 0)]
    assert (card.has_synthetic, card.has_provisional) == (False, False)


def test_scorecard_says_whether_figures_are_invented_or_provisional() -> None:
    series = series_of()
    changed(series, date(2017, 12, 1), 20, status=ObservationStatus.PROVISIONAL, is_synthetic=True)
    refreshed()

    card = reporting.scorecard(Q3, area=None, include_restricted=False)
    assert card is not None
    assert (card.has_synthetic, card.has_provisional) == (True, True)


def test_scorecard_of_an_area_by_its_code_and_none_of_one_without_measures() -> None:
    north, district = PolicingAreaFactory.create(code="north"), DistrictFactory.create(code="E07000222")
    measure = MeasureFactory.create()
    found = {
        None: series_in(measure, QUIET),
        "north": series_in(measure, QUIET[1:], area={"policing_area": north}),
        "E07000222": series_in(measure, QUIET[2:], area={"district": district}),
    }
    PolicingAreaFactory.create(code="south")
    refreshed()

    for code, series in found.items():
        card = reporting.scorecard(Q3, area=code, include_restricted=False)
        assert card is not None
        assert card.readings == (reading_of(series),)
    assert reporting.scorecard(Q3, area="south", include_restricted=False) is None


def test_scorecard_has_measures_of_which_nothing_is_kept() -> None:
    series = SeriesFactory.create(
        measure=MeasureFactory.create(
            code="response", kind=MeasureKind.LEVEL, unit=MeasureUnit.MINUTES, adds_up=AddsUp.NOT
        )
    )

    card = reporting.scorecard(Q3, area=None, include_restricted=False)
    worked_out = reading_of(series)
    assert card is not None
    assert card.readings == (
        replace(
            worked_out,
            months=(),
            value=Figure("response.value", "October to December 2017", None, Unit.MINUTES),
            previous=Figure("response.previous", "July to September 2017", None, Unit.MINUTES),
            same_last_year=Figure("response.same_last_year", "October to December 2016", None, Unit.MINUTES),
            average=Figure("response.average", "Quarter average", None, Unit.MINUTES),
        ),
    )


def test_scorecard_leaves_out_measures_that_are_not_in_use() -> None:
    series_of(is_active=False)

    assert reporting.scorecard(Q3, area=None, include_restricted=True) is None


def test_restricted_measure_is_never_read_from_the_database_for_others() -> None:
    series_of(code="open")
    hidden = series_of(code="hidden", name=CANARY, is_restricted=True)
    refreshed()

    def all_of_it(*, include_restricted: bool) -> list[object]:
        both = {"include_restricted": include_restricted}
        return [
            reporting.scorecard(Q3, area=None, **both),
            reporting.area_readings(None, Q3, **both),
            reporting.measure_readings("hidden", Q3, **both),
            reporting.history("hidden", None, Q3, **both),
            reporting.histories(["open", "hidden"], None, Q3, **both),
            reporting.area_histories("hidden", Q3, **both),
            reporting.areas(**both),
            reporting.area_table(Q3, **both),
            reporting.quarter(Q3, as_at=date(2018, 1, 28), **both),
        ]

    with everything_read() as seen:
        found = all_of_it(include_restricted=False)
    assert seen
    assert CANARY not in repr(seen)
    assert CANARY not in repr(found)
    assert found[2:4] == [(), None]
    with everything_read() as seen:
        cleared = all_of_it(include_restricted=True)
    assert CANARY in repr(seen)
    assert cleared[2] == (reading_of(hidden),)


def test_areas_with_only_restricted_measures_are_unknown_to_others() -> None:
    measure = MeasureFactory.create(is_restricted=True)
    series_in(measure, QUIET)

    assert reporting.areas(include_restricted=False) == ()
    assert [area.code for area in reporting.areas(include_restricted=True)] == ["E23000099"]


def test_areas_are_in_statutory_order_with_their_kinds() -> None:
    south = PolicingAreaFactory.create(code="south", name="South Westshire")
    north = PolicingAreaFactory.create(code="north", name="North Westshire")
    second = DistrictFactory.create(code="E07000002", name="Second", position=2)
    first = DistrictFactory.create(code="E07000009", name="North Westshire", position=1, policing_area=north)
    DistrictFactory.create()
    measure = MeasureFactory.create()
    for area in (
        {"district": second},
        {"policing_area": south},
        {"district": first},
        {"policing_area": north},
        None,
    ):
        series_in(measure, QUIET, area=area)
    refreshed()

    expected = (
        Area(AreaKind.FORCE, "E23000099", "Westshire force area", "Westshire"),
        Area(AreaKind.POLICING_AREA, "north", "North Westshire policing area", "North Westshire"),
        Area(AreaKind.POLICING_AREA, "south", "South Westshire policing area", "South Westshire"),
        Area(AreaKind.DISTRICT, "E07000009", "North Westshire district", "North Westshire", "north"),
        Area(AreaKind.DISTRICT, "E07000002", "Second district", "Second"),
    )
    assert reporting.areas(include_restricted=False) == expected
    readings = reporting.measure_readings(measure.code, Q3, include_restricted=False)
    assert tuple(reading.area for reading in readings) == expected
    histories = reporting.area_histories(measure.code, Q3, include_restricted=False)
    assert tuple(history.reading for history in histories) == readings


def test_readings_have_rates_by_the_populations_of_today() -> None:
    district = DistrictFactory.create()
    series = series_of(area={"district": district}, rate_base="residents")
    refreshed()
    (before,) = reporting.measure_readings(series.measure.code, Q3, include_restricted=False)
    PopulationFactory.create(district=district, year=2016, value=30_000)

    (after,) = reporting.measure_readings(series.measure.code, Q3, include_restricted=False)
    assert before.rate is None
    assert after.rate is not None
    assert after.rate.value == Decimal("2.00")
    assert after == reading_of(series)


@pytest.mark.parametrize("more", [2, 49])
def test_readings_ask_the_same_queries_for_one_and_for_many(
    more: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    measure = MeasureFactory.create(code="first")
    series_in(measure, QUIET)
    refreshed()

    def asked() -> list[int]:
        counts = []
        for read in (
            lambda: reporting.scorecard(Q3, area=None, include_restricted=False),
            lambda: reporting.area_readings(None, Q3, include_restricted=False),
            lambda: reporting.measure_readings("first", Q3, include_restricted=False),
            lambda: reporting.areas(include_restricted=False),
            lambda: reporting.area_table(Q3, include_restricted=False),
            reporting.latest_quarter,
            reporting.quarters,
        ):
            with CaptureQueriesContext(connection) as queries:
                read()
            counts.append(len(queries))
        return counts

    before = asked()
    for _ in range(more):
        SeriesFactory.create(measure=measure, force_area=None, district=DistrictFactory.create())
        QuarterSummaryFactory.create(series=SeriesFactory.create(measure__rate_base="residents"), contents=_contents())
    assert before == asked() == [4, 4, 4, 3, 4, 1, 1]


def _contents() -> dict[str, object]:
    contents: dict[str, object] = QuarterSummary.objects.get(
        quarter_starts_on=Q3.start, series__measure__code="first"
    ).contents
    return contents


def test_latest_quarter_is_the_last_whose_figures_are_in() -> None:
    assert reporting.latest_quarter() is None
    assert reporting.quarters() == ()

    series = series_of((20,), first=date(2018, 1, 1))
    refreshed()
    assert reporting.latest_quarter() == Quarter(2017, 4)  # not whole yet, but all there is

    series_of((20, 20, 20), first=date(2017, 7, 1))
    refreshed(*Series.objects.exclude(pk=series.pk))
    assert reporting.latest_quarter() == Quarter(2017, 2)
    assert reporting.quarters() == (Quarter(2017, 4), Quarter(2017, 3), Quarter(2017, 2))


def test_history_of_another_areas_code_or_an_unknown_measure_is_none() -> None:
    series = series_of()

    assert reporting.history(series.measure.code, "nowhere", Q3, include_restricted=True) is None
    assert reporting.history("nothing", None, Q3, include_restricted=True) is None


@pytest.mark.parametrize("more", [2, 9])
def test_histories_ask_the_same_queries_for_one_and_for_many(more: int) -> None:
    names = [series_of().measure.code]

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            found = reporting.histories(names, None, Q3, include_restricted=False)
        assert len(found) == len(names)
        return len(queries)

    before = asked()
    for _ in range(more):
        series = series_of((*QUIET[:-1], None), first=APRIL)
        names.append(series.measure.code)
    assert before == asked() == 15
