"""Reports to the Panel, and the records of a quarter for them to be composed from. Fixed days, never random."""

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory

from ambassadors.enums import ActionLevel, ItemKind
from forums.enums import MeetingState, PrioritiesOutcome
from forums.models import Forum
from opcc.reference.reporting import Office, office
from panel import models, quarterly_report
from panel.enums import Audience, ReportKind, ReportState
from panel.quarterly_report.contents import Identity, assemble
from panel.quarterly_report.sections import Section, Text
from tests.factories.accounts import UserFactory
from tests.factories.ambassadors import (
    AppointmentFactory,
    ConcernActionFactory,
    ConcernFactory,
    ForumReportFactory,
    ReportItemFactory,
)
from tests.factories.forums import (
    ForumFactory,
    ForumMeetingFactory,
    ForumPriorityFactory,
    PlannedMeetingFactory,
    PriorityTopicFactory,
)
from tests.factories.reference import DistrictFactory, OfficeProfileFactory

ASKED_AT = datetime(2018, 4, 20, 9, 0, tzinfo=UTC)
BUILT_AT = datetime(2018, 4, 20, 9, 5, tzinfo=UTC)
APPROVED_AT = datetime(2018, 4, 23, 10, 0, tzinfo=UTC)
ISSUED_AT = datetime(2018, 4, 24, 11, 0, tzinfo=UTC)
CANARY = "Quillfeather"  # stands in every restricted field, and in nothing that the public can read
PDF = b"%PDF-1.7 a stand-in"


class QuarterlyReportFactory(DjangoModelFactory[models.QuarterlyReport]):
    """The report on January to March 2018, waiting to be built."""

    class Meta:
        model = models.QuarterlyReport

    class Params:
        failed = factory.Trait(state=ReportState.FAILED, failure="The disk is full.")
        ready = factory.Trait(state=ReportState.READY, built_at=BUILT_AT)
        approved = factory.Trait(
            ready=True, state=ReportState.APPROVED, approved_at=APPROVED_AT, approved_by=factory.SubFactory(UserFactory)
        )
        issued = factory.Trait(
            approved=True, state=ReportState.ISSUED, issued_at=ISSUED_AT, issued_by=factory.SubFactory(UserFactory)
        )
        superseded = factory.Trait(issued=True, state=ReportState.SUPERSEDED)

    kind = ReportKind.QUARTERLY
    year = 2017
    quarter_number: int | None = 4
    version = 1
    change_note = factory.LazyAttribute(lambda report: "" if report.version == 1 else "A count was corrected.")
    meeting_on: date | None = date(2018, 6, 21)
    agenda_item = "4"
    state = ReportState.QUEUED
    requested_at = ASKED_AT


def the_office() -> Office:
    """The office of the tests, which is nowhere in the sample."""
    OfficeProfileFactory.create()
    found = office()
    assert found is not None
    return found


def contents(report: models.QuarterlyReport, audience: Audience, words: str = "Nothing happened.") -> dict[str, Any]:
    """Small contents of one edition."""
    identity = Identity(
        kind=report.kind,
        name=f"quarterly-report-{report.quarter}",
        title="Quarterly report,",
        title_second_line="January to March 2018",
        office=the_office(),
        audience=audience,
        version=report.version,
        as_at=date(2018, 4, 20),
        meeting_on=report.meeting_on,
    )
    return assemble(identity, purpose=["To report."], sections=[Section("summary", "Summary", (Text(words),))])


