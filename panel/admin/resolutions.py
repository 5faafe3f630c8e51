"""Resolutions: their recorded votes, and the grounds of one that is exempt by itself."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_http_methods

from opcc.accounts.permissions import person
from opcc.core.errors import DomainError
from opcc.web.admin import StateButton
from panel import operations, printed, queries
from panel.admin.exempt import ExemptAwareAdmin, ground_facts
from panel.enums import MeetingState
from panel.forms.meetings import ExemptionForm
from panel.forms.minutes import VotesForm
from panel.models import Resolution
from panel.permissions import DECIDE_EXEMPTION, record_opening

ADD_VOTE = "panel.add_vote"


@admin.register(Resolution)
class ResolutionAdmin(ExemptAwareAdmin):
    """What the Panel resolved. It is recorded on its item's page."""

    read_only = True
    list_display = ("__str__", "meeting", "item", "kind", "short", "is_carried")
    list_filter = ("kind", "is_carried")
    list_select_related = ("item__meeting__group", "item__parent", "mover", "seconder", "exemption__decided_by")
    search_fields = ("text",)
    ordering = ("-item__meeting__held_on", "item", "number", "letter")
    fields = ("text", "mover", "seconder", "is_carried", "casting_vote")
    change_form_template = "admin/panel/resolution/change_form.html"
    state_buttons = (
        StateButton(
            name="exempt", label="Keep it from the public", run="exempt", permission=DECIDE_EXEMPTION,
            form=ExemptionForm, does="It is then in the exempt minutes alone, with whatever follows from it.",
            when=lambda passed: not passed.is_exempt,
        ),
        StateButton(
            name="open", label="Open it to the public", run="open_up", permission=DECIDE_EXEMPTION,
            does="It can then be read by anybody, with whatever follows from it.",
            when=lambda passed: passed.exemption_id is not None,
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*self.list_select_related)

    @admin.display(description="meeting", ordering="item__meeting__held_on")
    def meeting(self, passed: Resolution) -> str:
        return str(passed.item.meeting)

    @admin.display(description="as resolved")
    def short(self, passed: Resolution) -> str:
        return passed.text if len(passed.text) <= 100 else f"{passed.text[:99]}…"

    def facts(self, record: Resolution) -> Sequence[tuple[str, Any]]:
        """Where it was passed, how it was voted on, and what it rests on if it is exempt by itself."""
        item = reverse("admin:panel_agendaitem_change", args=[record.item_id])
        votes = list(printed.vote_lines(record))
        shown: list[tuple[str, Any]] = [
            ("Meeting", str(record.item.meeting)),
            ("Item", format_html('<a href="{}">{}</a>', item, record.item)),
            ("Kind", record.get_kind_display()),
            ("Votes", format_html_join("", "<small>{}</small>", ((line,) for line in votes)) or "None recorded"),
            ("The public", "Kept from it" if record.is_exempt else "May read it"),
        ]
        return [*shown, *ground_facts(record.exemption)]

    def exempt(self, request: HttpRequest, record: Resolution, answers: dict[str, Any]) -> str:
        operations.exempt_resolution(resolution=record, **answers, by=person(request), at=timezone.now())
        return "The resolution is kept from the public."

    def open_up(self, request: HttpRequest, record: Resolution, answers: dict[str, Any]) -> str:
        operations.open_resolution(resolution=record, by=person(request), at=timezone.now())
        return "The resolution is open to the public."

    # --- Votes ----------------------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.votes_view)
        return [path("<path:object_id>/votes/", view, name="panel_resolution_votes"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def votes_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A choice for each who was in the room and could take part."""
        passed: Resolution = self._record(request, object_id)
        room = queries.room_of(passed.item.meeting)
        voters = room.at(passed.item)
        may_change = request.user.has_perm(ADD_VOTE) and passed.item.meeting.state == MeetingState.HELD
        cast = {f"vote-{vote.attendance_id}": vote.ballot for vote in passed.votes.all()}
        form = VotesForm(request.POST or None, voters=voters, initial={**cast, "casting_vote": passed.casting_vote})
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            if form.is_valid() and self._voted(request, passed, form):
                return redirect(self.address_of(passed))
        if passed.is_exempt:
            record_opening(request, passed, "Votes on an exempt resolution")
        context = {
            **self.admin_site.each_context(request),
            "title": "Votes",
            "opts": self.opts,
            "original": passed,
            "form": form,
            "may_change": may_change,
            "voters": voters,
            "kept_out": [line for line in room.lines if line.pk in room.kept_out.get(passed.item_id, frozenset())],
        }
        return TemplateResponse(request, "admin/panel/resolution/votes.html", context)

    @staticmethod
    def _voted(request: HttpRequest, passed: Resolution, form: VotesForm) -> bool:
        try:
            counted = operations.record_votes(
                resolution=passed, ballots=form.ballots(), casting_vote=form.cleaned_data["casting_vote"],
                by=person(request), at=timezone.now(),
            )  # fmt: skip
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
            return False
        words = f"{counted.votes_for} for, {counted.against} against, {counted.abstained} abstained."
        messages.success(request, f"The votes are recorded: {words}" if form.ballots() else "No vote is recorded now.")
        return True
