"""Reminders to ambassadors: written once for each occasion, however often the task runs."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from ambassadors.due_dates import LAST_REMINDER, reminder_for
from ambassadors.models import Ambassador, Appointment, KeyContact
from ambassadors.operations.letters import portal_link, write_to
from ambassadors.queries import office
from opcc.core.quarters import Period

LONGEST_DUE = timedelta(days=90)  # the longest rule that an office may set


@transaction.atomic
def remind_of_reports(*, at: datetime) -> int:
    """Write to every ambassador in post who owes the report of a meeting, as the occasions of due_dates say.

    A day on which the task did not run is made up on the next. Returns how many e-mails the outbox holds for today's
    occasions.
    """
    today = timezone.localdate(at)
    since = today - LONGEST_DUE - LAST_REMINDER
    owed = [
        (one, occasion)
        for one in office.expected_reports(Period(since, today), as_at=today)
        if one.received_on is None and (occasion := reminder_for(one.due_on, today)) is not None
    ]
    people = Ambassador.objects.select_related("user").in_bulk([one.ambassador_id for one, _ in owed])
    still_there = set(
        Appointment.objects.live_on(today)
        .filter(forum__in={one.forum_id for one, _ in owed})
        .values_list("ambassador_id", "forum_id")
    )
    written = 0
    for one, occasion in owed:
        if (one.ambassador_id, one.forum_id) not in still_there:
            continue
        message = write_to(
            people[one.ambassador_id],
            kind="report_due",
            subject=f"Your report from {one.forum}" + (" is late" if one.due_on < today else " is due soon"),
            at=at,
            key=f"report-due:{one.forum_id}:{one.met_on}:{occasion}",
            forum=one.forum,
            met_on=one.met_on,
            due_on=one.due_on,
            days_late=max((today - one.due_on).days, 0),
            link=portal_link("ambassadors:home"),
        )
        written += message is not None
    return written


@transaction.atomic
def remind_of_contacts(*, at: datetime) -> int:
    """Tell each ambassador once a month how many contacts are due by the month's end. Returns how many were told."""
    today = timezone.localdate(at)
    month_end = (today.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    due = dict(
        KeyContact.objects.due_by(month_end)
        .filter(ambassador__in=Ambassador.objects.in_post_on(today))
        .values_list("ambassador_id")
        .annotate(number=Count("pk"))
    )
    written = 0
    for ambassador in Ambassador.objects.filter(pk__in=due).select_related("user").order_by("pk"):
        message = write_to(
            ambassador,
            kind="contacts_due",
            subject="Contacts due this month",
            at=at,
            key=f"contacts-due:{ambassador.pk}:{today:%Y-%m}",
            number=due[ambassador.pk],
            link=portal_link("ambassadors:contacts"),
        )
        written += message is not None
    return written
