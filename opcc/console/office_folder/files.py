"""Every CSV file an office folder may hold, in the order in which they build on one another.

docs/office-folder.md describes them for the person who fills them in; a test keeps the two in step.
"""

from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import Any

from ambassadors.due_dates import contact_due_on, report_due_on
from ambassadors.enums import (
    ActionLevel,
    ApplicationState,
    ConcernState,
    ContactMeans,
    EndReason,
    Frequency,
    ItemKind,
    ReportState,
)
from ambassadors.models import (
    Ambassador,
    Application,
    Appointment,
    Concern,
    ConcernAction,
    ContactMade,
    EngagementActivity,
    ForumReport,
    KeyContact,
    Objective,
    ObjectiveProgress,
    ReportItem,
    VacancyAdvert,
)
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import Forum, ForumMeeting, ForumPriority, PriorityProgress, PriorityTopic
from opcc.accounts import operations as accounts_operations
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.console.office_folder.follow_up_files import FOLLOW_UP_FILES
from opcc.console.office_folder.measure_files import MEASURE_FILES
from opcc.console.office_folder.question_files import QUESTION_FILES
from opcc.console.office_folder.readers import (
    choice,
    clock_time,
    day,
    flag,
    number,
    paragraph,
    several,
    words,
    yes_or_no,
)
from opcc.console.office_folder.tables import Column, FileSpec, Reference
from opcc.core.errors import DomainError
from opcc.reference.enums import OrganisationKind, PopulationKind
from opcc.reference.models import (
    ClosedDay,
    Contact,
    District,
    OfficeProfile,
    Organisation,
    PolicingArea,
    Population,
)

Values = dict[str, Any]

PROVENANCE = (Column("source"), Column("invented", flag, field="is_synthetic"))
ATTENDANCE = tuple(Column(name, number) for name in ("elected_members", "residents", "police", "others"))


def _optional(read: Any) -> Any:
    """A choice that may be left empty."""
    return lambda text: read(text) if text else ""


def _refer(column: str, to: str, field: str = "", *, required: bool = True) -> Reference:
    return Reference((column,), to, field or column, (words,), required)


MEETING = Reference(("forum", "held_on"), "meetings.csv", "meeting", (words, day))
FORUM = _refer("forum", "forums.csv")
AMBASSADOR = _refer("ambassador", "ambassadors.csv")
TOPIC = _refer("topic", "topics.csv")


def _noon(day_: date | None) -> datetime | None:
    """A file gives days; a column that wants a moment gets the middle of the day."""
    return datetime.combine(day_, time(12), tzinfo=UTC) if day_ else None


def _in_force_area(values: Values, office: OfficeProfile) -> Values:
    return values | {"force_area": office.force_area}


def _give_roles(user: User, extras: Values, at: datetime) -> None:
    """An account from a file has no password: the office sends its invitation from the list of people."""
    if not user.password:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    if user.roles != frozenset(extras["roles"]):
        accounts_operations.set_roles(user=user, roles=extras["roles"], by=None, at=at)


def _contact(values: Values, _: OfficeProfile) -> Values:
    last = values.get("last_contact_on")
    return values | {"due_on": contact_due_on(last, values["frequency"]) if last else values["added_on"]}


def _concern(values: Values, _: OfficeProfile) -> Values:
    restricted = bool(values.get("is_restricted")) or values["kind"] == ItemKind.TENSION
    _in_order(raised_on=values["raised_on"], replied_on=values.get("replied_at"), told_on=values.get("told_on"))
    return values | {"is_restricted": restricted, "replied_at": _noon(values.get("replied_at"))}


def _in_order(**days: date | None) -> None:
    """Refuse days of which a later one comes before an earlier one."""
    known = [(name, value) for name, value in days.items() if value is not None]
    for (before, first), (after, second) in pairwise(known):
        if second < first:
            raise DomainError(f"{after}: {second} is before {before}, {first}.")


def _action(values: Values, _: OfficeProfile) -> Values:
    _in_order(raised_on=values["concern"].raised_on, taken_on=values["taken_on"])
    return values | {"recorded_at": _noon(values["taken_on"])}


def _report(values: Values, office: OfficeProfile) -> Values:
    """A report of the past: it was accepted, so what it said of the meeting is what meetings.csv says."""
    meeting = values["meeting"]
    sent_at = _noon(values["submitted_at"])
    same = ("forum", "venue", "starts_at", "police_attended", "priorities_outcome", *(c.name for c in ATTENDANCE))
    return (
        values
        | {name: getattr(meeting, name) for name in same}
        | {"met_on": meeting.held_on, "due_on": report_due_on(meeting.held_on, days=office.report_due_days)}
        | {"state": ReportState.ACCEPTED, "steps_done": []}
        | dict.fromkeys(("started_at", "saved_at", "submitted_at", "decided_at"), sent_at)
    )


FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "policing_areas.csv",
        PolicingArea,
        (Column("code", required=True), Column("name", required=True)),
        key=("code",),
        derive=_in_force_area,
    ),
    FileSpec(
        "districts.csv",
        District,
        (Column("code", required=True), Column("name", required=True), Column("order", number, field="position")),
        key=("code",),
        references=(_refer("policing_area", "policing_areas.csv", required=False),),
        needed=True,
        derive=_in_force_area,
    ),
    FileSpec(
        "populations.csv",
        Population,
        (
            Column("kind", choice(PopulationKind), required=True),
            Column("year", number, required=True),
            Column("number", number, field="value", required=True),
            Column("source", required=True),
        ),
        key=("district", "kind", "year"),
        references=(_refer("district", "districts.csv"),),
    ),
    FileSpec(
        "closed_days.csv",
        ClosedDay,
        (Column("day", day, required=True), Column("reason", required=True)),
        key=("day",),
    ),
    FileSpec(
        "organisations.csv",
        Organisation,
        (
            Column("name", required=True),
            Column("kind", choice(OrganisationKind), required=True),
            Column("website"),
            Column("telephone"),
            Column("email"),
            *PROVENANCE,
        ),
        key=("name",),
    ),
    FileSpec(
        "contacts.csv",
        Contact,
        (Column("name", required=True), Column("post"), Column("email"), Column("telephone"), *PROVENANCE),
        key=("organisation", "name"),
        references=(_refer("organisation", "organisations.csv"),),
    ),
    FileSpec(
        "people.csv",
        User,
        (
            Column("email", required=True),
            Column("first_name", required=True),
            Column("last_name", required=True),
            Column("telephone"),
        ),
        key=("email",),
        extras=(Column("roles", several(Role), required=True),),
        after=_give_roles,
        unchecked=("password",),
    ),
    FileSpec(
        "topics.csv",
        PriorityTopic,
        (
            Column("code", required=True),
            Column("name", required=True),
            Column("full_name"),
            Column("order", number, field="position"),
        ),
        key=("code",),
        references=(_refer("broader", "topics.csv", required=False),),
        needed=True,
    ),
    FileSpec(
        "forums.csv",
        Forum,
        (
            Column("forum", field="slug", required=True),
            Column("name", required=True),
            Column("usual_venue"),
            Column("about", paragraph),
            Column("starts_on", day, required=True),
            Column("ends_on", day),
            Column("end_reason"),
            *PROVENANCE,
        ),
        key=("forum",),
        references=(_refer("district", "districts.csv"), _refer("merged_into", "forums.csv", required=False)),
        needed=True,
    ),
    FileSpec(
        "meetings.csv",
        ForumMeeting,
        (
            Column("held_on", day, required=True),
            Column("starts_at", clock_time),
            Column("venue"),
            Column("state", choice(MeetingState), required=True),
            Column("cancelled_reason"),
            *ATTENDANCE,
            Column("police_attended", yes_or_no),
            Column("priorities", choice(PrioritiesOutcome), field="priorities_outcome", required=True),
            *PROVENANCE,
        ),
        key=("forum", "held_on"),
        references=(FORUM,),
    ),
    FileSpec(
        "priorities.csv",
        ForumPriority,
        (
            Column("position", number, required=True),
            Column("wording", required=True),
            Column("continuity", choice(Continuity), required=True),
            *PROVENANCE,
        ),
        key=("forum", "held_on", "position"),
        references=(MEETING, TOPIC),
    ),
    FileSpec(
        "progress.csv",
        PriorityProgress,
        (Column("text", required=True), *PROVENANCE),
        key=("forum", "agreed_on", "position", "held_on"),
        references=(
            Reference(("forum", "agreed_on", "position"), "priorities.csv", "priority", (words, day, number)),
            MEETING,
        ),
    ),
    FileSpec(
        "ambassadors.csv",
        Ambassador,
        (
            Column("ambassador", field="email", required=True),
            Column("first_name", required=True),
            Column("last_name", required=True),
            Column("telephone"),
            *PROVENANCE,
        ),
        key=("ambassador",),
    ),
    FileSpec(
        "appointments.csv",
        Appointment,
        (
            Column("starts_on", day, required=True),
            Column("ends_on", day),
            Column("end_reason", _optional(choice(EndReason))),
            Column("note", field="end_note"),
            *PROVENANCE,
        ),
        key=("ambassador", "forum", "starts_on"),
        references=(AMBASSADOR, FORUM),
    ),
    FileSpec(
        "adverts.csv",
        VacancyAdvert,
        (
            Column("advertised_on", day, required=True),
            Column("closes_on", day),
            Column("place", required=True),
            *PROVENANCE,
        ),
        key=("forum", "advertised_on", "place"),
        references=(FORUM,),
    ),
    FileSpec(
        "applications.csv",
        Application,
        (
            Column("applied_on", day, required=True),
            Column("state", choice(ApplicationState), required=True),
            Column("decided_on", day),
            Column("note"),
            *PROVENANCE,
        ),
        key=("ambassador", "forum", "applied_on"),
        references=(AMBASSADOR, FORUM),
    ),
    FileSpec(
        "reports.csv",
        ForumReport,
        (
            Column("report", field="reference", required=True),
            Column("sent_on", day, field="submitted_at", required=True),
            *PROVENANCE,
        ),
        key=("report",),
        references=(AMBASSADOR, MEETING),
        derive=_report,
    ),
    FileSpec(
        "report_items.csv",
        ReportItem,
        (
            Column("kind", choice(ItemKind), required=True),
            Column("item", number, field="position", required=True),
            Column("text", required=True),
            Column("raised_by"),
            Column("needed_by", day),
        ),
        key=("report", "kind", "item"),
        references=(_refer("report", "reports.csv"), TOPIC),
    ),
    FileSpec(
        "concerns.csv",
        Concern,
        (
            Column("reference", required=True),
            Column("kind", choice(ItemKind), required=True),
            Column("restricted", flag, field="is_restricted"),
            Column("text", required=True),
            Column("raised_by"),
            Column("raised_on", day, required=True),
            Column("needed_by", day),
            Column("state", choice(ConcernState), required=True),
            Column("reply", paragraph),
            Column("replied_on", day, field="replied_at"),
            Column("told_on", day),
            Column("closed_reason"),
            *PROVENANCE,
        ),
        key=("reference",),
        references=(
            FORUM,
            TOPIC,
            _refer("ambassador", "ambassadors.csv", required=False),
            _refer("partner", "organisations.csv", required=False),
            Reference(("report", "kind", "item"), "report_items.csv", "item", (words, words, number), required=False),
        ),
        derive=_concern,
    ),
    FileSpec(
        "concern_actions.csv",
        ConcernAction,
        (
            Column("level", choice(ActionLevel), required=True),
            Column("taken_on", day, required=True),
            Column("text", required=True),
            *PROVENANCE,
        ),
        key=("concern", "taken_on", "level"),
        references=(_refer("concern", "concerns.csv"),),
        derive=_action,
    ),
    FileSpec(
        "key_contacts.csv",
        KeyContact,
        (
            Column("organisation", field="organisation_name", required=True),
            Column("contact", field="name"),
            Column("frequency", choice(Frequency), required=True),
            Column("means", choice(ContactMeans), required=True),
            Column("added_on", day, required=True),
            Column("last_contact_on", day),
            *PROVENANCE,
        ),
        key=("ambassador", "organisation", "contact"),
        references=(AMBASSADOR,),
        derive=_contact,
    ),
    FileSpec(
        "contacts_made.csv",
        ContactMade,
        (
            Column("on", day, required=True),
            Column("means", choice(ContactMeans), required=True),
            Column("note"),
            *PROVENANCE,
        ),
        key=("ambassador", "organisation", "contact", "on"),
        references=(
            Reference(("ambassador", "organisation", "contact"), "key_contacts.csv", "contact", (words, words, words)),
        ),
    ),
    FileSpec(
        "objectives.csv",
        Objective,
        (
            Column("objective", field="title", required=True),
            Column("starts_on", day, required=True),
            Column("ends_on", day, required=True),
            Column("order", number, field="position"),
            Column("target", number, required=True),
            Column("unit", required=True),
            *PROVENANCE,
        ),
        key=("objective", "starts_on", "ambassador"),
        references=(_refer("ambassador", "ambassadors.csv", required=False),),
    ),
    FileSpec(
        "objective_progress.csv",
        ObjectiveProgress,
        (
            Column("on", day, required=True),
            Column("number", number, required=True),
            Column("evidence", required=True),
            *PROVENANCE,
        ),
        key=("objective", "starts_on", "owner", "ambassador", "on"),
        references=(
            Reference(("objective", "starts_on", "owner"), "objectives.csv", "objective", (words, day, words)),
            AMBASSADOR,
        ),
    ),
    FileSpec(
        "activities.csv",
        EngagementActivity,
        (
            Column("held_on", day, required=True),
            Column("title", required=True),
            Column("people_met", number),
            Column("outcome", required=True),
            *PROVENANCE,
        ),
        key=("ambassador", "held_on", "title"),
        references=(AMBASSADOR, _refer("report", "reports.csv", required=False)),
    ),
    *MEASURE_FILES,
    *FOLLOW_UP_FILES,
    *QUESTION_FILES,
)
