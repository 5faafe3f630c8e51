"""What is due at a meeting, from every part of the Panel's work, and what hangs on an item."""

from opcc.web.words import nice_date
from panel import precept_clock
from panel.agenda import Business
from panel.enums import ItemKind
from panel.models import AgendaItem, PanelMeeting, PreceptReview, StandingItem
from panel.queries.minutes import to_confirm
from panel.queries.recommendations import EVERYTHING, OPEN, actions_due_at, due_at
from panel.queries.register import decisions_for
from panel.queries.work_programme import due_work

RECOMMENDATIONS, EXEMPT_RECOMMENDATIONS, ACTIONS, WORK = "recommendations", "exempt recommendations", "actions", "work"
PRECEPT = "precept"
DECISIONS = "decisions"


def business_due(meeting: PanelMeeting) -> tuple[Business, ...]:
    """What an agenda that is drafted now must carry besides its outline. A group's has its outline, and its minutes."""
    minutes = _minutes(meeting)
    if meeting.group_id is not None:
        return tuple(minutes)
    return (
        *minutes,
        *_precept(meeting),
        *_responses(meeting),
        *_exempt(meeting),
        *_work(meeting),
        *_actions(meeting),
        *_decisions(meeting),
    )


def minutes_waiting(meeting: PanelMeeting) -> str:
    """Which open minutes an agenda that is drafted now puts to the meeting, in words; empty where none wait."""
    days = [nice_date(row.meeting.held_on) for row in to_confirm(meeting) if not row.is_exempt]
    return f"To confirm the minutes of {' and of '.join(days)}" if days else ""


def hanging_on(item: AgendaItem) -> list[str]:
    """What would be lost with the item, in words: 'sub-items', 'resolutions'."""
    kinds = {"sub-items": item.below, "resolutions": item.resolutions, "actions": item.actions}
    more = {"verdicts": item.verdicts, "declarations of interest": item.declarations, "minutes": item.entries}
    more["papers"] = item.papers
    return [words for words, rows in {**kinds, **more}.items() if rows.exists()]


def _minutes(meeting: PanelMeeting) -> list[Business]:
    """Open minutes stand in the outline's own item, where it has one. Of exempt ones it says that there are some."""
    due = []
    if (waiting := minutes_waiting(meeting)) and not StandingItem.objects.filter(
        kind=ItemKind.MINUTES, is_active=True
    ).exists():
        due.append(Business(subject="minutes", title="Minutes", because="They wait to be confirmed", purpose=waiting))
    if any(row.is_exempt for row in to_confirm(meeting)):
        due.append(
            Business(
                subject="exempt minutes",
                title="Exempt minutes",
                because="Exempt minutes wait to be confirmed: make this item exempt",
                is_exempt=True,
                order=8,
            )
        )
    return due


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


def _precept(meeting: PanelMeeting) -> list[Business]:
    """The precept that the Panel must report on, or the revised one, if the meeting comes before the day by law."""
    review = PreceptReview.objects.filter(year=meeting.held_on.year).first()
    if review is None:
        return []
    by = {step.key: step.by for step in precept_clock.steps(review.year)}
    if review.reported_on is None and meeting.held_on <= by[precept_clock.REPORT]:
        because, what, purpose = "report", "Proposed", "To review the proposed precept and report on it"
    elif (
        review.revised is not None and review.reviewed_on is None and meeting.held_on <= by[precept_clock.SECOND_REVIEW]
    ):
        because, what, purpose = "second report", "Revised", "To accept or reject the revised precept"
    else:
        return []
    key = precept_clock.REPORT if because == "report" else precept_clock.SECOND_REVIEW
    return [
        Business(
            subject=PRECEPT,
            title=f"{what} precept {review.financial_year}",
            because=f"The Panel's {because} is due by {nice_date(by[key])}",
            purpose=purpose,
            lead="Commissioner",
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


def _decisions(meeting: PanelMeeting) -> list[Business]:
    """Those of significant public interest. What the Freedom of Information Act keeps back stands on no agenda."""
    made = decisions_for(meeting)
    if not made:
        return []
    named = made[0] if len(made) == 1 else f"{made[0]} to {made[-1]}"
    return [
        Business(
            subject=DECISIONS,
            title="Decisions of the Commissioner",
            because=f"{_count(len(made), 'decision')} of significant public interest since the Panel last met",
            purpose=f"To consider decision{'' if len(made) == 1 else 's'} {named}",
            kind=ItemKind.DECISIONS,
            order=4,
        )
    ]


def _count(number: int, what: str) -> str:
    return f"{number} {what} {'is' if number == 1 else ''}".strip() if number == 1 else f"{number} {what}s are"
