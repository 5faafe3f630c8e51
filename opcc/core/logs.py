"""One JSON object a line, so that a log cannot be split by what somebody typed, and without what somebody typed."""

import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import django.db
import psycopg

LEFT_OUT = "(what the database said of the row is left out)"


class JsonLines(logging.Formatter):
    """Time in UTC, level, logger and message; the traceback as one string.

    The database says with an error which row it was about, word for word. Of its errors the first line is kept.
    """

    def format(self, record: logging.LogRecord) -> str:
        said = list(_said_of_rows(record))
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _without(said, record.getMessage()),
        }
        if record.exc_info:
            line["error"] = _without(said, self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def _said_of_rows(record: logging.LogRecord) -> Iterator[str]:
    """What errors of the database in this record say after their first line, and the same as Python quotes it."""
    values = record.args.values() if isinstance(record.args, dict) else record.args or ()
    roots = [*((record.exc_info[1],) if record.exc_info else ()), *values]
    texts = {str(error) for root in roots if isinstance(root, BaseException) for error in _chain(root)}
    rest = {text.partition("\n")[2] for text in texts} | {repr(text)[1:-1].partition(r"\n")[2] for text in texts}
    yield from sorted(rest - {""}, key=len, reverse=True)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Errors of the database among this one, its causes, what it came in the course of, and its parts."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, django.db.Error | psycopg.Error):
            yield one
        waiting += [other for other in (one.__cause__, one.__context__) if other is not None]
        waiting += one.exceptions if isinstance(one, BaseExceptionGroup) else ()


def _without(said: list[str], text: str) -> str:
    """The text without those words, also where a group of errors sets its lines in."""
    for words in said:
        text = re.sub(r"\n[ |]*".join(map(re.escape, words.split("\n"))), LEFT_OUT, text)
    return text
