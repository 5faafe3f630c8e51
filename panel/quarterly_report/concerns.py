"""What forums raised with the office, what was done, and whether the forum was told."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from ambassadors.enums import ActionLevel, ConcernState, ItemKind
from ambassadors.reporting import ConcernLine
from ambassadors.reporting.concerns import STATE_WORDS
from opcc.core.quarters import Period
from opcc.documents.cells import Lines, State
from opcc.documents.figures import Figure, count_of, number
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.inputs import REGISTER, AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.sections import Headline, Section, Text
from panel.quarterly_report.wording import (
    MOST_ROWS,
    against,
    cap_note,
    lower_first,
    of,
    sentence,
    short_day,
    short_period,
    was,
)

RUNGS = sorted(ActionLevel, key=lambda level: level.value, reverse=True)
CLOSED = STATE_WORDS[ConcernState.CLOSED]
DEFINITIONS = (
    ("Concern", "An issue or worry that a forum's ambassador passed to the office, which answers it."),
    ("Live concern", "One raised by the period's last day, and not told to the forum or closed before its first."),
)
STATES = (
    "Done: the forum has been told the answer. Waiting: the office has replied and the forum is to be told. "
    "Due: the reply is still to come. Overdue: the day it was needed by has passed."
)


def concerns(inputs: AnyInputs) -> Section:
    """The register's concerns and issues that were live in the period; tensions stand in a section of their own."""
    lines = _not_tensions(inputs.now.concerns)
    raised = _raised_in(inputs.period, lines)
    earlier = [line for line in lines if line.raised_on < inputs.period.start]
    headlines = _headlines(inputs, lines)
    if not lines:
        nothing = f"No concern was raised in the {inputs.unit}, and none was left from before."
        return Section("concerns", "Concerns and what was done", (Text(nothing),), headlines, sources=(REGISTER,))
    overdue = [line for line in lines if line.is_overdue]
    return Section(
        "concerns",
        "Concerns and what was done",
        (
            Text(_raised_words(inputs, raised, earlier)),
            *map(Text, (*_answer_words(inputs, lines), *_overdue_words(overdue))),
            *tables(inputs, lines, f"Concerns of community forums, {inputs.long}"),
            *_ladder(inputs, lines),
        ),
        findings=(_finding(inputs, lines, raised, overdue),),
        asks=(_ask(overdue),) if overdue else (),
        headlines=headlines,
        definitions=DEFINITIONS,
        sources=(REGISTER,),
    )  # fmt: skip


def _finding(
    inputs: AnyInputs, lines: Sequence[ConcernLine], raised: Sequence[ConcernLine], overdue: Sequence[ConcernLine]
) -> str:
    before = len(_raised_in(inputs.first, _not_tensions(inputs.then.concerns))) if inputs.then else None
    answered = sentence(of(len(_answered(lines)), len(lines), "live concern"))
    late = f"{sentence(number(len(overdue))).lower()} {was(len(overdue))} overdue" if overdue else "none was overdue"
    return (
        f"Forums raised {count_of(len(raised), 'concern')}{against(before, len(raised))}. {answered} had a reply by "
        f"{nice_date(inputs.as_at)}; {late}."
    )


def _ask(overdue: Sequence[ConcernLine]) -> str:
    if len(overdue) == 1:
        return "comment on the concern that is overdue for a reply (section {here})"
    return f"comment on the {number(len(overdue))} concerns that are overdue for a reply (section {{here}})"


def tensions(inputs: AnyInputs) -> Section | None:
    """Community tensions, for cleared readers only; composed only where restricted rows were asked for."""
    if not inputs.include_restricted:
        return None
    lines = [line for line in inputs.now.concerns if _is_tension(line)]
    if not lines:
        said = f"No community tension was reported in the {inputs.unit}, and none was left from before."
        return Section("tensions", "Community tensions", (Text(said),), restricted=True)
    raised = _raised_in(inputs.period, lines)
    earlier = len(lines) - len(raised)
    return Section(
        "tensions",
        "Community tensions",
        (
            Text(
                f"{sentence(count_of(len(raised), 'community tension'))} {was(len(raised))} reported in the "
                f"{inputs.unit}; {number(earlier) if earlier else 'none'} {was(earlier or 1)} left from before."
            ),
            *tables(inputs, lines, f"Community tensions, {inputs.long}"),
        ),
        sources=(REGISTER,),
        restricted=True,
    )


