"""What is due at a meeting, from every part of the Panel's work, and what hangs on an item."""

from panel.agenda import Business
from panel.models import AgendaItem, PanelMeeting
from panel.queries.recommendations import EVERYTHING, OPEN, actions_due_at, due_at
from panel.queries.work_programme import due_work

RECOMMENDATIONS, EXEMPT_RECOMMENDATIONS, ACTIONS, WORK = "recommendations", "exempt recommendations", "actions", "work"


def business_due(meeting: PanelMeeting) -> tuple[Business, ...]:
    """What an agenda that is drafted now must carry besides its outline. A group's has its outline alone."""
    if meeting.group_id is not None:
        return ()
    return (*_responses(meeting), *_exempt(meeting), *_work(meeting), *_actions(meeting))


def hanging_on(item: AgendaItem) -> list[str]:
    """What would be lost with the item, in words: 'sub-items', 'resolutions'."""
    kinds = {"sub-items": item.below, "resolutions": item.resolutions, "actions": item.actions}
    return [
        words for words, rows in {**kinds, "verdicts": item.verdicts, "papers": item.papers}.items() if rows.exists()
    ]


def _responses(meeting: PanelMeeting) -> list[Business]:
    due = list(due_at(meeting, OPEN).order_by("reference").values_list("reference", flat=True))
    if not due:
        return []
    named = due[0] if len(due) == 1 else f"{due[0]} to {due[-1]}"
    return [
        Business(
            subject=RECOMMENDATIONS,
            title="Responses to the Panel's recommendations",
            because=f"{_count(len(due), 'recommendation')} due or waiting for the Panel's verdict",
            purpose=f"To consider the responses to recommendations {named}, and say whether the Panel is satisfied",
            order=1,
        )
    ]


def _exempt(meeting: PanelMeeting) -> list[Business]:
    """Of what is exempt, an agenda that nobody has made exempt yet says only that it is there."""
    found = due_at(meeting, EVERYTHING).exempt().exists() or actions_due_at(meeting, EVERYTHING).exempt().exists()
    if not found:
        return []
    return [
        Business(
            subject=EXEMPT_RECOMMENDATIONS,
            title="Exempt recommendations and actions",
            because="Exempt recommendations or actions are due: make this item exempt",
            is_exempt=True,
            order=9,
        )
    ]


def _work(meeting: PanelMeeting) -> list[Business]:
    return [
        Business(
            subject=f"{WORK}:{item.pk}",
            title=item.title,
            because="Due by the work programme",
            purpose=item.detail,
            lead=item.lead,
            order=2,
        )
        for item in due_work(meeting)
    ]


def _actions(meeting: PanelMeeting) -> list[Business]:
    due = actions_due_at(meeting, OPEN).count()
    if not due:
        return []
    return [
        Business(
            subject=ACTIONS,
            title="Actions due",
            because=f"{_count(due, 'action')} due by this meeting",
            purpose="To hear what came of the actions that are due",
            order=3,
        )
    ]


def _count(number: int, what: str) -> str:
    return f"{number} {what} {'is' if number == 1 else ''}".strip() if number == 1 else f"{number} {what}s are"
