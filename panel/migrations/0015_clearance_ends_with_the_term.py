import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panel", "0014_scrutiny"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="packedition",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="packedition",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="packedition",
            name="delete_delete",
        ),
        migrations.RemoveField(
            model_name="packeditionevent",
            name="page_map",
        ),
        migrations.AlterField(
            model_name="member",
            name="sees_exempt",
            field=models.BooleanField(
                default=False,
                help_text="While a term or a naming as substitute runs. A member without it is not told that there are any.",
                verbose_name="may read exempt papers",
            ),
        ),
        migrations.AlterField(
            model_name="memberevent",
            name="sees_exempt",
            field=models.BooleanField(
                default=False,
                help_text="While a term or a naming as substitute runs. A member without it is not told that there are any.",
                verbose_name="may read exempt papers",
            ),
        ),
        AddTrigger(
            model_name="packedition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_packeditionevent" ("audience", "built_at", "contents_sha256", "file", "first_page", "id", "pack_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."audience", NEW."built_at", NEW."contents_sha256", NEW."file", NEW."first_page", NEW."id", NEW."pack_id", NEW."pages", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;',
                    hash="bfb789fd4a93e98c9d63b242e9ee53240b3a350a",
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
                    condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."built_at" IS DISTINCT FROM (NEW."built_at") OR OLD."contents_sha256" IS DISTINCT FROM (NEW."contents_sha256") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."first_page" IS DISTINCT FROM (NEW."first_page") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."pack_id" IS DISTINCT FROM (NEW."pack_id") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size"))',
                    func='INSERT INTO "panel_packeditionevent" ("audience", "built_at", "contents_sha256", "file", "first_page", "id", "pack_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."audience", NEW."built_at", NEW."contents_sha256", NEW."file", NEW."first_page", NEW."id", NEW."pack_id", NEW."pages", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;',
                    hash="2f2f65fdd1a1ec3a5a19b416aadc767c9319e4e7",
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
                    func='INSERT INTO "panel_packeditionevent" ("audience", "built_at", "contents_sha256", "file", "first_page", "id", "pack_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (OLD."audience", OLD."built_at", OLD."contents_sha256", OLD."file", OLD."first_page", OLD."id", OLD."pack_id", OLD."pages", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."size"); RETURN NULL;',
                    hash="3ee0f418c9f698d7f3b99b6de1ddc8a60ad31e43",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_035ea",
                    table="panel_packedition",
                    when="AFTER",
                ),
            ),
        ),
    ]
