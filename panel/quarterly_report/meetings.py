"""Which forums met, and who came."""

from collections.abc import Sequence
from decimal import Decimal

from forums import reporting as forums
from forums.enums import MeetingState
from forums.reporting import Attendance, AttendanceFigure, DistrictForums, MeetingSummary
from opcc.documents.figures import Figure, Unit, count_of, direction, number, percentage, rounded
from opcc.documents.tables import Column, Row, Table, row
from panel.quarterly_report.inputs import AnyInputs
from panel.quarterly_report.marking import Marks, counted, notes
from panel.quarterly_report.sections import Headline, Section, Text
from panel.quarterly_report.wording import (
    MOST_ROWS,
    against,
    cap_note,
    long_period,
    of,
    sentence,
    short_day,
    short_period,
    was,
)

SOURCE = "records of forum meetings"
EVERYONE = "Everyone: over the meetings for which all four numbers are known, so it may not be the sum of the rows."
KINDS = (
    ("elected_members", "Elected members"),
    ("residents", "Residents"),
    ("police", "Police officers and staff"),
    ("others", "Others"),
)


def meetings(inputs: AnyInputs) -> Section:
    """Forums that met and did not, attendance with its base, and whether police came."""
    districts = forums.forums_in(inputs.second)
    active = sum(one.active for one in districts)
    if not active:
        return Section("meetings", "Forums held and attendance", (Text("No community forum was active."),))
    now, then = forums.attendance(inputs.second), forums.attendance(inputs.first)
    dated = forums.meetings_in(inputs.second)
    met = sum(one.met for one in districts)
    words = [
        (
            f"{sentence(of(met, active, 'active forum'))} met in the {inputs.unit}, at "
            f"{count_of(now.meetings_held, 'meeting')}. {_cancelled_words(districts)}"
        )
    ]
    return Section(
        key="meetings",
        title="Forums held and attendance",
        parts=(
            *map(Text, (*words, *_attendance_words(now, then))),
            _district_table(inputs, districts, dated),
            *_absent_table(inputs, districts, dated),
            *_attendance_table(inputs, now, then, dated),
        ),
        headlines=_headlines(inputs, districts, now, then),
        findings=(_finding(inputs, districts, now, then),),
        definitions=(
            (
                "Attendance",
                (
                    "The sum of elected members, residents, police and others, over the meetings for which all four "
                    "numbers are known. A number that nobody recorded counts as unknown and never as nought."
                ),
            ),
        ),
        sources=(SOURCE,),
    )


def _finding(inputs: AnyInputs, districts: Sequence[DistrictForums], now: Attendance, then: Attendance) -> str:
    met, active = sum(one.met for one in districts), sum(one.active for one in districts)
    before = sum(one.met for one in forums.forums_in(inputs.first))
    said = f"{sentence(of(met, active, 'active forum'))} met{against(before, met)}"
    if not now.total.meetings:
        return f"{said}."
    people = count_of(now.total.people, "person", "people")
    return f"{said}, and {people} came: {_average(now.total)} a meeting{_before(now, then)}."


def _before(now: Attendance, then: Attendance) -> str:
    if not then.total.meetings:
        return ""
    change = rounded(_per_meeting(now.total), 1) - rounded(_per_meeting(then.total), 1)
    return f", {direction(change, up='up from', down='down from', same='the same as')} {_average(then.total)}"


def _cancelled_words(districts: Sequence[DistrictForums]) -> str:
    cancelled = sum(one.meetings_cancelled for one in districts)
    if not cancelled:
        return "No meeting was cancelled."
    return f"{sentence(count_of(cancelled, 'meeting'))} {was(cancelled)} cancelled."


def _attendance_words(now: Attendance, then: Attendance) -> list[str]:
    words = []
    if now.total.meetings:
        words.append(
            f"{sentence(count_of(now.total.people, 'person', 'people'))} came to the "
            f"{count_of(now.total.meetings, 'meeting')} whose attendance is known in full: "
            f"{_average(now.total)} a meeting{_before(now, then)}."
        )
    elif now.meetings_held:
        words.append("The attendance is not known in full for any meeting.")
    if now.police_known:
        words.append(
            f"Police came to {of(now.police_attended, now.police_known, 'meeting')} for which that is recorded."
        )
    return words


def _per_meeting(figure: AttendanceFigure) -> Decimal:
    return Decimal(figure.people) / figure.meetings


def _average(figure: AttendanceFigure) -> str:
    return number(_per_meeting(figure), 1)


