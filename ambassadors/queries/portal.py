"""What an ambassador sees of their own: never anybody else's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When

from ambassadors.due_dates import Due, report_due_on, seen_from
from ambassadors.enums import NEEDED_STEPS, ConcernState, ReportState
from ambassadors.models import (
    Ambassador,
    Appointment,
    Concern,
    ConcernAction,
    EngagementActivity,
    ForumReport,
    KeyContact,
    ReportQuestion,
)
from ambassadors.queries import office
from ambassadors.queries.objectives import ObjectiveNow, objectives_on
from forums import reporting as forum_reporting
from forums.enums import MeetingState
from forums.models import Forum

WANTED_FOR = timedelta(days=366)  # a meeting longer ago without a report is for the office to take up
CONTACTS_AHEAD = timedelta(days=30)
CONCERNS_SHOWN = 5


@dataclass(frozen=True)
class DueReport:
    """A report that the ambassador owes: not begun, begun, or returned with a question."""

    forum: str
    forum_slug: str
    met_on: date
    due: Due
    report: ForumReport | None = None
    question: str = ""

    @property
    def is_returned(self) -> bool:
        return self.report is not None and self.report.state == ReportState.RETURNED

    @property
    def steps_done(self) -> int:
        """How many of the needed sections are done."""
        done = self.report.steps_done if self.report is not None else []
        return sum(1 for step in NEEDED_STEPS if step in done)


@dataclass(frozen=True)
class Home:
    """Everything on the ambassador's home page."""

    due: tuple[DueReport, ...]
    drafts: tuple[DueReport, ...]
    concerns: tuple[Concern, ...]
    concerns_total: int
    forums: tuple[forum_reporting.ForumAhead, ...]
    contacts: int
    contacts_due: int
    objectives: tuple[ObjectiveNow, ...]
    reports_filed: int
    last_filed_at: datetime | None

    @property
    def objectives_met(self) -> int:
        return sum(1 for one in self.objectives if one.is_met)


def forums_of(ambassador: Ambassador) -> list[Forum]:
    """The forums that the ambassador holds or held, by name. One query."""
    held = Appointment.objects.filter(ambassador=ambassador).values("forum")
    return list(Forum.objects.filter(pk__in=held).order_by("name", "pk"))


def home(ambassador: Ambassador, *, today: date) -> Home:
    """The home page. The same number of queries whatever there is to show."""
    owed = reports_owed(ambassador, today=today)
    concerns = concerns_of(ambassador)
    contacts = KeyContact.objects.current().filter(ambassador=ambassador)
    filed = ForumReport.objects.of(ambassador).filed()
    current = Forum.objects.filter(
        pk__in=Appointment.objects.live_on(today).filter(ambassador=ambassador).values("forum")
    )
    return Home(
        due=tuple(one for one in owed if one.is_returned or one.due.days_left <= 14),
        drafts=tuple(one for one in owed if not one.is_returned and one.due.days_left > 14),
        concerns=tuple(concerns[:CONCERNS_SHOWN]),
        concerns_total=concerns.count(),
        forums=forum_reporting.forums_ahead(list(current.order_by("name", "pk")), today),
        contacts=contacts.count(),
        contacts_due=contacts.due_by(today + CONTACTS_AHEAD).count(),
        objectives=objectives_on(ambassador, today),
        reports_filed=filed.count(),
        last_filed_at=filed.order_by("-submitted_at").values_list("submitted_at", flat=True).first(),
    )


