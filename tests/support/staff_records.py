"""A record of every model that staff keep, for the tests that open all of the staff's pages."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.utils import timezone

from ambassadors import models as ambassadors
from ambassadors.enums import ConcernState, ItemKind
from forums import models as forums
from forums.enums import MeetingState
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.enums import AccessKind, MailState
from opcc.core.models import AccessLog, OutboxMessage
from opcc.reference import models as reference
from panel.enums import ReportKind, ReportState
from panel.models import QuarterlyReport
from performance import models as performance
from performance.enums import CommentaryState, LoadState, PhaseOrigin, PhaseState, Severity
from tests.ambassadors.test_admin import whole_report
from tests.factories import ambassadors as a
from tests.factories import forums as f
from tests.factories import performance as p
from tests.factories import reference as r
from tests.factories.accounts import UserFactory, give_second_factor
from tests.factories.panel import QuarterlyReportFactory, built
from tests.support import follow_up_records as follow_up
from tests.support import meeting_records as meetings
from tests.support import question_records as questions

AT = datetime(2018, 3, 5, 9, 0, tzinfo=UTC)


def _mail(number: int) -> OutboxMessage:
    return OutboxMessage.objects.create(
        to=f"person{number}@home.example",
        subject="Your report is due",
        body="It is due.",
        kind="reminder",
        state=MailState.FAILED,
        created_at=AT,
        send_after=AT,
    )


def _entry(number: int) -> AccessLog:
    return AccessLog.objects.create(at=AT, kind=AccessKind.OPENED, by_name=f"Asha Bell {number}", object_id=str(number))


def _closed_concern(number: int) -> ambassadors.Concern:
    concern = a.ConcernFactory.create(
        reference=f"C-2017-{number:04d}", assigned_to=UserFactory.create(), partner=r.OrganisationFactory.create()
    )
    a.ConcernActionFactory.create(concern=concern, recorded_by=UserFactory.create())
    return concern


def _appointed(number: int) -> ambassadors.Ambassador:
    return a.appointed(last_name=f"Hollis {number}").ambassador


def _objective(number: int) -> ambassadors.Objective:
    objective = a.ObjectiveFactory.create(ambassador=a.AmbassadorFactory.create())
    a.ObjectiveProgressFactory.create(objective=objective)
    return objective


def _contact(number: int) -> ambassadors.KeyContact:
    contact = a.KeyContactFactory.create(organisation=r.OrganisationFactory.create())
    a.ContactMadeFactory.create(contact=contact)
    return contact


def _ended_forum(number: int) -> forums.Forum:
    return f.ForumFactory.create(
        merged_into=f.ForumFactory.create(), ends_on=date(2017, 12, 31), end_reason="The two meet as one now."
    )


def _priority(number: int) -> forums.ForumPriority:
    priority = f.ForumPriorityFactory.create(
        meeting__held_on=date(2017, 5, 1) + timedelta(days=number), topic=f.PriorityTopicFactory.create(code="speeding")
    )
    f.PriorityProgressFactory.create(priority=priority, meeting__forum=priority.meeting.forum)
    return priority


def _panel_report(number: int) -> QuarterlyReport:
    return built(issued=True, kind=ReportKind.QUARTERLY, year=2010 + number)


def _measure(number: int) -> performance.Measure:
    measure = p.MeasureFactory.create(
        group__code=f"heading-{number}", objective=r.PlanObjectiveFactory.create(theme=r.PlanThemeFactory.create())
    )
    district = r.DistrictFactory.create()
    for area in ({"district": district}, {"policing_area": r.PolicingAreaFactory.create()}):
        p.SeriesFactory.create(measure=measure, force_area=None, **area)
    p.TargetFactory.create(measure=measure, series=p.SeriesFactory.create(measure=measure))
    return measure


def _question(number: int) -> performance.ForceQuestion:
    person = UserFactory.create()
    return p.ForceQuestionFactory.create(answered=True, asked_by=person, recorded_by=person)


def _commentary(number: int) -> performance.Commentary:
    return p.CommentaryFactory.create(written_by=UserFactory.create())


def _phase_change(number: int) -> performance.PhaseChange:
    annotation = p.AnnotationFactory.create()
    return p.PhaseChangeFactory.create(
        series__measure=annotation.measure,
        origin=PhaseOrigin.ANNOTATION,
        annotation=annotation,
        state=PhaseState.CONFIRMED,
        reason="A new system",
        decided_by=UserFactory.create(),
        decided_at=AT,
    )


def _load(number: int) -> performance.Load:
    load = p.LoadFactory.create(requested_by=UserFactory.create())
    performance.LoadProblem.objects.create(
        load=load,
        severity=Severity.WARNING,
        line=2,
        column="value",
        message="This is far outside the others.",
        series=p.SeriesFactory.create(),
    )
    return load


def _peer_group(number: int) -> performance.PeerGroup:
    return p.PeerMemberFactory.create().group


RECORDS: Mapping[type[Model], Callable[[int], Any]] = {
    User: lambda number: UserFactory.create(roles=[Role.AMBASSADOR]),
    ambassadors.Ambassador: _appointed,
    ambassadors.Application: lambda number: a.ApplicationFactory.create(),
    ambassadors.Appointment: lambda number: a.AppointmentFactory.create(),
    ambassadors.Concern: _closed_concern,
    ambassadors.EngagementActivity: lambda number: a.EngagementActivityFactory.create(),
    ambassadors.ForumReport: lambda number: a.ForumReportFactory.create(submitted=True),
    ambassadors.KeyContact: _contact,
    ambassadors.Objective: _objective,
    AccessLog: _entry,
    OutboxMessage: _mail,
    forums.Forum: _ended_forum,
    forums.ForumMeeting: lambda number: f.ForumMeetingFactory.create(held_on=date(2017, 11, 1)),
    forums.ForumPriority: _priority,
    forums.PriorityTopic: lambda number: f.PriorityTopicFactory.create(broader=f.PriorityTopicFactory.create()),
    QuarterlyReport: _panel_report,
    performance.Annotation: lambda number: p.AnnotationFactory.create(),
    performance.ArchivedProjection: lambda number: p.ArchivedProjectionFactory.create(archived_by=UserFactory.create()),
    performance.Commentary: _commentary,
    performance.ForceQuestion: _question,
    performance.HouseRules: lambda number: p.HouseRulesFactory.create(),
    performance.Load: _load,
    performance.Measure: _measure,
    performance.Observation: lambda number: p.ObservationFactory.create(superseded_by=_load(number)),
    performance.PeerGroup: _peer_group,
    performance.PeerMember: lambda number: p.PeerMemberFactory.create(),
    performance.PeerStanding: lambda number: p.PeerStandingFactory.create(),
    performance.PeerValue: lambda number: p.PeerValueFactory.create(),
    performance.PhaseChange: _phase_change,
    performance.QuarterFigure: lambda number: p.QuarterFigureFactory.create(superseded_by=_load(number)),
    performance.Series: lambda number: p.SeriesFactory.create(),
    performance.TopicGroup: lambda number: p.MeasureFactory.create(group__code=f"heading-{number}").group,
    reference.ClosedDay: lambda number: r.ClosedDayFactory.create(day=date(2022, 9, 19) + timedelta(days=number)),
    reference.Contact: lambda number: r.ContactFactory.create(),
    reference.District: lambda number: r.DistrictFactory.create(policing_area=r.PolicingAreaFactory.create()),
    reference.ForceArea: lambda number: r.ForceAreaFactory.create(code=f"E23{number:06}", name=f"Area {number}"),
    reference.OfficeProfile: lambda number: r.OfficeProfileFactory.create(),
    reference.Organisation: lambda number: r.OrganisationFactory.create(),
    reference.Plan: lambda number: r.PlanFactory.create(title=f"Plan {number}"),
    reference.PlanObjective: lambda number: r.PlanObjectiveFactory.create(theme=r.PlanThemeFactory.create()),
    reference.PlanTheme: lambda number: r.PlanThemeFactory.create(),
    reference.PolicingArea: lambda number: r.PolicingAreaFactory.create(),
    **follow_up.RECORDS,
    **meetings.RECORDS,
    **questions.RECORDS,
}


def keeper_of(model: type[Model]) -> Role:
    """Who keeps a kind of record: the policy officer, save for the force's figures and what one role alone reads."""
    if model is AccessLog:
        return Role.CHIEF_EXECUTIVE
    if any(model in part.RECORDS for part in (follow_up, meetings, questions)):
        return Role.PANEL_SUPPORT_OFFICER
    return Role.PERFORMANCE_OFFICER if model._meta.app_label == "performance" else Role.POLICY_OFFICER


