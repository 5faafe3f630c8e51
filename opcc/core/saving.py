"""Saving rows so that a broken rule reaches the person in words, under the name of who acted."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from opcc.core.audit import because
from opcc.core.errors import DomainError


def acting(by: models.Model | None, reason: str) -> Any:
    """A context in which every change is put down to the person, a user. None is an import or a timed task."""
    return because(reason, user=by.pk) if by is not None else because(reason)


def wait_turn(what: str) -> None:
    """Hold a lock by this name until the caller's transaction ends: who else asks for it waits, then sees the outcome.

    For what no row stands for: the next number of a series, or rows that an exclusion constraint compares. Two that
    are written at once under such a constraint would wait for one another, and the database would end one of them.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [what])


def save_checked(row: models.Model) -> None:
    """Save a row that passes every rule of its model, or raise DomainError with the first that it breaks."""
    try:
        row.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise DomainError(messages[0], field=None if field == NON_FIELD_ERRORS else field) from error
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:  # another person saved between the check and the write
        raise DomainError("Somebody else recorded this a moment ago. Open the page again to see it.") from error


def worded(text: str, *, most: int, missing: str, field: str) -> str:
    """The text without blanks around it, its lines ended as ours are; DomainError if nothing is left or too much."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise DomainError(missing, field=field)
    if len(text) > most:
        raise DomainError(f"Write {most:,} characters or fewer. You wrote {len(text):,}.", field=field)
    return text


def not_in_future(day: date, at: datetime, *, field: str) -> None:
    """DomainError for a day that has not come yet where we are."""
    if day > timezone.localdate(at):
        raise DomainError("Enter a day that is not in the future.", field=field)
