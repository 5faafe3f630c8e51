"""Whose eyes a page is for."""

from django.http import HttpRequest

from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.accounts.models import User
from opcc.accounts.permissions import is_signed_in
from panel.permissions import in_cleared_session
from panel.queries import EVERYTHING, OPEN, PUBLIC, Reader

MEMBERS_AND_STAFF = (Role.PANEL_MEMBER, *STAFF_ROLES)


def is_member(request: HttpRequest) -> bool:
    """Whether the pages have a member's navigation."""
    return isinstance(request.user, User) and request.user.has_role(Role.PANEL_MEMBER)


def reader_of(request: HttpRequest) -> Reader:
    """The cleared see what is exempt; to everybody else it is not there. Before the second step, all are the public."""
    user = request.user
    if not isinstance(user, User) or not is_signed_in(request):
        return PUBLIC
    if in_cleared_session(request):
        return EVERYTHING
    return OPEN if user.has_role(*MEMBERS_AND_STAFF) else PUBLIC
