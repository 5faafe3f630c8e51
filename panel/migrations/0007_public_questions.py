import datetime
import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("panel", "0006_lateness_is_its_reason"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicQuestion",
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
                ("reference", models.CharField(editable=False, max_length=20, unique=True, verbose_name="number")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("web", "This website"),
                            ("email", "E-mail"),
                            ("letter", "Letter"),
                            ("in_person", "In person or by telephone"),
                        ],
                        max_length=10,
                        verbose_name="how it came",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("organisation", models.CharField(blank=True, help_text="If they ask for one.", max_length=150)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("questioner", models.CharField(editable=False, max_length=254)),
                (
                    "nth",
                    models.PositiveSmallIntegerField(editable=False, verbose_name="which of the person's questions"),
                ),
                ("text", models.TextField(verbose_name="question")),
                ("speaks", models.BooleanField(default=True, verbose_name="wants to put it at the meeting")),
                ("may_be_named", models.BooleanField(default=False, verbose_name="agrees that the name is published")),
                ("received_at", models.DateTimeField(verbose_name="received")),
                (
                    "late_reason",
                    models.CharField(
                        blank=True,
                        help_text="Of a question received after the day.",
                        max_length=500,
                        verbose_name="why the chair takes it late",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Waiting for a decision"),
                            ("accepted", "Accepted"),
                            ("refused", "Not accepted"),
                            ("withdrawn", "Withdrawn"),
                            ("answered", "Answered"),
                        ],
                        default="received",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_our_business", "Not about the business of the Panel or the Commissioner"),
                            ("named_person", "About a named person or a case"),
                            ("offensive", "Defamatory, abusive or offensive"),
                            ("confidential", "Needs information that is exempt or confidential"),
                            ("asked_before", "The same as a question asked in the past six months"),
                            ("no_question", "A statement, not a question"),
                        ],
                        max_length=20,
                        verbose_name="why it was not accepted",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason given to the person")),
                ("answer", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.CharField(
                        blank=True,
                        help_text="A post: the Commissioner, the Chair.",
                        max_length=150,
                        verbose_name="who answered",
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        blank=True,
                        choices=[("at_meeting", "At the meeting"), ("in_writing", "In writing")],
                        max_length=12,
                        verbose_name="how it was answered",
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "decided_by",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_questions",
                        to="panel.panelmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "public question",
                "indexes": [models.Index(fields=["meeting", "received_at"], name="panel_question_order")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["received", "accepted", "answered"])),
                        fields=("meeting", "questioner", "nth"),
                        name="panel_question_nth_once",
                        violation_error_message="Another question of this person was recorded a moment ago.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nth__gte", 1), models.Q(("questioner", ""), _negated=True)),
                        name="panel_question_counted",
                        violation_error_message="A question counts for its questioner, from 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "web"), _negated=True),
                            models.Q(("email", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="panel_question_web_has_email",
                        violation_error_message="A question from the website has an e-mail address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "received"), ("decided_at", None)),
                            models.Q(models.Q(("state", "received"), _negated=True), ("decided_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="panel_question_decided_has_time",
                        violation_error_message="Give the time of the decision if, and only if, there is one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "refused"),
                                models.Q(("ground", ""), _negated=True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(models.Q(("state", "refused"), _negated=True), ("ground", "")),
                            _connector="OR",
                        ),
                        name="panel_question_refused_has_grounds",
                        violation_error_message="Say why, if and only if the question is not accepted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_on__isnull", False),
                                ("state", "answered"),
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("answered_by", ""), _negated=True),
                                models.Q(("manner", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "answered"), _negated=True),
                                ("answer", ""),
                                ("answered_by", ""),
                                ("answered_on", None),
                                ("manner", ""),
                            ),
                            _connector="OR",
                        ),
                        name="panel_question_answer_whole",
                        violation_error_message="An answer has its words, who gave it, how, and the day.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicQuestionEvent",
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
                ("reference", models.CharField(editable=False, max_length=20, verbose_name="number")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("web", "This website"),
                            ("email", "E-mail"),
                            ("letter", "Letter"),
                            ("in_person", "In person or by telephone"),
                        ],
                        max_length=10,
                        verbose_name="how it came",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("organisation", models.CharField(blank=True, help_text="If they ask for one.", max_length=150)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("questioner", models.CharField(editable=False, max_length=254)),
                (
                    "nth",
                    models.PositiveSmallIntegerField(editable=False, verbose_name="which of the person's questions"),
                ),
                ("text", models.TextField(verbose_name="question")),
                ("speaks", models.BooleanField(default=True, verbose_name="wants to put it at the meeting")),
                ("may_be_named", models.BooleanField(default=False, verbose_name="agrees that the name is published")),
                ("received_at", models.DateTimeField(verbose_name="received")),
                (
                    "late_reason",
                    models.CharField(
                        blank=True,
                        help_text="Of a question received after the day.",
                        max_length=500,
                        verbose_name="why the chair takes it late",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Waiting for a decision"),
                            ("accepted", "Accepted"),
                            ("refused", "Not accepted"),
                            ("withdrawn", "Withdrawn"),
                            ("answered", "Answered"),
                        ],
                        default="received",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_our_business", "Not about the business of the Panel or the Commissioner"),
                            ("named_person", "About a named person or a case"),
                            ("offensive", "Defamatory, abusive or offensive"),
                            ("confidential", "Needs information that is exempt or confidential"),
                            ("asked_before", "The same as a question asked in the past six months"),
                            ("no_question", "A statement, not a question"),
                        ],
                        max_length=20,
                        verbose_name="why it was not accepted",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason given to the person")),
                ("answer", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.CharField(
                        blank=True,
                        help_text="A post: the Commissioner, the Chair.",
                        max_length=150,
                        verbose_name="who answered",
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        blank=True,
                        choices=[("at_meeting", "At the meeting"), ("in_writing", "In writing")],
                        max_length=12,
                        verbose_name="how it was answered",
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "decided_by",
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
                        to="panel.publicquestion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="panelrules",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="panelrules",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="panelrules",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="panelrules",
            name="questions_close",
            field=models.TimeField(
                default=datetime.time(17, 0),
                help_text="London time.",
                verbose_name="time by which questions are due on their last day",
            ),
        ),
        migrations.AddField(
            model_name="panelrulesevent",
            name="questions_close",
            field=models.TimeField(
                default=datetime.time(17, 0),
                help_text="London time.",
                verbose_name="time by which questions are due on their last day",
            ),
        ),
        AddTrigger(
            model_name="panelrules",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelrulesevent" ("clear_days", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_close", "questions_each", "quorum_divisor", "starts_at") VALUES (NEW."clear_days", NEW."counting", NEW."id", NEW."minutes_each", NEW."minutes_in_all", NEW."office_closes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question_days", NEW."questions_close", NEW."questions_each", NEW."quorum_divisor", NEW."starts_at"); RETURN NULL;',
                    hash="f0d238355553e9677533ecb60d61ae5fe1f3faff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4f84c",
                    table="panel_panelrules",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelrules",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_panelrulesevent" ("clear_days", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_close", "questions_each", "quorum_divisor", "starts_at") VALUES (NEW."clear_days", NEW."counting", NEW."id", NEW."minutes_each", NEW."minutes_in_all", NEW."office_closes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question_days", NEW."questions_close", NEW."questions_each", NEW."quorum_divisor", NEW."starts_at"); RETURN NULL;',
                    hash="215e4946c685488412c38991d8a9343aca56b0d4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_507b2",
                    table="panel_panelrules",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelrules",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelrulesevent" ("clear_days", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_close", "questions_each", "quorum_divisor", "starts_at") VALUES (OLD."clear_days", OLD."counting", OLD."id", OLD."minutes_each", OLD."minutes_in_all", OLD."office_closes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question_days", OLD."questions_close", OLD."questions_each", OLD."quorum_divisor", OLD."starts_at"); RETURN NULL;',
                    hash="2d1d649adb54a8e00789658410074a82557cdb2c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_286ff",
                    table="panel_panelrules",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_publicquestionevent" ("answer", "answered_by", "answered_on", "channel", "decided_at", "decided_by_id", "email", "ground", "id", "is_synthetic", "late_reason", "manner", "may_be_named", "meeting_id", "name", "nth", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "questioner", "reason", "received_at", "reference", "source", "speaks", "state", "text") VALUES (NEW."answer", NEW."answered_by", NEW."answered_on", NEW."channel", NEW."decided_at", NEW."decided_by_id", NEW."email", NEW."ground", NEW."id", NEW."is_synthetic", NEW."late_reason", NEW."manner", NEW."may_be_named", NEW."meeting_id", NEW."name", NEW."nth", NEW."organisation", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."questioner", NEW."reason", NEW."received_at", NEW."reference", NEW."source", NEW."speaks", NEW."state", NEW."text"); RETURN NULL;',
                    hash="d467b31a1bf41bb0f8f85d0b8661420fc19cc0e0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9d8f7",
                    table="panel_publicquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_publicquestionevent" ("answer", "answered_by", "answered_on", "channel", "decided_at", "decided_by_id", "email", "ground", "id", "is_synthetic", "late_reason", "manner", "may_be_named", "meeting_id", "name", "nth", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "questioner", "reason", "received_at", "reference", "source", "speaks", "state", "text") VALUES (NEW."answer", NEW."answered_by", NEW."answered_on", NEW."channel", NEW."decided_at", NEW."decided_by_id", NEW."email", NEW."ground", NEW."id", NEW."is_synthetic", NEW."late_reason", NEW."manner", NEW."may_be_named", NEW."meeting_id", NEW."name", NEW."nth", NEW."organisation", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."questioner", NEW."reason", NEW."received_at", NEW."reference", NEW."source", NEW."speaks", NEW."state", NEW."text"); RETURN NULL;',
                    hash="53d05436db4999c6b99ca050c66106983f6f6354",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dfac2",
                    table="panel_publicquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_publicquestionevent" ("answer", "answered_by", "answered_on", "channel", "decided_at", "decided_by_id", "email", "ground", "id", "is_synthetic", "late_reason", "manner", "may_be_named", "meeting_id", "name", "nth", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "questioner", "reason", "received_at", "reference", "source", "speaks", "state", "text") VALUES (OLD."answer", OLD."answered_by", OLD."answered_on", OLD."channel", OLD."decided_at", OLD."decided_by_id", OLD."email", OLD."ground", OLD."id", OLD."is_synthetic", OLD."late_reason", OLD."manner", OLD."may_be_named", OLD."meeting_id", OLD."name", OLD."nth", OLD."organisation", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."questioner", OLD."reason", OLD."received_at", OLD."reference", OLD."source", OLD."speaks", OLD."state", OLD."text"); RETURN NULL;',
                    hash="0c6273c79f8aeae2bd95eac9baeff7acb426f661",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9d27c",
                    table="panel_publicquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicquestionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5c754a0d327b714edf7f01bf6a2eada0d1f31508",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_017df",
                    table="panel_publicquestionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
