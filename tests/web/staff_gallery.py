"""A staff site of the tests' own, with the controls that Django's admin is known to leave without labels."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.urls import include, path
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core import operations
from opcc.core.enums import MailState
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from opcc.reference.models import District, ForceArea, Population
from opcc.web.admin import (
    AppendOnlyInline,
    OfficeAdminSite,
    OfficeModelAdmin,
    OfficeTabularInline,
    StateButton,
    WorkGroup,
    WorkItem,
)
from opcc.web.admin.work import WorkSources

site = OfficeAdminSite(name="admin")
site.work_waiting = WorkSources()


@site.work_waiting.register
def work(request: HttpRequest) -> list[WorkGroup]:
    late = WorkItem(4, "Forum reports late", "/staff/", "Longest late 21 days", "overdue")
    review = WorkItem(3, "Forum reports to review", "/staff/", "Oldest sent on 6 March")
    return [
        WorkGroup("Forums and ambassadors", (review, late, WorkItem(2, "Vacant forums", "/", "", "due", "Vacant"))),
        WorkGroup("Panel", (WorkItem(1, "Report build failed", "/staff/", "July to September", "overdue", "Failed"),)),
        WorkGroup("Office", (WorkItem(0, "E-mail not delivered", "/staff/"),)),
    ]


class RetryForm(forms.Form):
    reason = forms.CharField(label="Why send it again", widget=forms.Textarea(attrs={"rows": 3}))


class MailAdmin(OfficeModelAdmin):
    list_display = ("subject", "to", "state", "created_at")
    list_filter = ("state",)
    search_fields = ("subject", "to")
    ordering = ("-created_at", "pk")
    fields = ("to", "subject", "state", "send_after")
    readonly_fields = ("state",)
    find_here = True
    export_columns = (("Subject", "subject"), ("To", "to"), ("State", "get_state_display"))
    state_buttons = (
        StateButton(
            name="resend",
            label="Send again",
            run="resend",
            permission="core.change_outboxmessage",
            does="Sending again will, at once:",
            effects="effects_of_resending",
            form=RetryForm,
            when=lambda mail: mail.state in {MailState.FAILED, MailState.HELD},
            primary=True,
        ),
        StateButton(name="refuse", label="Refuse", run="refuse", permission="core.change_outboxmessage"),
    )

    def facts(self, record: OutboxMessage) -> list[tuple[str, Any]]:
        return [("State", record.get_state_display()), ("To", record.to)]

    def effects_of_resending(self, record: OutboxMessage) -> list[str]:
        return [f"put it into the queue for {record.to}"]

    def resend(self, request: HttpRequest, record: OutboxMessage, answers: dict[str, Any]) -> str:
        if "again" in answers["reason"]:
            raise DomainError("That is no reason. Say what changed.", field="reason")
        operations.resend_mail(message=record, at=timezone.now())
        return "The e-mail waits to be sent."

    def refuse(self, request: HttpRequest, record: OutboxMessage, answers: dict[str, Any]) -> str:
        raise DomainError("This e-mail cannot be refused.")


class PopulationInline(OfficeTabularInline):
    model = Population
    fields = ("kind", "year", "value", "source")


class DistrictInline(AppendOnlyInline):
    model = District
    fields = ("name", "code")


class DistrictAdmin(OfficeModelAdmin):
    list_display = ("name", "code")
    ordering = ("pk",)
    fields = ("name", "code", "force_area", "position")
    inlines = (PopulationInline,)


class ForceAreaAdmin(OfficeModelAdmin):
    read_only = True
    list_display = ("name", "code")
    ordering = ("pk",)
    inlines = (DistrictInline,)


class PersonAdmin(OfficeModelAdmin):
    list_display = ("email", "first_name", "last_name", "is_active")
    search_fields = ("email",)
    ordering = ("email",)
    fields = ("email", "first_name", "last_name", "is_active", "last_login", "groups")
    autocomplete_fields = ("groups",)


class GroupAdmin(OfficeModelAdmin):
    search_fields = ("name",)
    fields = ("name",)
    ordering = ("name",)


site.register(OutboxMessage, MailAdmin)
site.register(District, DistrictAdmin)
site.register(ForceArea, ForceAreaAdmin)
site.register(User, PersonAdmin)
site.register(Group, GroupAdmin)

urlpatterns = [
    path("staff/", site.urls),
    path("", include("tests.web.gallery")),
    path("account/", include("opcc.accounts.urls")),
]
