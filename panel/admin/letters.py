"""The Panel's letters and the replies, as staff write and send them."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.web.admin import StateButton
from opcc.web.admin.inlines import AppendOnlyInline
from opcc.web.admin.tags import tag
from panel import operations
from panel.admin.exempt import ExemptAwareAdmin
from panel.enums import LetterKind, LetterState, MeetingState, Recipient
from panel.forms.recommendations import LetterForm
from panel.models import PanelLetter, PanelMeeting, Recommendation
from panel.permissions import CHANGE_LETTER, in_cleared_session


class LineInline(AppendOnlyInline):
    model = Recommendation
    verbose_name_plural = "recommendations in it"
    fields = ("letter_number", "reference", "title", "state")
    readonly_fields = ("reference",)
    ordering = ("letter_number", "pk")
    show_change_link = True


@admin.register(PanelLetter)
class PanelLetterAdmin(ExemptAwareAdmin):
    """A letter is a draft until it is sent, and frozen from then on."""

    form = LetterForm
    list_display = ("__str__", "stands", "subject", "dated_on", "goes_to", "is_exempt")
    list_filter = ("kind", "state")
    search_fields = ("subject",)
    list_select_related = ("meeting",)
    inlines = (LineInline,)
    state_buttons = (
        StateButton(
            name="send", label="Send the letter", run="send", permission=CHANGE_LETTER, primary=True,
            effects="effects_of_sending", does="It takes a few seconds. Sending will:",
            when=lambda letter: letter.state == LetterState.DRAFT,
        ),
    )  # fmt: skip

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Nothing hangs on a record that is not there yet."""
        return super().get_inlines(request, obj) if obj is not None else ()

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-dated_on", "-pk")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was sent is frozen."""
        return (obj is None or obj.state == LetterState.DRAFT) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        about = ("answers", "meeting", "to", "to_other", "is_exempt", "pages", "sha256", "sent_at", "sent_by")
        return () if obj is None else about

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        words = ("subject", "dated_on", "opening", "closing", "signed_by")
        if obj is None:
            about = ("answers", "meeting", "to", "to_other", *(("exempt",) if in_cleared_session(request) else ()))
            return ((None, {"fields": about}), ("What it says", {"fields": words}))
        parts: list[Any] = [
            (None, {"fields": ("answers", "meeting", "to", *(("to_other",) if obj.to_other else ()), "is_exempt")}),
            ("What it says", {"fields": words}),
        ]
        if obj.state == LetterState.SENT:
            parts.append(("As sent", {"fields": ("sent_at", "sent_by", "pages", "sha256")}))
        return parts

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        if "meeting" in made.base_fields:
            held = PanelMeeting.objects.filter(state=MeetingState.HELD).select_related("group")
            made.base_fields["meeting"].queryset = held.newest_first()
        if "answers" in made.base_fields:
            letters = PanelLetter.objects.sent().filter(kind=LetterKind.LETTER, reply=None)
            if not in_cleared_session(request):
                letters = letters.open()
            made.base_fields["answers"].queryset = letters.order_by("-dated_on", "pk")
        return made

    @admin.display(description="State", ordering="state")
    def stands(self, letter: PanelLetter) -> Any:
        sent = letter.state == LetterState.SENT
        return tag(str(letter.get_state_display()), "done" if sent else "draft")

    @admin.display(description="recipient", ordering="to")
    def goes_to(self, letter: PanelLetter) -> str:
        return letter.recipient

    def facts(self, record: PanelLetter) -> Sequence[tuple[str, Any]]:
        found: list[tuple[str, Any]] = [
            ("State", self.stands(record)), ("For the public", "Exempt" if record.is_exempt else "Open"),
        ]  # fmt: skip
        if record.state == LetterState.SENT:
            address = reverse("panel:letter", args=[record.public_id])
            found.append(("PDF", format_html('<a href="{}">{}</a>', address, record.file_name)))
        return found

    def effects_of_sending(self, letter: PanelLetter) -> list[str]:
        """What sending does to this one."""
        found = ["print it as PDF and freeze it"]
        if letter.kind == LetterKind.LETTER:
            found.append("mark its recommendations as sent")
        return [*found, "keep it from the public" if letter.is_exempt else "publish it on the recommendations’ pages"]

    def write(self, request: HttpRequest, form: Any, record: Any) -> PanelLetter:
        said = form.cleaned_data
        words = {name: said[name] for name in ("subject", "dated_on", "opening", "closing", "signed_by")}
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        if record is not None:
            return operations.write_letter(letter=record, **words, **who)
        if said["answers"]:
            return operations.draft_reply(letter=said["answers"], **words, **who)
        return operations.draft_letter(
            meeting=said["meeting"], to=Recipient(said["to"]), to_other=said["to_other"],
            is_exempt=bool(said.get("exempt")), **words, **who,
        )  # fmt: skip

    def send(self, request: HttpRequest, record: PanelLetter, answers: dict[str, Any]) -> str:
        sent = operations.send_letter(letter=record, by=request.user, at=timezone.now())  # type: ignore[arg-type]  # staff are signed in
        return f"{sent} is sent: {sent.pages} page{'' if sent.pages == 1 else 's'}."
