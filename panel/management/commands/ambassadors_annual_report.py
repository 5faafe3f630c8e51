"""`manage.py ambassadors_annual_report 2014 --out 2014.pdf`: the annual report on the ambassadors' scheme."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone

from opcc.core.quarters import Period
from panel import operations
from panel.enums import ReportKind
from panel.forms import parse_periods
from panel.management.report_command import ReportCommand
from panel.models import QuarterlyReport
from panel.querysets import PanelReportQuerySet


class Command(ReportCommand):
    help = "Write the annual report on the Community Safety Ambassadors' scheme as PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("year", type=int, help="for example 2014")
        parser.add_argument(
            "--periods",
            nargs=2,
            default=[],
            metavar="FROM:TO",
            help="the two periods compared; without them the halves of the year",
        )
        super().add_arguments(parser)

    def versions(self, options: dict[str, Any]) -> PanelReportQuerySet:
        return QuarterlyReport.objects.about(
            kind=ReportKind.AMBASSADORS_ANNUAL, quarter=None, year=min(max(options["year"], 0), 32767)
        )

    def ask(self, options: dict[str, Any]) -> QuarterlyReport:
        return operations.request_report(
            kind=ReportKind.AMBASSADORS_ANNUAL,
            year=options["year"],
            periods=_periods(options),
            by=None,
            at=timezone.now(),
            change_note=options["change_note"],
        )

    def differs(self, report: QuarterlyReport, options: dict[str, Any]) -> bool:
        periods = _periods(options)
        return bool(periods) and periods != report.compared

    def build_anew(self, report: QuarterlyReport, options: dict[str, Any]) -> QuarterlyReport:
        periods = _periods(options) or report.compared
        return operations.rebuild_report(report=report, periods=periods, by=None, at=timezone.now())


def _periods(options: dict[str, Any]) -> tuple[Period, ...]:
    try:
        return parse_periods(options["periods"])
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
