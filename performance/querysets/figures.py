"""Which figures, summaries and loads to keep."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from opcc.core.quarters import Quarter
from performance.enums import LoadState

if TYPE_CHECKING:
    from performance.models import Load, Observation, QuarterFigure, QuarterSummary  # noqa: F401 -- named in quotes below


class ObservationQuerySet(models.QuerySet["Observation"]):
    def current(self) -> "ObservationQuerySet":
        """Those that nothing superseded."""
        return self.filter(superseded_by=None)

    def between(self, first: date, last: date) -> "ObservationQuerySet":
        """Those of the months from `first` to `last`, both inside."""
        return self.filter(month__range=(first, last))


class QuarterFigureQuerySet(models.QuerySet["QuarterFigure"]):
    def current(self) -> "QuarterFigureQuerySet":
        """Those that nothing superseded."""
        return self.filter(superseded_by=None)

    def of(self, quarter: Quarter) -> "QuarterFigureQuerySet":
        return self.filter(quarter_starts_on=quarter.start)


class SummaryQuerySet(models.QuerySet["QuarterSummary"]):
    def of(self, quarter: Quarter) -> "SummaryQuerySet":
        return self.filter(quarter_starts_on=quarter.start)

    def for_reader(self, *, include_restricted: bool) -> "SummaryQuerySet":
        """Those of measures this reader may know of."""
        return self if include_restricted else self.filter(series__measure__is_restricted=False)


class LoadQuerySet(models.QuerySet["Load"]):
    def loaded(self) -> "LoadQuerySet":
        return self.filter(state=LoadState.LOADED)

    def failed(self) -> "LoadQuerySet":
        """Those that brought nothing: refused for their errors, or stopped by a fault."""
        return self.filter(state__in=[LoadState.REFUSED, LoadState.FAILED])

    def waiting(self) -> "LoadQuerySet":
        """Those a worker has yet to take up."""
        return self.filter(state=LoadState.QUEUED)

    def takeable(self) -> "LoadQuerySet":
        """Waiting, or left behind by a worker whose lease has run out by the database's clock."""
        return self.filter(Q(state=LoadState.QUEUED) | Q(state=LoadState.LOADING, lease_until__lte=Now()))

    def of_file(self, *, kind: str, sha256: str) -> "LoadQuerySet":
        """Loads of one very file."""
        return self.filter(kind=kind, sha256=sha256)

    def latest_first(self) -> "LoadQuerySet":
        return self.order_by("-requested_at", "-pk")
