"""Who may do what with figures, beyond Django's own four."""

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from performance.models import Load, Measure

VIEW_RESTRICTED = "performance.view_restricted_measure"
LOAD = "performance.add_load"
DECIDE = "performance.change_phasechange"
COMMENT = "performance.change_commentary"
ASK = "performance.change_forcequestion"


def may_read_restricted(user: object) -> bool:
    """Whether the person may read restricted measures and answers: chosen staff, and members of the Panel."""
    return isinstance(user, User) and (user.has_perm(VIEW_RESTRICTED) or user.has_role(Role.PANEL_MEMBER))


def may_read_file(user: object, load: Load) -> bool:
    """Whether the person may read a file that was loaded, which may hold restricted measures: who brought it may."""
    return may_read_restricted(user) or (isinstance(user, User) and load.requested_by_id == user.pk)


def must_have(by: User | None, permission: str, what: str) -> None:
    """Refuse a person who lacks the permission. A load from the command line acts for nobody and may."""
    if by is not None and not by.has_perm(permission):
        raise DomainError(f"Your role does not let you {what}. Ask someone whose role does.")


def must_know_of(by: User | None, measure: Measure) -> None:
    """Refuse a person from whom this measure is kept, in the words they would get if there were none."""
    if by is not None and measure.is_restricted and not may_read_restricted(by):
        raise DomainError("There is no such measure. Choose one from the list.", field="measure")
