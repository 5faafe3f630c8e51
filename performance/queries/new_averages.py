"""Where a note may start a new average."""

from django.db.models import Exists, OuterRef

from performance.models import Annotation, Observation, PhaseChange, Series
from performance.querysets import SeriesQuerySet


def series_to_begin_anew(annotation: Annotation, *, include_restricted: bool) -> SeriesQuerySet:
    """The series of the note's measure, or of all, that have figures before its month and no new average in it."""
    before = Observation.objects.current().filter(series=OuterRef("pk"), month__lt=annotation.month)
    there = PhaseChange.objects.filter(series=OuterRef("pk"), effective_from=annotation.month)
    found = Series.objects.in_use().for_reader(include_restricted=include_restricted).with_area()
    if annotation.measure_id is not None:
        found = found.filter(measure=annotation.measure_id)
    return found.filter(Exists(before.exclude(value=None)), ~Exists(there))
