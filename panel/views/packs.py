"""Packs of meetings: read by item, opened as PDF; one part by its own address; what was withdrawn says so."""

import logging
import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import is_signed_in, public_page
from opcc.core.errors import DomainError
from opcc.web import views as web
from panel import operations, queries
from panel.enums import Audience, PackState
from panel.models import AgendaItem, Pack, PackEdition, PaperPart
from panel.permissions import VIEW_PACK, record_opening
from panel.views.reader import is_member, reader_of
from panel.views.stored import pdf_answer, stored_pdf

log = logging.getLogger(__name__)

COLUMNS = (web.Column("Meeting"), web.Column("Pack"), web.Column("Pages", "n"))
LINES = (web.Column("Item"), web.Column("Paper"), web.Column("Pages", "n"))


@public_page
@require_safe
def packs(request: HttpRequest) -> HttpResponseBase:
    """The packs in force, the latest meeting first."""
    page = web.paginate(request, queries.packs_in_force(reader_of(request).is_public))
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
        "edition": found, "pack": found.pack, "meeting": found.pack.meeting, "lines": queries.lines_of(found),
        "columns": LINES, "to_follow": _to_follow(found),
        "is_member": is_member(request), "is_restricted": audience is Audience.RESTRICTED,
        "may_open_restricted": audience is Audience.PUBLIC and reader_of(request).sees_exempt,
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
    return stored_pdf(found)


@public_page
@require_safe
@web.no_store
def item(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """An item of a published agenda by its own address: what it is about, and its papers in the packs in force."""
    reader = reader_of(request)
    rows = AgendaItem.objects.select_related("meeting__group", "parent__exemption", "exemption")
    shown = rows if reader.sees_exempt else rows.open()
    found = shown.filter(public_id=public_id).first()
    if found is None or not found.meeting.agenda_can_be_read or (found.meeting.is_closed and reader.is_public):
        raise Http404
    audience = Audience.RESTRICTED if reader.sees_exempt else Audience.PUBLIC
    lines = queries.lines_out(found.meeting, audience).get(found.pk, [])
    resolutions = queries.resolutions_on(found, reader)
    if found.is_kept_back:
        record_opening(request, found, "Exempt item of an agenda")
    elif reader.sees_exempt and (any(passed.exemption_id for passed in resolutions) or queries.names_exempt(lines)):
        record_opening(request, found, "Item of an agenda with exempt resolutions or parts of papers")
    number = next(one for one, key in queries.numbers_of(found.meeting) if key == found.pk)
    context = {
        "item": found, "meeting": found.meeting, "number": number,
        "lines": lines, "columns": LINES,
        "to_follow": queries.papers_to_follow(found.meeting, include_exempt=found.is_kept_back).get(found.pk, []),
        "urgent": queries.urgent_papers(found.meeting, include_exempt=found.is_kept_back).get(found.pk, []),
        "resolutions": resolutions, "is_exempt": found.is_kept_back,
        "is_restricted": audience is Audience.RESTRICTED, "is_member": is_member(request),
    }  # fmt: skip
    return render(request, "panel/item.html", context)


@public_page
@require_safe
@web.no_store
def part(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """One open part of a paper as PDF, of a report the public edition. Nothing exempt has this address."""
    rows = PaperPart.objects.open().select_related("paper__item__meeting", "report")
    found = rows.filter(public_id=public_id).first()
    is_public = reader_of(request).is_public
    if found is None:
        raise Http404
    if not (_is_staff(request) or queries.was_published(found, open_only=is_public)):
        pack = queries.withdrawn_with(found)
        if pack is None:
            raise Http404
        return _gone(request, pack.withdrawn_reason)
    return _part(request, found, Audience.PUBLIC)


@public_page
@require_safe
@web.no_store
def part_restricted(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """One part as the restricted pack has it: for the cleared alone, and every opening of something exempt is noted."""
    if not reader_of(request).sees_exempt:
        raise Http404
    rows = PaperPart.objects.select_related("paper__item__parent", "paper__item__meeting", "report")
    found = rows.filter(public_id=public_id).first()
    if found is None or not (_is_staff(request) or queries.was_published(found, open_only=False)):
        raise Http404
    if found.is_exempt or found.report is not None:
        record_opening(request, found, "Exempt part of a paper, as PDF")
    return _part(request, found, Audience.RESTRICTED)


def _part(request: HttpRequest, found: PaperPart, audience: Audience) -> HttpResponseBase:
    if found.withdrawn_at is not None:
        return _gone(request, found.withdrawn_reason)
    try:
        return pdf_answer(operations.part_content(found, audience), f"paper-{found.public_id}-{audience}.pdf")
    except DomainError as missing:
        log.error("the stored PDF of part %s is missing or changed", found.pk)  # noqa: TRY400 -- not what it says
        raise Http404 from missing


def _edition(
    request: HttpRequest, public_id: uuid.UUID, audience: Audience, how: str
) -> PackEdition | HttpResponseBase:
    """The edition, if this person may know of it; else the page that says where it went. Exempt openings are logged."""
    reader, found = reader_of(request), _pack(request, public_id)
    is_restricted = audience is Audience.RESTRICTED
    if found is None or (is_restricted and not reader.sees_exempt) or (found.meeting.is_closed and reader.is_public):
        raise Http404
    if found.state == PackState.WITHDRAWN:
        return _gone(request, found.withdrawn_reason)
    if found.state == PackState.SUPERSEDED:
        in_force = {pack.supplement: pack for pack in queries.packs_out(found.meeting)}
        current = in_force.get(found.supplement) or in_force.get(0)  # a new version of the pack takes supplements in
        return redirect(f"panel:pack-{audience.value}", current.public_id) if current else redirect("panel:packs")
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
    return is_signed_in(request) and request.user.has_perm(VIEW_PACK)


def _to_follow(edition: PackEdition) -> list[str]:
    """What the edition said was to follow: 'Item 4: The plan'."""
    lines = edition.contents.get("agenda", ())
    return [f"Item {line['number']}: {title}" for line in lines for title in line["to_follow"]]


def _gone(request: HttpRequest, reason: str) -> HttpResponse:
    return render(request, "panel/withdrawn.html", {"reason": reason, "is_member": is_member(request)}, status=410)
