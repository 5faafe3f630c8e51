"""A forum report as the office reads it before it decides: as written, with what it resembles and what led to it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from ambassadors.enums import OPENS_CONCERN, ItemKind
from ambassadors.models import Concern, ForumReport, ReportFile, ReportItem
from ambassadors.querysets.concerns import ConcernQuerySet
from forums import reporting as forums
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import ForumMeeting
from opcc.core.models import OutboxMessage
from opcc.web.words import days, nice_date, nice_time, nice_weekday

NOT_CLEARED = "A community tension. Only people who may read restricted concerns see it here."


@dataclass(frozen=True)
class Alike:
    """A concern that an item resembles, or that was opened for it."""

    reference: str
    concern_id: int
    words: str


@dataclass(frozen=True)
class Line:
    """One answer of the report."""

    label: str
    text: str
    note: str = ""
    alike: tuple[Alike, ...] = ()
    file: ReportFile | None = None


@dataclass(frozen=True)
class Section:
    """The answers under one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Happening:
    """Something that happened to the report."""

    summary: str
    at: datetime
    by: str


def sections(report: ForumReport, *, readable: ConcernQuerySet, may_read_tensions: bool) -> tuple[Section, ...]:
    """The report under the headings of the form. `readable`: the concerns that this reader may see. Fixed queries."""
    items = list(report.items.select_related("topic", "concern").order_by("kind", "position"))
    alike = _alike(report, items, readable)
    issues = [item for item in items if item.kind == ItemKind.ISSUE]
    rest = [item for item in items if item.kind != ItemKind.ISSUE]
    return (
        Section("Meeting and attendance", _meeting(report)),
        Section("Priorities agreed", _priorities(report)),
        Section("Progress since last time", _progress(report)),
        Section(
            "Issues for the office",
            tuple(_item(item, f"Issue {number}", alike) for number, item in enumerate(issues, start=1)),
        ),
        Section(
            "Concerns and good news",
            tuple(
                Line("Community tension", NOT_CLEARED)
                if item.kind == ItemKind.TENSION and not may_read_tensions
                else _item(item, f"{ItemKind(item.kind).label}: {item.topic}", alike)
                for item in rest
            ),
        ),
        Section("Events and objectives", (*_events(report), *_objectives(report))),
        Section("Files", _files(report)),
        Section("Questions and answers", _questions(report)),
    )


def _meeting(report: ForumReport) -> tuple[Line, ...]:
    before = (
        ForumMeeting.objects.filter(forum=report.forum, state=MeetingState.HELD, held_on__lt=report.met_on)
        .order_by("-held_on")
        .first()
    )
    place = [nice_weekday(report.met_on), nice_time(report.starts_at) if report.starts_at else "", report.venue]
    came = {None: "Not said", True: "Yes", False: "No"}[report.police_attended]
    return (
        Line("Date and place", ", ".join(part for part in place if part)),
        Line(
            "Attendance",
            attendance_words(report),
            note=f"{nice_date(before.held_on)}: {attendance_words(before)}" if before else "",
        ),
        Line("Police attended", came),
    )


def attendance_words(counted: ForumReport | ForumMeeting) -> str:
    """'26: 4 elected members, 19 residents, 2 police, 1 other'. What nobody counted is left out, and said to be."""
    kinds = (
        (counted.elected_members, "elected member", "elected members"),
        (counted.residents, "resident", "residents"),
        (counted.police, "police", "police"),
        (counted.others, "other", "others"),
    )
    known = [(number, one if number == 1 else many) for number, one, many in kinds if number is not None]
    if not known:
        return "Not counted"
    words = ", ".join(f"{number} {kind}" for number, kind in known)
    return f"{sum(number for number, _ in known)}: {words}" + ("" if len(known) == len(kinds) else ". Not all counted")


def _priorities(report: ForumReport) -> tuple[Line, ...]:
    if report.priorities_outcome != PrioritiesOutcome.AGREED:
        return (Line("Priorities", PrioritiesOutcome(report.priorities_outcome).label),)
    agreed = tuple(
        Line(f"{row.position}. {row.topic}", row.wording, note=Continuity(row.continuity).label)
        for row in report.priorities.select_related("topic").order_by("position")
    )
    return agreed + tuple(Line("Dropped", f"{topic}: {wording}") for topic, wording in dropped(report))


def dropped(report: ForumReport) -> list[tuple[str, str]]:
    """Topic and wording of the priorities that stood before the meeting and that it did not keep."""
    kept = {
        str(row.topic) for row in report.priorities.select_related("topic") if row.continuity == Continuity.RETAINED
    }
    standing = forums.priorities_of(report.forum, report.met_on - timedelta(days=1))
    return [(one.full_name, one.wording) for one in standing if one.full_name not in kept]


def _progress(report: ForumReport) -> tuple[Line, ...]:
    rows = report.progress.select_related("priority__topic").order_by("position")
    return tuple(Line(str(row.priority.topic), row.text, note=row.priority.wording) for row in rows)


