"""Ambassadors and applicants: how to reach them, what they have, what they did."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from ambassadors import operations, reporting
from ambassadors.filters import InPostFilter
from ambassadors.forms.office import ApplicationForm, AppointForm, LinkForm, PeriodForm
from ambassadors.models import Ambassador, Application, Appointment
from ambassadors.querysets.concerns import RESTRICTED
from opcc.accounts.permissions import person
from opcc.core.quarters import Period, Quarter
from opcc.web.admin import AppendOnlyInline, OfficeModelAdmin, StateButton
from opcc.web.words import nice_date

CHANGE_PERSON = "ambassadors.change_ambassador"
APPOINT = "ambassadors.add_appointment"


class AppointmentInline(AppendOnlyInline):
    """Forums that the person has or had, latest first."""

    model = Appointment
    fields = readonly_fields = ("forum", "starts_on", "ends_on", "end_reason", "end_note")
    ordering = ("-starts_on", "-pk")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Appointment]":
        return super().get_queryset(request).select_related("forum", "ambassador")


class ApplicationInline(AppendOnlyInline):
    """What the person applied for, latest first."""

    model = Application
    fields = readonly_fields = ("forum", "applied_on", "state", "decided_on")
    ordering = ("-applied_on", "-pk")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Application]":
        return super().get_queryset(request).select_related("forum", "ambassador")


@admin.register(Ambassador)
class AmbassadorAdmin(OfficeModelAdmin):
    """People of the scheme and those who applied: how to reach them, what they have, what they did."""

    find_here = True
    change_form_template = "admin/ambassadors/ambassador/change_form.html"
    inlines = (AppointmentInline, ApplicationInline)
    list_display = ("name", "email", "telephone", "user")
    list_select_related = ("user",)
    list_filter = (InPostFilter,)
    search_fields = ("first_name", "last_name", "email")
    ordering = ("last_name", "first_name", "pk")
    fields = ("first_name", "last_name", "email", "telephone")
    state_buttons = (
        StateButton(
            name="appoint",
            label="Appoint",
            title="Appoint to a forum",
            does="One person may hold several forums.",
            run="appoint",
            permission=APPOINT,
            form=AppointForm,
            primary=True,
        ),
        StateButton(
            name="apply",
            label="Record the application",
            title="Record an application",
            run="receive",
            permission="ambassadors.add_application",
            form=ApplicationForm,
        ),
        StateButton(
            name="invite",
            label="Invite to sign in",
            title="Open an account",
            does="The person gets an e-mail with a link to choose a password.",
            run="invite",
            permission=CHANGE_PERSON,
            when=lambda record: record.user_id is None and bool(record.email),
        ),
        StateButton(
            name="link",
            label="Link the account",
            title="Link an account that is open already",
            run="link",
            permission=CHANGE_PERSON,
            form=LinkForm,
            when=lambda record: record.user_id is None,
        ),
    )

    @admin.display(description="Name", ordering="last_name")
    def name(self, ambassador: Ambassador) -> str:
        return ambassador.name

    def facts(self, record: Ambassador) -> Sequence[tuple[str, Any]]:
        posts = Appointment.objects.live_on(timezone.localdate()).filter(ambassador=record)
        names = list(posts.order_by("forum__name", "pk").values_list("forum__name", flat=True))
        return (
            ("Forums now", ", ".join(names) or "None"),
            ("Signs in as", record.user.email if record.user else "No account"),
        )

    def appoint(self, request: HttpRequest, record: Ambassador, answers: dict[str, Any]) -> str:
        operations.appoint(ambassador=record, by=person(request), at=timezone.now(), **answers)
        return f"{record} has {answers['forum']} from {nice_date(answers['starts_on'])}."

    def receive(self, request: HttpRequest, record: Ambassador, answers: dict[str, Any]) -> str:
        operations.receive_application(applicant=record, by=person(request), at=timezone.now(), **answers)
        return f"The application for {answers['forum']} is recorded."

    def invite(self, request: HttpRequest, record: Ambassador, answers: dict[str, Any]) -> str:
        operations.invite_ambassador(ambassador=record, by=person(request), at=timezone.now())
        return f"An invitation is on its way to {record.email}."

    def link(self, request: HttpRequest, record: Ambassador, answers: dict[str, Any]) -> str:
        operations.link_account(ambassador=record, user=answers["user"], by=person(request), at=timezone.now())
        return f"{record} now signs in as {answers['user'].email}."

    def get_urls(self) -> list[URLPattern]:
        summary = path(
            "<int:ambassador_id>/summary/",
            self.admin_site.admin_view(self.summary),
            name="ambassadors_ambassador_summary",
        )
        return [summary, *super().get_urls()]

    def summary(self, request: HttpRequest, ambassador_id: int) -> HttpResponse:
        """One ambassador's work in a period, to print before they meet: since the last quarter began, unless asked."""
        ambassador = self.get_queryset(request).filter(pk=ambassador_id).first()
        if ambassador is None:
            raise Http404
        if not self.has_view_permission(request, ambassador):
            raise PermissionDenied
        today = timezone.localdate()
        usual = {"start": Quarter.containing(today).previous.start, "end": today}
        form = PeriodForm(request.GET if "start" in request.GET else None, initial=usual)
        chosen = form.cleaned_data if form.is_bound and form.is_valid() else usual
        context = {
            **self.admin_site.each_context(request),
            "title": f"{ambassador}: activity summary",
            "opts": self.opts,
            "original": ambassador,
            "form": form,
            "summary": reporting.activity_summary(
                ambassador,
                Period(chosen["start"], chosen["end"]),
                as_at=today,
                include_restricted=request.user.has_perm(RESTRICTED),
            ),
        }
        return TemplateResponse(request, "admin/ambassadors/ambassador/summary.html", context)
