"""What the forums asked the police to put first, and how that changed."""

from collections.abc import Mapping, Sequence

from forums import reporting as forums
from forums.enums import PrioritiesOutcome
from forums.reporting import MeetingSummary, TopicCount
from opcc.core.quarters import Period
from opcc.documents import charts
from opcc.documents.cells import Cell, Lines
from opcc.documents.figures import Figure, count_of, direction, number
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from panel.quarterly_report.inputs import AnyInputs
from panel.quarterly_report.marking import Marks, counted, notes
from panel.quarterly_report.sections import Section, Subheading, Text
from panel.quarterly_report.wording import (
    MOST_ROWS,
    against,
    cap_note,
    listed,
    long_period,
    lower_first,
    sentence,
    short_day,
)

SOURCE = "records of forum meetings"
COUNTED = "A forum counts once for a topic in a period, however many of its meetings there agreed it."
NOTHING_AGREED = "No priority agreed"
MOST_NAMED = 3
MOST_PRIORITIES = 3  # of one meeting


def priorities(inputs: AnyInputs) -> Section:
    """Counts of this period against the one before, by district, and forum by forum."""
    counts = forums.priority_counts(inputs.first, inputs.second)
    topics = [count for count in counts if not count.is_none]
    if not topics:
        return Section("priorities", "Forum priorities", (Text(_nothing(inputs, counts)),))
    words = [*_leading(topics), *_movements(topics), *_without(counts)]
    return Section(
        key="priorities",
        title="Forum priorities",
        parts=(
            *map(Text, words),
            _comparison(inputs, counts),
            *_by_district(inputs, counts),
            *_forum_by_forum(inputs, counts),
        ),
        findings=tuple(_leading(topics)[:1]),
        definitions=(("Priority", f"What a forum asks the police to put first; at most three a meeting. {COUNTED}"),),
        sources=(SOURCE,),
        more_figures=_figures(inputs, counts),
    )


def _nothing(inputs: AnyInputs, counts: Sequence[TopicCount]) -> str:
    if counts:
        return f"No forum set a priority in {long_period(inputs.first)} or in {long_period(inputs.second)}."
    return f"No priority was recorded for {long_period(inputs.second)}, nor for {long_period(inputs.first)}."


def _leading(topics: Sequence[TopicCount]) -> list[str]:
    """Which topic the largest number of forums set, and what became of the one that led before."""
    most = max(count.second for count in topics)
    leaders = [count for count in topics if count.second == most]
    if not most:
        return ["No forum set a priority in the later period."]
    names = listed(_in_list(count.full_name, index) for index, count in enumerate(leaders))
    if len(leaders) > 1:
        text = f"{names} were the commonest priorities: {count_of(most, 'forum')} each."
    else:
        text = f"{names} was the commonest priority: {count_of(most, 'forum')}{against(leaders[0].first, most)}."
    earlier = max(count.first for count in topics)
    former = [count for count in topics if count.first == earlier and earlier and count not in leaders]
    if len(former) == 1:
        one = former[0]
        text += (
            f" {one.full_name}, first in the earlier period with {number(one.first)}, "
            f"{direction(one.change)}{f' to {number(one.second)}' if one.change else ''}."
        )
    return [text]


def _in_list(name: str, index: int) -> str:
    return name if index == 0 else lower_first(name)


def _movements(topics: Sequence[TopicCount]) -> list[str]:
    """The topics that rose and fell most, by two forums or more; a change of one says little."""
    risen = sorted((count for count in topics if count.change > 1), key=lambda count: -count.change)[:MOST_NAMED]
    fallen = sorted((count for count in topics if count.change < -1), key=lambda count: count.change)[:MOST_NAMED]
    words = [
        f"{listed(_from_to(count, index) for index, count in enumerate(moved))} {verb} most."
        for moved, verb in ((risen, "rose"), (fallen, "fell"))
        if moved
    ]
    return [" ".join(words)] if words else []


def _from_to(count: TopicCount, index: int) -> str:
    return f"{_in_list(count.full_name, index)} (from {number(count.first)} to {number(count.second)})"


def _without(counts: Sequence[TopicCount]) -> list[str]:
    none = next((count for count in counts if count.is_none), None)
    if none is None or not none.second:
        return []
    said = f"{sentence(count_of(none.second, 'forum'))} that met agreed no priority{against(none.first, none.second)}."
    return [said]


