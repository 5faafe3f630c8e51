"""Where an interest that was declared at a meeting stands in the register."""

from datetime import datetime

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked
from panel.enums import PECUNIARY, DeclaredKind
from panel.models import Declaration, RegisteredInterest
from panel.permissions import must_have


@transaction.atomic
def register_declared(
    *, declaration: Declaration, registered: RegisteredInterest, by: User | None, at: datetime
) -> Declaration:
    """Say which line of the register a declared pecuniary interest is, also once the minutes are confirmed."""
    must_have(by, "panel.change_declaration", "say where an interest is registered")
    row = (
        Declaration.objects.select_for_update(of=("self",)).select_related("attendance__member").get(pk=declaration.pk)
    )
    if row.kind != DeclaredKind.PECUNIARY:
        raise DomainError("Only a pecuniary interest has to stand in the register.")
    if registered.member_id != row.attendance.member_id or registered.kind not in PECUNIARY:
        raise DomainError(
            f"Choose a pecuniary interest that {row.attendance.member} has registered, or record it in the register "
            "first.",
            field="registered",
        )
    row.registered = registered
    with acting(by, "Stands in the register"):
        save_checked(row)
    return row
