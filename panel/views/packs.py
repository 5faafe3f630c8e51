"""Packs of meetings: read by item, opened as PDF; one part by its own address; what was withdrawn says so."""

import logging
import uuid
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from opcc.accounts.models import User
from opcc.accounts.permissions import public_page
from opcc.core.errors import DomainError
from opcc.web import views as web
from panel import operations, queries
from panel.enums import Audience, PackState
from panel.models import Pack, PackEdition, PaperPart
from panel.permissions import VIEW_PACK, record_opening
from panel.queries import EVERYTHING, PUBLIC
from panel.views.reader import is_member, reader_of

log = logging.getLogger(__name__)

COLUMNS = (web.Column("Meeting"), web.Column("Pack"), web.Column("Pages", "n"))
LINES = (web.Column("Item"), web.Column("Paper"), web.Column("Pages", "n"))


@public_page
@require_safe
def packs(request: HttpRequest) -> HttpResponseBase:
    """The packs in force, the latest meeting first."""
    page = web.paginate(request, queries.packs_in_force(reader_of(request) is PUBLIC))
    context = {"page": page, "columns": COLUMNS, "is_member": is_member(request)}
    return render(request, "panel/packs.html", context)


@public_page
@require_safe
@web.no_store
def pack(request: HttpRequest, public_id: uuid.UUID, audience: Audience) -> HttpResponseBase:
    """An edition by item, each with its pages."""
    found = _edition(request, public_id, audience, "read by item")
    if isinstance(found, HttpResponseBase):
        return found
    context = {
        "edition": found, "pack": found.pack, "meeting": found.pack.meeting, "lines": _lines(found), "columns": LINES,
        "is_member": is_member(request), "is_restricted": audience is Audience.RESTRICTED,
        "may_open_restricted": audience is Audience.PUBLIC and reader_of(request) is EVERYTHING,
    }  # fmt: skip
    return render(request, "panel/pack.html", context)


@public_page
@require_safe
@web.no_store
def pack_pdf(request: HttpRequest, public_id: uuid.UUID, audience: Audience) -> HttpResponseBase:
    """The same as PDF."""
    found = _edition(request, public_id, audience, "as PDF")
    if isinstance(found, HttpResponseBase):
        return found
    try:
        with found.file.open("rb") as file:
            content = file.read()
    except OSError as missing:
        raise Http404 from missing
    if sha256(content).hexdigest() != found.sha256:
        log.error("the stored PDF of pack edition %s is not the one that was built", found.pk)
        raise Http404
    return _pdf(content, found.file_name)


@public_page
@require_safe
@web.no_store
def part(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """One part of a paper as PDF. What is exempt is not there for whoever is not cleared."""
    rows = PaperPart.objects.select_related("paper__item__parent", "paper__item__meeting", "edition")
    reader = reader_of(request)
    shown = rows if reader is EVERYTHING else rows.open()
    found = shown.filter(public_id=public_id).first()
    if found is None or not (_is_staff(request) or queries.was_published(found, open_only=reader is not EVERYTHING)):
        raise Http404
    if found.withdrawn_at is not None:
        return _gone(request, found.withdrawn_reason)
    if found.is_exempt:
        record_opening(request, found, "Exempt part of a paper, as PDF")
    try:
        return _pdf(operations.part_content(found), f"paper-{found.public_id}.pdf")
    except DomainError as missing:
        log.error("the stored PDF of part %s is missing or changed", found.pk)  # noqa: TRY400 -- not what it says
        raise Http404 from missing


def _edition(
    request: HttpRequest, public_id: uuid.UUID, audience: Audience, how: str
) -> PackEdition | HttpResponseBase:
    """The edition, if this person may know of it; else the page that says where it went. Exempt openings are logged."""
    reader, found = reader_of(request), _pack(request, public_id)
    is_restricted = audience is Audience.RESTRICTED
    if found is None or (is_restricted and reader is not EVERYTHING) or (found.meeting.is_closed and reader is PUBLIC):
        raise Http404
    if found.state == PackState.WITHDRAWN:
        return _gone(request, found.withdrawn_reason)
    if found.state == PackState.SUPERSEDED:
        current = Pack.objects.issued().filter(meeting=found.meeting, kind=found.kind).first()
        name = f"panel:pack-{audience.value}"
        return redirect(name, current.public_id) if current else redirect("panel:packs")
    edition = queries.pack_edition(found, audience)
    if edition is None:
        raise Http404
    if is_restricted:
        record_opening(request, edition, f"{edition}, {how}")
    return edition


def _pack(request: HttpRequest, public_id: uuid.UUID) -> Pack | None:
    """Once issued for everybody; for staff as soon as it is ready."""
    if _is_staff(request):
        return Pack.objects.select_related("meeting__group").filter(public_id=public_id).first()
    return queries.pack_once_issued(public_id)


def _is_staff(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.has_perm(VIEW_PACK)


def _lines(edition: PackEdition) -> list[dict[str, Any]]:
    """The page map, each part with the address it keeps."""
    keys = [int(line["key"].removeprefix("part-")) for line in edition.lines if line["key"].startswith("part-")]
    addresses = dict(PaperPart.objects.filter(pk__in=keys).values_list("pk", "public_id"))
    named = {f"part-{key}": public_id for key, public_id in addresses.items()}
    return [{**line, "public_id": None if line["withheld"] else named.get(line["key"])} for line in edition.lines]


def _gone(request: HttpRequest, reason: str) -> HttpResponse:
    return render(request, "panel/withdrawn.html", {"reason": reason, "is_member": is_member(request)}, status=410)


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
