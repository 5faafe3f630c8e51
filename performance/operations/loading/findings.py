"""What is wrong with a file, collected while it is loaded and kept with the load."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from opcc.documents.figures import number
from performance.csv_parsing import Problem
from performance.enums import Severity
from performance.models import Load, LoadProblem

MOST_KEPT = 1_000  # of each check; all are counted
_MOST_LETTERS = {"column": 60, "found": 200, "message": 500}


@dataclass(frozen=True)
class Finding:
    """One thing wrong: where it stands in the file, what was found there, what it is about, and what to do."""

    line: int | None
    message: str
    column: str = ""
    found: str = ""
    series_id: int | None = None
    month: date | None = None


@dataclass
class Findings:
    """Errors, which stop the load, and warnings, which are kept with it: the first of each check, and how many."""

    error_count: int = 0
    difference_count: int = 0  # of the errors, those that 'replaces' would have let pass
    warning_count: int = 0
    kept: list[tuple[Severity, Finding]] = field(default_factory=list)

    def add(self, severity: Severity, found: Iterable[Finding], *, count: int | None = None) -> None:
        """Take findings in; `count` is how many there are where not all are given."""
        listed = [(severity, finding) for finding in found]
        self.kept += listed
        more = len(listed) if count is None else count
        if severity is Severity.ERROR:
            self.error_count += more
        else:
            self.warning_count += more

    def add_read(self, problems: Iterable[Problem], severity: Severity, count: int) -> None:
        """Take in what the parser noted."""
        self.add(
            severity,
            (Finding(each.line, each.message, column=each.column, found=each.found) for each in problems),
            count=count,
        )

    def join(self, others: "Findings") -> None:
        """Take in what was collected elsewhere."""
        self.kept += others.kept
        self.error_count += others.error_count
        self.difference_count += others.difference_count
        self.warning_count += others.warning_count

    def lines_without_series(self) -> set[int]:
        """The lines of what is kept and names no series."""
        return {found.line for _, found in self.kept if found.series_id is None and found.line is not None}

    def name_series(self, by_line: Mapping[int, tuple[int, date]]) -> None:
        """Put the series and the period to what names none, by its line."""
        for place, (severity, found) in enumerate(self.kept):
            if found.series_id is None and found.line is not None and found.line in by_line:
                series, period = by_line[found.line]
                self.kept[place] = (severity, replace(found, series_id=series, month=period))

    def store(self, load: Load) -> None:
        """Keep them with the load, in the order of the file."""
        ordered = sorted(self.kept, key=lambda one: (one[0], one[1].line or 0))
        LoadProblem.objects.bulk_create(
            LoadProblem(
                load=load,
                severity=severity,
                line=finding.line,
                column=shortened(finding.column, "column"),
                found=shortened(finding.found, "found"),
                message=shortened(finding.message, "message"),
                series_id=finding.series_id,
                month=finding.month,
            )
            for severity, finding in ordered
        )


def shortened(text: str, column: str) -> str:
    """The text with an ellipsis where the table has no room for more."""
    most = _MOST_LETTERS[column]
    return text if len(text) <= most else f"{text[: most - 1]}…"


def plain(value: Decimal | int | None) -> str:
    """'3,614', '84.2', 'none': a figure as a message prints it."""
    if value is None:
        return "none"
    exact = Decimal(value)
    return number(int(exact) if exact == exact.to_integral_value() else exact.normalize())


def lines_of(lines: Iterable[int | None]) -> str:
    """'line 5', 'lines 5 and 6', 'lines 5, 6 and 7'; nothing where no line is known."""
    known = [str(line) for line in lines if line is not None]
    if not known:
        return ""
    return f"line {known[0]}" if len(known) == 1 else f"lines {', '.join(known[:-1])} and {known[-1]}"
