"""Who may do what with the Panel's records, beyond Django's own four."""

from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.addresses import client_address
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.accounts.permissions import used_second_factor
from opcc.core import operations as core_operations
from opcc.core.enums import AccessKind
from opcc.core.errors import DomainError
from panel.enums import BUILT, Audience, ReportState
from panel.models import Member, QuarterlyReport

REQUEST = "panel.request_quarterlyreport"
APPROVE = "panel.approve_quarterlyreport"
ISSUE = "panel.issue_quarterlyreport"
VIEW = "panel.view_quarterlyreport"
OPEN_RESTRICTED = "panel.open_restricted_edition"
OPEN_EXEMPT = "panel.open_exemptionclaim"
DECIDE_EXEMPTION = "panel.decide_exemptionclaim"
CHANGE_MEETING = "panel.change_panelmeeting"
CHANGE_ITEM = "panel.change_agendaitem"
ADD_ATTENDANCE = "panel.add_attendance"
CHANGE_MINUTES = "panel.change_panelminutes"
ADD_PAPER = "panel.add_paper"
CHANGE_PAPER = "panel.change_paper"
REQUEST_PACK = "panel.add_pack"
VIEW_PACK = "panel.view_pack"
ISSUE_PACK = "panel.issue_pack"
ADD_RECOMMENDATION = "panel.add_recommendation"
CHANGE_RECOMMENDATION = "panel.change_recommendation"
VIEW_RECOMMENDATION = "panel.view_recommendation"
ADD_ACTION = "panel.add_panelaction"
CHANGE_ACTION = "panel.change_panelaction"
ADD_LETTER = "panel.add_panelletter"
CHANGE_LETTER = "panel.change_panelletter"
ADD_WORK = "panel.add_workitem"
CHANGE_WORK = "panel.change_workitem"
ADD_HEARING = "panel.add_confirmationhearing"
CHANGE_HEARING = "panel.change_confirmationhearing"
ADD_COMPLAINT = "panel.add_complaintcase"
CHANGE_COMPLAINT = "panel.change_complaintcase"
ADD_PRECEPT = "panel.add_preceptreview"
CHANGE_PRECEPT = "panel.change_preceptreview"
ADD_QUESTION = "panel.add_publicquestion"
CHANGE_QUESTION = "panel.change_publicquestion"
VIEW_INTEREST = "panel.view_registeredinterest"
ADD_TERM = "panel.add_commissionerterm"
CHANGE_TERM = "panel.change_commissionerterm"
ADD_DECISION = "panel.add_decision"
CHANGE_DECISION = "panel.change_decision"
VIEW_DECISION = "panel.view_decision"
OPEN_WITHHELD = "panel.open_foiexemption"
WITHHOLD = "panel.decide_foiexemption"
ADD_DUTY = "panel.add_publicationduty"
CHANGE_DUTY = "panel.change_publicationduty"
VIEW_DUTY = "panel.view_publicationduty"
ADD_PUBLICATION = "panel.add_publication"


def must_have(by: User | None, permission: str, what: str) -> None:
    """Refuse a person who lacks the permission. The timetable and the console act for nobody and may."""
    if by is not None and not by.has_perm(permission):
        raise DomainError(f"Your role does not let you {what}. Ask someone whose role does.")


def may_open(user: object, report: QuarterlyReport, audience: Audience) -> bool:
    """Whether the person may open this edition by the address of papers: staff once built, members once issued.

    The restricted edition is an exempt paper: of the members it is for the cleared alone, here as in a pack.
    """
    if not isinstance(user, User) or report.state not in BUILT:
        return False
    is_open = audience is Audience.PUBLIC
    if report.state == ReportState.ISSUED and user.has_role(Role.PANEL_MEMBER) and (is_open or sees_exempt(user)):
        return True
    return user.has_perm(VIEW) and (is_open or user.has_perm(OPEN_RESTRICTED))


def sees_exempt(user: object) -> bool:
    """Whether the person may know of exempt items and papers: cleared members, and staff who may open them.

    A member's clearance ends with the term. A page that shows something exempt asks for the second factor as well,
    and records the opening.
    """
    if not isinstance(user, User):
        return False
    if user.has_perm(OPEN_EXEMPT):
        return True
    today = timezone.localdate()
    return user.has_role(Role.PANEL_MEMBER) and Member.objects.cleared_on(today).filter(user=user).exists()


def in_cleared_session(request: HttpRequest) -> bool:
    """Whether exempt matter may be shown here: to the cleared, in a session with a second step."""
    return sees_exempt(request.user) and used_second_factor(request)


def sees_withheld(user: object) -> bool:
    """Whether the person may know of decisions that the Freedom of Information Act keeps back: some of the office.

    Schedule 12A is another matter: who may read the Panel's exempt papers reads no more of these than the public does.
    """
    return isinstance(user, User) and user.has_perm(OPEN_WITHHELD)


def in_session_for_withheld(request: HttpRequest) -> bool:
    """Whether they may be shown here: to those people, in a session with a second step."""
    return sees_withheld(request.user) and used_second_factor(request)


def record_opening(request: HttpRequest, record: Model | type[Model], description: str) -> None:
    """Note in the access log that exempt matter was opened: a record, or in a list of its kind.

    The description says what kind, never what it says.
    """
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
