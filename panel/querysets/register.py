"""Which decisions, attachments and things to publish to keep. What is withheld is selected only where that is asked."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import Case, DateTimeField, F, OuterRef, QuerySet, Subquery, When
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Greatest

from panel.decision_numbers import DecisionNumberError, read_number
from panel.enums import PackState

if TYPE_CHECKING:
    from panel.models import (  # noqa: F401 -- named in quotes below
        Decision,
        DecisionAttachment,
        PublicationDuty,
    )

# The index of panel.models.Decision holds this of rows that are open and published, and of no others.
SEARCHED: CombinedExpression = SearchVector("reference", "title", weight="A", config="english") + SearchVector(
    "summary", weight="B", config="english"
)
DIGITS_ALONE = 4


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions of the Commissioner."""

    def open(self) -> "DecisionQuerySet":
        """Those that no section of the Act keeps back."""
        return self.filter(exemption=None)

    def withheld(self) -> "DecisionQuerySet":
        return self.exclude(exemption=None)

    def published(self) -> "DecisionQuerySet":
        """Of those that are withheld, the number alone is published."""
        return self.filter(published_at__isnull=False)

    def public(self) -> "DecisionQuerySet":
        """What the public may read whole."""
        return self.published().open()

    def significant(self) -> "DecisionQuerySet":
        return self.filter(is_significant=True)

    def numbered(self, text: str) -> "DecisionQuerySet | None":
        """Those of this number in either style, or of its four digits alone; None if the text is no number."""
        text = text.strip()
        if len(text) == DIGITS_ALONE and text.isascii() and text.isdigit():
            return self.filter(sequence=int(text))
        try:
            number = read_number(text)
        except DecisionNumberError:
            return None
        return self.filter(term__prefix=number.prefix, term__number=number.term, sequence=number.sequence)

    def matching(self, text: str) -> "DecisionQuerySet":
        """Those of this number; else, of what is open and published, those with these words in title or summary."""
        numbered = self.numbered(text)
        if numbered is not None:
            return numbered
        words = SearchQuery(text, search_type="websearch", config="english")
        return self.public().alias(searched=SEARCHED).filter(searched=words)

    def newest_first(self) -> "DecisionQuerySet":
        """By number, as the register is kept."""
        return self.order_by("-term__number", "-term__prefix", "-sequence")


class AttachmentQuerySet(models.QuerySet["DecisionAttachment"]):
    """PDFs of decisions."""

    def open(self) -> "AttachmentQuerySet":
        """Those that neither their own exemption nor that of the decision keeps back."""
        return self.filter(exemption=None, decision__exemption=None)

    def public(self) -> "AttachmentQuerySet":
        """What the public may read."""
        return self.open().filter(decision__published_at__isnull=False)


class DutyQuerySet(models.QuerySet["PublicationDuty"]):
    """Things to publish."""

    def with_last(self) -> "DutyQuerySet":
        """Each with what was last published of it, and with what the site itself last showed. One query in all."""
        log: QuerySet[models.Model] = apps.get_model("panel", "Publication")._default_manager.filter(
            duty=OuterRef("pk")
        )
        latest = log.order_by("-published_on", "-pk")
        years = log.filter(for_year__isnull=False).order_by("-for_year")
        decisions = apps.get_model("panel", "Decision")._default_manager.all()
        meetings = apps.get_model("panel", "PanelMeeting")._default_manager.all()
        minutes = apps.get_model("panel", "PanelMinutes")._default_manager.all()
        packs = apps.get_model("panel", "Pack")._default_manager.filter(
            state=PackState.ISSUED, meeting__is_closed=False
        )
        papers = Greatest(_newest(minutes.public(), "printed_at"), _newest(packs, "issued_at"))
        shown = Case(
            When(code="decisions", then=_newest(decisions.public().significant(), "published_at")),
            When(code="meetings", then=_newest(meetings.public(), "agenda_published_at")),
            When(code="minutes", then=papers),
            output_field=DateTimeField(null=True),
        )
        return self.annotate(
            last_on=Subquery(latest.values("published_on")[:1]),
            last_url=Subquery(latest.values("url")[:1]),
            last_year=Subquery(years.values("for_year")[:1]),
            shown_last=shown,
        )

    def in_force(self) -> "DutyQuerySet":
        """Those that apply to this office."""
        return self.filter(set_aside_reason="")


def _newest(rows: "QuerySet[models.Model]", field: str) -> Subquery:
    found = rows.filter(**{f"{field}__isnull": False}).order_by(F(field).desc(), "-pk")
    return Subquery(found.values(field)[:1])
