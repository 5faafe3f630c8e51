"""What is wrong with a file, by line, in words that say what to do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

MOST_KEPT = 200
SAVE_AS_CSV = "Save the file as 'CSV UTF-8 (comma delimited)' and choose it again."
_MOST_SHOWN = 100

Advice = str | Callable[[], str]  # a function where it takes long to make and may not be wanted


class Severity(StrEnum):
    """Whether a problem stops the load or is listed with it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing to put right. `column` is empty where the line as a whole is meant, `found` where nothing stands."""

    line: int
    column: str
    found: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """'Line 12, value: …', as a list prints it."""
        return f"Line {self.line}{', ' if self.column else ''}{self.column}: {self.message}"


@dataclass
class Problems:
    """The first problems of each severity, and how many there are in all, so that a bad file needs no more memory."""

    most: int = MOST_KEPT
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    error_count: int = 0
    warning_count: int = 0

    def error(self, line: int, column: str, found: str, advice: Advice) -> None:
        """Note what stops the load."""
        self.error_count += 1
        if len(self.errors) < self.most:
            self.errors.append(_problem(line, column, found, advice, Severity.ERROR))

    def warning(self, line: int, column: str, found: str, advice: Advice) -> None:
        """Note what is listed and kept with the load."""
        self.warning_count += 1
        if len(self.warnings) < self.most:
            self.warnings.append(_problem(line, column, found, advice, Severity.WARNING))

    @property
    def errors_not_kept(self) -> int:
        """How many errors there are beside those in the list."""
        return self.error_count - len(self.errors)

    @property
    def warnings_not_kept(self) -> int:
        """How many warnings there are beside those in the list."""
        return self.warning_count - len(self.warnings)


class CellError(Exception):
    """A cell that cannot be read. `advice` says what to do, or is a function that says it."""

    def __init__(self, advice: Advice) -> None:
        super().__init__()
        self.advice = advice


class UnreadableError(Exception):
    """Nothing after this can be read."""

    def __init__(self, line: int, column: str, found: str, advice: str) -> None:
        super().__init__(advice)
        self.line, self.column, self.found, self.advice = line, column, found, advice


def duplicate(line: int, earlier: int, *, measure: str, area: str, month: str) -> Problem:
    """The problem of a value that a file gives twice, at the later line; the staging table's index finds it."""
    return Problem(
        line,
        "month",
        month,
        f"Line {earlier} already gives {measure}, {area}, for {month}. Delete the line that is wrong.",
    )


def _problem(line: int, column: str, found: str, advice: Advice, severity: Severity) -> Problem:
    shown = found if len(found) <= _MOST_SHOWN else f"{found[: _MOST_SHOWN - 1]}…"
    return Problem(line, column, shown, advice if isinstance(advice, str) else advice(), severity)
