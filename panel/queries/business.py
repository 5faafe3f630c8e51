"""What is due at a meeting, from every part of the Panel's work, and what hangs on an item."""

from collections.abc import Sequence

from opcc.web.words import nice_date
from panel import precept_clock
from panel.agenda import Business
from panel.enums import ItemKind, ReportState
from panel.models import AgendaItem, PanelMeeting, PreceptReview, QuarterlyReport, StandingItem
from panel.queries.minutes import to_confirm
from panel.queries.reader import EVERYTHING, OPEN
from panel.queries.recommendations import actions_due_at, due_at
from panel.queries.register import decisions_for
from panel.queries.work_programme import due_work, standing_work

# The subjects of business; after a colon, the key of the record where there may be several.
RECOMMENDATIONS, EXEMPT_RECOMMENDATIONS, ACTIONS = "recommendations", "exempt recommendations", "actions"
MINUTES, EXEMPT_MINUTES, PRECEPT, DECISIONS = "minutes", "exempt minutes", "precept", "decisions"
WORK, STANDING_WORK, REPORT = "work", "standing work", "report"


def business_due(meeting: PanelMeeting) -> tuple[Business, ...]:
    """What an agenda that is drafted now must carry. A group's has its outline, and its minutes."""
    minutes = _minutes(meeting)
    if meeting.group_id is not None:
        return tuple(minutes)
    return (
        *minutes,
        *_precept(meeting),
        *_responses(meeting),
        *_exempt(meeting),
        *_reports(meeting),
        *_work(meeting),
        *_standing_work(),
        *_actions(meeting),
        *_decisions(meeting),
    )


def hanging_on(item: AgendaItem) -> list[str]:
    """What would be lost with the item, in words: 'sub-items', 'resolutions'."""
    kinds = {
        "sub-items": item.below,
        "resolutions": item.resolutions,
        "actions": item.actions,
        "verdicts": item.verdicts,
        "declarations of interest": item.declarations,
        "minutes": item.entries,
        "papers": item.papers,
    }
    return [words for words, rows in kinds.items() if rows.exists()]


def _minutes(meeting: PanelMeeting) -> list[Business]:
    """Those that wait to be confirmed. Of exempt ones it says that there are some."""
    due, waiting = list[Business](), to_confirm(meeting)
    if days := [nice_date(row.meeting.held_on) for row in waiting if not row.is_exempt]:
        due.append(
            Business(
                subject=MINUTES,
                title="Minutes",
                because="They wait to be confirmed",
                purpose=f"To confirm the minutes of {' and of '.join(days)}",
                kind=ItemKind.MINUTES,
            )
        )
    if any(row.is_exempt for row in waiting):
        due.append(
            Business(
                subject=EXEMPT_MINUTES,
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
    return [
        Business(
            subject=RECOMMENDATIONS,
            title="Responses to the Panel's recommendations",
            because=f"{_count(len(due), 'recommendation')} due or waiting for the Panel's verdict",
            purpose=f"To consider the response{_s(due)} to recommendation{_s(due)} {_named(due)}, "
            "and say whether the Panel is satisfied",
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
        step, what, because, purpose = (
            precept_clock.REPORT, "Proposed", "The Panel's report", "To review the proposed precept and report on it",
        )  # fmt: skip
    elif review.revised is not None and review.reviewed_on is None and (
        meeting.held_on <= by[precept_clock.SECOND_REVIEW]
    ):  # fmt: skip
        step, what, because, purpose = (
            precept_clock.SECOND_REVIEW, "Revised", "The Panel's second report",
            "To accept or reject the revised precept",
        )  # fmt: skip
    else:
        return []
    return [
        Business(
            subject=PRECEPT,
            title=f"{what} precept {review.financial_year}",
            because=f"{because} is due by {nice_date(by[step])}",
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


def _reports(meeting: PanelMeeting) -> list[Business]:
    """Reports that are made for this day: the item is there before they are, with a paper to follow."""
    rows = QuarterlyReport.objects.filter(meeting_on=meeting.held_on).exclude(state=ReportState.SUPERSEDED)
    return [
        Business(
            subject=f"{REPORT}:{row.title}",  # two versions of one are one
            title=row.title,
            because="The report is made for this meeting",
            purpose="To consider the report",
            lead="Commissioner",
            order=1,
        )
        for row in rows.order_by("kind", "year", "quarter_number", "version")
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


def _standing_work() -> list[Business]:
    """What comes to every meeting, but for what the outline says already."""
    outline = {
        title.casefold() for title in StandingItem.objects.filter(is_active=True).values_list("title", flat=True)
    }
    return [
        Business(
            subject=f"{STANDING_WORK}:{item.pk}",
            title=item.title,
            because="On the work programme of every meeting",
            purpose=item.detail,
            lead=item.lead,
            order=3,
        )
        for item in standing_work()
        if item.title.casefold() not in outline
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
            kind=ItemKind.ACTIONS,
            order=4,
        )
    ]


def _decisions(meeting: PanelMeeting) -> list[Business]:
    """Those of significant public interest. What the Freedom of Information Act keeps back stands on no agenda."""
    made = decisions_for(meeting)
    if not made:
        return []
    return [
        Business(
            subject=DECISIONS,
            title="Decisions of the Commissioner",
            because=f"{_count(len(made), 'decision')} of significant public interest since the Panel last met",
            purpose=f"To consider decision{_s(made)} {_named(made)}",
            kind=ItemKind.DECISIONS,
            order=5,
        )
    ]


def _count(number: int, what: str) -> str:
    return f"1 {what} is" if number == 1 else f"{number} {what}s are"


def _s(many: Sequence[str]) -> str:
    return "" if len(many) == 1 else "s"


def _named(references: Sequence[str]) -> str:
    """Each by its number: those between the first and the last need not be among them."""
    *others, last = references
    return f"{', '.join(others)} and {last}" if others else last
