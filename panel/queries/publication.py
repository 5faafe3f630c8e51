"""The publication checklist as staff and the public read it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from panel import publication
from panel.models import PublicationDuty
from panel.publication import Frequency, Published, Standing
from panel.specified_information import Specified


@dataclass(frozen=True)
class DutyLine:
    """One thing to publish, and how it stands on a day."""

    duty: PublicationDuty
    item: Specified
    last_on: date | None
    url: str
    due_on: date | None
    standing: Standing

    @property
    def is_late(self) -> bool:
        """Overdue, or never published at all."""
        return self.standing in (Standing.OVERDUE, Standing.NEVER)


def checklist(today: date) -> tuple[DutyLine, ...]:
    """Everything that applies to the office, in the order of the Order. One query."""
    rows = PublicationDuty.objects.in_force().with_last().select_related("owner").order_by("place", "pk")
    return tuple(duty_line(row, today) for row in rows)


def duty_line(row: PublicationDuty, today: date) -> DutyLine:
    """How a row of `PublicationDuty.objects.with_last()` stands. What the site shows by itself is never late."""
    item = row.item
    last_on: date | None = row.last_on  # type: ignore[attr-defined]  # annotated, as are the three below
    if item.shown_at:
        shown = row.shown_last  # type: ignore[attr-defined]
        return DutyLine(row, item, timezone.localdate(shown) if shown else None, "", None, Standing.CURRENT)
    frequency = Frequency(row.frequency)
    known = Published(last_on, row.last_year, row.changed_on)  # type: ignore[attr-defined]
    return DutyLine(
        duty=row,
        item=item,
        last_on=last_on,
        url=row.last_url or "",  # type: ignore[attr-defined]
        due_on=publication.next_due(frequency, known),
        standing=publication.standing(frequency, known, today),
    )
