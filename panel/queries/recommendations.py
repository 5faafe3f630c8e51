"""Recommendations and actions as lists, pages and the pack's log read them."""

import uuid
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q

from opcc.web.words import nice_date
from panel.enums import ENDED, ActionState, AnswerKind, LetterState, Opinion, RecommendationState
from panel.models import Member, PanelAction, PanelLetter, PanelMeeting, PanelVerdict, ProgressUpdate, Recommendation
from panel.queries.reader import OPEN, Reader
from panel.querysets import PanelActionQuerySet, RecommendationQuerySet

MOST_SHOWN = 5  # of what waits for the Panel, on a member's own page
MONTHS_SHOWN = 6  # of what was completed, as the Panel's log prints it


@dataclass(frozen=True)
class LogLine:
    """A line of the log: a recommendation or an action."""

    raised_on: date
    what: str
    reference: str
    lead: str
    update_on: date | None
    notes: tuple[str, ...]
    ended_on: date | None = None
    is_synthetic: bool = False


@dataclass(frozen=True)
class ActionLog:
    """The Panel's log as the pack prints it."""

    as_at: date
    since: date
    in_progress: tuple[LogLine, ...]
    completed: tuple[LogLine, ...]


@dataclass(frozen=True)
class Whole:
    """A recommendation with all that its page shows."""

    row: Recommendation
    actions: tuple[PanelAction, ...]
    updates: tuple[ProgressUpdate, ...]
    verdicts: tuple[PanelVerdict, ...]
    letter: PanelLetter | None
    reply: PanelLetter | None

    @property
    def open_actions(self) -> int:
        return sum(1 for action in self.actions if action.state == ActionState.OPEN)


def listed(rows: RecommendationQuerySet) -> RecommendationQuerySet:
    """The rows with what a list shows of each, its open actions counted. One query."""
    return rows.with_meeting().annotate(open_actions=Count("actions", filter=Q(actions__state=ActionState.OPEN)))


def whole(public_id: uuid.UUID, reader: Reader) -> Whole | None:
    """The recommendation of this address, if this reader may know of it. Seven queries at most."""
    row = reader.recommendations().with_meeting().filter(public_id=public_id).first()
    if row is None:
        return None
    sent = row.letter if row.letter is not None and row.letter.state == LetterState.SENT else None
    reply = PanelLetter.objects.sent().filter(answers=sent).first() if sent else None
    updates = Prefetch("updates", ProgressUpdate.objects.order_by("on", "pk"))
    actions = PanelAction.objects.filter(recommendation=row).prefetch_related(updates, "evidence")
    return Whole(
        row=row,
        actions=tuple(actions.order_by("due_on", "pk")),
        updates=tuple(row.updates.order_by("on", "pk")),
        verdicts=tuple(reader.verdicts().filter(recommendation=row).in_order()),
        letter=sent,
        reply=reply,
    )


def years(reader: Reader) -> list[int]:
    """The years of which there are recommendations, the latest first. One query."""
    days = reader.recommendations().dates("resolution__item__meeting__held_on", "year", order="DESC")
    return [day.year for day in days]


def action_log(as_at: date, reader: Reader = OPEN) -> ActionLog:
    """The log on a day: what is in progress, and what was completed in the six months before. Five queries.

    A letter's recommendations have a line each, so that no one of them is lost among the others.
    """
    since = _months_before(as_at, MONTHS_SHOWN)
    lines = [*_recommendation_lines(reader, as_at, since), *_action_lines(reader, as_at, since)]
    newest = sorted(lines, key=lambda line: line.reference or "~")  # a recommendation before its actions
    newest.sort(key=lambda line: line.raised_on, reverse=True)
    return ActionLog(
        as_at=as_at,
        since=since,
        in_progress=tuple(line for line in newest if line.ended_on is None),
        completed=tuple(line for line in newest if line.ended_on is not None),
    )


def _recommendation_lines(reader: Reader, as_at: date, since: date) -> Iterable[LogLine]:
    updates = Prefetch("updates", ProgressUpdate.objects.filter(on__lte=as_at).order_by("on", "pk"), to_attr="log")
    verdicts = Prefetch(
        "verdicts",
        reader.verdicts().filter(item__meeting__held_on__lte=as_at).in_order(),
        to_attr="said",
    )
    rows = reader.recommendations().filter(resolution__item__meeting__held_on__lte=as_at)
    rows = rows.exclude(state__in=ENDED, closed_on__lt=since)
    for row in rows.with_meeting().prefetch_related(updates, verdicts):
        over = row.closed_on is not None and row.closed_on <= as_at
        yield LogLine(
            raised_on=row.resolution.item.meeting.held_on,
            what=row.title,
            reference=row.reference,
            lead=row.lead or row.recipient,
            update_on=None if over else row.update_on,
            notes=_notes(row, as_at),
            ended_on=row.closed_on if over else None,
            is_synthetic=row.is_synthetic,
        )


