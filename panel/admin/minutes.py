"""Minutes from the draft to the signature. What they say is written on the meeting's own page."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from opcc.web.admin.tags import tag
from opcc.web.words import nice_datetime
from panel import operations, queries
from panel.admin.exempt import ExemptAwareAdmin
from panel.enums import MeetingState, MinutesState
from panel.forms.minutes import ConfirmMinutesForm, SignMinutesForm
from panel.models import PanelMeeting, PanelMinutes
from panel.permissions import CHANGE_MINUTES


def _is_draft(row: PanelMinutes) -> bool:
    return row.state == MinutesState.DRAFT


def _is_published_draft(row: PanelMinutes) -> bool:
    return _is_draft(row) and row.printed_at is not None


@admin.register(PanelMinutes)
class PanelMinutesAdmin(ExemptAwareAdmin):
    """The open and the exempt minutes of each meeting, and where they stand."""

    read_only = True
    list_display = ("__str__", "stands", "published", "confirmed_at_meeting", "signed_on")
    list_filter = ("state",)
    list_select_related = ("meeting__group", "confirmed_at_meeting__group", "confirmed_by")
    ordering = ("-meeting__held_on", "is_exempt", "pk")
    fields = ("rose_at", "confirmed_at_meeting", "corrections", "signed_by", "signed_on")
    state_buttons = (
        StateButton(
            name="publish", label="Publish the draft", run="publish", permission=CHANGE_MINUTES, primary=True,
            does="It is printed as it stands, which takes a few seconds. Readers have it at once, marked as a draft.",
            when=_is_draft,
        ),
        StateButton(
            name="confirm", label="Record that they were confirmed", run="confirm", permission=CHANGE_MINUTES,
            form=ConfirmMinutesForm, when=_is_published_draft,
            does="What was published last is what was confirmed. It is frozen from then on.",
        ),
        StateButton(
            name="withdraw", label="Take the draft back", run="withdraw", permission=CHANGE_MINUTES,
            does="Nobody outside the office can read it until it is published again.", when=_is_published_draft,
        ),
        StateButton(
            name="sign", label="Record the signature", run="sign", permission=CHANGE_MINUTES, form=SignMinutesForm,
            primary=True, when=lambda row: row.state == MinutesState.CONFIRMED,
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*self.list_select_related)

    @admin.display(description="State", ordering="state")
    def stands(self, row: PanelMinutes) -> Any:
        return tag(str(row.get_state_display()), row.colour)

    @admin.display(description="published", ordering="printed_at")
    def published(self, row: PanelMinutes) -> str:
        return nice_datetime(row.printed_at) if row.printed_at else "No"

    def facts(self, record: PanelMinutes) -> Sequence[tuple[str, Any]]:
        """Where they stand, where they are written, and what the print is."""
        kind = "exempt_minutes" if record.is_exempt else "minutes"
        text = reverse(f"admin:panel_panelmeeting_{kind}", args=[record.meeting_id])
        unlisted = len(queries.hints_of(record.meeting, is_exempt=record.is_exempt))
        shown: list[tuple[str, Any]] = [
            ("State", self.stands(record)),
            ("Text", format_html('<a href="{}">What was discussed</a>', text)),
            ("Speakers not listed as present", str(unlisted) if unlisted else "None"),
            ("Published", self.published(record)),
        ]
        if record.printed_at:
            name = f"panel:{'exempt-' if record.is_exempt else ''}minutes-pdf"
            address = reverse(name, args=[record.meeting.public_id])
            shown.append(("PDF", format_html('<a href="{}">{}</a>', address, record.file_name)))
        return shown

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        """Later meetings of the same body that were held."""
        form = super().button_form(request, button, record, said)
        if isinstance(form, ConfirmMinutesForm):
            later = PanelMeeting.objects.filter(
                group=record.meeting.group_id, state=MeetingState.HELD, held_on__gt=record.meeting.held_on
            )
            form.fields["at_meeting"].queryset = later.select_related("group").order_by("held_on", "pk")  # type: ignore[attr-defined]  # choices of meetings
        return form

    def publish(self, request: HttpRequest, record: PanelMinutes, answers: dict[str, Any]) -> str:
        row = operations.publish_minutes(minutes=record, by=person(request), at=timezone.now())
        return f"The draft is published: {row.pages} page{'' if row.pages == 1 else 's'}."

    def withdraw(self, request: HttpRequest, record: PanelMinutes, answers: dict[str, Any]) -> str:
        operations.withdraw_minutes(minutes=record, by=person(request), at=timezone.now())
        return "The draft is taken back."

    def confirm(self, request: HttpRequest, record: PanelMinutes, answers: dict[str, Any]) -> str:
        operations.confirm_minutes(minutes=record, **answers, by=person(request), at=timezone.now())
        return "The minutes are confirmed."

    def sign(self, request: HttpRequest, record: PanelMinutes, answers: dict[str, Any]) -> str:
        operations.sign_minutes(minutes=record, **answers, by=person(request), at=timezone.now())
        return "The signature is recorded."