def _headlines(
    inputs: AnyInputs, districts: Sequence[DistrictForums], now: Attendance, then: Attendance
) -> tuple[Headline, ...]:
    before = forums.forums_in(inputs.first)

    def line(key: str, label: str, figures: Sequence[tuple[int | Decimal | None, str]], unit: Unit) -> Headline:
        made = [
            Figure(f"{key}-{name}", label, value, unit, base=base, source=SOURCE, as_at=min(period.end, inputs.as_at))
            for (value, base), name, period in zip(figures, ("then", "now"), (inputs.first, inputs.second), strict=True)
        ]
        return Headline("Community forums", label, made[0], made[1])

    return (
        line(
            "forums-met",
            "Forums that met",
            [(sum(d.met for d in ds), f"{count_of(sum(d.active for d in ds), 'active forum')}")
             for ds in (before, districts)],
            Unit.COUNT,
        ),
        line("meetings-held", "Meetings held", [(one.meetings_held, "") for one in (then, now)], Unit.COUNT),
        line(
            "attendance",
            "People at meetings",
            [(one.total.people if one.total.meetings else None, count_of(one.total.meetings, "meeting"))
             for one in (then, now)],
            Unit.COUNT,
        ),
        line(
            "police-attended",
            "Meetings that police came to",
            [(percentage(one.police_attended, one.police_known), count_of(one.police_known, "meeting"))
             for one in (then, now)],
            Unit.PERCENT,
        ),
    )  # fmt: skip


def _district_table(inputs: AnyInputs, districts: Sequence[DistrictForums], dated: Sequence[MeetingSummary]) -> Table:
    rows: list[Row] = [
        row(one.district, one.active, one.met, len(one.not_met), one.meetings_held, one.meetings_cancelled)
        for one in districts
    ]
    if len(districts) > 1:
        rows.append(
            row(
                "All districts",
                sum(one.active for one in districts),
                sum(one.met for one in districts),
                sum(len(one.not_met) for one in districts),
                sum(one.meetings_held for one in districts),
                sum(one.meetings_cancelled for one in districts),
                total=True,
            )
        )
    return Table(
        caption=f"Community forums by district, {long_period(inputs.second)}",
        columns=(
            Column("District"),
            *(
                Column(label, width_mm=22, numeric=True)
                for label in ("Active forums", "Forums that met", "Did not meet", "Meetings held", "Meetings cancelled")
            ),
        ),
        rows=tuple(rows),
        note=counted(meeting.is_synthetic for meeting in dated),
        source=SOURCE,
    )


def _absent_table(
    inputs: AnyInputs, districts: Sequence[DistrictForums], dated: Sequence[MeetingSummary]
) -> tuple[Table, ...]:
    """The forums that did not meet, with what is known of why."""
    absent = [(name, one.district) for one in districts for name in one.not_met]
    if not absent:
        return ()
    cancelled = {
        (meeting.forum, meeting.district): meeting for meeting in dated if meeting.state == MeetingState.CANCELLED
    }
    found = [cancelled.get(forum) for forum in absent]
    marks = Marks([meeting.is_synthetic for meeting in found if meeting])
    return (
        Table(
            caption=f"Forums that did not meet, {long_period(inputs.second)}",
            columns=(Column("Forum", width_mm=50), Column("District", width_mm=42), Column("What is known")),
            rows=tuple(
                row(
                    marks.mark(name, meeting.is_synthetic) if meeting else name,
                    district,
                    f"Meeting of {short_day(meeting.held_on)} cancelled: {meeting.cancelled_reason}"
                    if meeting
                    else "No meeting is recorded",
                )
                for (name, district), meeting in list(zip(absent, found, strict=True))[:MOST_ROWS]
            ),
            note=notes(cap_note(len(absent)), marks.note),
            source=SOURCE,
        ),
    )


def _attendance_table(
    inputs: AnyInputs, now: Attendance, then: Attendance, dated: Sequence[MeetingSummary]
) -> tuple[Table, ...]:
    if not now.meetings_held:
        return ()
    rows = [_attendance_row(key, label, getattr(now, key), getattr(then, key), inputs) for key, label in KINDS]
    return (
        Table(
            caption=f"Who came to forum meetings, {long_period(inputs.second)}",
            columns=(
                Column("Who came"),
                Column("People", width_mm=20, numeric=True),
                Column("Meetings that gave a number", width_mm=28, numeric=True),
                Column("People a meeting", width_mm=24, numeric=True, strong=True),
                Column(f"People a meeting, {short_period(inputs.first)}", width_mm=34, numeric=True),
            ),
            rows=(*rows, _attendance_row("everyone", "Everyone", now.total, then.total, inputs, total=True)),
            note=notes(EVERYONE, counted(meeting.is_synthetic for meeting in dated)),
            source=SOURCE,
        ),
    )


def _attendance_row(
    key: str, label: str, now: AttendanceFigure, then: AttendanceFigure, inputs: AnyInputs, *, total: bool = False
) -> Row:
    averages = [
        Figure(
            f"average-{key}-{name}",
            f"{label}, people a meeting",
            _per_meeting(one) if one.meetings else None,
            base=count_of(one.meetings, "meeting"),
            source=SOURCE,
            as_at=min(period.end, inputs.as_at),
            places=1,
        )
        for one, name, period in ((now, "now", inputs.second), (then, "then", inputs.first))
    ]
    return row(label, now.people if now.meetings else None, now.meetings, *averages, total=total)
