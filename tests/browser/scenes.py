"""What the site holds while its pages are swept: something under every heading, in every state."""

from datetime import date, timedelta
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.utils import timezone

from ambassadors.models import Appointment
from forums.enums import MeetingState, PrioritiesOutcome
from opcc.accounts.admin import ACTS
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from panel.enums import PackState, ReportKind
from tests.ambassadors.filing import finished
from tests.browser.pages import MEMBER, READER, STAFF
from tests.factories import ambassadors as a
from tests.factories import forums as f
from tests.factories.accounts import UserFactory, give_second_factor
from tests.factories.meetings import meetings_of_a_panel
from tests.factories.minutes import meeting_with_minutes
from tests.factories.panel import a_quarter, built
from tests.factories.papers import PaperFactory, PartFactory, built_pack
from tests.factories.performance import PeerGroupFactory, TopicGroupFactory
from tests.factories.precept import PreceptReviewFactory
from tests.factories.questions import PublicQuestionFactory
from tests.factories.recommendations import (
    ClearedMemberFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    a_follow_up,
)
from tests.factories.reference import DistrictFactory, OfficeProfileFactory, PolicingAreaFactory, PopulationFactory
from tests.factories.register import a_register
from tests.factories.restricted import ComplaintFactory
from tests.performance.westshire import places, robbery, summarise
from tests.support.staff_records import RECORDS, STATES, registered


def _person(*roles: Role, second_step: bool = False) -> User:
    user = UserFactory.create(roles=list(roles))
    if second_step:
        give_second_factor(user)
    return user


def people_of(portal: str) -> dict[str, User]:
    """Who looks at a portal's pages."""
    if portal == "public":
        return {}
    if portal == "ambassadors":
        user = a.appointed(first_name="Margaret", last_name="Hollis").ambassador.user
        assert user is not None
        return {"ambassador": user}
    keepers = (Role.POLICY_OFFICER, Role.PERFORMANCE_OFFICER, Role.CHIEF_EXECUTIVE, Role.PANEL_SUPPORT_OFFICER)
    staff = _person(*keepers)
    if portal == "staff":
        return {STAFF: staff, READER: _person(Role.TREASURER)}
    member = _person(Role.PANEL_MEMBER, second_step=True)
    if portal == "panel":
        return {MEMBER: member, STAFF: staff}
    return {
        MEMBER: member,
        "ambassador": _person(Role.AMBASSADOR),
        "careful ambassador": _person(Role.AMBASSADOR, second_step=True),
        "person of many roles": _person(Role.AMBASSADOR, Role.PANEL_MEMBER, Role.TREASURER),
        "person without a role": _person(),
    }


def _public() -> dict[str, tuple[Any, ...]]:
    today = timezone.localdate()
    forums = a_quarter(restricted=False)
    forum, district = forums[0], DistrictFactory.create(code="E07999001", name="Norton")
    PopulationFactory.create(district=district)
    for month in range(12):
        f.ForumMeetingFactory.create(
            forum=forum, held_on=date(2016, month + 1, 6), priorities_outcome=PrioritiesOutcome.NONE_AGREED
        )
    f.PlannedMeetingFactory.create(forum=forum, held_on=today + timedelta(days=60))
    f.PlannedMeetingFactory.create(
        forum=forum, held_on=today + timedelta(days=30), state=MeetingState.CANCELLED, cancelled_reason="Snow"
    )
    ended: dict[str, Any] = {"ends_on": today - timedelta(days=1), "end_reason": "Nobody came"}
    merged = f.ForumFactory.create(slug="dale", name="Dale", district=district, merged_into=forum, **ended)
    f.ForumFactory.create(slug="edge", name="Edge", district=district, is_synthetic=True, **ended)
    new = f.ForumFactory.create(
        slug="ashford", name="Ashford", district=district, about="Meets upstairs.\n\nRing once."
    )
    figures = {"measure": (robbery(places()).code,), "district": ("E07000801",)}
    summarise()
    found = {"forum": (forum.slug,), "ended forum": (merged.slug,), "new forum": (new.slug,)}
    return {**found, **figures, **_reports(ready=False), **_follow_up()}


