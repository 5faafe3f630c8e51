"""Which items of the work programme to keep."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from panel.enums import MeetingState, WorkKind, WorkState
from panel.querysets.openness import item_open

if TYPE_CHECKING:
    from panel.models import WorkItem  # noqa: F401 -- named in quotes below


class WorkItemQuerySet(models.QuerySet["WorkItem"]):
    """Items of the work programme."""

    def open(self) -> "WorkItemQuerySet":
        """What the public may know of: those that became an exempt item of an agenda are not among them."""
        return self.filter(item_open("item__"))

    def public(self) -> "WorkItemQuerySet":
        """What the public may read: open, and not for a closed session."""
        return self.open().filter(Q(meeting=None) | Q(meeting__is_closed=False))

    def to_come(self) -> "WorkItemQuerySet":
        return self.filter(state=WorkState.OPEN)

    def dated(self) -> "WorkItemQuerySet":
        """By the day of their meeting."""
        return self.filter(kind=WorkKind.DATED).order_by("meeting__held_on", "position", "pk")

    def standing(self) -> "WorkItemQuerySet":
        return self.filter(kind=WorkKind.STANDING).order_by("position", "pk")

    def to_timetable(self) -> "WorkItemQuerySet":
        return self.filter(kind=WorkKind.TO_TIMETABLE).order_by("position", "pk")

    def overdue(self, today: date) -> "WorkItemQuerySet":
        """Their meeting is over or cancelled, and nobody has said what became of them."""
        gone = models.Q(meeting__held_on__lt=today) | models.Q(meeting__state=MeetingState.CANCELLED)
        return self.to_come().filter(gone, kind=WorkKind.DATED)
