"""The work programme as pages and the pack print it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from panel.enums import WorkKind
from panel.models import PanelMeeting, WorkItem
from panel.queries.reader import Reader


@dataclass(frozen=True)
class WorkGroup:
    """Items that come together: at one meeting, at every one, or at none yet."""

    title: str
    items: tuple[WorkItem, ...]
    meeting: PanelMeeting | None = None


@dataclass(frozen=True)
class WorkProgramme:
    """The programme on a day: dated items by meeting, standing items, items to be timetabled."""

    dated: tuple[WorkGroup, ...]
    standing: tuple[WorkItem, ...]
    to_timetable: tuple[WorkItem, ...]

    @property
    def items(self) -> tuple[WorkItem, ...]:
        """All of them, in the order of the table."""
        return (*(item for group in self.dated for item in group.items), *self.standing, *self.to_timetable)


def work_programme(reader: Reader, *, since: date | None = None) -> WorkProgramme:
    """What this reader may know of what is to come; with `since`, from meetings on that day or later. Three queries."""
    rows = reader.work_items().to_come().select_related("meeting__group")
    dated = rows.dated()
    if since is not None:
        dated = dated.filter(meeting__held_on__gte=since)
    return WorkProgramme(tuple(_by_meeting(dated)), tuple(rows.standing()), tuple(rows.to_timetable()))


def due_work(meeting: PanelMeeting) -> list[WorkItem]:
    """Dated items for this meeting that stand on no agenda yet. One query."""
    return list(WorkItem.objects.to_come().dated().filter(kind=WorkKind.DATED, meeting=meeting, item=None))


def standing_work() -> list[WorkItem]:
    """Items that come to every meeting. One query."""
    return list(WorkItem.objects.to_come().standing())


def _by_meeting(items: Iterable[WorkItem]) -> Iterable[WorkGroup]:
    for meeting, group in groupby(items, key=lambda item: item.meeting):
        yield WorkGroup(str(meeting), tuple(group), meeting)
