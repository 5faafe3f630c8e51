"""CSV that a spreadsheet opens as text and numbers, and never as a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from typing import Any

from django.utils import timezone

# What a spreadsheet may take for the start of a formula, the full-width forms included (OWASP ASVS 5.0, 1.2.10).
FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠")
APOSTROPHE = "'"


def safe_cell(value: Any) -> Any:
    """The value as it may stand in a spreadsheet: numbers stay numbers, text that looks like a formula is quoted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | Decimal):
        return value
    if isinstance(value, datetime):
        moment = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"{moment:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    # Spaces before the sign do not stop a spreadsheet that trims them.
    first = text.lstrip(" \u00a0\u3000\ufeff")[:1]
    quoted = APOSTROPHE + text if first in FORMULA_STARTS or text[:1] in FORMULA_STARTS else text
    return quoted.replace("\0", "")


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The file line by line, so that a long list is never held whole."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    yield "\ufeff"  # tells a spreadsheet that the text is UTF-8
    for row in chain([header], rows):
        writer.writerow([safe_cell(value) for value in row])
        yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
