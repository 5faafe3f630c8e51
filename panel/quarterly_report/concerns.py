"""What forums raised with the office, what was done, and whether the forum was told."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from ambassadors.enums import ActionLevel, ConcernState, ItemKind
from ambassadors.reporting import ConcernLine
from ambassadors.reporting.concerns import STATE_WORDS
from opcc.core.quarters import Period
from opcc.documents.figures import Figure, Unit, count_of, number
from opcc.documents.tables import Column, GroupRow, Lines, Row, State, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.inputs import REGISTER, AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.sections import Headline, Part, Section, Subheading, Text
from panel.quarterly_report.wording import MOST_ROWS, cap_note, long_period, of, sentence, short_day, was

CLOSED = STATE_WORDS[ConcernState.CLOSED]
LONG = 330  # letters of a cell beyond which the text stands below the table, so that no row outgrows a page
DEFINITIONS = (
    ("Concern", "An issue or worry that a forum's ambassador passed to the office, which answers it."),
    ("Live concern", "One raised by the period's last day, and not told to the forum or closed before its first."),
)
STATES = "Told: the forum has had the answer. Answered: the office replied and the forum's meeting is to come. "
STATES += "Due: an answer is still to come. Overdue: the day it was needed by has passed."


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
        findings=((f"Forums raised {count_of(len(raised), 'concern')}; {number(len(overdue))} of all that were live "
                  f"{was(len(overdue))} overdue for an answer on {nice_date(inputs.as_at)}."),),
        asks=(f"comment on the {count_of(len(overdue), 'concern')} overdue for an answer, in section {{here}}",)
        if overdue
        else (),
        headlines=headlines,
        definitions=DEFINITIONS,
        sources=(REGISTER,),
    )  # fmt: skip


def tensions(inputs: AnyInputs) -> Section | None:
    """Community tensions, for cleared readers only; composed only where restricted rows were asked for."""
    if not inputs.include_restricted:
        return None
    lines = [line for line in inputs.now.concerns if _is_tension(line)]
    if not lines:
        said = f"No community tension was reported in the {inputs.unit}, and none was left from before."
        return Section("tensions", "Community tensions", (Text(said),), restricted=True)
    raised = _raised_in(inputs.period, lines)
    return Section(
        "tensions",
        "Community tensions",
        (
            Text(
                f"{sentence(count_of(len(raised), 'community tension'))} {was(len(raised))} reported in the "
                f"{inputs.unit}; {number(len(lines) - len(raised))} {was(len(lines) - len(raised))} left from before."
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
        return [f"By {nice_date(inputs.as_at)} the office had answered none of them."]
    days = [(line.replied_on - line.raised_on).days for line in answered if line.replied_on]
    average = number(Decimal(sum(days)) / len(days), 0)
    told = sum(line.told_on is not None for line in answered)
    return [
        (
            f"By {nice_date(inputs.as_at)} the office had answered {of(len(answered), len(lines), 'concern')}, "
            f"on average {average} {'day' if average == '1' else 'days'} "
            f"after {'it was' if len(answered) == 1 else 'they were'} "
            f"raised. {sentence(of(told, len(answered), 'answer'))} had been told to the forum that asked."
        )
    ]


def _overdue_words(overdue: Sequence[ConcernLine]) -> list[str]:
    if not overdue:
        return ["No answer is overdue."]
    one = overdue[0]
    first = (
        f"{one.topic} in {one.forum} ({one.reference}), needed by {nice_date(one.needed_by)}" if one.needed_by else ""
    )
    if len(overdue) == 1:
        return [f"One answer is overdue: {first}."]
    return [f"{sentence(count_of(len(overdue), 'answer'))} are overdue. The oldest is {first}."]


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
        line("concerns-answered", "Concerns answered", "answered"),
        line("concerns-overdue", "Answers overdue", "overdue"),
    )


def _picked(pick: str, lines: Sequence[ConcernLine] | None, period: Period) -> tuple[int | None, str]:
    if lines is None:
        return None, ""
    if pick == "raised":
        return len(_raised_in(period, lines)), ""
    chosen = _answered(lines) if pick == "answered" else [line for line in lines if line.is_overdue]
    return len(chosen), f"{count_of(len(lines), 'concern')} live"


def tables(inputs: AnyInputs, lines: Sequence[ConcernLine], caption: str) -> tuple[Part, ...]:
    """The concerns as a table, those of the period first, and below it in full what is too long for a cell."""
    marks = Marks([line.is_synthetic for line in lines])
    kept = lines[:MOST_ROWS]
    raised = [line for line in kept if line.raised_on in inputs.period]
    earlier = [line for line in kept if line.raised_on < inputs.period.start]
    rows: list[Row | GroupRow] = []
    for label, group in ((f"Raised in {inputs.long}", raised), ("Raised before, and live in the period", earlier)):
        if group and earlier:
            rows.append(GroupRow(label))
        rows += [_row(line, marks) for line in group]
    table = Table(
        caption=caption,
        subtitle=f"As at {nice_date(inputs.as_at)}",
        columns=(
            Column("Concern", width_mm=47),
            Column("Forum", width_mm=27),
            Column("What was done", width_mm=45),
            Column("When", width_mm=29),
            Column("State", width_mm=18),
        ),
        rows=tuple(rows),
        note=notes(cap_note(len(lines)), "In the order they were raised.", STATES, marks.note),
        source=REGISTER,
    )
    long = [line for line in kept if len(line.raised) > LONG or len(_done(line)) > LONG]
    return (table, *_in_full(long))


def _row(line: ConcernLine, marks: Marks) -> Row:
    restricted = ", restricted" if line.is_restricted and not _is_tension(line) else ""
    return row(
        Lines(_cut(line.raised), f"{marks.mark(line.reference, line.is_synthetic)}, {line.topic}{restricted}"),
        Lines(line.forum, line.district),
        _cut(_done(line)) or "Nothing recorded yet",
        Lines(f"Raised {short_day(line.raised_on)}", _since(line)),
        _state(line),
    )


def _done(line: ConcernLine) -> str:
    """The actions in one text, or the reply where nothing else is recorded."""
    return line.done or line.reply


def _since(line: ConcernLine) -> str:
    days = [("Needed by", line.needed_by), ("Answered", line.replied_on), ("Forum told", line.told_on)]
    return "; ".join(f"{what} {short_day(day)}" for what, day in days if day)


def _state(line: ConcernLine) -> State:
    if line.told_on:
        return State("Told", "done")
    if line.replied_on:
        return State("Answered", "waiting")
    if line.is_overdue:
        return State("Overdue", "overdue")
    return State("Closed", "draft") if line.state == CLOSED else State("Due", "due")


def _cut(text: str) -> str:
    """The text, or its beginning where it stands in full below the table."""
    if len(text) <= LONG:
        return text
    return f"{text[:LONG].rsplit(' ', 1)[0]} … (in full below)"


def _in_full(lines: Sequence[ConcernLine]) -> tuple[Part, ...]:
    if not lines:
        return ()
    return (
        Subheading("In full"),
        *(
            Text(
                f"{line.reference}, {line.forum}. {line.raised} What was done: {_done(line) or 'nothing recorded yet'}"
            )
            for line in lines
        ),
    )


def _ladder(inputs: AnyInputs, lines: Sequence[ConcernLine]) -> tuple[Table, ...]:
    """How far the office went: its actions in the period, by rung."""
    taken = Counter(action.level for line in lines for action in line.actions if action.taken_on in inputs.period)
    if not taken:
        return ()
    rungs = sorted(ActionLevel, key=lambda level: level.value, reverse=True)
    return (
        Table(
            caption=f"What the office did, {long_period(inputs.period)}",
            subtitle="Actions recorded on these concerns, from direct intervention down",
            columns=(Column("Action"), Column("Times", width_mm=22, numeric=True)),
            rows=(
                *(
                    row(
                        level.label,
                        Figure(
                            f"actions-{level.name.lower()}",
                            level.label,
                            taken[level.label],
                            Unit.COUNT,
                            base=count_of(taken.total(), "action"),
                            source=REGISTER,
                            as_at=inputs.as_at,
                        ),
                    )
                    for level in rungs
                ),
                row("All actions", taken.total(), total=True),
            ),
            source=REGISTER,
        ),
    )
