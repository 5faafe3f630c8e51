"""A new average in several areas at once, where the way of recording changed in all of them."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from performance.models import Annotation, PhaseChange, Series
from performance.operations.phases import start_phase_at_annotation


@transaction.atomic
def start_phases_at_annotation(
    *, series: Collection[Series], annotation: Annotation, reason: str, by: User | None, at: datetime
) -> list[PhaseChange]:
    """Begin a new average at a note in each of these, or in none of them."""
    if not series:
        raise DomainError("Choose where a new average begins.", field="where")
    return [start_phase_at_annotation(series=one, annotation=annotation, reason=reason, by=by, at=at) for one in series]
