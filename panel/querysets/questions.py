"""Which questions of the public to keep."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from panel.enums import COUNTED, PUT, AskedState, MeetingState

if TYPE_CHECKING:
    from panel.models import PublicQuestion  # noqa: F401 -- named in quotes below


class PublicQuestionQuerySet(models.QuerySet["PublicQuestion"]):
    """Questions of the public."""

    def waiting(self) -> "PublicQuestionQuerySet":
        """Nobody has decided on them yet."""
        return self.filter(state=AskedState.RECEIVED)

    def put(self) -> "PublicQuestionQuerySet":
        """Accepted, answered or not."""
        return self.filter(state__in=PUT)

    def counted(self) -> "PublicQuestionQuerySet":
        """Those that count against the number a person may ask."""
        return self.filter(state__in=COUNTED)

    def public(self) -> "PublicQuestionQuerySet":
        """What anybody may read: accepted, for a meeting in public whose agenda is out."""
        published = Q(meeting__agenda_published_at__isnull=False) | Q(meeting__state=MeetingState.HELD)
        return self.put().filter(published, meeting__is_closed=False)

    def unanswered(self) -> "PublicQuestionQuerySet":
        """Accepted for a meeting that was held, and without an answer."""
        return self.filter(state=AskedState.ACCEPTED, meeting__state=MeetingState.HELD)

    def in_order(self) -> "PublicQuestionQuerySet":
        """Of receipt."""
        return self.order_by("received_at", "pk")

    def newest_first(self) -> "PublicQuestionQuerySet":
        """The latest meeting first, each meeting's in the order of receipt."""
        return self.order_by("-meeting__held_on", "-meeting__pk", "received_at", "pk")
