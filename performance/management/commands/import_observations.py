"""`manage.py import_observations figures.csv`: loads a file of figures here and now, and lists what is wrong."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from opcc.core.errors import DomainError
from performance import operations
from performance.enums import LoadKind, LoadState, Severity
from performance.models import Load

KINDS = {kind.value.replace("_", "-"): kind for kind in LoadKind}


class Command(BaseCommand):
    help = "Load a CSV file or .xlsx workbook of figures, whole or not at all. Ends with 1 if it is refused."
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the CSV file or .xlsx workbook")
        parser.add_argument("--kind", choices=KINDS, default="observations", help="what the file holds")
        parser.add_argument("--replace", metavar="REASON", help="put what differs in its place, and say why")
        parser.add_argument("--lookup", metavar="FILE", help="for street-level: a CSV of each LSOA and its district")

    def handle(self, *args: Any, **options: Any) -> None:
        load = self._receive(options)
        if load.state == LoadState.LOADED:
            self.stdout.write(operations.was_loaded(load))
            return
        done = operations.run_load(load_id=load.pk, at=timezone.now(), tell=self.stderr.write)
        if done is None:
            raise CommandError(
                "A worker is loading this very file now. Its page among the staff's shows how far it is."
            )
        self._tell(done)

    def _receive(self, options: dict[str, Any]) -> Load:
        path, lookup = Path(options["file"]), options["lookup"]
        try:
            with path.open("rb") as file, Path(lookup or path).open("rb") as lookup_file:
                return operations.receive_load(
                    file=file,
                    name=path.name,
                    kind=KINDS[options["kind"]],
                    replaces=options["replace"] is not None,
                    reason=options["replace"] or "",
                    lookup_file=lookup_file if lookup else None,
                    in_background=False,
                    by=None,
                    at=timezone.now(),
                )
        except OSError as error:
            raise CommandError(f"'{error.filename}' cannot be read: {error.strerror}.") from error
        except DomainError as error:
            raise CommandError(error.message) from error

    def _tell(self, load: Load) -> None:
        """The problems by line, errors first, and the counts. Raises CommandError if nothing was loaded."""
        for problem in load.problems.order_by("severity", "pk"):
            column = f", {problem.column}" if problem.column else ""
            where = f"line {problem.line}{column}" if problem.line else "the file"
            found = f" [{problem.found}]" if problem.found and problem.severity == Severity.ERROR else ""
            self.stdout.write(f"{problem.get_severity_display()}, {where}{found}: {problem.message}")
        kept = load.problems.count()
        if kept < load.error_count + load.warning_count:
            self.stdout.write(f"… and {load.error_count + load.warning_count - kept:,} more problems.")
        if load.state == LoadState.FAILED:
            raise CommandError(f"{load.file_name} was not loaded. {load.failure}")
        if load.state == LoadState.REFUSED:
            raise CommandError(
                f"{load.file_name} was not loaded: {load.error_count:,} errors, {load.warning_count:,} warnings. "
                "Nothing was changed."
            )
        self.stdout.write(
            f"{load.file_name}: {load.rows:,} rows. {load.created:,} figures are new, {load.superseded:,} replaced, "
            f"{load.unchanged:,} were here already. {load.warning_count:,} warnings."
        )
