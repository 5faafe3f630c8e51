"""The Panel's reviews of the precept as everybody reads them: each year's steps with their dates by law."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.web import views as web
from opcc.web.words import days_left, money, nice_date, nice_weekday
from panel import queries
from panel.enums import PreceptOpinion
from panel.models import PreceptReview
from panel.precept_clock import ISSUE, NOTIFY, REPORT, RESPONSE, SECOND_REVIEW, Step, StepStanding, StepState
from panel.views.reader import is_member

COLUMNS = (
    web.Column("Year"),
    web.Column("Proposed for band D", "n"),
    web.Column("The Panel"),
    web.Column("Issued for band D", "n"),
)


@public_page
@require_safe
def precepts(request: HttpRequest) -> HttpResponseBase:
    """Every year's review, the latest first."""
    page = web.paginate(request, queries.precept_reviews())
    context = {"page": page, "columns": COLUMNS, "is_member": is_member(request)}
    return render(request, "panel/precepts.html", context)


@public_page
@require_safe
def precept(request: HttpRequest, year: int) -> HttpResponseBase:
    """One year's review: what was proposed and issued, each step with its date by law, and what is next."""
    review = next((row for row in queries.precept_reviews() if row.year == year), None)
    if review is None:
        raise Http404
    standing = queries.standing_of(review, timezone.localdate())
    context = {
        "review": review,
        "standing": standing,
        "facts": list(_facts(review)),
        "next": next_words(standing),
        "steps": [_step(review, step) for step in standing.steps if step.state is not StepState.NOT_NEEDED],
        "is_member": is_member(request),
    }
    return render(request, "panel/precept.html", context)


def _facts(review: PreceptReview) -> Iterator[tuple[str, str, str]]:
    rise = ""
    if review.before:
        more = review.proposed - review.before
        rise = f"{money(more)} more than {money(review.before)} the year before, {more / review.before * 100:.2f}%"
        if more <= 0:
            rise = f"{money(review.before)} the year before"
    yield "Proposed for band D", money(review.proposed), rise
    if review.revised is not None:
        yield "Revised", money(review.revised), ""
    if review.issued is not None and review.issued_on is not None:
        yield "Issued", money(review.issued), nice_date(review.issued_on)


def next_words(standing: queries.ReviewStanding) -> str:
    """Who has to act, and how many days are left until the day by law that is next."""
    step, awaited = standing.next, standing.awaited
    if step is None or awaited is None or awaited.by is None or awaited.days_left is None:
        return ""
    by = f"by {nice_weekday(awaited.by)}: {days_left(awaited.days_left)}."
    if step is awaited:
        return f"{step.step.title} {by}"
    return f"{step.step.title}. The law gives no day for this, but the precept is issued after it, {by}"


def _step(review: PreceptReview, step: StepStanding) -> web.Step:
    """One line of the timeline; what the law asks stands under what was not done yet."""
    law = _law(step)
    if step.done_on is not None:
        when = f"{nice_date(step.done_on)}{', late' if step.was_late else ''}"
        return web.Step(step.step.title, when, f"{law} ({step.step.source})", _said(review, step.step.key))
    when = "only if the Panel vetoes" if step.state is StepState.IF_VETOED else law
    if step.days_left is not None:
        when += f": {days_left(step.days_left)}"
    state = "now" if step.state is StepState.NEXT else "to-come"
    return web.Step(
        step.step.title, when if state == "to-come" else capfirst(when), step.step.source, step.step.rule, state
    )


def _law(step: StepStanding) -> str:
    """'due by Sunday 8 February 2026, the last working day being Friday 6 February 2026'."""
    if not isinstance(step.step, Step):
        return "no day by law without a veto"
    law = f"due by {nice_weekday(step.step.by)}"
    if step.step.last_working_day != step.step.by:
        law += f", the last working day being {nice_weekday(step.step.last_working_day)}"
    return law


def _said(review: PreceptReview, key: str) -> str:
    """What each side said at a step."""
    revised, issued = review.revised, review.issued
    said = {
        NOTIFY: f"Proposed {money(review.proposed)} for a band D home.",
        REPORT: _reported(review),
        RESPONSE: f"Revised to {money(revised)}." if revised is not None else "",
        SECOND_REVIEW: f"Of the revised precept, the Panel {review.get_second_opinion_display().lower()}.",
        ISSUE: f"Issued at {money(issued)} for a band D home." if issued is not None else "",
    }
    return said.get(key, "")


def _reported(review: PreceptReview) -> str:
    if review.opinion == PreceptOpinion.VETOES:
        return (
            f"The Panel vetoes it as {review.veto_reason}: {review.votes} votes of {review.members} members; "
            "it takes two thirds."
        )
    more = f" It recommends {money(review.recommended)}." if review.recommended is not None else ""
    return f"The Panel: {review.get_opinion_display().lower()}.{more}"
