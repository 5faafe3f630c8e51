"""Constraints of rows that run from one day to another, both inside: appointments, terms, posts."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q


class DayRange(Func):
    """daterange(starts_on, ends_on) with both ends inside."""

    function = "DATERANGE"
    output_field = DateRangeField()


def ends_after_start(name: str, message: str) -> models.CheckConstraint:
    """The last day is not before the first."""
    return models.CheckConstraint(
        condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name=name, violation_error_message=message
    )


def one_at_a_time(*fields: str, name: str, message: str, condition: Q | None = None) -> ExclusionConstraint:
    """Of rows that agree in `fields`, the days of no two overlap."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in fields),
            (DayRange("starts_on", "ends_on", RangeBoundary(True, True)), RangeOperators.OVERLAPS),
        ],
        condition=condition,
        violation_error_message=message,
    )
