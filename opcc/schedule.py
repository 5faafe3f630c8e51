"""When beat runs what. Times are UTC; a task that means a London time works that out itself."""

from typing import Any

TIMETABLE: dict[str, dict[str, Any]] = {}
