"""Summaries follow the figures: what is marked is worked out anew, once, and nothing marked is lost."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from threading import Thread
from typing import Any

import pytest
from django.db import connection, transaction

from opcc.core.quarters import Quarter
from performance import operations, reporting
from performance.enums import AddsUp, PhaseState
from performance.models import PhaseChange, QuarterSummary, Series
from performance.queries import summaries as queries
from performance.tasks import refresh_summaries as task
from tests.factories.performance import MeasureFactory, PhaseChangeFactory, QuarterFigureFactory, SeriesFactory
from tests.factories.reference import DistrictFactory, PolicingAreaFactory
from tests.performance.readings import (
    APRIL,
    AT,
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

pytestmark = pytest.mark.django_db
JANUARY = date(2018, 1, 1)


def marks() -> list[date | None]:
    return list(Series.objects.order_by("pk").values_list("stale_from", flat=True))


def mark(*series: Series, month: date = APRIL) -> None:
    operations.mark_stale(series_ids=[one.pk for one in series], month=month)


def kept(series: Series) -> list[tuple[date, bool, bool, bool]]:
    """The summaries of a series: the quarter, and whether it has a value, is tested and has a signal."""
    rows = QuarterSummary.objects.filter(series=series).order_by("quarter_starts_on")
    return list(rows.values_list("quarter_starts_on", "has_value", "is_tested", "has_signal"))


def test_mark_stale_keeps_the_earlier_month() -> None:
    first, second, third = (SeriesFactory.create() for _ in range(3))
    mark(first, month=JANUARY)
    assert operations.mark_stale(series_ids=[first.pk, second.pk], month=APRIL) == 2
    mark(second, month=JANUARY)

    assert marks() == [APRIL, APRIL, None]
    assert third.stale_from is None


def test_refresh_works_out_every_quarter_from_the_first_figure_and_clears_the_mark() -> None:
    series = series_of(STEPPED, first=MARCH_2016)
    mark(series, month=date(2010, 1, 1))

    assert operations.refresh_summaries(at=AT) == 1
    assert kept(series) == [
        (date(2016, 1, 1), False, False, False),
        (date(2016, 4, 1), True, False, False),
        (date(2016, 7, 1), True, True, False),
        (date(2016, 10, 1), True, True, False),
        (date(2017, 1, 1), True, True, True),
        (date(2017, 4, 1), True, True, True),
        (date(2017, 7, 1), True, True, True),
        (date(2017, 10, 1), True, True, True),
    ]
    assert marks() == [None]
    assert {summary.made_at for summary in QuarterSummary.objects.all()} == {AT}
    for quarter in reporting.quarters():
        found = reporting.measure_readings(series.measure.code, quarter, include_restricted=False)
        assert found == (reading_of(series, quarter),)


def test_refresh_again_changes_nothing() -> None:
    series = series_of()
    refreshed()
    before = list(QuarterSummary.objects.order_by("pk").values())

    assert operations.refresh_summaries(at=AT) == 0
    refreshed()
    assert list(QuarterSummary.objects.order_by("pk").values()) == before
    assert len(before) == 7
    assert kept(series)[0][0] == APRIL


def test_refresh_takes_a_revised_month_and_every_quarter_after_it() -> None:
    series = series_of()
    refreshed()
    changed(series, date(2016, 11, 1), 100)
    mark(series, month=date(2016, 11, 1))
    later = AT.replace(day=20)

    assert operations.refresh_summaries(at=later) == 1
    made = QuarterSummary.objects.order_by("quarter_starts_on").values_list("quarter_starts_on", "made_at")
    assert [(start, at == later) for start, at in made] == [
        (date(2016, 4, 1), False),
        (date(2016, 7, 1), False),
        (date(2016, 10, 1), True),
        (date(2017, 1, 1), True),
        (date(2017, 4, 1), True),
        (date(2017, 7, 1), True),
        (date(2017, 10, 1), True),
    ]
    (reading,) = reporting.measure_readings(series.measure.code, Q3, include_restricted=False)
    assert reading.same_last_year.text == "139"
    assert reading == reading_of(series)


def test_refresh_takes_the_series_asked_for_and_so_many_at_most() -> None:
    series = [series_of() for _ in range(3)]
    mark(*series)

    assert operations.refresh_summaries(series_ids=[series[2].pk], at=AT) == 1
    assert marks() == [APRIL, APRIL, None]
    assert operations.refresh_summaries(at=AT, most=1) == 1
    assert operations.refresh_summaries(at=AT, most=2) == 1
    assert marks() == [None] * 3


def test_refresh_of_series_without_figures_keeps_nothing() -> None:
    series = SeriesFactory.create()
    mark(series)
    assert operations.refresh_summaries(at=AT) == 0
    assert marks() == [APRIL]

    mark(series_of())
    assert operations.refresh_summaries(at=AT) == 2
    assert kept(series) == []


def test_refresh_reaches_the_last_quarter_that_the_force_states() -> None:
    series = series_of()
    QuarterFigureFactory.create(series=series, quarter_starts_on=JANUARY, value=61)
    refreshed()

    assert [start for start, has_value, *_ in kept(series) if has_value][-2:] == [date(2017, 10, 1), JANUARY]


def test_refresh_goes_on_with_series_for_which_nothing_came_while_others_went_on() -> None:
    silent, other = series_of(), series_of()
    refreshed()
    changed_months = dict.fromkeys((date(2018, 1, 1), date(2018, 2, 1), date(2018, 3, 1)), 20)
    for month, value in changed_months.items():
        changed(other, month, value)
    mark(other, month=JANUARY)

    assert operations.refresh_summaries(at=AT) == 2
    (reading,) = reporting.measure_readings(silent.measure.code, Quarter(2017, 4), include_restricted=False)
    assert (reading.value.text, reading.previous.text) == ("not known", "60")
    assert operations.refresh_summaries(at=AT) == 0


def test_refresh_of_a_part_takes_the_wholes_that_it_is_a_part_of() -> None:
    north, south = PolicingAreaFactory.create(), PolicingAreaFactory.create()
    district = DistrictFactory.create(policing_area=north)
    measure = MeasureFactory.create()
    force = series_in(measure, QUIET)
    of_north = series_in(measure, QUIET, area={"policing_area": north})
    of_south = series_in(measure, QUIET, area={"policing_area": south})
    part = series_in(measure, QUIET, area={"district": district})
    lone = series_in(measure, QUIET, area={"district": DistrictFactory.create()})
    others = [series_of(), series_in(MeasureFactory.create(adds_up=AddsUp.NOT), QUIET, area={"district": district})]
    refreshed()

    changed(part, date(2017, 12, 1), 90)
    mark(part, month=date(2017, 12, 1))
    mark(others[1], month=date(2017, 12, 1))
    later = AT.replace(day=20)
    assert operations.refresh_summaries(at=later) == 4
    anew = QuarterSummary.objects.filter(made_at=later).values_list("series_id", flat=True)
    assert set(anew) == {force.pk, of_north.pk, part.pk, others[1].pk}
    for series in (force, of_north, of_south, part, lone):
        found = reporting.measure_readings(measure.code, Q3, include_restricted=False)
        assert reading_of(series) in found
    assert reading_of(of_north).warnings == (f"Districts add to 90 in December 2017; {of_north.area_name} has 20.",)


def test_refresh_proposes_what_the_chart_began_and_keeps_what_is_on_record() -> None:
    proposed, decided = (series_of(STEPPED, first=MARCH_2016) for _ in range(2))
    earlier = PhaseChangeFactory.create(series=decided, state=PhaseState.CONFIRMED, decided_at=AT, reason="Lasting")
    series_of()
    refreshed(since=MARCH_2016)
    refreshed(since=MARCH_2016)

    run = (date(2017, 3, 1), date(2017, 10, 1), Decimal(20), Decimal(33))
    names = ("series_id", "effective_from", "detected_on", "old_mean", "new_mean", "state")
    assert list(PhaseChange.objects.order_by("series_id").values_list(*names)) == [
        (proposed.pk, *run, PhaseState.PROPOSED.value),
        (decided.pk, *run, PhaseState.CONFIRMED.value),
    ]
    assert PhaseChange.objects.get(series=decided) == earlier


def test_figures_changed_marks_all_or_those_of_some_measures_from_the_first_quarter() -> None:
    first, second = series_of(), series_of()
    assert operations.figures_changed() == 0
    assert marks() == [None, None]

    refreshed()
    assert operations.figures_changed(measures=[second.measure_id]) == 1
    assert marks() == [None, APRIL]
    assert operations.figures_changed() == 2
    assert marks() == [APRIL, APRIL]
    assert first.measure_id != second.measure_id


def test_task_works_until_nothing_is_stale() -> None:
    mark(*(series_of() for _ in range(2)))

    assert task() == 2
    assert marks() == [None, None]


def in_a_thread(act: Callable[[], Any]) -> Any:
    """What another connection answers meanwhile."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(act())
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join(timeout=20)
    assert found, "the other connection waits"
    return found[0]


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_one_works_and_the_other_leaves() -> None:
    mark(series_of())

    with transaction.atomic():
        assert queries.alone(queries.REFRESHING)
        assert in_a_thread(lambda: operations.refresh_summaries(at=AT)) == 0
    assert in_a_thread(lambda: operations.refresh_summaries(at=AT)) == 1


@pytest.mark.django_db(transaction=True)
def test_series_that_a_load_is_marking_is_left_to_the_next_time() -> None:
    loading, other = series_of(), series_of()
    mark(loading, other)

    with transaction.atomic():
        mark(loading, month=MARCH_2016)
        assert in_a_thread(lambda: operations.refresh_summaries(at=AT)) == 1
    assert marks() == [MARCH_2016, None]
    assert operations.refresh_summaries(at=AT) == 1


@pytest.mark.django_db(transaction=True)
def test_refresh_that_fails_leaves_every_mark() -> None:
    mark(series_of())

    with transaction.atomic():
        assert operations.refresh_summaries(at=AT) == 1
        transaction.set_rollback(True)  # as when the power goes
    assert marks() == [APRIL]
    assert QuarterSummary.objects.count() == 0
