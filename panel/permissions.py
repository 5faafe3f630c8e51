"""Who may do what with reports to the Panel, beyond Django's own four."""

from opcc.accounts.models import User
from opcc.core.errors import DomainError

REQUEST = "panel.request_quarterlyreport"
APPROVE = "panel.approve_quarterlyreport"
ISSUE = "panel.issue_quarterlyreport"
VIEW = "panel.view_quarterlyreport"
OPEN_RESTRICTED = "panel.open_restricted_edition"


def must_have(by: User | None, permission: str, what: str) -> None:
    """Refuse a person who lacks the permission. The timetable and the console act for nobody and may."""
    if by is not None and not by.has_perm(permission):
        raise DomainError(f"Your role does not let you {what}. Ask someone whose role does.")
