"""manage.py sync_roles."""

import inspect
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from opcc.accounts import operations
from opcc.accounts.enums import Role
from opcc.accounts.roles import RoleDefinition


@pytest.mark.django_db
def test_sync_roles_prints_what_changed_and_can_be_run_again() -> None:
    first, second = StringIO(), StringIO()
    call_command("sync_roles", stdout=first)
    call_command("sync_roles", stdout=second)
    assert "policy_officer: group made" in first.getvalue().splitlines()
    assert second.getvalue() == "Roles are up to date.\n"


@pytest.mark.django_db
def test_sync_roles_refuses_an_unknown_permission_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {Role.TREASURER: RoleDefinition("Treasurer", {"accounts.unicorn": "view"})}
    wrapped = inspect.unwrap(operations.sync_roles)
    assert wrapped.__kwdefaults__
    monkeypatch.setitem(wrapped.__kwdefaults__, "table", table)
    with pytest.raises(CommandError, match=r"accounts\.view_unicorn"):
        call_command("sync_roles")
