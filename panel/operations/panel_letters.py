"""The Panel's letter and the Commissioner's reply: drafted, numbered, printed once and frozen.

A letter is two or three pages and prints in about two seconds, so it is made while its sender waits and sees at once
what is wrong with it; the engine runs in a child process with a limit of its own.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from opcc.documents.pdf import PdfError, render_pdf
from opcc.reference import reporting as reference
from opcc.web.words import nice_date
from panel import queries
from panel.enums import LetterKind, LetterState, MeetingState, Recipient, RecommendationState
from panel.models import PanelLetter, PanelMeeting, Recommendation
from panel.operations.files import store
from panel.permissions import ADD_LETTER, CHANGE_LETTER, must_have, sees_exempt
from panel.printed import letter_contents, letter_html
from panel.quarterly_report import Json

LIMIT_SECONDS = 30.0
MOST_TEXT = 10_000


@transaction.atomic
def draft_letter(
    *,
    meeting: PanelMeeting,
    subject: str,
    dated_on: date,
    signed_by: str,
    by: User | None,
    at: datetime,
    opening: str = "",
    closing: str = "",
    to: Recipient = Recipient.COMMISSIONER,
    to_other: str = "",
    is_exempt: bool = False,
    source: str = "",
    is_synthetic: bool = False,
) -> PanelLetter:
    """Begin the letter with a meeting's recommendations to one recipient. Exempt ones go into a letter of their own."""
    must_have(by, ADD_LETTER, "write the Panel's letter")
    _refuse_unknown(by, is_exempt)
    if meeting.state != MeetingState.HELD:
        raise DomainError("Choose a meeting that was held.", field="meeting")
    if dated_on < meeting.held_on:
        raise DomainError(f"The Panel met on {nice_date(meeting.held_on)}. Enter a later day.", field="dated_on")
    letter = PanelLetter(
        kind=LetterKind.LETTER, meeting=meeting, to=to, to_other=to_other.strip(), is_exempt=is_exempt,
        source=source, is_synthetic=is_synthetic,
    )  # fmt: skip
    _write(letter, subject=subject, dated_on=dated_on, opening=opening, closing=closing, signed_by=signed_by)
    with acting(by, "Letter drafted"):
        save_checked(letter)
        _number(letter)
    return letter


