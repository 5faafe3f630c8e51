"""The sample office brought to life on one machine: people who can sign in, and work that is due today.

Only a local site that holds the sample can be given it: the passwords are printed, and the second factor is known.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import time as seconds

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings
from django.db import transaction
from django.utils import timezone

import ambassadors.operations as filing
import forums.operations as forums_operations
import panel.operations as panel_operations
from ambassadors.enums import EndReason, ItemKind
from ambassadors.models import Ambassador, Appointment, KeyContact
from forums.enums import Continuity, PrioritiesOutcome
from forums.models import Forum, PriorityTopic
from opcc.accounts import operations as accounts_operations
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.console.office_folder.paper_files import load_papers
from opcc.console.operations import load_office
from opcc.core.audit import because
from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from opcc.reference.models import OfficeProfile
from panel.enums import LetterState, MinutesState, PackState, ReportState
from panel.models import Pack, PanelLetter, PanelMeeting, PanelMinutes, PublicationDuty, QuarterlyReport
from panel.publication import Frequency

FOLDER = Path(__file__).resolve().parent / "offices" / "warwickshire"
PASSWORD = "green lanes at midday"  # noqa: S105 -- printed by ./dev demo; refused on any site but a local sample
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 -- likewise
PUBLISHED_LATE = ("gifts", "small-contracts", "national-priorities")
PACK_OF = date(2018, 3, 19)
PUBLISHED_AT = datetime(2018, 3, 9, 10, tzinfo=UTC)  # in time for that meeting
AMBASSADORS = ("margaret.hollis", "dennis.oakshott", "priscilla.wainfleet")


@dataclass(frozen=True)
class SignIn:
    """One line of what the demo prints."""

    role: str
    email: str
    second_factor: bool


def _refuse_elsewhere() -> None:
    if not settings.LOCAL:
        raise DomainError("The sample's passwords are public, so it is loaded only on your own machine (./dev demo).")
    office = OfficeProfile.objects.filter(pk=1).first()
    if office is not None and not office.is_sample:
        raise DomainError(
            f"This site holds the data of {office}. The sample goes into an empty one: ./dev demo --fresh"
        )


def is_loaded() -> bool:
    """Whether the sample's people can sign in already."""
    return User.objects.filter(email=f"{AMBASSADORS[0]}@ambassadors.example").exists()


def load_demo(*, at: datetime) -> None:
    """Load the sample once: the folder, its people with known passwords, and work due around `at`."""
    _refuse_elsewhere()
    if is_loaded():
        return
    with transaction.atomic(), because("the demo"):
        load_office(folder=FOLDER, at=at)
        for user in User.objects.all():
            _let_in(user)
        for name in AMBASSADORS:
            _give_account(Ambassador.objects.get(email=f"{name}@ambassadors.example"), at)
        _bring_up_to_date(timezone.localdate(at), at)
    _send_letters(at)
    _publish_minutes(at)


def sign_ins() -> list[SignIn]:
    """Who can sign in, a line for each role, in the order of the roles."""
    _refuse_elsewhere()
    found: dict[Role, User] = {}
    for user in User.objects.filter(is_active=True).order_by("pk"):
        for role in user.roles:
            found.setdefault(role, user)
    return [SignIn(role.label, found[role].email, found[role].needs_second_factor) for role in Role if role in found]


