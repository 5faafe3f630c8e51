"""Loading figures: whole or not at all, on purpose where they differ, and with what does not add up listed by line."""

import csv
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from opcc.core.errors import DomainError
from performance import operations
from performance.enums import AddsUp, LoadKind, LoadState, MeasureKind, MeasureUnit, ObservationStatus, Severity
from performance.models import Load, Measure, Observation, QuarterFigure, Series
from tests.factories.performance import MeasureFactory, SeriesFactory
from tests.factories.reference import DistrictFactory, ForceAreaFactory, PolicingAreaFactory

pytestmark = pytest.mark.django_db
AT = datetime(2018, 1, 12, 9, 0, tzinfo=UTC)
DATA = Path(__file__).resolve().parents[1] / "data"
HEADING = "measure,area,month,value,unit,source"


@pytest.fixture
def robbery() -> Measure:
    """Kept for the force, two policing areas and a district."""
    force = ForceAreaFactory.create()
    measure = MeasureFactory.create(code="robbery", name="Robbery")
    SeriesFactory.create(measure=measure, force_area=force)
    for name in ("North Westshire", "South Westshire"):
        SeriesFactory.create(
            measure=measure, force_area=None, policing_area=PolicingAreaFactory.create(name=name, force_area=force)
        )
    SeriesFactory.create(measure=measure, force_area=None, district=DistrictFactory.create(name="Northton"))
    return measure


def row(area: str, month: str, value: object) -> str:
    return f"Robbery,{area},{month},{value},count,Monthly return"


NORTH, SOUTH, FORCE = "North Westshire policing area", "South Westshire policing area", "Westshire force area"


def received(*lines: str, heading: str = HEADING, **more: object) -> Load:
    content = "\n".join([heading, *lines, ""]).encode()
    return operations.receive_load(
        file=BytesIO(content),
        name="figures.csv",
        in_background=False,
        by=None,
        at=AT,
        **more,  # type: ignore[arg-type]  # as each test says
    )


def loaded(*lines: str, heading: str = HEADING, **more: object) -> Load:
    done = operations.run_load(load_id=received(*lines, heading=heading, **more).pk, at=AT)
    assert done is not None
    return done


def problems(load: Load, severity: Severity) -> list[tuple[int | None, str]]:
    return list(load.problems.filter(severity=severity).order_by("line", "pk").values_list("line", "message"))


def test_file_is_loaded_whole_and_its_series_wait_for_summaries(robbery: Measure) -> None:
    done = loaded(row(NORTH, "2017-10", 21), row(SOUTH, "2017-10", 13), row(FORCE, "2017-10", 34))

    assert (done.state, done.rows, done.created, done.unchanged) == (LoadState.LOADED, 3, 3, 0)
    assert done.finished_at is not None
    assert list(Observation.objects.order_by("pk").values_list("month", "value", "status", "load")) == [
        (date(2017, 10, 1), value, ObservationStatus.VALUE.value, done.pk)
        for value in (Decimal(21), Decimal(13), Decimal(34))
    ]
    stale = Series.objects.stale().values_list("stale_from", flat=True)
    assert list(stale) == [date(2017, 10, 1)] * 3


def test_same_file_twice_changes_nothing(robbery: Measure) -> None:
    first = loaded(row(FORCE, "2017-10", 34))

    assert received(row(FORCE, "2017-10", 34)) == first
    assert operations.was_loaded(first).startswith("This very file was loaded on 12 January 2018")
    assert Load.objects.count() == 1
    # Other bytes, the same figure: a load of its own that finds nothing new.
    again = loaded(row(FORCE, "2017-10", "34.0"))
    assert (again.state, again.created, again.unchanged) == (LoadState.LOADED, 0, 1)
    assert Observation.objects.count() == 1


def test_one_bad_row_at_the_end_refuses_all(robbery: Measure) -> None:
    good = [row(FORCE, f"{year}-{month:02}", 20) for year in range(1990, 2010) for month in range(1, 13)]

    done = loaded(*good, row(FORCE, "2017-13", 20))

    assert (done.state, done.error_count, Observation.objects.count()) == (LoadState.REFUSED, 1, 0)
    ((line, message),) = problems(done, Severity.ERROR)
    assert line == 242
    assert "month" in message


def test_duplicate_names_both_lines(robbery: Measure) -> None:
    done = loaded(row(FORCE, "2017-10", 34), row(NORTH, "2017-10", 21), row(FORCE, "2017-10", 35))

    assert done.state == LoadState.REFUSED
    ((line, message),) = problems(done, Severity.ERROR)
    assert (line, "2" in message) == (4, True)


