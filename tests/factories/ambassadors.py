"""Ambassadors, their reports, and what follows from them. Fixed days, numbered names, never random."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from ambassadors import models
from ambassadors.enums import (
    ActionLevel,
    ApplicationState,
    ConcernState,
    ContactMeans,
    Frequency,
    ItemKind,
    ReportState,
    Step,
)
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from opcc.accounts.enums import Role

APPOINTED_ON = date(2017, 1, 1)
MET_ON = date(2018, 2, 27)
STARTED_AT = datetime(2018, 2, 28, 20, 0, tzinfo=UTC)
SENT_AT = datetime(2018, 3, 5, 18, 42, tzinfo=UTC)
DECIDED_AT = datetime(2018, 3, 8, 10, 0, tzinfo=UTC)


class AmbassadorFactory(DjangoModelFactory[models.Ambassador]):
    """A person; `signs_in=True` gives an account with the ambassadors' role."""

    class Meta:
        model = models.Ambassador

    class Params:
        signs_in = factory.Trait(
            user=factory.SubFactory(
                "tests.factories.accounts.UserFactory",
                first_name=factory.SelfAttribute("..first_name"),
                last_name=factory.SelfAttribute("..last_name"),
                email=factory.SelfAttribute("..email"),
                roles=[Role.AMBASSADOR],
            )
        )

    user = None
    first_name = "Margaret"
    last_name = factory.Sequence(lambda n: f"Hollis {n}")
    email = factory.Sequence(lambda n: f"ambassador{n}@home.example")


class AppointmentFactory(DjangoModelFactory[models.Appointment]):
    """Appointed at the start of 2017 and still there; `ends_on` wants an `end_reason`."""

    class Meta:
        model = models.Appointment

    ambassador = factory.SubFactory(AmbassadorFactory)
    forum = factory.SubFactory("tests.factories.forums.ForumFactory")
    starts_on = APPOINTED_ON


class VacancyAdvertFactory(DjangoModelFactory[models.VacancyAdvert]):
    class Meta:
        model = models.VacancyAdvert

    forum = factory.SubFactory("tests.factories.forums.ForumFactory")
    advertised_on = date(2018, 1, 15)
    place = "The office's website"


class ApplicationFactory(DjangoModelFactory[models.Application]):
    class Meta:
        model = models.Application

    ambassador = factory.SubFactory(AmbassadorFactory)
    forum = factory.SubFactory("tests.factories.forums.ForumFactory")
    applied_on = date(2018, 2, 1)
    state = ApplicationState.RECEIVED


class ForumReportFactory(DjangoModelFactory[models.ForumReport]):
    """A draft begun the day after the meeting; `submitted=True`, `returned=True` or `accepted=True` move it on."""

    class Meta:
        model = models.ForumReport

    class Params:
        sent = factory.Trait(
            reference=factory.Sequence(lambda n: f"FR-2018-{n + 1:04d}"),
            submitted_at=SENT_AT,
            police_attended=True,
            elected_members=4,
            residents=19,
            police=2,
            others=1,
            priorities_outcome=PrioritiesOutcome.NONE_AGREED,
            steps_done=factory.LazyFunction(lambda: [step.value for step in Step]),
        )
        submitted = factory.Trait(sent=True, state=ReportState.SUBMITTED)
        returned = factory.Trait(sent=True, state=ReportState.RETURNED)
        accepted = factory.Trait(
            sent=True,
            state=ReportState.ACCEPTED,
            decided_at=DECIDED_AT,
            meeting=factory.SubFactory(
                "tests.factories.forums.ForumMeetingFactory",
                forum=factory.SelfAttribute("..forum"),
                held_on=factory.SelfAttribute("..met_on"),
                state=MeetingState.HELD,
            ),
        )

    ambassador = factory.SubFactory(AmbassadorFactory)
    forum = factory.SubFactory("tests.factories.forums.ForumFactory")
    met_on = MET_ON
    starts_at = time(19, 30)
    venue = "Hatton Village Hall"
    due_on = factory.LazyAttribute(lambda report: report.met_on + timedelta(days=14))
    steps_done = factory.LazyFunction(lambda: ["meeting"])
    started_at = STARTED_AT
    saved_at = STARTED_AT


class ReportedPriorityFactory(DjangoModelFactory[models.ReportedPriority]):
    """The first priority of a report; more want their `position`."""

    class Meta:
        model = models.ReportedPriority

    report = factory.SubFactory(ForumReportFactory, priorities_outcome=PrioritiesOutcome.AGREED)
    position = 1
    topic = factory.SubFactory("tests.factories.forums.PriorityTopicFactory")
    wording = "Speeding on the main road, mornings"
    continuity = Continuity.NEW


class ReportedProgressFactory(DjangoModelFactory[models.ReportedProgress]):
    class Meta:
        model = models.ReportedProgress

    report = factory.SubFactory(ForumReportFactory)
    position = 1
    priority = factory.SubFactory("tests.factories.forums.ForumPriorityFactory")
    text = "A speed survey ran in February."


