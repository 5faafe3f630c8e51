"""One JSON object a line."""

import json
import logging
import sys
from datetime import UTC, datetime

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from opcc.core.logs import LEFT_OUT, JsonLines
from opcc.core.models import OutboxMessage

SECRET = "Thistlewick"


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


def refused_row() -> tuple[type[BaseException], BaseException, object]:
    """What the database says when it refuses a row: the whole row, over several lines."""
    try:
        with transaction.atomic():
            OutboxMessage.objects.create(to=f"{SECRET}@home.example", subject="x", body=f"Dear\nO'{SECRET}\n(1, 2)")
    except IntegrityError:
        return sys.exc_info()  # type: ignore[return-value]  # there is one
    raise AssertionError("the row was taken")


@pytest.mark.django_db
def test_json_lines_leave_out_which_row_the_database_refused() -> None:
    made = record("Internal Server Error: %s", "/panel/")
    made.exc_info = refused_row()  # type: ignore[assignment]  # as sys gives it
    assert made.exc_info is not None
    assert SECRET in str(made.exc_info[1])
    line = JsonLines().format(made)
    assert SECRET not in line
    said = json.loads(line)
    assert said["message"] == "Internal Server Error: /panel/"
    assert "IntegrityError: null value in column" in said["error"]
    assert "NotNullViolation: null value in column" in said["error"]
    assert said["error"].count(LEFT_OUT) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["Task failed: %s", "Task raised unexpected: %r"])
def test_json_lines_leave_it_out_of_the_message_too(words: str) -> None:
    line = JsonLines().format(record(words, refused_row()[1]))
    assert SECRET not in line
    assert LEFT_OUT in json.loads(line)["message"]


@pytest.mark.django_db
def test_json_lines_leave_out_the_row_of_an_error_behind_another() -> None:
    made = record("It broke")
    try:
        try:
            raise refused_row()[1]
        except IntegrityError as error:
            raise ExceptionGroup("several", [ValueError("x"), error]) from None
    except ExceptionGroup:
        made.exc_info = sys.exc_info()
    line = json.loads(JsonLines().format(made))["error"]
    assert SECRET not in line
    assert "ValueError: x" in line


@pytest.mark.django_db
def test_json_lines_leave_out_the_statement_that_the_database_quotes() -> None:
    made = record("It broke")
    with pytest.raises(DataError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT '{SECRET}', 'x'::integer")
    made.exc_info = (refused.type, refused.value, refused.tb)
    assert SECRET in str(refused.value)
    line = JsonLines().format(made)
    assert SECRET not in line
    assert "invalid input syntax for type integer" in line