def _is_tension(line: ConcernLine) -> bool:
    return line.kind == ItemKind.TENSION.label


def _not_tensions(lines: Sequence[ConcernLine]) -> list[ConcernLine]:
    return [line for line in lines if not _is_tension(line)]


def _raised_in(period: Period, lines: Sequence[ConcernLine]) -> list[ConcernLine]:
    return [line for line in lines if line.raised_on in period]


def _answered(lines: Sequence[ConcernLine]) -> list[ConcernLine]:
    return [line for line in lines if line.replied_on]


def _raised_words(inputs: AnyInputs, raised: Sequence[ConcernLine], earlier: Sequence[ConcernLine]) -> str:
    text = f"Forums raised {count_of(len(raised), 'concern')} in the {inputs.unit}."
    if earlier:
        were = "was" if len(earlier) == 1 else "were"
        text += f" {sentence(count_of(len(earlier), 'concern'))} raised before it {were} still to be finished."
    return text


def _answer_words(inputs: AnyInputs, lines: Sequence[ConcernLine]) -> list[str]:
    answered = _answered(lines)
    if not answered:
        return [f"By {nice_date(inputs.as_at)} the office had replied to none of them."]
    days = [(line.replied_on - line.raised_on).days for line in answered if line.replied_on]
    average = number(Decimal(sum(days)) / len(days), 0)
    told = sum(line.told_on is not None for line in answered)
    return [
        (
            f"By {nice_date(inputs.as_at)} the office had replied to {of(len(answered), len(lines), 'concern')}, "
            f"on average {average} {'day' if average == '1' else 'days'} "
            f"after {'it was' if len(answered) == 1 else 'they were'} "
            f"raised. {sentence(of(told, len(answered), 'reply', 'replies'))} had been told to the forum that asked."
        )
    ]


def _overdue_words(overdue: Sequence[ConcernLine]) -> list[str]:
    if not overdue:
        return ["No reply is overdue."]
    one = overdue[0]
    first = (
        f"{one.topic} in {one.forum} ({one.reference}), needed by {nice_date(one.needed_by)}" if one.needed_by else ""
    )
    if len(overdue) == 1:
        return [f"One reply is overdue: {first}."]
    return [f"{sentence(count_of(len(overdue), 'reply', 'replies'))} are overdue. The oldest is {first}."]


def _headlines(inputs: AnyInputs, now: Sequence[ConcernLine]) -> tuple[Headline, ...]:
    then = _not_tensions(inputs.then.concerns) if inputs.then else None

    def line(key: str, label: str, pick: str) -> Headline:
        made = []
        for name, lines, period, as_at in (
            ("then", then, inputs.first, inputs.before_as_at),
            ("now", now, inputs.period, inputs.as_at),
        ):
            value, base = _picked(pick, lines, period)
            made.append(Figure(f"{key}-{name}", label, value, base=base, source=REGISTER, as_at=as_at))
        return Headline("Concerns", label, made[0], made[1])

    return (
        line("concerns-raised", "Concerns raised", "raised"),
        line("concerns-answered", "Concerns with a reply", "answered"),
        line("concerns-overdue", "Replies overdue", "overdue"),
    )


def _picked(pick: str, lines: Sequence[ConcernLine] | None, period: Period) -> tuple[int | None, str]:
    if lines is None:
        return None, ""
    if pick == "raised":
        return len(_raised_in(period, lines)), ""
    chosen = _answered(lines) if pick == "answered" else [line for line in lines if line.is_overdue]
    return len(chosen), f"{count_of(len(lines), 'concern')} live"


