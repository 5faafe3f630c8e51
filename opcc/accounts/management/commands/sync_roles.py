"""manage.py sync_roles: the groups and permissions of opcc/accounts/roles.py, put into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from opcc.accounts import operations
from opcc.core.errors import DomainError


class Command(BaseCommand):
    help = "Make the roles' groups and permissions what opcc/accounts/roles.py says. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            changes = operations.sync_roles()
        except DomainError as error:
            raise CommandError(error.message) from error
        for change in changes:
            self.stdout.write(change)
        self.stdout.write("Roles are up to date." if not changes else f"{len(changes)} changes made.")
