"""Recorded crime by type and area: numbers, and rates with each denominator named."""

from collections.abc import Sequence

from opcc.documents.figures import number
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from panel.quarterly_report.inputs import AnyInputs
from panel.quarterly_report.marking import notes
from panel.quarterly_report.performance.words import SOURCE
from panel.quarterly_report.sections import Section, Text
from panel.quarterly_report.wording import listed, sentence
from performance.reporting import AreaBase, AreaTable
from performance.reporting.area_tables import AreaRow

NAME_MM = 36.0
FORCE_MM = (21.5, 13.6, 10.0)  # of the quarter, its average and its share
PAGE_MM = 166.0
FEWEST_MM = 13.5  # what a number and the space beside it take
LETTER_MM, BESIDE_MM = 1.45, 2.6  # of a heading's longest word, which would break inside a narrower column
SAMPLE = "Figures are in part invented for the sample."


def crime_by_area(inputs: AnyInputs) -> Section | None:
    """Nothing where no measure is kept for every district."""
    if inputs.force is None or inputs.force.area_table is None:
        return None
    table = inputs.force.area_table
    return Section(
        key="crime-by-area",
        title="Crime by type and area",
        parts=(Text(_words(table)), _numbers(inputs, table), _rates(inputs, table)),
        opens_page=True,
        sources=(SOURCE,),
    )


def _words(table: AreaTable) -> str:
    nouns = listed(f"1,000 {base.noun}" for base in table.bases).replace(" and ", " or ")
    return (
        "The first table gives the offences of the quarter, the second their rate. A rate is the number of the quarter "
        f"for each {nouns} and is not multiplied to a year. People who work in or visit a place are not counted among "
        "those who live there, so rates of town centres look high."
    )


def _numbers(inputs: AnyInputs, table: AreaTable) -> Table:
    """The force with its average and shares, then the number in each district."""
    force, *districts = table.areas
    rows = [_numbers_row(one) for one in table.rows]
    if table.total is not None:
        rows.append(_numbers_row(table.total, total=True))
    return Table(
        caption=f"Offences by type and area, {inputs.long}",
        columns=(
            Column("Type", width_mm=NAME_MM),
            Column(force.short_name, width_mm=FORCE_MM[0], numeric=True, strong=True),
            Column("Quarter average", width_mm=FORCE_MM[1], numeric=True),
            Column("Share of all", width_mm=FORCE_MM[2], numeric=True),
            *_district_columns([area.short_name for area in districts]),
        ),
        rows=tuple(rows),
        note=notes(
            f"Quarter average: {table.average_definition}." if table.average_definition else "",
            "Average and share are those of the whole force area.",
            SAMPLE if table.has_synthetic else "",
        ),
        source=SOURCE,
    )


def _district_columns(names: Sequence[str]) -> list[Column]:
    """A column for each district, wide enough for the longest word of its name where the page has the room."""
    longest = [max(map(len, name.replace("-", "- ").split())) for name in names]
    wanted = [max(FEWEST_MM, BESIDE_MM + LETTER_MM * letters) for letters in longest]
    share = (PAGE_MM - NAME_MM - sum(FORCE_MM)) / sum(wanted)
    columns = [
        Column(name, width_mm=round(mm * share, 1), numeric=True) for name, mm in zip(names, wanted, strict=True)
    ]
    return [*columns[:-1], Column(names[-1], numeric=True)]  # the last takes what is left


def _numbers_row(one: AreaRow, *, total: bool = False) -> Row:
    force, *districts = one.cells
    return row(
        one.measure.name, force.value, force.average, force.share, *(cell.value for cell in districts), total=total
    )


def _rates(inputs: AnyInputs, table: AreaTable) -> Table:
    """Rates under the name of what they are of."""
    lines: list[Row | GroupRow] = []
    every = [*table.rows, *([table.total] if table.total is not None else [])]
    for base in table.bases:
        lines.append(GroupRow(f"For each 1,000 {base.noun}"))
        lines += [
            row(one.measure.name, *(cell.rate for cell in one.cells), total=one is table.total)
            for one in every
            if one.noun == base.noun
        ]
    return Table(
        caption=f"Rates by type and area, {inputs.long}",
        subtitle="Offences of the quarter",
        columns=(
            Column("Type", width_mm=NAME_MM),
            *(Column(area.short_name, numeric=True) for area in table.areas),
        ),
        rows=tuple(lines),
        note=" ".join(_base_words(base) for base in table.bases),
        source=SOURCE,
    )


def _base_words(base: AreaBase) -> str:
    return f"{sentence(base.noun)} of the force area: {number(base.values[0])} ({base.source}, {base.year})."
