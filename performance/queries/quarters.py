"""Which quarters there are figures for."""

from datetime import date

from django.db.models import Max, Min

from performance.models import QuarterSummary


def first_and_last() -> tuple[date, date] | None:
    """The first days of the first and the last quarter with a summary. Both ends of one index."""
    found = QuarterSummary.objects.aggregate(first=Min("quarter_starts_on"), last=Max("quarter_starts_on"))
    return (found["first"], found["last"]) if found["last"] else None


def latest_with_a_value() -> date | None:
    """The first day of the latest quarter in which any series has its quarter's value."""
    latest = QuarterSummary.objects.filter(has_value=True).order_by("-quarter_starts_on")
    return latest.values_list("quarter_starts_on", flat=True).first()
