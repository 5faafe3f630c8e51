"""One section for each heading of the plan, in it each included measure: chart, areas, comparison, commentary."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from opcc.documents import charts
from opcc.documents.figures import Figure
from opcc.documents.tables import Column, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.inputs import AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.performance.words import SOURCE, anchor, comparison, figures_of, short_month, whole
from panel.quarterly_report.sections import Aside, Drawing, Part, Remark, Section, Subheading, Text
from panel.quarterly_report.wording import sentence
from performance.enums import AreaKind, MeasureUnit
from performance.reporting import LETTERS, QuestionPair, Reading, ReportedMeasure, SeriesHistory, SignalSeen

TALL, LOW = 176.0, 122.0  # of a chart in points: with a month that stands out, and without
FEWEST_DRAWN = 3  # months; fewer are read better in the table
RESTRICTED = "Not in the public edition:"
INVENTED = "The commentary below is invented for the sample."
SUFFIXES = {MeasureUnit.PERCENT: "%"}


def measures(inputs: AnyInputs) -> tuple[Section, ...]:
    """The sections, in the order of the plan's headings."""
    if inputs.force is None:
        return ()
    shown = [one for one in inputs.force.measures if one.included]
    by_group = [(name, list(members)) for name, members in groupby(shown, key=lambda one: one.reading.measure.group)]
    return tuple(_section(inputs, number, name, members) for number, (name, members) in enumerate(by_group, 1))


def _section(inputs: AnyInputs, number: int, name: str, members: Sequence[ReportedMeasure]) -> Section:
    return Section(
        key=f"performance-{number}",
        title=name,
        parts=tuple(part for one in members for part in _measure(inputs, one)),
        opens_page=True,
        sources=(SOURCE,),
        more_figures=tuple(
            figure for one in members for reading in (one.reading, *one.areas) for figure in figures_of(reading)
        ),
    )


def _measure(inputs: AnyInputs, one: ReportedMeasure) -> Iterable[Part]:
    reading = one.reading
    yield Subheading(reading.measure.name, anchor=anchor(reading))
    if reading.measure.improvement_words:
        yield Aside("signs", f"{reading.measure.improvement_words.rstrip('.')}.", lead="Signs of improvement would be:")
    if one.history is not None and sum(month.value is not None for month in one.history.months) >= FEWEST_DRAWN:
        yield _chart(one.history)
        if reading.sentence:
            yield Aside("reading", reading.sentence)
    yield from _by_area(inputs, one)
    if against := comparison(reading):
        yield Aside("comparison", against, lead="Comparison:")
    if one.words_are_synthetic and (one.commentary or one.questions):
        yield Remark(INVENTED)
    yield from (Text(paragraph) for paragraph in one.commentary)
    yield from (part for pair in one.questions for part in _question(pair))
    yield from (Aside("restricted-words", paragraph, lead=RESTRICTED) for paragraph in one.restricted_commentary)


def _question(pair: QuestionPair) -> tuple[Part, ...]:
    asked = f"The office asked the force on {nice_date(pair.asked_on)} ({pair.reference}): {pair.question}"
    if not pair.answer or pair.answered_on is None:
        answer = f"No answer had come by {nice_date(pair.as_at)}. It was needed by {nice_date(pair.due_on)}."
    else:
        answer = f"Answer of {nice_date(pair.answered_on)}, {pair.answered_for}: {pair.answer}"
    if pair.is_restricted:
        return (Aside("restricted-words", f"{asked} {answer}", lead=RESTRICTED),)
    return Text(asked), Text(answer)


