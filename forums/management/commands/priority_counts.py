"""manage.py priority_counts 2014-01-01:2014-04-01 2014-04-02:2014-08-31 [--district CODE]"""

import csv
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from forums import reporting
from opcc.core.quarters import Period
from opcc.reference.models import District


class Command(BaseCommand):
    """For staff at the console: the table of priorities over two periods, as CSV."""

    help = "Print the number of forums with each priority in two periods, and the change, as CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("first", help="the earlier period, written as 2014-01-01:2014-04-01; both days are inside")
        parser.add_argument("second", help="the later period, written the same way")
        parser.add_argument("--district", help="the GSS code of a district, for example E07000222; all if left out")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            first, second = Period.parse(options["first"]), Period.parse(options["second"])
        except ValueError as error:
            raise CommandError(str(error)) from error
        rows = csv.writer(self.stdout, lineterminator="\n")
        rows.writerow(["topic", "first", "second", "change"])
        for count in reporting.priority_counts(first, second, district=self._district(options["district"])):
            rows.writerow([count.topic, count.first, count.second, count.change])

    def _district(self, code: str | None) -> District | None:
        if code is None:
            return None
        district = District.objects.filter(code=code).first()
        if district is None:
            known = ", ".join(District.objects.order_by("position", "pk").values_list("code", flat=True))
            raise CommandError(f"'{code}' is not the GSS code of a district here. Write one of: {known or 'none yet'}.")
        return district
