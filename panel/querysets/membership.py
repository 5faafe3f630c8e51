"""Which members, terms and interests to keep."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

if TYPE_CHECKING:
    from panel.models import (  # noqa: F401 -- named in quotes below
        GroupPlace,
        Member,
        PanelPost,
        RegisteredInterest,
        Term,
        WorkingGroup,
    )


def in_force(day: date, prefix: str = "") -> Q:
    """Rows that run from one day to another, both inside, and hold on this one."""
    ends_on = f"{prefix}ends_on"
    return (Q(**{ends_on: None}) | Q(**{f"{ends_on}__gte": day})) & Q(**{f"{prefix}starts_on__lte": day})


class TermQuerySet(models.QuerySet["Term"]):
    """Members' terms."""

    def on(self, day: date) -> "TermQuerySet":
        """Those in force on the day."""
        return self.filter(in_force(day))


class PostQuerySet(models.QuerySet["PanelPost"]):
    """Chairs and vice-chairs."""

    def on(self, day: date) -> "PostQuerySet":
        """Those in force on the day."""
        return self.filter(in_force(day))


class GroupQuerySet(models.QuerySet["WorkingGroup"]):
    """Working groups."""

    def on(self, day: date) -> "GroupQuerySet":
        """Those in force on the day."""
        return self.filter(in_force(day))


class PlaceQuerySet(models.QuerySet["GroupPlace"]):
    """Places in working groups."""

    def on(self, day: date) -> "PlaceQuerySet":
        """Those in force on the day."""
        return self.filter(in_force(day))


class MemberQuerySet(models.QuerySet["Member"]):
    """Members, past and present."""

    def sitting_on(self, day: date) -> "MemberQuerySet":
        """Those whose term runs on the day. No member has two on one day, so nobody comes twice."""
        return self.filter(in_force(day, "terms__"))

    def unregistered_on(self, day: date) -> "MemberQuerySet":
        """Those who sit on the day and have nothing in the register, not even that there is nothing to register."""
        current = apps.get_model("panel", "RegisteredInterest")._default_manager.filter(ended_on=None)
        return self.sitting_on(day).exclude(Exists(current.filter(member=OuterRef("pk"))))

    def cleared_on(self, day: date) -> "MemberQuerySet":
        """Those who may read exempt papers on the day: told so, and with a term or named as a substitute then."""
        acts = in_force(day, "terms__") | in_force(day, "substitutions__")
        return self.filter(acts, sees_exempt=True).distinct()

    def by_name(self) -> "MemberQuerySet":
        return self.order_by("last_name", "first_name", "pk")


class InterestQuerySet(models.QuerySet["RegisteredInterest"]):
    """The register of interests."""

    def public(self) -> "InterestQuerySet":
        """What is published: never a sensitive one."""
        return self.filter(is_sensitive=False)

    def current(self) -> "InterestQuerySet":
        """Those that have not ended."""
        return self.filter(ended_on=None)
