"""How the office's areas lie within each other, and how many people or households each has."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from opcc.reference.enums import PopulationKind
from opcc.reference.models import District, PolicingArea, Population
from performance.models import Series


class DistrictPlace(NamedTuple):
    """Where a district lies."""

    pk: int
    policing_area: int | None
    force_area: int


@dataclass(frozen=True)
class Denominator:
    """How many there are to a rate, in which year, by which source."""

    value: int
    kind: PopulationKind
    year: int
    source: str

    @property
    def words(self) -> str:
        """'556,750 residents, 2016'."""
        return f"{self.value:,} {self.kind.label.lower()}, {self.year}"


@dataclass(frozen=True)
class Places:
    """The districts and policing areas, and the populations of the districts."""

    districts: Sequence[DistrictPlace]
    policing_areas: Mapping[int, int]  # a policing area's force area
    populations: Mapping[tuple[int, str], Mapping[int, tuple[int, str]]]  # district and kind: year: number, source

    def districts_in(self, series: Series) -> list[int]:
        """The districts that the area of the series consists of."""
        if series.district_id is not None:
            return [series.district_id]
        if series.policing_area_id is not None:
            return [place.pk for place in self.districts if place.policing_area == series.policing_area_id]
        return [place.pk for place in self.districts if place.force_area == series.force_area_id]

    def policing_areas_in(self, series: Series) -> list[int]:
        """The policing areas that a force area consists of; none of any other area."""
        return [pk for pk, force in self.policing_areas.items() if force == series.force_area_id]

    def denominator(self, series: Series, *, not_after: int) -> Denominator | None:
        """The people or households of the area in the latest year that all its districts have a number for."""
        kind = series.measure.rate_base
        known = [self.populations.get((district, kind), {}) for district in self.districts_in(series)]
        if not kind or not known:
            return None
        years = set.intersection(*(set(each) for each in known))
        year = max((year for year in years if year <= not_after), default=None)
        if year is None:
            return None
        sources = dict.fromkeys(each[year][1] for each in known)
        return Denominator(sum(each[year][0] for each in known), PopulationKind(kind), year, "; ".join(sources))


def places() -> Places:
    """All of them: an office has a handful. Three queries."""
    populations: dict[tuple[int, str], dict[int, tuple[int, str]]] = {}
    rows: Iterable[tuple[int, str, int, int, str]] = Population.objects.values_list(
        "district_id", "kind", "year", "value", "source"
    )
    for district, kind, year, value, source in rows:
        populations.setdefault((district, kind), {})[year] = value, source
    return Places(
        [
            DistrictPlace(*row)
            for row in District.objects.order_by("position", "pk").values_list(
                "pk", "policing_area_id", "force_area_id"
            )
        ],
        dict(PolicingArea.objects.order_by("pk").values_list("pk", "force_area_id")),
        populations,
    )
