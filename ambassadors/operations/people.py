"""Applications, appointments and vacancies."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ambassadors.enums import UNDECIDED, ApplicationState, EndReason
from ambassadors.models import Ambassador, Application, Appointment, VacancyAdvert
from forums.models import Forum
from opcc.accounts import operations as accounts
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, wait_turn
from opcc.web.words import nice_date


def _refuse_outside_dates(forum: Forum, day: date, field: str) -> None:
    if day < forum.starts_on:
        raise DomainError(
            f"{forum} started on {nice_date(forum.starts_on)}. Enter that day or a later one.", field=field
        )
    if forum.ends_on is not None and day > forum.ends_on:
        raise DomainError(f"{forum} ended on {nice_date(forum.ends_on)}. Choose another forum.", field="forum")


@transaction.atomic
def record_person(
    *,
    first_name: str,
    last_name: str,
    email: str = "",
    telephone: str = "",
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> Ambassador:
    """Add a person who is, or applied to be, an ambassador."""
    person = Ambassador(
        first_name=first_name.strip(),
        last_name=last_name.strip(),
        email=email.strip(),
        telephone=telephone.strip(),
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Person added"):
        save_checked(person)
    return person


@transaction.atomic
def appoint(
    *,
    ambassador: Ambassador,
    forum: Forum,
    starts_on: date,
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> Appointment:
    """Give a forum to an ambassador. One person may hold several forums; a forum has one ambassador at a time."""
    _refuse_outside_dates(forum, starts_on, "starts_on")
    appointment = Appointment(
        ambassador=ambassador, forum=forum, starts_on=starts_on, source=source, is_synthetic=is_synthetic
    )
    wait_turn(f"appointments to forum {forum.pk}")
    with acting(by, "Appointed"):
        save_checked(appointment)
    return appointment


@transaction.atomic
def end_appointment(
    *, appointment: Appointment, ends_on: date, reason: EndReason, note: str = "", by: User | None, at: datetime
) -> Appointment:
    """Record the last day of an appointment and why it ends. The forum is vacant from the next day."""
    if ends_on < appointment.starts_on:
        raise DomainError(
            f"The appointment started on {nice_date(appointment.starts_on)}. Enter that day or a later one.",
            field="ends_on",
        )
    with acting(by, "Appointment ended"):
        moved = Appointment.objects.filter(pk=appointment.pk, ends_on=None).update(
            ends_on=ends_on, end_reason=reason, end_note=note.strip()[:250]
        )
    appointment.refresh_from_db()
    if not moved:
        assert appointment.ends_on is not None
        raise DomainError(f"This appointment has its last day already: {nice_date(appointment.ends_on)}.")
    return appointment


@transaction.atomic
def advertise_vacancy(
    *,
    forum: Forum,
    advertised_on: date,
    place: str,
    closes_on: date | None = None,
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> VacancyAdvert:
    """Record where and when a forum's vacancy was advertised. It may be before the ambassador leaves."""
    _refuse_outside_dates(forum, advertised_on, "advertised_on")
    staying = Appointment.objects.live_on(advertised_on).filter(forum=forum, ends_on=None).select_related("ambassador")
    holder = staying.first()
    if holder is not None:
        raise DomainError(f"{forum} is not vacant: {holder.ambassador} has it, with no last day.", field="forum")
    advert = VacancyAdvert(
        forum=forum,
        advertised_on=advertised_on,
        closes_on=closes_on,
        place=place.strip(),
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Vacancy advertised"):
        save_checked(advert)
    return advert


@transaction.atomic
def receive_application(
    *,
    applicant: Ambassador,
    forum: Forum,
    applied_on: date,
    note: str = "",
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> Application:
    """Record that a person applied to be the ambassador of a forum."""
    if applied_on > timezone.localdate(at):
        raise DomainError("Enter the day on which it came: today or earlier.", field="applied_on")
    _refuse_outside_dates(forum, applied_on, "applied_on")
    application = Application(
        ambassador=applicant,
        forum=forum,
        applied_on=applied_on,
        note=note.strip(),
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Application received"):
        save_checked(application)
    return application


@transaction.atomic
def decide_application(
    *,
    application: Application,
    decision: ApplicationState,
    decided_on: date,
    starts_on: date | None = None,
    note: str = "",
    by: User | None,
    at: datetime,
) -> Application:
    """Call an applicant to interview, decline or appoint them, or note that they withdrew.

    Appointing needs `starts_on` and makes the appointment with it.
    """
    if decision == ApplicationState.RECEIVED:
        raise DomainError("Choose what was decided.", field="decision")
    if decision == ApplicationState.APPOINTED and starts_on is None:
        raise DomainError("Enter the first day of the appointment.", field="starts_on")
    if not application.applied_on <= decided_on <= timezone.localdate(at):
        raise DomainError(
            f"Enter a day from {nice_date(application.applied_on)}, when it came, to today.", field="decided_on"
        )
    with acting(by, f"Application: {decision.label.lower()}"):
        moved = (
            Application.objects.undecided()
            .filter(pk=application.pk)
            .update(
                state=decision,
                decided_on=None if decision in UNDECIDED else decided_on,
                note=note.strip()[:500] or application.note,
            )
        )
        if not moved:
            raise DomainError("This application was decided already.")
        if decision == ApplicationState.APPOINTED and starts_on is not None:
            appoint(
                ambassador=application.ambassador,
                forum=application.forum,
                starts_on=starts_on,
                by=by,
                at=at,
                source=application.source,
                is_synthetic=application.is_synthetic,
            )
    application.refresh_from_db()
    return application


@transaction.atomic
def link_account(*, ambassador: Ambassador, user: User, by: User | None, at: datetime) -> Ambassador:
    """Let a person's account open the ambassador's portal as this ambassador."""
    if not user.has_role(Role.AMBASSADOR):
        raise DomainError(
            f"{user} does not have the ambassador's role. Give the account that role first.", field="user"
        )
    if Ambassador.objects.filter(user=user).exclude(pk=ambassador.pk).exists():
        raise DomainError(f"The account of {user} belongs to another ambassador.", field="user")
    with acting(by, "Account linked"):
        moved = Ambassador.objects.filter(pk=ambassador.pk, user=None).update(user=user)
    ambassador.refresh_from_db()
    if not moved:
        raise DomainError(f"{ambassador} has an account already: {ambassador.user}.", field="user")
    return ambassador


@transaction.atomic
def invite_ambassador(*, ambassador: Ambassador, by: User, at: datetime) -> Ambassador:
    """Open an account in the ambassador's name and mail the invitation to set its password."""
    if ambassador.user_id is not None:
        raise DomainError("This person has an account already.")
    if not ambassador.email:
        raise DomainError("Enter the person's e-mail address first.", field="email")
    invitation = accounts.invite_person(
        email=ambassador.email,
        first_name=ambassador.first_name,
        last_name=ambassador.last_name,
        roles=[Role.AMBASSADOR],
        by=by,
        at=at,
    )
    return link_account(ambassador=ambassador, user=invitation.user, by=by, at=at)