def built(*, composed: bool = False, **fields: Any) -> models.QuarterlyReport:
    """A report in a later state (`ready=True`, `issued=True` …) with both editions, each a small stand-in file.

    Its contents are small as well, unless it is `composed` from the records.
    """
    state = next((name for name in ("superseded", "issued", "approved", "ready") if fields.pop(name, False)), "ready")
    report = QuarterlyReportFactory.create(ready=True, **fields)
    for audience in Audience:
        made = (
            quarterly_report.compose(report, audience=audience, at=BUILT_AT)
            if composed
            else contents(report, audience, f"Only in the {audience.value} edition.")
        )
        edition = models.Edition(
            report=report,
            audience=audience,
            contents=made,
            contents_sha256=quarterly_report.digest(made),
            template_version="0" * 64,
            pages=1,
            size=len(PDF),
            sha256=sha256(PDF).hexdigest(),
            built_at=BUILT_AT,
        )
        edition.file.save(f"{report.public_id}/{audience.value}.pdf", ContentFile(PDF), save=False)
        edition.save()
    moved: dict[str, Any] = {}
    if state in {"approved", "issued", "superseded"}:
        moved |= {"approved_at": APPROVED_AT, "approved_by": UserFactory.create()}
    if state in {"issued", "superseded"}:
        moved |= {"issued_at": ISSUED_AT, "issued_by": UserFactory.create()}
    models.QuarterlyReport.objects.filter(pk=report.pk).update(state=ReportState(state), **moved)
    report.refresh_from_db()
    return report


def a_quarter(*, restricted: bool = True) -> list[Forum]:
    """Records of January to March 2018: three forums in two districts, with something in every section."""
    the_office()
    north, south = DistrictFactory.create(name="Upper Vale"), DistrictFactory.create(name="Lower Vale")
    forums = [
        ForumFactory.create(slug="ashby", name="Ashby", district=north),
        ForumFactory.create(slug="brook", name="Brook", district=north),
        ForumFactory.create(slug="carrow", name="Carrow", district=south),
    ]
    speeding = PriorityTopicFactory.create(code="speeding", name="Speeding")
    parking = PriorityTopicFactory.create(code="parking", name="Parking")
    before = ForumMeetingFactory.create(
        forum=forums[0], held_on=date(2017, 11, 28), priorities_outcome=PrioritiesOutcome.AGREED
    )
    ForumPriorityFactory.create(meeting=before, topic=parking, wording="Cars on the pavement")
    report = ForumReportFactory.create(accepted=True, forum=forums[0], met_on=date(2018, 2, 27))
    assert report.meeting is not None
    report.meeting.priorities_outcome = PrioritiesOutcome.AGREED
    report.meeting.save()
    ForumPriorityFactory.create(meeting=report.meeting, topic=speeding, wording="Lorries <b>past</b> the school & back")
    ForumMeetingFactory.create(forum=forums[1], held_on=date(2018, 3, 1), priorities_outcome="none_agreed")
    PlannedMeetingFactory.create(
        forum=forums[2], held_on=date(2018, 3, 2), state=MeetingState.CANCELLED, cancelled_reason="Snow"
    )
    AppointmentFactory.create(ambassador=report.ambassador, forum=forums[0])
    AppointmentFactory.create(forum=forums[1])
    ReportItemFactory.create(report=report, kind=ItemKind.GOOD_NEWS, text="The youth club reopened", topic=parking)
    concern = ConcernFactory.create(
        forum=forums[0], topic=speeding, text="When do <script>checks</script> begin?", raised_on=date(2018, 2, 27)
    )
    ConcernActionFactory.create(
        concern=concern, level=ActionLevel.DIRECT, text="Checks ran on three mornings", taken_on=date(2018, 3, 2)
    )
    if restricted:
        for kind in (ItemKind.TENSION, ItemKind.CONCERN):
            hidden = ConcernFactory.create(
                forum=forums[1],
                topic=PriorityTopicFactory.create(code=CANARY.lower(), name=f"{CANARY} topic"),
                text=f"{CANARY} and neighbours",
                raised_by=f"{CANARY} family",
                kind=kind,
                is_restricted=True,
                raised_on=date(2018, 3, 1),
            )
            ConcernActionFactory.create(concern=hidden, text=f"{CANARY} was visited", taken_on=date(2018, 3, 3))
    return forums
