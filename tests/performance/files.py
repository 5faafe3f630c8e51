"""Files of figures for the tests of loading, and the measures and areas that they name."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from opcc.accounts.models import User
from opcc.reference.models import District, ForceArea, PolicingArea
from performance import operations
from performance.enums import LoadKind
from performance.models import Load, LoadProblem, Measure, Observation, Series
from tests.factories.performance import MeasureFactory, SeriesFactory
from tests.factories.reference import DistrictFactory, ForceAreaFactory, PolicingAreaFactory

AT = datetime(2018, 1, 12, 9, 0, tzinfo=UTC)
LATER = datetime(2018, 2, 12, 9, 0, tzinfo=UTC)
HEADINGS = "measure,area,month,value,unit,source"
ALL_HEADINGS = f"{HEADINGS},numerator,denominator,n,status,note"
QUARTER_HEADINGS = "measure,area,quarter,value,average,numerator,denominator,n,status,note,source"
FORCE, NORTH, SOUTH = "Westshire force area", "North policing area", "South policing area"


def westshire() -> tuple[ForceArea, list[PolicingArea], list[District]]:
    """A force of two policing areas; the northern one has two districts, and one of them bears its name."""
    force = ForceAreaFactory.create()
    areas = [PolicingAreaFactory.create(force_area=force, name=name, code=name.lower()) for name in ("North", "South")]
    districts = [
        DistrictFactory.create(force_area=force, policing_area=areas[0], name="North", code="E07000001"),
        DistrictFactory.create(force_area=force, policing_area=areas[0], name="Easton", code="E07000002"),
        DistrictFactory.create(force_area=force, policing_area=areas[1], name="Weston", code="E07000003"),
    ]
    return force, areas, districts


def kept_everywhere(name: str = "Robbery", *, districts: bool = True, **values: Any) -> Measure:
    """A measure kept for every area of Westshire."""
    force, areas, places = westshire() if not ForceArea.objects.exists() else _places()
    measure: Measure = MeasureFactory.create(**{"name": name, "code": name.lower().replace(" ", "-"), **values})
    SeriesFactory.create(measure=measure, force_area=force)
    for area in areas:
        SeriesFactory.create(measure=measure, force_area=None, policing_area=area)
    for place in places if districts else ():
        SeriesFactory.create(measure=measure, force_area=None, district=place)
    return measure


def _places() -> tuple[ForceArea, list[PolicingArea], list[District]]:
    return (
        ForceArea.objects.get(),
        list(PolicingArea.objects.order_by("pk")),
        list(District.objects.order_by("pk")),
    )


def csv_of(*rows: str, headings: str = HEADINGS) -> bytes:
    """A CSV file of these rows."""
    return "".join(f"{line}\n" for line in (headings, *rows)).encode()


def of_force(*values: int | str, first: str = "2017-10", measure: str = "Robbery", area: str = FORCE) -> list[str]:
    """A row a month from the first on."""
    year, month = map(int, first.split("-"))
    start = year * 12 + month - 1
    return [
        f"{measure},{area},{(start + n) // 12}-{(start + n) % 12 + 1:02d},{value},count,table"
        for n, value in enumerate(values)
    ]


def workbook_of(*rows: Iterable[object], headings: str = HEADINGS) -> bytes:
    """An .xlsx workbook of these rows."""
    book, content = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(headings.split(","))
    for row in rows:
        sheet.append(list(row))
    book.save(content)
    return content.getvalue()


def received(
    content: bytes,
    *,
    name: str = "figures.csv",
    kind: LoadKind = LoadKind.OBSERVATIONS,
    replaces: str = "",
    lookup: bytes | None = None,
    by: User | None = None,
    at: datetime = AT,
    **more: Any,
) -> Load:
    """A file taken in. `replaces` is the reason, if figures are replaced."""
    return operations.receive_load(
        file=BytesIO(content),
        name=name,
        kind=kind,
        replaces=bool(replaces),
        reason=replaces,
        lookup_file=BytesIO(lookup) if lookup is not None else None,
        in_background=False,
        by=by,
        at=at,
        **more,
    )


def loaded(content: bytes, *, at: datetime = AT, **options: Any) -> Load:
    """A file taken in and loaded, whatever came of it."""
    load = received(content, at=at, **options)
    done = operations.run_load(load_id=load.pk, at=at)
    assert done is not None
    return done


def counts(load: Load) -> tuple[str, int | None, int, int, int, int, int]:
    """State, rows, new, replaced, unchanged, errors, warnings."""
    return (
        load.state,
        load.rows,
        load.created,
        load.superseded,
        load.unchanged,
        load.error_count,
        load.warning_count,
    )


def problems(load: Load) -> list[tuple[str, int | None, str, str, str]]:
    """What was kept of what is wrong: severity, line, column, found, message."""
    rows = LoadProblem.objects.filter(load=load).order_by("pk")
    return list(rows.values_list("severity", "line", "column", "found", "message"))


def messages(load: Load) -> list[tuple[int | None, str]]:
    """Line and message of each problem."""
    return [(line, message) for _, line, _, _, message in problems(load)]


def figures() -> list[tuple[str, str, str, str, int | None, bool]]:
    """Every monthly figure: series, month, value, status, line, and whether it counts."""
    rows = Observation.objects.select_related(
        "series__measure", "series__force_area", "series__policing_area", "series__district"
    ).order_by("series", "month", "load", "pk")
    return [
        (
            str(row.series),
            f"{row.month:%Y-%m}",
            "" if row.value is None else f"{row.value.normalize():f}",
            row.status,
            row.line,
            row.superseded_by_id is None,
        )
        for row in rows
    ]


def stale() -> dict[str, str]:
    """The series marked for new summaries, and from which month on."""
    return {str(one): f"{one.stale_from:%Y-%m}" for one in Series.objects.stale().with_area().order_by("pk")}
