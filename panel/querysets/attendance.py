"""Which lines of attendance, declarations, substitutes and minutes to keep. Nothing exempt unless asked for."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from panel.enums import SETTLED, DeclaredKind, Presence
from panel.querysets.membership import in_force
from panel.querysets.openness import item_open

if TYPE_CHECKING:
    from panel.models import (  # noqa: F401 -- named in quotes below
        Attendance,
        Declaration,
        MinuteEntry,
        PanelMinutes,
        Substitute,
    )


class SubstituteQuerySet(models.QuerySet["Substitute"]):
    """Whom a council may send in a member's place."""

    def on(self, day: date) -> "SubstituteQuerySet":
        """Those named for the day."""
        return self.filter(in_force(day))


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Lines of the attendance of meetings."""

    def present(self) -> "AttendanceQuerySet":
        """Those with a voice: members who came, and substitutes."""
        return self.filter(presence=Presence.PRESENT)

    def by_name(self) -> "AttendanceQuerySet":
        return self.order_by("member__last_name", "member__first_name", "pk")


class DeclarationQuerySet(models.QuerySet["Declaration"]):
    """Interests declared at meetings."""

    def open(self) -> "DeclarationQuerySet":
        """What the public may know of: not on an exempt item."""
        return self.filter(item_open("item__"))

    def to_register(self) -> "DeclarationQuerySet":
        """Pecuniary ones of which nobody has said where they stand in the register."""
        return self.filter(kind=DeclaredKind.PECUNIARY, registered=None)

    def excluding(self) -> "DeclarationQuerySet":
        """Those that keep a member from the item: pecuniary, and without a dispensation."""
        return self.filter(kind=DeclaredKind.PECUNIARY, dispensation="")


class MinutesQuerySet(models.QuerySet["PanelMinutes"]):
    """Minutes of meetings, the open and the exempt ones."""

    def open(self) -> "MinutesQuerySet":
        """Those of what was said in public."""
        return self.filter(is_exempt=False)

    def exempt(self) -> "MinutesQuerySet":
        return self.filter(is_exempt=True)

    def settled(self) -> "MinutesQuerySet":
        """Confirmed, signed or not."""
        return self.filter(state__in=SETTLED)

    def printed(self) -> "MinutesQuerySet":
        """Those that readers may have, as printed last."""
        return self.exclude(printed_at=None)

    def readable(self) -> "MinutesQuerySet":
        """Open ones as printed. What was printed before something of the meeting was made exempt is not among them."""
        claims = apps.get_model("panel", "ExemptionClaim").objects
        of_meeting = Q(item__meeting=OuterRef("meeting")) | Q(resolution__item__meeting=OuterRef("meeting"))
        since = claims.filter(of_meeting, decided_at__gt=OuterRef("printed_at"))
        return self.open().printed().exclude(Exists(since))

    def public(self) -> "MinutesQuerySet":
        """What anybody may read: not those of a closed session."""
        return self.readable().filter(meeting__is_closed=False)


class EntryQuerySet(models.QuerySet["MinuteEntry"]):
    """What minutes say of items."""

    def open(self) -> "EntryQuerySet":
        """Of open minutes, on items that are open still."""
        return self.filter(item_open("item__"), minutes__is_exempt=False)
