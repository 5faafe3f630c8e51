"""Saves what figures are judged by, and has everything that rests on it worked out anew."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from django.db import models, transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked
from performance.models import (
    Annotation,
    HouseRules,
    Measure,
    PeerGroup,
    PeerMember,
    PeerStanding,
    PeerValue,
    Series,
    Target,
    TopicGroup,
)
from performance.operations.staleness import figures_changed
from performance.permissions import must_have

Setting = (
    Annotation | HouseRules | Measure | PeerGroup | PeerMember | PeerStanding | PeerValue | Series | Target | TopicGroup
)
CHANGED = (
    "Somebody saved ‘{}’ after you opened this page. Copy what you wrote, open the page again, and put in what you "
    "want of yours."
)


@transaction.atomic
def save_setting(*, row: Setting, seen: str | None = None, by: User | None, at: datetime) -> None:
    """Save a measure, an area it is kept for, a target, a note, peers or the house's rules, new or changed.

    seen: `state_of` the row that the person began with; what somebody else saved since is not overwritten.
    Summaries that rest on it are worked out anew at the next sweep: also those of a measure that a note or a target was
    about before.
    """
    is_new = row._state.adding
    must_have(by, f"performance.{'add' if is_new else 'change'}_{row._meta.model_name}", "save this")
    before = None if is_new else type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
    if seen is not None and before is not None and state_of(before) != seen:
        raise DomainError(CHANGED.format(before))
    with acting(by, f"{str(row._meta.verbose_name).capitalize()} {'recorded' if is_new else 'changed'}"):
        save_checked(row)
    for each in filter(None, (before, row)):
        measures = _measures_of(each)
        if measures is None or measures:
            figures_changed(measures=measures)


def state_of(row: models.Model) -> str:
    """A mark of all that a stored row says: as long as it is the same, nobody has changed the row."""
    said = (field.value_to_string(row) for field in row._meta.concrete_fields)
    return sha256("\0".join(said).encode()).hexdigest()


def _measures_of(row: Setting) -> Collection[int] | None:
    """The measures whose summaries rest on the row, or None for all. Names rest on nothing: they are read anew."""
    found: Collection[int] | None = []
    match row:
        case HouseRules() | Annotation(measure_id=None):
            found = None
        case Measure():
            found = [row.pk]
        case Series() | Target() | Annotation():
            found = [row.measure_id] if row.measure_id else []
        case PeerStanding() | PeerValue():
            found = [row.series.measure_id]
        case PeerMember():
            found = _measures_among(row.group_id)
        case PeerGroup():
            found = _measures_among(row.pk)
    return found


def _measures_among(group: int) -> list[int]:
    """The measures of which the force's place in this group is known."""
    stated = PeerStanding.objects.filter(group_id=group).values_list("series__measure_id", flat=True)
    worked_out = PeerValue.objects.filter(member__group_id=group).values_list("series__measure_id", flat=True)
    return list(stated.union(worked_out))