def _reports(*, ready: bool) -> dict[str, tuple[Any, ...]]:
    """Reports to the Panel with every section, composed from the records of `a_quarter`."""
    superseded = built(superseded=True, composed=True)
    quarter = built(issued=True, composed=True, version=2)
    year = built(issued=True, composed=True, kind=ReportKind.AMBASSADORS_ANNUAL, year=2017, quarter_number=None)
    found = {"quarter": quarter, "year": year, "superseded": superseded}
    if ready:
        found["ready"] = built(ready=True, composed=True, version=3)
    return {name: (report.public_id,) for name, report in found.items()}


def _follow_up(exempt: bool = False) -> dict[str, tuple[Any, ...]]:
    """Recommendations in each state and a work programme with all its parts."""
    found: dict[str, tuple[Any, ...]] = {name: (row.public_id,) for name, row in a_follow_up().items()}
    meetings = meetings_of_a_panel()
    found |= {name: (row.public_id,) for name, row in meetings.items()}
    PublicQuestionFactory.create(meeting=meetings["meeting to come"], accepted=True)
    asked = PublicQuestionFactory.create(meeting=meetings["meeting held"], answered=True, may_be_named=True)
    found["precept"] = (PreceptReviewFactory.create(rejected=True).year,)
    ComplaintFactory.create(resolved=True)
    found["question"] = (asked.public_id,)
    found |= {name: (row.reference,) for name, row in a_register().items()}
    found["meeting with minutes"] = (meeting_with_minutes(held_on=date(2017, 9, 14))["meeting"].public_id,)
    paper = PaperFactory.create(item=meetings["meeting held"].items.get(title="Policing model"))
    PaperFactory.create(item=paper.item, title="A map of the areas", is_to_follow=True)
    parts = [PartFactory.create(paper=paper), PartFactory.create(paper=paper, letter="A", exempt=True)]
    pack = built_pack(PackState.ISSUED, meeting=meetings["meeting held"], parts=parts)
    found |= {"pack": (pack.public_id,), "item": (paper.item.public_id,)}
    found["withdrawn pack"] = (built_pack(PackState.WITHDRAWN).public_id,)
    if exempt:
        found["exempt item"] = (meetings["meeting held"].items.get(title="Dismissal").public_id,)
        found["exempt recommendation"] = (RecommendationFactory.create(exempt=True).public_id,)
    return found


def _panel(member: User) -> dict[str, tuple[Any, ...]]:
    a_quarter()
    ClearedMemberFactory.create(user=member)
    return {**_reports(ready=True), **_follow_up(exempt=True)}


