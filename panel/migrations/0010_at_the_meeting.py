import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import opcc.core.days
from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("panel", "0009_decisions"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attendance",
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
                    "presence",
                    models.CharField(
                        choices=[("present", "Present"), ("apologies", "Apologies"), ("absent", "Absent")],
                        max_length=10,
                    ),
                ),
                ("took_chair", models.BooleanField(default=False, verbose_name="took the chair")),
                (
                    "left_before",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: stayed to the end.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panel.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendance", to="panel.panelmeeting"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendance", to="panel.member"
                    ),
                ),
                (
                    "stands_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced",
                        to="panel.member",
                        verbose_name="substitute for",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of attendance",
                "verbose_name_plural": "attendance",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "member"),
                        name="panel_attendance_once",
                        violation_error_message="This person is on the list already.",
                    ),
                    models.UniqueConstraint(
                        fields=("meeting", "stands_for"),
                        name="panel_attendance_one_substitute",
                        violation_error_message="Somebody else stands in for that member.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("took_chair", True)),
                        fields=("meeting",),
                        name="panel_attendance_one_chair",
                        violation_error_message="Somebody else took the chair.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("presence", "present"),
                            models.Q(("left_before", None), ("stands_for", None), ("took_chair", False)),
                            _connector="OR",
                        ),
                        name="panel_attendance_absent_did_nothing",
                        violation_error_message="Only who came stands in for somebody, takes the chair or leaves.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stands_for", None),
                            models.Q(("stands_for", models.F("member")), _negated=True),
                            _connector="OR",
                        ),
                        name="panel_attendance_for_another",
                        violation_error_message="Nobody is their own substitute.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InAttendance",
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
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("name", models.CharField(max_length=150)),
                ("office", models.CharField(max_length=150)),
                ("body", models.CharField(blank=True, max_length=150, verbose_name="of")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="in_attendance",
                        to="panel.panelmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "person in attendance",
                "verbose_name_plural": "people in attendance",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "position"),
                        name="panel_in_attendance_place_once",
                        violation_error_message="Somebody else has this place on the list.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("office", ""), _negated=True)
                        ),
                        name="panel_in_attendance_name_and_office",
                        violation_error_message="Give the name and the office held.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelMinutes",
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
                ("is_exempt", models.BooleanField(default=False, verbose_name="exempt")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("confirmed", "Confirmed"), ("signed", "Signed")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("rose_at", models.TimeField(blank=True, null=True, verbose_name="the meeting rose at")),
                ("contents", models.JSONField(blank=True, editable=False, null=True)),
                ("file", models.FileField(blank=True, upload_to="minutes/")),
                ("pages", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("printed_at", models.DateTimeField(blank=True, null=True)),
                ("corrections", models.TextField(blank=True, help_text="As the minutes of that meeting have them.")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("signed_by", models.CharField(blank=True, help_text="Name and post.", max_length=150)),
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_at_meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes_confirmed",
                        to="panel.panelmeeting",
                        verbose_name="confirmed at",
                    ),
                ),
                (
                    "confirmed_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="minutes", to="panel.panelmeeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "minutes",
                "verbose_name_plural": "minutes",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "is_exempt"),
                        name="panel_minutes_once_a_meeting",
                        violation_error_message="There are such minutes of this meeting.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("contents", None),
                                ("file", ""),
                                ("pages", None),
                                ("printed_at", None),
                                ("sha256", ""),
                                ("size", None),
                            ),
                            models.Q(
                                ("contents__isnull", False),
                                ("pages__gte", 1),
                                ("printed_at__isnull", False),
                                ("size__gte", 1),
                                models.Q(("file", ""), _negated=True),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="panel_minutes_printed_all_or_none",
                        violation_error_message="Minutes that were printed have their PDF, and others have none.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at", None),
                                ("confirmed_at_meeting", None),
                                ("corrections", ""),
                                ("state", "draft"),
                            ),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_at_meeting__isnull", False),
                                ("printed_at__isnull", False),
                                ("state__in", ["confirmed", "signed"]),
                            ),
                            _connector="OR",
                        ),
                        name="panel_minutes_confirmed_at_a_meeting",
                        violation_error_message="Minutes are confirmed at a meeting, once they are printed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("signed_on__isnull", False),
                                ("state", "signed"),
                                models.Q(("signed_by", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "signed"), _negated=True), ("signed_by", ""), ("signed_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="panel_minutes_signed_by_somebody",
                        violation_error_message="Minutes are signed by somebody on a day, once they are confirmed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_at_meeting", None),
                            models.Q(("confirmed_at_meeting", models.F("meeting")), _negated=True),
                            _connector="OR",
                        ),
                        name="panel_minutes_confirmed_at_another",
                        violation_error_message="Minutes are confirmed at another meeting.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Substitute",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="substitutes", to="panel.council"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="substitutions", to="panel.member"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="panel_substitute_ends_after_start",
                        violation_error_message="A substitute is named until the first day or later.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("member", "="),
                            (
                                opcc.core.days.DayRange(
                                    "starts_on",
                                    "ends_on",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(True, True),
                                ),
                                "&&",
                            ),
                        ],
                        name="panel_substitute_one_council",
                        violation_error_message="This person is a substitute for a council on some of those days already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceEvent",
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
                    "presence",
                    models.CharField(
                        choices=[("present", "Present"), ("apologies", "Apologies"), ("absent", "Absent")],
                        max_length=10,
                    ),
                ),
                ("took_chair", models.BooleanField(default=False, verbose_name="took the chair")),
                (
                    "left_before",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: stayed to the end.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.agendaitem",
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
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="panel.attendance",
                    ),
                ),
                (
                    "stands_for",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.member",
                        verbose_name="substitute for",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Declaration",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("pecuniary", "Disclosable pecuniary interest"),
                            ("non_pecuniary", "Non-pecuniary interest"),
                        ],
                        max_length=15,
                    ),
                ),
                ("what", models.CharField(max_length=500, verbose_name="the interest")),
                ("left_at", models.TimeField(blank=True, null=True, verbose_name="left at")),
                ("returned_at", models.TimeField(blank=True, null=True, verbose_name="returned at")),
                (
                    "dispensation",
                    models.CharField(
                        blank=True,
                        help_text="Who gave leave to take part all the same, and when. Empty: nobody did.",
                        max_length=250,
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="panel.attendance",
                        verbose_name="declared by",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="declarations", to="panel.agendaitem"
                    ),
                ),
            ],
            options={
                "verbose_name": "declaration of interest",
                "verbose_name_plural": "declarations of interest",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("attendance", "item"),
                        name="panel_declaration_once_an_item",
                        violation_error_message="This member has declared an interest in this item already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True),
                        name="panel_declaration_says_what",
                        violation_error_message="Say what the interest is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dispensation", ""), ("kind", "pecuniary"), _connector="OR"),
                        name="panel_declaration_dispensation_if_pecuniary",
                        violation_error_message="Only a pecuniary interest needs a dispensation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_at", None),
                            models.Q(("left_at__isnull", False), ("returned_at__gte", models.F("left_at"))),
                            _connector="OR",
                        ),
                        name="panel_declaration_returned_after_leaving",
                        violation_error_message="Who returned left before.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InAttendanceEvent",
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
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("name", models.CharField(max_length=150)),
                ("office", models.CharField(max_length=150)),
                ("body", models.CharField(blank=True, max_length=150, verbose_name="of")),
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
                        to="panel.inattendance",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MinuteEntry",
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
                ("text", models.TextField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="panel.agendaitem"
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="panel.panelminutes"
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of minutes",
                "verbose_name_plural": "entries of minutes",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("minutes", "item"),
                        name="panel_entry_once_an_item",
                        violation_error_message="These minutes have an entry on this item.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="panel_entry_has_text",
                        violation_error_message="Write what was discussed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelMinutesEvent",
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
                ("is_exempt", models.BooleanField(default=False, verbose_name="exempt")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("confirmed", "Confirmed"), ("signed", "Signed")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("rose_at", models.TimeField(blank=True, null=True, verbose_name="the meeting rose at")),
                ("file", models.FileField(blank=True, upload_to="minutes/")),
                ("pages", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("printed_at", models.DateTimeField(blank=True, null=True)),
                ("corrections", models.TextField(blank=True, help_text="As the minutes of that meeting have them.")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("signed_by", models.CharField(blank=True, help_text="Name and post.", max_length=150)),
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_at_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                        verbose_name="confirmed at",
                    ),
                ),
                (
                    "confirmed_by",
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
                        to="panel.panelminutes",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SubstituteEvent",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "council",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.council",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="panel.substitute",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Vote",
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
                    "ballot",
                    models.CharField(
                        choices=[("for", "For"), ("against", "Against"), ("abstained", "Abstained")],
                        max_length=10,
                        verbose_name="vote",
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="panel.attendance",
                        verbose_name="voter",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="votes", to="panel.resolution"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("resolution", "attendance"),
                        name="panel_vote_once",
                        violation_error_message="This member has voted on this resolution.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeclarationEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("pecuniary", "Disclosable pecuniary interest"),
                            ("non_pecuniary", "Non-pecuniary interest"),
                        ],
                        max_length=15,
                    ),
                ),
                ("what", models.CharField(max_length=500, verbose_name="the interest")),
                ("left_at", models.TimeField(blank=True, null=True, verbose_name="left at")),
                ("returned_at", models.TimeField(blank=True, null=True, verbose_name="returned at")),
                (
                    "dispensation",
                    models.CharField(
                        blank=True,
                        help_text="Who gave leave to take part all the same, and when. Empty: nobody did.",
                        max_length=250,
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.attendance",
                        verbose_name="declared by",
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
                        to="panel.declaration",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MinuteEntryEvent",
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
                ("text", models.TextField()),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.agendaitem",
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
                        to="panel.minuteentry",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelminutes",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VoteEvent",
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
                    "ballot",
                    models.CharField(
                        choices=[("for", "For"), ("against", "Against"), ("abstained", "Abstained")],
                        max_length=10,
                        verbose_name="vote",
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.attendance",
                        verbose_name="voter",
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
                        to="panel.vote",
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="resolution",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="resolution",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="resolution",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="resolution",
            name="casting_vote",
            field=models.CharField(
                blank=True,
                choices=[("for", "For"), ("against", "Against")],
                max_length=10,
                verbose_name="casting vote of the chair",
            ),
        ),
        migrations.AddField(
            model_name="resolutionevent",
            name="casting_vote",
            field=models.CharField(
                blank=True,
                choices=[("for", "For"), ("against", "Against")],
                max_length=10,
                verbose_name="casting vote of the chair",
            ),
        ),
        AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="moved_by_who_may",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (\n            SELECT 1 FROM panel_agendaitem item JOIN panel_attendance taken ON taken.meeting_id = item.meeting_id\n            WHERE item.id = NEW.item_id\n        ) AND EXISTS (\n            SELECT 1 FROM unnest(ARRAY[NEW.mover_id, NEW.seconder_id]) AS acting (member_id)\n            JOIN panel_agendaitem item ON item.id = NEW.item_id\n            LEFT JOIN panel_attendance line ON line.meeting_id = item.meeting_id AND line.member_id = acting.member_id\n            WHERE acting.member_id IS NOT NULL AND (line.id IS NULL OR line.presence <> 'present' OR EXISTS (\n    SELECT 1 FROM panel_declaration said JOIN panel_agendaitem discussed ON discussed.id = NEW.item_id\n    WHERE said.attendance_id = line.id AND said.kind = 'pecuniary' AND said.dispensation = ''\n    AND said.item_id IN (discussed.id, discussed.parent_id)\n))\n        ) THEN RAISE EXCEPTION 'who moves or seconds is at the meeting and has no pecuniary interest' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NEW;",
                    hash="1f7cd25f46bf06d0cb6be997b2e2bc5f58de2d09",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_moved_by_who_may_5a6ef",
                    table="panel_resolution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="agrees_with_votes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    declare="DECLARE passed panel_resolution; counted_for int; counted_against int;",
                    func="SELECT * INTO passed FROM panel_resolution WHERE id = NEW.id;\nSELECT COUNT(*) FILTER (WHERE ballot = 'for'), COUNT(*) FILTER (WHERE ballot = 'against')\n    INTO counted_for, counted_against FROM panel_vote WHERE resolution_id = passed.id;\nIF EXISTS (SELECT 1 FROM panel_vote WHERE resolution_id = passed.id) AND (\n            (passed.casting_vote <> '' AND counted_for <> counted_against)\n            OR passed.is_carried <> (\n                counted_for > counted_against OR (counted_for = counted_against AND passed.casting_vote = 'for')\n            )\n        ) THEN RAISE EXCEPTION 'the votes do not agree with what became of the resolution' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NULL;",
                    hash="eb072b63c1d9729f8b3dac82921ea76db7b9f856",
                    operation="UPDATE",
                    pgid="pgtrigger_agrees_with_votes_cfa40",
                    table="panel_resolution",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_resolutionevent" ("casting_vote", "exemption_id", "id", "is_carried", "is_synthetic", "item_id", "kind", "letter", "mover_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seconder_id", "source", "text") VALUES (NEW."casting_vote", NEW."exemption_id", NEW."id", NEW."is_carried", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."letter", NEW."mover_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."seconder_id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="8f2056f7504a40570fac4ba1a979729053e01291",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ad389",
                    table="panel_resolution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_resolutionevent" ("casting_vote", "exemption_id", "id", "is_carried", "is_synthetic", "item_id", "kind", "letter", "mover_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seconder_id", "source", "text") VALUES (NEW."casting_vote", NEW."exemption_id", NEW."id", NEW."is_carried", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."letter", NEW."mover_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."seconder_id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="078cdfbcc7530ecbd577b77dc1a58ee77140ef05",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_73b01",
                    table="panel_resolution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_resolutionevent" ("casting_vote", "exemption_id", "id", "is_carried", "is_synthetic", "item_id", "kind", "letter", "mover_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seconder_id", "source", "text") VALUES (OLD."casting_vote", OLD."exemption_id", OLD."id", OLD."is_carried", OLD."is_synthetic", OLD."item_id", OLD."kind", OLD."letter", OLD."mover_id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."seconder_id", OLD."source", OLD."text"); RETURN NULL;',
                    hash="0fdcf8b354c23eb2e0d32128505c97e3a89f6e68",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_21853",
                    table="panel_resolution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="member_or_substitute",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE met_on date;",
                    func="SELECT held_on INTO met_on FROM panel_panelmeeting WHERE id = NEW.meeting_id;\nIF NEW.stands_for_id IS NULL AND NOT EXISTS (\n                            SELECT 1 FROM panel_term WHERE member_id = NEW.member_id\n                            AND met_on BETWEEN starts_on AND COALESCE(ends_on, met_on)\n                        ) THEN RAISE EXCEPTION 'attendance lists members of the day, and substitutes with whom they replace' USING ERRCODE = 'restrict_violation'; END IF;\nIF NEW.stands_for_id IS NOT NULL AND NOT EXISTS (\n                            SELECT 1 FROM panel_term term\n                            JOIN panel_substitute sent ON sent.council_id = term.council_id\n                            WHERE term.member_id = NEW.stands_for_id AND sent.member_id = NEW.member_id\n                            AND met_on BETWEEN term.starts_on AND COALESCE(term.ends_on, met_on)\n                            AND met_on BETWEEN sent.starts_on AND COALESCE(sent.ends_on, met_on)\n                        ) THEN RAISE EXCEPTION 'a substitute belongs to the council of the member replaced' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NEW;",
                    hash="9128ceccce0d960b758518abe868602c1372bf31",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_member_or_substitute_42876",
                    table="panel_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="who_acted_was_there",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"presence\" = 'present' AND NOT (NEW.\"presence\" = 'present'))",
                    func="IF EXISTS (SELECT 1 FROM panel_vote WHERE attendance_id = NEW.id)\n                        OR EXISTS (SELECT 1 FROM panel_declaration WHERE attendance_id = NEW.id) THEN RAISE EXCEPTION 'who voted or declared an interest was present' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NEW;",
                    hash="ed38c9c72a71cdee6ef78f1c837d882eab1dd0a5",
                    operation="UPDATE",
                    pgid="pgtrigger_who_acted_was_there_796b0",
                    table="panel_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_attendanceevent" ("id", "is_synthetic", "left_before_id", "meeting_id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "source", "stands_for_id", "took_chair") VALUES (NEW."id", NEW."is_synthetic", NEW."left_before_id", NEW."meeting_id", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."presence", NEW."source", NEW."stands_for_id", NEW."took_chair"); RETURN NULL;',
                    hash="2a77124b217745415b686ce7c3ec0ff4ee630fd2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_80ca8",
                    table="panel_attendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_attendanceevent" ("id", "is_synthetic", "left_before_id", "meeting_id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "source", "stands_for_id", "took_chair") VALUES (NEW."id", NEW."is_synthetic", NEW."left_before_id", NEW."meeting_id", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."presence", NEW."source", NEW."stands_for_id", NEW."took_chair"); RETURN NULL;',
                    hash="5c4f9d7216f4c4c5fdd2a8349510b0d07b979d64",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eaa09",
                    table="panel_attendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_attendanceevent" ("id", "is_synthetic", "left_before_id", "meeting_id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "source", "stands_for_id", "took_chair") VALUES (OLD."id", OLD."is_synthetic", OLD."left_before_id", OLD."meeting_id", OLD."member_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."presence", OLD."source", OLD."stands_for_id", OLD."took_chair"); RETURN NULL;',
                    hash="aa26d97298e71e274872784a6363472710bf706b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e146d",
                    table="panel_attendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5d8ae00fde3261ffa8a872cb3ae1fd8f3e77b39f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d0363",
                    table="panel_attendanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="declaration",
            trigger=pgtrigger.compiler.Trigger(
                name="by_who_was_there",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF NOT EXISTS (\n                            SELECT 1 FROM panel_attendance line JOIN panel_agendaitem item ON item.id = NEW.item_id\n                            WHERE line.id = NEW.attendance_id AND line.meeting_id = item.meeting_id\n                            AND line.presence = 'present'\n                        ) THEN RAISE EXCEPTION 'an interest is declared by who was at the meeting' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NEW;",
                    hash="fc60b94d0fc20187466262646d0fa514b3e5475f",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_by_who_was_there_78a48",
                    table="panel_declaration",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="declaration",
            trigger=pgtrigger.compiler.Trigger(
                name="has_taken_no_part",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"dispensation\" = '' AND NEW.\"kind\" = 'pecuniary')",
                    func="IF EXISTS (\n                            SELECT 1 FROM panel_resolution passed\n                            JOIN panel_agendaitem item ON item.id = passed.item_id\n                            JOIN panel_attendance line ON line.id = NEW.attendance_id\n                            LEFT JOIN panel_vote vote\n                            ON vote.resolution_id = passed.id AND vote.attendance_id = line.id\n                            WHERE NEW.item_id IN (item.id, item.parent_id)\n                            AND (vote.id IS NOT NULL OR line.member_id IN (passed.mover_id, passed.seconder_id))\n                        ) THEN RAISE EXCEPTION 'who has a pecuniary interest takes no part' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NEW;",
                    hash="8cba9faddd4fe9198eabecd677ca5a1c48d54851",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_has_taken_no_part_fcba9",
                    table="panel_declaration",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="declaration",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_declarationevent" ("attendance_id", "dispensation", "id", "is_synthetic", "item_id", "kind", "left_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "source", "what") VALUES (NEW."attendance_id", NEW."dispensation", NEW."id", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."left_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."returned_at", NEW."source", NEW."what"); RETURN NULL;',
                    hash="35cac6efc9059d33b1417000fd262bf1f5d1e7a6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_36917",
                    table="panel_declaration",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="declaration",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_declarationevent" ("attendance_id", "dispensation", "id", "is_synthetic", "item_id", "kind", "left_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "source", "what") VALUES (NEW."attendance_id", NEW."dispensation", NEW."id", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."left_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."returned_at", NEW."source", NEW."what"); RETURN NULL;',
                    hash="bbeec5fe4b70aec031d1bb02cf190eeb315a4895",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_610f6",
                    table="panel_declaration",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="declaration",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_declarationevent" ("attendance_id", "dispensation", "id", "is_synthetic", "item_id", "kind", "left_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "source", "what") VALUES (OLD."attendance_id", OLD."dispensation", OLD."id", OLD."is_synthetic", OLD."item_id", OLD."kind", OLD."left_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."returned_at", OLD."source", OLD."what"); RETURN NULL;',
                    hash="7ddc0d45fd0d3fc5a6829c4632a0d2f010748100",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03c74",
                    table="panel_declaration",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="declarationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f23bfd759efdd1424f6a428424d2633731e0cad5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0fb35",
                    table="panel_declarationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="inattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_inattendanceevent" ("body", "id", "is_synthetic", "meeting_id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source") VALUES (NEW."body", NEW."id", NEW."is_synthetic", NEW."meeting_id", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."source"); RETURN NULL;',
                    hash="eebbd416256a360113c7d80372bce7d26f887feb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fd7ef",
                    table="panel_inattendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="inattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_inattendanceevent" ("body", "id", "is_synthetic", "meeting_id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source") VALUES (NEW."body", NEW."id", NEW."is_synthetic", NEW."meeting_id", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."source"); RETURN NULL;',
                    hash="6bb5c1c134ae56ecabf93e56ed2ba9312510b9f1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e0748",
                    table="panel_inattendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="inattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_inattendanceevent" ("body", "id", "is_synthetic", "meeting_id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source") VALUES (OLD."body", OLD."id", OLD."is_synthetic", OLD."meeting_id", OLD."name", OLD."office", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."source"); RETURN NULL;',
                    hash="177eaa06ac8b3fcf5b21525372a482b87f1fd12a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3df23",
                    table="panel_inattendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="inattendanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8075c8f8d620b210152bdc27bd72f20e2c93a1ff",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bc4d7",
                    table="panel_inattendanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelminutes",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_confirmed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."state" = \'confirmed\' AND (NEW."state" = \'draft\' OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."is_exempt" IS DISTINCT FROM (NEW."is_exempt") OR OLD."rose_at" IS DISTINCT FROM (NEW."rose_at") OR OLD."contents" IS DISTINCT FROM (NEW."contents") OR OLD."printed_at" IS DISTINCT FROM (NEW."printed_at") OR OLD."confirmed_at_meeting_id" IS DISTINCT FROM (NEW."confirmed_at_meeting_id") OR OLD."corrections" IS DISTINCT FROM (NEW."corrections") OR OLD."confirmed_at" IS DISTINCT FROM (NEW."confirmed_at") OR OLD."confirmed_by_id" IS DISTINCT FROM (NEW."confirmed_by_id")))',
                    func="RAISE EXCEPTION 'confirmed minutes are frozen' USING ERRCODE = 'restrict_violation';",
                    hash="b9f08f25bdf96fa172695cab8c2832870e913ae6",
                    operation="UPDATE",
                    pgid="pgtrigger_frozen_once_confirmed_452fc",
                    table="panel_panelminutes",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelminutes",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'signed')",
                    func="RAISE EXCEPTION 'signed minutes are frozen' USING ERRCODE = 'restrict_violation';",
                    hash="ca46811340b19face74a1375df233a7a5f82f80b",
                    operation="UPDATE",
                    pgid="pgtrigger_frozen_once_signed_80f9e",
                    table="panel_panelminutes",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelminutes",
            trigger=pgtrigger.compiler.Trigger(
                name="settled_are_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (OLD.\"state\" = 'draft'))",
                    func="RAISE EXCEPTION 'confirmed minutes are kept' USING ERRCODE = 'restrict_violation';",
                    hash="885ddfe2a2ec004e638406aecbbd20d296f1b6e1",
                    operation="DELETE",
                    pgid="pgtrigger_settled_are_kept_dad68",
                    table="panel_panelminutes",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelminutes",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelminutesevent" ("confirmed_at", "confirmed_at_meeting_id", "confirmed_by_id", "corrections", "file", "id", "is_exempt", "is_synthetic", "meeting_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed_at", "rose_at", "sha256", "signed_by", "signed_on", "size", "source", "state") VALUES (NEW."confirmed_at", NEW."confirmed_at_meeting_id", NEW."confirmed_by_id", NEW."corrections", NEW."file", NEW."id", NEW."is_exempt", NEW."is_synthetic", NEW."meeting_id", NEW."pages", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."printed_at", NEW."rose_at", NEW."sha256", NEW."signed_by", NEW."signed_on", NEW."size", NEW."source", NEW."state"); RETURN NULL;',
                    hash="3d5f21347b8d127f67a52e3695df11fa1caba793",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cbbaa",
                    table="panel_panelminutes",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelminutes",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS DISTINCT FROM (NEW."confirmed_at") OR OLD."confirmed_at_meeting_id" IS DISTINCT FROM (NEW."confirmed_at_meeting_id") OR OLD."confirmed_by_id" IS DISTINCT FROM (NEW."confirmed_by_id") OR OLD."corrections" IS DISTINCT FROM (NEW."corrections") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_exempt" IS DISTINCT FROM (NEW."is_exempt") OR OLD."is_synthetic" IS DISTINCT FROM (NEW."is_synthetic") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."printed_at" IS DISTINCT FROM (NEW."printed_at") OR OLD."rose_at" IS DISTINCT FROM (NEW."rose_at") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."signed_by" IS DISTINCT FROM (NEW."signed_by") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                    func='INSERT INTO "panel_panelminutesevent" ("confirmed_at", "confirmed_at_meeting_id", "confirmed_by_id", "corrections", "file", "id", "is_exempt", "is_synthetic", "meeting_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed_at", "rose_at", "sha256", "signed_by", "signed_on", "size", "source", "state") VALUES (NEW."confirmed_at", NEW."confirmed_at_meeting_id", NEW."confirmed_by_id", NEW."corrections", NEW."file", NEW."id", NEW."is_exempt", NEW."is_synthetic", NEW."meeting_id", NEW."pages", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."printed_at", NEW."rose_at", NEW."sha256", NEW."signed_by", NEW."signed_on", NEW."size", NEW."source", NEW."state"); RETURN NULL;',
                    hash="449885ae25f93e5294a381707daca0593e3d1792",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0552c",
                    table="panel_panelminutes",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelminutes",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelminutesevent" ("confirmed_at", "confirmed_at_meeting_id", "confirmed_by_id", "corrections", "file", "id", "is_exempt", "is_synthetic", "meeting_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed_at", "rose_at", "sha256", "signed_by", "signed_on", "size", "source", "state") VALUES (OLD."confirmed_at", OLD."confirmed_at_meeting_id", OLD."confirmed_by_id", OLD."corrections", OLD."file", OLD."id", OLD."is_exempt", OLD."is_synthetic", OLD."meeting_id", OLD."pages", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."printed_at", OLD."rose_at", OLD."sha256", OLD."signed_by", OLD."signed_on", OLD."size", OLD."source", OLD."state"); RETURN NULL;',
                    hash="f2e25e46e82057bc2382e4aab8be0d06bc616967",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e2eff",
                    table="panel_panelminutes",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="minuteentryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a6eac271faa8d791e285cf4cb6f09227a7b05080",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_723ce",
                    table="panel_minuteentryevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="minuteentry",
            trigger=pgtrigger.compiler.Trigger(
                name="of_drafts_alone",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE written_in bigint;",
                    func="written_in := CASE TG_OP WHEN 'INSERT' THEN NEW.minutes_id ELSE OLD.minutes_id END;\nIF EXISTS (SELECT 1 FROM panel_panelminutes WHERE id = written_in AND state <> 'draft') THEN RAISE EXCEPTION 'confirmed minutes are frozen' USING ERRCODE = 'restrict_violation'; END IF;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\nRETURN NEW;",
                    hash="761ed93ae2e8dede42db4dfc5c03d6998b739202",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_of_drafts_alone_ede58",
                    table="panel_minuteentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="minuteentry",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_meeting",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF NOT EXISTS (\n                            SELECT 1 FROM panel_panelminutes kept JOIN panel_agendaitem item ON item.id = NEW.item_id\n                            LEFT JOIN panel_agendaitem above ON above.id = item.parent_id\n                            WHERE kept.id = NEW.minutes_id AND kept.meeting_id = item.meeting_id\n                            AND (kept.is_exempt OR (item.exemption_id IS NULL AND above.exemption_id IS NULL))\n                        ) THEN RAISE EXCEPTION 'open minutes speak of open items of their own meeting' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NEW;",
                    hash="a0e396ecc7365d4917892ebb1b3b5dbfdbcdd101",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_of_its_meeting_57cc4",
                    table="panel_minuteentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="minuteentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_minuteentryevent" ("id", "is_synthetic", "item_id", "minutes_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (NEW."id", NEW."is_synthetic", NEW."item_id", NEW."minutes_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="06fec79d6e1e29e4016399049b0e9f01af3b9392",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c88b7",
                    table="panel_minuteentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="minuteentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_minuteentryevent" ("id", "is_synthetic", "item_id", "minutes_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (NEW."id", NEW."is_synthetic", NEW."item_id", NEW."minutes_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="c525435e536ab7adbeea66d8b745302725edc720",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_97400",
                    table="panel_minuteentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="minuteentry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_minuteentryevent" ("id", "is_synthetic", "item_id", "minutes_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text") VALUES (OLD."id", OLD."is_synthetic", OLD."item_id", OLD."minutes_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."text"); RETURN NULL;',
                    hash="4a132b5c57ae4f53b23a99be54ec451bceb6ca34",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fcd12",
                    table="panel_minuteentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelminutesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ee51a254b1f9d729482cffdf5ed1a68e9ec2c6da",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dc061",
                    table="panel_panelminutesevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="substitute",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_substituteevent" ("council_id", "ends_on", "id", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (NEW."council_id", NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="21a569c182a83bb0d462ed533aa8027306d41da6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c9061",
                    table="panel_substitute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="substitute",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_substituteevent" ("council_id", "ends_on", "id", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (NEW."council_id", NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="35de28b684528161553a72939cc53be153fc30e8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_60790",
                    table="panel_substitute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="substitute",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_substituteevent" ("council_id", "ends_on", "id", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (OLD."council_id", OLD."ends_on", OLD."id", OLD."is_synthetic", OLD."member_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="83acf8f1ccce7cf79fc8ae044a651b621bccd7f0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fadda",
                    table="panel_substitute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="substituteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="22426db1ffe05e8b9ee2958f521207f14baab046",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e8500",
                    table="panel_substituteevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="by_who_may_vote",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE voted_on bigint;",
                    func="SELECT item_id INTO voted_on FROM panel_resolution WHERE id = NEW.resolution_id;\nIF NOT EXISTS (\n                            SELECT 1 FROM panel_attendance line JOIN panel_agendaitem item ON item.id = voted_on\n                            WHERE line.id = NEW.attendance_id AND line.meeting_id = item.meeting_id\n                            AND line.presence = 'present'\n                        ) THEN RAISE EXCEPTION 'who votes was at the meeting' USING ERRCODE = 'restrict_violation'; END IF;\nIF EXISTS (\n    SELECT 1 FROM panel_declaration said JOIN panel_agendaitem discussed ON discussed.id = voted_on\n    WHERE said.attendance_id = NEW.attendance_id AND said.kind = 'pecuniary' AND said.dispensation = ''\n    AND said.item_id IN (discussed.id, discussed.parent_id)\n) THEN RAISE EXCEPTION 'who has a pecuniary interest does not vote' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NEW;",
                    hash="db4e325f394973c300f0b60b4dcb6808659d2287",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_by_who_may_vote_ae9ea",
                    table="panel_vote",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="agrees_with_outcome",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    declare="DECLARE passed panel_resolution; counted_for int; counted_against int;",
                    func="SELECT * INTO passed FROM panel_resolution WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.resolution_id ELSE NEW.resolution_id END;\nSELECT COUNT(*) FILTER (WHERE ballot = 'for'), COUNT(*) FILTER (WHERE ballot = 'against')\n    INTO counted_for, counted_against FROM panel_vote WHERE resolution_id = passed.id;\nIF EXISTS (SELECT 1 FROM panel_vote WHERE resolution_id = passed.id) AND (\n            (passed.casting_vote <> '' AND counted_for <> counted_against)\n            OR passed.is_carried <> (\n                counted_for > counted_against OR (counted_for = counted_against AND passed.casting_vote = 'for')\n            )\n        ) THEN RAISE EXCEPTION 'the votes do not agree with what became of the resolution' USING ERRCODE = 'restrict_violation'; END IF;\nRETURN NULL;",
                    hash="d0d8ddb0ed9cf064d8b9a8322daf3f8254ce8f55",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_agrees_with_outcome_14c63",
                    table="panel_vote",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_voteevent" ("attendance_id", "ballot", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "source") VALUES (NEW."attendance_id", NEW."ballot", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."resolution_id", NEW."source"); RETURN NULL;',
                    hash="cd269da9aeacc52e83ff205875ebb2a2d3a3a55b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a4d3a",
                    table="panel_vote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_voteevent" ("attendance_id", "ballot", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "source") VALUES (NEW."attendance_id", NEW."ballot", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."resolution_id", NEW."source"); RETURN NULL;',
                    hash="e502d4040586f03adc5126f4445681ffa8c40d4a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e42b2",
                    table="panel_vote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_voteevent" ("attendance_id", "ballot", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "source") VALUES (OLD."attendance_id", OLD."ballot", OLD."id", OLD."is_synthetic", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."resolution_id", OLD."source"); RETURN NULL;',
                    hash="56e40ceeb9ac4aa9425e78d6083fa396063925ba",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c232f",
                    table="panel_vote",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="voteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b838a471c761f5fa15c4a1d9c885985b354c7db3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e6d24",
                    table="panel_voteevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
