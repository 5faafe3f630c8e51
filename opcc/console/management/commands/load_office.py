"""Load an office from a folder of files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from opcc.console.operations import load_office
from opcc.core.errors import DomainError


class Command(BaseCommand):
    """manage.py load_office FOLDER"""

    help = "Load an office's profile, areas, plan, forums, ambassadors and so on from a folder of CSV and TOML files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_office(folder=options["folder"], at=timezone.now())
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(f"Loaded {loaded.office}.")
        for file, counted in loaded.counts.items():
            if counted.created or counted.changed or counted.unchanged:
                self.stdout.write(
                    f"  {file}: {counted.created} new, {counted.changed} changed, {counted.unchanged} as they were"
                )
