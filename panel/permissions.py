"""Who may do what with reports to the Panel, beyond Django's own four."""

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel.enums import BUILT, Audience, ReportState
from panel.models import QuarterlyReport

REQUEST = "panel.request_quarterlyreport"
APPROVE = "panel.approve_quarterlyreport"
ISSUE = "panel.issue_quarterlyreport"
VIEW = "panel.view_quarterlyreport"
OPEN_RESTRICTED = "panel.open_restricted_edition"


def must_have(by: User | None, permission: str, what: str) -> None:
    """Refuse a person who lacks the permission. The timetable and the console act for nobody and may."""
    if by is not None and not by.has_perm(permission):
        raise DomainError(f"Your role does not let you {what}. Ask someone whose role does.")


def may_open(user: object, report: QuarterlyReport, audience: Audience) -> bool:
    """Whether the person may open this edition by the address of papers: staff once built, members once issued."""
    if not isinstance(user, User) or report.state not in BUILT:
        return False
    if report.state == ReportState.ISSUED and user.has_role(Role.PANEL_MEMBER):
        return True
    return user.has_perm(VIEW) and (audience is Audience.PUBLIC or user.has_perm(OPEN_RESTRICTED))
