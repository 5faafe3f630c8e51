"""The sample's figures of the force: what its source prints, what disagrees in it, and the averages that moved."""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from opcc.console.demo import FOLDER
from opcc.console.operations import load_office
from opcc.core.quarters import Quarter
from panel import quarterly_report
from panel.enums import Audience
from panel.models import QuarterlyReport
from performance import reporting
from performance.models import LoadProblem, Observation, PhaseChange, QuarterFigure

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[1] / "data"
NOW = datetime(2018, 3, 12, 9, tzinfo=UTC)
QUARTER = Quarter(2017, 3)
MOVED = {  # force-wide averages that the source says rose in October 2017, eight months after they began
    "robbery": (20, 33),
    "personal-robbery": (17, 27),
    "criminal-damage": (364, 394),
    "rural-crime": (715, 875),
}


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / name).read_text().splitlines()))


def test_sample_holds_what_its_source_prints_and_says_what_disagrees() -> None:
    load_office(folder=FOLDER, at=NOW)

    held = {
        (one.series.measure.name, one.series.area_name, f"{one.month:%Y-%m}"): one.value
        for one in Observation.objects.current()
        .filter(is_synthetic=False)
        .select_related("series__measure", "series__force_area", "series__policing_area", "series__district")
    }
    printed = {
        (row["measure"], row["area"], row["month"]): Decimal(row["value"]) for row in rows_of("monthly_performance.csv")
    }
    assert held == printed

    stated = {
        (one.series.measure.name.casefold(), one.series.area_name): one.value
        for one in QuarterFigure.objects.current()
        .filter(quarter_starts_on=QUARTER.start)
        .select_related("series__measure", "series__force_area", "series__policing_area", "series__district")
    }
    by_area = {
        row["area"]: Decimal(row["last_quarter"])
        for row in rows_of("crime_by_area.csv")
        if row["crime_type"] == "Total Recorded Crime" and row["level"] == "district"
    }
    assert {area: stated["total recorded crime", f"{area} district"] for area in by_area} == by_area

    found = LoadProblem.objects.filter(load__file_name="figures.csv", line=81).values_list("message", flat=True)
    assert [("3,615" in message, "3,614" in message) for message in found] == [(True, True)]
    assert LoadProblem.objects.filter(
        load__file_name="quarter_figures.csv", message__contains="10,447, and the force states 10,448"
    ).exists()


def test_averages_of_the_sample_move_where_its_source_says() -> None:
    load_office(folder=FOLDER, at=NOW)

    of_force = PhaseChange.objects.exclude(series__force_area=None).select_related("series__measure")
    assert {
        change.series.measure.code: (change.effective_from, change.detected_on, change.old_mean, change.new_mean)
        for change in of_force
    } == {code: (date(2017, 3, 1), date(2017, 10, 1), Decimal(old), Decimal(new)) for code, (old, new) in MOVED.items()}
    card = reporting.scorecard(QUARTER, area=None, include_restricted=False)
    assert card is not None
    headlines = {reading.measure.code: reading.headline for reading in card.readings}
    assert {code: headlines[code] for code in MOVED} == {
        code: f"Mean raised, {old} to {new}" for code, (old, new) in MOVED.items()
    }


def test_report_of_the_sample_has_the_force_s_part_in_the_right_edition() -> None:
    load_office(folder=FOLDER, at=NOW)
    report = QuarterlyReport(year=QUARTER.year, quarter_number=QUARTER.number, requested_at=NOW)
    public, restricted = (
        quarterly_report.canonical(quarterly_report.compose(report, audience=audience, at=NOW))
        for audience in (Audience.PUBLIC, Audience.RESTRICTED)
    )

    for words in ("Scorecard, Warwickshire", "Offences by type and area", "For each 1,000 households", "Q-2018-001"):
        assert words in public
    # What the folder marks as restricted: an answer, and commentary for the restricted edition.
    for words in ("one bus route", "Q-2018-002", "children’s homes", "in private"):
        assert words not in public
        assert words in restricted
