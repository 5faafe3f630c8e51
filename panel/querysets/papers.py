"""Which papers, parts and packs to keep. What is exempt is never selected unless asked for."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from panel.enums import PackState
from panel.querysets.openness import item_open

if TYPE_CHECKING:
    from panel.models import Pack, Paper, PaperPart  # noqa: F401 -- named in quotes below


class PaperQuerySet(models.QuerySet["Paper"]):
    """Papers to items of an agenda."""

    def open(self) -> "PaperQuerySet":
        """What the public may know of: on an open item, and the main document, whose title it has, is not exempt."""
        return self.filter(item_open("item__")).exclude(Exists(self._exempt_main()))

    def _exempt_main(self) -> "QuerySet[models.Model]":
        parts: QuerySet[models.Model] = apps.get_model("panel", "PaperPart")._default_manager.all()
        return parts.filter(paper=OuterRef("pk"), letter="", withdrawn_at=None, exemption__isnull=False)

    def in_order(self) -> "PaperQuerySet":
        return self.order_by("item", "position", "pk")


class PartQuerySet(models.QuerySet["PaperPart"]):
    """Parts of papers: the main document and appendices."""

    def open(self) -> "PartQuerySet":
        """What the public may read: not exempt, nor is the item or the one above it."""
        return self.filter(item_open("paper__item__"), exemption=None)

    def standing(self) -> "PartQuerySet":
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def of_reports(self) -> "PartQuerySet":
        """Those that are reports of ours, with the report."""
        return self.filter(report__isnull=False).select_related("report")

    def in_order(self) -> "PartQuerySet":
        """The main document, then the appendices by their letters, those withdrawn among them."""
        return self.order_by("paper__position", "paper", "letter", "pk")


class PackQuerySet(models.QuerySet["Pack"]):
    """Packs, versions and all."""

    def issued(self) -> "PackQuerySet":
        return self.filter(state=PackState.ISSUED)

    def takeable(self) -> "PackQuerySet":
        """Waiting, or left behind by a worker whose lease has run out by the database's clock."""
        return self.filter(Q(state=PackState.QUEUED) | Q(state=PackState.BUILDING, lease_until__lte=Now()))

    def newest_first(self) -> "PackQuerySet":
        return self.order_by("-meeting__held_on", "supplement", "-version", "-pk")
