"""What is due at a meeting, from every part of the Panel's work, and what hangs on an item."""

from panel.agenda import Business
from panel.models import AgendaItem, PanelMeeting


def business_due(meeting: PanelMeeting) -> tuple[Business, ...]:
    """What an agenda that is drafted now must carry besides its outline."""
    return ()


def hanging_on(item: AgendaItem) -> list[str]:
    """What would be lost with the item, in words: 'sub-items', 'resolutions'."""
    found = []
    if item.below.exists():
        found.append("sub-items")
    if item.resolutions.exists():
        found.append("resolutions")
    return found
