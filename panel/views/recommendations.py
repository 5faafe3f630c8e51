"""Recommendations as everybody reads them: the list, one with its whole course, letters and evidence."""

import uuid
from collections.abc import Iterator
from datetime import date

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.web import views as web
from opcc.web.words import days, nice_date, nice_weekday
from panel import queries
from panel.enums import ENDED, LIVE, UNANSWERED, ActionState, AnswerKind, Opinion, RecommendationState
from panel.filters import RecommendationFilter
from panel.models import Evidence, PanelAction, PanelLetter, Recommendation
from panel.permissions import record_opening
from panel.views.reader import is_member, reader_of
from panel.views.stored import stored_download, stored_pdf

ANSWER_COLOURS = {AnswerKind.ACCEPTED: "done", AnswerKind.IN_PART: "due", AnswerKind.REJECTED: "overdue"}
SORTS = {
    "number": ("resolution__item__meeting__held_on", "reference"),
    "due": ("due_on", "reference"),
    "state": ("state", "reference"),
}
COLUMNS = (
    web.Column("Recommendation", sort="number"),
    web.Column("Resolved", "d"),
    web.Column("To"),
    web.Column("Response due", "d", sort="due"),
    web.Column("Response"),
    web.Column("State", sort="state"),
)
CSV = (
    *("Number", "Title", "As resolved", "Resolved on", "To", "Lead", "Response due", "State", "Response"),
    *("Response date", "Back to the Panel on", "Open actions", "Closed on", "Source", "Invented for the sample"),
)


@public_page
@require_safe
def recommendations(request: HttpRequest) -> HttpResponseBase:
    """Every recommendation that this reader may know of, the newest first."""
    today, reader = timezone.localdate(), reader_of(request)
    filters = RecommendationFilter(request.GET or None, years=queries.years(reader))
    ordered = web.ordering(request, SORTS, "-number")
    if "csv" in request.GET:  # what is exempt leaves this site in no list
        rows = queries.listed(filters.narrowed(reader.recommendations().open(), today)).order_by(*ordered)
        return web.csv_response("recommendations of the panel", CSV, map(_csv_row, rows))
    rows = queries.listed(filters.narrowed(reader.recommendations(), today)).order_by(*ordered)
    page = web.paginate(request, rows)
    lines = [(row, *_tag(row, today)) for row in page]
    context = {
        "page": page,
        "lines": lines,
        "columns": COLUMNS,
        "filters": filters,
        "chosen": web.chosen_filters(request, filters),
        "is_member": is_member(request),
        "overdue": reader.recommendations().overdue(today).count(),
        "invented": any(row.is_synthetic for row in page),
    }
    response = render(request, "panel/recommendations.html", context)
    shown = next((row for row in page if row.is_exempt), None)
    if shown is not None:
        record_opening(request, shown, "List of recommendations, exempt ones among them")
        response.headers["Cache-Control"] = "no-store"
    return response


