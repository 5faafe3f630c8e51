"""The Panel's pack of March 2018 as data: its tables, its claims and what was computed from them."""

import csv
from datetime import date
from decimal import Decimal

from opcc.core.quarters import Quarter
from opcc.embedded import BASE_DIR
from performance.comparison import MonthFigure

Q3 = Quarter(2017, 3)
NORTH, SOUTH, FORCE = (
    "North Warwickshire policing area",
    "South Warwickshire policing area",
    "Warwickshire force area",
)


def rows(name: str) -> list[dict[str, str]]:
    with (BASE_DIR / "tests/data" / f"{name}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def number_of(text: str) -> int | Decimal | None:
    return None if not text else Decimal(text) if "." in text else int(text)


def supplied(measure: str, area: str) -> dict[date, MonthFigure]:
    """The months of the pack's own tables."""
    return {
        date.fromisoformat(f"{row['month']}-01"): MonthFigure(number_of(row["value"]))
        for row in rows("monthly_performance")
        if (row["measure"], row["area"]) == (measure, area)
    }
