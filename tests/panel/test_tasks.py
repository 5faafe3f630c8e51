"""The sweep, and what travels through the broker."""

import json
from datetime import timedelta
from typing import Any

import pytest
import redis
from django.db.models.functions import Now

from panel import tasks
from panel.enums import ReportState
from panel.models import QuarterlyReport
from tests.factories.panel import CANARY, QuarterlyReportFactory, a_quarter
from tests.support.servers import PrivateBroker

pytestmark = pytest.mark.django_db


def _left(year: int, **fields: Any) -> QuarterlyReport:
    report = QuarterlyReportFactory.create(year=year)
    QuarterlyReport.objects.filter(pk=report.pk).update(**fields)
    return report


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The reports that a worker was told of."""
    ids: list[int] = []
    monkeypatch.setattr(tasks, "nudge", lambda *, report_id: ids.append(report_id))
    return ids


def test_sweep_reports_tells_of_the_forgotten_and_the_left_behind(told: list[int]) -> None:
    forgotten = _left(2010)
    _left(2011, nudged_at=Now())
    long_ago = _left(2012, nudged_at=Now() - timedelta(minutes=2))
    _left(2013, state=ReportState.BUILDING, lease_until=Now() + timedelta(seconds=20))
    left_behind = _left(2014, state=ReportState.BUILDING, lease_until=Now() - timedelta(seconds=1), nudged_at=Now())
    _left(2015, state=ReportState.FAILED, failure="A reason")
    assert tasks.sweep_reports() == 3
    assert told == [forgotten.pk, long_ago.pk, left_behind.pk]


def test_sweep_reports_tells_of_a_few_at_a_time(told: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "BATCH", 2)
    for year in (2010, 2011, 2012):
        _left(year)
    assert tasks.sweep_reports() == 2


def test_build_report_of_a_report_that_is_gone_does_nothing() -> None:
    tasks.build_report(report_id=0, something_newer=1)
    assert not QuarterlyReport.objects.exists()


def test_draft_quarter_if_due_without_an_office_does_nothing() -> None:
    tasks.draft_quarter_if_due()
    assert not QuarterlyReport.objects.exists()


@pytest.mark.worker
def test_nudge_sends_the_number_of_the_report_and_nothing_else(broker: PrivateBroker) -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()
    assert tasks.nudge(report_id=report.pk) is True
    server = redis.Redis(unix_socket_path=broker.url.removeprefix("redis+socket://"))
    (message,) = server.lrange("celery", 0, -1)
    assert CANARY not in str(message)
    headers = json.loads(message)["headers"]
    assert (headers["task"], headers["kwargsrepr"]) == (
        "panel.tasks.build_report",
        f"{{'report_id': {report.pk}}}",
    )
    report.refresh_from_db()
    assert report.nudged_at is not None
