"""Public question time: what the public asked and was told, and the form to ask the Panel something."""

import uuid

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from opcc.accounts.permissions import public_page
from opcc.core.errors import DomainError
from opcc.web import views as web
from panel import operations, queries
from panel.enums import MeetingState
from panel.forms.questions import AT_MEETING, AskForm
from panel.models import PanelMeeting, PublicQuestion
from panel.views.reader import is_member

TOO_MANY = "Many questions came from your connection in the past hour. Try again in an hour, or write to the office."
FROM_A_MACHINE = "This looked like a message from a machine: a box that people do not see was filled in. Send it again."


@public_page
@require_safe
def questions(request: HttpRequest) -> HttpResponseBase:
    """The rules, the meetings that take questions now, and what was asked and answered, the latest meeting first."""
    rows = PublicQuestion.objects.public().select_related("meeting__group").newest_first()
    page = web.paginate(request, rows)
    context = {
        "page": page,
        "open": queries.takes_questions(timezone.now()),
        "rules": queries.panel_rules(),
        "invented": any(row.is_synthetic for row in page),
        "is_member": is_member(request),
    }
    return render(request, "panel/questions.html", context)


@public_page
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """The form for one meeting; after the day, when and why questions closed. Nothing typed is lost."""
    now = timezone.now()
    meetings = PanelMeeting.objects.of_panel().public().exclude(state=MeetingState.CANCELLED)
    meeting = meetings.select_related("group").filter(public_id=public_id).first()
    if meeting is None:
        raise Http404
    rules = queries.panel_rules()
    closing = queries.closing_of(meeting, rules)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if web.filled_the_trap(request):
            form.add_error(None, FROM_A_MACHINE)
        elif not ratelimit.consume(request, action="public_question"):
            form.add_error(None, TOO_MANY)
        else:
            said = form.cleaned_data
            speaks = said.pop("how") == AT_MEETING
            try:
                asked = operations.ask_question(meeting=meeting, **said, speaks=speaks, by=None, at=now)
            except DomainError as error:
                form.add_domain_error(error)
            else:
                return redirect("panel:question-sent", asked.public_id)
    context = {
        "meeting": meeting,
        "form": form,
        "rules": rules,
        "closing": closing,
        "is_closed": now > closing.at and request.method != "POST",
        "others": [found for found in queries.takes_questions(now) if found[0].pk != meeting.pk],
        "is_member": is_member(request),
    }
    return render(request, "panel/ask.html", context)


@public_page
@require_safe
@web.no_store
def question_sent(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """The receipt: the number, and what happens next. It says nothing of who asked what."""
    found = PublicQuestion.objects.select_related("meeting__group").filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return render(request, "panel/question_sent.html", {"question": found, "is_member": is_member(request)})
