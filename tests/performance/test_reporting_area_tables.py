"""Crimes by type and area: numbers, averages, shares and rates, with both denominators named."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from opcc.documents.figures import Figure
from performance import reporting
from performance.models import Measure
from performance.reporting import AreaBase, AreaTable
from tests.factories.performance import MeasureFactory
from tests.factories.reference import DistrictFactory, PolicingAreaFactory, PopulationFactory
from tests.performance.readings import Q3, refreshed, series_in

pytestmark = pytest.mark.django_db
OCTOBER = date(2017, 10, 1)


@pytest.fixture
def districts() -> list[Any]:
    """Two, each with people and households."""
    found = [DistrictFactory.create(position=position) for position in (2, 1)]
    for district, people, households in ((found[0], 20_000, 8_000), (found[1], 30_000, 12_000)):
        PopulationFactory.create(district=district, year=2016, value=people, source="Mid-year estimate")
        PopulationFactory.create(district=district, kind="households", year=2011, value=households, source="Census")
    return list(reversed(found))


def kept(code: str, position: int, quarters: tuple[int, int, int], districts: list[Any], **values: Any) -> Measure:
    """A type of crime with so many in the force and in each district."""
    measure: Measure = MeasureFactory.create(
        code=code, name=code.capitalize(), position=position, **{"rate_base": "residents", **values}
    )
    for area, value in zip((None, *({"district": one} for one in districts)), quarters, strict=True):
        series_in(measure, (value, 0, 0), first=OCTOBER, area=area)
    return measure


def table() -> AreaTable:
    refreshed()
    found = reporting.area_table(Q3, include_restricted=False)
    assert found is not None
    return found


def texts(figures: list[Figure | None]) -> list[str | None]:
    return [None if figure is None else figure.text for figure in figures]


def test_area_table_whole(districts: list[Any]) -> None:
    kept("burglary", 2, (100, 40, 60), districts, rate_base="households")
    kept("theft", 1, (897, 300, 597), districts)
    kept("all", 3, (1000, 342, 658), districts)
    MeasureFactory.create(rate_base="residents")
    part = MeasureFactory.create(rate_base="residents", code="part")
    series_in(part, (1, 1, 1), first=OCTOBER)
    series_in(part, (1, 1, 1), first=OCTOBER, area={"policing_area": PolicingAreaFactory.create()})
    kept("incidents", 4, (5000, 2000, 3000), districts, rate_base="")

    found = table()
    assert [area.short_name for area in found.areas] == ["Westshire", *(one.name for one in districts)]
    assert [row.measure.code for row in found.rows] == ["theft", "burglary"]
    assert found.total is not None
    assert found.total.measure.code == "all"
    assert [
        (
            row.noun,
            texts([cell.value for cell in row.cells]),
            texts([cell.share for cell in row.cells]),
            texts([cell.rate for cell in row.cells]),
        )
        for row in (*found.rows, found.total)
    ] == [
        ("people", ["897", "300", "597"], ["89.7%", "87.7%", "90.7%"], ["17.94", "10.00", "29.85"]),
        ("households", ["100", "40", "60"], ["10.0%", "11.7%", "9.1%"], ["5.00", "3.33", "7.50"]),
        ("people", ["1,000", "342", "658"], [None, None, None], ["20.00", "11.40", "32.90"]),
    ]
    assert found.bases == (
        AreaBase("people", "2016", "Mid-year estimate", (50_000, 30_000, 20_000)),
        AreaBase("households", "2011", "Census", (20_000, 12_000, 8_000)),
    )
    assert (found.quarter, found.average_definition, found.has_synthetic) == (Q3, "", False)
    assert found.rows[0].cells[0].share == Figure(
        "theft.value.share",
        "Share of all",
        Decimal("89.7"),
        found.rows[0].cells[0].share.unit,  # type: ignore[union-attr]
    )


def test_area_table_without_a_row_that_the_others_add_up_to_has_no_shares(districts: list[Any]) -> None:
    kept("theft", 1, (900, 300, 600), districts)
    kept("burglary", 2, (100, 40, 60), districts)

    found = table()
    assert found.total is None
    assert [cell.share for row in found.rows for cell in row.cells] == [None] * 6


def test_area_table_without_populations_has_no_rates() -> None:
    districts = [DistrictFactory.create(), DistrictFactory.create()]
    kept("theft", 1, (900, 300, 600), districts)

    found = table()
    assert (found.rows[0].noun, found.bases) == ("", ())
    assert [cell.rate for cell in found.rows[0].cells] == [None] * 3


def test_area_table_is_none_where_no_measure_is_kept_in_every_district(districts: list[Any]) -> None:
    measure = MeasureFactory.create(rate_base="residents")
    series_in(measure, (1, 1, 1), first=OCTOBER)
    series_in(measure, (1, 1, 1), first=OCTOBER, area={"district": districts[0]})
    refreshed()

    assert reporting.area_table(Q3, include_restricted=False) is None


def test_area_table_of_a_quarter_without_figures_has_no_total(districts: list[Any]) -> None:
    kept("theft", 1, (900, 300, 600), districts)
    kept("burglary", 2, (100, 40, 60), districts)
    refreshed()

    found = reporting.area_table(Q3.next, include_restricted=False)
    assert found is not None
    assert found.total is None
    assert {cell.value.text for row in found.rows for cell in row.cells} == {"not known"}
