"""The parts of papers in an office's folder: texts to print, PDFs and Word documents to take in, reports to put in.

They are taken in after the rest is loaded, because each takes a second or two and reports have to be approved first.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

import panel.operations as panel
from opcc.console.office_folder.problems import FolderRefusedError, Problem
from opcc.console.office_folder.readers import day, number, several
from opcc.console.office_folder.tables import Column, FileSpec, Row, read_rows
from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from panel.enums import FROZEN, Exemption, ReportKind
from panel.models import Paper, PaperPart, QuarterlyReport

PARTS = FileSpec(
    "paper_parts.csv",
    PaperPart,
    (
        Column("held_on", day, required=True),
        Column("item", number, required=True),
        Column("order", number, required=True),
        Column("letter"),
        Column("title"),
        Column("file"),
        Column("report"),
        Column("exempt_paragraphs", several(Exemption)),
        Column("public_title"),
        Column("public_interest"),
        Column("late_reason"),
    ),
    key=("held_on", "item", "order", "letter"),
)
PAPERS = "papers"  # the folder of the files
NOT_THERE = "There is no paper of this meeting, item and order in papers.csv."


@transaction.atomic
def load_papers(*, folder: Path, meeting_on: date | None = None, at: datetime) -> int:
    """Take in every part that its paper has not, of one meeting or of all; how many. Raises FolderRefusedError."""
    problems: list[Problem] = []
    taken = 0
    for row in read_rows(folder, PARTS, problems):
        try:
            if meeting_on is None or row.cells["held_on"] == meeting_on.isoformat():
                taken += _take(row, folder, at)
        except (DomainError, ValueError) as error:
            problems.append(Problem(PARTS.file, row.line, str(error)))
    if problems:
        raise FolderRefusedError(problems)
    return taken


def strangers(folder: Path) -> Iterator[Problem]:
    """Files of papers that no line of paper_parts.csv names."""
    named = {row.cells.get("file", "") for row in read_rows(folder, PARTS, [])}
    if (folder / PAPERS).is_dir():
        for path in sorted((folder / PAPERS).iterdir()):
            if path.name not in named:
                yield Problem(f"{PAPERS}/{path.name}", 0, f"No line of {PARTS.file} names this file.")


def _take(row: Row, folder: Path, at: datetime) -> bool:
    """Whether the part was taken in; not where one stands under its letter."""
    said = {column.name: column.read(row.cells.get(column.name, "")) for column in PARTS.columns}
    paper = Paper.objects.filter(
        item__meeting__held_on=said["held_on"], item__position=said["item"], item__parent=None, position=said["order"]
    ).first()
    if paper is None:
        raise DomainError(NOT_THERE)
    letter = said["letter"]
    rest: dict[str, Any] = {
        "letter": letter,
        "title": said["title"],
        "late_reason": said["late_reason"],
        "by": None,
        "at": at,
    }
    if PaperPart.objects.standing().filter(paper=paper, letter=letter).exists():
        return False
    if said["report"]:
        panel.take_report(paper=paper, report=_report(said["report"]), **rest)
        return True
    path = folder / PAPERS / Path(said["file"]).name
    if not said["file"] or not path.is_file():
        raise DomainError(f"file: there is no '{said['file']}' in the folder '{PAPERS}'.")
    grounds = _grounds(said["public_title"], said["exempt_paragraphs"], said["public_interest"])
    if path.suffix == ".txt":
        text = path.read_text(encoding="utf-8")
        panel.write_part(paper=paper, text=text, grounds=grounds, **rest)
    else:
        panel.upload_part(paper=paper, name=path.name, content=path.read_bytes(), grounds=grounds, **rest)
    return True


def _grounds(public_title: str, paragraphs: tuple[str, ...], reasons: str) -> panel.Grounds | None:
    return panel.Grounds(public_title, paragraphs, reasons) if paragraphs or public_title or reasons else None


def _report(quarter: str) -> QuarterlyReport:
    """The latest version of that quarter's report that is approved."""
    found = Quarter.parse(quarter)
    about = QuarterlyReport.objects.about(kind=ReportKind.QUARTERLY, quarter=found, year=found.year)
    report = about.filter(state__in=FROZEN).order_by("-version").first()
    if report is None:
        raise DomainError(f"report: the report on {quarter} is not approved yet.")
    return report