def tables(inputs: AnyInputs, lines: Sequence[ConcernLine], caption: str) -> tuple[Table, ...]:
    """The concerns as a table, those of the period first."""
    marks = Marks([line.is_synthetic for line in lines])
    kept = lines[:MOST_ROWS]
    raised = [line for line in kept if line.raised_on in inputs.period]
    earlier = [line for line in kept if line.raised_on < inputs.period.start]
    rows: list[Row | GroupRow] = []
    for label, group in ((f"Raised in {inputs.long}", raised), ("Raised before, and live in the period", earlier)):
        if group and earlier:
            rows.append(GroupRow(label))
        rows += [_row(line, marks) for line in group]
    return (
        Table(
            caption=caption,
            subtitle=f"As at {nice_date(inputs.as_at)}",
            columns=(
                Column("Concern", width_mm=34),
                Column("Forum", width_mm=24),
                Column("Raised", width_mm=18.5),
                Column("What was done", width_mm=35.5),
                Column("Replied", width_mm=19),
                Column("Told to the forum", width_mm=18.5),
                Column("State", width_mm=16.5),
            ),
            rows=tuple(rows),
            note=notes(cap_note(len(lines)), STATES, "In the order they were raised.", marks.note),
            source=REGISTER,
        ),
    )


def _row(line: ConcernLine, marks: Marks) -> Row:
    restricted = ", restricted" if line.is_restricted and not _is_tension(line) else ""
    return row(
        Lines(line.raised, f"{marks.mark(line.reference, line.is_synthetic)}, {lower_first(line.topic)}{restricted}"),
        Lines(line.forum, line.district),
        short_day(line.raised_on),
        line.done or line.reply or "Nothing recorded yet",
        _reply(line),
        short_day(line.told_on) or ("" if line.state == CLOSED else "Not yet"),
        _state(line),
    )


def _reply(line: ConcernLine) -> str:
    if line.replied_on:
        return short_day(line.replied_on)
    if line.state == CLOSED:
        return "None"
    return f"Due {short_day(line.needed_by)}" if line.needed_by else "Not yet"


def _state(line: ConcernLine) -> State:
    if line.told_on:
        return State("Done", "done")
    if line.replied_on:
        return State("Waiting", "waiting")
    if line.is_overdue:
        return State("Overdue", "overdue")
    return State("Closed", "draft") if line.state == CLOSED else State("Due", "due")


def _ladder(inputs: AnyInputs, lines: Sequence[ConcernLine]) -> tuple[Table, ...]:
    """How far the office went: its actions on these concerns, by rung, in this period and the one before."""
    before = _not_tensions(inputs.then.concerns) if inputs.then else []
    counted = [
        (short_period(period), _actions(found, period), name, as_at)
        for found, period, name, as_at in (
            (before, inputs.first, "then", inputs.before_as_at),
            (lines, inputs.period, "now", inputs.as_at),
        )
        if inputs.then or name == "now"
    ]
    if not counted[-1][1]:
        return ()
    return (
        Table(
            caption="What the office did about concerns",
            subtitle="Number of actions recorded, from the furthest-reaching",
            columns=(
                Column("Actions taken in", width_mm=27.5),
                *(Column(level.label, width_mm=21, numeric=True) for level in RUNGS),
                Column("All actions", numeric=True, strong=True),
            ),
            rows=tuple(
                row(
                    label,
                    *(
                        Figure(
                            f"actions-{level.name.lower()}-{name}",
                            level.label,
                            taken[level.label],
                            base=count_of(taken.total(), "action"),
                            source=REGISTER,
                            as_at=as_at,
                        )
                        for level in RUNGS
                    ),
                    taken.total(),
                )
                for label, taken, name, as_at in counted
            ),
            source=REGISTER,
        ),
    )


def _actions(lines: Sequence[ConcernLine], period: Period) -> Counter[str]:
    return Counter(action.level for line in lines for action in line.actions if action.taken_on in period)