class ReportItemFactory(DjangoModelFactory[models.ReportItem]):
    """An issue for the office; another `kind` may leave out who raised it and by when."""

    class Meta:
        model = models.ReportItem

    report = factory.SubFactory(ForumReportFactory)
    position = 1
    kind = ItemKind.ISSUE
    topic = factory.SubFactory("tests.factories.forums.PriorityTopicFactory")
    text = "When will the speed checks start?"
    raised_by = "A parish councillor"
    needed_by = date(2018, 6, 12)


class ReportFileFactory(DjangoModelFactory[models.ReportFile]):
    class Meta:
        model = models.ReportFile

    report = factory.SubFactory(ForumReportFactory)
    file = factory.django.FileField(filename="poster.pdf", data=b"%PDF-1.7 poster")
    name = "poster.pdf"
    content_type = "application/pdf"
    size = 15
    sha256 = "0" * 64
    added_at = STARTED_AT


class ReportQuestionFactory(DjangoModelFactory[models.ReportQuestion]):
    """An open question; an answered one has both `answer` and `answered_at`."""

    class Meta:
        model = models.ReportQuestion

    report = factory.SubFactory(ForumReportFactory, returned=True)
    question = "Which stretch of the road is meant?"
    asked_by = factory.SubFactory("tests.factories.accounts.UserFactory")
    asked_at = datetime(2018, 3, 6, 9, 0, tzinfo=UTC)


class ConcernFactory(DjangoModelFactory[models.Concern]):
    """With the office; `replied=True` or `told=True` move it on."""

    class Meta:
        model = models.Concern

    class Params:
        answered = factory.Trait(
            reply="A speed survey ran in February. The road safety team checks speeds in March.",
            replied_at=datetime(2018, 3, 6, 9, 30, tzinfo=UTC),
        )
        replied = factory.Trait(answered=True, state=ConcernState.REPLIED)
        told = factory.Trait(answered=True, state=ConcernState.TOLD, told_on=date(2018, 3, 20))

    reference = factory.Sequence(lambda n: f"CN-2018-{n + 1:04d}")
    kind = ItemKind.CONCERN
    is_restricted = factory.LazyAttribute(lambda concern: concern.kind == ItemKind.TENSION)
    ambassador = factory.SubFactory(AmbassadorFactory)
    forum = factory.SubFactory("tests.factories.forums.ForumFactory")
    topic = factory.SubFactory("tests.factories.forums.PriorityTopicFactory")
    text = "Speeding on the main road at school times"
    raised_by = "A resident"
    raised_on = MET_ON


class ConcernActionFactory(DjangoModelFactory[models.ConcernAction]):
    class Meta:
        model = models.ConcernAction

    concern = factory.SubFactory(ConcernFactory)
    level = ActionLevel.PASSED_ON
    taken_on = date(2018, 3, 2)
    text = "Passed to the local policing team"
    recorded_at = datetime(2018, 3, 2, 11, 0, tzinfo=UTC)


class KeyContactFactory(DjangoModelFactory[models.KeyContact]):
    """Added in January 2018 and due in April."""

    class Meta:
        model = models.KeyContact

    ambassador = factory.SubFactory(AmbassadorFactory)
    organisation_name = factory.Sequence(lambda n: f"Parish council {n}")
    name = "The clerk"
    frequency = Frequency.QUARTERLY
    means = ContactMeans.TELEPHONE
    added_on = date(2018, 1, 8)
    due_on = date(2018, 4, 8)


class ContactMadeFactory(DjangoModelFactory[models.ContactMade]):
    class Meta:
        model = models.ContactMade

    contact = factory.SubFactory(KeyContactFactory)
    on = date(2018, 3, 1)
    means = ContactMeans.TELEPHONE
    note = "Talked about parking at the school"


class EngagementActivityFactory(DjangoModelFactory[models.EngagementActivity]):
    class Meta:
        model = models.EngagementActivity

    ambassador = factory.SubFactory(AmbassadorFactory)
    held_on = date(2018, 2, 10)
    title = "Neighbourhood Watch evening"
    people_met = 24
    outcome = "Two new co-ordinators"


class ObjectiveFactory(DjangoModelFactory[models.Objective]):
    """An objective of every ambassador, October 2017 to March 2018."""

    class Meta:
        model = models.Objective

    ambassador = None
    starts_on = date(2017, 10, 1)
    ends_on = date(2018, 3, 31)
    position = factory.Sequence(int)
    title = factory.Sequence(lambda n: f"Attend community events {n}")
    target = 3
    unit = "events"


class ObjectiveProgressFactory(DjangoModelFactory[models.ObjectiveProgress]):
    class Meta:
        model = models.ObjectiveProgress

    objective = factory.SubFactory(ObjectiveFactory)
    ambassador = factory.SubFactory(AmbassadorFactory)
    on = date(2018, 2, 10)
    number = 1
    evidence = "Neighbourhood Watch evening"


def appointed(**ambassador: Any) -> models.Appointment:
    """An ambassador who signs in, with a forum: where most tests of the portal begin."""
    return AppointmentFactory.create(ambassador=AmbassadorFactory.create(signs_in=True, **ambassador))
