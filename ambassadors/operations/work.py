"""What an ambassador records between forums: contacts, events, and progress on objectives."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ambassadors.due_dates import contact_due_on
from ambassadors.models import Ambassador, ContactMade, EngagementActivity, KeyContact, Objective, ObjectiveProgress
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.web.words import nice_date


@transaction.atomic
def add_contact(
    *,
    ambassador: Ambassador,
    organisation_name: str,
    frequency: str,
    means: str,
    by: User,
    at: datetime,
    name: str = "",
    how_to_reach: str = "",
) -> KeyContact:
    """Put somebody into the ambassador's network; first due one interval from now."""
    today = timezone.localdate(at)
    return KeyContact.objects.create(
        ambassador=ambassador,
        organisation_name=organisation_name,
        name=name,
        how_to_reach=how_to_reach,
        frequency=frequency,
        means=means,
        added_on=today,
        due_on=contact_due_on(today, frequency),
    )


@transaction.atomic
def change_contact(
    *,
    contact: KeyContact,
    organisation_name: str,
    frequency: str,
    means: str,
    by: User,
    at: datetime,
    name: str = "",
    how_to_reach: str = "",
) -> KeyContact:
    """Correct a contact. Another frequency counts from the last contact, or from when it was added."""
    now = KeyContact.objects.select_for_update().get(pk=contact.pk)
    now.organisation_name, now.name, now.how_to_reach = organisation_name, name, how_to_reach
    now.frequency, now.means = frequency, means
    now.due_on = contact_due_on(now.last_contact_on or now.added_on, frequency)
    now.save()
    return now


@transaction.atomic
def end_contact(*, contact: KeyContact, by: User, at: datetime) -> None:
    """Keep a contact up no longer; what was recorded stays."""
    KeyContact.objects.current().filter(pk=contact.pk).update(ended_on=timezone.localdate(at))


@transaction.atomic
def record_contact(*, contact: KeyContact, on: date, means: str, by: User, at: datetime, note: str = "") -> ContactMade:
    """Note that the ambassador was in touch. The next time is due an interval after the latest contact."""
    now = KeyContact.objects.select_for_update().get(pk=contact.pk)
    if now.ended_on is not None:
        raise DomainError(f"You stopped keeping up this contact on {nice_date(now.ended_on)}. Add it again first.")
    if on > timezone.localdate(at):
        raise DomainError("The date must be today or in the past", field="on")
    twin = now.made.filter(on=on, means=means, note=note).first()
    if twin is not None:  # the button pressed twice
        return twin
    made = ContactMade.objects.create(contact=now, on=on, means=means, note=note)
    if now.last_contact_on is None or on > now.last_contact_on:
        now.last_contact_on, now.due_on = on, contact_due_on(on, now.frequency)
        now.save(update_fields=["last_contact_on", "due_on"])
    return made


@transaction.atomic
def record_event(
    *,
    ambassador: Ambassador,
    held_on: date,
    title: str,
    outcome: str,
    by: User,
    at: datetime,
    people_met: int | None = None,
) -> EngagementActivity:
    """Note an event attended between forum reports."""
    if held_on > timezone.localdate(at):
        raise DomainError("The date of the event must be today or in the past", field="held_on")
    found, _ = EngagementActivity.objects.get_or_create(  # the button pressed twice
        ambassador=ambassador, report=None, held_on=held_on, title=title, people_met=people_met, outcome=outcome
    )
    return found


@transaction.atomic
def record_progress(
    *, objective: Objective, ambassador: Ambassador, on: date, number: int, evidence: str, by: User, at: datetime
) -> ObjectiveProgress:
    """Note a step towards an objective, outside a forum report."""
    if objective.ambassador_id not in (None, ambassador.pk):
        raise DomainError("Report on your own objectives only")
    if number < 1:
        raise DomainError("Enter a number of 1 or more", field="number")
    if on > timezone.localdate(at):
        raise DomainError("The date must be today or in the past", field="on")
    if not objective.starts_on <= on <= objective.ends_on:
        raise DomainError(
            f"This objective runs from {nice_date(objective.starts_on)} to {nice_date(objective.ends_on)}. "
            "Enter a date in that period.",
            field="on",
        )
    found, _ = ObjectiveProgress.objects.get_or_create(  # the button pressed twice
        objective=objective, ambassador=ambassador, report=None, on=on, number=number, evidence=evidence
    )
    return found
