"""Contacts, events and objectives between forums."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from ambassadors import operations
from ambassadors.forms.work import ContactForm, ContactMadeForm, EventMadeForm, ProgressMadeForm
from ambassadors.models import Ambassador, KeyContact, Objective
from ambassadors.permissions import ambassadors_only
from ambassadors.queries import portal
from ambassadors.queries.objectives import objectives_of
from ambassadors.views.portal import CONTACTS, HOME, show
from opcc.accounts import stash
from opcc.accounts.permissions import person
from opcc.accounts.stash import keeps_typed_text
from opcc.core.errors import DomainError
from opcc.web.forms import OfficeForm
from opcc.web.views import Column, paginate

CONTACT_COLUMNS = [
    Column("Contact"),
    Column("How often"),
    Column("Last contact", "d"),
    Column("Due again", "d"),
    Column("Record"),
]
EVENT_COLUMNS = [Column("Event"), Column("Date", "d"), Column("People spoken to", "n"), Column("What came of it")]


@ambassadors_only
def contact_list(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """The ambassador's network, the one due first at the top."""
    page = paginate(request, portal.contacts_of(ambassador))
    return show(request, "contacts", CONTACTS, {"page": page, "columns": CONTACT_COLUMNS}, today=timezone.localdate())


@keeps_typed_text
@ambassadors_only
def contact_new(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """Add a contact."""
    form = ContactForm(request.POST or stash.take(request))
    if _written(request, form, lambda **by: operations.add_contact(ambassador=ambassador, **form.cleaned_data, **by)):
        messages.success(request, "The contact is saved.")
        return redirect("ambassadors:contacts")
    return show(request, "contact_form", CONTACTS, {"form": form}, today=timezone.localdate())


@keeps_typed_text
@ambassadors_only
def contact_edit(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """Correct a contact."""
    contact = _own_contact(ambassador, public_id)
    initial = {name: getattr(contact, name) for name in ContactForm.base_fields}
    form = ContactForm(request.POST or stash.take(request), initial=initial)
    if _written(request, form, lambda **by: operations.change_contact(contact=contact, **form.cleaned_data, **by)):
        messages.success(request, "The contact is saved.")
        return redirect("ambassadors:contacts")
    return show(request, "contact_form", CONTACTS, {"form": form, "contact": contact}, today=timezone.localdate())


@keeps_typed_text
@ambassadors_only
def contact_made(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """Note that the ambassador was in touch."""
    contact = _own_contact(ambassador, public_id)
    today = timezone.localdate()
    form = ContactMadeForm(request.POST or stash.take(request), initial={"on": today, "means": contact.means})
    if _written(request, form, lambda **by: operations.record_contact(contact=contact, **form.cleaned_data, **by)):
        messages.success(request, f"Noted that you were in touch with {contact}.")
        return redirect("ambassadors:contacts")
    made = list(contact.made.order_by("-on", "-pk")[:10])
    context = {"form": form, "contact": contact, "made": made}
    return show(request, "contact_made", CONTACTS, context, today=today)


@require_POST
@ambassadors_only
def contact_end(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """Keep a contact up no longer."""
    contact = _own_contact(ambassador, public_id)
    operations.end_contact(contact=contact, by=person(request), at=timezone.now())
    messages.success(request, f"{contact} is off your list. What you recorded stays with the office.")
    return redirect("ambassadors:contacts")


@ambassadors_only
def objective_list(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """The objectives of each period, the latest first, with what was reached."""
    today = timezone.localdate()
    page = paginate(request, objectives_of(ambassador))
    return show(request, "objectives", HOME, {"page": page}, today=today)


@keeps_typed_text
@ambassadors_only
def objective_progress(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """Note a step towards an objective, with the evidence."""
    objective = Objective.objects.asked_of(ambassador).filter(public_id=public_id).first()
    if objective is None:
        raise Http404
    today = timezone.localdate()
    form = ProgressMadeForm(request.POST or stash.take(request), initial={"on": today, "number": 1})
    if _written(
        request,
        form,
        lambda **by: operations.record_progress(objective=objective, ambassador=ambassador, **form.cleaned_data, **by),
    ):
        messages.success(request, "Your progress is saved.")
        return redirect("ambassadors:objectives")
    steps = list(objective.progress.filter(ambassador=ambassador).order_by("-on", "-pk"))
    context = {"form": form, "objective": objective, "steps": steps}
    return show(request, "objective_progress", HOME, context, today=today)


@ambassadors_only
def event_list(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """Events attended, the latest first."""
    page = paginate(request, portal.events_of(ambassador))
    return show(request, "events", HOME, {"page": page, "columns": EVENT_COLUMNS}, today=timezone.localdate())


@keeps_typed_text
@ambassadors_only
def event_new(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """Note an event attended between forum reports."""
    form = EventMadeForm(request.POST or stash.take(request))
    if _written(request, form, lambda **by: operations.record_event(ambassador=ambassador, **form.cleaned_data, **by)):
        messages.success(request, "The event is saved.")
        return redirect("ambassadors:events")
    return show(request, "event_form", HOME, {"form": form}, today=timezone.localdate())


def _written(request: HttpRequest, form: OfficeForm, write: Callable[..., Any]) -> bool:
    """Whether the form was posted, whole, and written; what the operation refuses stands on the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        write(by=person(request), at=timezone.now())
    except DomainError as error:
        form.add_domain_error(error)
        return False
    return True


def _own_contact(ambassador: Ambassador, public_id: UUID) -> KeyContact:
    contact: KeyContact | None = portal.contacts_of(ambassador).filter(public_id=public_id).first()
    if contact is None:
        raise Http404
    return contact
