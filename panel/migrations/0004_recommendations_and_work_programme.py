import uuid

import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("panel", "0002_meetings_and_agendas"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="PanelLetter",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("letter", "The Panel’s letter"), ("reply", "The Commissioner’s reply")], max_length=10
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("commissioner", "The Commissioner"),
                            ("chief_constable", "The Chief Constable"),
                            ("panel", "The Panel"),
                            ("support_officer", "The Panel support officer"),
                            ("other", "Somebody else"),
                        ],
                        default="commissioner",
                        max_length=20,
                        verbose_name="recipient",
                    ),
                ),
                ("is_exempt", models.BooleanField(default=False, editable=False, verbose_name="exempt")),
                ("subject", models.CharField(max_length=200)),
                ("dated_on", models.DateField(verbose_name="date of the letter")),
                ("opening", models.TextField(blank=True, help_text="Stands before the recommendations.")),
                ("closing", models.TextField(blank=True, help_text="Stands after them.")),
                ("signed_by", models.CharField(help_text="Name and post of whoever signs.", max_length=150)),
                (
                    "state",
                    models.CharField(choices=[("draft", "Draft"), ("sent", "Sent")], default="draft", max_length=10),
                ),
                ("contents", models.JSONField(blank=True, editable=False, null=True)),
                ("file", models.FileField(blank=True, upload_to="letters/")),
                ("pages", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answers",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reply",
                        to="panel.panelletter",
                        verbose_name="reply to",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="panel.panelmeeting"
                    ),
                ),
                (
                    "sent_by",
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
                "verbose_name": "letter of the Panel",
                "verbose_name_plural": "letters of the Panel",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "letter")),
                        fields=("meeting", "to", "is_exempt"),
                        name="panel_letter_once_a_meeting",
                        violation_error_message="There is a letter about this meeting to the same person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answers", None), ("kind", "letter")),
                            models.Q(("answers__isnull", False), ("kind", "reply")),
                            _connector="OR",
                        ),
                        name="panel_letter_reply_answers",
                        violation_error_message="A reply answers a letter, and a letter of the Panel answers none.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("contents", None),
                                ("file", ""),
                                ("pages", None),
                                ("sent_at", None),
                                ("sha256", ""),
                                ("size", None),
                                ("state", "draft"),
                            ),
                            models.Q(
                                ("contents__isnull", False),
                                ("pages__gte", 1),
                                ("sent_at__isnull", False),
                                ("size__gte", 1),
                                ("state", "sent"),
                                models.Q(("file", ""), _negated=True),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="panel_letter_sent_all_or_none",
                        violation_error_message="A letter that was sent has its PDF, and a draft has none.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkItem",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("dated", "Dated"),
                            ("standing", "Standing item"),
                            ("to_timetable", "To be timetabled"),
                        ],
                        default="to_timetable",
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="item")),
                ("detail", models.TextField(blank=True, help_text="What the Panel wants to hear.")),
                ("lead", models.CharField(blank=True, help_text="A post, or a body.", max_length=150)),
                (
                    "when_words",
                    models.CharField(
                        blank=True,
                        help_text="Of an item to be timetabled: spring 2019.",
                        max_length=100,
                        verbose_name="when, as far as known",
                    ),
                ),
                ("requested_by", models.CharField(blank=True, max_length=150, verbose_name="asked for by")),
                ("requested_on", models.DateField(blank=True, null=True, verbose_name="asked for on")),
                ("last_report_on", models.DateField(blank=True, null=True, verbose_name="date of last report")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "To come"), ("done", "Taken"), ("dropped", "Taken off")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("dropped_reason", models.CharField(blank=True, max_length=500, verbose_name="why it was taken off")),
                (
                    "item",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="work_item",
                        to="panel.agendaitem",
                        verbose_name="on the agenda as",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        help_text="The venue follows the meeting.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work_items",
                        to="panel.panelmeeting",
                        verbose_name="meeting of the next report",
                    ),
                ),
            ],
            options={
                "verbose_name": "item of the work programme",
                "verbose_name_plural": "work programme",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "dated"), ("meeting__isnull", False), ("when_words", "")),
                            models.Q(("kind", "to_timetable"), ("meeting", None)),
                            models.Q(("kind", "standing"), ("meeting", None), ("when_words", "")),
                            _connector="OR",
                        ),
                        name="panel_work_meeting_if_dated",
                        violation_error_message="A dated item has its meeting. Only one to be timetabled says when in words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "dropped"), models.Q(("dropped_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "dropped"), _negated=True), ("dropped_reason", "")),
                            _connector="OR",
                        ),
                        name="panel_work_dropped_has_reason",
                        violation_error_message="Give the reason if, and only if, the item is taken off.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelLetterEvent",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("letter", "The Panel’s letter"), ("reply", "The Commissioner’s reply")], max_length=10
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("commissioner", "The Commissioner"),
                            ("chief_constable", "The Chief Constable"),
                            ("panel", "The Panel"),
                            ("support_officer", "The Panel support officer"),
                            ("other", "Somebody else"),
                        ],
                        default="commissioner",
                        max_length=20,
                        verbose_name="recipient",
                    ),
                ),
                ("is_exempt", models.BooleanField(default=False, editable=False, verbose_name="exempt")),
                ("subject", models.CharField(max_length=200)),
                ("dated_on", models.DateField(verbose_name="date of the letter")),
                ("opening", models.TextField(blank=True, help_text="Stands before the recommendations.")),
                ("closing", models.TextField(blank=True, help_text="Stands after them.")),
                ("signed_by", models.CharField(help_text="Name and post of whoever signs.", max_length=150)),
                (
                    "state",
                    models.CharField(choices=[("draft", "Draft"), ("sent", "Sent")], default="draft", max_length=10),
                ),
                ("file", models.FileField(blank=True, upload_to="letters/")),
                ("pages", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answers",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelletter",
                        verbose_name="reply to",
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
                        to="panel.panelletter",
                    ),
                ),
                (
                    "sent_by",
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
            name="Recommendation",
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
                ("reference", models.CharField(editable=False, max_length=10, unique=True, verbose_name="number")),
                ("title", models.CharField(max_length=150, verbose_name="short title")),
                ("text", models.TextField(editable=False, verbose_name="as resolved")),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("commissioner", "The Commissioner"),
                            ("chief_constable", "The Chief Constable"),
                            ("panel", "The Panel"),
                            ("support_officer", "The Panel support officer"),
                            ("other", "Somebody else"),
                        ],
                        default="commissioner",
                        max_length=20,
                        verbose_name="recipient",
                    ),
                ),
                (
                    "to_other",
                    models.CharField(
                        blank=True,
                        help_text="A body or a post, where it goes to somebody else.",
                        max_length=150,
                        verbose_name="to whom",
                    ),
                ),
                ("lead", models.CharField(blank=True, help_text="A post: Chief executive.", max_length=150)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="response due")),
                ("update_on", models.DateField(blank=True, null=True, verbose_name="back to the Panel on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("made", "Made"),
                            ("sent", "Letter sent"),
                            ("responded", "Responded"),
                            ("in_progress", "In progress"),
                            ("for_verdict", "For the Panel’s verdict"),
                            ("closed", "Closed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="made",
                        max_length=12,
                    ),
                ),
                (
                    "letter_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number in the letter"),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=500, verbose_name="why it was withdrawn")),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="panel.panelletter",
                    ),
                ),
                (
                    "resolution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendation",
                        to="panel.resolution",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "due_on"], name="panel_recommendation_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reference__regex", "^[0-9]{4}/[0-9]{2,}$")),
                        name="panel_recommendation_reference",
                        violation_error_message="A recommendation is numbered by year, as 2018/03.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to", "other"), models.Q(("to_other", ""), _negated=True)),
                            models.Q(models.Q(("to", "other"), _negated=True), ("to_other", "")),
                            _connector="OR",
                        ),
                        name="panel_recommendation_to_whom",
                        violation_error_message="Say to whom it goes if, and only if, that is somebody else.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("letter", None), ("letter_number", None)),
                            models.Q(("letter__isnull", False), ("letter_number__gte", 1)),
                            _connector="OR",
                        ),
                        name="panel_recommendation_letter_has_number",
                        violation_error_message="A recommendation in a letter has its number there, from 1.",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("letter", "letter_number"),
                        name="panel_recommendation_letter_number_once",
                        violation_error_message="Another recommendation has this number in the letter.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on__isnull", False), ("state__in", ["closed", "withdrawn"])),
                            models.Q(
                                models.Q(("state__in", ["closed", "withdrawn"]), _negated=True), ("closed_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="panel_recommendation_ended_has_day",
                        violation_error_message="A recommendation has the day on which it ended if, and only if, it ended.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), models.Q(("withdrawn_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_reason", "")),
                            _connector="OR",
                        ),
                        name="panel_recommendation_withdrawn_has_reason",
                        violation_error_message="Give the reason if, and only if, the recommendation is withdrawn.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkItemEvent",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("dated", "Dated"),
                            ("standing", "Standing item"),
                            ("to_timetable", "To be timetabled"),
                        ],
                        default="to_timetable",
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="item")),
                ("detail", models.TextField(blank=True, help_text="What the Panel wants to hear.")),
                ("lead", models.CharField(blank=True, help_text="A post, or a body.", max_length=150)),
                (
                    "when_words",
                    models.CharField(
                        blank=True,
                        help_text="Of an item to be timetabled: spring 2019.",
                        max_length=100,
                        verbose_name="when, as far as known",
                    ),
                ),
                ("requested_by", models.CharField(blank=True, max_length=150, verbose_name="asked for by")),
                ("requested_on", models.DateField(blank=True, null=True, verbose_name="asked for on")),
                ("last_report_on", models.DateField(blank=True, null=True, verbose_name="date of last report")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "To come"), ("done", "Taken"), ("dropped", "Taken off")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("dropped_reason", models.CharField(blank=True, max_length=500, verbose_name="why it was taken off")),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.agendaitem",
                        verbose_name="on the agenda as",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The venue follows the meeting.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                        verbose_name="meeting of the next report",
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
                        to="panel.workitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkMove",
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
                ("reason", models.CharField(max_length=500)),
                ("moved_at", models.DateTimeField()),
                (
                    "from_meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panel.panelmeeting",
                    ),
                ),
                (
                    "moved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panel.panelmeeting",
                    ),
                ),
                (
                    "work_item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="panel.workitem",
                        verbose_name="item",
                    ),
                ),
            ],
            options={
                "verbose_name": "move in the work programme",
                "verbose_name_plural": "moves in the work programme",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="panel_move_has_reason",
                        violation_error_message="Say why the item is moved.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_meeting", models.F("to_meeting")), _negated=True),
                            ("from_meeting", None),
                            ("to_meeting", None),
                            _connector="OR",
                        ),
                        name="panel_move_elsewhere",
                        violation_error_message="An item is moved to another meeting.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelAction",
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
                ("text", models.CharField(max_length=500, verbose_name="what is to be done")),
                ("lead", models.CharField(help_text="A post: Treasurer.", max_length=150)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due")),
                ("update_on", models.DateField(blank=True, null=True, verbose_name="update for the Panel on")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("done", "Done"), ("dropped", "Dropped")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="done or dropped on")),
                (
                    "outcome",
                    models.CharField(blank=True, max_length=500, verbose_name="what came of it, or why it was dropped"),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        help_text="The item of an agenda, where it belongs to no recommendation.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="panel.agendaitem",
                        verbose_name="agreed under",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        help_text="The member of the Panel who does it, if one does.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="panel.member",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="panel.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "action of the Panel",
                "verbose_name_plural": "actions of the Panel",
                "indexes": [models.Index(fields=["state", "due_on"], name="panel_action_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("item", None), ("recommendation__isnull", False)),
                            models.Q(("item__isnull", False), ("recommendation", None)),
                            _connector="OR",
                        ),
                        name="panel_action_from_one",
                        violation_error_message="An action belongs to a recommendation, or to the item of an agenda under which it was agreed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("outcome", ""), ("state", "open")),
                            models.Q(models.Q(("state", "open"), _negated=True), ("ended_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="panel_action_ended_has_day",
                        violation_error_message="An action has the day on which it ended if, and only if, it ended.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "dropped"), _negated=True),
                            models.Q(("outcome", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="panel_action_dropped_has_reason",
                        violation_error_message="Say why the action is dropped.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelVerdict",
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
                (
                    "opinion",
                    models.CharField(
                        choices=[
                            ("satisfied", "Satisfied"),
                            ("partly", "Partly satisfied"),
                            ("not_satisfied", "Not satisfied"),
                        ],
                        max_length=15,
                        verbose_name="the Panel is",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="what the Panel said")),
                ("update_on", models.DateField(blank=True, null=True, verbose_name="back to the Panel on")),
                ("recorded_at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="panel.agendaitem",
                        verbose_name="given under",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="verdicts", to="panel.recommendation"
                    ),
                ),
            ],
            options={
                "verbose_name": "verdict of the Panel",
                "verbose_name_plural": "verdicts of the Panel",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "item"),
                        name="panel_verdict_once_an_item",
                        violation_error_message="The Panel's verdict under this item is recorded.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opinion", "satisfied"), ("update_on", None)),
                            models.Q(models.Q(("opinion", "satisfied"), _negated=True), ("update_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="panel_verdict_comes_back",
                        violation_error_message="Give the day on which the Panel hears again, unless it is satisfied.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationEvent",
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
                ("reference", models.CharField(editable=False, max_length=10, verbose_name="number")),
                ("title", models.CharField(max_length=150, verbose_name="short title")),
                ("text", models.TextField(editable=False, verbose_name="as resolved")),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("commissioner", "The Commissioner"),
                            ("chief_constable", "The Chief Constable"),
                            ("panel", "The Panel"),
                            ("support_officer", "The Panel support officer"),
                            ("other", "Somebody else"),
                        ],
                        default="commissioner",
                        max_length=20,
                        verbose_name="recipient",
                    ),
                ),
                (
                    "to_other",
                    models.CharField(
                        blank=True,
                        help_text="A body or a post, where it goes to somebody else.",
                        max_length=150,
                        verbose_name="to whom",
                    ),
                ),
                ("lead", models.CharField(blank=True, help_text="A post: Chief executive.", max_length=150)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="response due")),
                ("update_on", models.DateField(blank=True, null=True, verbose_name="back to the Panel on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("made", "Made"),
                            ("sent", "Letter sent"),
                            ("responded", "Responded"),
                            ("in_progress", "In progress"),
                            ("for_verdict", "For the Panel’s verdict"),
                            ("closed", "Closed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="made",
                        max_length=12,
                    ),
                ),
                (
                    "letter_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number in the letter"),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=500, verbose_name="why it was withdrawn")),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelletter",
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
                        to="panel.recommendation",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.resolution",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecommendationResponse",
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
                (
                    "answer",
                    models.CharField(
                        choices=[("accepted", "Accepted"), ("in_part", "Accepted in part"), ("rejected", "Rejected")],
                        max_length=10,
                    ),
                ),
                ("part", models.CharField(blank=True, max_length=500, verbose_name="which part is accepted")),
                ("reason", models.CharField(blank=True, max_length=1000, verbose_name="why it is rejected")),
                ("text", models.TextField(verbose_name="the response")),
                ("given_on", models.DateField(verbose_name="date of the response")),
                ("published_url", models.URLField(blank=True, verbose_name="where it is published")),
                (
                    "recommendation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="response", to="panel.recommendation"
                    ),
                ),
                (
                    "recorded_by",
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
                "verbose_name": "response to a recommendation",
                "verbose_name_plural": "responses to recommendations",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "in_part"), models.Q(("part", ""), _negated=True)),
                            models.Q(models.Q(("answer", "in_part"), _negated=True), ("part", "")),
                            _connector="OR",
                        ),
                        name="panel_response_part",
                        violation_error_message="Say which part is accepted if, and only if, a part is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "rejected"), models.Q(("reason", ""), _negated=True)),
                            models.Q(models.Q(("answer", "rejected"), _negated=True), ("reason", "")),
                            _connector="OR",
                        ),
                        name="panel_response_rejected_has_reason",
                        violation_error_message="Give the reason if, and only if, the recommendation is rejected.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="panel_response_has_text",
                        violation_error_message="Enter the response.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkMoveEvent",
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
                ("reason", models.CharField(max_length=500)),
                ("moved_at", models.DateTimeField()),
                (
                    "from_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                    ),
                ),
                (
                    "moved_by",
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
                        to="panel.workmove",
                    ),
                ),
                (
                    "to_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                    ),
                ),
                (
                    "work_item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.workitem",
                        verbose_name="item",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                ("title", models.CharField(max_length=150)),
                ("on", models.DateField(help_text="On which it was published or looked at.", verbose_name="day")),
                ("url", models.URLField(blank=True, verbose_name="address")),
                ("file", models.FileField(blank=True, upload_to="evidence/")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name of the file")),
                ("content_type", models.CharField(blank=True, max_length=60)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
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
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="panel.panelaction",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="panel.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("action", None), ("recommendation__isnull", False)),
                            models.Q(("action__isnull", False), ("recommendation", None)),
                            _connector="OR",
                        ),
                        name="panel_evidence_of_one",
                        violation_error_message="Evidence is about a recommendation or about an action.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("url", ""), _negated=True), ("file", ""), ("sha256", ""), ("size", None)
                            ),
                            models.Q(
                                ("size__isnull", False),
                                ("url", ""),
                                models.Q(("file", ""), _negated=True),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="panel_evidence_link_or_file",
                        violation_error_message="Give an address or a file, not both.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressUpdate",
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
                ("on", models.DateField(verbose_name="day")),
                ("text", models.CharField(max_length=1000, verbose_name="what was done")),
                ("written_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="panel.panelaction",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="panel.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "progress update",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("action", None), ("recommendation__isnull", False)),
                            models.Q(("action__isnull", False), ("recommendation", None)),
                            _connector="OR",
                        ),
                        name="panel_update_of_one",
                        violation_error_message="An update is about a recommendation or about an action.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="panel_update_has_text",
                        violation_error_message="Enter what was done.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelVerdictEvent",
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
                (
                    "opinion",
                    models.CharField(
                        choices=[
                            ("satisfied", "Satisfied"),
                            ("partly", "Partly satisfied"),
                            ("not_satisfied", "Not satisfied"),
                        ],
                        max_length=15,
                        verbose_name="the Panel is",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="what the Panel said")),
                ("update_on", models.DateField(blank=True, null=True, verbose_name="back to the Panel on")),
                ("recorded_at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.agendaitem",
                        verbose_name="given under",
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
                        to="panel.panelverdict",
                    ),
                ),
                (
                    "recorded_by",
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
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PanelActionEvent",
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
                ("text", models.CharField(max_length=500, verbose_name="what is to be done")),
                ("lead", models.CharField(help_text="A post: Treasurer.", max_length=150)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due")),
                ("update_on", models.DateField(blank=True, null=True, verbose_name="update for the Panel on")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("done", "Done"), ("dropped", "Dropped")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="done or dropped on")),
                (
                    "outcome",
                    models.CharField(blank=True, max_length=500, verbose_name="what came of it, or why it was dropped"),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The item of an agenda, where it belongs to no recommendation.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.agendaitem",
                        verbose_name="agreed under",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The member of the Panel who does it, if one does.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.member",
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
                        to="panel.panelaction",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecommendationResponseEvent",
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
                (
                    "answer",
                    models.CharField(
                        choices=[("accepted", "Accepted"), ("in_part", "Accepted in part"), ("rejected", "Rejected")],
                        max_length=10,
                    ),
                ),
                ("part", models.CharField(blank=True, max_length=500, verbose_name="which part is accepted")),
                ("reason", models.CharField(blank=True, max_length=1000, verbose_name="why it is rejected")),
                ("text", models.TextField(verbose_name="the response")),
                ("given_on", models.DateField(verbose_name="date of the response")),
                ("published_url", models.URLField(blank=True, verbose_name="where it is published")),
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
                        to="panel.recommendationresponse",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.recommendation",
                    ),
                ),
                (
                    "recorded_by",
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
            name="ProgressUpdateEvent",
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
                ("on", models.DateField(verbose_name="day")),
                ("text", models.CharField(max_length=1000, verbose_name="what was done")),
                ("written_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelaction",
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
                        to="panel.progressupdate",
                    ),
                ),
                (
                    "written_by",
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
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
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
                ("title", models.CharField(max_length=150)),
                ("on", models.DateField(help_text="On which it was published or looked at.", verbose_name="day")),
                ("url", models.URLField(blank=True, verbose_name="address")),
                ("file", models.FileField(blank=True, upload_to="evidence/")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name of the file")),
                ("content_type", models.CharField(blank=True, max_length=60)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
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
                        to="panel.evidence",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelaction",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="panelletter",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_sent",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'sent')",
                    func="RAISE EXCEPTION 'a letter that was sent is frozen' USING ERRCODE = 'restrict_violation';",
                    hash="647b5b0e15b58ba1477ceef2c1b4ba63ac8f5f4f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_once_sent_294e6",
                    table="panel_panelletter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelletter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelletterevent" ("answers_id", "closing", "dated_on", "file", "id", "is_exempt", "is_synthetic", "kind", "meeting_id", "opening", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sent_at", "sent_by_id", "sha256", "signed_by", "size", "source", "state", "subject", "to") VALUES (NEW."answers_id", NEW."closing", NEW."dated_on", NEW."file", NEW."id", NEW."is_exempt", NEW."is_synthetic", NEW."kind", NEW."meeting_id", NEW."opening", NEW."pages", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."sent_at", NEW."sent_by_id", NEW."sha256", NEW."signed_by", NEW."size", NEW."source", NEW."state", NEW."subject", NEW."to"); RETURN NULL;',
                    hash="6c8e8bf3353326072876811e7cdc760f7cf4e8a2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ae297",
                    table="panel_panelletter",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelletter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answers_id" IS DISTINCT FROM (NEW."answers_id") OR OLD."closing" IS DISTINCT FROM (NEW."closing") OR OLD."dated_on" IS DISTINCT FROM (NEW."dated_on") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_exempt" IS DISTINCT FROM (NEW."is_exempt") OR OLD."is_synthetic" IS DISTINCT FROM (NEW."is_synthetic") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."opening" IS DISTINCT FROM (NEW."opening") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."signed_by" IS DISTINCT FROM (NEW."signed_by") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."to" IS DISTINCT FROM (NEW."to"))',
                    func='INSERT INTO "panel_panelletterevent" ("answers_id", "closing", "dated_on", "file", "id", "is_exempt", "is_synthetic", "kind", "meeting_id", "opening", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sent_at", "sent_by_id", "sha256", "signed_by", "size", "source", "state", "subject", "to") VALUES (NEW."answers_id", NEW."closing", NEW."dated_on", NEW."file", NEW."id", NEW."is_exempt", NEW."is_synthetic", NEW."kind", NEW."meeting_id", NEW."opening", NEW."pages", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."sent_at", NEW."sent_by_id", NEW."sha256", NEW."signed_by", NEW."size", NEW."source", NEW."state", NEW."subject", NEW."to"); RETURN NULL;',
                    hash="9b56cc4bb426f60e6cc45a0f2994f2945c5e8467",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_caf6b",
                    table="panel_panelletter",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelletter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelletterevent" ("answers_id", "closing", "dated_on", "file", "id", "is_exempt", "is_synthetic", "kind", "meeting_id", "opening", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sent_at", "sent_by_id", "sha256", "signed_by", "size", "source", "state", "subject", "to") VALUES (OLD."answers_id", OLD."closing", OLD."dated_on", OLD."file", OLD."id", OLD."is_exempt", OLD."is_synthetic", OLD."kind", OLD."meeting_id", OLD."opening", OLD."pages", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."sent_at", OLD."sent_by_id", OLD."sha256", OLD."signed_by", OLD."size", OLD."source", OLD."state", OLD."subject", OLD."to"); RETURN NULL;',
                    hash="06bd85fd18fcd97939c26d6a658ab6bdf540977f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5606c",
                    table="panel_panelletter",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelletterevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="82dac1f782578bc3c21e5ff4a3386317d0c726aa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7290c",
                    table="panel_panelletterevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'recommendations are never deleted' USING ERRCODE = 'restrict_violation';",
                    hash="ee3df25768ec8ba9a46991c1a9ee4d01fc4e54cb",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_0d3f1",
                    table="panel_recommendation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."resolution_id" IS DISTINCT FROM (NEW."resolution_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func="RAISE EXCEPTION 'a recommendation keeps its number, resolution and words' USING ERRCODE = 'restrict_violation';",
                    hash="f2d493a3d6b2b5dab0a5e32bc4f0dc9e4d5b415e",
                    operation="UPDATE",
                    pgid="pgtrigger_fixed_fdd93",
                    table="panel_recommendation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_recommendationevent" ("closed_on", "due_on", "id", "is_synthetic", "lead", "letter_id", "letter_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "resolution_id", "source", "state", "text", "title", "to", "to_other", "update_on", "withdrawn_reason") VALUES (NEW."closed_on", NEW."due_on", NEW."id", NEW."is_synthetic", NEW."lead", NEW."letter_id", NEW."letter_number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reference", NEW."resolution_id", NEW."source", NEW."state", NEW."text", NEW."title", NEW."to", NEW."to_other", NEW."update_on", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="6e2e146589075d96ea5b58ae8e718892b78bb935",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_994df",
                    table="panel_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_recommendationevent" ("closed_on", "due_on", "id", "is_synthetic", "lead", "letter_id", "letter_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "resolution_id", "source", "state", "text", "title", "to", "to_other", "update_on", "withdrawn_reason") VALUES (NEW."closed_on", NEW."due_on", NEW."id", NEW."is_synthetic", NEW."lead", NEW."letter_id", NEW."letter_number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."reference", NEW."resolution_id", NEW."source", NEW."state", NEW."text", NEW."title", NEW."to", NEW."to_other", NEW."update_on", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="2d3e1277018a949938919943b90e356cf929ab3e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7b5a4",
                    table="panel_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_recommendationevent" ("closed_on", "due_on", "id", "is_synthetic", "lead", "letter_id", "letter_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reference", "resolution_id", "source", "state", "text", "title", "to", "to_other", "update_on", "withdrawn_reason") VALUES (OLD."closed_on", OLD."due_on", OLD."id", OLD."is_synthetic", OLD."lead", OLD."letter_id", OLD."letter_number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reference", OLD."resolution_id", OLD."source", OLD."state", OLD."text", OLD."title", OLD."to", OLD."to_other", OLD."update_on", OLD."withdrawn_reason"); RETURN NULL;',
                    hash="8ca65a711bff23bde757d96e8f4e772ca0c04d7b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2e40d",
                    table="panel_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="progressupdateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2357525b5fe30ff84b24cff7f07ed40f6cf70621",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_33a4f",
                    table="panel_progressupdateevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="progressupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'progress updates are added to, never changed' USING ERRCODE = 'restrict_violation';",
                    hash="1012d36a024698eb1baa7fead486fc05608d8758",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b03bc",
                    table="panel_progressupdate",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="progressupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_progressupdateevent" ("action_id", "id", "is_synthetic", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "source", "text", "written_at", "written_by_id") VALUES (NEW."action_id", NEW."id", NEW."is_synthetic", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recommendation_id", NEW."source", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="c01855c08844dc82de4c3cb4d05f9e4e5e79dd1e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ae2bd",
                    table="panel_progressupdate",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="progressupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_progressupdateevent" ("action_id", "id", "is_synthetic", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "source", "text", "written_at", "written_by_id") VALUES (NEW."action_id", NEW."id", NEW."is_synthetic", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recommendation_id", NEW."source", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="5a1b27864a78bcb0663b9e817cc2e3069687fe20",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c1755",
                    table="panel_progressupdate",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="progressupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_progressupdateevent" ("action_id", "id", "is_synthetic", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "source", "text", "written_at", "written_by_id") VALUES (OLD."action_id", OLD."id", OLD."is_synthetic", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recommendation_id", OLD."source", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="b9bb4f146dd515b61999c2fd8aed101fc3d46fbf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca681",
                    table="panel_progressupdate",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelverdictevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7d26ba395d774095878ba835ed4c6dd59dd08673",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2b93f",
                    table="panel_panelverdictevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelverdict",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'verdicts are added to, never changed' USING ERRCODE = 'restrict_violation';",
                    hash="d735bfc4297f1ba56bc63764936bdb4854fdc2a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ee884",
                    table="panel_panelverdict",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelverdict",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelverdictevent" ("id", "is_synthetic", "item_id", "note", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "recorded_at", "recorded_by_id", "source", "update_on") VALUES (NEW."id", NEW."is_synthetic", NEW."item_id", NEW."note", NEW."opinion", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recommendation_id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."update_on"); RETURN NULL;',
                    hash="dd656beb406fdced66a198387325a7c47829d3a0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a8d7d",
                    table="panel_panelverdict",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelverdict",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_panelverdictevent" ("id", "is_synthetic", "item_id", "note", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "recorded_at", "recorded_by_id", "source", "update_on") VALUES (NEW."id", NEW."is_synthetic", NEW."item_id", NEW."note", NEW."opinion", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recommendation_id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."update_on"); RETURN NULL;',
                    hash="2f6e54e1c68e3253d7b35ece0d8894b25006b7f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3e26e",
                    table="panel_panelverdict",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelverdict",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelverdictevent" ("id", "is_synthetic", "item_id", "note", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "recorded_at", "recorded_by_id", "source", "update_on") VALUES (OLD."id", OLD."is_synthetic", OLD."item_id", OLD."note", OLD."opinion", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recommendation_id", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."update_on"); RETURN NULL;',
                    hash="4ddefb9cbebdf0df9ed81ab0c461a80b3fd85078",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f878f",
                    table="panel_panelverdict",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelactionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="230e0792a6477ae0d6368d79883027511277389c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_413c7",
                    table="panel_panelactionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelaction",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'actions are never deleted' USING ERRCODE = 'restrict_violation';",
                    hash="fd095f0dbc415fd6258ad43f55a7fa7557d77868",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_cb207",
                    table="panel_panelaction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelactionevent" ("due_on", "ended_on", "id", "is_synthetic", "item_id", "lead", "member_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recommendation_id", "source", "state", "text", "update_on") VALUES (NEW."due_on", NEW."ended_on", NEW."id", NEW."is_synthetic", NEW."item_id", NEW."lead", NEW."member_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."recommendation_id", NEW."source", NEW."state", NEW."text", NEW."update_on"); RETURN NULL;',
                    hash="3c7923078337f6c352232260f4180aa3579dcbd0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_423ce",
                    table="panel_panelaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_panelactionevent" ("due_on", "ended_on", "id", "is_synthetic", "item_id", "lead", "member_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recommendation_id", "source", "state", "text", "update_on") VALUES (NEW."due_on", NEW."ended_on", NEW."id", NEW."is_synthetic", NEW."item_id", NEW."lead", NEW."member_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."recommendation_id", NEW."source", NEW."state", NEW."text", NEW."update_on"); RETURN NULL;',
                    hash="3172a3bd1f158dfae3cd94198409b1ba1f928838",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2a86b",
                    table="panel_panelaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelactionevent" ("due_on", "ended_on", "id", "is_synthetic", "item_id", "lead", "member_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recommendation_id", "source", "state", "text", "update_on") VALUES (OLD."due_on", OLD."ended_on", OLD."id", OLD."is_synthetic", OLD."item_id", OLD."lead", OLD."member_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."recommendation_id", OLD."source", OLD."state", OLD."text", OLD."update_on"); RETURN NULL;',
                    hash="a3b61438338294ce9148e88ecb58af3b377f1bd9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc904",
                    table="panel_panelaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9c067c2ee3672ad30487db53337e2da4d48fb9d6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5c850",
                    table="panel_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_evidenceevent" ("action_id", "added_by_id", "content_type", "file", "id", "is_synthetic", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recommendation_id", "sha256", "size", "source", "title", "url") VALUES (NEW."action_id", NEW."added_by_id", NEW."content_type", NEW."file", NEW."id", NEW."is_synthetic", NEW."name", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."recommendation_id", NEW."sha256", NEW."size", NEW."source", NEW."title", NEW."url"); RETURN NULL;',
                    hash="f39375df360a4cebe24d247d0835a0bc51e6ceb8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_92c66",
                    table="panel_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_evidenceevent" ("action_id", "added_by_id", "content_type", "file", "id", "is_synthetic", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recommendation_id", "sha256", "size", "source", "title", "url") VALUES (NEW."action_id", NEW."added_by_id", NEW."content_type", NEW."file", NEW."id", NEW."is_synthetic", NEW."name", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."recommendation_id", NEW."sha256", NEW."size", NEW."source", NEW."title", NEW."url"); RETURN NULL;',
                    hash="d5d1f1d219bdf53f16688c8646a7ee4ed98b356d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d283",
                    table="panel_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_evidenceevent" ("action_id", "added_by_id", "content_type", "file", "id", "is_synthetic", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recommendation_id", "sha256", "size", "source", "title", "url") VALUES (OLD."action_id", OLD."added_by_id", OLD."content_type", OLD."file", OLD."id", OLD."is_synthetic", OLD."name", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."recommendation_id", OLD."sha256", OLD."size", OLD."source", OLD."title", OLD."url"); RETURN NULL;',
                    hash="1911610e3681a7a96e046e0ea159b7529bda8df2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_220a6",
                    table="panel_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bc7addc070753667075c5169e34b792e5d712f2b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8bf23",
                    table="panel_recommendationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationresponse",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_recommendationresponseevent" ("answer", "given_on", "id", "is_synthetic", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_url", "reason", "recommendation_id", "recorded_by_id", "source", "text") VALUES (NEW."answer", NEW."given_on", NEW."id", NEW."is_synthetic", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_url", NEW."reason", NEW."recommendation_id", NEW."recorded_by_id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="d92dd8ef3bd0ef261583967435c656bd45490dea",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e89a4",
                    table="panel_recommendationresponse",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationresponse",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_recommendationresponseevent" ("answer", "given_on", "id", "is_synthetic", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_url", "reason", "recommendation_id", "recorded_by_id", "source", "text") VALUES (NEW."answer", NEW."given_on", NEW."id", NEW."is_synthetic", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_url", NEW."reason", NEW."recommendation_id", NEW."recorded_by_id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="72ad1e3374f2e5eaadc2a6f26f8cd22de7991920",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f781d",
                    table="panel_recommendationresponse",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationresponse",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_recommendationresponseevent" ("answer", "given_on", "id", "is_synthetic", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_url", "reason", "recommendation_id", "recorded_by_id", "source", "text") VALUES (OLD."answer", OLD."given_on", OLD."id", OLD."is_synthetic", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_url", OLD."reason", OLD."recommendation_id", OLD."recorded_by_id", OLD."source", OLD."text"); RETURN NULL;',
                    hash="9c14b92736229b389897a1c40dbb6aab405ffd61",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0311",
                    table="panel_recommendationresponse",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationresponseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="46b3c76e76c5fb9ce64b982bb239eaabd7ad1ecd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_27fa8",
                    table="panel_recommendationresponseevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="workitem",
            trigger=pgtrigger.compiler.Trigger(
                name="last_report_is_past",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.last_report_on > (now() AT TIME ZONE 'Europe/London')::date THEN\n        RAISE EXCEPTION 'the last report cannot be in the future' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.last_report_on > (SELECT held_on FROM panel_panelmeeting WHERE id = NEW.meeting_id) THEN\n        RAISE EXCEPTION 'the last report cannot be later than the next' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                    hash="b6d30eeab3032265154ea2e9e6e26c04539e70b8",
                    operation='INSERT OR UPDATE OF "last_report_on", "meeting_id"',
                    pgid="pgtrigger_last_report_is_past_90041",
                    table="panel_workitem",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="workitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_workitemevent" ("detail", "dropped_reason", "id", "is_synthetic", "item_id", "kind", "last_report_on", "lead", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "requested_by", "requested_on", "source", "state", "title", "when_words") VALUES (NEW."detail", NEW."dropped_reason", NEW."id", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."last_report_on", NEW."lead", NEW."meeting_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."public_id", NEW."requested_by", NEW."requested_on", NEW."source", NEW."state", NEW."title", NEW."when_words"); RETURN NULL;',
                    hash="26851224fe805a7054482582c9e0a04ce57c0551",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_35868",
                    table="panel_workitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_workitemevent" ("detail", "dropped_reason", "id", "is_synthetic", "item_id", "kind", "last_report_on", "lead", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "requested_by", "requested_on", "source", "state", "title", "when_words") VALUES (NEW."detail", NEW."dropped_reason", NEW."id", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."last_report_on", NEW."lead", NEW."meeting_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."public_id", NEW."requested_by", NEW."requested_on", NEW."source", NEW."state", NEW."title", NEW."when_words"); RETURN NULL;',
                    hash="b6b7b5a4ceeda9d825a124d2d7831c39447fab3d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3fbf9",
                    table="panel_workitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_workitemevent" ("detail", "dropped_reason", "id", "is_synthetic", "item_id", "kind", "last_report_on", "lead", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "requested_by", "requested_on", "source", "state", "title", "when_words") VALUES (OLD."detail", OLD."dropped_reason", OLD."id", OLD."is_synthetic", OLD."item_id", OLD."kind", OLD."last_report_on", OLD."lead", OLD."meeting_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."public_id", OLD."requested_by", OLD."requested_on", OLD."source", OLD."state", OLD."title", OLD."when_words"); RETURN NULL;',
                    hash="fdf18ee25f8e78ba128ed403b6ffa95924ce4ed0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e8d68",
                    table="panel_workitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="80fee4de8e100afd7a271c9c1c0355f279c863b7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_efc48",
                    table="panel_workitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="workmove",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'moves are added to, never changed' USING ERRCODE = 'restrict_violation';",
                    hash="15c24fa7d3932666ec70c28d4803cb628872ba3f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_84672",
                    table="panel_workmove",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="workmove",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_workmoveevent" ("from_meeting_id", "id", "is_synthetic", "moved_at", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "to_meeting_id", "work_item_id") VALUES (NEW."from_meeting_id", NEW."id", NEW."is_synthetic", NEW."moved_at", NEW."moved_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."source", NEW."to_meeting_id", NEW."work_item_id"); RETURN NULL;',
                    hash="1bc7b3d9cb3178149802cfc8592a64018bd9174e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_19d7d",
                    table="panel_workmove",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workmove",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_workmoveevent" ("from_meeting_id", "id", "is_synthetic", "moved_at", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "to_meeting_id", "work_item_id") VALUES (NEW."from_meeting_id", NEW."id", NEW."is_synthetic", NEW."moved_at", NEW."moved_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."source", NEW."to_meeting_id", NEW."work_item_id"); RETURN NULL;',
                    hash="68fd99c2bd574f2b5ec04f0c7746e2dd20c0ed6d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b3274",
                    table="panel_workmove",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workmove",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_workmoveevent" ("from_meeting_id", "id", "is_synthetic", "moved_at", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "to_meeting_id", "work_item_id") VALUES (OLD."from_meeting_id", OLD."id", OLD."is_synthetic", OLD."moved_at", OLD."moved_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."source", OLD."to_meeting_id", OLD."work_item_id"); RETURN NULL;',
                    hash="a180de79250303a78bc10879ec5f79aae9597b61",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ae7c1",
                    table="panel_workmove",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workmoveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e991e8e8b653874197e0dfc2649469030457ca22",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b6603",
                    table="panel_workmoveevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
