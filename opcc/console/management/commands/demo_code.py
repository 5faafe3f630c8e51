"""The second-factor code of a person of the sample."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from opcc.console.demo import second_factor_code
from opcc.core.errors import DomainError


class Command(BaseCommand):
    """manage.py demo_code EMAIL"""

    help = "Print the six digits that a sample person's authenticator shows now. Works on a local sample only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(second_factor_code(email=options["email"]))
        except DomainError as error:
            raise CommandError(error.message) from error
