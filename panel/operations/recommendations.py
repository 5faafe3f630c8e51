"""From the resolution to the closing: each step of a recommendation, with who took it and when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.references import next_in_series
from opcc.core.saving import acting, not_in_future, save_checked, worded
from opcc.web.words import nice_date
from panel.enums import (
    ANSWERED,
    LIVE,
    TO_SOMEBODY,
    UNANSWERED,
    AnswerKind,
    MeetingState,
    Opinion,
    Recipient,
    RecommendationState,
    ResolutionKind,
)
from panel.models import AgendaItem, PanelVerdict, Recommendation, RecommendationResponse, Resolution
from panel.permissions import ADD_RECOMMENDATION, CHANGE_RECOMMENDATION, must_have, sees_exempt

DIGITS = 2
MOST_TEXT = 10_000
MOST_REASON = 500


@transaction.atomic
def make_recommendation(
    *,
    resolution: Resolution,
    title: str,
    by: User | None,
    at: datetime,
    to: Recipient = Recipient.COMMISSIONER,
    to_other: str = "",
    lead: str = "",
    due_on: date | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> Recommendation:
    """Make a recommendation of a carried resolution that recommends or requests. It gets the year's next number."""
    must_have(by, ADD_RECOMMENDATION, "make a recommendation")
    related = ("item__meeting", "item__parent")
    resolution = Resolution.objects.select_for_update(of=("self",)).select_related(*related).get(pk=resolution.pk)
    _refuse_unless_it_asks(resolution)
    met_on = resolution.item.meeting.held_on
    if due_on is not None and due_on < met_on:
        raise DomainError(f"The Panel met on {nice_date(met_on)}. Enter a later day.", field="due_on")
    made = Recommendation(
        reference=next_in_series(series=f"{met_on.year}/", digits=DIGITS, rows=Recommendation.objects.all()),
        resolution=resolution,
        title=title.strip(),
        text=resolution.text,
        to=to,
        to_other=to_other.strip(),
        lead=lead.strip(),
        due_on=due_on,
        source=source,
        is_synthetic=is_synthetic,
    )
    must_know_of(by, made)
    with acting(by, f"Recommendation {made.reference} made"):
        save_checked(made)
    return made


@transaction.atomic
def change_recommendation(
    *,
    recommendation: Recommendation,
    title: str,
    to: Recipient,
    to_other: str,
    lead: str,
    due_on: date | None,
    update_on: date | None,
    by: User | None,
    at: datetime,
) -> Recommendation:
    """Correct what stands around the words of a recommendation. The words are the Panel's and stay."""
    must_have(by, CHANGE_RECOMMENDATION, "change a recommendation")
    row = _locked(recommendation, by, *LIVE)
    row.title, row.to, row.to_other, row.lead = title.strip(), to, to_other.strip(), lead.strip()
    row.due_on, row.update_on = due_on, update_on
    with acting(by, f"Recommendation {row.reference} changed"):
        save_checked(row)
    return row


