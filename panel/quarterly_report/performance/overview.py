"""Every measure on two pages: what the report includes and where, then how each moved."""

from collections.abc import Sequence
from itertools import groupby

from opcc.documents.cells import Cell, Lines, PageLink
from opcc.documents.figures import count_of, number
from opcc.documents.marks import Spark
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from panel.quarterly_report.inputs import AnyInputs
from panel.quarterly_report.marking import Marks, notes
from panel.quarterly_report.performance.words import (
    SOURCE,
    against_average_cell,
    anchor,
    change_cell,
    figures_of,
    summary_data,
)
from panel.quarterly_report.sections import Section, Text
from panel.quarterly_report.wording import listed, lower_first, sentence
from performance.reporting import ReportedMeasure

MOST_NAMED = 5
KEY = "performance"


def overview(inputs: AnyInputs) -> Section | None:
    """The summary table and the scorecard; nothing where the office keeps no measures."""
    if inputs.force is None or not inputs.force.measures:
        return None
    found = inputs.force.measures
    shown = [one for one in found if one.included]
    words = _words(shown)
    return Section(
        key=KEY,
        title="Performance: summary",
        parts=(*map(Text, words), _summary(inputs, found), _scorecard(inputs, shown)),
        findings=tuple(words),
        asks=("comment on the measures that stand out (section {here})",),
        definitions=(
            ("Usual range", "Where the months of a measure have lain; a month outside it stands out."),
            ("Quarter average", found[0].reading.average_definition),
        ),
        sources=(SOURCE,),
        more_figures=tuple(figure for one in found for figure in figures_of(one.reading)),
    )


def _words(shown: Sequence[ReportedMeasure]) -> list[str]:
    signals = [one for one in shown if one.reading.has_signal]
    tested = sum(one.reading.is_tested for one in shown)
    if not tested:
        return ["No measure has enough months to tell the usual from the unusual."]
    if not signals:
        return [f"No month of the quarter stands out in any of the {count_of(tested, 'measure')} that could be tested."]
    named = [
        f"{one.reading.measure.name if index == 0 else lower_first(one.reading.measure.name)} "
        f"({lower_first(one.reading.headline)})"
        for index, one in enumerate(signals[:MOST_NAMED])
    ]
    more = f", and {number(len(signals) - MOST_NAMED)} more" if len(signals) > MOST_NAMED else ""
    return [
        f"{sentence(count_of(len(signals), 'measure'))} of the {number(tested)} that could be tested moved more than "
        f"usual: {listed(named) if not more else ', '.join(named)}{more}."
    ]


def _by_group(
    found: Sequence[ReportedMeasure], cells: "dict[int, Row]"
) -> tuple[Row | GroupRow, ...]:
    lines: list[Row | GroupRow] = []
    for group, members in groupby(found, key=lambda one: one.reading.measure.group):
        lines += [GroupRow(group), *(cells[id(one)] for one in members)]
    return tuple(lines)


def _summary(inputs: AnyInputs, found: Sequence[ReportedMeasure]) -> Table:
    """Topic, inclusion, data, commentary and page."""
    cells = {id(one): _summary_row(one) for one in found}
    return Table(
        caption=f"What this report includes, {inputs.long}",
        columns=(
            Column("Measure", width_mm=44),
            Column("Reported", width_mm=26),
            Column("Data", width_mm=36),
            Column("Commentary", width_mm=49),
            Column("Page", width_mm=11, numeric=True),
        ),
        rows=_by_group(found, cells),
        note="'Reported' says when a measure has a section: each quarter, only when it stands out, or by choice.",
        source=SOURCE,
    )


def _summary_row(one: ReportedMeasure) -> Row:
    page: Cell = PageLink(anchor(one.reading), one.reading.measure.name) if one.included else None
    data = summary_data(one.reading) if one.included or one.reading.value.value is not None else "No figure"
    said = one.summary if one.included else f"Not included: {lower_first(one.why)}"
    return row(one.reading.measure.name, one.reading.measure.inclusion.label, data, said, page)


def _scorecard(inputs: AnyInputs, shown: Sequence[ReportedMeasure]) -> Table:
    """Each included measure: the two quarters, the change, the months and what stands out."""
    before, after = inputs.pair
    marks = Marks([one.reading.has_synthetic for one in shown])
    cells = {
        id(one): row(
            marks.mark(one.reading.measure.name, one.reading.has_synthetic),
            one.reading.previous,
            one.reading.value,
            change_cell(one.reading),
            against_average_cell(one.reading),
            _spark(one),
            _signal(one),
        )
        for one in shown
    }
    return Table(
        caption=f"Scorecard, {inputs.office.area_name}",
        subtitle=f"{inputs.long} against the quarter before",
        columns=(
            Column("Measure", width_mm=45),
            Column(before, width_mm=16, numeric=True),
            Column(after, width_mm=16, numeric=True, strong=True),
            Column("Change", width_mm=16, numeric=True),
            Column("Against average", width_mm=15, numeric=True),
            Column("By month, two years", width_mm=26.4),
            Column("Signal"),
        ),
        rows=_by_group(shown, cells),
        note=notes(
            "A line has a scale of its own; its larger dots are months that stand out. A dash: not known.",
            "Shares change in points." if any(one.reading.measure.is_percent for one in shown) else "",
            "Measures marked * include months that are invented for the sample."
            if any(one.reading.has_synthetic for one in shown)
            else "",
        ),
        source=SOURCE,
    )


def _spark(one: ReportedMeasure) -> Cell:
    reading = one.reading
    known = [value for value in reading.spark if value is not None]
    if len(known) < 2:
        return None
    return Spark(
        f"{reading.measure.name} by month",
        tuple(None if value is None else float(value) for value in reading.spark),
        signals=reading.spark_signals,
    )


def _signal(one: ReportedMeasure) -> Cell:
    reading = one.reading
    if reading.headline:
        words = f"{reading.letter} {reading.headline}".strip()
        return Lines(words, reading.headline_note) if reading.headline_note else words
    return "No signal" if reading.is_tested else f"Not tested: {lower_first(reading.why_not_tested)}"
