"""The files of an office folder about who sits on the Panel, and what happened at its meetings.

Minutes stand in them as drafts: publishing some prints them, which a load does not do.
"""

from typing import Any

from opcc.console.office_folder.readers import choice, clock_time, day, flag, number, paragraph, words
from opcc.console.office_folder.tables import Column, FileSpec, Reference
from opcc.core.errors import DomainError
from opcc.reference.models import OfficeProfile
from panel.enums import Ballot, DeclaredKind, InterestKind, ItemKind, MemberKind, Post, Presence
from panel.models import (
    Attendance,
    Council,
    Declaration,
    GroupPlace,
    InAttendance,
    Member,
    MinuteEntry,
    PanelMinutes,
    PanelPost,
    RegisteredInterest,
    StandingItem,
    Substitute,
    Term,
    Vote,
    WorkingGroup,
)

Values = dict[str, Any]
PROVENANCE = (Column("source"), Column("invented", flag, field="is_synthetic"))
DAYS = (Column("starts_on", day, required=True), Column("ends_on", day))
MEETING = Reference(("held_on",), "panel_meetings.csv", "meeting", (day,))
ITEM = Reference(("held_on", "item"), "agenda_items.csv", "item", (day, number))
MEMBER = Reference(("member",), "panel_members.csv", "member", (words,))
COUNCIL = Reference(("council",), "panel_councils.csv", "council", (words,))
GROUP = Reference(("group",), "panel_groups.csv", "group", (words,))


def optional(reference: Reference) -> Reference:
    """The same, but it may be left empty."""
    return Reference(reference.columns, reference.to, reference.field, reference.reads, required=False)


def _named(values: Values, _: OfficeProfile) -> Values:
    """A member is one name in all files; which part of it is the last name, this file says."""
    whole, last = values["first_name"], values["last_name"]
    if not whole.endswith(f" {last}"):
        raise DomainError(f"last_name: '{whole}' does not end in '{last}'.")
    return values | {"first_name": whole.removesuffix(f" {last}")}


MEMBERSHIP_FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "panel_councils.csv",
        Council,
        (
            Column("council", field="name", required=True),
            Column("seats", number, required=True),
            Column("order", number, field="position"),
            *PROVENANCE,
        ),
        key=("council",),
        references=(Reference(("district",), "districts.csv", "district", (words,), required=False),),
    ),
    FileSpec(
        "panel_members.csv",
        Member,
        (
            Column("member", field="first_name", required=True),
            Column("last_name", required=True),
            Column("style"),
            Column("sees_exempt", flag),
            *PROVENANCE,
        ),
        key=("member",),
        found_by=("first_name", "last_name"),
        references=(Reference(("email",), "people.csv", "user", (words,), required=False),),
        derive=_named,
    ),
    FileSpec(
        "panel_terms.csv",
        Term,
        (Column("kind", choice(MemberKind), required=True), *DAYS, Column("end_reason"), *PROVENANCE),
        key=("member", "starts_on"),
        references=(MEMBER, optional(COUNCIL)),
    ),
    FileSpec(
        "panel_substitutes.csv",
        Substitute,
        (*DAYS, *PROVENANCE),
        key=("member", "council", "starts_on"),
        references=(MEMBER, COUNCIL),
    ),
    FileSpec(
        "panel_posts.csv",
        PanelPost,
        (Column("post", choice(Post), required=True), *DAYS, *PROVENANCE),
        key=("post", "starts_on"),
        references=(MEMBER,),
    ),
    FileSpec(
        "panel_groups.csv",
        WorkingGroup,
        (
            Column("group", field="name", required=True),
            Column("purpose"),
            Column("delegated", paragraph),
            *DAYS,
            *PROVENANCE,
        ),
        key=("group",),
    ),
    FileSpec(
        "panel_group_places.csv",
        GroupPlace,
        (Column("chair", flag, field="is_chair"), *DAYS, *PROVENANCE),
        key=("group", "member", "starts_on"),
        references=(GROUP, MEMBER),
    ),
    FileSpec(
        "panel_interests.csv",
        RegisteredInterest,
        (
            Column("kind", choice(InterestKind), required=True),
            Column("description", required=True),
            Column("registered_on", day, required=True),
            Column("ended_on", day),
            Column("sensitive", flag, field="is_sensitive"),
            *PROVENANCE,
        ),
        key=("member", "kind", "description"),
        references=(MEMBER,),
    ),
    FileSpec(
        "standing_items.csv",
        StandingItem,
        (
            Column("title", required=True),
            Column("order", number, field="position", required=True),
            Column("kind", choice(ItemKind), required=True),
            Column("purpose"),
            Column("lead"),
            Column("active", flag, field="is_active"),
            *PROVENANCE,
        ),
        key=("title",),
        references=(Reference(("parent",), "standing_items.csv", "parent", (words,), required=False),),
    ),
)

ATTENDANCE_FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "panel_attendance.csv",
        Attendance,
        (
            Column("presence", choice(Presence), required=True),
            Column("took_chair", flag),
            Column("arrived_at", clock_time),
            Column("left_at", clock_time),
            *PROVENANCE,
        ),
        key=("held_on", "member"),
        references=(
            MEETING, MEMBER, Reference(("stands_for",), "panel_members.csv", "stands_for", (words,), required=False),
        ),
    ),
    FileSpec(
        "panel_in_attendance.csv",
        InAttendance,
        (
            Column("order", number, field="position", required=True),
            Column("name", required=True),
            Column("office", required=True),
            Column("of", field="body"),
            *PROVENANCE,
        ),
        key=("held_on", "order"),
        references=(MEETING,),
    ),
    FileSpec(
        "panel_declarations.csv",
        Declaration,
        (
            Column("kind", choice(DeclaredKind), required=True),
            Column("what", required=True),
            Column("left_at", clock_time),
            Column("returned_at", clock_time),
            Column("dispensation"),
            *PROVENANCE,
        ),
        key=("held_on", "item", "member"),
        references=(
            ITEM, Reference(("held_on", "member"), "panel_attendance.csv", "attendance", (day, words)),
        ),
    ),
)  # fmt: skip

# After resolutions.csv: what became of a resolution and its votes are compared when all is loaded.
VOTES_FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "panel_votes.csv",
        Vote,
        (Column("vote", choice(Ballot), field="ballot", required=True), *PROVENANCE),
        key=("held_on", "item", "number", "letter", "member"),
        references=(
            Reference(
                ("held_on", "item", "number", "letter"), "resolutions.csv", "resolution", (day, number, number, words)
            ),
            Reference(("held_on", "member"), "panel_attendance.csv", "attendance", (day, words)),
        ),
    ),
)

MINUTES_FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "panel_minutes.csv",
        PanelMinutes,
        (
            Column("exempt", flag, field="is_exempt", required=True),
            Column("rose_at", clock_time),
            *PROVENANCE,
        ),
        key=("held_on", "exempt"),
        references=(MEETING,),
    ),
    FileSpec(
        "panel_minute_entries.csv",
        MinuteEntry,
        (Column("text", paragraph, required=True), *PROVENANCE),
        key=("held_on", "exempt", "item"),
        references=(
            Reference(("held_on", "exempt"), "panel_minutes.csv", "minutes", (day, flag)),
            ITEM,
        ),
    ),
)
