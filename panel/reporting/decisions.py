"""What the office has to publish, as its home page reads it."""

from datetime import date

from panel import queries
from panel.queries import DutyLine


def publications_late(today: date) -> tuple[DutyLine, ...]:
    """What the office should have published and has not. One query."""
    return tuple(line for line in queries.checklist(today) if line.is_late)
