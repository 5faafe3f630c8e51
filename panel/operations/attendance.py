"""Taking the attendance of a meeting that was held, and the interests declared there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from panel import queries
from panel.enums import DeclaredKind, MeetingState, Presence
from panel.models import (
    AgendaItem,
    Attendance,
    Declaration,
    InAttendance,
    Member,
    PanelMeeting,
    PanelMinutes,
    Resolution,
    Vote,
)
from panel.permissions import ADD_ATTENDANCE, must_have


@dataclass(frozen=True)
class Line:
    """What is known of one member: whether they came, or who came instead, from when to when; whether in the chair."""

    member: Member
    presence: Presence
    substitute: Member | None = None
    took_chair: bool = False
    left_before: AgendaItem | None = None
    arrived_at: time | None = None
    left_at: time | None = None


@dataclass(frozen=True)
class Other:
    """Somebody in attendance without a voice."""

    name: str
    office: str
    body: str = ""


def at_meeting(meeting: PanelMeeting, *, is_exempt: bool = False) -> PanelMeeting:
    """The meeting, locked, if it was held and its minutes are not confirmed: what happens at one waits its turn."""
    locked = PanelMeeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
    if locked.state != MeetingState.HELD:
        raise DomainError("Record first that the meeting was held.")
    settled = PanelMinutes.objects.settled().filter(meeting=locked, is_exempt=is_exempt).exists()
    if settled:
        raise DomainError("The minutes of this meeting are confirmed, so what they say stays as it is.")
    return locked


@transaction.atomic
def record_attendance(
    *,
    meeting: PanelMeeting,
    lines: Sequence[Line],
    others: Sequence[Other] = (),
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> None:
    """Write down the whole attendance of a meeting; what was recorded before is replaced.

    A substitute belongs to the council of the member replaced. Who has voted, moved or declared an interest was there,
    so that cannot be taken back while it is recorded.
    """
    must_have(by, ADD_ATTENDANCE, "record attendance")
    meeting = at_meeting(meeting)
    expected = {due.sitting.member.pk: due for due in queries.expected_at(meeting)}
    for line in lines:
        _refuse_wrong_line(line, expected.get(line.member.pk))
    if sum(line.took_chair for line in lines) > 1:
        raise DomainError("Only one person takes the chair. Choose one.")
    provenance = {"source": source, "is_synthetic": is_synthetic}
    wanted = {row.member_id: row for line in lines for row in _rows(meeting, line)}
    with acting(by, "Attendance recorded"):
        _replace(meeting, wanted, provenance)
        _write_others(meeting, others, provenance)


def _refuse_wrong_line(line: Line, due: "queries.Due | None") -> None:
    if due is None:
        raise DomainError(f"{line.member} had no seat at this meeting. Take the line off.")
    came = line.presence == Presence.PRESENT
    if line.substitute is not None:
        if came:
            raise DomainError(f"{line.member} came, so nobody stood in. Choose one of the two.")
        if line.substitute not in due.substitutes:
            body = due.sitting.council or "An independent member"
            raise DomainError(
                f"{line.substitute} is no substitute of {body} on that day. Choose somebody of the same council."
            )
    acted = line.took_chair or line.left_before or line.arrived_at or line.left_at
    if not came and line.substitute is None and acted:
        raise DomainError(f"{line.member} was not there, and so took no chair, arrived at no time and did not leave.")


def _rows(meeting: PanelMeeting, line: Line) -> list[Attendance]:
    """The line of the member, and that of the substitute, who then has what the member would have done."""
    did = {
        "took_chair": line.took_chair, "left_before": line.left_before,
        "arrived_at": line.arrived_at, "left_at": line.left_at,
    }  # fmt: skip
    if line.substitute is None:
        came = did if line.presence == Presence.PRESENT else {}
        return [Attendance(meeting=meeting, member=line.member, presence=line.presence, **came)]
    return [
        Attendance(meeting=meeting, member=line.member, presence=line.presence),
        Attendance(
            meeting=meeting, member=line.substitute, presence=Presence.PRESENT, stands_for=line.member, **did
        ),
    ]  # fmt: skip


FIELDS = ("presence", "stands_for", "took_chair", "left_before", "arrived_at", "left_at")


def _replace(meeting: PanelMeeting, wanted: dict[int, Attendance], provenance: dict[str, object]) -> None:
    """Rows that stay keep their key, because votes and declarations hang on it; rows that end go first."""
    held = {row.member_id: row for row in Attendance.objects.filter(meeting=meeting).select_related("member")}
    for key, row in held.items():
        leaves = key not in wanted or wanted[key].presence != Presence.PRESENT
        if leaves and row.presence == Presence.PRESENT and (part := _took_part(row)):
            raise DomainError(f"{row.member} {part}, and so was present. Correct that first.")
        if key not in wanted:
            row.delete()
    Attendance.objects.filter(meeting=meeting, took_chair=True).update(took_chair=False)
    for key, new in wanted.items():
        row = held.get(key, new)
        for name in FIELDS:
            setattr(row, name, getattr(new, name))
        for name, value in provenance.items():
            setattr(row, name, value)
        save_checked(row)


def _took_part(row: Attendance) -> str:
    if Vote.objects.filter(attendance=row).exists():
        return "voted"
    if Declaration.objects.filter(attendance=row).exists():
        return "declared an interest"
    passed = Resolution.objects.filter(item__meeting=row.meeting_id)
    if passed.filter(mover=row.member_id).exists():
        return "moved a resolution"
    return "seconded a resolution" if passed.filter(seconder=row.member_id).exists() else ""


def _write_others(meeting: PanelMeeting, others: Sequence[Other], provenance: dict[str, object]) -> None:
    held = list(queries.others_at(meeting))
    for row in held[len(others) :]:
        row.delete()
    for position, said in enumerate(others, start=1):
        row = held[position - 1] if position <= len(held) else InAttendance(meeting=meeting)
        row.position = position
        row.name, row.office, row.body = said.name.strip(), said.office.strip(), said.body.strip()
        for name, value in provenance.items():
            setattr(row, name, value)
        save_checked(row)


@transaction.atomic
def declare_interest(
    *,
    item: AgendaItem,
    attendance: Attendance,
    kind: DeclaredKind,
    what: str,
    by: User | None,
    at: datetime,
    left_at: time | None = None,
    returned_at: time | None = None,
    dispensation: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> Declaration:
    """Record an interest that somebody declared in an item.

    With a pecuniary interest and no dispensation the member takes no part in the item (Localism Act 2011, section 31).
    """
    must_have(by, "panel.add_declaration", "record a declaration")
    declaration = Declaration(item=item, attendance=attendance, source=source, is_synthetic=is_synthetic)
    return _declare(
        declaration, kind=kind, what=what, left_at=left_at, returned_at=returned_at, dispensation=dispensation, by=by
    )


@transaction.atomic
def correct_declaration(
    *,
    declaration: Declaration,
    kind: DeclaredKind,
    what: str,
    left_at: time | None,
    returned_at: time | None,
    dispensation: str,
    by: User | None,
    at: datetime,
) -> Declaration:
    """Correct what is recorded of a declaration."""
    must_have(by, "panel.change_declaration", "correct a declaration")
    row = Declaration.objects.select_for_update(of=("self",)).get(pk=declaration.pk)
    return _declare(
        row, kind=kind, what=what, left_at=left_at, returned_at=returned_at, dispensation=dispensation, by=by
    )


@transaction.atomic
def remove_declaration(*, declaration: Declaration, by: User | None, at: datetime) -> None:
    """Take back a declaration that was recorded by mistake. The history keeps it."""
    must_have(by, "panel.change_declaration", "take back a declaration")
    at_meeting(declaration.item.meeting, is_exempt=declaration.is_exempt)
    with acting(by, "Declaration recorded by mistake"):
        declaration.delete()


def _declare(
    row: Declaration,
    *,
    kind: DeclaredKind,
    what: str,
    left_at: time | None,
    returned_at: time | None,
    dispensation: str,
    by: User | None,
) -> Declaration:
    meeting = at_meeting(row.item.meeting, is_exempt=row.is_exempt)
    line = Attendance.objects.select_related("member").get(pk=row.attendance_id)
    if line.meeting_id != meeting.pk or line.presence != Presence.PRESENT:
        raise DomainError(f"{line.member} is not listed as present at this meeting.", field="attendance")
    row.kind, row.what = kind, worded(what, most=500, missing="Say what the interest is.", field="what")
    row.left_at, row.returned_at, row.dispensation = left_at, returned_at, dispensation.strip()
    row.registered = row.registered if kind == DeclaredKind.PECUNIARY else None
    if row.keeps_out and (part := _part_in(row.item, line)):
        raise DomainError(
            f"{line.member} {part} on this item. Whoever has a pecuniary interest takes no part without a "
            "dispensation: correct that, or enter the dispensation.",
            field="dispensation",
        )
    with acting(by, "Interest declared"):
        save_checked(row)
    return row


def _part_in(item: AgendaItem, line: Attendance) -> str:
    passed = Resolution.objects.on_item(item)
    if Vote.objects.filter(attendance=line, resolution__in=passed).exists():
        return "voted"
    if passed.filter(mover=line.member_id).exists():
        return "moved a resolution"
    return "seconded a resolution" if passed.filter(seconder=line.member_id).exists() else ""
