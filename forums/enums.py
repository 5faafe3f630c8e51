"""What a forum meeting came to, and how its priorities follow on from the last."""

from django.db.models import TextChoices


class MeetingState(TextChoices):
    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


class PrioritiesOutcome(TextChoices):
    """'None agreed' is an answer; 'not recorded' is the lack of one."""

    NOT_RECORDED = "not_recorded", "Not recorded"
    AGREED = "agreed", "Priorities were agreed"
    NONE_AGREED = "none_agreed", "No priorities were agreed"


class Continuity(TextChoices):
    NEW = "new", "New at this meeting"
    RETAINED = "retained", "Kept from last time"
