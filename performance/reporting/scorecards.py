"""The scorecard and the lists of readings beside it, read from what is kept for each quarter."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from opcc.core.quarters import Quarter
from performance.queries import quarters as known
from performance.queries import series as queries
from performance.queries.places import places
from performance.querysets import SeriesQuerySet
from performance.reporting import facts
from performance.reporting.readings import Area, Reading
from performance.reporting.stored import unpack


@dataclass(frozen=True)
class Tally:
    """How many measures there are, and what was found in them: each is one of three."""

    measures: int
    with_signal: int
    without_signal: int
    not_tested: int  # no rule was put to them, which is not the same as finding nothing

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> "Tally":
        """Count them."""
        signals = sum(reading.has_signal for reading in readings)
        untested = sum(not reading.is_tested for reading in readings)
        return cls(len(readings), signals, len(readings) - signals - untested, untested)


@dataclass(frozen=True)
class ScorecardGroup:
    """A heading and the readings under it, in order."""

    name: str
    readings: tuple[Reading, ...]

    @property
    def tally(self) -> Tally:
        return Tally.of(self.readings)


@dataclass(frozen=True)
class Scorecard:
    """Every measure of one area in one quarter, by heading."""

    quarter: Quarter
    area: Area
    groups: tuple[ScorecardGroup, ...]
    includes_restricted: bool

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(reading for group in self.groups for reading in group.readings)

    @property
    def tally(self) -> Tally:
        return Tally.of(self.readings)

    @property
    def has_synthetic(self) -> bool:
        """Whether anything on it was invented for the sample."""
        return any(reading.has_synthetic for reading in self.readings)

    @property
    def has_provisional(self) -> bool:
        """Whether a figure of the quarter may still change."""
        return any(reading.is_provisional for reading in self.readings)


def latest_quarter() -> Quarter | None:
    """The latest quarter whose figures are in; while none is whole, the latest that has any. Two queries at most."""
    found = known.latest_with_a_value()
    if found is None:
        ends = known.first_and_last()
        found = ends[1] if ends else None
    return Quarter.containing(found) if found else None


def quarters() -> tuple[Quarter, ...]:
    """Every quarter from the first with figures to the latest, the latest first. One query."""
    ends = known.first_and_last()
    if ends is None:
        return ()
    first, quarter = map(Quarter.containing, ends)
    found = [quarter]
    while quarter != first:
        quarter = quarter.previous
        found.append(quarter)
    return tuple(found)


def scorecard(quarter: Quarter, *, area: str | None, include_restricted: bool) -> Scorecard | None:
    """The measures of an area, or of the force, by heading; None where none is kept. Four queries."""
    found = area_readings(area, quarter, include_restricted=include_restricted)
    if not found:
        return None
    groups = tuple(
        ScorecardGroup(name, tuple(members)) for name, members in groupby(found, key=lambda each: each.measure.group)
    )
    return Scorecard(quarter, found[0].area, groups, include_restricted)


def area_readings(area: str | None, quarter: Quarter, *, include_restricted: bool) -> tuple[Reading, ...]:
    """One reading a measure, for an area by its code or for the force, in report order. Four queries."""
    of_area = queries.readable(include_restricted=include_restricted).filter(queries.in_area(area))
    return read(queries.in_report_order(of_area), quarter)


def measure_readings(measure_code: str, quarter: Quarter, *, include_restricted: bool) -> tuple[Reading, ...]:
    """One reading an area, the force first; none where no such measure is known to this reader. Four queries."""
    of_measure = queries.readable(include_restricted=include_restricted).filter(measure__code=measure_code)
    return read(of_measure.by_area(), quarter)


def read(series: SeriesQuerySet, quarter: Quarter) -> tuple[Reading, ...]:
    """What is kept of each series for the quarter, in their order. One query, and three for what rates are of."""
    around = places()
    return tuple(unpack(one, quarter, kept, around) for one, kept in queries.with_readings(series, quarter))


def areas(*, include_restricted: bool) -> tuple[Area, ...]:
    """The areas that any measure is kept for: the force, policing areas, districts. Three queries."""
    return tuple(facts.area(place) for kind in queries.places(include_restricted=include_restricted) for place in kind)
