"""Whose eyes a page is for, and the trace that opening exempt matter leaves."""

from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.addresses import client_address
from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.accounts.models import User
from opcc.accounts.permissions import used_second_factor
from opcc.core import operations as core_operations
from opcc.core.enums import AccessKind
from panel.permissions import sees_exempt
from panel.queries import EVERYTHING, OPEN, PUBLIC, Reader

MEMBERS_AND_STAFF = (Role.PANEL_MEMBER, *STAFF_ROLES)


def is_member(request: HttpRequest) -> bool:
    """Whether the pages have a member's navigation."""
    return isinstance(request.user, User) and request.user.has_role(Role.PANEL_MEMBER)


def reader_of(request: HttpRequest) -> Reader:
    """The cleared see what is exempt only in a session with a second step; to everybody else it is not there."""
    user = request.user
    if not isinstance(user, User):
        return PUBLIC
    if sees_exempt(user) and used_second_factor(request):
        return EVERYTHING
    return OPEN if user.has_role(*MEMBERS_AND_STAFF) else PUBLIC


def record_opening(request: HttpRequest, record: Model, description: str) -> None:
    """Note in the access log that exempt matter was opened. The description says what kind, never what it says."""
    user = request.user
    assert isinstance(user, User)
    core_operations.record_access(
        kind=AccessKind.OPENED,
        at=timezone.now(),
        by_id=user.pk,
        by_name=str(user),
        address=client_address(request) or None,
        record=record,
        description=description,
    )
