"""Appointments, and the forums that nobody has."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from ambassadors import operations, reporting
from ambassadors.enums import EndReason
from ambassadors.filters import LiveFilter
from ambassadors.forms.office import AdvertForm, EndForm
from ambassadors.models import Appointment, VacancyAdvert
from forums.models import Forum
from opcc.accounts.permissions import person
from opcc.core.errors import DomainError
from opcc.web.admin import OfficeModelAdmin, StateButton
from opcc.web.words import nice_date


@admin.register(Appointment)
class AppointmentAdmin(OfficeModelAdmin):
    """Who has which forum, from when to when; and the forums that nobody has."""

    read_only = True
    change_list_template = "admin/ambassadors/appointment/list.html"
    list_display = ("forum", "district", "ambassador", "starts_on", "ends_on", "end_reason")
    list_select_related = ("forum__district", "ambassador")
    list_filter = (LiveFilter, "end_reason", "forum__district")
    search_fields = ("forum__name", "ambassador__first_name", "ambassador__last_name")
    ordering = ("-starts_on", "-pk")
    fields = ("forum", "ambassador", "starts_on", "ends_on", "end_reason", "end_note", "source")
    state_buttons = (
        StateButton(
            name="end",
            label="End the appointment",
            does="The forum is vacant from the next day.",
            run="end",
            permission="ambassadors.change_appointment",
            form=EndForm,
            when=lambda record: record.ends_on is None,
            primary=True,
        ),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Appointment]":
        return super().get_queryset(request).select_related("forum__district", "ambassador")

    @admin.display(description="District", ordering="forum__district__name")
    def district(self, appointment: Appointment) -> str:
        return str(appointment.forum.district)

    def end(self, request: HttpRequest, record: Appointment, answers: dict[str, Any]) -> str:
        operations.end_appointment(
            appointment=record,
            ends_on=answers["ends_on"],
            reason=EndReason(answers["reason"]),
            note=answers["note"],
            by=person(request),
            at=timezone.now(),
        )
        return f"{record.ambassador} leaves {record.forum} on {nice_date(answers['ends_on'])}."

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("vacancies/", wrap(self.vacancies), name="ambassadors_appointment_vacancies"),
            path("vacancies/<slug:slug>/advertise/", wrap(self.advertise), name="ambassadors_appointment_advertise"),
            *super().get_urls(),
        ]

    def vacancies(self, request: HttpRequest) -> HttpResponse:
        """Every forum without an ambassador today: how long, advertised or not, who applied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": "Vacancies",
            "opts": self.opts,
            "vacancies": reporting.vacancies(timezone.localdate()),
            "may_advertise": request.user.has_perm("ambassadors.add_vacancyadvert"),
        }
        return TemplateResponse(request, "admin/ambassadors/appointment/vacancies.html", context)

    def advertise(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Record that a vacancy was advertised."""
        if not request.user.has_perm("ambassadors.add_vacancyadvert"):
            raise PermissionDenied
        forum = get_object_or_404(Forum, slug=slug)
        form = AdvertForm(request.POST or None, initial={"advertised_on": timezone.localdate()})
        if request.method == "POST" and form.is_valid():
            try:
                operations.advertise_vacancy(forum=forum, by=person(request), at=timezone.now(), **form.cleaned_data)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, error.message)
            else:
                messages.success(request, f"The advert for {forum} is recorded.")
                return redirect("admin:ambassadors_appointment_vacancies")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Advertise {forum}",
            "opts": self.opts,
            "form": form,
            "adverts": VacancyAdvert.objects.filter(forum=forum).order_by("-advertised_on", "-pk"),
        }
        return TemplateResponse(request, "admin/ambassadors/appointment/advertise.html", context)
