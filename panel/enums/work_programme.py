"""When an item of the work programme comes to the Panel, and what became of it."""

from django.db.models import TextChoices


class WorkKind(TextChoices):
    DATED = "dated", "Dated"
    STANDING = "standing", "Standing item"
    TO_TIMETABLE = "to_timetable", "To be timetabled"


class WorkState(TextChoices):
    OPEN = "open", "To come"
    DONE = "done", "Taken"
    DROPPED = "dropped", "Taken off"
