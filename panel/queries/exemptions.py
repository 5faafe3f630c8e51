"""Which grounds of exemption are to be looked at again."""

from datetime import date

from django.db.models import QuerySet

from panel.models import ExemptionClaim, FoiExemption


def exemptions_to_review(today: date) -> list[date]:
    """The days of those that were due by today, the oldest first: Schedule 12A. One query."""
    return _due(ExemptionClaim.objects.filter(review_on__lte=today))


def withheld_to_review(today: date) -> list[date]:
    """Likewise of decisions and their papers: the Freedom of Information Act. One query."""
    return _due(FoiExemption.objects.filter(review_on__lte=today))


def _due(rows: QuerySet[ExemptionClaim] | QuerySet[FoiExemption]) -> list[date]:
    days = rows.order_by("review_on", "pk").values_list("review_on", flat=True)
    return [day for day in days if day is not None]
