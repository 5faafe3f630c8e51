"""Which meetings, items and resolutions to keep. What is exempt is never selected unless asked for."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from panel.enums import MeetingState
from panel.querysets.openness import item_open, resolution_open

if TYPE_CHECKING:
    from panel.models import AgendaItem, PanelMeeting, Resolution  # noqa: F401 -- named in quotes below


class PanelMeetingQuerySet(models.QuerySet["PanelMeeting"]):
    """Meetings of the Panel and its groups."""

    def of_panel(self) -> "PanelMeetingQuerySet":
        """The whole Panel's."""
        return self.filter(group=None)

    def public(self) -> "PanelMeetingQuerySet":
        """Those that the public is told of: not closed sessions."""
        return self.filter(is_closed=False)

    def planned(self) -> "PanelMeetingQuerySet":
        return self.filter(state=MeetingState.PLANNED)

    def held(self) -> "PanelMeetingQuerySet":
        return self.filter(state=MeetingState.HELD)

    def coming(self, today: date) -> "PanelMeetingQuerySet":
        """Planned for today or later, the next one first."""
        return self.planned().filter(held_on__gte=today).order_by("held_on", "pk")

    def announced(self, today: date) -> "PanelMeetingQuerySet":
        """Planned or cancelled for today or later, the next one first."""
        return self.exclude(state=MeetingState.HELD).filter(held_on__gte=today).order_by("held_on", "pk")

    def over(self, today: date) -> "PanelMeetingQuerySet":
        """Those that were held, and those of days gone by whatever became of them."""
        return self.filter(Q(state=MeetingState.HELD) | Q(held_on__lt=today))

    def newest_first(self) -> "PanelMeetingQuerySet":
        return self.order_by("-held_on", "-pk")


class ItemQuerySet(models.QuerySet["AgendaItem"]):
    """Items of agendas."""

    def open(self) -> "ItemQuerySet":
        """What the public may know of: neither exempt nor under an exempt item."""
        return self.filter(item_open())

    def readable(self) -> "ItemQuerySet":
        """On an agenda that is more than the staff's draft."""
        return self.filter(Q(meeting__agenda_published_at__isnull=False) | Q(meeting__state=MeetingState.HELD))

    def exempt(self) -> "ItemQuerySet":
        """Exempt themselves."""
        return self.filter(exemption__isnull=False)

    def in_order(self) -> "ItemQuerySet":
        """Siblings one after the other; who numbers them puts each under its parent."""
        return self.order_by("position", "pk")


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    """What was resolved."""

    def open(self) -> "ResolutionQuerySet":
        """What the public may know of: not exempt, and not on an exempt item."""
        return self.filter(resolution_open())

    def on_item(self, item: "AgendaItem") -> "ResolutionQuerySet":
        """Passed on the item, or on one under it."""
        return self.filter(models.Q(item=item) | models.Q(item__parent=item))

    def carried(self) -> "ResolutionQuerySet":
        return self.filter(is_carried=True)

    def in_order(self) -> "ResolutionQuerySet":
        return self.order_by("item", "number", "letter")
