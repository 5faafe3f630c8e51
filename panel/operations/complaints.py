"""Complaints about the Commissioner: registered, assessed, acknowledged, referred, ended; never investigated."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.references import next_reference
from opcc.core.saving import acting, save_checked, worded
from panel.enums import MUST_BE_REFERRED, ComplaintAbout, ComplaintKind, ComplaintOutcome, DisapplyGround
from panel.models import ComplaintCase
from panel.permissions import ADD_COMPLAINT, CHANGE_COMPLAINT, must_have

LONGEST = 10_000


@transaction.atomic
def register_complaint(
    *,
    received_on: date,
    summary: str,
    by: User | None,
    at: datetime,
    about: ComplaintAbout = ComplaintAbout.COMMISSIONER,
    complainant: str = "",
    contact: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> ComplaintCase:
    """Enter a complaint under the next number of the year in which it was received."""
    must_have(by, ADD_COMPLAINT, "register a complaint")
    row = ComplaintCase(
        reference=next_reference(prefix="CO", year=received_on.year, digits=3, rows=ComplaintCase.objects.all()),
        about=about, received_on=received_on, complainant=complainant.strip(), contact=contact.strip(),
        summary=worded(summary, most=LONGEST, missing="Say what the complaint is about.", field="summary"),
        source=source, is_synthetic=is_synthetic,
    )  # fmt: skip
    return _saved(row, by, at, "Complaint registered", "received_on")


@transaction.atomic
def assess_complaint(
    *, case: ComplaintCase, kind: ComplaintKind, by: User | None, at: datetime, clear_on: date | None = None
) -> ComplaintCase:
    """Say what it is. A serious complaint or a conduct matter starts the clock of its referral on `clear_on`."""
    row = _open(case, by)
    if kind in MUST_BE_REFERRED and clear_on is None:
        raise DomainError("Enter the day on which this became clear: it is referred by the next day.", field="clear_on")
    if kind not in MUST_BE_REFERRED and row.referred_on is not None:
        raise DomainError("It is referred already, so it stays what it is.", field="kind")
    row.kind, row.clear_on = kind, clear_on if kind in MUST_BE_REFERRED else None
    return _saved(row, by, at, "Complaint assessed", "clear_on")


@transaction.atomic
def acknowledge_complaint(*, case: ComplaintCase, on: date, by: User | None, at: datetime) -> ComplaintCase:
    """Record that the person was told that it has come."""
    row = _open(case, by)
    row.acknowledged_on = on
    return _saved(row, by, at, "Complaint acknowledged", "on")


@transaction.atomic
def refer_complaint(*, case: ComplaintCase, on: date, by: User | None, at: datetime) -> ComplaintCase:
    """Record the referral to the national body."""
    row = _open(case, by)
    if row.kind not in MUST_BE_REFERRED:
        raise DomainError("Record first that it is a serious complaint or a conduct matter.")
    if row.referred_on is not None:
        raise DomainError("It is referred already.")
    row.referred_on = on
    return _saved(row, by, at, "Complaint referred", "on")


@transaction.atomic
def end_complaint(
    *,
    case: ComplaintCase,
    outcome: ComplaintOutcome,
    on: date,
    note: str,
    by: User | None,
    at: datetime,
    ground: DisapplyGround | None = None,
) -> ComplaintCase:
    """Record what came of it, and close it. There is no appeal; how it was handled can go to the ombudsman."""
    row = _open(case, by)
    if row.kind == ComplaintKind.UNASSESSED and outcome != ComplaintOutcome.WITHDRAWN:
        raise DomainError("Say first what kind of complaint it is.", field="outcome")
    if outcome == ComplaintOutcome.DISAPPLIED and ground is None:
        raise DomainError("Say why it is not taken further.", field="ground")
    row.outcome, row.ended_on = outcome, on
    row.ground = ground if ground is not None and outcome == ComplaintOutcome.DISAPPLIED else ""
    row.note = worded(note, most=LONGEST, missing="Say what was agreed or found.", field="note")
    return _saved(row, by, at, "Complaint ended", "outcome")


def _open(case: ComplaintCase, by: User | None) -> ComplaintCase:
    must_have(by, CHANGE_COMPLAINT, "change a complaint")
    row = ComplaintCase.objects.select_for_update().get(pk=case.pk)
    if row.outcome:
        raise DomainError("This complaint is closed.")
    return row


def _saved(row: ComplaintCase, by: User | None, at: datetime, what: str, field: str) -> ComplaintCase:
    today = timezone.localdate(at)
    days = (row.received_on, row.clear_on, row.acknowledged_on, row.referred_on, row.ended_on)
    if any(day is not None and day > today for day in days):
        raise DomainError("Enter a day that is not in the future.", field=field)
    with acting(by, what):
        save_checked(row)
    return row