def _alike(report: ForumReport, items: list[ReportItem], readable: ConcernQuerySet) -> dict[int, list[Concern]]:
    """Concerns of the same forum and topic that the forum has not heard about yet, by topic."""
    topics = {item.topic_id for item in items if item.kind in OPENS_CONCERN}
    found: dict[int, list[Concern]] = {}
    rows = readable.loop_open().filter(forum=report.forum, topic__in=topics).exclude(item__report=report)
    for concern in rows.order_by("raised_on", "pk"):
        found.setdefault(concern.topic_id, []).append(concern)
    return found


def _item(item: ReportItem, label: str, alike: dict[int, list[Concern]]) -> Line:
    raised = f"Raised by: {item.raised_by}. " if item.raised_by else ""
    needed = f"Needed by {nice_date(item.needed_by)}." if item.needed_by else ""
    opened = getattr(item, "concern", None)
    if opened is not None:
        found = [Alike(opened.reference, opened.pk, f"Opened as {opened.reference}.")]
    elif item.kind in OPENS_CONCERN:
        found = [
            Alike(one.reference, one.pk, f"Like concern {one.reference}, open since {nice_date(one.raised_on)}.")
            for one in alike.get(item.topic_id, [])
        ]
    else:
        found = []
    topic = f" Topic: {item.topic}." if item.kind == ItemKind.ISSUE else ""
    return Line(label, item.text, note=f"{raised}{needed}{topic}".strip(), alike=tuple(found))


def _events(report: ForumReport) -> tuple[Line, ...]:
    return tuple(
        Line(
            nice_date(row.held_on),
            f"{row.title}. {row.outcome}",
            note="" if row.people_met is None else f"People spoken to: {row.people_met}",
        )
        for row in report.activities.order_by("held_on", "pk")
    )


def _objectives(report: ForumReport) -> tuple[Line, ...]:
    rows = report.objective_progress.select_related("objective").order_by("objective__position", "pk")
    return tuple(
        Line("Objective", f"{row.objective.title}: {row.number} {row.objective.unit}", note=row.evidence)
        for row in rows
    )


def _files(report: ForumReport) -> tuple[Line, ...]:
    return tuple(
        Line("PDF" if file.content_type == "application/pdf" else "Photo", file.name, file=file)
        for file in report.files.order_by("added_at", "pk")
    )


def _questions(report: ForumReport) -> tuple[Line, ...]:
    rows = report.questions.select_related("asked_by").order_by("asked_at", "pk")
    return tuple(
        Line(
            f"{row.asked_by} asked",
            row.question,
            note=f"{report.ambassador} answered: {row.answer}" if row.answered_at else "Not answered yet.",
        )
        for row in rows
    )


def history(report: ForumReport) -> tuple[Happening, ...]:
    """What happened to the report, newest first: begun, reminded, sent, asked, answered, accepted."""
    writer = str(report.ambassador)
    found = [Happening("Draft started", report.started_at, writer)]
    if report.submitted_at:
        found.append(Happening("Sent for review", report.submitted_at, writer))
    written = reminders(report.forum_id, report.met_on)
    found.extend(Happening("Reminder e-mailed", mail.created_at, "automatic") for mail in written)
    for row in report.questions.select_related("asked_by"):
        found.append(Happening("Returned with a question", row.asked_at, str(row.asked_by)))
        if row.answered_at:
            found.append(Happening("Question answered", row.answered_at, writer))
    if report.decided_at:
        found.append(Happening("Accepted", report.decided_at, str(report.decided_by or "the office")))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def reminders(forum_id: int, met_on: date) -> QuerySet[OutboxMessage]:
    """The reminders written about one meeting."""
    return OutboxMessage.objects.filter(key__startswith=f"report-due:{forum_id}:{met_on}:")


def acceptance_effects(report: ForumReport) -> list[str]:
    """What accepting will do to this very report, line by line."""
    concerns = report.items.filter(kind__in=OPENS_CONCERN).count()
    lines = [f"record the meeting of {nice_date(report.met_on)} and its attendance"]
    if report.priorities_outcome == PrioritiesOutcome.AGREED:
        agreed, gone = report.priorities.count(), len(dropped(report))
        lines.append(f"put {_count(agreed, 'priority', 'priorities')} on the public page")
        if gone:
            lines.append(f"close {_count(gone, 'dropped priority', 'dropped priorities')}")
    else:
        lines.append("record that no priorities were agreed")
    if concerns:
        lines.append(f"open {_count(concerns, 'concern', 'concerns')}, for you to assign")
    lines.append(f"e-mail {report.ambassador}")
    return lines


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def punctuality(report: ForumReport, today: date) -> str:
    """'a day early', '6 days late': how the report stands to its due day."""
    sent_on = timezone.localdate(report.submitted_at) if report.submitted_at else None
    left = (report.due_on - (sent_on or today)).days
    if sent_on is None and left >= 0:
        return f"due in {days(left)}" if left else "due today"
    if left == 0:
        return "on the day it was due"
    return f"{days(abs(left))} {'early' if left > 0 else 'late'}"
