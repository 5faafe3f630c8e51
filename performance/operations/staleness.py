"""Marks whose summaries are to be worked out anew. The mark is the queue: beat sweeps it, and a crash loses nothing."""

from collections.abc import Collection
from datetime import date

from django.db import models, transaction
from django.db.models import Value
from django.db.models.functions import Least

from performance.models import Series
from performance.queries import summaries as queries


@transaction.atomic
def mark_stale(*, series_ids: Collection[int], month: date) -> int:
    """Have the summaries of these series worked out anew from a month on. Returns how many series there are."""
    return Series.objects.filter(pk__in=series_ids).update(stale_from=the_earlier(month))


@transaction.atomic
def figures_changed(*, measures: Collection[int] | None = None) -> int:
    """Have every summary of these measures worked out anew, or of all: a rule, a name or a decision changed."""
    first = queries.first_month()
    if first is None:
        return 0
    series = Series.objects.all() if measures is None else Series.objects.filter(measure_id__in=measures)
    return series.update(stale_from=the_earlier(first))


def the_earlier(month: date) -> models.Expression:
    """Least leaves a missing mark out of account."""
    return Least("stale_from", Value(month))
