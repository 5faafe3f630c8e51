import datetime

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        error_messages={"unique": "This address has an account."},
                        max_length=254,
                        unique=True,
                        verbose_name="e-mail address",
                    ),
                ),
                ("first_name", models.CharField(max_length=100, verbose_name="first name")),
                ("last_name", models.CharField(max_length=100, verbose_name="last name")),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("is_staff", models.BooleanField(default=False, verbose_name="can open the staff pages")),
                ("is_active", models.BooleanField(default=True, verbose_name="can sign in")),
                ("joined_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("session_generation", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        name="accounts_user_email_once",
                        violation_error_message="This address has an account.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("sent_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "invited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("used_at", None), ("voided_at", None)),
                        fields=("user",),
                        name="accounts_invitation_one_live",
                        violation_error_message="This person has an invitation already. Send it again instead.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_at__gt", models.F("sent_at")),
                            (
                                "expires_at__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("sent_at"), "+", models.Value(datetime.timedelta(days=3))
                                ),
                            ),
                        ),
                        name="accounts_invitation_72_hours",
                        violation_error_message="An invitation lasts 72 hours at most.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("used_at", None), ("voided_at", None), _connector="OR"),
                        name="accounts_invitation_used_or_void",
                        violation_error_message="An invitation that was used cannot be void.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TypedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64)),
                ("path", models.CharField(max_length=500)),
                ("content", models.BinaryField()),
                ("kept_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "typed text",
                "verbose_name_plural": "typed texts",
                "constraints": [
                    models.UniqueConstraint(fields=("token_hash", "path"), name="accounts_typedtext_one_a_form"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_at__gt", models.F("kept_at")),
                            (
                                "expires_at__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("kept_at"), "+", models.Value(datetime.timedelta(days=1))
                                ),
                            ),
                        ),
                        name="accounts_typedtext_one_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        error_messages={"unique": "This address has an account."},
                        max_length=254,
                        verbose_name="e-mail address",
                    ),
                ),
                ("first_name", models.CharField(max_length=100, verbose_name="first name")),
                ("last_name", models.CharField(max_length=100, verbose_name="last name")),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("is_staff", models.BooleanField(default=False, verbose_name="can open the staff pages")),
                ("is_active", models.BooleanField(default=True, verbose_name="can sign in")),
                ("joined_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("session_generation", models.PositiveIntegerField(default=0, editable=False)),
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
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("sent_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "invited_by",
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
                        to="accounts.invitation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_userevent" ("email", "first_name", "id", "is_active", "is_staff", "is_superuser", "joined_at", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_generation", "telephone") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."joined_at", NEW."last_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."session_generation", NEW."telephone"); RETURN NULL;',
                    hash="df3e3e7f791c010f44e6b6383ac2a23c18f50e96",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3867c",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."session_generation" IS DISTINCT FROM (NEW."session_generation") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone"))',
                    func='INSERT INTO "accounts_userevent" ("email", "first_name", "id", "is_active", "is_staff", "is_superuser", "joined_at", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_generation", "telephone") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."joined_at", NEW."last_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."session_generation", NEW."telephone"); RETURN NULL;',
                    hash="b5b9a4148130d32da7fb7bb96a47de63e5423b60",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0e890",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_userevent" ("email", "first_name", "id", "is_active", "is_staff", "is_superuser", "joined_at", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_generation", "telephone") VALUES (OLD."email", OLD."first_name", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."joined_at", OLD."last_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."session_generation", OLD."telephone"); RETURN NULL;',
                    hash="33f79eb31a837d81fb712eaccfdb42d0d6932b15",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_19f14",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_invitationevent" ("expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "used_at", "user_id", "voided_at") VALUES (NEW."expires_at", NEW."id", NEW."invited_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."used_at", NEW."user_id", NEW."voided_at"); RETURN NULL;',
                    hash="92a9396f64525fce18f776eac60a29c96e9a58b6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c354",
                    table="accounts_invitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."used_at" IS DISTINCT FROM (NEW."used_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id") OR OLD."voided_at" IS DISTINCT FROM (NEW."voided_at"))',
                    func='INSERT INTO "accounts_invitationevent" ("expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "used_at", "user_id", "voided_at") VALUES (NEW."expires_at", NEW."id", NEW."invited_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."used_at", NEW."user_id", NEW."voided_at"); RETURN NULL;',
                    hash="5c891215e0da24a7ab7f9e05a7f5cbef42f8651e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4e12d",
                    table="accounts_invitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_invitationevent" ("expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "used_at", "user_id", "voided_at") VALUES (OLD."expires_at", OLD."id", OLD."invited_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_at", OLD."used_at", OLD."user_id", OLD."voided_at"); RETURN NULL;',
                    hash="fa8b680b1a27e1f250d479d063d76f81974c4916",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f2c14",
                    table="accounts_invitation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="daf23d962af867f3cb4eedb3f026a1b651002cd3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b4566",
                    table="accounts_invitationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9e9498e73f6fbdf2642fb33fa14189f1ad2382c8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_45b21",
                    table="accounts_userevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
