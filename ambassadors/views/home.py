"""The ambassador's home page, and what the office did about what they raised."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ambassadors import operations
from ambassadors.enums import NEEDED_STEPS, ConcernState
from ambassadors.forms.work import ConcernFilters, ToldForm
from ambassadors.models import Ambassador
from ambassadors.permissions import ambassadors_only
from ambassadors.queries import portal
from ambassadors.views.portal import CONCERNS, HOME, show
from opcc.accounts import stash
from opcc.accounts.permissions import person
from opcc.accounts.stash import keeps_typed_text
from opcc.core.errors import DomainError
from opcc.web.views import chosen_filters, paginate


@ambassadors_only
def home(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """What is due, what the office did, the forums, and where to find the rest."""
    today = timezone.localdate()
    context = {"home": portal.home(ambassador, today=today), "needed": len(NEEDED_STEPS)}
    return show(request, "home", HOME, context, today=today)


@ambassadors_only
def concern_list(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """Everything the ambassador raised, by state."""
    filters = ConcernFilters(request.GET or None)
    state = filters.cleaned_data["state"] if filters.is_valid() else ""
    context = {
        "page": paginate(request, portal.concerns_of(ambassador, state=state)),
        "filters": filters,
        "chosen": chosen_filters(request, filters),
    }
    return show(request, "concerns", CONCERNS, context, today=timezone.localdate())


@keeps_typed_text
@ambassadors_only
def concern_told(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """Record that the forum heard the office's reply, and when."""
    concern = portal.concerns_of(ambassador).filter(public_id=public_id).first()
    if concern is None:
        raise Http404
    if concern.state == ConcernState.TOLD:
        return redirect("ambassadors:concerns")
    today = timezone.localdate()
    form = ToldForm(request.POST or stash.take(request), initial={"told_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            operations.mark_told(concern=concern, **form.cleaned_data, by=person(request), at=timezone.now())
        except DomainError as error:
            form.add_domain_error(error)
        else:
            messages.success(request, "Thank you. The office can see that the forum was told.")
            return redirect("ambassadors:home")
    return show(request, "concern_told", CONCERNS, {"form": form, "concern": concern}, today=today)
