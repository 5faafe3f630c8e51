"""Papers attached to decisions, and what decisions and papers share: what the Freedom of Information Act keeps back."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from opcc.web.admin.inlines import AppendOnlyInline
from opcc.web.words import file_size
from panel import operations
from panel.admin.exempt import ExemptAwareAdmin, decided_facts
from panel.forms.register import (
    WithholdForm,
)
from panel.models import DecisionAttachment
from panel.permissions import WITHHOLD, in_session_for_withheld


class WithheldAwareAdmin(ExemptAwareAdmin):
    """Rows that the Freedom of Information Act may keep back: for whoever may not read those, they are not there."""

    kept_back = "withheld"

    def is_kept_back(self, record: Any) -> bool:
        return bool(record.is_withheld)

    def may_see_exempt(self, request: HttpRequest) -> bool:
        return in_session_for_withheld(request)


def withheld_facts(claim: Any) -> list[tuple[str, Any]]:
    """What keeps it back, for whoever may see that there is such a thing."""
    if claim is None:
        return []
    found: list[tuple[str, Any]] = [("Exemption", str(claim)), ("Reasons", claim.reasons)]
    if claim.public_words:
        found.append(("The public is told", claim.public_words))
    return [*found, *decided_facts(claim)]


class AttachmentInline(AppendOnlyInline):
    model = DecisionAttachment
    verbose_name_plural = "papers"
    fields = ("title", "stands")
    readonly_fields = ("stands",)
    show_change_link = True
    ordering = ("pk",)

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return (rows if in_session_for_withheld(request) else rows.open()).select_related("decision")

    @admin.display(description="for the public")
    def stands(self, attachment: DecisionAttachment) -> str:
        return "Withheld" if attachment.is_withheld else "Open"


@admin.register(DecisionAttachment)
class DecisionAttachmentAdmin(WithheldAwareAdmin):
    """One paper. It is attached on the page of its decision."""

    read_only = True
    list_display = ("title", "decision", "public", "added_at")
    list_select_related = ("decision",)
    search_fields = ("title", "decision__reference")
    ordering = ("-pk",)
    fields = ("title", "decision", "name", "sha256", "added_by", "added_at")
    state_buttons = (
        StateButton(
            name="withhold", label="Withhold the paper", run="withhold", permission=WITHHOLD, form=WithholdForm,
            when=lambda row: row.exemption_id is None, does="It leaves the public pages at once.",
        ),
        StateButton(
            name="release", label="Open it to the public", run="release", permission=WITHHOLD,
            when=lambda row: row.exemption_id is not None,
            does="If its decision is open and published, the public can read it at once.",
        ),
        StateButton(
            name="remove", label="Take the paper away", run="remove", permission="panel.delete_decisionattachment",
            when=lambda row: not row.decision.is_published, does="The file is deleted.",
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("decision", "exemption__decided_by", "added_by")

    @admin.display(description="For the public")
    def public(self, record: DecisionAttachment) -> str:
        return "Withheld" if record.is_withheld else "Open" if record.decision.is_published else "Not published"

    def facts(self, record: DecisionAttachment) -> Sequence[tuple[str, Any]]:
        decision = reverse("admin:panel_decision_change", args=[record.decision_id])
        paper = reverse("panel:decision-paper", args=[record.public_id])
        return [
            ("Decision", format_html('<a href="{}">{}</a>', decision, record.decision.reference)),
            ("For the public", self.public(record)),
            ("PDF", format_html('<a href="{}">Download</a>, {}', paper, file_size(record.size))),
            *withheld_facts(record.exemption),
        ]

    def withhold(self, request: HttpRequest, record: DecisionAttachment, answers: dict[str, Any]) -> str:
        operations.withhold_attachment(attachment=record, **answers, by=person(request), at=timezone.now())
        return "The paper is withheld."

    def release(self, request: HttpRequest, record: DecisionAttachment, answers: dict[str, Any]) -> str:
        operations.release_attachment(attachment=record, by=person(request), at=timezone.now())
        return "The paper is open."

    def remove(self, request: HttpRequest, record: DecisionAttachment, answers: dict[str, Any]) -> str:
        operations.remove_attachment(attachment=record, by=person(request), at=timezone.now())
        return "The paper is taken away."

    def address_of(self, record: Any) -> str:
        """Its page; its decision's once it is gone."""
        if not DecisionAttachment.objects.filter(pk=record.pk).exists():
            return reverse("admin:panel_decision_change", args=[record.decision_id])
        return super().address_of(record)
