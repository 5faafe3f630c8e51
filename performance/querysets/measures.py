"""Which measures, series and questions to keep. Restricted ones are never selected unless asked for."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from performance.enums import QuestionState

if TYPE_CHECKING:
    from performance.models import ForceQuestion, Measure, Series  # noqa: F401 -- named in quotes below


class MeasureQuerySet(models.QuerySet["Measure"]):
    def in_use(self) -> "MeasureQuerySet":
        return self.filter(is_active=True)

    def for_reader(self, *, include_restricted: bool) -> "MeasureQuerySet":
        """What this reader may know of: everybody the open ones."""
        return self if include_restricted else self.filter(is_restricted=False)

    def in_report_order(self) -> "MeasureQuerySet":
        """As reports and the scorecard print them."""
        return self.order_by("group__position", "group__name", "position", "name", "pk")


class SeriesQuerySet(models.QuerySet["Series"]):
    def for_reader(self, *, include_restricted: bool) -> "SeriesQuerySet":
        """Those of measures this reader may know of."""
        return self if include_restricted else self.filter(measure__is_restricted=False)

    def in_use(self) -> "SeriesQuerySet":
        return self.filter(measure__is_active=True)

    def of_force(self) -> "SeriesQuerySet":
        """The force area's own."""
        return self.filter(force_area__isnull=False)

    def stale(self) -> "SeriesQuerySet":
        """Those whose summaries are to be worked out anew."""
        return self.filter(stale_from__isnull=False)

    def with_area(self) -> "SeriesQuerySet":
        """With all that `area_name` and `measure` need, in one query."""
        return self.select_related("measure", "force_area", "policing_area", "district")

    def by_area(self) -> "SeriesQuerySet":
        """The force first, then each policing area followed by its districts' order, districts last."""
        return self.order_by(
            models.F("force_area").asc(nulls_last=True),
            models.F("policing_area__name").asc(nulls_last=True),
            models.F("district__position").asc(nulls_last=True),
            models.F("district__name").asc(nulls_last=True),
            "pk",
        )


class QuestionQuerySet(models.QuerySet["ForceQuestion"]):
    def sent(self) -> "QuestionQuerySet":
        """Those put to the force, whatever became of them."""
        return self.exclude(state=QuestionState.DRAFT)

    def waiting(self) -> "QuestionQuerySet":
        """Those the force has yet to answer."""
        return self.filter(state=QuestionState.ASKED)

    def for_reader(self, *, include_restricted: bool) -> "QuestionQuerySet":
        """Pairs this reader may know of: for everybody, those of which neither half is restricted."""
        if include_restricted:
            return self
        open_pair = Q(question_is_restricted=False) & (Q(answer="") | Q(answer_is_restricted=False))
        return self.filter(open_pair, series__measure__is_restricted=False)