def _ambassadors(user: User) -> dict[str, tuple[Any, ...]]:
    post = Appointment.objects.select_related("ambassador", "forum").get(ambassador__user=user)
    today = timezone.localdate()
    mine: dict[str, Any] = {"ambassador": post.ambassador}
    ours: dict[str, Any] = {**mine, "forum": post.forum}
    speeding = f.PriorityTopicFactory.create(code="speeding", name="Speeding")
    told: dict[str, Any] = {**ours, "topic": speeding}
    f.ForumMeetingFactory.create(forum=post.forum, held_on=today - timedelta(days=20))
    f.PlannedMeetingFactory.create(forum=post.forum, held_on=today + timedelta(days=60))
    f.ForumPriorityFactory.create(meeting__forum=post.forum, meeting__held_on=post.starts_on, topic=speeding)
    running = {"starts_on": today - timedelta(days=90), "ends_on": today + timedelta(days=90)}
    objective = a.ObjectiveFactory.create(title="Attend community events", **running)
    a.ObjectiveProgressFactory.create(objective=objective, **mine)
    a.ObjectiveFactory.create(title="Meet every parish clerk", target=1)
    bare = a.ForumReportFactory.create(**ours, met_on=today - timedelta(days=13))
    whole = a.ForumReportFactory.create(**ours)
    finished(whole, user)
    returned = a.ForumReportFactory.create(**ours, met_on=today - timedelta(days=40), returned=True)
    a.ReportQuestionFactory.create(report=returned)
    submitted = a.ForumReportFactory.create(**ours, met_on=today - timedelta(days=70), submitted=True)
    accepted = a.ForumReportFactory.create(**ours, met_on=today - timedelta(days=100), accepted=True)
    a.ReportItemFactory.create(report=accepted, topic=speeding)
    for report in (whole, accepted):
        a.ReportFileFactory.create(report=report)
    replied = a.ConcernFactory.create(**told, replied=True)
    a.ConcernActionFactory.create(concern=replied)
    a.ConcernFactory.create(**told, needed_by=today + timedelta(days=10))
    a.ConcernFactory.create(**told, told=True)
    contact = a.KeyContactFactory.create(**mine)
    a.ContactMadeFactory.create(contact=contact)
    a.KeyContactFactory.create(**mine, due_on=today + timedelta(days=3))
    a.EngagementActivityFactory.create(**mine)
    shown: dict[str, Any] = {
        "bare": bare,
        "whole": whole,
        "returned": returned,
        "submitted": submitted,
        "accepted": accepted,
        "replied concern": replied,
        "contact": contact,
        "objective": objective,
    }
    return {name: (thing.public_id,) for name, thing in shown.items()}


def _accounts(user: User) -> dict[str, tuple[Any, ...]]:
    key = user_pk_to_url_str(user)
    return {"link": (key, default_token_generator.make_token(user)), "old link": (key, "no-such-key")}


def several_of_what_lists_are_narrowed_by() -> None:
    """A list is not narrowed by what has one value only."""
    OfficeProfileFactory.create()
    for number in range(2):
        DistrictFactory.create(policing_area=PolicingAreaFactory.create())
        f.PriorityTopicFactory.create()
        TopicGroupFactory.create(code=f"heading-of-{number}")
        PeerGroupFactory.create()


def _staff() -> dict[str, tuple[Any, ...]]:
    """Work waiting of every kind, and what the staff's own pages name."""
    for model in registered():
        RECORDS[model](1)
    people: list[Any] = [make() for make in STATES[User]]
    people[0].has_second_step = True
    acts = {slug: next((one.pk, slug) for one in people if act.offered(one)) for slug, act in ACTS.items()}
    ambassador = a.appointed().ambassador
    a.EngagementActivityFactory.create(ambassador=ambassador, held_on=timezone.localdate())
    f.PlannedMeetingFactory.create(
        forum=ambassador.appointments.get().forum, held_on=timezone.localdate() - timedelta(days=40)
    )
    vacant = f.ForumFactory.create(slug="vacant")
    apps = {model._meta.app_label for model in registered()}
    meetings = meetings_of_a_panel()
    held = meeting_with_minutes(held_on=date(2017, 9, 14))
    f.ForumPriorityFactory.create_batch(2, topic=f.PriorityTopicFactory.create(code="speeding"))
    signals = PlannedPanelMeetingFactory.create(held_on=date(2018, 3, 20))
    agendas = {"agenda": "meeting to come", "held agenda": "meeting held", "empty agenda": "meeting without agenda"}
    return {
        **{name: (meetings[meeting].pk,) for name, meeting in agendas.items()},
        "signals": (signals.pk,),
        "held meeting": (held["meeting"].pk,),
        "resolution": (held["passed"].pk,),
        **acts,
        **{app: (app,) for app in apps},
        "ambassador": (ambassador.pk,),
        "vacant forum": (vacant.slug,),
    }


def records_of(portal: str, people: dict[str, User]) -> dict[str, tuple[Any, ...]]:
    """What a portal's pages show, and what their addresses name."""
    OfficeProfileFactory.create()
    if portal == "ambassadors":
        return _ambassadors(people["ambassador"])
    if portal == "accounts":
        return _accounts(people["ambassador"])
    if portal == "panel":
        return _panel(people[MEMBER])
    return {"public": _public, "staff": _staff}[portal]()
