"""What is projected for a series: made by a worker, kept with the latest summary, shown while it fits the chart."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from opcc.core.quarters import Quarter
from performance.enums import AreaKind, MeasureKind, MeasureUnit
from performance.models import Series
from performance.projection import COUNTS, MEDIUM, PERCENTS, Method, Projection, ProjectionRules, project
from performance.reporting.charting import Charted
from performance.reporting.exact import Json
from performance.reporting.readings import ProjectionSeen


@dataclass(frozen=True)
class Projectable:
    """What a projection is made from: the months of a chart, where its last phase begins, and what values may be."""

    values: tuple[float | None, ...]
    phase_start: int
    rules: ProjectionRules

    @property
    def basis(self) -> str:
        """Names it: another month, phase or rule gives another name."""
        told = json.dumps([self.values, self.phase_start, asdict(self.rules)])
        return hashlib.sha256(told.encode()).hexdigest()

    def project(self) -> Projection:
        """The coming months, which may take seconds."""
        return project(self.values, months=MEDIUM, phase_start=self.phase_start, rules=self.rules)


def projectable(series: Series, charted: Charted | None) -> Projectable | None:
    """Of the force's own charts; a rolling figure is not projected, because its months hang together."""
    if charted is None or series.area_kind is not AreaKind.FORCE or series.measure.is_rolling:
        return None
    rules = PERCENTS if series.measure.is_percent else COUNTS
    if series.measure.kind != MeasureKind.COUNT or series.measure.unit != MeasureUnit.COUNT:
        rules = replace(rules, low_count=None)
    if charted.floor is None:
        rules = replace(rules, floor=None)
    return Projectable(charted.chart.values, charted.chart.phases[-1].start, rules)


def still_to_make(basis: str) -> Json:
    """What a summary holds until a worker has made the projection."""
    return {"basis": basis, "made": None}


def made(basis: str, projection: Projection) -> Json:
    """What a summary holds then."""
    return {"basis": basis, "made": projection.to_dict()}


def kept_projection(kept: Any, basis: str) -> Projection | None:
    """The projection that a summary holds, if it was made from these very months."""
    if not kept or kept["basis"] != basis or kept["made"] is None:
        return None
    return Projection.from_dict(kept["made"])


def projection_seen(projection: Projection | None, quarter: Quarter) -> ProjectionSeen | None:
    """As a chart draws it: an expected range by its limits, everything else by the band that holds 80 of 100."""
    if projection is None or projection.method is Method.NONE:
        return None
    limits = projection.limits if projection.method is Method.EXPECTED_RANGE else None
    bands = tuple(
        (limits[0], step.value, limits[1]) if limits else (step.low_80, step.value, step.high_80)
        for step in projection.steps
    )
    return ProjectionSeen(quarter.next.start, bands, projection.sentence)