@public_page
@require_safe
def recommendation(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One recommendation: the facts, as resolved, what was answered and done, and what is still to come."""
    found = queries.whole(public_id, reader_of(request))
    if found is None:
        raise Http404
    today = timezone.localdate()
    row = found.row
    state = RecommendationState(row.state)
    label, colour = _tag(row, today)
    evidence = Evidence.objects.filter(recommendation=row).order_by("on", "pk")
    shown = [*evidence, *(one for action in found.actions for one in action.evidence.all())]
    response = render(
        request,
        "panel/recommendation.html",
        {
            "found": found,
            "row": row,
            "item": row.resolution.item,
            "meeting": row.resolution.item.meeting,
            "response": getattr(row, "response", None),
            "answer_colours": ANSWER_COLOURS,
            "label": state.label,
            "colour": state.colour,
            "late": label if colour == "overdue" else "",
            "facts": _facts(found),
            "actions": [(action, *_action_tag(action, today)) for action in found.actions],
            "evidence": shown,
            "evidence_count": len(shown) + (found.letter is not None) + (found.reply is not None),
            "steps": list(_steps(found)),
            "is_member": is_member(request),
        },
    )
    if row.is_exempt:
        record_opening(request, row, f"Exempt recommendation {row.reference}")
        response.headers["Cache-Control"] = "no-store"
    return response


@public_page
@require_safe
def letter(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The Panel's letter or the reply, as PDF: for the public if all its recommendations are open."""
    reader = reader_of(request)
    rows = PanelLetter.objects.sent()
    if not reader.sees_exempt:
        rows = rows.public() if reader.is_public else rows.open()
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    response = stored_pdf(found)
    if not PanelLetter.objects.open().filter(pk=found.pk).exists():
        record_opening(request, found, "Exempt letter")
        response.headers["Cache-Control"] = "no-store"
    return response


@public_page
@require_safe
def evidence(request: HttpRequest, public_id: uuid.UUID) -> FileResponse:
    """A file that was added as evidence, to be saved, never shown inside the site."""
    related = ("recommendation__resolution__item__parent", "action__item__parent")
    found = Evidence.objects.exclude(file="").select_related(*related).filter(public_id=public_id).first()
    if found is None or not _may_know_of(found, reader_of(request)):
        raise Http404
    response = stored_download(found)
    owner = found.recommendation or found.action
    if owner is not None and owner.is_exempt:
        record_opening(request, found, "Exempt evidence")
    return response


def _may_know_of(found: Evidence, reader: queries.Reader) -> bool:
    if found.recommendation is not None:
        return reader.recommendations().filter(pk=found.recommendation.pk).exists()
    return found.action is not None and reader.actions().filter(pk=found.action.pk).exists()


def _tag(row: Recommendation, today: date) -> tuple[str, str]:
    """The word of the state and its colour; how late it is comes first."""
    late_from = row.due_on if row.state in UNANSWERED else row.update_on if row.state in LIVE else None
    if late_from is not None and late_from < today:
        return f"Overdue by {days((today - late_from).days)}", "overdue"
    state = RecommendationState(row.state)
    return str(state.label), state.colour


def _action_tag(action: PanelAction, today: date) -> tuple[str, str]:
    state = ActionState(action.state)
    if state is ActionState.OPEN and action.due_on is not None and action.due_on < today:
        return f"Overdue by {days((today - action.due_on).days)}", "overdue"
    return str(state.label), state.colour


def _facts(found: queries.Whole) -> list[tuple[str, str, str]]:
    row, response = found.row, getattr(found.row, "response", None)
    facts = [
        ("To", row.recipient, f"Lead: {row.lead}" if row.lead else ""),
        ("Resolved", nice_date(row.resolution.item.meeting.held_on), row.resolution.item.title),
        ("Response due", nice_date(row.due_on) if row.due_on else "No date set", _received(row, response)),
    ]
    count, still = len(found.actions), found.open_actions
    actions = f"{count} action{'' if count == 1 else 's'}, {still} open" if count else "No action"
    return [*facts, ("Response", response.get_answer_display() if response else "Not yet", actions)]


def _received(row: Recommendation, response: object) -> str:
    if response is None:
        return ""
    given = response.given_on  # type: ignore[attr-defined]  # a RecommendationResponse
    if row.due_on is None or given == row.due_on:
        return f"Received on {nice_date(given)}"
    late = (given - row.due_on).days
    return f"Received on {nice_date(given)}, {days(abs(late))} {'late' if late > 0 else 'early'}"


def _steps(found: queries.Whole) -> Iterator[web.Step]:
    """From the resolution to the closing: what happened by day, then what is to come."""
    yield from (step for _, step in sorted(_happened(found), key=lambda pair: pair[0]))
    if found.row.state not in ENDED:
        yield from _to_come(found)


def _happened(found: queries.Whole) -> Iterator[tuple[date, web.Step]]:
    row = found.row
    item = row.resolution.item
    yield _step(item.meeting.held_on, "Resolved by the Panel", f"{item.title}, resolution {row.resolution.label}")
    if found.letter is not None:
        yield _step(found.letter.dated_on, "Letter sent", f"Number {row.letter_number} in the letter")
    response = getattr(row, "response", None)
    if response is not None:
        yield _step(response.given_on, f"Response: {response.get_answer_display().lower()}")
    for action in found.actions:
        if action.ended_on is not None:
            yield _step(action.ended_on, f"Action {action.get_state_display().lower()}", action.text)
    for update in found.updates:
        yield _step(update.on, "Update", update.text)
    for verdict in found.verdicts:
        words = f"Panel’s verdict: {Opinion(verdict.opinion).label.lower()}"
        yield _step(verdict.item.meeting.held_on, words, verdict.note)
    if row.closed_on is not None:
        yield _step(row.closed_on, str(row.get_state_display()), row.withdrawn_reason)


def _step(day: date, what: str, text: str = "") -> tuple[date, web.Step]:
    return day, web.Step(what, when=nice_weekday(day), text=text)


def _to_come(found: queries.Whole) -> Iterator[web.Step]:
    row, now = found.row, RecommendationState(found.row.state)
    if row.state in UNANSWERED:
        if now is RecommendationState.MADE:
            yield web.Step("Letter to be sent", state="now")
        waiting = "now" if now is RecommendationState.SENT else "to-come"
        yield web.Step("Response due", when=nice_date(row.due_on) if row.due_on else "no date yet", state=waiting)
    if not found.verdicts or found.verdicts[-1].opinion != Opinion.SATISFIED:
        state = "now" if now is RecommendationState.FOR_VERDICT else "to-come"
        yield web.Step(
            "Panel’s verdict", when=nice_date(row.update_on) if row.update_on else "no date yet", state=state
        )
    due = [action.due_on for action in found.actions if action.state == ActionState.OPEN and action.due_on]
    if due:
        yield web.Step("Last action due", when=nice_date(max(due)), state="to-come")
    yield web.Step(
        "Closed", when="no date yet", text="When the Panel is satisfied and the actions are done.", state="to-come"
    )


def _csv_row(row: Recommendation) -> list[object]:
    response = getattr(row, "response", None)
    return [
        row.reference, row.title, row.text, row.resolution.item.meeting.held_on, row.recipient, row.lead, row.due_on,
        row.get_state_display(), response.get_answer_display() if response else "",
        response.given_on if response else None, row.update_on, row.open_actions, row.closed_on, row.source,  # type: ignore[attr-defined]  # annotated
        row.is_synthetic,
    ]  # fmt: skip
