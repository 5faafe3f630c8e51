"""Which recommendations, actions and letters to keep. What is exempt is never selected unless asked for."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from panel.enums import ANSWERED, LIVE, UNANSWERED, ActionState, LetterState
from panel.querysets.openness import item_open, resolution_open

if TYPE_CHECKING:
    from panel.models import (  # noqa: F401 -- named in quotes below
        PanelAction,
        PanelLetter,
        PanelVerdict,
        Recommendation,
    )


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    """Recommendations of the Panel."""

    def open(self) -> "RecommendationQuerySet":
        """What follows from an open resolution."""
        return self.filter(resolution_open("resolution__"))

    def exempt(self) -> "RecommendationQuerySet":
        """What follows from an exempt one, or from one on an exempt item."""
        return self.exclude(resolution_open("resolution__"))

    def public(self) -> "RecommendationQuerySet":
        """What the public may read: open, and not from a closed session."""
        return self.open().filter(resolution__item__meeting__is_closed=False)

    def live(self) -> "RecommendationQuerySet":
        return self.filter(state__in=LIVE)

    def unanswered(self) -> "RecommendationQuerySet":
        return self.filter(state__in=UNANSWERED)

    def overdue(self, today: date) -> "RecommendationQuerySet":
        """The response was due before today, or the Panel was to hear of them again before today."""
        late = Q(state__in=UNANSWERED, due_on__lt=today) | Q(state__in=ANSWERED, update_on__lt=today)
        return self.filter(late)

    def with_meeting(self) -> "RecommendationQuerySet":
        """With the resolution, its item and meeting, and the response: what every list names."""
        return self.select_related("resolution__item__meeting__group", "resolution__item__parent", "response", "letter")

    def newest_first(self) -> "RecommendationQuerySet":
        return self.order_by("-resolution__item__meeting__held_on", "-reference")


class VerdictQuerySet(models.QuerySet["PanelVerdict"]):
    """What the Panel said of recommendations."""

    def open(self) -> "VerdictQuerySet":
        """Said under an open item."""
        return self.filter(item_open("item__"))

    def public(self) -> "VerdictQuerySet":
        """What the public may read: said under an open item, and not in a closed session."""
        return self.open().filter(item__meeting__is_closed=False)

    def in_order(self) -> "VerdictQuerySet":
        """As they were said, each with its meeting."""
        return self.select_related("item__meeting").order_by("item__meeting__held_on", "pk")


class PanelActionQuerySet(models.QuerySet["PanelAction"]):
    """Actions that the Panel agreed, under a recommendation or by themselves."""

    def open(self) -> "PanelActionQuerySet":
        """Those that no exempt resolution and no exempt item is behind."""
        return self.filter(resolution_open("recommendation__resolution__") & item_open("item__"))

    def exempt(self) -> "PanelActionQuerySet":
        return self.exclude(resolution_open("recommendation__resolution__") & item_open("item__"))

    def public(self) -> "PanelActionQuerySet":
        """What the public may read: open, and not from a closed session."""
        return self.open().exclude(
            Q(item__meeting__is_closed=True) | Q(recommendation__resolution__item__meeting__is_closed=True)
        )

    def to_do(self) -> "PanelActionQuerySet":
        return self.filter(state=ActionState.OPEN)

    def overdue(self, today: date) -> "PanelActionQuerySet":
        return self.to_do().filter(due_on__lt=today)

    def raised_by(self, day: date) -> "PanelActionQuerySet":
        """Those agreed on or before the day."""
        own = Q(item__meeting__held_on__lte=day)
        return self.filter(own | Q(recommendation__resolution__item__meeting__held_on__lte=day))

    def with_origin(self) -> "PanelActionQuerySet":
        """With what each was agreed under."""
        return self.select_related(
            "recommendation__resolution__item__meeting",
            "recommendation__resolution__item__parent",
            "item__meeting",
            "item__parent",
            "member",
        )


class PanelLetterQuerySet(models.QuerySet["PanelLetter"]):
    """The Panel's letters and the Commissioner's replies."""

    def sent(self) -> "PanelLetterQuerySet":
        return self.filter(state=LetterState.SENT)

    def open(self) -> "PanelLetterQuerySet":
        """Those in which no recommendation is exempt, also of one that was made exempt after it was sent."""
        recommendations = apps.get_model("panel", "Recommendation")._default_manager
        lines = recommendations.filter(Q(letter=OuterRef("pk")) | Q(letter=OuterRef("answers")))
        return self.filter(is_exempt=False).exclude(Exists(lines.exempt()))

    def public(self) -> "PanelLetterQuerySet":
        """What the public may read: sent, open, and not about a closed session."""
        return self.sent().open().filter(meeting__is_closed=False)