def registered() -> list[type[Model]]:
    """Every model of the staff's pages, in a fixed order."""
    return sorted(admin.site._registry, key=lambda model: model._meta.label)


def _meeting_to_record() -> forums.ForumMeeting:
    return f.PlannedMeetingFactory.create(held_on=timezone.localdate() - timedelta(days=2))


def _restricted(**fields: Any) -> ambassadors.Concern:
    return a.ConcernFactory.create(is_restricted=True, **fields)


def _closed() -> ambassadors.Concern:
    return a.ConcernFactory.create(
        state=ConcernState.CLOSED, closed_on=date(2018, 3, 20), closed_reason="Raised twice by mistake."
    )


def _building() -> QuarterlyReport:
    return QuarterlyReportFactory.create(
        year=next(YEARS),
        state=ReportState.BUILDING,
        lease_until=AT,
        progress_done=1,
        progress_total=4,
        progress_text="Writing",
    )


def _with_second_step() -> User:
    person = UserFactory.create(roles=[Role.PANEL_MEMBER])
    give_second_factor(person)
    return person


def _invited() -> User:
    person = UserFactory.create(roles=[Role.AMBASSADOR])
    person.set_unusable_password()
    person.save()
    return person


YEARS = count(2000)  # a report of a year of its own each time, because a page may want a state anew

