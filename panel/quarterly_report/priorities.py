"""What the forums asked the police to put first, and how that changed."""

from collections.abc import Sequence

from forums import reporting as forums
from forums.enums import PrioritiesOutcome
from forums.reporting import NONE_NAME, MeetingSummary, TopicCount
from opcc.documents import charts
from opcc.documents.figures import Figure, count_of, direction, number
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from panel.quarterly_report.inputs import AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.sections import Section, Subheading, Text
from panel.quarterly_report.wording import MOST_ROWS, cap_note, listed, long_period, lower_first, short_day, was

SOURCE = "records of forum meetings"
COUNTED = "A forum counts once for a topic in a period, however many of its meetings there agreed it."
MOST_NAMED = 3


def priorities(inputs: AnyInputs) -> Section:
    """Counts of this period against the one before, by district, and forum by forum."""
    counts = forums.priority_counts(inputs.first, inputs.second)
    topics = [count for count in counts if count.topic != NONE_NAME]
    if not topics:
        return Section("priorities", "Forum priorities", (Text(_nothing(inputs, counts)),))
    words = [*_leading(topics), *_movements(topics), *_without(counts)]
    return Section(
        key="priorities",
        title="Forum priorities",
        parts=(
            *map(Text, words),
            _comparison(inputs, counts),
            *_by_district(inputs),
            *_forum_by_forum(inputs),
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
    """Which topic most forums set, and what became of the one that led before."""
    most = max(count.second for count in topics)
    leaders = [count for count in topics if count.second == most]
    if not most:
        return ["No forum set a priority in the later period."]
    names = listed(count.full_name for count in leaders)
    if len(leaders) > 1:
        text = f"{names} were set by most forums: {number(most)} each."
    else:
        moved = _moved(leaders[0].change, f" from {number(leaders[0].first)}", " as before")
        text = f"{names} was the priority set by most forums: {number(most)},{moved}."
    earlier = max(count.first for count in topics)
    former = [count for count in topics if count.first == earlier and earlier and count not in leaders]
    if len(former) == 1:
        one = former[0]
        text += (
            f" {one.full_name}, first in the earlier period with {number(one.first)}, "
            f"{direction(one.change)}{f' to {number(one.second)}' if one.change else ''}."
        )
    return [text]


def _moved(change: int, since: str, same: str) -> str:
    return f" {direction(change, up='up', down='down')}{since}" if change else same


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
    name = count.full_name if index == 0 else lower_first(count.full_name)
    return f"{name} (from {number(count.first)} to {number(count.second)})"


def _without(counts: Sequence[TopicCount]) -> list[str]:
    none = next((count for count in counts if count.topic == NONE_NAME), None)
    if none is None or not none.second:
        return []
    return [(f"{count_of(none.second, 'forum').capitalize()} that met agreed no priority; it {was(none.first)} "
            f"{number(none.first)} in the earlier period.")]  # fmt: skip


def _comparison(inputs: AnyInputs, counts: Sequence[TopicCount]) -> Table:
    before, after = inputs.pair
    parts = [f"{count.topic} in the later period: {count.second_parts}." for count in counts if count.second_parts]
    return charts.dumbbell_table(
        [(count.topic, count.first, count.second) for count in counts if count.topic != NONE_NAME],
        caption=f"Priorities set by community forums, {long_period(inputs.first)} and {long_period(inputs.second)}",
        subtitle="Number of forums with each",
        heading="Priority",
        before=before,
        after=after,
        noun="forums",
        apart=[("No priority agreed", count.first, count.second) for count in counts if count.topic == NONE_NAME],
        apart_label="Not a priority",
        note=notes(COUNTED, _unequal(inputs), "A dot inside a circle: no change.", *parts),
        source=SOURCE,
    )


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


def _by_district(inputs: AnyInputs) -> tuple[Table, ...]:
    districts = forums.priorities_by_district(inputs.second)
    if not districts:
        return ()
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
                    ", ".join(f"{_named(topic)}\u00a0{number(count)}" for topic, count in district.topics),
                )
                for district in districts
            ),
            source=SOURCE,
        ),
    )


def _named(topic: str) -> str:
    return "No priority agreed" if topic == NONE_NAME else topic


def _forum_by_forum(inputs: AnyInputs) -> tuple[Subheading | Table, ...]:
    """What each meeting agreed, in its own words; for a quarter only, because a year has too many."""
    if inputs.unit != "quarter":
        return ()
    met = [one for one in forums.meetings_in(inputs.second) if one.outcome != PrioritiesOutcome.NOT_RECORDED]
    if not met:
        return ()
    marks = Marks([meeting.is_synthetic for meeting in met])
    rows: list[Row | GroupRow] = []
    kept = met[:MOST_ROWS]
    for district in dict.fromkeys(meeting.district for meeting in kept):
        rows.append(GroupRow(district))
        rows += [
            row(marks.mark(meeting.forum, meeting.is_synthetic), short_day(meeting.held_on), _agreed(meeting))
            for meeting in kept
            if meeting.district == district
        ]
    return (
        Subheading("Forum by forum"),
        Table(
            caption=f"What each forum agreed, {long_period(inputs.second)}",
            columns=(Column("Forum", width_mm=46), Column("Met on", width_mm=22), Column("Priorities agreed")),
            rows=tuple(rows),
            note=notes(cap_note(len(met)), marks.note),
            source=SOURCE,
        ),
    )


def _agreed(meeting: MeetingSummary) -> str:
    if meeting.outcome == PrioritiesOutcome.NONE_AGREED:
        return "No priority agreed"
    return "; ".join(meeting.topics)
