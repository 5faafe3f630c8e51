"""Recording what the Panel resolved at a meeting that was held."""

from datetime import datetime

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from panel.enums import MeetingState, ResolutionKind
from panel.models import AgendaItem, Member, Resolution
from panel.permissions import must_have

LONGEST = 5000


@transaction.atomic
def record_resolution(
    *,
    item: AgendaItem,
    number: int,
    text: str,
    kind: ResolutionKind,
    by: User | None,
    at: datetime,
    letter: str = "",
    mover: Member | None = None,
    seconder: Member | None = None,
    is_carried: bool = True,
    source: str = "",
    is_synthetic: bool = False,
) -> Resolution:
    """Record a resolution as it was put. Who moved and seconded it sat on the Panel that day."""
    must_have(by, "panel.add_resolution", "record a resolution")
    if item.meeting.state != MeetingState.HELD:
        raise DomainError("Record first that the meeting was held.")
    for field, member in (("mover", mover), ("seconder", seconder)):
        if member is not None and not Member.objects.sitting_on(item.meeting.held_on).filter(pk=member.pk).exists():
            raise DomainError(f"{member} was not on the Panel that day. Choose somebody who was.", field=field)
    resolution = Resolution(
        item=item,
        number=number,
        letter=letter,
        kind=kind,
        text=worded(text, most=LONGEST, missing="Enter the resolution as it was put.", field="text"),
        mover=mover,
        seconder=seconder,
        is_carried=is_carried,
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Resolution recorded"):
        save_checked(resolution)
    return resolution
