"""Who reads, and what they may know of. Every page of the figures asks here first."""

from dataclasses import dataclass

from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.addresses import client_address
from opcc.accounts.models import User
from opcc.accounts.permissions import used_second_factor
from opcc.core import operations as core_operations
from opcc.core.enums import AccessKind
from opcc.core.quarters import Quarter
from performance import reporting
from performance.permissions import may_read_restricted


def reads_restricted(request: HttpRequest) -> bool:
    """Whether this visitor may know of restricted measures and answers: by role, and after the second step."""
    return may_read_restricted(request.user) and used_second_factor(request)


def record_restricted(request: HttpRequest, what: str, *, record: Model | None = None, exported: bool = False) -> None:
    """Leave a trace of restricted figures that were shown or taken away."""
    user = request.user
    assert isinstance(user, User), "nobody else is shown any"
    core_operations.record_access(
        kind=AccessKind.EXPORTED if exported else AccessKind.OPENED,
        at=timezone.now(),
        by_id=user.pk,
        by_name=str(user),
        address=client_address(request) or None,
        record=record,
        description=what,
    )


@dataclass(frozen=True)
class Quarters:
    """The quarters there are figures for, the latest first, and the one a page shows unless another is asked for."""

    known: tuple[Quarter, ...]
    default: Quarter | None

    @classmethod
    def read(cls) -> "Quarters":
        """Three queries at most."""
        return cls(reporting.quarters(), reporting.latest_quarter())