@transaction.atomic
def draft_reply(
    *,
    letter: PanelLetter,
    subject: str,
    dated_on: date,
    signed_by: str,
    by: User | None,
    at: datetime,
    opening: str = "",
    closing: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> PanelLetter:
    """Begin the reply to a letter that was sent. It answers each recommendation under the number it has there."""
    must_have(by, ADD_LETTER, "write a reply")
    _refuse_unknown(by, letter.is_exempt)
    if letter.kind != LetterKind.LETTER or letter.state != LetterState.SENT:
        raise DomainError("Choose a letter of the Panel that was sent.", field="answers")
    if dated_on < letter.dated_on:
        raise DomainError(f"The letter is of {nice_date(letter.dated_on)}. Enter a later day.", field="dated_on")
    reply = PanelLetter(
        kind=LetterKind.REPLY, meeting=letter.meeting, answers=letter, to=letter.to, to_other=letter.to_other,
        is_exempt=letter.is_exempt, source=source, is_synthetic=is_synthetic,
    )  # fmt: skip
    _write(reply, subject=subject, dated_on=dated_on, opening=opening, closing=closing, signed_by=signed_by)
    with acting(by, "Reply drafted"):
        save_checked(reply)
    return reply


@transaction.atomic
def write_letter(
    *,
    letter: PanelLetter,
    subject: str,
    dated_on: date,
    opening: str,
    closing: str,
    signed_by: str,
    by: User | None,
    at: datetime,
) -> PanelLetter:
    """Change a draft, and take in recommendations that were made since."""
    must_have(by, CHANGE_LETTER, "change a letter")
    row = _draft(letter, by)
    _write(row, subject=subject, dated_on=dated_on, opening=opening, closing=closing, signed_by=signed_by)
    with acting(by, "Letter changed"):
        save_checked(row)
        _number(row)
    return row


def send_letter(*, letter: PanelLetter, by: User | None, at: datetime) -> PanelLetter:
    """Print a letter or reply, freeze it, and record that it was sent. What is open is published with it."""
    must_have(by, CHANGE_LETTER, "send a letter")
    with transaction.atomic(), acting(by, "Letter numbered"):
        row = _draft(letter, by)
        if row.dated_on > timezone.localdate(at):
            raise DomainError(
                f"The letter is dated {nice_date(row.dated_on)}. Send it on that day or correct the date."
            )
        _number(row)
        contents = _contents(row)
    try:
        pdf = render_pdf(letter_html(contents), office_colour=contents["office_colour"], limit_seconds=LIMIT_SECONDS)
    except PdfError as error:
        raise DomainError(error.message) from error
    with transaction.atomic():
        row = _draft(letter, by)
        if _contents(row) != contents:
            raise DomainError("Somebody changed what this letter says while it was printed. Read it again, then send.")
        name = f"letters/{row.public_id}/{row.kind}.pdf"
        store(name, pdf.content)
        row.file, row.pages, row.size, row.sha256 = name, pdf.pages, len(pdf.content), pdf.sha256
        row.contents, row.state, row.sent_at, row.sent_by = contents, LetterState.SENT, at, by
        with acting(by, f"{row.name} sent"):
            save_checked(row)
            _sent(row)
    return row


def _sent(letter: PanelLetter) -> None:
    made = letter.recommendations.filter(state=RecommendationState.MADE)
    made.update(state=RecommendationState.SENT)


def _write(letter: PanelLetter, *, subject: str, dated_on: date, opening: str, closing: str, signed_by: str) -> None:
    letter.subject, letter.dated_on, letter.signed_by = subject.strip(), dated_on, signed_by.strip()
    letter.opening, letter.closing = opening.replace("\r\n", "\n").strip(), closing.replace("\r\n", "\n").strip()
    if letter.opening:
        worded(letter.opening, most=MOST_TEXT, missing="", field="opening")
    if letter.closing:
        worded(letter.closing, most=MOST_TEXT, missing="", field="closing")


def _number(letter: PanelLetter) -> None:
    """Give the meeting's recommendations their numbers in the letter: 1 to n, as they were resolved."""
    if letter.kind == LetterKind.REPLY:
        return
    rows = queries.recommendations_of(
        letter.meeting, to=letter.to, to_other=letter.to_other, exempt=letter.is_exempt
    )  # fmt: skip
    if not rows:
        raise DomainError(_nothing_for(letter), field="to_other" if letter.to_other else "meeting")
    for number, row in enumerate(rows, start=1):
        row.letter, row.letter_number = letter, number
    Recommendation.objects.filter(letter=letter).exclude(pk__in=[row.pk for row in rows]).update(
        letter=None, letter_number=None
    )
    Recommendation.objects.bulk_update(rows, ["letter", "letter_number"])


def _nothing_for(letter: PanelLetter) -> str:
    known = queries.recipients_of(letter.meeting, exempt=letter.is_exempt)
    more = f" It made recommendations to: {'; '.join(known)}." if known else ""
    return f"No recommendation of that meeting waits for a letter to {letter.recipient}.{more}"


def _contents(letter: PanelLetter) -> Json:
    """What the letter says now. Of a reply, every recommendation must have its response."""
    office = reference.office()
    if office is None:
        raise DomainError("The office's own page is empty. Fill it in first: a letter names the Panel.")
    first = letter if letter.kind == LetterKind.LETTER else letter.answers
    assert first is not None
    rows = list(first.recommendations.with_meeting().order_by("letter_number"))
    if letter.kind == LetterKind.REPLY:
        missing = [str(row.letter_number) for row in rows if not hasattr(row, "response")]
        if missing:
            raise DomainError(
                f"There is no response yet to number {', '.join(missing)} of the letter. Record it first."
            )
    return letter_contents(letter, rows, office)


def _draft(letter: PanelLetter, by: User | None) -> PanelLetter:
    row = PanelLetter.objects.select_for_update(of=("self",)).select_related("meeting", "answers").get(pk=letter.pk)
    _refuse_unknown(by, row.is_exempt)
    if row.state != LetterState.DRAFT:
        raise DomainError("This letter was sent, so it stays as it is.")
    return row


def _refuse_unknown(by: User | None, is_exempt: bool) -> None:
    if is_exempt and by is not None and not sees_exempt(by):
        raise DomainError("There is no such letter.")
