"""Whether the record of a precept's review is one that the law allows."""

from datetime import date

from opcc.core.errors import DomainError
from panel import precept_clock, queries
from panel.models import PreceptReview


def refuse_unlawful_review(review: PreceptReview) -> None:
    """DomainError for the first step on record that may not follow the one before it. No query."""
    try:
        precept_clock.check(review.year, queries.events_of(review), date.max)
    except precept_clock.PreceptError as error:
        raise DomainError(str(error)) from error
