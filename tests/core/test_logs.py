"""One JSON object a line."""

import json
import logging
import sys
from datetime import UTC, datetime

from opcc.core.logs import JsonLines


def record(message: str, *values: object, failed: bool = False) -> logging.LogRecord:
    made = logging.LogRecord("opcc.web", logging.WARNING, __file__, 1, message, values, None)
    made.created = datetime(2018, 3, 12, 9, 30, 0, 250_000, tzinfo=UTC).timestamp()
    if failed:
        try:
            int("two\nlines")
        except ValueError:
            made.exc_info = sys.exc_info()
    return made


def test_json_lines_cannot_be_split_by_what_was_typed() -> None:
    line = JsonLines().format(record("Typed: %s", 'a"\n{"level": "INFO"}'))
    assert "\n" not in line
    assert json.loads(line) == {
        "at": "2018-03-12T09:30:00.250+00:00",
        "level": "WARNING",
        "logger": "opcc.web",
        "message": 'Typed: a"\n{"level": "INFO"}',
    }


def test_json_lines_hold_the_traceback_in_one_string() -> None:
    line = JsonLines().format(record("It broke", failed=True))
    assert "\n" not in line
    assert json.loads(line)["error"].endswith(r"ValueError: invalid literal for int() with base 10: 'two\nlines'")
