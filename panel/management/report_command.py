"""What the two report commands share: ask or reuse, have a real worker build, wait with progress, write the file."""

import os
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Generator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import kombu.pools
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from opcc import embedded
from opcc.celery import app
from opcc.core.errors import DomainError
from panel import operations, queries, tasks
from panel.enums import BUILT, IN_WORK, Audience, ReportState
from panel.models import QuarterlyReport
from panel.querysets import PanelReportQuerySet

LOOK_EVERY = 0.25
SWEEP_EVERY = 5.0


class ReportCommand(BaseCommand):
    """A command that ends with the PDF of one edition in a file."""

    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--edition", choices=Audience.values, default=Audience.PUBLIC.value)
        parser.add_argument("--out", required=True, metavar="FILE", help="the PDF to write")
        parser.add_argument("--rebuild", action="store_true", help="build anew from the records as they are now")
        parser.add_argument("--change-note", default="", help="for a new version of an issued report: what changed")
        parser.add_argument("--timeout", type=float, default=300, metavar="SECONDS", help="how long to wait")

    def versions(self, options: dict[str, Any]) -> PanelReportQuerySet:
        """The versions of the report that the command is about. Raises CommandError for a bad name."""
        raise NotImplementedError

    def ask(self, options: dict[str, Any]) -> QuarterlyReport:
        """Ask for the report."""
        raise NotImplementedError

    def differs(self, report: QuarterlyReport, options: dict[str, Any]) -> bool:
        """Whether the report that stands is not the one that the options ask for."""
        raise NotImplementedError

    def build_anew(self, report: QuarterlyReport, options: dict[str, Any]) -> QuarterlyReport:
        """Have a report that is not approved built again, as the options ask for it."""
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        versions, out = self.versions(options), Path(options["out"])
        if not out.resolve().parent.is_dir():
            raise CommandError(f"The folder {out.resolve().parent} does not exist. Make it, or choose another file.")
        report = versions.order_by("-version").first()
        if report is None or options["rebuild"] or self._must_be_built(report, options):
            try:
                report = self._begin(report, options)
            except DomainError as error:
                raise CommandError(error.message) from error
            with self._a_worker():
                tasks.nudge(report_id=report.pk)
                self._wait(report, options["timeout"])
        self._write(report, Audience(options["edition"]), out)

    def _must_be_built(self, report: QuarterlyReport, options: dict[str, Any]) -> bool:
        if report.state not in BUILT:
            return True
        if not self.differs(report, options):
            return False
        if report.state == ReportState.READY:
            return True
        raise CommandError(
            f"{report} stands, for another meeting or other periods, and its state is "
            f"'{report.get_state_display().lower()}'. Leave those options out, or make the next version with --rebuild."
        )

    def _begin(self, report: QuarterlyReport | None, options: dict[str, Any]) -> QuarterlyReport:
        """Whatever this report's state calls for."""
        now = timezone.now()
        if report is None or report.state in {ReportState.ISSUED, ReportState.SUPERSEDED}:
            return self.ask(options)
        if report.state in IN_WORK:
            return report
        if report.state == ReportState.FAILED:
            return operations.retry_build(report=report, by=None, at=now)
        return self.build_anew(report, options)

    def _wait(self, report: QuarterlyReport, timeout: float) -> None:
        until, said, swept = time.monotonic() + timeout, "", time.monotonic()
        while True:
            report.refresh_from_db()
            now = f"{report.progress_text} ({report.progress_done + 1} of {report.progress_total})"
            if report.state == ReportState.BUILDING and now != said:
                self.stderr.write(now)
                said = now
            if report.state not in IN_WORK:
                break
            if time.monotonic() > until:
                raise CommandError(
                    f"{report} was not ready after {timeout:g} seconds. It stays in the queue: start a worker with "
                    "'celery -A opcc.celery worker' or look at it in the staff pages, then run this again."
                )
            if time.monotonic() - swept > SWEEP_EVERY:
                tasks.sweep_reports()
                swept = time.monotonic()
            time.sleep(LOOK_EVERY)
        if report.state == ReportState.FAILED:
            raise CommandError(f"The build failed. {report.failure}")

    def _write(self, report: QuarterlyReport, audience: Audience, out: Path) -> None:
        """Copy the stored PDF to the file, whole or not at all."""
        edition = queries.edition_of(report, audience)
        if edition is None:
            raise CommandError(f"{report} has no {audience.label.lower()} edition. Run this again with --rebuild.")
        try:
            with edition.file.open("rb") as stored:
                content = stored.read()
        except OSError:
            content = b""
        if sha256(content).hexdigest() != edition.sha256:
            raise CommandError("The stored PDF is missing or changed. Run this again with --rebuild.")
        handle, temporary = tempfile.mkstemp(dir=out.resolve().parent, prefix=f".{out.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(temporary).chmod(0o644 if audience is Audience.PUBLIC else 0o600)
            Path(temporary).replace(out)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        self.stdout.write(f"{out}: {edition}, {edition.pages} pages, sha256 {edition.sha256}")

    @contextmanager
    def _a_worker(self) -> Generator[None]:
        """The worker that is there; on a developer's machine without one, a private worker for as long as needed."""
        if _answers() or not settings.LOCAL:
            yield
            return
        self.stderr.write("No worker answers, so a private broker and worker are started for this command.")
        with (
            embedded.broker(tell=self.stderr.write) as url,
            _broker(url),
            embedded.worker(environment={"REDIS_URL": url}),
        ):
            yield


def _answers() -> bool:
    """Whether a worker is there to build."""
    try:
        with app.connection_for_write(connect_timeout=2) as link:
            link.ensure_connection(max_retries=1, timeout=2)
            return bool(app.control.ping(timeout=1.5, connection=link))
    except Exception:  # noqa: BLE001 -- kombu and redis raise many kinds, and each means that nobody answers
        return False


@contextmanager
def _broker(url: str) -> Generator[None]:
    """This process's Celery pointed at another broker."""
    before = app.conf.broker_url
    _point_at(url)
    try:
        yield
    finally:
        _point_at(before)


def _point_at(url: str) -> None:
    app.conf.update(broker_url=url, broker_read_url=url, broker_write_url=url)
    kombu.pools.reset()
    app._after_fork()  # type: ignore[attr-defined]  # Celery's own way to forget its connections; there is no public one
