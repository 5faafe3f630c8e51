"""An office's folder: loaded whole, refused whole, loaded again."""

import csv
import io
import shutil
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ambassadors.models import Appointment, Concern, ForumReport
from forums.models import Forum, ForumMeeting, ForumPriority, PriorityTopic
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.console.office_folder.files import FILES
from opcc.console.office_folder.problems import FolderRefusedError
from opcc.console.operations import load_office
from opcc.core.errors import DomainError
from opcc.reference.models import District, OfficeProfile, PlanTheme
from panel.models import Recommendation, WorkItem

pytestmark = pytest.mark.django_db

NOW = datetime(2018, 3, 12, 9, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]
WARWICKSHIRE = ROOT / "opcc" / "console" / "offices" / "warwickshire"
EASTMARCH = ROOT / "tests" / "data" / "offices" / "eastmarch"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small office, to spoil."""
    return Path(shutil.copytree(EASTMARCH, tmp_path / "eastmarch"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(FolderRefusedError) as caught:
        load_office(folder=folder, at=NOW)
    assert not OfficeProfile.objects.exists()
    assert not District.objects.exists()
    assert not Forum.objects.exists()
    return [str(problem) for problem in caught.value.problems]


def test_load_office_of_another_area_writes_it_all() -> None:
    load_office(folder=EASTMARCH, at=NOW)

    assert str(OfficeProfile.objects.get()) == "Office of the Police, Fire and Crime Commissioner for Eastmarch"
    assert list(PlanTheme.objects.order_by("number").values_list("title", flat=True)) == [
        "Neighbourhoods",
        "Victims",
        "Roads",
        "Trust",
    ]
    assert District.objects.count() == 3
    assert sorted(Forum.objects.values_list("name", "district__name")) == [
        ("Fenside", "Northfen"),
        ("Quayside", "Saltholme"),
    ]
    report = ForumReport.objects.get()
    assert (report.met_on, report.due_on, report.residents) == (date(2017, 11, 2), date(2017, 11, 23), 14)
    assert Concern.objects.get().item is not None
    assert not Forum.objects.filter(is_synthetic=True).exists()


def test_load_office_twice_changes_nothing_and_writes_no_history() -> None:
    load_office(folder=EASTMARCH, at=NOW)
    events = ForumMeeting.pgh_event_model.objects.count()  # type: ignore[attr-defined]  # added by the audit decorator

    loaded = load_office(folder=EASTMARCH, at=NOW)

    assert {(c.created, c.changed) for c in loaded.counts.values()} == {(0, 0)}
    assert ForumMeeting.pgh_event_model.objects.count() == events  # type: ignore[attr-defined]  # likewise


def test_load_office_after_a_correction_changes_that_row_and_says_why(folder: Path) -> None:
    load_office(folder=folder, at=NOW)
    replace(folder / "meetings.csv", "held,2,14,", "held,2,15,")

    loaded = load_office(folder=folder, at=NOW)

    assert loaded.counts["meetings.csv"].changed == 1
    event = ForumMeeting.pgh_event_model.objects.select_related("pgh_context").latest("pgh_id")  # type: ignore[attr-defined]  # likewise
    assert (event.residents, event.pgh_label) == (15, "update")
    assert event.pgh_context.metadata["reason"] == "load_office eastmarch"


def test_load_office_with_many_faults_names_each_by_file_and_line(folder: Path) -> None:
    replace(folder / "forums.csv", "E07009903", "E07009904")
    replace(folder / "meetings.csv", "held,1,9,0,1,no", "held,1,-9,0,1,perhaps")
    replace(folder / "priorities.csv", "speeding,", "speding,")
    replace(folder / "office.toml", "report_due_days = 21", 'report_due_days = "three weeks"')

    assert problems_of(folder)[0] == "office.toml, line 12: 'report_due_days' must be a whole number."


def test_load_office_with_faults_in_rows_names_each(folder: Path) -> None:
    replace(folder / "forums.csv", "quayside,Quayside,E07009903", "quayside,Quayside,E07009904")
    replace(folder / "priorities.csv", "speeding,", "speding,")
    replace(folder / "reports.csv", "2017-11-20", "20/11/2017")
    replace(folder / "concerns.csv", "replied,The", "answered,The")

    found = problems_of(folder)

    assert found[0] == ("concern_actions.csv, line 2: concern: 'C-2017-0001' is not in concerns.csv.")
    assert "concerns.csv, line 2: state: 'answered' is not one of: open, replied, told, closed." in found
    assert any(f.startswith("forums.csv, line 3: district: 'E07009904' is not in districts.csv.") for f in found)
    assert "priorities.csv, line 2: topic: 'speding' is not in topics.csv. Did you mean 'speeding'?" in found
    assert "reports.csv, line 2: sent_on: '20/11/2017' is not a date. Write it as 2018-03-19." in found


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "districts.csv",
            "code,name,order",
            "code,nmae,order",
            "districts.csv, line 1: There is no column 'nmae'. Did you mean 'name'?",
        ),
        (
            "districts.csv",
            "E07009902,Marchgate,2",
            "E07009902,Marchgate",
            "districts.csv, line 3: This line has 2 cells; the header has 3.",
        ),
        ("districts.csv", "E07009902", "E07009901", "districts.csv, line 3: 'E07009901' stands on line 2 too."),
        ("topics.csv", "boats,Boat theft", "boats,Speeding", "topics.csv, line 4: There is a topic of this name."),
        (
            "meetings.csv",
            "held,2,14,",
            "held,2,9000,",
            "meetings.csv, line 2: residents: Enter a number from 0 to 2,000.",
        ),
        (
            "meetings.csv",
            "held,2,14,",
            "cancelled,2,14,",
            "meetings.csv, line 2: Give the reason if, and only if, the meeting was cancelled.",
        ),
        (
            "office.toml",
            "#5a1846",
            "#ffd700",
            "office.toml, line 11: '#ffd700' is too pale to read on white: 1.4 to 1.",
        ),
        ("office.toml", "area_name", "area-name", "office.toml, line 3: [office] has no 'area-name'."),
        (
            "plan.toml",
            "ends_on = 2021-03-31",
            "ends_on = 2016-03-31",
            "plan.toml, line 2: The plan ends after it starts.",
        ),
        (
            "concerns.csv",
            "2017-12-01,,",
            "2017-11-01,,",
            "concerns.csv, line 2: replied_on: 2017-11-01 is before raised_on, 2017-11-02.",
        ),
        (
            "concerns.csv",
            "replied,The marine unit patrols on Fridays.,2017-12-01,,",
            "told,The marine unit patrols on Fridays.,2017-12-01,2017-11-30,",
            "concerns.csv, line 2: told_on: 2017-11-30 is before replied_on, 2017-12-01.",
        ),
        (
            "concern_actions.csv",
            "2017-11-24",
            "2017-10-24",
            "concern_actions.csv, line 2: taken_on: 2017-10-24 is before raised_on, 2017-11-02.",
        ),
        ("plan.toml", '"Trust"', "Trust", "plan.toml, line 19: This cannot be read as TOML"),
    ],
)
def test_load_office_with_one_fault_refuses_all_and_says_which(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    replace(folder / file, old, new)

    assert any(found.startswith(message) for found in problems_of(folder)), problems_of(folder)


def test_load_office_refuses_a_measure_whose_code_is_the_address_of_a_page(folder: Path) -> None:
    (folder / "measure_groups.csv").write_text("code,name,order\ncrime,Crime,1\n")
    (folder / "measures.csv").write_text(
        "measure,name,noun,group,unit,kind,improvement,inclusion,adds_up,areas,order\n"
        "compare,Comparisons,offences,crime,count,count,stable,quarter,sum,force,1\n"
    )

    assert problems_of(folder) == [
        (
            "measures.csv, line 2: This code is the address of another page of the force’s figures. Choose another, "
            "such as 'compare-offences' for 'compare'."
        )
    ]


def test_load_office_of_concerns_that_wait_needs_no_column_for_replies(folder: Path) -> None:
    path = folder / "concerns.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row | {"state": "open"} for row in csv.DictReader(lines)]
    kept = [name for name in rows[0] if name not in ("reply", "replied_on", "told_on", "closed_reason")]
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, kept, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)

    load_office(folder=folder, at=NOW)

    assert (Concern.objects.get().state, Concern.objects.get().replied_at) == ("open", None)


def test_load_office_with_a_strange_file_or_without_a_needed_one_says_so(folder: Path) -> None:
    (folder / "forum.csv").write_text("")
    (folder / "districts.csv").unlink()

    found = problems_of(folder)

    assert "forum.csv: opcc knows no file of this name. See docs/office-folder.md." in found
    assert "districts.csv: This file is missing. Copy it from another office and edit it." in found


def test_load_office_of_no_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="is not a folder"):
        load_office(folder=tmp_path / "nowhere", at=NOW)


def test_load_office_command_prints_the_problems(folder: Path) -> None:
    (folder / "office.toml").unlink()

    with pytest.raises(
        CommandError, match=r"Nothing was loaded: 1 thing needs correcting\.\n  office\.toml: This file"
    ):
        call_command("load_office", str(folder))


def test_load_office_of_the_sample_gives_its_counts() -> None:
    out = io.StringIO()
    call_command("load_office", str(WARWICKSHIRE), stdout=out)

    assert Forum.objects.count() == 30
    posts = Appointment.objects.filter(starts_on=date(2013, 9, 16))
    held = Counter(posts.values_list("ambassador", flat=True))
    assert (len(held), sum(held.values()), sum(1 for n in held.values() if n == 2)) == (26, 29, 3)
    autumn = posts.exclude(ends_on__lte=date(2014, 8, 31)).count()
    assert Forum.objects.count() - autumn == 4  # the four vacancies the report of 2014 names
    assert User.objects.get(email="policy@opcc.example").roles == {Role.POLICY_OFFICER}
    assert not User.objects.get(email="policy@opcc.example").has_usable_password()
    assert out.getvalue().startswith("Loaded Office of the Police and Crime Commissioner for Warwickshire.")


@pytest.mark.parametrize(("start", "end", "column"), [("2014-01-01", "2014-04-01", 0), ("2014-04-02", "2014-08-31", 1)])
def test_load_office_of_the_sample_spreads_table_1_exactly(start: str, end: str, column: int) -> None:
    load_office(folder=WARWICKSHIRE, at=NOW)
    expected: dict[str, list[int]] = {}
    with (ROOT / "tests" / "data" / "table1_priorities.csv").open() as file:
        for row in csv.DictReader(file):
            counts = expected.setdefault(row["priority"], [0, 0])
            counts[0 if row["period_start"] == "2014-01-01" else 1] = int(row["forums_count"])

    meetings = ForumMeeting.objects.filter(held_on__gte=start, held_on__lte=end)
    found: Counter[str] = Counter()
    for topic in PriorityTopic.objects.filter(broader=None):
        rows = ForumPriority.objects.filter(meeting__in=meetings, topic__in=[topic, *topic.narrower.all()])
        found[topic.name] = rows.values("meeting__forum").distinct().count()
    found["None"] = meetings.filter(priorities_outcome="none_agreed").count()

    assert {name: found[name] for name in expected} == {name: counts[column] for name, counts in expected.items()}
    assert sum(found.values()) == sum(counts[column] for counts in expected.values())


def test_load_office_of_the_sample_marks_what_is_invented() -> None:
    load_office(folder=WARWICKSHIRE, at=NOW)

    assert Forum.objects.filter(is_synthetic=False).count() == 12
    assert not ForumPriority.objects.filter(is_synthetic=False).exists()
    assert not Concern.objects.filter(is_synthetic=False).exists()


def test_office_folder_page_names_every_file_and_column() -> None:
    page = (ROOT / "docs" / "office-folder.md").read_text()

    for spec in FILES:
        section = page.split(f"### {spec.file}\n", 1)
        assert len(section) == 2, spec.file
        text = section[1].split("\n### ", 1)[0]
        assert [name for name in spec.header if f"`{name}`" not in text] == [], spec.file


def test_load_office_refuses_a_last_report_later_than_the_next_by_its_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WARWICKSHIRE, tmp_path / "warwickshire"))
    programme = folder / "work_programme.csv"
    replace(programme, ",2017-11-30,4,", ",2018-11-30,4,")
    line = 1 + next(n for n, text in enumerate(programme.read_text().splitlines()) if ",2018-11-30,4," in text)

    said = "last_report: 30 November 2018 is later than the next report, 21 June 2018. Correct one of the two."
    assert problems_of(folder) == [f"work_programme.csv, line {line}: {said}"]


def test_load_office_refuses_a_last_report_in_the_future_by_its_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WARWICKSHIRE, tmp_path / "warwickshire"))
    replace(folder / "work_programme.csv", ",2017-09-14,3,", ",2999-09-14,3,")

    (problem,) = problems_of(folder)
    assert problem.startswith("work_programme.csv, line ")
    assert "the last report cannot be in the future" in problem


def test_load_office_has_the_seven_recommendations_of_february_2018() -> None:
    load_office(folder=WARWICKSHIRE, at=NOW)

    rows = Recommendation.objects.filter(reference__startswith="2018/").order_by("reference")
    assert [(row.reference, row.response.answer, row.text == row.resolution.text) for row in rows] == [
        *((f"2018/{number:02d}", "accepted", True) for number in range(1, 7)),
        ("2018/07", "in_part", True),
    ]
    assert WorkItem.objects.count() == 17
