"""What the office publishes by law, and when it last did; and files that prove it, for the office."""

import uuid

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from opcc.accounts.enums import STAFF_ROLES
from opcc.accounts.permissions import public_page, roles_required
from opcc.web import views as web
from panel import queries
from panel.models import Publication
from panel.permissions import VIEW_DUTY
from panel.views.reader import is_member
from panel.views.stored import stored_download

COLUMNS = (web.Column("What we publish"), web.Column("How often"), web.Column("Last published", "d"))


@public_page
@require_safe
def publications(request: HttpRequest) -> HttpResponse:
    """Each thing of the Specified Information Order, in its order, with the last publication."""
    lines = queries.checklist(timezone.localdate())
    return render(
        request,
        "panel/publications.html",
        {
            "lines": lines,
            "columns": COLUMNS,
            "invented": any(line.duty.is_synthetic for line in lines),
            "is_member": is_member(request),
        },
    )


@require_safe
@roles_required(*STAFF_ROLES)
def publication_proof(request: HttpRequest, public_id: uuid.UUID) -> FileResponse:
    """A file that proves a publication, to be saved, never shown inside the site."""
    found = Publication.objects.exclude(file="").filter(public_id=public_id).first()
    if found is None or not request.user.has_perm(VIEW_DUTY):
        raise Http404
    return stored_download(found)
