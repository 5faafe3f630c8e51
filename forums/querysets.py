"""Which forums, meetings and priorities to keep."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from forums.enums import MeetingState, PrioritiesOutcome
from opcc.core.quarters import Period

NONE_CODE = "none"  # the topic, never chosen, that names and places the tables' row of forums that agreed none

if TYPE_CHECKING:
    from forums.models import Forum, ForumMeeting, ForumPriority, PriorityTopic  # noqa: F401 -- named in quotes below
    from opcc.reference.models import District


class TopicQuerySet(models.QuerySet["PriorityTopic"]):
    def offered(self) -> "TopicQuerySet":
        """Those that forms offer: not those given up, nor the one that stands for none."""
        return self.filter(is_active=True).exclude(code=NONE_CODE)

    def in_table_order(self) -> "TopicQuerySet":
        """As tables print them."""
        return self.order_by("position", "name", "pk")


class ForumQuerySet(models.QuerySet["Forum"]):
    def active_on(self, day: date) -> "ForumQuerySet":
        """Those whose dates include the day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def active_in(self, period: Period) -> "ForumQuerySet":
        """Those active on at least one day of the period."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=period.start), starts_on__lte=period.end)

    def ended_before(self, day: date) -> "ForumQuerySet":
        """Those whose last day is past."""
        return self.filter(ends_on__lt=day)

    def in_district(self, district: "District") -> "ForumQuerySet":
        return self.filter(district=district)

    def by_district(self) -> "ForumQuerySet":
        """In the order of the office's districts, then by name."""
        return self.order_by("district__position", "district__name", Lower("name"), "pk")


class MeetingQuerySet(models.QuerySet["ForumMeeting"]):
    def held(self) -> "MeetingQuerySet":
        return self.filter(state=MeetingState.HELD)

    def planned(self) -> "MeetingQuerySet":
        return self.filter(state=MeetingState.PLANNED)

    def dated_in(self, period: Period) -> "MeetingQuerySet":
        """Those whose day falls in the period, whatever became of them."""
        return self.filter(held_on__range=(period.start, period.end))

    def held_in(self, period: Period) -> "MeetingQuerySet":
        """Those that took place in the period."""
        return self.held().dated_in(period)

    def planned_from(self, day: date) -> "MeetingQuerySet":
        """Those to come, the day itself included."""
        return self.planned().filter(held_on__gte=day)

    def so_far(self, today: date) -> "MeetingQuerySet":
        """Those of earlier days, whatever became of them, and today's if it was held."""
        return self.filter(Q(held_on__lt=today) | Q(held_on=today, state=MeetingState.HELD))

    def in_district(self, district: "District | None") -> "MeetingQuerySet":
        """Those of forums in the district; all when no district is asked for."""
        return self if district is None else self.filter(forum__district=district)

    def with_outcome(self) -> "MeetingQuerySet":
        """Those at which it is known what became of the priorities."""
        return self.exclude(priorities_outcome=PrioritiesOutcome.NOT_RECORDED)

    def latest_first(self) -> "MeetingQuerySet":
        return self.order_by("-held_on", "-pk")


class PriorityQuerySet(models.QuerySet["ForumPriority"]):
    def agreed_in(self, period: Period) -> "PriorityQuerySet":
        """Those agreed at a meeting held in the period."""
        return self.filter(meeting__state=MeetingState.HELD, meeting__held_on__range=(period.start, period.end))

    def in_district(self, district: "District | None") -> "PriorityQuerySet":
        """Those of forums in the district; all when no district is asked for."""
        return self if district is None else self.filter(meeting__forum__district=district)

    def standing(self) -> "PriorityQuerySet":
        """Those neither closed nor carried on by a later meeting."""
        return self.filter(closed_at=None, carried_to=None)

    def as_agreed(self) -> "PriorityQuerySet":
        """In the order the meeting gave them."""
        return self.order_by(F("meeting__held_on"), "meeting_id", "position")
