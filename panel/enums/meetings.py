"""What becomes of a meeting, and how days before it are counted."""

from django.db.models import TextChoices


class MeetingState(TextChoices):
    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


class ClearDays(TextChoices):
    WORKING_DAYS = "working_days", "Working days: weekends and bank holidays do not count"
    STRICT = "strict", "Strict: the breaks at Christmas and Easter do not count either"