@transaction.atomic
def record_response(
    *,
    recommendation: Recommendation,
    answer: AnswerKind,
    text: str,
    given_on: date,
    by: User | None,
    at: datetime,
    part: str = "",
    reason: str = "",
    published_url: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> RecommendationResponse:
    """Write down what was answered: accepted, accepted in part with which part, or rejected with the reason."""
    must_have(by, CHANGE_RECOMMENDATION, "record a response")
    row = _locked(recommendation, by, *UNANSWERED)
    response = RecommendationResponse(recommendation=row, source=source, is_synthetic=is_synthetic)
    with acting(by, f"Response to {row.reference} recorded"):
        _write_response(response, row, _Said(answer, text, given_on, part, reason, published_url), by, at)
        _move(row, RecommendationState.RESPONDED)
    return response


@transaction.atomic
def correct_response(
    *,
    recommendation: Recommendation,
    answer: AnswerKind,
    text: str,
    given_on: date,
    why: str,
    by: User | None,
    at: datetime,
    part: str = "",
    reason: str = "",
    published_url: str = "",
) -> RecommendationResponse:
    """Write a response again, whole, with why. What it said before stays in the history."""
    must_have(by, CHANGE_RECOMMENDATION, "correct a response")
    why = worded(why, most=250, missing="Say why the response is written again.", field="why")
    row = _locked(recommendation, by, *ANSWERED)
    response = RecommendationResponse.objects.select_for_update().get(recommendation=row)
    with acting(by, why):
        _write_response(response, row, _Said(answer, text, given_on, part, reason, published_url), by, at)
    return response


@transaction.atomic
def put_to_panel(*, recommendation: Recommendation, by: User | None, at: datetime) -> Recommendation:
    """Put an answered recommendation before the Panel, which then says whether it is satisfied."""
    must_have(by, CHANGE_RECOMMENDATION, "put a recommendation to the Panel")
    row = _locked(recommendation, by, RecommendationState.RESPONDED, RecommendationState.IN_PROGRESS)
    with acting(by, f"{row.reference} put to the Panel"):
        _move(row, RecommendationState.FOR_VERDICT)
    return row


@transaction.atomic
def record_verdict(
    *,
    recommendation: Recommendation,
    item: AgendaItem,
    opinion: Opinion,
    by: User | None,
    at: datetime,
    note: str = "",
    update_on: date | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> PanelVerdict:
    """Record what the Panel said at a meeting. If it is not satisfied, the recommendation stays open with a new day."""
    must_have(by, CHANGE_RECOMMENDATION, "record a verdict")
    row = _locked(recommendation, by, *ANSWERED)
    meeting = item.meeting
    if meeting.state != MeetingState.HELD:
        raise DomainError("Choose an item of a meeting that was held.", field="item")
    if item.is_kept_back and not row.is_exempt:
        raise DomainError(
            "This item is exempt and the recommendation is open. Choose the open item under which it was told.",
            field="item",
        )
    if meeting.held_on < row.resolution.item.meeting.held_on:
        raise DomainError("Choose an item of a meeting after the one that resolved this.", field="item")
    if opinion == Opinion.SATISFIED:
        update_on = None
    elif update_on is None or update_on <= meeting.held_on:
        raise DomainError(
            f"The Panel is not satisfied, so this comes back. Enter a day after {nice_date(meeting.held_on)}.",
            field="update_on",
        )
    verdict = PanelVerdict(
        recommendation=row, item=item, opinion=opinion, note=note.strip(), update_on=update_on, recorded_by=by,
        recorded_at=at, source=source, is_synthetic=is_synthetic,
    )  # fmt: skip
    with acting(by, f"Verdict on {row.reference}: {Opinion(opinion).label.lower()}"):
        save_checked(verdict)
        satisfied = opinion == Opinion.SATISFIED
        row.update_on = update_on
        _move(row, RecommendationState.FOR_VERDICT if satisfied else RecommendationState.IN_PROGRESS)
    return verdict


@transaction.atomic
def close_recommendation(
    *, recommendation: Recommendation, by: User | None, at: datetime, closed_on: date | None = None
) -> Recommendation:
    """Close one with which the Panel is satisfied and of which no action is open."""
    must_have(by, CHANGE_RECOMMENDATION, "close a recommendation")
    row = _locked(recommendation, by, *ANSWERED)
    last = row.verdicts.order_by("-item__meeting__held_on", "-pk").select_related("item__meeting").first()
    if last is None or last.opinion != Opinion.SATISFIED:
        raise DomainError(
            "The Panel has not said that it is satisfied. Put this to a meeting and record the verdict first."
        )
    waiting = row.actions.to_do().count()
    if waiting:
        still = "1 action is still open" if waiting == 1 else f"{waiting} actions are still open"
        raise DomainError(f"{still}. Record what came of it first, or drop it with the reason.")
    row.closed_on = closed_on or timezone.localdate(at)
    if row.closed_on < last.item.meeting.held_on or row.closed_on > timezone.localdate(at):
        raise DomainError(
            f"The Panel was satisfied on {nice_date(last.item.meeting.held_on)}. Enter that day or a later one, "
            "not one that has yet to come.",
            field="closed_on",
        )
    row.update_on = None
    with acting(by, f"{row.reference} closed"):
        _move(row, RecommendationState.CLOSED)
    return row


@transaction.atomic
def withdraw_recommendation(
    *, recommendation: Recommendation, reason: str, by: User | None, at: datetime
) -> Recommendation:
    """End one that the Panel no longer asks for. Its number is not used again."""
    must_have(by, CHANGE_RECOMMENDATION, "withdraw a recommendation")
    row = _locked(recommendation, by, *LIVE)
    row.withdrawn_reason = worded(reason, most=MOST_REASON, missing="Say why it is withdrawn.", field="reason")
    if row.actions.to_do().exists():
        raise DomainError("An action under this is still open. Drop it with the reason first.")
    row.closed_on, row.update_on = timezone.localdate(at), None
    with acting(by, f"{row.reference} withdrawn"):
        _move(row, RecommendationState.WITHDRAWN)
    return row


def mark_in_progress(row: Recommendation) -> None:
    """Something is being done about an answered recommendation; inside the caller's transaction."""
    states = (RecommendationState.RESPONDED, RecommendationState.FOR_VERDICT)
    Recommendation.objects.filter(pk=row.pk, state__in=states).update(state=RecommendationState.IN_PROGRESS)


def must_know_of(by: User | None, row: Recommendation) -> None:
    """Refuse a person who may not know of exempt matter. The console acts for nobody and may."""
    if by is not None and row.is_exempt and not sees_exempt(by):
        raise DomainError("There is no such recommendation.")


def _refuse_unless_it_asks(resolution: Resolution) -> None:
    if resolution.kind not in TO_SOMEBODY:
        asks = " or ".join(ResolutionKind(kind).label.lower() for kind in TO_SOMEBODY)
        raise DomainError(f"This resolution asks nobody for anything. Choose one that {asks}.", field="resolution")
    if not resolution.is_carried:
        raise DomainError("This resolution was not carried, so nothing follows from it.", field="resolution")
    if hasattr(resolution, "recommendation"):
        raise DomainError(
            f"There is a recommendation from this resolution already: {resolution.recommendation.reference}.",
            field="resolution",
        )


def _locked(recommendation: Recommendation, by: User | None, *expected: RecommendationState) -> Recommendation:
    """The row, locked, if it is in one of the states that the step begins from."""
    rows = Recommendation.objects.select_for_update(of=("self",))
    row = rows.select_related("resolution__item__meeting", "resolution__item__parent").get(pk=recommendation.pk)
    must_know_of(by, row)
    if row.state not in expected:
        raise DomainError(
            f"{row.reference} is now: {row.get_state_display().lower()}. Open it again to see what can be done."
        )
    return row


def _move(row: Recommendation, state: RecommendationState) -> None:
    row.state = state
    save_checked(row)


def _write_response(
    response: RecommendationResponse, row: Recommendation, said: "_Said", by: User | None, at: datetime
) -> None:
    met_on = row.resolution.item.meeting.held_on
    if said.given_on < met_on:
        raise DomainError(f"The Panel resolved this on {nice_date(met_on)}. Enter a later day.", field="given_on")
    not_in_future(said.given_on, at, field="given_on")
    part = reason = ""
    if said.answer == AnswerKind.IN_PART:
        part = worded(said.part, most=MOST_REASON, missing="Say which part is accepted.", field="part")
    if said.answer == AnswerKind.REJECTED:
        reason = worded(said.reason, most=1000, missing="Say why it is rejected.", field="reason")
    response.answer, response.part, response.reason = said.answer, part, reason
    response.text = worded(said.text, most=MOST_TEXT, missing="Enter the response.", field="text")
    response.given_on, response.published_url, response.recorded_by = said.given_on, said.published_url, by
    save_checked(response)


@dataclass(frozen=True)
class _Said:
    """What a response says, before it is checked."""

    answer: AnswerKind
    text: str
    given_on: date
    part: str
    reason: str
    published_url: str
