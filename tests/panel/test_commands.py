"""manage.py quarterly_report and ambassadors_annual_report."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from panel.enums import Audience, ReportState
from panel.management import report_command
from panel.models import QuarterlyReport
from tests.factories.panel import PDF, QuarterlyReportFactory, a_quarter, built, the_office
from tests.support.pdf import all_text

pytestmark = pytest.mark.django_db


def _run(command: str, *args: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, *args, stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("state", ["ready", "approved", "issued"])
def test_quarterly_report_reuses_what_stands(tmp_path: Path, state: str) -> None:
    report = built(**{state: True})
    file = tmp_path / "q4.pdf"
    said = _run("quarterly_report", "2017-18Q4", out=str(file))
    assert file.read_bytes() == PDF
    assert said.startswith(f"{file}: Quarterly report, January to March 2018, version 1, public edition, 1 pages")
    assert list(tmp_path.glob(".q4*")) == []
    report.refresh_from_db()
    assert report.state == state


def test_quarterly_report_writes_a_restricted_edition_for_its_owner_only(tmp_path: Path) -> None:
    built(ready=True)
    file = tmp_path / "q4.pdf"
    _run("quarterly_report", "2017-18Q4", out=str(file), edition="restricted")
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("quarterly_report", "2017-18Q5"), "'2017-18Q5' is not a quarter. Write it as 2017-18Q3"),
        (("quarterly_report", "2017-19Q1"), "Write 2017-18Q1"),
        (("quarterly_report", "9998-99Q4"), "Choose a quarter that is over"),
        (("ambassadors_annual_report", "3000"), "Choose a year"),
        (("ambassadors_annual_report", "99999"), "Choose a year"),
        (("ambassadors_annual_report", "2014", "--periods", "2014", "2015"), "is not a period"),
        (("quarterly_report", "2017-18Q4", "--edition", "secret"), "invalid choice"),
        (("quarterly_report", "2017-18Q4", "--meeting", "soon"), "invalid"),
    ],
)
def test_commands_refuse_bad_input_in_one_line(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    the_office()
    with pytest.raises(CommandError, match=words.replace("(", r"\(")) as refused:
        _run(*args, "--out", str(tmp_path / "x.pdf"))
    assert "\n" not in str(refused.value)
    assert list(tmp_path.glob("*.pdf")) == []
    assert not QuarterlyReport.objects.exists()


def test_quarterly_report_into_a_folder_that_is_not_there_asks_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="does not exist"):
        _run("quarterly_report", "2017-18Q4", out=str(tmp_path / "no" / "x.pdf"))


def test_quarterly_report_whose_stored_file_changed_says_what_to_do(tmp_path: Path) -> None:
    report = built(ready=True)
    Path(report.editions.get(audience=Audience.PUBLIC).file.path).write_bytes(b"something else")
    with pytest.raises(CommandError, match="--rebuild"):
        _run("quarterly_report", "2017-18Q4", out=str(tmp_path / "x.pdf"))
    report.editions.all().delete()
    with pytest.raises(CommandError, match="--rebuild"):
        _run("quarterly_report", "2017-18Q4", out=str(tmp_path / "x.pdf"))


def test_quarterly_report_without_a_worker_says_what_to_do_and_keeps_the_request(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    the_office()
    settings.LOCAL = False
    monkeypatch.setattr(report_command, "SWEEP_EVERY", 0.0)
    with pytest.raises(CommandError, match="start a worker"):
        _run("quarterly_report", "2017-18Q4", out=str(tmp_path / "x.pdf"), timeout=0.3)
    assert QuarterlyReport.objects.get().state == ReportState.QUEUED
    with pytest.raises(CommandError, match="start a worker"):
        _run("quarterly_report", "2017-18Q4", out=str(tmp_path / "x.pdf"), timeout=0.3)
    assert QuarterlyReport.objects.count() == 1


def test_quarterly_report_with_rebuild_of_an_issued_one_asks_what_changed(tmp_path: Path) -> None:
    built(issued=True)
    with pytest.raises(CommandError, match="say what changed"):
        _run("quarterly_report", "2017-18Q4", out=str(tmp_path / "x.pdf"), rebuild=True)


@pytest.mark.parametrize("state", ["approved", "issued"])
def test_quarterly_report_for_another_meeting_of_one_that_is_frozen_says_so(tmp_path: Path, state: str) -> None:
    built(**{state: True})
    with pytest.raises(CommandError, match="for another meeting or other periods"):
        _run("quarterly_report", "2017-18Q4", "--item", "9", "--out", str(tmp_path / "x.pdf"))
    _run("quarterly_report", "2017-18Q4", "--item", "4", "--meeting", "2018-06-21", "--out", str(tmp_path / "x.pdf"))
    assert (tmp_path / "x.pdf").read_bytes() == PDF


@pytest.mark.worker
@pytest.mark.django_db(transaction=True)
def test_quarterly_report_for_another_meeting_is_built_again(tmp_path: Path, celery_worker: int) -> None:
    a_quarter()
    built(ready=True)
    file = tmp_path / "q4.pdf"
    _run("quarterly_report", "2017-18Q4", "--meeting", "2018-09-20", "--out", str(file), timeout=120)
    report = QuarterlyReport.objects.get()
    assert (str(report.meeting_on), report.agenda_item, report.state) == ("2018-09-20", "4", ReportState.READY)
    assert "Meeting on Thursday 20 September 2018. Agenda item 4" in all_text(file.read_bytes())


@pytest.mark.worker
@pytest.mark.django_db(transaction=True)
def test_quarterly_report_is_built_by_a_real_worker(tmp_path: Path, celery_worker: int) -> None:
    a_quarter()
    file = tmp_path / "q4.pdf"
    said = _run("quarterly_report", "2017-18Q4", out=str(file), edition="restricted", timeout=120)
    text = all_text(file.read_bytes())
    assert "No worker answers" not in said
    assert "Westshire Police and Crime Panel" in text
    assert "Checks ran on three mornings" in text
    report = QuarterlyReport.objects.get()
    assert (report.state, report.attempts) == (ReportState.READY, 1)
    rebuilt = _run("quarterly_report", "2017-18Q4", out=str(file), rebuild=True, timeout=120)
    assert "public edition" in rebuilt


@pytest.mark.worker
@pytest.mark.django_db(transaction=True)
def test_ambassadors_annual_report_is_built_by_a_real_worker(tmp_path: Path, celery_worker: int) -> None:
    a_quarter()
    QuarterlyReportFactory.create(kind="ambassadors_annual", year=2018, quarter_number=None, failed=True)
    file = tmp_path / "2018.pdf"
    _run("ambassadors_annual_report", "2018", out=str(file), timeout=120)
    assert "Community Safety Ambassadors: annual report 2018" in all_text(file.read_bytes())
    periods = ["2018-01-01:2018-02-28", "2018-03-01:2018-04-30"]
    _run("ambassadors_annual_report", "2018", "--periods", *periods, "--out", str(file), timeout=120)
    assert QuarterlyReport.objects.get().periods == " ".join(periods)
    assert "Priorities set by community forums, January to April 2018" in all_text(file.read_bytes())
