"""Raising what stands out with the Panel: it becomes an item of the work programme for that meeting."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel import queries
from panel.enums import MeetingState, WorkKind
from panel.models import PanelMeeting, WorkItem
from panel.operations.work_programme import add_work_item


@transaction.atomic
def raise_signal(*, meeting: PanelMeeting, key: str, by: User | None, at: datetime) -> WorkItem:
    """Put a signal before a meeting. An agenda that is drafted afterwards carries it, as all that is due there."""
    meeting = PanelMeeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
    if meeting.state != MeetingState.PLANNED or meeting.group_id is not None:
        raise DomainError("Signals are raised at meetings of the whole Panel that lie ahead.")
    found = next((signal for signal in queries.signals_before(meeting) if signal.key == key), None)
    if found is None:
        raise DomainError("This does not stand out any more. Look at the list again.")
    if found.is_raised:
        raise DomainError("This is raised at the meeting already.")
    return add_work_item(
        kind=WorkKind.DATED, meeting=meeting, title=found.title, detail=found.words, requested_by=found.source,
        requested_on=timezone.localdate(at), by=by, at=at,
    )  # fmt: skip