# Besides one record of each kind: records in the other states that their pages show differently.
STATES: Mapping[type[Model], tuple[Callable[[], Any], ...]] = {
    User: (_with_second_step, _invited, lambda: UserFactory.create(is_active=False)),
    ambassadors.Ambassador: (a.AmbassadorFactory.create,),
    ambassadors.Concern: (
        a.ConcernFactory.create,
        lambda: a.ConcernFactory.create(replied=True),
        lambda: a.ConcernFactory.create(told=True),
        _closed,
        _restricted,
        lambda: _restricted(kind=ItemKind.TENSION),
    ),
    ambassadors.ForumReport: (
        whole_report,
        lambda: a.ForumReportFactory.create(returned=True),
        lambda: a.ForumReportFactory.create(accepted=True),
        a.ForumReportFactory.create,
    ),
    forums.Forum: (f.ForumFactory.create,),
    forums.ForumMeeting: (
        _meeting_to_record,
        f.PlannedMeetingFactory.create,
        lambda: f.PlannedMeetingFactory.create(state=MeetingState.CANCELLED, cancelled_reason="Snow"),
    ),
    performance.Commentary: (
        lambda: p.CommentaryFactory.create(
            state=CommentaryState.PUBLISHED, published_at=AT, published_by=UserFactory.create()
        ),
    ),
    performance.ForceQuestion: (
        p.ForceQuestionFactory.create,
        lambda: p.ForceQuestionFactory.create(question_is_restricted=True),
        lambda: p.ForceQuestionFactory.create(asked=True),
        lambda: p.ForceQuestionFactory.create(asked=True, question_is_restricted=True),
        lambda: p.ForceQuestionFactory.create(answered=True, answer_is_restricted=False),
    ),
    performance.PhaseChange: (p.PhaseChangeFactory.create,),
    performance.Load: (
        lambda: p.LoadFactory.create(
            state=LoadState.REFUSED, error_count=1, difference_count=1, rows=3, requested_by=UserFactory.create()
        ),
        lambda: p.LoadFactory.create(state=LoadState.FAILED, failure="The disk is full.", rows=None),
        lambda: p.LoadFactory.create(state=LoadState.QUEUED, finished_at=None, rows=None),
    ),
    QuarterlyReport: (
        lambda: QuarterlyReportFactory.create(year=next(YEARS)),
        _building,
        lambda: QuarterlyReportFactory.create(year=next(YEARS), failed=True),
        lambda: built(ready=True, year=next(YEARS)),
        lambda: built(approved=True, year=next(YEARS)),
        lambda: built(superseded=True, year=next(YEARS)),
    ),
    **follow_up.STATES,
    **meetings.STATES,
    **questions.STATES,
}


def makers_of(model: type[Model]) -> list[Callable[[], Any]]:
    """What makes a record of this kind, in one state after the other."""
    numbers = count(1)
    return [lambda: RECORDS[model](next(numbers)), *STATES.get(model, ())]
