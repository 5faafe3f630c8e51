"""The outbox and the access log, for staff to read."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from opcc.core.enums import MailState
from opcc.core.models import AccessLog, OutboxMessage
from opcc.core.operations import resend_mail
from opcc.web.admin import OfficeModelAdmin, StateButton

HOLDS_A_LINK = ("invitation", "account")  # kinds of e-mail whose links sign somebody in


@admin.register(OutboxMessage)
class OutboxMessageAdmin(OfficeModelAdmin):
    """Every e-mail the site wrote: whether it went, how often it was tried, and why it did not."""

    read_only = True
    list_display = ("subject", "to", "state", "attempts", "created_at", "sent_at")
    list_filter = ("state",)
    search_fields = ("to", "subject")
    ordering = ("-created_at", "-pk")
    readonly_fields = ("text",)
    fields = ("to", "subject", "text", "state", "attempts", "last_error", "created_at", "send_after", "sent_at", "kind")
    state_buttons = (
        StateButton(
            name="resend",
            label="Send it again",
            does="The e-mail goes back in the queue and is tried afresh.",
            run="resend",
            permission="core.change_outboxmessage",
            when=lambda message: message.state in (MailState.FAILED, MailState.HELD),
            primary=True,
        ),
    )

    @admin.display(description="body")
    def text(self, message: OutboxMessage) -> str:
        """What the e-mail says, unless staff could enter somebody else's account with it."""
        if settings.SEND_MAIL and message.kind.startswith(HOLDS_A_LINK):
            return "Not shown: it holds a link with which to sign in."
        return message.body

    def resend(self, request: HttpRequest, message: OutboxMessage, answers: dict[str, Any]) -> str:
        """Back in the queue."""
        resend_mail(message=message, at=timezone.now())
        return "The e-mail is in the queue again."


@admin.register(AccessLog)
class AccessLogAdmin(OfficeModelAdmin):
    """Who signed in, opened restricted material, exported records or was refused."""

    read_only = True
    list_display = ("at", "kind", "by_name", "address", "object_type", "object_id", "description")
    list_filter = ("kind",)
    search_fields = ("by_name",)
    ordering = ("-at", "-pk")
    fields = ("at", "kind", "by_name", "address", "object_type", "object_id", "description")