def test_figure_that_differs_takes_the_place_only_on_purpose(robbery: Measure) -> None:
    before = loaded(row(FORCE, "2017-10", 34))
    refused = loaded(row(FORCE, "2017-10", 36))

    assert (refused.state, refused.error_count, refused.difference_count) == (LoadState.REFUSED, 1, 1)
    ((line, message),) = problems(refused, Severity.ERROR)
    assert (line, "34" in message, "36" in message) == (2, True, True)

    with pytest.raises(DomainError, match="Say why figures are replaced"):
        operations.load_in_place(load=refused, reason=" ", by=None, at=AT)
    again = operations.load_in_place(load=refused, reason="Late records", by=None, at=AT)
    done = operations.run_load(load_id=again.pk, at=AT)

    assert done is not None
    assert (done.state, done.superseded, done.created) == (LoadState.LOADED, 1, 0)
    kept = Observation.objects.order_by("pk").values_list("value", "status", "load", "superseded_by")
    assert list(kept) == [
        (Decimal(34), ObservationStatus.VALUE.value, before.pk, done.pk),
        (Decimal(36), ObservationStatus.REVISED.value, done.pk, None),
    ]
    with pytest.raises(DomainError, match="nothing but figures that differ"):
        operations.load_in_place(load=done, reason="Once more", by=None, at=AT)


def test_areas_that_miss_their_total_are_listed_with_their_lines(robbery: Measure) -> None:
    done = loaded(row(NORTH, "2017-11", 26), row(SOUTH, "2017-11", 12), row(FORCE, "2017-11", 37))

    assert done.state == LoadState.LOADED
    ((line, message),) = problems(done, Severity.WARNING)
    assert line == 4
    for part in ("26 in line 2", "12 in line 3", "38", "37"):
        assert part in message


def test_months_that_miss_the_stated_quarter_are_listed(robbery: Measure) -> None:
    loaded(
        f"Robbery,{FORCE},2017-18Q3,98,91,Report",
        heading="measure,area,quarter,value,average,source",
        kind=LoadKind.QUARTERS,
    )
    assert list(QuarterFigure.objects.values_list("quarter_starts_on", "value", "average")) == [
        (date(2017, 10, 1), Decimal(98), Decimal(91))
    ]

    done = loaded(*(row(FORCE, f"2017-{month}", value) for month, value in ((10, 34), (11, 37), (12, 26))))

    assert done.state == LoadState.LOADED
    ((_, message),) = problems(done, Severity.WARNING)
    assert "97" in message
    assert "98" in message


def test_value_far_outside_the_others_is_listed(robbery: Measure) -> None:
    months = [row(FORCE, f"2016-{month:02}", 20 + month % 3) for month in range(1, 13)]
    done = loaded(*months, row(FORCE, "2017-01", 21), row(FORCE, "2017-02", 210))

    ((line, message),) = problems(done, Severity.WARNING)
    assert (line, "210" in message) == (15, True)


def test_not_available_needs_its_reason(robbery: Measure) -> None:
    heading = f"{HEADING},status,note"
    refused = loaded(f"{row(FORCE, '2017-10', '')},not available,", heading=heading)
    done = loaded(f"{row(FORCE, '2017-10', '')},not available,because the system changed", heading=heading)

    assert (refused.state, done.state) == (LoadState.REFUSED, LoadState.LOADED)
    assert list(Observation.objects.values_list("value", "status", "note")) == [
        (None, ObservationStatus.NOT_AVAILABLE.value, "because the system changed")
    ]


def test_load_of_another_worker_is_left_alone(robbery: Measure) -> None:
    load = received(row(FORCE, "2017-10", 34))
    Load.objects.filter(pk=load.pk).update(state=LoadState.LOADING, lease_until=AT + timedelta(days=36_500))

    assert operations.run_load(load_id=load.pk, at=AT) is None
    assert not Observation.objects.exists()


def test_failed_load_can_be_tried_again(robbery: Measure) -> None:
    load = received(row(FORCE, "2017-10", 34))
    Load.objects.filter(pk=load.pk).update(state=LoadState.FAILED, failure="The disk is full.", finished_at=AT)

    operations.retry_load(load=load, by=None, at=AT)
    done = operations.run_load(load_id=load.pk, at=AT)

    assert done is not None
    assert (done.state, done.failure, Observation.objects.count()) == (LoadState.LOADED, "", 1)
    with pytest.raises(DomainError, match="cannot be tried again"):
        operations.retry_load(load=done, by=None, at=AT)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("figures.pdf", b"measure", "neither in .csv nor in .xlsx"),
        ("figures.csv", b"MZ\x90\x00\x03\x00\x00\x00 a program", "It is a program"),
        ("figures.xlsx", b"measure,area\n", "Its name says"),
    ],
)
def test_what_is_no_file_of_figures_is_refused_and_not_kept(name: str, content: bytes, words: str) -> None:
    with pytest.raises(DomainError, match=words):
        operations.receive_load(file=BytesIO(content), name=name, by=None, at=AT)
    assert not Load.objects.exists()


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


def test_import_observations_ends_with_an_error_where_it_is_refused(robbery: Measure, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(f"{HEADING}\n{row(FORCE, '2017-10', '3 + 1')}\n")

    with pytest.raises(CommandError, match="was not loaded: 1 errors"):
        call_command("import_observations", str(file), stdout=StringIO(), stderr=StringIO())
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_observations", str(tmp_path / "none.csv"), stdout=StringIO(), stderr=StringIO())
    assert not Observation.objects.exists()