def _comparison(inputs: AnyInputs, counts: Sequence[TopicCount]) -> Table:
    before, after = inputs.pair
    parts = [f"{count.full_name} in the later period: {count.second_parts}." for count in counts if count.second_parts]
    return charts.dumbbell_table(
        [(count.full_name, count.first, count.second) for count in counts if not count.is_none],
        caption=f"Priorities set by community forums, {_whole(inputs)}",
        subtitle="Number of forums with each",
        heading="Priority",
        before=before,
        after=after,
        noun="forums",
        apart=[(NOTHING_AGREED, count.first, count.second) for count in counts if count.is_none],
        apart_label="Not a priority",
        note=notes(COUNTED, _unequal(inputs), "A dot inside a circle: no change.", *parts, _invented(inputs)),
        source=SOURCE,
    )


def _whole(inputs: AnyInputs) -> str:
    """What the comparison's title calls its time."""
    if inputs.unit == "quarter":
        return inputs.long
    return long_period(Period(inputs.first.start, inputs.second.end))


def _invented(inputs: AnyInputs) -> str:
    return counted(one.is_synthetic for period in (inputs.first, inputs.second) for one in forums.meetings_in(period))


def _unequal(inputs: AnyInputs) -> str:
    """A warning where the two periods differ in length by more than a week."""
    days = [(period.end - period.start).days for period in (inputs.first, inputs.second)]
    if abs(days[0] - days[1]) <= 7:
        return ""
    return "The periods differ in length, so compare the order of the priorities rather than their number."


def _figures(inputs: AnyInputs, counts: Sequence[TopicCount]) -> tuple[Figure, ...]:
    made = []
    for index, count in enumerate(counts, 1):
        for name, value, period in (("before", count.first, inputs.first), ("after", count.second, inputs.second)):
            made.append(
                Figure(
                    f"priority-{index}-{name}",
                    count.full_name,
                    value,
                    base=f"forums that met in {long_period(period)}",
                    source=SOURCE,
                    as_at=min(period.end, inputs.as_at),
                )
            )
    return tuple(made)


def _by_district(inputs: AnyInputs, counts: Sequence[TopicCount]) -> tuple[Table, ...]:
    districts = forums.priorities_by_district(inputs.second)
    if not districts:
        return ()
    names = {count.topic: NOTHING_AGREED if count.is_none else count.full_name for count in counts}
    return (
        Table(
            caption=f"Priorities by district, {long_period(inputs.second)}",
            subtitle="Number of forums with each, most frequent first",
            columns=(
                Column("District", width_mm=42),
                Column("Forums that decided", width_mm=19, numeric=True),
                Column("Priorities"),
            ),
            rows=tuple(
                row(
                    district.district,
                    district.forums,
                    ", ".join(
                        f"{_in_list(names.get(topic, topic), index)}\u00a0{number(count)}"
                        for index, (topic, count) in enumerate(district.topics)
                    ),
                )
                for district in districts
            ),
            source=SOURCE,
        ),
    )


def _forum_by_forum(inputs: AnyInputs, counts: Sequence[TopicCount]) -> tuple[Subheading | Table, ...]:
    """What each meeting agreed, in its own words; for a quarter only, because a year has too many."""
    met = [one for one in forums.meetings_in(inputs.second) if one.outcome != PrioritiesOutcome.NOT_RECORDED]
    if inputs.unit != "quarter" or not met:
        return ()
    names = {count.topic: count.full_name for count in counts}
    marks = Marks([meeting.is_synthetic for meeting in met])
    kept = met[:MOST_ROWS]
    rows: list[Row | GroupRow] = []
    order = [one.district for one in forums.priorities_by_district(inputs.second)]
    for district in dict.fromkeys([*order, *(meeting.district for meeting in kept)]):
        here = [_meeting_row(meeting, names, marks) for meeting in kept if meeting.district == district]
        rows += [GroupRow(district), *here] if here else []
    return (
        Subheading("Forum by forum"),
        Table(
            caption=f"What each forum agreed, {inputs.long}",
            columns=(
                Column("Forum", width_mm=34),
                *(Column(f"{place} priority", width_mm=44) for place in ("First", "Second", "Third")),
            ),
            rows=tuple(rows),
            note=notes(
                cap_note(len(met)), "In small type, the day of the meeting and what the forum wrote.", marks.note
            ),
            source=SOURCE,
        ),
    )


def _meeting_row(meeting: MeetingSummary, names: Mapping[str, str], marks: Marks) -> Row:
    agreed: list[Cell] = [
        Lines(names.get(topic, topic), wording) for topic, wording in zip(meeting.topics, meeting.wordings, strict=True)
    ]
    if meeting.outcome == PrioritiesOutcome.NONE_AGREED:
        agreed = [NOTHING_AGREED]
    forum = Lines(marks.mark(meeting.forum, meeting.is_synthetic), short_day(meeting.held_on))
    return row(forum, *agreed, *[""] * (MOST_PRIORITIES - len(agreed)))
