"""What is still to be written about the latest quarter."""

from dataclasses import dataclass

from opcc.core.quarters import Quarter
from performance.models import Commentary
from performance.reporting.inclusion import Included, included
from performance.reporting.readings import Reading
from performance.reporting.scorecards import area_readings, latest_quarter


@dataclass(frozen=True)
class Missing:
    """A measure that the quarter's report includes, and of which nothing is written."""

    reading: Reading
    included: Included


def missing_commentary(*, include_restricted: bool) -> tuple[Quarter | None, tuple[Missing, ...]]:
    """The latest quarter with figures, and the force's measures of its report without commentary. Four queries."""
    quarter = latest_quarter()
    if quarter is None:
        return None, ()
    begun = set(Commentary.objects.filter(quarter_starts_on=quarter.start).values_list("measure__code", flat=True))
    found = (
        Missing(reading, included(reading))
        for reading in area_readings(None, quarter, include_restricted=include_restricted)
        if reading.measure.code not in begun
    )
    return quarter, tuple(each for each in found if each.included.is_in)
