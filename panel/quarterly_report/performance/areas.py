"""Recorded crime by type and area: numbers, and rates with both denominators named."""

from collections.abc import Sequence

from opcc.documents.figures import number, rounded
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from panel.quarterly_report.inputs import AnyInputs
from panel.quarterly_report.performance.words import SOURCE
from panel.quarterly_report.sections import Section, Text
from performance.reporting import AreaTable

AREA_MM = 16.4


def crime_by_area(inputs: AnyInputs) -> Section | None:
    """Nothing where no measure is kept by district."""
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
    return (
        "The tables below give the quarter’s offences of each type in each district. A rate is the number of a quarter "
        f"for each 1,000 {' or '.join(dict.fromkeys(base.noun for base in table.bases))}; it is not for a year."
    )
