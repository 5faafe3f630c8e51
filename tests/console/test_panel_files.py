"""Attendance and recorded votes in an office's folder: loaded twice, and refused where they do not agree."""

import shutil
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from opcc.console.office_folder.problems import FolderRefusedError
from opcc.console.operations import load_office
from panel.models import Attendance, Resolution, Vote

AT = datetime(2018, 3, 20, 9, tzinfo=UTC)
EASTMARCH = Path(__file__).parents[1] / "data" / "offices" / "eastmarch"
FILES = {
    "panel_councils.csv": "council,seats\nNorthfen District Council,3\n",
    "panel_members.csv": "member,last_name\nAnna Bray,Bray\nColin Dow,Dow\nEva Frost,Frost\n",
    "panel_terms.csv": (
        "member,council,kind,starts_on\n"
        "Anna Bray,Northfen District Council,appointed,2017-05-15\n"
        "Colin Dow,Northfen District Council,appointed,2017-05-15\n"
        "Eva Frost,Northfen District Council,appointed,2017-05-15\n"
    ),
    "panel_meetings.csv": "held_on,state\n2018-02-01,held\n",
    "agenda_items.csv": "held_on,item,kind,title\n2018-02-01,1,report,Precept\n",
    "panel_attendance.csv": (
        "held_on,member,presence,took_chair,arrived_at,left_at\n"
        "2018-02-01,Anna Bray,present,yes,,\n"
        "2018-02-01,Colin Dow,present,,10:40,12:00\n"
        "2018-02-01,Eva Frost,present,,,\n"
    ),
    "resolutions.csv": (
        "held_on,item,number,letter,kind,text,carried,casting_vote\n"
        "2018-02-01,1,1,,supports,That the Panel supports the precept.,,\n"
        "2018-02-01,1,2,a,requests,That the Panel asks for a map.,no,\n"
    ),
    "panel_votes.csv": (
        "held_on,item,number,letter,member,vote,source,invented\n"
        "2018-02-01,1,1,,Anna Bray,for,Minutes,yes\n"
        "2018-02-01,1,1,,Colin Dow,against,Minutes,yes\n"
        "2018-02-01,1,1,,Eva Frost,for,Minutes,yes\n"
        "2018-02-01,1,2,a,Anna Bray,against,Minutes,\n"
        "2018-02-01,1,2,a,Colin Dow,against,Minutes,\n"
        "2018-02-01,1,2,a,Eva Frost,abstained,Minutes,\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small office whose Panel met once and voted twice."""
    made = tmp_path / "office"
    shutil.copytree(EASTMARCH, made)
    for name, text in FILES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def change(folder: Path, name: str, old: str, new: str) -> None:
    (folder / name).write_text(FILES[name].replace(old, new, 1), encoding="utf-8")


def votes() -> list[tuple[str, str, str, bool]]:
    rows = Vote.objects.select_related("resolution", "attendance__member")
    ordered = rows.order_by("resolution__number", "attendance__member__last_name")
    return [
        (row.resolution.label, row.attendance.member.last_name, str(row.ballot), row.is_synthetic) for row in ordered
    ]


@pytest.mark.django_db
def test_votes_and_times_are_loaded_also_twice(folder: Path) -> None:
    for _ in range(2):
        load_office(folder=folder, at=AT)
    assert votes() == [
        ("1", "Bray", "for", True),
        ("1", "Dow", "against", True),
        ("1", "Frost", "for", True),
        ("2(a)", "Bray", "against", False),
        ("2(a)", "Dow", "against", False),
        ("2(a)", "Frost", "abstained", False),
    ]
    assert list(Resolution.objects.order_by("number").values_list("is_carried", flat=True)) == [True, False]
    late = Attendance.objects.get(arrived_at__isnull=False)
    assert (late.meeting.held_on, late.arrived_at, late.left_at) == (date(2018, 2, 1), time(10, 40), time(12))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("panel_votes.csv", "Eva Frost,for", "Eva Hill,for", "is not in panel_attendance.csv"),
        ("panel_votes.csv", "Eva Frost,for", "Eva Frost,yes", "vote: 'yes' is not one of: for, against, abstained."),
        ("panel_votes.csv", "1,1,,Eva", "1,3,,Eva", "is not in resolutions.csv"),
        ("panel_attendance.csv", "Eva Frost,present", "Eva Frost,absent", "who votes was at the meeting"),
        ("panel_attendance.csv", "10:40,12:00", "12:00,10:40", "Who left came before"),
    ],
)
def test_votes_and_times_that_cannot_be_are_refused(folder: Path, name: str, old: str, new: str, said: str) -> None:
    change(folder, name, old, new)
    with pytest.raises(FolderRefusedError) as caught:
        load_office(folder=folder, at=AT)
    assert said in " ".join(str(problem) for problem in caught.value.problems)
    assert not Vote.objects.exists()


@pytest.mark.django_db(transaction=True)  # what became of a resolution is compared when all is loaded
def test_votes_that_do_not_agree_with_the_outcome_are_refused(folder: Path) -> None:
    change(folder, "panel_votes.csv", "Eva Frost,for", "Eva Frost,against")
    with pytest.raises(FolderRefusedError, match="the votes do not agree with what became of the resolution"):
        load_office(folder=folder, at=AT)
    assert not Vote.objects.exists()
