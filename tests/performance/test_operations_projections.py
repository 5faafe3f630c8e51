"""Projections are made in the background, shown while they fit, archived when published and scored when months come."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.quarters import Quarter
from performance import operations
from performance.enums import AddsUp, MeasureKind, MeasureUnit
from performance.models import ArchivedProjection, QuarterSummary, Series
from performance.projection import COUNTS, PERCENTS, Method, ProjectionRules, project
from performance.queries import summaries as queries
from performance.reporting import ProjectionSeen
from performance.reporting.projecting import Projectable
from performance.tasks import project_ahead, score_projections
from tests.factories.accounts import UserFactory
from tests.factories.performance import MeasureFactory
from tests.factories.reference import DistrictFactory
from tests.performance.readings import (
    APRIL,
    AT,
    MARCH_2016,
    Q3,
    QUIET,
    STEPPED,
    changed,
    history_of,
    refreshed,
    series_in,
    series_of,
)
from tests.performance.test_operations_summaries import in_a_thread

pytestmark = pytest.mark.django_db
TWO_YEARS = (20, 22, 19, 21, 25, 23) * 4


def made(*series: Series, since: date = APRIL) -> None:
    """Every projection that waits."""
    refreshed(*series, since=since)
    while operations.project_ahead():
        pass


def kept(series: Series, quarter: Quarter = Q3) -> Any:
    return QuarterSummary.objects.get(series=series, quarter_starts_on=quarter.start).contents.get("projection")


def test_projection_waits_until_a_worker_has_made_it() -> None:
    series = series_of(TWO_YEARS, first=date(2016, 1, 1))
    refreshed()
    assert kept(series)["made"] is None
    assert history_of(series).projection is None

    assert project_ahead() == 2
    expected = project(TWO_YEARS, months=6, phase_start=0, rules=COUNTS)
    assert expected.method is Method.SEASONAL_NAIVE
    assert kept(series)["made"] == expected.to_dict()
    assert history_of(series).projection == ProjectionSeen(
        date(2018, 1, 1),
        tuple((step.low_80, step.value, step.high_80) for step in expected.steps),
        expected.sentence,
    )
    assert project_ahead() == 0


def test_projection_of_few_months_is_the_usual_range() -> None:
    series = series_of(STEPPED, first=MARCH_2016)
    made(since=MARCH_2016)

    projection = history_of(series).projection
    assert projection is not None
    assert projection.bands == ((Decimal("23.2333"), Decimal("32.1000"), Decimal("40.9667")),) * 6
    assert projection.sentence.startswith("Expected range, not a projection: the 10 months of this phase average 32.1")


def test_projection_of_hardly_any_months_is_none() -> None:
    series = series_of((20, 21, 22), first=date(2017, 10, 1))
    made()

    assert kept(series)["made"]["method"] == Method.NONE
    assert history_of(series).projection is None


def test_projection_is_of_the_forces_charts_that_are_not_rolling_in_the_latest_two_quarters() -> None:
    force, rolling = series_of(), series_of(("80.5",) * 21, survey=True)
    district = series_in(force.measure, QUIET, area={"district": DistrictFactory.create()})
    refreshed()

    assert [kept(series) is None for series in (force, rolling, district)] == [False, True, True]
    assert kept(force, Q3.previous) is not None
    assert kept(force, Q3.previous.previous) is None


def test_projection_stays_while_its_months_do_and_goes_with_the_first_that_changes() -> None:
    series = series_of()
    made()
    before = kept(series)
    refreshed()
    assert kept(series) == before

    changed(series, date(2017, 12, 1), 60)
    assert history_of(series).projection is None
    refreshed()
    assert kept(series)["made"] is None
    assert kept(series)["basis"] != before["basis"]
    assert kept(series, Q3.previous)["made"] is not None


def test_projection_of_what_is_no_longer_projected_stops_waiting() -> None:
    series = series_of(rate=True)
    refreshed()
    measure = series.measure
    measure.kind, measure.unit, measure.rolling_months = MeasureKind.SURVEY, MeasureUnit.PERCENT, 6
    measure.save()

    assert project_ahead() == 2
    assert kept(series) is None


@pytest.mark.parametrize(
    ("values", "measure", "rules"),
    [
        (QUIET, {}, COUNTS),
        (("80.5",) * 21, {"rate": True}, PERCENTS),
        (QUIET, {"unit": MeasureUnit.POUNDS}, ProjectionRules(low_count=None)),
        ((-5, 5, 6) * 7, {"unit": MeasureUnit.POUNDS}, ProjectionRules(low_count=None, floor=None)),
        (
            QUIET,
            {"kind": MeasureKind.LEVEL, "unit": MeasureUnit.MINUTES, "adds_up": AddsUp.NOT},
            ProjectionRules(low_count=None),
        ),
    ],
)
def test_projection_by_what_the_measure_allows(
    values: tuple[Any, ...], measure: dict[str, Any], rules: ProjectionRules
) -> None:
    series = series_of(values, **measure)
    refreshed()

    numbers = tuple(map(float, values))
    assert kept(series)["basis"] == Projectable(numbers, 0, rules).basis


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_one_projects() -> None:
    series_of()
    refreshed()

    with transaction.atomic():
        assert queries.alone(queries.PROJECTING)
        assert in_a_thread(operations.project_ahead) is False


def test_projections_without_summaries_are_none() -> None:
    assert operations.project_ahead() is False
    assert operations.archive_projections(quarter=Q3, published_in="Q3, version 1", by=None, at=AT) == 0
    assert score_projections() == 0


def archived() -> list[tuple[Any, ...]]:
    rows = ArchivedProjection.objects.order_by("series_id", "published_in", "months")
    return [(row.series_id, row.first_month, row.months, row.published_in, len(row.contents["steps"])) for row in rows]


def test_archive_keeps_short_and_medium_of_open_measures_once_for_each_report() -> None:
    user = User.objects.get(pk=UserFactory.create(roles=[Role.COMMISSIONER]).pk)
    open_one, hidden = series_of(), series_of(is_restricted=True)
    series_of((20, 21, 22), first=date(2017, 10, 1))
    made()
    waiting = series_of()
    refreshed(waiting)

    for published_in in ("Q3, version 1", "Q3, version 1", "Q3, version 2"):
        operations.archive_projections(quarter=Q3, published_in=published_in, by=user, at=AT)
    january = date(2018, 1, 1)
    assert archived() == [
        (open_one.pk, january, 3, "Q3, version 1", 3),
        (open_one.pk, january, 6, "Q3, version 1", 6),
        (open_one.pk, january, 3, "Q3, version 2", 3),
        (open_one.pk, january, 6, "Q3, version 2", 6),
    ]
    row = ArchivedProjection.objects.order_by("pk")[1]
    assert (row.contents, row.archived_by, row.archived_at) == (kept(open_one)["made"], user, AT)
    assert hidden.pk != waiting.pk


def test_score_is_given_once_the_last_month_has_come() -> None:
    series = series_of(STEPPED, first=MARCH_2016)
    made(since=MARCH_2016)
    operations.archive_projections(quarter=Q3, published_in="Q3, version 1", by=None, at=AT)
    for month, value in ((1, 30), (2, None), (3, 60)):
        assert operations.score_projections(at=AT) == 0
        more = {} if value else {"status": "not_available", "note": "The system was down"}
        changed(series, date(2018, month, 1), value, **more)

    later = AT.replace(month=4)
    assert operations.score_projections(at=later) == 1
    assert list(ArchivedProjection.objects.order_by("months").values_list("months", "score", "scored_at")) == [
        (3, {"months": 2, "hits_80": 1, "mae": "15.0000", "mase": None}, later),
        (6, None, None),
    ]
    assert operations.score_projections(at=AT) == 0


def test_score_of_a_series_without_new_months_waits() -> None:
    series = series_of()
    made()
    operations.archive_projections(quarter=Q3, published_in="Q3, version 1", by=None, at=AT)
    changed(series_in(series.measure, (), area={"district": DistrictFactory.create()}), date(2018, 6, 1), 20)

    assert operations.score_projections(at=AT) == 0


@pytest.mark.parametrize("more", [2, 9])
def test_archive_asks_the_same_queries_for_one_and_for_many(more: int) -> None:
    def asked(published_in: str) -> int:
        with CaptureQueriesContext(connection) as found:
            operations.archive_projections(quarter=Q3, published_in=published_in, by=None, at=AT)
        return len(found)

    measure = MeasureFactory.create()
    series_in(measure, QUIET)
    made()
    before = asked("One")
    for _ in range(more):
        series_of()
    made()
    assert before == asked("Two")