def second_factor_code(*, email: str) -> str:
    """The six digits that the person's authenticator would show now, on a local sample only."""
    _refuse_elsewhere()
    if not Authenticator.objects.filter(user__email__iexact=email, type=Authenticator.Type.TOTP).exists():
        raise DomainError(f"{email} has no second step to sign in with.")
    code: str = format_hotp_value(hotp_value(SECRET, int(seconds()) // 30))
    return code


def issue_report_on(quarter: Quarter, *, at: datetime) -> None:
    """Approve and issue the report on a quarter, if it is ready, so that the Panel and the public have one to read."""
    _refuse_elsewhere()
    chief_executive = User.objects.get(email="chief.executive@opcc.example")
    ready = QuarterlyReport.objects.filter(
        year=quarter.year, quarter_number=quarter.number, state=ReportState.READY
    ).first()
    if ready is not None:
        approved = panel_operations.approve_report(report=ready, by=chief_executive, at=at)
        panel_operations.issue_report(report=approved, by=chief_executive, at=at)


def ask_for_pack(*, at: datetime) -> None:
    """Publish the agenda of 19 March 2018, take in its papers and ask for its pack, once the report is issued."""
    _refuse_elsewhere()
    meeting = PanelMeeting.objects.get(held_on=PACK_OF, group=None)
    if meeting.agenda_published_at is None:
        panel_operations.publish_agenda(meeting=meeting, by=None, at=PUBLISHED_AT)
    load_papers(folder=FOLDER, meeting_on=PACK_OF, at=PUBLISHED_AT)
    if not Pack.objects.filter(meeting=meeting).exists():
        panel_operations.request_pack(meeting=meeting, by=None, at=at)


def issue_pack_that_is_ready(*, at: datetime) -> Pack:
    """Issue the sample's pack once it is built, so that the Panel and the public have one to read."""
    _refuse_elsewhere()
    pack = Pack.objects.get(meeting__held_on=PACK_OF, supplement=0)
    if pack.state == PackState.READY:
        panel_operations.issue_pack(pack=pack, by=None, at=at)
    return pack


def _send_letters(at: datetime) -> None:
    """Print and freeze the sample's letters, a letter before its reply. Each takes a second or two."""
    for letter in PanelLetter.objects.filter(state=LetterState.DRAFT).order_by("dated_on", "pk"):
        panel_operations.send_letter(letter=letter, by=None, at=at)


def _publish_minutes(at: datetime) -> None:
    """Print the sample's minutes as drafts that the Panel and the public can read."""
    drafts = PanelMinutes.objects.filter(state=MinutesState.DRAFT, printed_at=None)
    for minutes in drafts.order_by("meeting__held_on", "pk"):
        panel_operations.publish_minutes(minutes=minutes, by=None, at=at)


def _let_in(user: User) -> None:
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if user.needs_second_factor:
        TOTP.activate(user, SECRET)
        RecoveryCodes.activate(user)


def _give_account(ambassador: Ambassador, at: datetime) -> None:
    user = accounts_operations.add_person(
        email=ambassador.email,
        first_name=ambassador.first_name,
        last_name=ambassador.last_name,
        roles=[Role.AMBASSADOR],
        password=PASSWORD,
        by=None,
        at=at,
    )
    filing.link_account(ambassador=ambassador, user=user, by=None, at=at)


def _bring_up_to_date(today: date, at: datetime) -> None:
    """Meetings past and to come, a report due, one overdue, one to review, vacancies of a few weeks, publications."""
    _fill_old_vacancies(at)
    for number, forum in enumerate(Forum.objects.order_by("pk")):
        _plan(forum, _midweek(today + timedelta(days=24 + number * 2)), at)
    kenilworth, rural_west, atherstone = (
        Forum.objects.get(slug=slug) for slug in ("kenilworth", "warwick-rural-west", "atherstone")
    )
    _plan_past(kenilworth, today - timedelta(days=20), at)
    _plan_past(rural_west, today - timedelta(days=13), at)
    _plan_past(atherstone, today - timedelta(days=9), at)
    _begin_report(rural_west, today - timedelta(days=13), at - timedelta(days=1))
    _send_report(atherstone, today - timedelta(days=9), at - timedelta(hours=20))
    for number, contact in enumerate(KeyContact.objects.filter(ended_on=None).order_by("pk")):
        user = User.objects.get(email="policy@opcc.example")
        on = today - timedelta(days=(number * 13) % 110)
        filing.record_contact(contact=contact, on=on, means=contact.means, by=user, at=at)
    _open_vacancies(today, at)
    _publish_lately(today, at)


def _publish_lately(today: date, at: datetime) -> None:
    """All but a few of what the office has to publish was published again last week."""
    for duty in PublicationDuty.objects.exclude(code__in=PUBLISHED_LATE).order_by("place"):
        if duty.item.shown_at:
            continue
        year = Quarter.containing(today).year
        panel_operations.record_publication(
            duty=duty,
            published_on=today - timedelta(days=7),
            for_year=year if duty.frequency == Frequency.BEFORE_YEAR else None,
            url=f"https://opcc.example/published/{duty.code}",
            by=None,
            at=at,
            is_synthetic=True,
        )


def _midweek(day: date) -> date:
    """The day itself if it is a Tuesday, Wednesday or Thursday, else the Tuesday after."""
    return day if day.weekday() in (1, 2, 3) else day + timedelta(days=(1 - day.weekday()) % 7)


def _plan(forum: Forum, day: date, at: datetime) -> None:
    last = forum.meetings.order_by("-held_on", "-pk").first()
    forums_operations.plan_meeting(
        forum=forum,
        held_on=day,
        starts_at=last.starts_at if last else None,
        venue=forum.usual_venue,
        by=None,
        at=at,
        is_synthetic=True,
    )


def _plan_past(forum: Forum, day: date, at: datetime) -> None:
    """A meeting that was planned a month ago and has happened since."""
    _plan(forum, day, at - timedelta(days=40))


def _ambassador_of(forum: Forum) -> tuple[Ambassador, User]:
    ambassador = Appointment.objects.get(forum=forum, ends_on=None).ambassador
    assert ambassador.user is not None
    return ambassador, ambassador.user


def _begin_report(forum: Forum, met_on: date, at: datetime) -> None:
    ambassador, user = _ambassador_of(forum)
    report = filing.start_report(
        ambassador=ambassador, forum=forum, met_on=met_on, venue=forum.usual_venue, by=user, at=at
    )
    attendance = filing.AttendanceAnswer(police_attended=True, elected_members=4, residents=19, police=2, others=1)
    filing.save_step(report=report, answer=attendance, version=report.version, by=user, at=at)


def _send_report(forum: Forum, met_on: date, at: datetime) -> None:
    ambassador, user = _ambassador_of(forum)
    topics = {topic.code: topic for topic in PriorityTopic.objects.all()}
    report = filing.start_report(
        ambassador=ambassador, forum=forum, met_on=met_on, venue=forum.usual_venue, by=user, at=at
    )
    answers: tuple[filing.Answer, ...] = (
        filing.MeetingAnswer(forum, met_on, None, forum.usual_venue),
        filing.AttendanceAnswer(police_attended=True, elected_members=3, residents=16, police=2, others=0),
        filing.PrioritiesAnswer(
            PrioritiesOutcome.AGREED,
            (
                filing.PriorityAnswer(topics["speeding"], "Speeding on Long Street, mornings", Continuity.NEW),
                filing.PriorityAnswer(topics["asb"], "Young people gathering at the bus station", Continuity.NEW),
            ),
        ),
        filing.ProgressAnswer(),
        filing.IssuesAnswer(
            (
                filing.ItemAnswer(
                    ItemKind.ISSUE,
                    topics["policing-presence"],
                    "When will the vacant community support officer post be filled?",
                    "A borough councillor",
                    met_on + timedelta(days=45),
                ),
            )
        ),
        filing.ConcernsAnswer(
            (
                filing.ItemAnswer(ItemKind.CONCERN, topics["rural-crime"], "Two farms lost quad bikes in one week."),
                filing.ItemAnswer(ItemKind.GOOD_NEWS, topics["asb"], "The youth club has twelve new members."),
            )
        ),
        filing.EventsAnswer(),
        filing.ObjectivesAnswer(),
    )
    for answer in answers:
        report = filing.save_step(report=report, answer=answer, version=report.version, by=user, at=at)
    filing.submit_report(report=report, version=report.version, by=user, at=at)


def _fill_old_vacancies(at: datetime) -> None:
    """The forums that the sample leaves vacant in 2018 were filled that summer, by people who attend another."""
    spare = Ambassador.objects.filter(appointments__ends_on=None, user=None).distinct().order_by("-pk")
    held = Appointment.objects.filter(ends_on=None).values("forum")
    vacant = Forum.objects.exclude(pk__in=held).order_by("pk")
    for forum, ambassador in zip(list(vacant), list(spare), strict=False):
        filing.appoint(
            ambassador=ambassador, forum=forum, starts_on=date(2018, 6, 1), by=None, at=at, is_synthetic=True
        )


def _open_vacancies(today: date, at: datetime) -> None:
    for slug, days in (("camp-hill", 94), ("southam", 12)):
        forum = Forum.objects.get(slug=slug)
        filing.end_appointment(
            appointment=Appointment.objects.get(forum=forum, ends_on=None),
            ends_on=today - timedelta(days=days),
            reason=EndReason.RESIGNED_PERSONAL,
            by=None,
            at=at,
        )
    filing.advertise_vacancy(
        forum=Forum.objects.get(slug="camp-hill"),
        advertised_on=today - timedelta(days=60),
        place="The office's website",
        by=None,
        at=at,
        is_synthetic=True,
    )
