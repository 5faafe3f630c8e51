"""Decisions and the publication checklist in an office's folder: the sample's, loading twice, and what is refused."""

import csv
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from opcc.console.demo import FOLDER
from opcc.console.office_folder.problems import FolderRefusedError
from opcc.console.operations import load_office
from panel import queries
from panel.models import CommissionerTerm, Decision, FoiExemption, Publication, PublicationDuty
from panel.specified_information import SPECIFIED

pytestmark = pytest.mark.django_db

AT = datetime(2018, 3, 20, 9, tzinfo=UTC)
FILES = ("commissioner_terms.csv", "decisions.csv", "publication_duties.csv", "publications.csv")
EASTMARCH = Path(__file__).parents[1] / "data" / "offices" / "eastmarch"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small office with the sample's decisions and checklist."""
    made = tmp_path / "office"
    shutil.copytree(EASTMARCH, made)
    for name in FILES:
        shutil.copy(FOLDER / name, made)
    return made


def change(folder: Path, name: str, line: int, **cells: str) -> None:
    """Write other cells into one line of a file, the first after the header being 0."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, Any]] = list(csv.DictReader(file))
    rows[line] |= cells
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_sample_holds_the_decisions_and_the_whole_checklist_also_when_loaded_twice(folder: Path) -> None:
    for _ in range(2):
        load_office(folder=folder, at=AT)
    lines = queries.decision_lines(queries.public_values(Decision.objects.order_by("sequence")))
    assert [(line.reference, line.state.value, line.title[:20], bool(line.withheld)) for line in lines] == [
        ("WPCC20034", "decided", "Proposed precept for", False),
        ("WPCC20035", "decided", "Setting the precept ", False),
        ("WPCC20036", "decided", "Vetting capability", False),
        ("WPCC20037", "decided", "Extension of the Vic", False),
        ("WPCC20038", "in_progress", "Extra funding for ad", False),
        ("WPCC20039", "in_progress", "Roofing repairs for ", False),
        ("WPCC20040", "in_progress", "Appointment of marke", False),
        ("WPCC20041", "decided", "Pay scale of a membe", True),
    ]
    claim = FoiExemption.objects.get()
    assert (claim.sections, claim.public_words) == (["40(2)"], "Pay scale of a member of staff")
    assert [str(term) for term in CommissionerTerm.objects.order_by("number")] == ["WPCC2", "WPCC3"]
    duties = PublicationDuty.objects.order_by("place")
    assert [row.code for row in duties] == [item.code for item in SPECIFIED]
    assert {row.is_synthetic for row in Publication.objects.all()} == {True}
    late = [line.item.code for line in queries.checklist(date(2018, 3, 20)) if line.is_late]
    assert late == ["small-contracts"]


@pytest.mark.parametrize(
    ("name", "line", "cells", "said"),
    [
        ("decisions.csv", 0, {"number": "34"}, "WPCC20034 or WPCC3-0044"),
        ("decisions.csv", 0, {"number": "WPCC90034"}, "The term WPCC9 is not in commissioner_terms.csv."),
        ("decisions.csv", 0, {"summary": ""}, "Write the summary of a decision that is published"),
        ("decisions.csv", 7, {"exempt_reasons": ""}, "say why the section applies"),
        ("decisions.csv", 7, {"exempt_sections": "40"}, "'40' is not one of"),
        ("publication_duties.csv", 9, {"how_often": "monthly"}, "The Order itself sets how often"),
        ("publication_duties.csv", 0, {"looked_after_by": "ambassador"}, "'ambassador' is not one of"),
        ("publications.csv", 0, {"for_year": "2018"}, "Fill in 'for_year' of what is published before each"),
        ("publications.csv", 0, {"what": "decisions"}, "This site publishes it by itself"),
    ],
)
def test_folder_that_is_wrong_is_refused_whole(
    name: str, line: int, cells: dict[str, str], said: str, folder: Path
) -> None:
    change(folder, name, line, **cells)
    with pytest.raises(FolderRefusedError) as refused:
        load_office(folder=folder, at=AT)
    assert said in " ".join(str(problem) for problem in refused.value.problems)
    assert (Decision.objects.count(), PublicationDuty.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_folder_that_leaves_a_number_out_is_refused_whole(folder: Path) -> None:
    change(folder, "decisions.csv", 2, number="WPCC20042")
    with pytest.raises(FolderRefusedError, match="the number before this one is missing"):
        load_office(folder=folder, at=AT)
    assert not Decision.objects.exists()
