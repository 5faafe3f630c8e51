"""Minutes of a meeting: written, printed for readers as a draft, confirmed at a later meeting, and signed.

Printing takes about a second, so it is done while its author waits; the engine runs in a child process with a limit.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import partial

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from opcc.documents.pdf import PdfError, RenderedPdf, render_pdf
from opcc.reference import reporting as reference
from opcc.web.words import nice_date
from panel import queries
from panel.enums import MeetingState, MinutesState
from panel.models import AgendaItem, MinuteEntry, PanelMeeting, PanelMinutes
from panel.operations.attendance import at_meeting
from panel.operations.files import keep_only, store
from panel.operations.openness import hold_openness
from panel.permissions import CHANGE_MINUTES, must_have, sees_exempt
from panel.printed import as_printed, minutes_contents, minutes_html, printed_words
from panel.quarterly_report import Json

LIMIT_SECONDS = 30.0
MOST_TEXT = 20_000
MOST_CORRECTIONS = 5000


@transaction.atomic
def write_minutes(
    *,
    meeting: PanelMeeting,
    texts: Mapping[AgendaItem, str],
    by: User | None,
    at: datetime,
    is_exempt: bool = False,
    rose_at: time | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> PanelMinutes:
    """Write what was discussed, item by item; an empty text takes its entry back. Readers have it once printed."""
    must_have(by, CHANGE_MINUTES, "write minutes")
    _refuse_unknown(by, is_exempt)
    meeting = at_meeting(meeting, is_exempt=is_exempt)
    row = PanelMinutes.objects.filter(meeting=meeting, is_exempt=is_exempt).first() or PanelMinutes(
        meeting=meeting, is_exempt=is_exempt, source=source, is_synthetic=is_synthetic
    )
    row.rose_at = rose_at
    with acting(by, "Minutes written"):
        save_checked(row)
        for item, text in texts.items():
            _write_entry(row, item, text)
    return row


def _write_entry(row: PanelMinutes, item: AgendaItem, text: str) -> None:
    if item.meeting_id != row.meeting_id or (not row.is_exempt and not AgendaItem.objects.open().filter(pk=item.pk)):
        raise DomainError("This item does not belong into these minutes. Open the page again.")
    entry = MinuteEntry.objects.filter(minutes=row, item=item).first()
    if not text.strip():
        if entry is not None:
            entry.delete()
        return
    said = worded(text, most=MOST_TEXT, missing="", field=f"item-{item.pk}")
    if entry is None or entry.text != said:
        entry = entry or MinuteEntry(minutes=row, item=item)
        entry.text, entry.source, entry.is_synthetic = said, row.source, row.is_synthetic
        save_checked(entry)


def publish_minutes(*, minutes: PanelMinutes, by: User | None, at: datetime) -> PanelMinutes:
    """Print a draft as it stands. Readers have it from then on, marked as a draft, until it is printed again."""
    must_have(by, CHANGE_MINUTES, "publish minutes")
    with transaction.atomic():
        row = _in_state(minutes, MinutesState.DRAFT, by)
        at_meeting(row.meeting, is_exempt=row.is_exempt)
        contents = _contents(row)
    pdf = _print(contents, row)
    with transaction.atomic():
        hold_openness()
        row = _in_state(minutes, MinutesState.DRAFT, by)
        at_meeting(row.meeting, is_exempt=row.is_exempt)
        if _contents(row) != contents:
            raise DomainError("Somebody changed these minutes while they were printed. Read them again, then publish.")
        row.contents, row.printed_text, row.printed_at = contents, printed_words(contents), at
        _keep(row, pdf)
        with acting(by, "Draft minutes published"):
            save_checked(row)
    return row


@transaction.atomic
def withdraw_minutes(*, minutes: PanelMinutes, by: User | None, at: datetime) -> PanelMinutes:
    """Take a published draft back from its readers, to be put right. Confirmed minutes stay."""
    must_have(by, CHANGE_MINUTES, "withdraw minutes")
    row = _in_state(minutes, MinutesState.DRAFT, by)
    if row.printed_at is None:
        raise DomainError("This draft is not published.")
    row.contents = row.printed_at = row.pages = row.size = None
    row.file, row.sha256, row.printed_text = "", "", ""
    with acting(by, "Draft minutes withdrawn"):
        save_checked(row)
    transaction.on_commit(partial(_tidy, row), robust=True)
    return row


def confirm_minutes(
    *, minutes: PanelMinutes, at_meeting: PanelMeeting, by: User | None, at: datetime, corrections: str = ""
) -> PanelMinutes:
    """Record that a later meeting confirmed a published draft, with the corrections as its minutes have them.

    What the draft says as published is what was confirmed; from then on the minutes are frozen.
    """
    must_have(by, CHANGE_MINUTES, "confirm minutes")
    with transaction.atomic():
        row = _in_state(minutes, MinutesState.DRAFT, by)
        _refuse_confirming(row, at_meeting)
        _confirm(row, at_meeting, corrections, by, at)
        contents = as_printed(row)
    pdf = _print(contents, row)
    with transaction.atomic():
        row = _in_state(minutes, MinutesState.DRAFT, by)
        _refuse_confirming(row, at_meeting)
        if row.contents != contents:
            raise DomainError("Somebody published these minutes again meanwhile. Read them, then confirm.")
        _confirm(row, at_meeting, corrections, by, at)
        _keep(row, pdf)
        with acting(by, f"Minutes confirmed at the meeting of {nice_date(at_meeting.held_on)}"):
            save_checked(row)
    return row


def sign_minutes(
    *, minutes: PanelMinutes, signed_by: str, signed_on: date, by: User | None, at: datetime
) -> PanelMinutes:
    """Record who signed confirmed minutes, and when. The print then shows it."""
    must_have(by, CHANGE_MINUTES, "record a signature")
    with transaction.atomic():
        row = _in_state(minutes, MinutesState.CONFIRMED, by)
        _sign(row, signed_by, signed_on, at)
        contents = as_printed(row)
    pdf = _print(contents, row)
    with transaction.atomic():
        row = _in_state(minutes, MinutesState.CONFIRMED, by)
        _sign(row, signed_by, signed_on, at)
        _keep(row, pdf)
        with acting(by, "Minutes signed"):
            save_checked(row)
    return row


def _confirm(row: PanelMinutes, at_meeting: PanelMeeting, corrections: str, by: User | None, at: datetime) -> None:
    row.state, row.confirmed_at_meeting = MinutesState.CONFIRMED, at_meeting
    row.confirmed_at, row.confirmed_by = at, by
    said = corrections.replace("\r\n", "\n").strip()
    row.corrections = worded(said, most=MOST_CORRECTIONS, missing="", field="corrections") if said else ""


def _sign(row: PanelMinutes, signed_by: str, signed_on: date, at: datetime) -> None:
    confirmed_on = row.confirmed_at_meeting.held_on if row.confirmed_at_meeting else row.meeting.held_on
    if signed_on < confirmed_on:
        raise DomainError(
            f"They were confirmed on {nice_date(confirmed_on)}. Enter that day or a later one.", field="signed_on"
        )
    if signed_on > timezone.localdate(at):
        raise DomainError(
            f"{nice_date(signed_on)} has not come yet. Enter the day they were signed.", field="signed_on"
        )
    row.state, row.signed_on = MinutesState.SIGNED, signed_on
    row.signed_by = worded(signed_by, most=150, missing="Enter who signed, with the post.", field="signed_by")


def _refuse_confirming(row: PanelMinutes, at_meeting: PanelMeeting) -> None:
    if row.printed_at is None:
        raise DomainError("Publish the draft first: a meeting confirms what it has read.")
    if not row.is_exempt and not PanelMinutes.objects.readable().filter(pk=row.pk).exists():
        raise DomainError("Something of the meeting was made exempt since. Publish the draft again first.")
    if at_meeting.state != MeetingState.HELD or at_meeting.group_id != row.meeting.group_id:
        raise DomainError("Choose a meeting of the same body that was held.", field="at_meeting")
    if at_meeting.held_on <= row.meeting.held_on:
        raise DomainError(
            f"These are the minutes of {nice_date(row.meeting.held_on)}. Choose a later meeting.", field="at_meeting"
        )


def _contents(row: PanelMinutes) -> Json:
    office = reference.office()
    if office is None:
        raise DomainError("The office's own page is empty. Fill it in first: minutes name the Panel.")
    if not queries.is_taken(row.meeting):
        raise DomainError("Record the attendance first: minutes say who was there.")
    contents = minutes_contents(row, office)
    if row.is_exempt and not contents["items"]:
        raise DomainError("Nothing of this meeting is exempt, so it has no exempt minutes.")
    return contents


def _print(contents: Json, row: PanelMinutes) -> RenderedPdf:
    try:
        return render_pdf(
            minutes_html(contents, row), office_colour=contents["office_colour"], limit_seconds=LIMIT_SECONDS
        )
    except PdfError as error:
        raise DomainError(error.message) from error


def _folder(row: PanelMinutes) -> str:
    """One for each document: what is tidied away there is its own."""
    return f"minutes/{row.meeting.public_id}/{'exempt' if row.is_exempt else 'open'}"


def _keep(row: PanelMinutes, pdf: RenderedPdf) -> None:
    """Store the print under a name of its own; the one before goes once this one stands."""
    name = f"{_folder(row)}/{pdf.sha256[:16]}.pdf"
    store(name, pdf.content)
    row.file, row.pages, row.size, row.sha256 = name, pdf.pages, len(pdf.content), pdf.sha256
    transaction.on_commit(partial(_tidy, row), robust=True)


@transaction.atomic
def _tidy(row: PanelMinutes) -> None:
    """Under the row's lock: somebody who prints again at this moment has a file there that no row names yet."""
    rows = PanelMinutes.objects.select_for_update().filter(pk=row.pk).exclude(file="")
    keep_only(_folder(row), list(rows.values_list("file", flat=True)))


def _in_state(minutes: PanelMinutes, state: MinutesState, by: User | None) -> PanelMinutes:
    rows = PanelMinutes.objects.select_for_update(of=("self",)).select_related("meeting__group", "confirmed_at_meeting")
    row = rows.get(pk=minutes.pk)
    _refuse_unknown(by, row.is_exempt)
    if row.state != state:
        raise DomainError(f"These minutes are {row.get_state_display().lower()}, so that is no longer possible.")
    return row


def _refuse_unknown(by: User | None, is_exempt: bool) -> None:
    if is_exempt and by is not None and not sees_exempt(by):
        raise DomainError("There are no such minutes.")
