import uuid

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="QuarterlyReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("quarterly", "Quarterly report"),
                            ("ambassadors_annual", "Annual report on the ambassadors' scheme"),
                        ],
                        default="quarterly",
                        max_length=20,
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="For a quarter, the year in which its financial year starts: 2017 for 2017-18."
                    ),
                ),
                ("quarter_number", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "change_note",
                    models.CharField(blank=True, max_length=500, verbose_name="what changed since the last version"),
                ),
                ("meeting_on", models.DateField(blank=True, null=True, verbose_name="date of the Panel's meeting")),
                ("agenda_item", models.CharField(blank=True, max_length=20, verbose_name="agenda item")),
                (
                    "as_at",
                    models.DateField(
                        blank=True,
                        help_text="Empty: the day of the build, or the day the books closed.",
                        null=True,
                        verbose_name="position as at",
                    ),
                ),
                (
                    "exemption",
                    models.CharField(
                        choices=[
                            ("1", "Paragraph 1 of Part 1, Schedule 12A, Local Government Act 1972 (an individual)"),
                            (
                                "2",
                                "Paragraph 2 of Part 1, Schedule 12A, Local Government Act 1972 (the identity of an individual)",
                            ),
                            (
                                "3",
                                "Paragraph 3 of Part 1, Schedule 12A, Local Government Act 1972 (financial or business affairs)",
                            ),
                            ("4", "Paragraph 4 of Part 1, Schedule 12A, Local Government Act 1972 (labour relations)"),
                            (
                                "5",
                                "Paragraph 5 of Part 1, Schedule 12A, Local Government Act 1972 (legal professional privilege)",
                            ),
                            (
                                "6",
                                "Paragraph 6 of Part 1, Schedule 12A, Local Government Act 1972 (a notice, order or direction)",
                            ),
                            (
                                "7",
                                "Paragraph 7 of Part 1, Schedule 12A, Local Government Act 1972 (action against crime)",
                            ),
                        ],
                        default="7",
                        max_length=1,
                        verbose_name="ground of the restricted edition",
                    ),
                ),
                ("periods", models.CharField(blank=True, max_length=50, verbose_name="the two periods compared")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("queued", "Waiting to be built"),
                            ("building", "Being built"),
                            ("failed", "Build failed"),
                            ("ready", "Ready for approval"),
                            ("approved", "Approved"),
                            ("issued", "Issued"),
                            ("superseded", "Superseded"),
                        ],
                        default="draft",
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
                ("failure", models.CharField(blank=True, max_length=1000, verbose_name="why the build failed")),
                ("built_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                "verbose_name": "report to the Panel",
                "verbose_name_plural": "reports to the Panel",
                "permissions": [
                    ("request_quarterlyreport", "Can ask for a report to the Panel and build it again"),
                    ("approve_quarterlyreport", "Can approve a report to the Panel"),
                    ("issue_quarterlyreport", "Can issue a report to the Panel"),
                    ("open_restricted_edition", "Can open the restricted edition of a report to the Panel"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "year", "quarter_number", "version"),
                        name="panel_report_version_once",
                        nulls_distinct=False,
                        violation_error_message="This version of the report exists.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "queued", "building", "failed", "ready", "approved"])
                        ),
                        fields=("kind", "year", "quarter_number"),
                        name="panel_report_one_in_work",
                        nulls_distinct=False,
                        violation_error_message="A version of this report is in work. Finish or issue it first.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "issued")),
                        fields=("kind", "year", "quarter_number"),
                        name="panel_report_one_issued",
                        nulls_distinct=False,
                        violation_error_message="Another version of this report is the issued one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "quarterly"),
                                ("quarter_number__gte", 1),
                                ("quarter_number__isnull", False),
                                ("quarter_number__lte", 4),
                            ),
                            models.Q(models.Q(("kind", "quarterly"), _negated=True), ("quarter_number", None)),
                            _connector="OR",
                        ),
                        name="panel_report_quarter_if_quarterly",
                        violation_error_message="A quarterly report has its quarter, and no other has.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("version", 1), models.Q(("change_note", ""), _negated=True), _connector="OR"
                        ),
                        name="panel_report_later_version_has_note",
                        violation_error_message="Say what changed since the last version.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("state__in", ["approved", "issued", "superseded"])
                            ),
                            models.Q(
                                models.Q(("state__in", ["approved", "issued", "superseded"]), _negated=True),
                                ("approved_at", None),
                                ("approved_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="panel_report_approved_all_or_none",
                        violation_error_message="An approved report has the time it was approved.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("issued_at__isnull", False), ("state__in", ["issued", "superseded"])),
                            models.Q(
                                models.Q(("state__in", ["issued", "superseded"]), _negated=True),
                                ("issued_at", None),
                                ("issued_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="panel_report_issued_all_or_none",
                        violation_error_message="An issued report has the time it was issued.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), models.Q(("failure", ""), _negated=True)),
                            models.Q(models.Q(("state", "failed"), _negated=True), ("failure", "")),
                            _connector="OR",
                        ),
                        name="panel_report_failure_has_reason",
                        violation_error_message="A failed build has its reason, and no other has.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "building"), ("lease_until__isnull", False)),
                            models.Q(models.Q(("state", "building"), _negated=True), ("lease_until", None)),
                            _connector="OR",
                        ),
                        name="panel_report_lease_while_building",
                        violation_error_message="A report has a lease while it is being built, and only then.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "queued", "building", "failed"]),
                            ("built_at__isnull", False),
                            _connector="OR",
                        ),
                        name="panel_report_built_before_ready",
                        violation_error_message="A report that is ready has the time it was built.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(choices=[("public", "Public"), ("restricted", "Restricted")], max_length=10),
                ),
                ("contents", models.JSONField()),
                ("contents_sha256", models.CharField(max_length=64)),
                ("template_version", models.CharField(max_length=64)),
                ("file", models.FileField(upload_to="panel/")),
                ("pages", models.PositiveSmallIntegerField()),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("built_at", models.DateTimeField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="panel.quarterlyreport"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "audience"),
                        name="panel_edition_once",
                        violation_error_message="This report has that edition.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="QuarterlyReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("quarterly", "Quarterly report"),
                            ("ambassadors_annual", "Annual report on the ambassadors' scheme"),
                        ],
                        default="quarterly",
                        max_length=20,
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="For a quarter, the year in which its financial year starts: 2017 for 2017-18."
                    ),
                ),
                ("quarter_number", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "change_note",
                    models.CharField(blank=True, max_length=500, verbose_name="what changed since the last version"),
                ),
                ("meeting_on", models.DateField(blank=True, null=True, verbose_name="date of the Panel's meeting")),
                ("agenda_item", models.CharField(blank=True, max_length=20, verbose_name="agenda item")),
                (
                    "as_at",
                    models.DateField(
                        blank=True,
                        help_text="Empty: the day of the build, or the day the books closed.",
                        null=True,
                        verbose_name="position as at",
                    ),
                ),
                (
                    "exemption",
                    models.CharField(
                        choices=[
                            ("1", "Paragraph 1 of Part 1, Schedule 12A, Local Government Act 1972 (an individual)"),
                            (
                                "2",
                                "Paragraph 2 of Part 1, Schedule 12A, Local Government Act 1972 (the identity of an individual)",
                            ),
                            (
                                "3",
                                "Paragraph 3 of Part 1, Schedule 12A, Local Government Act 1972 (financial or business affairs)",
                            ),
                            ("4", "Paragraph 4 of Part 1, Schedule 12A, Local Government Act 1972 (labour relations)"),
                            (
                                "5",
                                "Paragraph 5 of Part 1, Schedule 12A, Local Government Act 1972 (legal professional privilege)",
                            ),
                            (
                                "6",
                                "Paragraph 6 of Part 1, Schedule 12A, Local Government Act 1972 (a notice, order or direction)",
                            ),
                            (
                                "7",
                                "Paragraph 7 of Part 1, Schedule 12A, Local Government Act 1972 (action against crime)",
                            ),
                        ],
                        default="7",
                        max_length=1,
                        verbose_name="ground of the restricted edition",
                    ),
                ),
                ("periods", models.CharField(blank=True, max_length=50, verbose_name="the two periods compared")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("queued", "Waiting to be built"),
                            ("building", "Being built"),
                            ("failed", "Build failed"),
                            ("ready", "Ready for approval"),
                            ("approved", "Approved"),
                            ("issued", "Issued"),
                            ("superseded", "Superseded"),
                        ],
                        default="draft",
                        max_length=12,
                    ),
                ),
                ("requested_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("failure", models.CharField(blank=True, max_length=1000, verbose_name="why the build failed")),
                ("built_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
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
                        to="panel.quarterlyreport",
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
            name="EditionEvent",
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
                ("template_version", models.CharField(max_length=64)),
                ("file", models.FileField(upload_to="panel/")),
                ("pages", models.PositiveSmallIntegerField()),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("built_at", models.DateTimeField()),
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
                        to="panel.edition",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
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
            model_name="quarterlyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_quarterlyreportevent" ("agenda_item", "approved_at", "approved_by_id", "as_at", "attempts", "built_at", "change_note", "exemption", "failure", "id", "issued_at", "issued_by_id", "kind", "meeting_on", "periods", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quarter_number", "requested_at", "requested_by_id", "state", "version", "year") VALUES (NEW."agenda_item", NEW."approved_at", NEW."approved_by_id", NEW."as_at", NEW."attempts", NEW."built_at", NEW."change_note", NEW."exemption", NEW."failure", NEW."id", NEW."issued_at", NEW."issued_by_id", NEW."kind", NEW."meeting_on", NEW."periods", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."quarter_number", NEW."requested_at", NEW."requested_by_id", NEW."state", NEW."version", NEW."year"); RETURN NULL;',
                    hash="b91a116a1dcd8ec775de75b23e0b3acd1056d9fe",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c821e",
                    table="panel_quarterlyreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="quarterlyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agenda_item" IS DISTINCT FROM (NEW."agenda_item") OR OLD."approved_at" IS DISTINCT FROM (NEW."approved_at") OR OLD."approved_by_id" IS DISTINCT FROM (NEW."approved_by_id") OR OLD."as_at" IS DISTINCT FROM (NEW."as_at") OR OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."built_at" IS DISTINCT FROM (NEW."built_at") OR OLD."change_note" IS DISTINCT FROM (NEW."change_note") OR OLD."exemption" IS DISTINCT FROM (NEW."exemption") OR OLD."failure" IS DISTINCT FROM (NEW."failure") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."issued_by_id" IS DISTINCT FROM (NEW."issued_by_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_on" IS DISTINCT FROM (NEW."meeting_on") OR OLD."periods" IS DISTINCT FROM (NEW."periods") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."quarter_number" IS DISTINCT FROM (NEW."quarter_number") OR OLD."requested_at" IS DISTINCT FROM (NEW."requested_at") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                    func='INSERT INTO "panel_quarterlyreportevent" ("agenda_item", "approved_at", "approved_by_id", "as_at", "attempts", "built_at", "change_note", "exemption", "failure", "id", "issued_at", "issued_by_id", "kind", "meeting_on", "periods", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quarter_number", "requested_at", "requested_by_id", "state", "version", "year") VALUES (NEW."agenda_item", NEW."approved_at", NEW."approved_by_id", NEW."as_at", NEW."attempts", NEW."built_at", NEW."change_note", NEW."exemption", NEW."failure", NEW."id", NEW."issued_at", NEW."issued_by_id", NEW."kind", NEW."meeting_on", NEW."periods", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."quarter_number", NEW."requested_at", NEW."requested_by_id", NEW."state", NEW."version", NEW."year"); RETURN NULL;',
                    hash="67bfa7f329c5e840cffdbf60e864095713d88c28",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2ea45",
                    table="panel_quarterlyreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="quarterlyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_quarterlyreportevent" ("agenda_item", "approved_at", "approved_by_id", "as_at", "attempts", "built_at", "change_note", "exemption", "failure", "id", "issued_at", "issued_by_id", "kind", "meeting_on", "periods", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quarter_number", "requested_at", "requested_by_id", "state", "version", "year") VALUES (OLD."agenda_item", OLD."approved_at", OLD."approved_by_id", OLD."as_at", OLD."attempts", OLD."built_at", OLD."change_note", OLD."exemption", OLD."failure", OLD."id", OLD."issued_at", OLD."issued_by_id", OLD."kind", OLD."meeting_on", OLD."periods", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."quarter_number", OLD."requested_at", OLD."requested_by_id", OLD."state", OLD."version", OLD."year"); RETURN NULL;',
                    hash="c64bbfc32455e21a29ebc2888b1c06334dc4b501",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_41d79",
                    table="panel_quarterlyreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="editionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="eb2065220fe2f159e98d8372d13eb687c663ba0f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_effa8",
                    table="panel_editionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_approved",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE report bigint;",
                    func="\n    FOREACH report IN ARRAY ARRAY[\n        CASE WHEN TG_OP <> 'INSERT' THEN OLD.report_id END,\n        CASE WHEN TG_OP <> 'DELETE' THEN NEW.report_id END\n    ] LOOP\n        IF EXISTS (SELECT 1 FROM panel_quarterlyreport WHERE id = report AND state IN ('approved', 'issued', 'superseded')) THEN\n            RAISE EXCEPTION 'the editions of an approved report are frozen' USING ERRCODE = 'restrict_violation';\n        END IF;\n    END LOOP;\n    RETURN COALESCE(NEW, OLD);\n",
                    hash="48380d1daed5cb04c1e6147de28d147b1a28dd51",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_once_approved_07c71",
                    table="panel_edition",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_editionevent" ("audience", "built_at", "contents_sha256", "file", "id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "sha256", "size", "template_version") VALUES (NEW."audience", NEW."built_at", NEW."contents_sha256", NEW."file", NEW."id", NEW."pages", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."sha256", NEW."size", NEW."template_version"); RETURN NULL;',
                    hash="f607a74c95468aa92097a0887812ca7a7c33aa02",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3c62a",
                    table="panel_edition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."built_at" IS DISTINCT FROM (NEW."built_at") OR OLD."contents_sha256" IS DISTINCT FROM (NEW."contents_sha256") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."template_version" IS DISTINCT FROM (NEW."template_version"))',
                    func='INSERT INTO "panel_editionevent" ("audience", "built_at", "contents_sha256", "file", "id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "sha256", "size", "template_version") VALUES (NEW."audience", NEW."built_at", NEW."contents_sha256", NEW."file", NEW."id", NEW."pages", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."sha256", NEW."size", NEW."template_version"); RETURN NULL;',
                    hash="bdbff2cb009086dfc161a8b93d55d5281b19e61e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32c63",
                    table="panel_edition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_editionevent" ("audience", "built_at", "contents_sha256", "file", "id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "sha256", "size", "template_version") VALUES (OLD."audience", OLD."built_at", OLD."contents_sha256", OLD."file", OLD."id", OLD."pages", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."sha256", OLD."size", OLD."template_version"); RETURN NULL;',
                    hash="25612e3525bb27087f7c2844c7f9ea2aa121abb1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4caa4",
                    table="panel_edition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="quarterlyreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="44398c2940842095808bf880c8b33c0c24f551cb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_85b05",
                    table="panel_quarterlyreportevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
