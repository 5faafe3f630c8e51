import uuid

import django.contrib.postgres.operations
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(),
        django.contrib.postgres.operations.TrigramExtension(),
        django.contrib.postgres.operations.UnaccentExtension(),
        migrations.CreateModel(
            name="AccessLog",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("signed_in", "Signed in"),
                            ("sign_in_failed", "Sign-in failed"),
                            ("signed_out", "Signed out"),
                            ("second_factor", "Second factor"),
                            ("denied", "Permission denied"),
                            ("opened", "Opened restricted material"),
                            ("exported", "Exported records"),
                        ],
                        max_length=20,
                    ),
                ),
                ("by_id", models.BigIntegerField(null=True, verbose_name="person's number")),
                ("by_name", models.CharField(blank=True, max_length=200, verbose_name="person")),
                ("address", models.GenericIPAddressField(null=True, verbose_name="network address")),
                ("object_type", models.CharField(blank=True, max_length=100, verbose_name="kind of record")),
                ("object_id", models.CharField(blank=True, max_length=100, verbose_name="record")),
                ("description", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "verbose_name": "access log entry",
                "verbose_name_plural": "access log",
                "indexes": [models.Index(fields=["-at"], name="core_accesslog_at")],
            },
        ),
        migrations.CreateModel(
            name="OutboxMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("message_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.CharField(max_length=60)),
                (
                    "key",
                    models.CharField(
                        blank=True,
                        help_text="Names the occasion, so that it is written about once only.",
                        max_length=200,
                        null=True,
                    ),
                ),
                ("to", models.EmailField(max_length=254, verbose_name="to")),
                ("subject", models.CharField(max_length=200)),
                ("body", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be sent"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("held", "Kept here: this site sends no e-mail"),
                            ("failed", "Not delivered"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("last_error", models.CharField(blank=True, max_length=500)),
                ("created_at", models.DateTimeField()),
                ("send_after", models.DateTimeField()),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "e-mail",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["send_after"], name="core_outbox_waiting"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key",),
                        name="core_outboxmessage_key_once",
                        violation_error_message="This was sent already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at__isnull", False), ("state", "sent")),
                            models.Q(models.Q(("state", "sent"), _negated=True), ("sent_at", None)),
                            _connector="OR",
                        ),
                        name="core_outboxmessage_sent_has_time",
                        violation_error_message="A sent e-mail has the time it was sent, and no other has.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutboxMessageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("message_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("kind", models.CharField(max_length=60)),
                (
                    "key",
                    models.CharField(
                        blank=True,
                        help_text="Names the occasion, so that it is written about once only.",
                        max_length=200,
                        null=True,
                    ),
                ),
                ("to", models.EmailField(max_length=254, verbose_name="to")),
                ("subject", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be sent"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("held", "Kept here: this site sends no e-mail"),
                            ("failed", "Not delivered"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("last_error", models.CharField(blank=True, max_length=500)),
                ("created_at", models.DateTimeField()),
                ("send_after", models.DateTimeField()),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
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
                        to="core.outboxmessage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="outboxmessage",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_outboxmessageevent" ("attempts", "created_at", "id", "key", "kind", "last_error", "lease_until", "message_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "send_after", "sent_at", "state", "subject", "to") VALUES (NEW."attempts", NEW."created_at", NEW."id", NEW."key", NEW."kind", NEW."last_error", NEW."lease_until", NEW."message_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."send_after", NEW."sent_at", NEW."state", NEW."subject", NEW."to"); RETURN NULL;',
                    hash="39adbe3b02c9b2af9652a263ca27511574893e68",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8e1a5",
                    table="core_outboxmessage",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outboxmessage",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."last_error" IS DISTINCT FROM (NEW."last_error") OR OLD."lease_until" IS DISTINCT FROM (NEW."lease_until") OR OLD."message_id" IS DISTINCT FROM (NEW."message_id") OR OLD."send_after" IS DISTINCT FROM (NEW."send_after") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."to" IS DISTINCT FROM (NEW."to"))',
                    func='INSERT INTO "core_outboxmessageevent" ("attempts", "created_at", "id", "key", "kind", "last_error", "lease_until", "message_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "send_after", "sent_at", "state", "subject", "to") VALUES (NEW."attempts", NEW."created_at", NEW."id", NEW."key", NEW."kind", NEW."last_error", NEW."lease_until", NEW."message_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."send_after", NEW."sent_at", NEW."state", NEW."subject", NEW."to"); RETURN NULL;',
                    hash="d88523bfd03f05a1be8d210860a4a29ae04caab4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2fba6",
                    table="core_outboxmessage",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outboxmessage",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_outboxmessageevent" ("attempts", "created_at", "id", "key", "kind", "last_error", "lease_until", "message_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "send_after", "sent_at", "state", "subject", "to") VALUES (OLD."attempts", OLD."created_at", OLD."id", OLD."key", OLD."kind", OLD."last_error", OLD."lease_until", OLD."message_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."send_after", OLD."sent_at", OLD."state", OLD."subject", OLD."to"); RETURN NULL;',
                    hash="6737ab26633000a1c11e06546885d3d05a6887f7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8cac4",
                    table="core_outboxmessage",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outboxmessageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="360eda5ee6ca16969c0043b00fe235dbfbcfa2aa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c713f",
                    table="core_outboxmessageevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
