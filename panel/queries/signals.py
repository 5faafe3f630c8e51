"""What stands out in the quarter before a meeting: figures of the force, priorities of forums; for staff to raise."""

from collections.abc import Iterator
from dataclasses import dataclass

from forums import reporting as forums
from opcc.core.quarters import Quarter
from panel.enums import WorkState
from panel.models import PanelMeeting, WorkItem
from performance import reporting as performance

MOVED = 2  # a topic stands out where so many more forums, or fewer, work on it than in the quarter before
FORCE, FORUMS = "Force performance", "Community forums"


@dataclass(frozen=True)
class Signal:
    """One thing that stands out. Nothing restricted is among them, so it can stand on a public agenda."""

    key: str
    title: str
    words: str
    source: str
    is_raised: bool = False


def signals_before(meeting: PanelMeeting) -> tuple[Signal, ...]:
    """What stands out in the last whole quarter before the meeting, with whether it is raised there. Nine queries."""
    quarter = Quarter.containing(meeting.held_on).previous
    of_meeting = WorkItem.objects.filter(meeting=meeting, state=WorkState.OPEN)
    raised = set(of_meeting.values_list("title", flat=True))
    found = (*_of_force(quarter), *_of_forums(quarter))
    return tuple(Signal(*parts, is_raised=parts[1] in raised) for parts in found)


def _of_force(quarter: Quarter) -> Iterator[tuple[str, str, str, str]]:
    card = performance.scorecard(quarter, area=None, include_restricted=False)
    for group in card.groups if card else ():
        for reading in group.readings:
            if reading.has_signal:
                words = ". ".join(signal.words for signal in reading.signals)
                title = f"{reading.measure.name}: {quarter.label}"
                yield f"measure {reading.measure.code}", title, f"{words}.", f"{FORCE}, {quarter.label}"


def _of_forums(quarter: Quarter) -> Iterator[tuple[str, str, str, str]]:
    for count in forums.priority_counts(quarter.previous.period, quarter.period):
        if count.is_none or abs(count.change) < MOVED:
            continue
        words = f"A priority of {_forums(count.second)}, {'up' if count.change > 0 else 'down'} from {count.first}."
        title = f"{count.full_name}, a priority of forums: {quarter.label}"
        yield f"topic {count.topic}", title, words, f"{FORUMS}, {quarter.label}"


def _forums(number: int) -> str:
    return f"{number} forum{'' if number == 1 else 's'}"
