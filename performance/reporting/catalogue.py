"""Which measures there are to choose from."""

from django.db.models import Exists, OuterRef

from performance.models import Measure, Series
from performance.reporting.facts import measure_facts
from performance.reporting.readings import MeasureFacts


def measures(*, include_restricted: bool) -> tuple[MeasureFacts, ...]:
    """Those in use that are kept for some area and that this reader may know of, in report order. One query."""
    kept = Exists(Series.objects.filter(measure=OuterRef("pk")))
    found = Measure.objects.in_use().for_reader(include_restricted=include_restricted).filter(kept)
    return tuple(measure_facts(each) for each in found.select_related("group", "objective").in_report_order())
