"""Load the Warwickshire sample with people who can sign in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from opcc.console.demo import PASSWORD, load_demo, sign_ins
from opcc.core.errors import DomainError


class Command(BaseCommand):
    """manage.py load_demo: safe to run again; the second time it only prints the sign-ins."""

    help = "Load the Warwickshire sample on this machine and print how to sign in as each role."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            load_demo(at=timezone.now())
            lines = sign_ins()
        except DomainError as error:
            raise CommandError(error.message) from error
        width = max(len(line.role) for line in lines)
        self.stdout.write(f"Sign in with the password: {PASSWORD}")
        for line in lines:
            second = f"   then the code from: ./dev code {line.email}" if line.second_factor else ""
            self.stdout.write(f"  {line.role:<{width}}  {line.email}{second}")
