"""The Panel's reviews of the precept as everybody reads them: each year's steps with their dates by law."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.web import views as web
from opcc.web.words import days, money, nice_date, nice_weekday
from panel import queries
from panel.enums import PreceptOpinion
from panel.models import PreceptReview
from panel.precept_clock import NOTIFY, REPORT, RESPONSE, SECOND_REVIEW, StepStanding, StepState
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
        "next": _next(standing.next),
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


def _next(step: StepStanding | None) -> str:
    if step is None or step.days_left is None:
        return ""
    if step.days_left < 0:
        left = f"{days(-step.days_left)} overdue"
    else:
        left = f"{days(step.days_left)} left" if step.days_left else "today is the last day"
    return f"{step.step.title} by {nice_weekday(step.step.by)}: {left}."


def _step(review: PreceptReview, step: StepStanding) -> web.Step:
    """One line of the timeline; what the law asks stands under what was not done yet."""
    law = f"due by {nice_weekday(step.step.by)}"
    if step.step.last_working_day != step.step.by:
        law += f", the last working day being {nice_weekday(step.step.last_working_day)}"
    if step.done_on is not None and step.step.key == RESPONSE and not review.veto_reason:
        return web.Step("The Commissioner responds", nice_date(step.done_on), "no day by law without a veto")
    if step.done_on is not None:
        when = f"{nice_date(step.done_on)}{', late' if step.was_late else ''}"
        return web.Step(step.step.title, when, f"{law} ({step.step.source})", _said(review, step.step.key))
    when = "only if the Panel vetoes" if step.state is StepState.IF_VETOED else law
    state = "now" if step.state is StepState.NEXT else "to-come"
    return web.Step(
        step.step.title, when if state == "to-come" else capfirst(when), step.step.source, step.step.rule, state
    )


def _said(review: PreceptReview, key: str) -> str:
    """What each side said at a step."""
    if key == NOTIFY:
        return f"Proposed {money(review.proposed)} for a band D home."
    if key == REPORT:
        if review.opinion == PreceptOpinion.VETOES:
            return (
                f"The Panel vetoes it as {review.veto_reason}: {review.votes} votes of {review.members} members; "
                "it takes two thirds."
            )
        more = f" It recommends {money(review.recommended)}." if review.recommended is not None else ""
        return f"The Panel: {review.get_opinion_display().lower()}.{more}"
    if key == RESPONSE and review.revised is not None:
        return f"Revised to {money(review.revised)}."
    if key == SECOND_REVIEW:
        return f"Of the revised precept, the Panel {review.get_second_opinion_display().lower()}."
    return ""
