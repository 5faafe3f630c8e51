"""Every question that is put to the database and everything it answers, to look for what must not be read."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def everything_read() -> Generator[list[str]]:
    """What was asked, with its parameters, and each row that came back, as text."""
    seen: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        answer = execute(sql, params, many, context)
        cursor = context["cursor"].cursor
        if cursor.description:
            rows = cursor.fetchall()
            seen.append(repr((sql, rows)))
            if rows:
                cursor.scroll(0, mode="absolute")
        return answer

    with connection.execute_wrapper(watch):
        yield seen
