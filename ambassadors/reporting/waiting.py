"""What waits for the office, for the staff's home page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q

from ambassadors.enums import Timeliness
from ambassadors.models import Ambassador, Concern, ForumReport, KeyContact
from ambassadors.queries import office
from ambassadors.reporting import people
from ambassadors.reporting.records import Reports
from opcc.accounts.models import User
from opcc.core.quarters import Period
from opcc.web.words import days, nice_date


@dataclass(frozen=True)
class WorkWaiting:
    """A line of work: how much, what is worst about it, and the list it leads to.

    `url_name` and `query` name the staff page; `state` is waiting, due, overdue or done, as tags are coloured.
    """

    label: str
    count: int
    url_name: str
    query: str
    detail: str
    state: str


def late_reports(today: date) -> Reports:
    """Reports of the last year's meetings that have not come, though their day is past."""
    found = people.reports(Period(today - office.LATE_WITHIN, today), as_at=today)
    return Reports(tuple(line for line in found.lines if line.timeliness == Timeliness.MISSING))


def work_waiting(today: date, user: User) -> tuple[WorkWaiting, ...]:
    """The lines that this member of staff may open, whether or not anything waits. The number of queries is fixed."""
    lines = (
        ("ambassadors.view_forumreport", _to_review),
        ("ambassadors.view_forumreport", _late),
        ("ambassadors.view_concern", _overdue),
        ("ambassadors.view_appointment", _vacant),
        ("ambassadors.view_keycontact", _contacts),
    )
    return tuple(line(today, user) for permission, line in lines if user.has_perm(permission))


def _to_review(today: date, user: User) -> WorkWaiting:
    found = ForumReport.objects.submitted().aggregate(count=Count("pk"), oldest=Min("submitted_at"))
    return WorkWaiting(
        label="Reports to review",
        count=found["count"],
        url_name="admin:ambassadors_forumreport_changelist",
        query="state__exact=submitted",
        detail=f"Oldest sent {nice_date(found['oldest'])}" if found["count"] else "",
        state="waiting" if found["count"] else "done",
    )


def _late(today: date, user: User) -> WorkWaiting:
    lines = late_reports(today).lines
    return WorkWaiting(
        label="Late reports",
        count=len(lines),
        url_name="admin:ambassadors_forumreport_late",
        query="",
        detail=f"Longest {days(max(line.days_late for line in lines))}" if lines else "",
        state="overdue" if lines else "done",
    )


def _overdue(today: date, user: User) -> WorkWaiting:
    found = (
        Concern.objects.for_reader(user)
        .overdue(today)
        .aggregate(count=Count("pk"), unassigned=Count("pk", filter=Q(assigned_to=None)))
    )
    return WorkWaiting(
        label="Concerns past their date",
        count=found["count"],
        url_name="admin:ambassadors_concern_changelist",
        query="overdue=1",
        detail=f"{found['unassigned']} without an officer" if found["count"] else "",
        state="overdue" if found["count"] else "done",
    )


def _vacant(today: date, user: User) -> WorkWaiting:
    found = people.vacancies(today)
    unadvertised = sum(vacancy.advertised_on is None for vacancy in found)
    return WorkWaiting(
        label="Forums without an ambassador",
        count=len(found),
        url_name="admin:ambassadors_appointment_vacancies",
        query="",
        detail=f"{unadvertised} not advertised" if found else "",
        state="due" if found else "done",
    )


def _contacts(today: date, user: User) -> WorkWaiting:
    due = KeyContact.objects.due_by(today).filter(ambassador__in=Ambassador.objects.in_post_on(today))
    found = due.aggregate(count=Count("pk"), longest=Min("due_on"))
    return WorkWaiting(
        label="Contacts due",
        count=found["count"],
        url_name="admin:ambassadors_keycontact_changelist",
        query="due=1",
        detail=f"Longest due since {nice_date(found['longest'])}" if found["count"] else "",
        state="due" if found["count"] else "done",
    )
