"""Numbers that people quote: FR-2018-0147, Q-2018-001, 2018/03."""

from typing import Any

from django.db import models
from django.db.models.functions import Length

from opcc.core.saving import wait_turn


def next_reference(*, prefix: str, year: int, digits: int, rows: "models.QuerySet[Any]") -> str:
    """The next free reference of the year: FR-2018-0147. See `next_in_series`."""
    return next_in_series(series=f"{prefix}-{year}-", digits=digits, rows=rows)


def next_in_series(*, series: str, digits: int, rows: "models.QuerySet[Any]") -> str:
    """The next free reference that begins with `series`, for the caller's transaction to store.

    A lock on the series is held until that transaction ends, so two at once get two numbers, and one that
    fails leaves no gap. A number too long for its `digits` has one more.
    """
    wait_turn(series)
    last = (
        rows.filter(reference__startswith=series)
        .order_by(Length("reference").desc(), "-reference")
        .values_list("reference", flat=True)
        .first()
    )
    number = int(last.removeprefix(series)) + 1 if last else 1
    return f"{series}{number:0{digits}d}"
