"""What a load lists as doubtful, files of quarters and of police open data, and the console's command."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from performance.csv_parsing.street_level import COLUMNS
from performance.enums import AddsUp, LoadKind, LoadState, MeasureKind, MeasureUnit
from performance.models import Observation, QuarterFigure
from tests.factories.performance import MeasureFactory, SeriesFactory
from tests.factories.reference import ForceAreaFactory, PolicingAreaFactory
from tests.performance.files import (
    FORCE,
    HEADINGS,
    LATER,
    NORTH,
    QUARTER_HEADINGS,
    SOUTH,
    counts,
    csv_of,
    figures,
    kept_everywhere,
    loaded,
    messages,
    of_force,
)

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture
def _robbery(db: None) -> None:
    kept_everywhere()


# --- What does not add up -----------------------------------------------------------------------------


def of_month(**values: int) -> list[str]:
    areas = {"force": FORCE, "north": NORTH, "south": SOUTH}
    return [
        line for area, value in values.items() for line in of_force(value, area=areas.get(area, f"{area} district"))
    ]


@pytest.mark.usefixtures("_robbery")
def test_areas_that_miss_their_total_are_listed_with_their_lines() -> None:
    load = loaded(csv_of(*of_month(north=26, south=12, force=37)))

    assert counts(load) == (LoadState.LOADED, 3, 3, 0, 0, 0, 1)
    assert messages(load) == [
        (
            4,
            (
                f"Robbery, October 2017: the policing areas (North 26 in line 2; South 12 in line 3) come to 38, "
                f"and {FORCE} has 37."
            ),
        )
    ]


@pytest.mark.usefixtures("_robbery")
def test_one_area_that_is_revised_misses_a_total_loaded_before() -> None:
    loaded(csv_of(*of_month(north=25, south=12, force=37)))
    load = loaded(csv_of(*of_month(south=13)), replaces="Late records", at=LATER)

    assert messages(load) == [
        (2, f"Robbery, October 2017: the policing areas (North 25; South 13 in line 2) come to 38, and {FORCE} has 37.")
    ]


@pytest.mark.usefixtures("_robbery")
def test_months_that_miss_the_stated_quarter_are_listed() -> None:
    stated = loaded(
        csv_of(f"Robbery,{FORCE},2017-18Q3,98,91,,,,,,Report", headings=QUARTER_HEADINGS), kind=LoadKind.QUARTERS
    )
    load = loaded(csv_of(*of_force(34, 37, 26)))

    assert counts(stated) == (LoadState.LOADED, 1, 1, 0, 0, 0, 0)
    assert messages(load) == [
        (
            4,
            (
                f"Robbery, {FORCE}: the months of October to December 2017 (34, 37, 26) come to 97, and the force "
                "states 98 for the quarter."
            ),
        )
    ]


@pytest.mark.usefixtures("_robbery")
def test_value_far_outside_the_others_is_listed() -> None:
    load = loaded(csv_of(*of_force(*(20 + month % 3 for month in range(1, 13)), 21, 210)))

    assert messages(load) == [
        (
            15,
            (
                f"Robbery, {FORCE}, November 2018: 210 is far outside what its 13 other months let expect, which is 3 "
                "to 39. Check the figure."
            ),
        )
    ]


@pytest.mark.usefixtures("_robbery")
def test_month_that_is_missing_between_two_is_listed() -> None:
    load = loaded(csv_of(*of_force(34), *of_force(26, first="2017-12")))

    assert messages(load) == [
        (
            3,
            (
                f"Robbery, {FORCE}: nothing for November 2017, between October 2017 and December 2017 (lines 2 and 3). "
                "Load what is missing, or a line with the status 'not available' that says why."
            ),
        )
    ]


@pytest.mark.usefixtures("_robbery")
def test_one_bad_row_at_the_end_of_a_long_file_refuses_all() -> None:
    load = loaded(csv_of(*of_force(*[20] * 240, first="1990-01"), *of_force("3 + 1", first="2010-01")))

    assert counts(load) == (LoadState.REFUSED, 240, 0, 0, 0, 1, 0)
    assert messages(load) == [(242, "This is a sum or a range. Write the one number that is meant.")]
    assert figures() == []


# --- Quarters, and police open data -------------------------------------------------------------------


@pytest.mark.usefixtures("_robbery")
def test_quarters_are_replaced_on_purpose_as_months_are() -> None:
    rows = [f"Robbery,{FORCE},2017-18Q3,{value},91,,,,,,Report" for value in (98, 97)]
    before = loaded(csv_of(rows[0], headings=QUARTER_HEADINGS), kind=LoadKind.QUARTERS)
    refused = loaded(csv_of(rows[1], headings=QUARTER_HEADINGS), kind=LoadKind.QUARTERS, at=LATER)
    load = loaded(csv_of(rows[1], headings=QUARTER_HEADINGS), kind=LoadKind.QUARTERS, replaces="Late", at=LATER)

    assert messages(refused) == [
        (
            2,
            (
                f"Robbery, {FORCE}, October to December 2017: 97 here, but 98 was loaded on 12 January 2018 "
                "(figures.csv, line 2). To put the new figure in its place, load the file again and say why."
            ),
        )
    ]
    assert counts(load) == (LoadState.LOADED, 1, 0, 1, 0, 0, 0)
    kept = QuarterFigure.objects.order_by("pk").values_list(
        "quarter_starts_on", "value", "average", "status", "load", "superseded_by"
    )
    assert list(kept) == [
        (date(2017, 10, 1), Decimal(98), Decimal(91), "value", before.pk, load.pk),
        (date(2017, 10, 1), Decimal(97), Decimal(91), "revised", load.pk, None),
    ]


def street(crime_type: str, lsoa: str, ident: str = "") -> str:
    return f"{ident},2017-10,Westshire Police,Westshire Police,,,,{lsoa},,{crime_type},,"


@pytest.mark.usefixtures("_robbery")
def test_police_open_data_is_counted_into_the_districts() -> None:
    lookup = b"lsoa,district\nE01000001,Easton\nE01000002,Weston\n"
    content = csv_of(
        street("Robbery", "E01000001", "a"),
        street("Robbery", "E01000001", "b"),
        street("Robbery", "E01000001", "b"),
        street("Robbery", "E01000003", "c"),
        street("Robbery", "", "d"),
        street("Drugs", "E01000002", "e"),
        street("Drugs", "E01000002", "f"),
        headings=",".join(COLUMNS),
    )

    load = loaded(content, kind=LoadKind.STREET_LEVEL, lookup=lookup)
    again = loaded(content + b"\n", kind=LoadKind.STREET_LEVEL, lookup=lookup, at=LATER)

    assert counts(load) == (LoadState.LOADED, 2, 2, 0, 0, 0, 4)
    assert figures() == [
        ("Robbery, Easton district", "2017-10", "2", "value", None, True),
        ("Robbery, Weston district", "2017-10", "0", "value", None, True),
    ]
    assert messages(load) == [
        (None, "1 row is left out for a Crime ID that an earlier row has. Each crime is counted once."),
        (None, "1 row is in no figure, for want of an LSOA."),
        (None, "E01000003: 1 row is in no figure. The file of LSOAs places it in no known district."),
        (None, "Drugs: 2 rows are in no figure. No measure has the code 'street-drugs' or this name."),
    ]
    assert counts(again)[:5] == (LoadState.LOADED, 2, 0, 0, 2)


@pytest.mark.usefixtures("_robbery")
def test_police_open_data_with_a_wrong_file_of_lsoas_is_refused() -> None:
    load = loaded(
        csv_of(street("Robbery", "E01000001", "a"), headings=",".join(COLUMNS)),
        kind=LoadKind.STREET_LEVEL,
        lookup=b"lsoa,district\nE01,Easton\n",
    )

    assert counts(load)[0] == LoadState.REFUSED
    assert messages(load) == [(2, "In the file of LSOAs: This is not an LSOA code. Write it as E01031234.")]


# --- The console --------------------------------------------------------------------------------------
UNITS: dict[str, dict[str, Any]] = {
    "count": {},
    "percent": {"rate": True},
    "percent, rolling 6 months": {"survey": True},
    "percent, rolling 12 months": {"survey": True, "rolling_months": 12},
    "percent, 12 months to date": {"survey": True, "rolling_months": 12},
    "seconds": {"unit": MeasureUnit.SECONDS, "kind": MeasureKind.LEVEL, "adds_up": AddsUp.NOT},
}


def measures_of(file: Path) -> None:
    """What the file names, as an office that loads it has it."""
    force = ForceAreaFactory.create(name="Warwickshire")
    areas = {
        f"{name} policing area": PolicingAreaFactory.create(name=name)
        for name in ("North Warwickshire", "South Warwickshire")
    }
    for number, (name, unit) in enumerate(
        dict.fromkeys((line["measure"], line["unit"]) for line in csv.DictReader(file.read_text().splitlines()))
    ):
        measure = MeasureFactory.create(code=f"m-{number}", name=name, **UNITS[unit])
        SeriesFactory.create(measure=measure, force_area=force)
        for area in areas.values():
            SeriesFactory.create(measure=measure, force_area=None, policing_area=area)


def test_import_observations_lists_what_does_not_add_up_by_line() -> None:
    file = DATA / "monthly_performance.csv"
    measures_of(file)
    told = StringIO()

    call_command("import_observations", str(file), stdout=told, stderr=StringIO())

    assert Observation.objects.count() == 183
    footing = [line for line in told.getvalue().splitlines() if "come to" in line]
    assert len(footing) == 1
    for part in ("line 81", "3,615", "3,614", "2,132 in line 75", "1,483 in line 78"):
        assert part in footing[0]
    assert "183 figures are new" in told.getvalue()


@pytest.mark.usefixtures("_robbery")
def test_import_observations_ends_with_an_error_where_it_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(f"{HEADINGS}\n{of_force('3 + 1')[0]}\n")

    with pytest.raises(CommandError, match="was not loaded: 1 errors"):
        call_command("import_observations", str(file), stdout=StringIO(), stderr=StringIO())
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_observations", str(tmp_path / "none.csv"), stdout=StringIO(), stderr=StringIO())
    assert not Observation.objects.exists()