def _notes(row: Recommendation, as_at: date) -> tuple[str, ...]:
    """What there is to say of a recommendation, in the order in which it happened."""
    found: list[tuple[date, str]] = []
    if row.letter is not None and row.letter.state == LetterState.SENT and row.letter.dated_on <= as_at:
        found.append((row.letter.dated_on, f"Recommendation {row.letter_number} in the Panel’s letter."))
    response = getattr(row, "response", None)
    if response is not None and response.given_on <= as_at:
        found.append((response.given_on, _answered(response)))
    found += [(update.on, update.text) for update in row.log]  # type: ignore[attr-defined]  # prefetched
    for verdict in row.said:  # type: ignore[attr-defined]  # prefetched
        words = f"The Panel: {Opinion(verdict.opinion).label.lower()}."
        found.append((verdict.item.meeting.held_on, f"{words} {verdict.note}".strip()))
    if row.closed_on is not None and row.closed_on <= as_at:
        withdrawn = row.state == RecommendationState.WITHDRAWN
        found.append((row.closed_on, f"Withdrawn: {row.withdrawn_reason}" if withdrawn else "Closed."))
    return tuple(f"{nice_date(day)}: {words}" for day, words in sorted(found, key=lambda line: line[0]))


def _answered(response: object) -> str:
    answer = AnswerKind(response.answer)  # type: ignore[attr-defined]  # a RecommendationResponse, related one to one
    more = {AnswerKind.IN_PART: response.part, AnswerKind.REJECTED: response.reason}.get(answer, "")  # type: ignore[attr-defined]  # likewise
    return f"{answer.label}: {more.rstrip('.')}." if more else f"{answer.label}."


def _action_lines(reader: Reader, as_at: date, since: date) -> Iterable[LogLine]:
    updates = Prefetch("updates", ProgressUpdate.objects.filter(on__lte=as_at).order_by("on", "pk"), to_attr="log")
    rows = reader.actions().with_origin().raised_by(as_at)
    rows = rows.exclude(ended_on__lt=since)
    for action in rows.prefetch_related(updates):
        over = action.ended_on is not None and action.ended_on <= as_at
        notes = [f"{nice_date(update.on)}: {update.text}" for update in action.log]  # type: ignore[attr-defined]  # prefetched
        if over and action.ended_on is not None:
            done = action.get_state_display()
            outcome = f": {action.outcome.rstrip('.')}" if action.outcome else ""
            notes.append(f"{nice_date(action.ended_on)}: {done}{outcome}.")
        yield LogLine(
            raised_on=action.raised_on,
            what=action.text,
            reference=action.recommendation.reference if action.recommendation else "",
            lead=action.lead,
            update_on=None if over else action.update_on,
            notes=tuple(notes),
            ended_on=action.ended_on if over else None,
            is_synthetic=action.is_synthetic,
        )


def recommendations_of(meeting: PanelMeeting, *, to: str, to_other: str, exempt: bool) -> list[Recommendation]:
    """What a letter about this meeting says to this recipient, in the order in which it was resolved. One query."""
    rows = _for_letters(meeting, exempt=exempt).filter(to=to, to_other=to_other)
    return list(rows.with_meeting().order_by("reference"))


def recipients_of(meeting: PanelMeeting, *, exempt: bool) -> list[str]:
    """To whom letters about this meeting go. One query."""
    return sorted({row.recipient for row in _for_letters(meeting, exempt=exempt)})


def _for_letters(meeting: PanelMeeting, *, exempt: bool) -> RecommendationQuerySet:
    rows = Recommendation.objects.exempt() if exempt else Recommendation.objects.open()
    return rows.live().filter(resolution__item__meeting=meeting)


def due_at(meeting: PanelMeeting, reader: Reader) -> RecommendationQuerySet:
    """What the Panel is to hear of at this meeting: responses due by then, and what waits for its verdict."""
    waiting = Q(state=RecommendationState.FOR_VERDICT) | Q(state=RecommendationState.RESPONDED)
    due = Q(due_on__lte=meeting.held_on) & Q(state__in=[RecommendationState.MADE, RecommendationState.SENT])
    back = Q(update_on__lte=meeting.held_on) & Q(state=RecommendationState.IN_PROGRESS)
    return reader.recommendations().filter(waiting | due | back)


def actions_due_at(meeting: PanelMeeting, reader: Reader) -> PanelActionQuerySet:
    """Open actions that are due, or of which the Panel is to hear, by this meeting."""
    day = meeting.held_on
    return reader.actions().to_do().filter(Q(due_on__lte=day) | Q(update_on__lte=day))


@dataclass(frozen=True)
class Attention:
    """What a member's own page says of recommendations and actions."""

    overdue: int
    for_verdict: tuple[Recommendation, ...]
    mine: tuple[PanelAction, ...]


def attention(member: Member | None, reader: Reader, today: date) -> Attention:
    """How many are overdue, the first few that wait for the Panel's verdict, and the member's own open actions.

    Three queries, two for somebody who is no member.
    """
    rows = reader.recommendations()
    waiting = rows.filter(state=RecommendationState.FOR_VERDICT).with_meeting().order_by("update_on", "reference")
    own = reader.actions().to_do().filter(member=member).with_origin().order_by("due_on", "pk") if member else ()
    overdue = rows.overdue(today).count()
    return Attention(overdue=overdue, for_verdict=tuple(waiting[:MOST_SHOWN]), mine=tuple(own))


def _months_before(day: date, months: int) -> date:
    """The same day some months before, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
