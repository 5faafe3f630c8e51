import uuid

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("panel", "0010_at_the_meeting"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "supplement",
                    models.PositiveSmallIntegerField(default=0, help_text="Its number; 0 is the pack itself."),
                ),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "change_note",
                    models.CharField(blank=True, max_length=500, verbose_name="what changed since the last version"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting to be built"),
                            ("building", "Being built"),
                            ("failed", "Build failed"),
                            ("ready", "Ready to be issued"),
                            ("issued", "Issued"),
                            ("superseded", "Superseded"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="queued",
                        max_length=12,
                    ),
                ),
                ("requested_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("nudged_at", models.DateTimeField(blank=True, null=True)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("progress_done", models.PositiveSmallIntegerField(default=0)),
                ("progress_total", models.PositiveSmallIntegerField(default=0)),
                ("progress_text", models.CharField(blank=True, max_length=150)),
                ("failure", models.CharField(blank=True, max_length=1000, verbose_name="why it cannot be issued")),
                ("built_at", models.DateTimeField(blank=True, null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was withdrawn")),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="packs", to="panel.panelmeeting"
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "permissions": [("issue_pack", "Can issue and withdraw the pack of a meeting")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "supplement", "version"),
                        name="panel_pack_version_once",
                        violation_error_message="This version of the pack exists.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["queued", "building", "failed", "ready"])),
                        fields=("meeting",),
                        name="panel_pack_one_in_work",
                        violation_error_message="A pack of this meeting is in work. Build it again, or issue it first.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "issued")),
                        fields=("meeting", "supplement"),
                        name="panel_pack_one_issued",
                        violation_error_message="Another version of this pack is the issued one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("version", 1), models.Q(("change_note", ""), _negated=True), _connector="OR"
                        ),
                        name="panel_pack_later_version_has_note",
                        violation_error_message="Say what changed since the last version.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_at__isnull", False), ("state__in", ["issued", "superseded", "withdrawn"])
                            ),
                            models.Q(
                                models.Q(("state__in", ["issued", "superseded", "withdrawn"]), _negated=True),
                                ("issued_at", None),
                                ("issued_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="panel_pack_issued_all_or_none",
                        violation_error_message="An issued pack has the time it was issued.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), models.Q(("failure", ""), _negated=True)),
                            models.Q(models.Q(("state", "failed"), _negated=True), ("failure", "")),
                            _connector="OR",
                        ),
                        name="panel_pack_failure_has_reason",
                        violation_error_message="A failed build has its reason, and no other has.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "building"), ("lease_until__isnull", False)),
                            models.Q(models.Q(("state", "building"), _negated=True), ("lease_until", None)),
                            _connector="OR",
                        ),
                        name="panel_pack_lease_while_building",
                        violation_error_message="A pack has a lease while it is being built, and only then.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["queued", "building", "failed"]),
                            ("built_at__isnull", False),
                            _connector="OR",
                        ),
                        name="panel_pack_built_before_ready",
                        violation_error_message="A pack that is ready has the time it was built.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), models.Q(("withdrawn_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_reason", "")),
                            _connector="OR",
                        ),
                        name="panel_pack_withdrawn_has_reason",
                        violation_error_message="A withdrawn pack has its reason, and no other has.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source",
                    models.CharField(blank=True, help_text="The document or system that gives it.", max_length=200),
                ),
                (
                    "is_synthetic",
                    models.BooleanField(default=False, editable=False, verbose_name="invented for the sample"),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
                ("title", models.CharField(max_length=250)),
                (
                    "author",
                    models.CharField(
                        blank=True, help_text="The body, not the person.", max_length=150, verbose_name="who reports"
                    ),
                ),
                ("purpose", models.TextField(blank=True)),
                (
                    "is_to_follow",
                    models.BooleanField(
                        default=False, help_text="Promised, and not here yet.", verbose_name="to follow"
                    ),
                ),
                (
                    "late_reason",
                    models.TextField(
                        blank=True,
                        help_text="Of a paper that was announced after the papers were due.",
                        verbose_name="why the chair takes it as urgent",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="panel.agendaitem",
                        verbose_name="agenda item",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "position"),
                        name="panel_paper_place_once",
                        violation_error_message="Another paper of this item has this place.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PackEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(choices=[("public", "Public"), ("restricted", "Restricted")], max_length=10),
                ),
                ("contents", models.JSONField()),
                ("contents_sha256", models.CharField(max_length=64)),
                ("page_map", models.JSONField()),
                ("file", models.FileField(upload_to="packs/")),
                (
                    "first_page",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="A supplement goes on from the pack's numbers."
                    ),
                ),
                ("pages", models.PositiveSmallIntegerField()),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("built_at", models.DateTimeField()),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="panel.pack"
                    ),
                ),
            ],
            options={
                "verbose_name": "edition of a pack",
                "verbose_name_plural": "editions of packs",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pack", "audience"),
                        name="panel_packedition_once",
                        violation_error_message="This pack has that edition.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PackEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "supplement",
                    models.PositiveSmallIntegerField(default=0, help_text="Its number; 0 is the pack itself."),
                ),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "change_note",
                    models.CharField(blank=True, max_length=500, verbose_name="what changed since the last version"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting to be built"),
                            ("building", "Being built"),
                            ("failed", "Build failed"),
                            ("ready", "Ready to be issued"),
                            ("issued", "Issued"),
                            ("superseded", "Superseded"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="queued",
                        max_length=12,
                    ),
                ),
                ("requested_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("failure", models.CharField(blank=True, max_length=1000, verbose_name="why it cannot be issued")),
                ("built_at", models.DateTimeField(blank=True, null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was withdrawn")),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panel.pack",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaperEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "source",
                    models.CharField(blank=True, help_text="The document or system that gives it.", max_length=200),
                ),
                (
                    "is_synthetic",
                    models.BooleanField(default=False, editable=False, verbose_name="invented for the sample"),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
                ("title", models.CharField(max_length=250)),
                (
                    "author",
                    models.CharField(
                        blank=True, help_text="The body, not the person.", max_length=150, verbose_name="who reports"
                    ),
                ),
                ("purpose", models.TextField(blank=True)),
                (
                    "is_to_follow",
                    models.BooleanField(
                        default=False, help_text="Promised, and not here yet.", verbose_name="to follow"
                    ),
                ),
                (
                    "late_reason",
                    models.TextField(
                        blank=True,
                        help_text="Of a paper that was announced after the papers were due.",
                        verbose_name="why the chair takes it as urgent",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.agendaitem",
                        verbose_name="agenda item",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panel.paper",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaperPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source",
                    models.CharField(blank=True, help_text="The document or system that gives it.", max_length=200),
                ),
                (
                    "is_synthetic",
                    models.BooleanField(default=False, editable=False, verbose_name="invented for the sample"),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("letter", models.CharField(blank=True, help_text="Empty: the main document.", max_length=1)),
                ("title", models.CharField(max_length=250)),
                (
                    "origin",
                    models.CharField(
                        choices=[("uploaded", "Uploaded"), ("report", "A report of the office")],
                        default="uploaded",
                        max_length=10,
                    ),
                ),
                ("file", models.FileField(blank=True, upload_to="papers/")),
                ("original_name", models.CharField(blank=True, max_length=150, verbose_name="name as it came")),
                ("original_sha256", models.CharField(blank=True, max_length=64, verbose_name="digest of what came")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="digest of what is kept")),
                ("pages", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was withdrawn")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "exemption",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="part",
                        to="panel.exemptionclaim",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="panel.paper"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panel.quarterlyreport",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of a paper",
                "verbose_name_plural": "parts of papers",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("paper", "letter"),
                        name="panel_part_letter_once",
                        violation_error_message="The paper has this part. Replace it, or withdraw it first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("letter__regex", "^[A-Z]?$")),
                        name="panel_part_letter",
                        violation_error_message="An appendix has a capital letter from A to Z.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("origin", "uploaded"),
                                ("pages__gte", 1),
                                ("report", None),
                                ("size__gte", 1),
                                models.Q(("file", ""), _negated=True),
                                models.Q(("original_sha256", ""), _negated=True),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            models.Q(
                                ("file", ""),
                                ("origin", "report"),
                                ("original_name", ""),
                                ("original_sha256", ""),
                                ("pages", None),
                                ("report__isnull", False),
                                ("sha256", ""),
                                ("size", None),
                            ),
                            _connector="OR",
                        ),
                        name="panel_part_uploaded_or_report",
                        violation_error_message="A part is an uploaded file of one page or more, or a report.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_reason", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="panel_part_withdrawn_has_reason",
                        violation_error_message="A withdrawn part has the time and the reason, and no other has.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PackEditionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "audience",
                    models.CharField(choices=[("public", "Public"), ("restricted", "Restricted")], max_length=10),
                ),
                ("contents_sha256", models.CharField(max_length=64)),
                ("page_map", models.JSONField()),
                ("file", models.FileField(upload_to="packs/")),
                (
                    "first_page",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="A supplement goes on from the pack's numbers."
                    ),
                ),
                ("pages", models.PositiveSmallIntegerField()),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("built_at", models.DateTimeField()),
                (
                    "pack",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.pack",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panel.packedition",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaperPartEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "source",
                    models.CharField(blank=True, help_text="The document or system that gives it.", max_length=200),
                ),
                (
                    "is_synthetic",
                    models.BooleanField(default=False, editable=False, verbose_name="invented for the sample"),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("letter", models.CharField(blank=True, help_text="Empty: the main document.", max_length=1)),
                ("title", models.CharField(max_length=250)),
                (
                    "origin",
                    models.CharField(
                        choices=[("uploaded", "Uploaded"), ("report", "A report of the office")],
                        default="uploaded",
                        max_length=10,
                    ),
                ),
                ("file", models.FileField(blank=True, upload_to="papers/")),
                ("original_name", models.CharField(blank=True, max_length=150, verbose_name="name as it came")),
                ("original_sha256", models.CharField(blank=True, max_length=64, verbose_name="digest of what came")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="digest of what is kept")),
                ("pages", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was withdrawn")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.exemptionclaim",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.paper",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panel.paperpart",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.quarterlyreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="pack",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_packevent" ("attempts", "built_at", "change_note", "failure", "id", "issued_at", "issued_by_id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "requested_at", "requested_by_id", "state", "supplement", "version", "withdrawn_reason") VALUES (NEW."attempts", NEW."built_at", NEW."change_note", NEW."failure", NEW."id", NEW."issued_at", NEW."issued_by_id", NEW."meeting_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."requested_at", NEW."requested_by_id", NEW."state", NEW."supplement", NEW."version", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="688f5a2db608d7fe2783e4da72af00f966e888d2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_713e2",
                    table="panel_pack",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="pack",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."built_at" IS DISTINCT FROM (NEW."built_at") OR OLD."change_note" IS DISTINCT FROM (NEW."change_note") OR OLD."failure" IS DISTINCT FROM (NEW."failure") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."issued_by_id" IS DISTINCT FROM (NEW."issued_by_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."requested_at" IS DISTINCT FROM (NEW."requested_at") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."supplement" IS DISTINCT FROM (NEW."supplement") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason"))',
                    func='INSERT INTO "panel_packevent" ("attempts", "built_at", "change_note", "failure", "id", "issued_at", "issued_by_id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "requested_at", "requested_by_id", "state", "supplement", "version", "withdrawn_reason") VALUES (NEW."attempts", NEW."built_at", NEW."change_note", NEW."failure", NEW."id", NEW."issued_at", NEW."issued_by_id", NEW."meeting_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."requested_at", NEW."requested_by_id", NEW."state", NEW."supplement", NEW."version", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="f7ef1bca03961b5bd6e8573d331c1889cc8ccbff",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3a7d6",
                    table="panel_pack",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="pack",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_packevent" ("attempts", "built_at", "change_note", "failure", "id", "issued_at", "issued_by_id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "requested_at", "requested_by_id", "state", "supplement", "version", "withdrawn_reason") VALUES (OLD."attempts", OLD."built_at", OLD."change_note", OLD."failure", OLD."id", OLD."issued_at", OLD."issued_by_id", OLD."meeting_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."requested_at", OLD."requested_by_id", OLD."state", OLD."supplement", OLD."version", OLD."withdrawn_reason"); RETURN NULL;',
                    hash="2b34cfc7b76b95ebe16b80fd6832e5023cb8839f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b4686",
                    table="panel_pack",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="packedition",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_issued",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE pack bigint;",
                    func="\n    FOREACH pack IN ARRAY ARRAY[\n        CASE WHEN TG_OP <> 'INSERT' THEN OLD.pack_id END,\n        CASE WHEN TG_OP <> 'DELETE' THEN NEW.pack_id END\n    ] LOOP\n        IF EXISTS (SELECT 1 FROM panel_pack WHERE id = pack AND state IN ('issued', 'superseded', 'withdrawn')) THEN\n            RAISE EXCEPTION 'the editions of an issued pack are frozen' USING ERRCODE = 'restrict_violation';\n        END IF;\n    END LOOP;\n    RETURN COALESCE(NEW, OLD);\n",
                    hash="c8030b3428fbe7c9d469f602808fe30ca6513c8c",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_once_issued_c0c2e",
                    table="panel_packedition",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="packedition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_packeditionevent" ("audience", "built_at", "contents_sha256", "file", "first_page", "id", "pack_id", "page_map", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."audience", NEW."built_at", NEW."contents_sha256", NEW."file", NEW."first_page", NEW."id", NEW."pack_id", NEW."page_map", NEW."pages", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;',
                    hash="0e14d3c776f0c7fb4b69f6b01b2a5f18e72e67d1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bb48c",
                    table="panel_packedition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="packedition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."built_at" IS DISTINCT FROM (NEW."built_at") OR OLD."contents_sha256" IS DISTINCT FROM (NEW."contents_sha256") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."first_page" IS DISTINCT FROM (NEW."first_page") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."pack_id" IS DISTINCT FROM (NEW."pack_id") OR OLD."page_map" IS DISTINCT FROM (NEW."page_map") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size"))',
                    func='INSERT INTO "panel_packeditionevent" ("audience", "built_at", "contents_sha256", "file", "first_page", "id", "pack_id", "page_map", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."audience", NEW."built_at", NEW."contents_sha256", NEW."file", NEW."first_page", NEW."id", NEW."pack_id", NEW."page_map", NEW."pages", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;',
                    hash="ffa7b93a9a8a2337aed167cf5a408e2bece77da5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d526d",
                    table="panel_packedition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="packedition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_packeditionevent" ("audience", "built_at", "contents_sha256", "file", "first_page", "id", "pack_id", "page_map", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (OLD."audience", OLD."built_at", OLD."contents_sha256", OLD."file", OLD."first_page", OLD."id", OLD."pack_id", OLD."page_map", OLD."pages", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."size"); RETURN NULL;',
                    hash="6df85ac64625221992085eae47fe7e3a59393f49",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_035ea",
                    table="panel_packedition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="packeditionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="320d87a452c68c6ebdfaefbb70bfc862b73275c5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d5ec7",
                    table="panel_packeditionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="packevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8321b61064fc269d3fcfa49499fc81fa3ea1f3b2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f0247",
                    table="panel_packevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_paperevent" ("author", "id", "is_synthetic", "is_to_follow", "item_id", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "purpose", "source", "title") VALUES (NEW."author", NEW."id", NEW."is_synthetic", NEW."is_to_follow", NEW."item_id", NEW."late_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."public_id", NEW."purpose", NEW."source", NEW."title"); RETURN NULL;',
                    hash="75a84aa40df967cfcde05c25ef38c60e6208f513",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_caa54",
                    table="panel_paper",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_paperevent" ("author", "id", "is_synthetic", "is_to_follow", "item_id", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "purpose", "source", "title") VALUES (NEW."author", NEW."id", NEW."is_synthetic", NEW."is_to_follow", NEW."item_id", NEW."late_reason", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."public_id", NEW."purpose", NEW."source", NEW."title"); RETURN NULL;',
                    hash="401fbd24c26a5aa7529f84e21419a3ca33194f99",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_668c2",
                    table="panel_paper",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_paperevent" ("author", "id", "is_synthetic", "is_to_follow", "item_id", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "purpose", "source", "title") VALUES (OLD."author", OLD."id", OLD."is_synthetic", OLD."is_to_follow", OLD."item_id", OLD."late_reason", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."public_id", OLD."purpose", OLD."source", OLD."title"); RETURN NULL;',
                    hash="761f55363dccdc8c3d64ee001416d9e863102ff8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_63f1b",
                    table="panel_paper",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paperevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3dd5e749343c455a5c16b5d03a7d200f0e65f084",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_80492",
                    table="panel_paperevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="paperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_paperpartevent" ("added_at", "added_by_id", "exemption_id", "file", "id", "is_synthetic", "letter", "origin", "original_name", "original_sha256", "pages", "paper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "report_id", "sha256", "size", "source", "title", "withdrawn_at", "withdrawn_reason") VALUES (NEW."added_at", NEW."added_by_id", NEW."exemption_id", NEW."file", NEW."id", NEW."is_synthetic", NEW."letter", NEW."origin", NEW."original_name", NEW."original_sha256", NEW."pages", NEW."paper_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."report_id", NEW."sha256", NEW."size", NEW."source", NEW."title", NEW."withdrawn_at", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="7d34faca0c6b4b3f515570dc9736579e0b10c645",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9dc02",
                    table="panel_paperpart",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_paperpartevent" ("added_at", "added_by_id", "exemption_id", "file", "id", "is_synthetic", "letter", "origin", "original_name", "original_sha256", "pages", "paper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "report_id", "sha256", "size", "source", "title", "withdrawn_at", "withdrawn_reason") VALUES (NEW."added_at", NEW."added_by_id", NEW."exemption_id", NEW."file", NEW."id", NEW."is_synthetic", NEW."letter", NEW."origin", NEW."original_name", NEW."original_sha256", NEW."pages", NEW."paper_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."report_id", NEW."sha256", NEW."size", NEW."source", NEW."title", NEW."withdrawn_at", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="487b079b5618b9ef51d7ae900a966b987e99d119",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b991c",
                    table="panel_paperpart",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_paperpartevent" ("added_at", "added_by_id", "exemption_id", "file", "id", "is_synthetic", "letter", "origin", "original_name", "original_sha256", "pages", "paper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "report_id", "sha256", "size", "source", "title", "withdrawn_at", "withdrawn_reason") VALUES (OLD."added_at", OLD."added_by_id", OLD."exemption_id", OLD."file", OLD."id", OLD."is_synthetic", OLD."letter", OLD."origin", OLD."original_name", OLD."original_sha256", OLD."pages", OLD."paper_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."report_id", OLD."sha256", OLD."size", OLD."source", OLD."title", OLD."withdrawn_at", OLD."withdrawn_reason"); RETURN NULL;',
                    hash="54c68e58375076548970b4978e349a5c4861a616",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5e4b9",
                    table="panel_paperpart",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paperpartevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ab95907d989e6f0fe5d091af3fe62ea94358c52f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d88c4",
                    table="panel_paperpartevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
