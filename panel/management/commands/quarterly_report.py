"""`manage.py quarterly_report 2017-18Q3 --out q3.pdf`: the quarter's report, built by a worker."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from opcc.core.quarters import Quarter
from panel import operations
from panel.enums import ReportKind
from panel.management.report_command import ReportCommand
from panel.models import QuarterlyReport
from panel.querysets import PanelReportQuerySet


class Command(ReportCommand):
    help = "Write the Panel's report on a financial quarter as PDF. 2017-18Q3 is October to December 2017."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("quarter", help="for example 2017-18Q3")
        parser.add_argument(
            "--meeting", type=_day, default=None, metavar="DATE", help="of the Panel, for a new report: 2018-03-19"
        )
        parser.add_argument("--item", default="", help="the agenda item")
        super().add_arguments(parser)

    def versions(self, options: dict[str, Any]) -> PanelReportQuerySet:
        quarter = _quarter(options)
        return QuarterlyReport.objects.about(kind=ReportKind.QUARTERLY, quarter=quarter, year=quarter.year)

    def ask(self, options: dict[str, Any]) -> QuarterlyReport:
        return operations.request_report(
            quarter=_quarter(options),
            by=None,
            at=timezone.now(),
            meeting_on=options["meeting"],
            agenda_item=options["item"],
            change_note=options["change_note"],
        )

    def differs(self, report: QuarterlyReport, options: dict[str, Any]) -> bool:
        return (options["meeting"] or report.meeting_on, options["item"] or report.agenda_item) != (
            report.meeting_on,
            report.agenda_item,
        )

    def build_anew(self, report: QuarterlyReport, options: dict[str, Any]) -> QuarterlyReport:
        return operations.set_meeting(
            report=report,
            meeting_on=options["meeting"] or report.meeting_on,
            agenda_item=options["item"] or report.agenda_item,
            by=None,
            at=timezone.now(),
        )


def _quarter(options: dict[str, Any]) -> Quarter:
    try:
        return Quarter.parse(options["quarter"])
    except ValueError as error:
        raise CommandError(str(error)) from error


def _day(text: str) -> date:
    return date.fromisoformat(text)
