"""How far an ambassador is with the objectives of a period."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum

from ambassadors.enums import FILED
from ambassadors.models import Ambassador, ForumReport, Objective
from ambassadors.querysets.work import ObjectiveQuerySet


@dataclass(frozen=True)
class ObjectiveNow:
    """An objective and what the ambassador has reached so far."""

    objective: Objective
    reached: int

    @property
    def is_met(self) -> bool:
        return self.reached >= self.objective.target


def objectives_on(ambassador: Ambassador, day: date, *, but: ForumReport | None = None) -> tuple[ObjectiveNow, ...]:
    """The objectives whose period covers the day, in the office's order. Report `but` does not count. One query."""
    rows = _with_reached(ambassador, but).running_on(day).order_by("position", "pk")
    return tuple(ObjectiveNow(objective=row, reached=getattr(row, "reached", 0)) for row in rows)


def objectives_of(ambassador: Ambassador) -> ObjectiveQuerySet:
    """Every objective asked of the ambassador, each with `reached`, one period after another."""
    return _with_reached(ambassador, None).in_order()


def _with_reached(ambassador: Ambassador, but: ForumReport | None) -> ObjectiveQuerySet:
    """Objectives with the sum of the ambassador's progress; that in reports never sent does not count."""
    counted = Q(progress__ambassador=ambassador) & (Q(progress__report=None) | Q(progress__report__state__in=FILED))
    if but is not None:
        counted &= Q(progress__report=None) | ~Q(progress__report=but)
    rows: ObjectiveQuerySet = Objective.objects.asked_of(ambassador).annotate(
        reached=Sum("progress__number", filter=counted, default=0)
    )
    return rows