def reports_owed(ambassador: Ambassador, *, today: date) -> list[DueReport]:
    """Returned reports first, then what is due by its day: drafts, and meetings without a report. Three queries."""
    days = office.due_days()
    open_question = ReportQuestion.objects.filter(report=OuterRef("pk"), answered_at=None).values("question")[:1]
    begun = ForumReport.objects.of(ambassador).open_to_ambassador().select_related("forum")
    owed = [
        DueReport(
            forum=report.forum.name,
            forum_slug=report.forum.slug,
            met_on=report.met_on,
            due=seen_from(today, report.due_on),
            report=report,
            question=getattr(report, "asked", None) or "",
        )
        for report, question in (
            (row, getattr(row, "asked", None)) for row in begun.annotate(asked=Subquery(open_question))
        )
    ]
    owed += [
        DueReport(
            forum=meeting["forum__name"],
            forum_slug=meeting["forum__slug"],
            met_on=meeting["met_on"],
            due=seen_from(today, report_due_on(meeting["met_on"], days=days)),
        )
        for meeting in _meetings_without_report(ambassador, today)
    ]
    return sorted(owed, key=lambda one: (not one.is_returned, one.due.on, one.forum))


def _meetings_without_report(ambassador: Ambassador, today: date) -> QuerySet[Appointment, dict[str, Any]]:
    """Meetings of the ambassador's forums, held or planned for a day now come, in the time of the appointment."""
    reported = ForumReport.objects.filter(forum=OuterRef("forum"), met_on=OuterRef("met_on"))
    covered = Q(ends_on=None) | Q(ends_on__gte=F("forum__meetings__held_on"))
    rows: QuerySet[Appointment, dict[str, Any]] = (
        Appointment.objects.filter(  # one filter(): each condition is about the same meeting
            covered,
            ambassador=ambassador,
            starts_on__lte=F("forum__meetings__held_on"),
            forum__meetings__state__in=[MeetingState.HELD, MeetingState.PLANNED],
            forum__meetings__held_on__range=(today - WANTED_FOR, today),
        )
        .annotate(met_on=F("forum__meetings__held_on"))
        .exclude(Exists(reported))
        .values("forum__name", "forum__slug", "met_on")
    )
    return rows


def meeting_details(forum: Forum, met_on: date) -> tuple[time | None, str]:
    """When and where the forum met or was to meet, as far as the calendar knows."""
    meeting = forum.meetings.filter(held_on=met_on).values_list("starts_at", "venue").first()
    starts_at, venue = meeting or (None, "")
    return starts_at, venue or forum.usual_venue


def concerns_of(ambassador: Ambassador, *, state: str = "") -> QuerySet[Concern]:
    """What the ambassador raised: first what the forum waits to hear, then what the office has, then the rest."""
    rows = Concern.objects.filter(ambassador=ambassador)
    if state:
        rows = rows.filter(state=state)
    place = Case(
        When(state=ConcernState.REPLIED, then=Value(0)),
        When(state=ConcernState.OPEN, then=Value(1)),
        default=Value(2),
    )
    actions = Prefetch("actions", ConcernAction.objects.order_by("-taken_on", "-pk"))
    ordered: QuerySet[Concern] = (
        rows.select_related("forum", "topic", "replied_by")
        .prefetch_related(actions)
        .annotate(place=place)
        .order_by("place", "-raised_on", "-pk")
    )
    return ordered


def reports_of(ambassador: Ambassador) -> QuerySet[ForumReport]:
    """The ambassador's reports, the latest meeting first."""
    return ForumReport.objects.of(ambassador).select_related("forum").order_by("-met_on", "-pk")


def contacts_of(ambassador: Ambassador) -> QuerySet[KeyContact]:
    """The contacts still kept up, the one due first at the top."""
    return KeyContact.objects.current().filter(ambassador=ambassador).order_by("due_on", "organisation_name", "pk")


def questions_of(report: ForumReport) -> Sequence[ReportQuestion]:
    """What the office asked about the report, in order, with the answers."""
    return list(report.questions.select_related("asked_by").order_by("asked_at", "pk"))


def events_of(ambassador: Ambassador) -> QuerySet[EngagementActivity]:
    """Events attended, the latest first; those of a draft report too, which only the ambassador sees."""
    return EngagementActivity.objects.filter(ambassador=ambassador).order_by("-held_on", "-pk")
