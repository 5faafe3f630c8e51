"""The publication checklist as staff keep it: who looks after what, what is due, and the log with its proof."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.accounts.models import User
from opcc.accounts.permissions import person
from opcc.web.admin import StateButton, WorkGroup, WorkItem, work_sources
from opcc.web.admin.inlines import AppendOnlyInline
from opcc.web.admin.operated import OperatedAdmin
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date
from panel import operations, queries
from panel.forms.fields import ReasonForm
from panel.forms.register import ChangedForm, DutyForm, PublicationForm, YearlyPublicationForm
from panel.models import Publication, PublicationDuty
from panel.permissions import ADD_PUBLICATION, CHANGE_DUTY
from panel.publication import FREQUENCY_WORDS, Frequency, Standing
from panel.queries import DutyLine

TAGS = {
    Standing.NEVER: ("Never published", "overdue"),
    Standing.OVERDUE: ("Overdue", "overdue"),
    Standing.DUE: ("Due", "due"),
    Standing.CURRENT: ("Current", "done"),
}


class LateFilter(admin.SimpleListFilter):
    """What should have been published and was not."""

    title = "whether it is overdue"
    parameter_name = "overdue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Overdue or never published"), ("mine", "Mine, overdue or never published")]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> Any:
        if self.value() not in ("yes", "mine"):
            return queryset
        late = (line for line in queries.checklist(timezone.localdate()) if line.is_late)
        if self.value() == "mine":
            late = (line for line in late if _is_mine(line, person(request)))
        return queryset.filter(pk__in=[line.duty.pk for line in late])


class PublicationInline(AppendOnlyInline):
    """The log, the latest first."""

    model = Publication
    verbose_name_plural = "log of publications"
    fields = ("published_on", "said")
    readonly_fields = ("said",)
    ordering = ("-published_on", "-pk")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("recorded_by")

    @admin.display(description="proof, of what, recorded by whom")
    def said(self, row: Publication) -> Any:
        proof = (row.url, "Page") if row.url else (reverse("panel:publication-proof", args=[row.public_id]), "File")
        year = f"{row.for_year}/{(row.for_year + 1) % 100:02d}" if row.for_year else ""
        by = f"recorded by {row.recorded_by}" if row.recorded_by else ""
        invented = "invented for the sample" if row.is_synthetic else ""
        more = "; ".join(part for part in (row.about, year, by, invented) if part)
        return format_html('<a href="{}">{}</a>{}', *proof, f"; {more}" if more else "")


def _is_recorded(row: PublicationDuty) -> bool:
    return not row.item.shown_at and not row.set_aside_reason


@admin.register(PublicationDuty)
class PublicationDutyAdmin(OperatedAdmin):
    """One thing that has to be published."""

    form = DutyForm
    list_display = ("named", "stands", "times", "looked_after")
    list_filter = (LateFilter, "frequency", "owner_role")
    search_fields = ("code",)
    ordering = ("place", "pk")
    export_columns = (
        ("Paragraph", "item.paragraph"),
        ("What", "item.what"),
        ("How often", "get_frequency_display"),
        ("Role", "get_owner_role_display"),
        ("Does not apply because", "set_aside_reason"),
        ("Invented for the sample", "is_synthetic"),
    )
    inlines = (PublicationInline,)
    state_buttons = (
        StateButton(
            name="record", label="Record a publication", run="record", permission=ADD_PUBLICATION, primary=True,
            form=PublicationForm, initial="today", does="It stays in the log as it is written.",
            when=lambda row: _is_recorded(row) and row.frequency != Frequency.BEFORE_YEAR,
        ),
        StateButton(
            name="record-year", label="Record a publication", run="record", permission=ADD_PUBLICATION, primary=True,
            form=YearlyPublicationForm, initial="today", does="It stays in the log as it is written.",
            when=lambda row: _is_recorded(row) and row.frequency == Frequency.BEFORE_YEAR,
        ),
        StateButton(
            name="changed", label="It has changed", run="changed", permission=ADD_PUBLICATION, form=ChangedForm,
            initial="today", does="It is then due to be published again.",
            when=lambda row: _is_recorded(row) and row.frequency == Frequency.ON_CHANGE,
        ),
        StateButton(
            name="set-aside", label="It does not apply to us", run="set_aside", permission=CHANGE_DUTY,
            form=ReasonForm, when=lambda row: not row.set_aside_reason,
        ),
        StateButton(
            name="take-up", label="It applies after all", run="take_up", permission=CHANGE_DUTY,
            when=lambda row: bool(row.set_aside_reason),
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_last().select_related("owner")

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """What the site shows by itself has no log, nor has a record that is not there yet."""
        return super().get_inlines(request, obj) if obj is not None and not obj.item.shown_at else ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None:
            return ()
        return ("what", "frequency") if obj.item.is_set_by_order else ("what",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("code" if obj is None else "what", "owner", "owner_role", "frequency")

    # --- What is shown -------------------------------------------------------------------------------
    @admin.display(description="What")
    def what(self, record: PublicationDuty) -> str:
        return record.item.what

    @admin.display(description="What")
    def named(self, record: PublicationDuty) -> str:
        return f"{record.item.paragraph} {record.item.what}"

    @admin.display(description="State")
    def stands(self, record: PublicationDuty) -> Any:
        if record.set_aside_reason:
            return tag("Does not apply", "draft")
        return tag(*TAGS[_line(record).standing])

    @admin.display(description="Last published")
    def last(self, record: PublicationDuty) -> str:
        last_on = _line(record).last_on
        return nice_date(last_on) if last_on else "Never"

    @admin.display(description="Due again by")
    def due(self, record: PublicationDuty) -> str:
        if record.item.shown_at:
            return "Shown by this site"
        due_on = _line(record).due_on
        return nice_date(due_on) if due_on else str(FREQUENCY_WORDS[Frequency(record.frequency)])

    @admin.display(description="Published, due")
    def times(self, record: PublicationDuty) -> str:
        """'12 February 2018, again by 31 March 2018'."""
        line = _line(record)
        again = f"again by {nice_date(line.due_on)}" if line.due_on else self.due(record)
        return f"{self.last(record)}, {again[0].lower()}{again[1:]}"

    @admin.display(description="Owner")
    def looked_after(self, record: PublicationDuty) -> str:
        return str(record.owner or record.get_owner_role_display() or "Nobody yet")

    def facts(self, record: PublicationDuty) -> Sequence[tuple[str, Any]]:
        found: list[tuple[str, Any]] = [
            ("State", self.stands(record)),
            ("Last published", self.last(record)),
            ("Due again by", self.due(record)),
            ("Paragraph", record.item.paragraph),
            ("How often", "Set by the Order" if record.item.is_set_by_order else "The office's own choice"),
        ]
        if record.item.shown_at:
            found.append(("Proof", format_html('<a href="{}">This site shows it</a>', reverse(record.item.shown_at))))
        if record.changed_on:
            found.append(("Changed on", nice_date(record.changed_on)))
        if record.set_aside_reason:
            found.append(("Does not apply because", record.set_aside_reason))
        return found

    def today(self, record: PublicationDuty) -> dict[str, Any]:
        """What a form about today is filled in with."""
        return {"published_on": timezone.localdate(), "changed_on": timezone.localdate()}

    # --- What is done --------------------------------------------------------------------------------
    def write(self, request: HttpRequest, form: Any, record: Any) -> PublicationDuty:
        said = form.cleaned_data
        frequency = Frequency(said["frequency"]) if said.get("frequency") else None
        owner: dict[str, Any] = {"owner": said["owner"], "owner_role": said["owner_role"]}
        who: dict[str, Any] = {"by": person(request), "at": timezone.now()}
        if record is None:
            return operations.add_duty(code=said["code"], frequency=frequency, **owner, **who)
        return operations.change_duty(duty=record, frequency=frequency or Frequency(record.frequency), **owner, **who)

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        if button.run == "record" and button.form is not None and said is not None:
            return button.form(said, request.FILES, prefix=button.name)
        return super().button_form(request, button, record, said)

    def record(self, request: HttpRequest, record: PublicationDuty, answers: dict[str, Any]) -> str:
        file = answers.pop("file", None)
        operations.record_publication(
            duty=record, **answers, name=file.name if file else "", content=file, by=person(request), at=timezone.now()
        )
        return "The publication stands in the log."

    def changed(self, request: HttpRequest, record: PublicationDuty, answers: dict[str, Any]) -> str:
        operations.note_change(duty=record, **answers, by=person(request), at=timezone.now())
        return "The change is noted. It is due to be published again, unless that was done since."

    def set_aside(self, request: HttpRequest, record: PublicationDuty, answers: dict[str, Any]) -> str:
        operations.set_duty_aside(duty=record, **answers, by=person(request), at=timezone.now())
        return "It does not apply."

    def take_up(self, request: HttpRequest, record: PublicationDuty, answers: dict[str, Any]) -> str:
        operations.take_up_duty(duty=record, by=person(request), at=timezone.now())
        return "It applies."


@work_sources.register
def publication_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """What should have been published and was not, for everybody who may record that it was."""
    if not request.user.has_perm(ADD_PUBLICATION):
        return ()
    late = [line for line in queries.checklist(timezone.localdate()) if line.is_late]
    mine = sum(1 for line in late if _is_mine(line, person(request)))
    listed = reverse("admin:panel_publicationduty_changelist")
    detail = f"You look after {mine} of them" if mine else ""
    return (
        WorkGroup("Panel", (WorkItem(len(late), "Publications overdue", f"{listed}?overdue=yes", detail, "overdue"),)),
    )


def _line(record: PublicationDuty) -> DutyLine:
    return queries.duty_line(record, timezone.localdate())


def _is_mine(line: DutyLine, user: User) -> bool:
    return line.duty.owner_id == user.pk or line.duty.owner_role in user.roles
