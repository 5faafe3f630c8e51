"""What the database refuses of reports and editions."""

import pytest
from django.db import IntegrityError, transaction

from panel.enums import Audience, ReportState
from panel.models import Edition, QuarterlyReport
from tests.factories.panel import BUILT_AT, QuarterlyReportFactory, built

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["approved", "issued", "superseded"])
@pytest.mark.parametrize("change", [{"contents": {}}, {"file": "other.pdf"}, {"sha256": "1" * 64}, {"pages": 2}])
def test_edition_cannot_change_once_its_report_is_approved(state: str, change: dict[str, object]) -> None:
    report = built(**{state: True})
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Edition.objects.filter(report=report).update(**change)


def test_edition_cannot_be_deleted_moved_or_added_once_its_report_is_approved() -> None:
    report, other = built(approved=True), built(year=2016)
    edition = report.editions.get(audience=Audience.PUBLIC)
    for change in (
        edition.delete,
        lambda: other.editions.update(report=report),
        lambda: Edition.objects.bulk_create(
            [Edition(report=report, audience="other", contents={}, pages=1, size=1, built_at=BUILT_AT)]
        ),
    ):
        with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
            change()
    assert report.editions.count() == 2


def test_edition_of_a_ready_report_can_be_made_anew() -> None:
    report = built(ready=True)
    assert Edition.objects.filter(report=report).update(pages=3) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": ReportState.READY},
        {"state": ReportState.FAILED},
        {"state": ReportState.BUILDING},
        {"failure": "A reason"},
        {"quarter_number": None},
        {"quarter_number": 5},
        {"version": 2, "change_note": ""},
        {"ready": True, "approved_at": "2018-04-23T10:00Z"},
    ],
)
def test_report_that_breaks_a_rule_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        QuarterlyReportFactory.create(**wrong)


def test_report_has_one_version_in_work_and_one_issued() -> None:
    built(issued=True)
    QuarterlyReportFactory.create(version=2)
    with pytest.raises(IntegrityError, match="panel_report_one_in_work"), transaction.atomic():
        QuarterlyReportFactory.create(version=3)
    with pytest.raises(IntegrityError, match="panel_report_one_issued"), transaction.atomic():
        QuarterlyReportFactory.create(issued=True, version=4)
    assert QuarterlyReport.objects.count() == 2


def test_file_name_says_report_edition_and_version() -> None:
    edition = built(version=2, change_note="More").editions.get(audience=Audience.PUBLIC)
    assert edition.file_name == "quarterly-report-2017-18Q4-public-v2.pdf"
