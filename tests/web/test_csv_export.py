import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opcc.web.csv_export import FORMULA_STARTS, csv_lines, safe_cell

RISKY = st.text(st.sampled_from("=+-@\t\r\n\0＝＋－＠ \u00a0'\"a1,;|"), max_size=12)


@settings(max_examples=10_000, deadline=None)
@given(st.one_of(RISKY, st.text(max_size=40)))
def test_safe_cell_never_starts_a_formula(text: str) -> None:
    cell = safe_cell(text)

    assert cell.lstrip(" \u00a0\u3000\ufeff")[:1] not in FORMULA_STARTS
    assert cell.removeprefix("'") == text.replace("\0", "") or cell == text.replace("\0", "")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-8, -8),
        (Decimal("2.50"), Decimal("2.50")),
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (date(2018, 3, 9), "2018-03-09"),
        (datetime(2018, 7, 1, 11, 30, tzinfo=UTC), "2018-07-01 12:30"),
        ("==1+1", "'==1+1"),
        ("-1", "'-1"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_safe_cell_keeps_numbers_and_quotes_formulas(value: Any, cell: Any) -> None:
    assert safe_cell(value) == cell


def test_csv_lines_read_back_as_rows() -> None:
    text = "".join(csv_lines(["Forum", "Residents"], [["North, east", 19], ['Say "hello"\nthere', 0]]))

    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) == [
        ["Forum", "Residents"],
        ["North, east", "19"],
        ['Say "hello"\nthere', "0"],
    ]
