"""Complaints about the Commissioner as a section of the pack: how many, year by year, and no case."""

from collections.abc import Sequence

from opcc.documents.tables import Column, Table, row
from panel.quarterly_report.sections import Section, Text
from panel.queries import ComplaintYear

COLUMNS = (
    Column("Year", width_mm=18),
    Column("Received", numeric=True),
    Column("Resolved informally", numeric=True),
    Column("National body", numeric=True),
    Column("Not taken further", numeric=True),
    Column("Withdrawn", numeric=True),
    Column("Under way", numeric=True),
)
NONE = "No complaint is recorded."


def complaints_section(years: Sequence[ComplaintYear]) -> Section:
    """A line for each year, the latest first. Without any, a sentence."""
    lines = tuple(
        row(
            str(year.year), year.received, year.resolved, year.referred, year.not_taken_further, year.withdrawn,
            year.under_way,
        )
        for year in years
    )  # fmt: skip
    table = Table(caption="Complaints by the year in which they came", columns=COLUMNS, rows=lines)
    return Section(
        key="complaints", title="Complaints about the Commissioner", parts=(table if lines else Text(NONE),)
    )  # fmt: skip
