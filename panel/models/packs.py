"""The pack of a meeting: agenda and papers as one PDF, in an edition for the public and a restricted one."""

import uuid
from typing import Any

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from panel.enums import PACK_OUT, Audience, PackKind, PackState
from panel.models.indexes import LANGUAGE
from panel.models.meetings import PanelMeeting
from panel.models.refusing import refuse_if, steps
from panel.querysets import PackQuerySet

_OUT = ", ".join(f"'{state.value}'" for state in PACK_OUT)
REFUSE_ISSUED = f"""
    FOREACH pack IN ARRAY ARRAY[
        CASE WHEN TG_OP <> 'INSERT' THEN OLD.pack_id END,
        CASE WHEN TG_OP <> 'DELETE' THEN NEW.pack_id END
    ] LOOP
        IF EXISTS (SELECT 1 FROM panel_pack WHERE id = pack AND state IN ({_OUT})) THEN
            RAISE EXCEPTION 'the editions of an issued pack are frozen' USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN COALESCE(NEW, OLD);
"""  # noqa: S608 -- constants of this file only


@tracked(exclude=("progress_done", "progress_total", "progress_text", "lease_until", "nudged_at"))
class Pack(models.Model):
    """One version of a meeting's pack, or of a supplement to it. The row is the queue of its build."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, related_name="packs")
    supplement = models.PositiveSmallIntegerField(default=0, help_text="Its number; 0 is the pack itself.")
    version = models.PositiveSmallIntegerField(default=1)
    change_note = models.CharField("what changed since the last version", max_length=500, blank=True)
    state = models.CharField(max_length=12, choices=PackState, default=PackState.QUEUED)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    requested_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    nudged_at = models.DateTimeField(null=True, blank=True)  # when a worker was last told of it
    lease_until = models.DateTimeField(null=True, blank=True)
    progress_done = models.PositiveSmallIntegerField(default=0)
    progress_total = models.PositiveSmallIntegerField(default=0)
    progress_text = models.CharField(max_length=150, blank=True)
    failure = models.CharField("why it cannot be issued", max_length=1000, blank=True)
    built_at = models.DateTimeField(null=True, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_reason = models.CharField("why it was withdrawn", max_length=250, blank=True)

    objects = PackQuerySet.as_manager()

    class Meta:
        permissions = [("issue_pack", "Can issue and withdraw the pack of a meeting")]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "supplement", "version"],
                name="panel_pack_version_once",
                violation_error_message="This version of the pack exists.",
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(state__in=["queued", "building", "failed", "ready"]),
                name="panel_pack_one_in_work",
                violation_error_message="A pack of this meeting is in work. Build it again, or issue it first.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "supplement"],
                condition=Q(state="issued"),
                name="panel_pack_one_issued",
                violation_error_message="Another version of this pack is the issued one.",
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(change_note=""),
                name="panel_pack_later_version_has_note",
                violation_error_message="Say what changed since the last version.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["issued", "superseded", "withdrawn"], issued_at__isnull=False)
                | (~Q(state__in=["issued", "superseded", "withdrawn"]) & Q(issued_at=None, issued_by=None)),
                name="panel_pack_issued_all_or_none",
                violation_error_message="An issued pack has the time it was issued.",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(failure="")) | (~Q(state="failed") & Q(failure="")),
                name="panel_pack_failure_has_reason",
                violation_error_message="A failed build has its reason, and no other has.",
            ),
            models.CheckConstraint(
                condition=(Q(state="building") & Q(lease_until__isnull=False))
                | (~Q(state="building") & Q(lease_until=None)),
                name="panel_pack_lease_while_building",
                violation_error_message="A pack has a lease while it is being built, and only then.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["queued", "building", "failed"]) | Q(built_at__isnull=False),
                name="panel_pack_built_before_ready",
                violation_error_message="A pack that is ready has the time it was built.",
            ),
            models.CheckConstraint(
                condition=(Q(state="withdrawn") & ~Q(withdrawn_reason=""))
                | (~Q(state="withdrawn") & Q(withdrawn_reason="")),
                name="panel_pack_withdrawn_has_reason",
                violation_error_message="A withdrawn pack has its reason, and no other has.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.meeting}, version {self.version}"

    @property
    def kind(self) -> PackKind:
        """The pack itself, or a supplement to it."""
        return PackKind.SUPPLEMENT if self.supplement else PackKind.FULL

    @property
    def name(self) -> str:
        """'Agenda and papers', or 'Supplement 2'."""
        return f"{self.kind.label} {self.supplement}" if self.supplement else str(self.kind.label)


@tracked(exclude=("contents", "page_map"))
class PackEdition(models.Model):
    """One edition of a pack: its frozen contents, the PDF, and on which pages of it each part lies.

    The public edition's contents come from queries that never select exempt rows.
    """

    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="editions")
    audience = models.CharField(max_length=10, choices=Audience)
    contents = models.JSONField()
    contents_sha256 = models.CharField(max_length=64)
    page_map = (
        models.JSONField()
    )  # [{"key", "at", "item", "label", "title", "author", "purpose", "first", "last", "withheld"}], in order
    file = models.FileField(upload_to="packs/")
    first_page = models.PositiveSmallIntegerField(default=1, help_text="A supplement goes on from the pack's numbers.")
    pages = models.PositiveSmallIntegerField()
    size = models.PositiveIntegerField("bytes")
    sha256 = models.CharField(max_length=64)
    built_at = models.DateTimeField()

    class Meta:
        verbose_name = "edition of a pack"
        verbose_name_plural = "editions of packs"
        constraints = [
            models.UniqueConstraint(
                fields=["pack", "audience"],
                name="panel_packedition_once",
                violation_error_message="This pack has that edition.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_once_issued",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("pack", "bigint")],
                func=REFUSE_ISSUED,
            )
        ]

    def __str__(self) -> str:
        return f"{self.pack}, {self.get_audience_display().lower()} edition"

    @property
    def file_name(self) -> str:
        """What the PDF is called when it is saved: 'pack-2018-03-19-public-v1.pdf'."""
        kind = f"supplement-{self.pack.supplement}" if self.pack.supplement else "pack"
        return f"{kind}-{self.pack.meeting.held_on:%Y-%m-%d}-{self.audience}-v{self.pack.version}.pdf"

    @property
    def last_page(self) -> int:
        """The number on its last page."""
        return self.first_page + self.pages - 1

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The page map, for lists."""
        return list(self.page_map)


class PackPage(models.Model):
    """The text of one page of a public edition, as the search finds it. Of a restricted edition there is none."""

    edition = models.ForeignKey(PackEdition, on_delete=models.CASCADE, related_name="page_texts")
    place = models.PositiveSmallIntegerField("page of the file, from 1")
    text = models.TextField()
    words = models.GeneratedField(
        expression=SearchVector("text", config=LANGUAGE), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name = "text of a page"
        verbose_name_plural = "texts of pages"
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "place"],
                name="panel_packpage_once",
                violation_error_message="This page is there already.",
            ),
        ]
        indexes = [GinIndex(fields=["words"], name="panel_packpage_words")]
        triggers = [
            pgtrigger.Trigger(
                name="public_only",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=steps(
                    refuse_if(
                        "(SELECT audience FROM panel_packedition WHERE id = NEW.edition_id) <> 'public'",
                        "only the public edition is searched",
                    ),
                    "RETURN NEW;",
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition}, page {self.place}"
