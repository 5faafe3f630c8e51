"""Work waiting: what each part of the office asks of the person who opens the staff pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from opcc.web.admin.menu import MENU

STATE_WORDS = {"draft": "Draft", "waiting": "Waiting", "due": "Due", "overdue": "Overdue", "done": "Done"}


@dataclass(frozen=True)
class WorkItem:
    """One line: how many, what they are, where the filtered list is, and the fact that decides."""

    count: int
    label: str
    url: str
    detail: str = ""
    state: str = "waiting"  # draft, waiting, due, overdue or done: the colour
    word: str = ""  # what the tag says, where the state's own word does not fit: 'Failed', 'Vacant'

    @property
    def tag(self) -> str:
        """The word on the tag."""
        return self.word or STATE_WORDS[self.state]


@dataclass(frozen=True)
class WorkGroup:
    """The work of one part of the office, under the menu's heading."""

    title: str
    items: tuple[WorkItem, ...]

    @property
    def waiting(self) -> tuple[WorkItem, ...]:
        """The lines that hold anything."""
        return tuple(item for item in self.items if item.count)


Source = Callable[[HttpRequest], Iterable[WorkGroup]]


class WorkSources:
    """Who knows about work waiting. An app registers a function; this module knows none of them.

    @work_sources.register
    def forum_work(request):
        return [WorkGroup("Forums and ambassadors", (WorkItem(3, "Forum reports to review", url),))]
    """

    def __init__(self) -> None:
        self._sources: list[Source] = []

    def register(self, source: Source) -> Source:
        """Ask this function too; registering twice asks once."""
        if source not in self._sources:
            self._sources.append(source)
        return source

    def groups(self, request: HttpRequest) -> list[WorkGroup]:
        """Everything waiting for this person, one group for each heading, in the menu's order."""
        found: dict[str, list[WorkItem]] = {group.title: [] for group in MENU}
        known: set[str] = set()
        for source in self._sources:
            for group in source(request):
                known.add(group.title)
                found.setdefault(group.title, []).extend(group.items)
        return [WorkGroup(title, tuple(items)) for title, items in found.items() if title in known]


work_sources = WorkSources()
