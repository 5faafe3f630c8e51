"""Whose eyes a list is for."""

from dataclasses import dataclass

from panel.models import PanelAction, PanelVerdict, Recommendation, WorkItem
from panel.querysets import PanelActionQuerySet, RecommendationQuerySet, VerdictQuerySet, WorkItemQuerySet


@dataclass(frozen=True)
class Reader:
    """Whose eyes a list is for: the public, members who are not cleared, or those who may know of exempt matter."""

    is_public: bool = True
    sees_exempt: bool = False

    def recommendations(self) -> RecommendationQuerySet:
        """What this reader may know of; for all but the cleared, a query that never selects an exempt row."""
        rows = Recommendation.objects.all()
        if self.sees_exempt:
            return rows
        return rows.public() if self.is_public else rows.open()

    def work_items(self) -> WorkItemQuerySet:
        rows = WorkItem.objects.all()
        if self.sees_exempt:
            return rows
        return rows.public() if self.is_public else rows.open()

    def verdicts(self) -> VerdictQuerySet:
        rows = PanelVerdict.objects.all()
        if self.sees_exempt:
            return rows
        return rows.public() if self.is_public else rows.open()

    def actions(self) -> PanelActionQuerySet:
        rows = PanelAction.objects.all()
        if self.sees_exempt:
            return rows
        return rows.public() if self.is_public else rows.open()


PUBLIC = Reader()
OPEN = Reader(is_public=False)
EVERYTHING = Reader(is_public=False, sees_exempt=True)