def _chart(history: SeriesHistory) -> Drawing:
    reading = history.reading
    first, last = history.months[0].month, history.months[-1].month
    invented = [index for index, month in enumerate(history.months) if month.is_synthetic]
    at = {month.month: index for index, month in enumerate(history.months)}
    series = charts.ControlSeries(
        first_month=first,
        values=tuple(None if month.value is None else float(month.value) for month in history.months),
        phases=tuple(
            charts.Phase(
                at[phase.first],
                at[phase.last] + 1,
                float(phase.mean),
                None if phase.lower is None else float(phase.lower),
                None if phase.upper is None else float(phase.upper),
                trial=phase.is_trial,
            )
            for phase in history.phases
        ),
        signals=tuple(charts.Signal(at[month], letter) for month, letter in _letters(history.signals).items()),
        annotations=tuple(
            charts.Annotation(at[note.month], note.label) for note in history.annotations if note.month in at
        ),
        projection=_projection(history),
        synthetic_to=invented[-1] if invented else None,
        places=1 if reading.measure.is_percent else 0,
        suffix=SUFFIXES.get(reading.measure.unit, ""),
    )
    return Drawing(
        "control",
        {
            "series": series.to_dict(),
            "title": f"{reading.measure.name}, {reading.area.short_name}, {first:%B %Y} to {last:%B %Y}",
            "description": reading.sentence or f"The months of {reading.measure.name}",
            "noun": sentence(reading.measure.noun),
            "zero": not reading.measure.is_percent and _starts_at_zero(history),
            "height": TALL if reading.has_signal else LOW,
            "source": SOURCE,
        },
    )


def _letters(signals: Sequence[SignalSeen]) -> dict[date, str]:
    """One letter a month: that it lies outside the usual range says more than that it is one of a run."""
    order = list(LETTERS)
    found: dict[date, str] = {}
    for signal in sorted(signals, key=lambda signal: order.index(signal.kind)):
        found.setdefault(signal.month, signal.letter)
    return found


def _starts_at_zero(history: SeriesHistory) -> bool:
    """Whether an axis from nought leaves the story visible: the months take up a third of it or more."""
    known = [month.value for month in history.months if month.value is not None]
    return max(known) - min(known) >= max(known) / 3


def _projection(history: SeriesHistory) -> charts.Projection | None:
    if history.projection is None:
        return None
    return charts.Projection(
        tuple((float(low), float(middle), float(high)) for low, middle, high in history.projection.bands)
    )


def _by_area(inputs: AnyInputs, one: ReportedMeasure) -> Iterable[Table]:
    """The three months of each policing area and the force, with the quarter; districts stand in the area table."""
    rows = [reading for reading in one.areas if reading.area.kind is not AreaKind.DISTRICT]
    if not any(month.value is not None for reading in rows for month in reading.months):
        return
    areas = [reading for reading in rows if reading.area.kind is not AreaKind.FORCE]
    force = [reading for reading in rows if reading.area.kind is AreaKind.FORCE]
    months = one.reading.months
    marks = Marks([_invented(reading) for reading in rows])
    warnings = dict.fromkeys(warning for reading in rows for warning in reading.warnings)
    yield Table(
        caption=f"{one.reading.measure.name} by area",
        subtitle=inputs.long,
        columns=(
            Column("Area"),
            *(Column(short_month(month.month), width_mm=21, numeric=True) for month in months),
            Column("Quarter", width_mm=24, numeric=True),
        ),
        rows=tuple(
            row(
                marks.mark(reading.area.name, _invented(reading)),
                *(_month(reading, index) for index in range(len(months))),
                reading.value,
                total=bool(areas) and reading.area.kind is AreaKind.FORCE,
            )
            for reading in (*areas, *force)
        ),
        note=notes(*warnings, "Provisional." if any(reading.is_provisional for reading in rows) else "", marks.note),
        source=one.reading.measure.source or SOURCE,
    )


def _invented(reading: Reading) -> bool:
    return any(month.is_synthetic for month in reading.months)


def _month(reading: Reading, index: int) -> Figure:
    month = reading.months[index]
    kept = reading.value
    value = month.value
    return Figure(
        f"{kept.key}.month{index + 1}",
        f"{kept.label}, {month.month:%B %Y}",
        whole(value),
        kept.unit,
        base=kept.base,
        source=kept.source,
        as_at=kept.as_at,
        places=kept.places,
    )
