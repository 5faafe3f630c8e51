import datetime
import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import opcc.core.days
from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("panel", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="StandingItem",
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
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opening", "Opening business, a heading"),
                            ("apologies", "Apologies"),
                            ("interests", "Members' interests"),
                            ("announcements", "Chair's announcements"),
                            ("minutes", "Minutes of the previous meeting"),
                            ("public_questions", "Public questions"),
                            ("report", "Report or discussion"),
                            ("actions", "Recommendations and actions"),
                            ("work_programme", "Work programme"),
                            ("dates", "Dates of meetings"),
                            ("urgent", "Urgent items"),
                            ("exclusion", "Exempt information: to exclude the public"),
                            ("complaints", "Complaints about the Commissioner"),
                            ("decisions", "Decisions of the Commissioner"),
                        ],
                        default="report",
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=250)),
                ("purpose", models.TextField(blank=True)),
                ("lead", models.CharField(blank=True, max_length=150)),
                ("is_active", models.BooleanField(default=True, verbose_name="on new agendas")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="below",
                        to="panel.standingitem",
                        verbose_name="under",
                    ),
                ),
            ],
            options={
                "verbose_name": "standing item",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None), models.Q(("parent", models.F("pk")), _negated=True), _connector="OR"
                        ),
                        name="panel_standing_not_under_itself",
                        violation_error_message="An item does not stand under itself.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkingGroup",
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
                ("name", models.CharField(max_length=150, unique=True)),
                ("purpose", models.TextField(blank=True)),
                (
                    "delegated",
                    models.TextField(
                        blank=True,
                        help_text="One on a line. Plan, annual report, precept and hearings stay with the Panel.",
                        verbose_name="topics left to it",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="panel_group_ends_after_start",
                        violation_error_message="The group ends on or after the day it starts.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Council",
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
                ("name", models.CharField(max_length=150, unique=True)),
                ("seats", models.PositiveSmallIntegerField(default=1)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "district",
                    models.OneToOneField(
                        blank=True,
                        help_text="Empty for a council whose area is larger than one district.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="council",
                        to="reference.district",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("seats__gte", 1), ("seats__lte", 20)),
                        name="panel_council_seats",
                        violation_error_message="A council has 1 to 20 seats.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExemptionClaim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_title",
                    models.CharField(
                        help_text="Printed in the public agenda and in the resolution.",
                        max_length=250,
                        verbose_name="what the public is told it is",
                    ),
                ),
                (
                    "paragraphs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                                (
                                    "4",
                                    "Paragraph 4 of Part 1, Schedule 12A, Local Government Act 1972 (labour relations)",
                                ),
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
                            max_length=1,
                        ),
                        size=None,
                        verbose_name="paragraphs of Schedule 12A",
                    ),
                ),
                (
                    "reasons",
                    models.TextField(
                        help_text="Why keeping it back serves the public more than disclosing it.",
                        verbose_name="public interest",
                    ),
                ),
                ("decided_at", models.DateTimeField()),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="to be looked at again on")),
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
            ],
            options={
                "verbose_name": "ground of exemption",
                "verbose_name_plural": "grounds of exemption",
                "permissions": [
                    ("open_exemptionclaim", "Can open exempt items and papers"),
                    ("decide_exemptionclaim", "Can decide what is exempt"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("paragraphs__len__gte", 1),
                            models.Q(("public_title", ""), _negated=True),
                            models.Q(("reasons", ""), _negated=True),
                        ),
                        name="panel_exemption_has_grounds",
                        violation_error_message="Give the paragraph of Schedule 12A, the public interest and a public title.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
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
                    "style",
                    models.CharField(blank=True, help_text="As it stands before the name: Councillor.", max_length=30),
                ),
                ("first_name", models.CharField(max_length=100)),
                ("last_name", models.CharField(max_length=100)),
                (
                    "sees_exempt",
                    models.BooleanField(
                        default=True,
                        help_text="A member without it is not told that such papers exist.",
                        verbose_name="may read exempt papers",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panel_member",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "member of the Panel",
                "verbose_name_plural": "members of the Panel",
            },
        ),
        migrations.CreateModel(
            name="PanelRules",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "clear_days",
                    models.PositiveSmallIntegerField(
                        default=5, verbose_name="clear days between the papers and the meeting"
                    ),
                ),
                (
                    "counting",
                    models.CharField(
                        choices=[
                            ("working_days", "Working days: weekends and bank holidays do not count"),
                            ("strict", "Strict: the breaks at Christmas and Easter do not count either"),
                        ],
                        default="working_days",
                        max_length=12,
                        verbose_name="how clear days are counted",
                    ),
                ),
                (
                    "office_closes",
                    models.TimeField(
                        default=datetime.time(17, 0),
                        help_text="What is published later counts for the next working day.",
                        verbose_name="end of office hours",
                    ),
                ),
                (
                    "question_days",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="working days before the meeting for public questions"
                    ),
                ),
                (
                    "questions_each",
                    models.PositiveSmallIntegerField(default=2, verbose_name="questions a person may ask"),
                ),
                (
                    "minutes_each",
                    models.PositiveSmallIntegerField(default=3, verbose_name="minutes a questioner may speak"),
                ),
                (
                    "minutes_in_all",
                    models.PositiveSmallIntegerField(default=30, verbose_name="minutes for public questions in all"),
                ),
                (
                    "quorum_divisor",
                    models.PositiveSmallIntegerField(default=4, verbose_name="quorum: one in how many members"),
                ),
                ("starts_at", models.TimeField(default=datetime.time(10, 30), verbose_name="usual time of meetings")),
            ],
            options={
                "verbose_name": "rules of the Panel",
                "verbose_name_plural": "rules of the Panel",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)),
                        name="panel_rules_one",
                        violation_error_message="There is one set of rules.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("clear_days__gte", 1),
                            ("clear_days__lte", 20),
                            ("question_days__gte", 1),
                            ("question_days__lte", 20),
                        ),
                        name="panel_rules_days",
                        violation_error_message="Notice is 1 to 20 working days.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes_each__gte", 1),
                            ("minutes_in_all__gte", models.F("minutes_each")),
                            ("questions_each__gte", 1),
                        ),
                        name="panel_rules_questions",
                        violation_error_message="A questioner has one question and one minute or more, within the time in all.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quorum_divisor__gte", 1), ("quorum_divisor__lte", 10)),
                        name="panel_rules_quorum",
                        violation_error_message="The quorum is one in 1 to 10 members.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupPlace",
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
                ("is_chair", models.BooleanField(default=False, verbose_name="chairs the group")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="places", to="panel.member"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="places", to="panel.workinggroup"
                    ),
                ),
            ],
            options={
                "verbose_name": "place in a working group",
                "verbose_name_plural": "places in working groups",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="panel_place_ends_after_start",
                        violation_error_message="The place ends on or after the day it starts.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("group", "="),
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
                        name="panel_place_once",
                        violation_error_message="This member is in the group on some of those days.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_chair", True)),
                        expressions=[
                            ("group", "="),
                            (
                                opcc.core.days.DayRange(
                                    "starts_on",
                                    "ends_on",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(True, True),
                                ),
                                "&&",
                            ),
                        ],
                        name="panel_place_one_chair",
                        violation_error_message="Somebody else chairs the group on some of those days.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelMeeting",
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
                ("held_on", models.DateField(verbose_name="date")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("venue", models.CharField(blank=True, help_text="Empty: to be confirmed.", max_length=200)),
                (
                    "is_closed",
                    models.BooleanField(
                        default=False,
                        help_text="A development session or a group's meeting without the public.",
                        verbose_name="closed session",
                    ),
                ),
                ("is_filmed", models.BooleanField(default=False, verbose_name="filmed for live or later broadcast")),
                ("broadcast_url", models.URLField(blank=True, verbose_name="address of the broadcast")),
                ("title", models.CharField(blank=True, help_text="Where it is no ordinary meeting.", max_length=150)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("cancelled", "Cancelled")],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("cancelled_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was cancelled")),
                ("moved_from", models.DateField(blank=True, null=True, verbose_name="rescheduled from")),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the whole Panel.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="panel.workinggroup",
                        verbose_name="working group",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting of the Panel",
                "verbose_name_plural": "meetings of the Panel",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("group", "held_on"),
                        name="panel_meeting_once_a_day",
                        nulls_distinct=False,
                        violation_error_message="There is a meeting on that day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), models.Q(("cancelled_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "cancelled"), _negated=True), ("cancelled_reason", "")),
                            _connector="OR",
                        ),
                        name="panel_meeting_cancelled_has_reason",
                        violation_error_message="Give the reason if, and only if, the meeting was cancelled.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("broadcast_url", ""), ("is_filmed", True), _connector="OR"),
                        name="panel_meeting_broadcast_if_filmed",
                        violation_error_message="Only a meeting that is filmed has the address of a broadcast.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("moved_from", None),
                            models.Q(("moved_from", models.F("held_on")), _negated=True),
                            _connector="OR",
                        ),
                        name="panel_meeting_moved_to_another_day",
                        violation_error_message="A meeting is rescheduled to another day.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelRulesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "clear_days",
                    models.PositiveSmallIntegerField(
                        default=5, verbose_name="clear days between the papers and the meeting"
                    ),
                ),
                (
                    "counting",
                    models.CharField(
                        choices=[
                            ("working_days", "Working days: weekends and bank holidays do not count"),
                            ("strict", "Strict: the breaks at Christmas and Easter do not count either"),
                        ],
                        default="working_days",
                        max_length=12,
                        verbose_name="how clear days are counted",
                    ),
                ),
                (
                    "office_closes",
                    models.TimeField(
                        default=datetime.time(17, 0),
                        help_text="What is published later counts for the next working day.",
                        verbose_name="end of office hours",
                    ),
                ),
                (
                    "question_days",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="working days before the meeting for public questions"
                    ),
                ),
                (
                    "questions_each",
                    models.PositiveSmallIntegerField(default=2, verbose_name="questions a person may ask"),
                ),
                (
                    "minutes_each",
                    models.PositiveSmallIntegerField(default=3, verbose_name="minutes a questioner may speak"),
                ),
                (
                    "minutes_in_all",
                    models.PositiveSmallIntegerField(default=30, verbose_name="minutes for public questions in all"),
                ),
                (
                    "quorum_divisor",
                    models.PositiveSmallIntegerField(default=4, verbose_name="quorum: one in how many members"),
                ),
                ("starts_at", models.TimeField(default=datetime.time(10, 30), verbose_name="usual time of meetings")),
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
                        to="panel.panelrules",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RegisteredInterest",
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
                            ("employment", "Employment, office, trade or profession"),
                            ("sponsorship", "Sponsorship"),
                            ("contracts", "Contracts"),
                            ("land", "Land"),
                            ("licences", "Licences"),
                            ("tenancies", "Corporate tenancies"),
                            ("securities", "Securities"),
                            ("other", "Other interest, not pecuniary"),
                        ],
                        max_length=15,
                    ),
                ),
                ("description", models.CharField(max_length=500)),
                ("registered_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "is_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="Publishing it could lead to violence or intimidation (Localism Act 2011, section 32).",
                        verbose_name="sensitive",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="interests", to="panel.member"
                    ),
                ),
            ],
            options={
                "verbose_name": "registered interest",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("registered_on")), _connector="OR"
                        ),
                        name="panel_interest_ends_after_registered",
                        violation_error_message="The interest ended on or after the day it was registered.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingItemEvent",
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
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opening", "Opening business, a heading"),
                            ("apologies", "Apologies"),
                            ("interests", "Members' interests"),
                            ("announcements", "Chair's announcements"),
                            ("minutes", "Minutes of the previous meeting"),
                            ("public_questions", "Public questions"),
                            ("report", "Report or discussion"),
                            ("actions", "Recommendations and actions"),
                            ("work_programme", "Work programme"),
                            ("dates", "Dates of meetings"),
                            ("urgent", "Urgent items"),
                            ("exclusion", "Exempt information: to exclude the public"),
                            ("complaints", "Complaints about the Commissioner"),
                            ("decisions", "Decisions of the Commissioner"),
                        ],
                        default="report",
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=250)),
                ("purpose", models.TextField(blank=True)),
                ("lead", models.CharField(blank=True, max_length=150)),
                ("is_active", models.BooleanField(default=True, verbose_name="on new agendas")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.standingitem",
                        verbose_name="under",
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
                        to="panel.standingitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Term",
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
                        choices=[("appointed", "Appointed by a council"), ("co_opted", "Co-opted independent member")],
                        default="appointed",
                        max_length=10,
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("end_reason", models.CharField(blank=True, max_length=250, verbose_name="why it ended")),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="panel.council",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="terms", to="panel.member"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="panel_term_ends_after_start",
                        violation_error_message="The term ends on or after the day it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("council__isnull", False), ("kind", "appointed")),
                            models.Q(("council", None), ("kind", "co_opted")),
                            _connector="OR",
                        ),
                        name="panel_term_council_if_appointed",
                        violation_error_message="An appointed member has a council that appoints; a co-opted one has none.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__isnull", False), ("end_reason", ""), _connector="OR"),
                        name="panel_term_end_reason_when_ended",
                        violation_error_message="Give the last day with the reason.",
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
                        name="panel_term_one_a_member",
                        violation_error_message="This member is on the Panel for some of those days already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkingGroupEvent",
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
                ("name", models.CharField(max_length=150)),
                ("purpose", models.TextField(blank=True)),
                (
                    "delegated",
                    models.TextField(
                        blank=True,
                        help_text="One on a line. Plan, annual report, precept and hearings stay with the Panel.",
                        verbose_name="topics left to it",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                        to="panel.workinggroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CouncilEvent",
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
                ("name", models.CharField(max_length=150)),
                ("seats", models.PositiveSmallIntegerField(default=1)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "district",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty for a council whose area is larger than one district.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.district",
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
                        to="panel.council",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ExemptionClaimEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "public_title",
                    models.CharField(
                        help_text="Printed in the public agenda and in the resolution.",
                        max_length=250,
                        verbose_name="what the public is told it is",
                    ),
                ),
                (
                    "paragraphs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                                (
                                    "4",
                                    "Paragraph 4 of Part 1, Schedule 12A, Local Government Act 1972 (labour relations)",
                                ),
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
                            max_length=1,
                        ),
                        size=None,
                        verbose_name="paragraphs of Schedule 12A",
                    ),
                ),
                (
                    "reasons",
                    models.TextField(
                        help_text="Why keeping it back serves the public more than disclosing it.",
                        verbose_name="public interest",
                    ),
                ),
                ("decided_at", models.DateTimeField()),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="to be looked at again on")),
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
                        to="panel.exemptionclaim",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MemberEvent",
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
                    "style",
                    models.CharField(blank=True, help_text="As it stands before the name: Councillor.", max_length=30),
                ),
                ("first_name", models.CharField(max_length=100)),
                ("last_name", models.CharField(max_length=100)),
                (
                    "sees_exempt",
                    models.BooleanField(
                        default=True,
                        help_text="A member without it is not told that such papers exist.",
                        verbose_name="may read exempt papers",
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
                        to="panel.member",
                    ),
                ),
                (
                    "user",
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
            name="PanelPost",
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
                ("post", models.CharField(choices=[("chair", "Chair"), ("vice_chair", "Vice-chair")], max_length=10)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="panel.member"
                    ),
                ),
            ],
            options={
                "verbose_name": "post on the Panel",
                "verbose_name_plural": "posts on the Panel",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="panel_post_ends_after_start",
                        violation_error_message="The post ends on or after the day it starts.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("post", "="),
                            (
                                opcc.core.days.DayRange(
                                    "starts_on",
                                    "ends_on",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(True, True),
                                ),
                                "&&",
                            ),
                        ],
                        name="panel_post_one_holder",
                        violation_error_message="Somebody else holds this post on some of those days.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegisteredInterestEvent",
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
                            ("employment", "Employment, office, trade or profession"),
                            ("sponsorship", "Sponsorship"),
                            ("contracts", "Contracts"),
                            ("land", "Land"),
                            ("licences", "Licences"),
                            ("tenancies", "Corporate tenancies"),
                            ("securities", "Securities"),
                            ("other", "Other interest, not pecuniary"),
                        ],
                        max_length=15,
                    ),
                ),
                ("description", models.CharField(max_length=500)),
                ("registered_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "is_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="Publishing it could lead to violence or intimidation (Localism Act 2011, section 32).",
                        verbose_name="sensitive",
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
                        to="panel.registeredinterest",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TermEvent",
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
                        choices=[("appointed", "Appointed by a council"), ("co_opted", "Co-opted independent member")],
                        default="appointed",
                        max_length=10,
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("end_reason", models.CharField(blank=True, max_length=250, verbose_name="why it ended")),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="panel.term",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
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
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opening", "Opening business, a heading"),
                            ("apologies", "Apologies"),
                            ("interests", "Members' interests"),
                            ("announcements", "Chair's announcements"),
                            ("minutes", "Minutes of the previous meeting"),
                            ("public_questions", "Public questions"),
                            ("report", "Report or discussion"),
                            ("actions", "Recommendations and actions"),
                            ("work_programme", "Work programme"),
                            ("dates", "Dates of meetings"),
                            ("urgent", "Urgent items"),
                            ("exclusion", "Exempt information: to exclude the public"),
                            ("complaints", "Complaints about the Commissioner"),
                            ("decisions", "Decisions of the Commissioner"),
                        ],
                        default="report",
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=250)),
                ("purpose", models.TextField(blank=True, help_text="What the Panel is asked to do.")),
                ("lead", models.CharField(blank=True, max_length=150)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="time in minutes")),
                ("is_late", models.BooleanField(default=False, verbose_name="added after the papers were due")),
                ("late_reason", models.TextField(blank=True, verbose_name="why the chair takes it as urgent")),
                (
                    "added_because",
                    models.CharField(blank=True, editable=False, max_length=250, verbose_name="where it comes from"),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="panel.agendaitem",
                        verbose_name="under",
                    ),
                ),
                (
                    "exemption",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="item",
                        to="panel.exemptionclaim",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="panel.panelmeeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "agenda item",
                "indexes": [models.Index(fields=["meeting", "position"], name="panel_item_order")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None), models.Q(("parent", models.F("pk")), _negated=True), _connector="OR"
                        ),
                        name="panel_item_not_under_itself",
                        violation_error_message="An item does not stand under itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_late", False), ("late_reason", "")),
                            models.Q(("is_late", True), models.Q(("late_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="panel_item_late_has_reason",
                        violation_error_message="A late item has the chair's reason, and no other has.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes", None), models.Q(("minutes__gte", 1), ("minutes__lte", 480)), _connector="OR"
                        ),
                        name="panel_item_minutes",
                        violation_error_message="An item takes 1 to 480 minutes.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupPlaceEvent",
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
                ("is_chair", models.BooleanField(default=False, verbose_name="chairs the group")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                        to="panel.groupplace",
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
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.workinggroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PanelMeetingEvent",
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
                ("held_on", models.DateField(verbose_name="date")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("venue", models.CharField(blank=True, help_text="Empty: to be confirmed.", max_length=200)),
                (
                    "is_closed",
                    models.BooleanField(
                        default=False,
                        help_text="A development session or a group's meeting without the public.",
                        verbose_name="closed session",
                    ),
                ),
                ("is_filmed", models.BooleanField(default=False, verbose_name="filmed for live or later broadcast")),
                ("broadcast_url", models.URLField(blank=True, verbose_name="address of the broadcast")),
                ("title", models.CharField(blank=True, help_text="Where it is no ordinary meeting.", max_length=150)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("cancelled", "Cancelled")],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("cancelled_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was cancelled")),
                ("moved_from", models.DateField(blank=True, null=True, verbose_name="rescheduled from")),
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
                        to="panel.panelmeeting",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: the whole Panel.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.workinggroup",
                        verbose_name="working group",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PanelPostEvent",
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
                ("post", models.CharField(choices=[("chair", "Chair"), ("vice_chair", "Vice-chair")], max_length=10)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                        to="panel.panelpost",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Resolution",
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
                ("number", models.PositiveSmallIntegerField()),
                ("letter", models.CharField(blank=True, max_length=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("supports", "Supports"),
                            ("recommends", "Recommends"),
                            ("requests", "Requests"),
                            ("notes", "Notes"),
                            ("decides", "Decides"),
                            ("excludes", "Excludes the public"),
                        ],
                        default="decides",
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(verbose_name="as resolved")),
                ("is_carried", models.BooleanField(default=True, verbose_name="carried")),
                (
                    "exemption",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolution",
                        to="panel.exemptionclaim",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="resolutions", to="panel.agendaitem"
                    ),
                ),
                (
                    "mover",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panel.member",
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "seconder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panel.member",
                        verbose_name="seconded by",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "number", "letter"),
                        name="panel_resolution_number_once",
                        violation_error_message="There is a resolution of this number on this item.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("letter__regex", "^[a-z]?$")),
                        name="panel_resolution_numbered",
                        violation_error_message="A resolution has a number from 1, and a small letter where it is a part.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("seconder", None),
                            models.Q(
                                ("mover__isnull", False), models.Q(("seconder", models.F("mover")), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="panel_resolution_seconded_by_another",
                        violation_error_message="A resolution is seconded by somebody other than its proposer.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItemEvent",
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
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opening", "Opening business, a heading"),
                            ("apologies", "Apologies"),
                            ("interests", "Members' interests"),
                            ("announcements", "Chair's announcements"),
                            ("minutes", "Minutes of the previous meeting"),
                            ("public_questions", "Public questions"),
                            ("report", "Report or discussion"),
                            ("actions", "Recommendations and actions"),
                            ("work_programme", "Work programme"),
                            ("dates", "Dates of meetings"),
                            ("urgent", "Urgent items"),
                            ("exclusion", "Exempt information: to exclude the public"),
                            ("complaints", "Complaints about the Commissioner"),
                            ("decisions", "Decisions of the Commissioner"),
                        ],
                        default="report",
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=250)),
                ("purpose", models.TextField(blank=True, help_text="What the Panel is asked to do.")),
                ("lead", models.CharField(blank=True, max_length=150)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="time in minutes")),
                ("is_late", models.BooleanField(default=False, verbose_name="added after the papers were due")),
                ("late_reason", models.TextField(blank=True, verbose_name="why the chair takes it as urgent")),
                (
                    "added_because",
                    models.CharField(blank=True, editable=False, max_length=250, verbose_name="where it comes from"),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.agendaitem",
                        verbose_name="under",
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
                        to="panel.agendaitem",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResolutionEvent",
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
                ("number", models.PositiveSmallIntegerField()),
                ("letter", models.CharField(blank=True, max_length=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("supports", "Supports"),
                            ("recommends", "Recommends"),
                            ("requests", "Requests"),
                            ("notes", "Notes"),
                            ("decides", "Decides"),
                            ("excludes", "Excludes the public"),
                        ],
                        default="decides",
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(verbose_name="as resolved")),
                ("is_carried", models.BooleanField(default=True, verbose_name="carried")),
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
                    "mover",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.member",
                        verbose_name="proposed by",
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
                        to="panel.resolution",
                    ),
                ),
                (
                    "seconder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.member",
                        verbose_name="seconded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        # By itself: made with its table, Django would forget that it is deferred, because it has nulls not distinct.
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("meeting", "parent", "position"),
                name="panel_item_place_once",
                nulls_distinct=False,
                violation_error_message="Another item has this place.",
            ),
        ),
        AddTrigger(
            model_name="panelrules",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelrulesevent" ("clear_days", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_each", "quorum_divisor", "starts_at") VALUES (NEW."clear_days", NEW."counting", NEW."id", NEW."minutes_each", NEW."minutes_in_all", NEW."office_closes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question_days", NEW."questions_each", NEW."quorum_divisor", NEW."starts_at"); RETURN NULL;',
                    hash="452e0e4b6e836b06a32b7173ef220169b8698131",
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
                    func='INSERT INTO "panel_panelrulesevent" ("clear_days", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_each", "quorum_divisor", "starts_at") VALUES (NEW."clear_days", NEW."counting", NEW."id", NEW."minutes_each", NEW."minutes_in_all", NEW."office_closes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question_days", NEW."questions_each", NEW."quorum_divisor", NEW."starts_at"); RETURN NULL;',
                    hash="7acb5ce9a4c4c210b9b93b45cdb16464e243a0fa",
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
                    func='INSERT INTO "panel_panelrulesevent" ("clear_days", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_each", "quorum_divisor", "starts_at") VALUES (OLD."clear_days", OLD."counting", OLD."id", OLD."minutes_each", OLD."minutes_in_all", OLD."office_closes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question_days", OLD."questions_each", OLD."quorum_divisor", OLD."starts_at"); RETURN NULL;',
                    hash="edad8bac21f03cd28eece55646c4139a388a51dd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_286ff",
                    table="panel_panelrules",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workinggroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_workinggroupevent" ("delegated", "ends_on", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "source", "starts_on") VALUES (NEW."delegated", NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="aaf2ce6bb664d8cb81e17028c5f63356d2de8228",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_13714",
                    table="panel_workinggroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workinggroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_workinggroupevent" ("delegated", "ends_on", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "source", "starts_on") VALUES (NEW."delegated", NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="16a16f556ce4e500aea09a3b431bb01ed89f9bfa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b0862",
                    table="panel_workinggroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workinggroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_workinggroupevent" ("delegated", "ends_on", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "source", "starts_on") VALUES (OLD."delegated", OLD."ends_on", OLD."id", OLD."is_synthetic", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="7c624b0fd4a6e3822788460ec43e7fbc3f789f76",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0c1d6",
                    table="panel_workinggroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="council",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_councilevent" ("district_id", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "seats", "source") VALUES (NEW."district_id", NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."seats", NEW."source"); RETURN NULL;',
                    hash="3b7139e19d17a50874a933a0378f572c33e50f53",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d40f3",
                    table="panel_council",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="council",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_councilevent" ("district_id", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "seats", "source") VALUES (NEW."district_id", NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."seats", NEW."source"); RETURN NULL;',
                    hash="adbc2a90af3ee268f353ddf1152330a3424b35eb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1101",
                    table="panel_council",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="council",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_councilevent" ("district_id", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "seats", "source") VALUES (OLD."district_id", OLD."id", OLD."is_synthetic", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."seats", OLD."source"); RETURN NULL;',
                    hash="3961f2ea1eaf29028d9d09ca47a34fa4d84bd3bf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_00cea",
                    table="panel_council",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="councilevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ba58707ec63d6e08fbd41367ea64a178475d5dfc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_864a1",
                    table="panel_councilevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="exemptionclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_exemptionclaimevent" ("decided_at", "decided_by_id", "id", "paragraphs", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_title", "reasons", "review_on") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."paragraphs", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_title", NEW."reasons", NEW."review_on"); RETURN NULL;',
                    hash="c9b044ca4d5640dd16fb074c5792cee767b98675",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c27d",
                    table="panel_exemptionclaim",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="exemptionclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_exemptionclaimevent" ("decided_at", "decided_by_id", "id", "paragraphs", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_title", "reasons", "review_on") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."paragraphs", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_title", NEW."reasons", NEW."review_on"); RETURN NULL;',
                    hash="46de6f0f421b55332d5eed45ee07993e4411d5a6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_358c1",
                    table="panel_exemptionclaim",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="exemptionclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_exemptionclaimevent" ("decided_at", "decided_by_id", "id", "paragraphs", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_title", "reasons", "review_on") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."paragraphs", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_title", OLD."reasons", OLD."review_on"); RETURN NULL;',
                    hash="d0a69f3885a7060e067eb1fa065b03e18e076566",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d2770",
                    table="panel_exemptionclaim",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="exemptionclaimevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e97db4add97723f6e7343283357cb3500d26322d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_daa31",
                    table="panel_exemptionclaimevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_memberevent" ("first_name", "id", "is_synthetic", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sees_exempt", "source", "style", "user_id") VALUES (NEW."first_name", NEW."id", NEW."is_synthetic", NEW."last_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."sees_exempt", NEW."source", NEW."style", NEW."user_id"); RETURN NULL;',
                    hash="ba9e94ddf332335adc734a65c3d829ab018d085b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9622d",
                    table="panel_member",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_memberevent" ("first_name", "id", "is_synthetic", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sees_exempt", "source", "style", "user_id") VALUES (NEW."first_name", NEW."id", NEW."is_synthetic", NEW."last_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."sees_exempt", NEW."source", NEW."style", NEW."user_id"); RETURN NULL;',
                    hash="9b59fa6381dc00796d4cab4ff14b92ee80e87501",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_00255",
                    table="panel_member",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_memberevent" ("first_name", "id", "is_synthetic", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sees_exempt", "source", "style", "user_id") VALUES (OLD."first_name", OLD."id", OLD."is_synthetic", OLD."last_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."sees_exempt", OLD."source", OLD."style", OLD."user_id"); RETURN NULL;',
                    hash="d87dad1f469a4738b14f108b30d9d29355bb6d86",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7c085",
                    table="panel_member",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="memberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4e1ab5a7f3b62dce002c62e4f70a4371ee96175a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3270b",
                    table="panel_memberevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agendaitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="87c44c28762e509ca2a7dfa4e15e204aff5f717c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fabb4",
                    table="panel_agendaitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_agendaitemevent" ("added_because", "exemption_id", "id", "is_late", "is_synthetic", "kind", "late_reason", "lead", "meeting_id", "minutes", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "purpose", "source", "title") VALUES (NEW."added_because", NEW."exemption_id", NEW."id", NEW."is_late", NEW."is_synthetic", NEW."kind", NEW."late_reason", NEW."lead", NEW."meeting_id", NEW."minutes", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."public_id", NEW."purpose", NEW."source", NEW."title"); RETURN NULL;',
                    hash="f90a12abf5434fec8ff45618161202155d783d8c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_35322",
                    table="panel_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_agendaitemevent" ("added_because", "exemption_id", "id", "is_late", "is_synthetic", "kind", "late_reason", "lead", "meeting_id", "minutes", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "purpose", "source", "title") VALUES (NEW."added_because", NEW."exemption_id", NEW."id", NEW."is_late", NEW."is_synthetic", NEW."kind", NEW."late_reason", NEW."lead", NEW."meeting_id", NEW."minutes", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."public_id", NEW."purpose", NEW."source", NEW."title"); RETURN NULL;',
                    hash="e4460d41fcd97b8426beb454476f4cc9119770f6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_94266",
                    table="panel_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_agendaitemevent" ("added_because", "exemption_id", "id", "is_late", "is_synthetic", "kind", "late_reason", "lead", "meeting_id", "minutes", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "purpose", "source", "title") VALUES (OLD."added_because", OLD."exemption_id", OLD."id", OLD."is_late", OLD."is_synthetic", OLD."kind", OLD."late_reason", OLD."lead", OLD."meeting_id", OLD."minutes", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."public_id", OLD."purpose", OLD."source", OLD."title"); RETURN NULL;',
                    hash="c26e41d9fd6f19f2fd9946e4425615015999c6e2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1ef49",
                    table="panel_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelpost",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelpostevent" ("ends_on", "id", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "source", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="13597bd8c6132787907c3ff4aad1bbf1298680f5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_38672",
                    table="panel_panelpost",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelpost",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_panelpostevent" ("ends_on", "id", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "source", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="678f8a45f3122142a3d4b006ec3d6eb4186ec6c4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c5cf4",
                    table="panel_panelpost",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelpost",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelpostevent" ("ends_on", "id", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "source", "starts_on") VALUES (OLD."ends_on", OLD."id", OLD."is_synthetic", OLD."member_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="bc6d677d2da50e456774ae63d80c8c033e41defd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f314d",
                    table="panel_panelpost",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelpostevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="eb65133bee0c253b9e0541b44ffb7086df7eff64",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ef5d4",
                    table="panel_panelpostevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelrulesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6ffe42dcc5d3e4353a1742fa5b4c0ad60c8b1eeb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b7f60",
                    table="panel_panelrulesevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="registeredinterest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_registeredinterestevent" ("description", "ended_on", "id", "is_sensitive", "is_synthetic", "kind", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "source") VALUES (NEW."description", NEW."ended_on", NEW."id", NEW."is_sensitive", NEW."is_synthetic", NEW."kind", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."registered_on", NEW."source"); RETURN NULL;',
                    hash="c3a8944ff0d42c53b977c3021ec0b5d03083282b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3e510",
                    table="panel_registeredinterest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="registeredinterest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_registeredinterestevent" ("description", "ended_on", "id", "is_sensitive", "is_synthetic", "kind", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "source") VALUES (NEW."description", NEW."ended_on", NEW."id", NEW."is_sensitive", NEW."is_synthetic", NEW."kind", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."registered_on", NEW."source"); RETURN NULL;',
                    hash="f9eb671b5d8f12318176bd1452c793666b0bb50b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_278d4",
                    table="panel_registeredinterest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="registeredinterest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_registeredinterestevent" ("description", "ended_on", "id", "is_sensitive", "is_synthetic", "kind", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "source") VALUES (OLD."description", OLD."ended_on", OLD."id", OLD."is_sensitive", OLD."is_synthetic", OLD."kind", OLD."member_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."registered_on", OLD."source"); RETURN NULL;',
                    hash="b2b2e9f324ae5779ecca70866c7e3dae6186e49a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ccdcc",
                    table="panel_registeredinterest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="registeredinterestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4e23b137748ce45c7b15915b2752eb7abd88688b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6b30d",
                    table="panel_registeredinterestevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_resolutionevent" ("exemption_id", "id", "is_carried", "is_synthetic", "item_id", "kind", "letter", "mover_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seconder_id", "source", "text") VALUES (NEW."exemption_id", NEW."id", NEW."is_carried", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."letter", NEW."mover_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."seconder_id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="b1fa33320c644a79cebfb78fc2e09aaf26a40409",
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
                    func='INSERT INTO "panel_resolutionevent" ("exemption_id", "id", "is_carried", "is_synthetic", "item_id", "kind", "letter", "mover_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seconder_id", "source", "text") VALUES (NEW."exemption_id", NEW."id", NEW."is_carried", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."letter", NEW."mover_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."seconder_id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="1febddef50a1ffdfeba91389bd67c57199dc50ce",
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
                    func='INSERT INTO "panel_resolutionevent" ("exemption_id", "id", "is_carried", "is_synthetic", "item_id", "kind", "letter", "mover_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seconder_id", "source", "text") VALUES (OLD."exemption_id", OLD."id", OLD."is_carried", OLD."is_synthetic", OLD."item_id", OLD."kind", OLD."letter", OLD."mover_id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."seconder_id", OLD."source", OLD."text"); RETURN NULL;',
                    hash="b4fb422cc6e6a816d2c2f80dac64b7726bf6910f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_21853",
                    table="panel_resolution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="resolutionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="596fa9be182967e4c95573bb5f9822839ea4e12d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dd92f",
                    table="panel_resolutionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="standingitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_standingitemevent" ("id", "is_active", "is_synthetic", "kind", "lead", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose", "source", "title") VALUES (NEW."id", NEW."is_active", NEW."is_synthetic", NEW."kind", NEW."lead", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."purpose", NEW."source", NEW."title"); RETURN NULL;',
                    hash="aaa92961afade4c734b958bbbdadbd2089ec772b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dc7aa",
                    table="panel_standingitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="standingitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_standingitemevent" ("id", "is_active", "is_synthetic", "kind", "lead", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose", "source", "title") VALUES (NEW."id", NEW."is_active", NEW."is_synthetic", NEW."kind", NEW."lead", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."purpose", NEW."source", NEW."title"); RETURN NULL;',
                    hash="094ce764024e7fe4a5e988a9d478ba0b6174c8bc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ecef",
                    table="panel_standingitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="standingitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_standingitemevent" ("id", "is_active", "is_synthetic", "kind", "lead", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose", "source", "title") VALUES (OLD."id", OLD."is_active", OLD."is_synthetic", OLD."kind", OLD."lead", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."purpose", OLD."source", OLD."title"); RETURN NULL;',
                    hash="6fd8c95b0c31fb5b4f78117c1679fd7ac616b71b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ebb24",
                    table="panel_standingitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="standingitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b7930ef7dfe8fad7f95547159e982b76181c7be1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_23984",
                    table="panel_standingitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="term",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_termevent" ("council_id", "end_reason", "ends_on", "id", "is_synthetic", "kind", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (NEW."council_id", NEW."end_reason", NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."kind", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="4eb09fa19f3c6222e351ce9dde8c9f24314b45cd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_01df4",
                    table="panel_term",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="term",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_termevent" ("council_id", "end_reason", "ends_on", "id", "is_synthetic", "kind", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (NEW."council_id", NEW."end_reason", NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."kind", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="06b2424d191f7edaa20fa58a01cecd36ea5c324b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3eba5",
                    table="panel_term",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="term",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_termevent" ("council_id", "end_reason", "ends_on", "id", "is_synthetic", "kind", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (OLD."council_id", OLD."end_reason", OLD."ends_on", OLD."id", OLD."is_synthetic", OLD."kind", OLD."member_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="fe032b35f03f0bc7740b6df1500ee4285792e83e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_10e25",
                    table="panel_term",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="termevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2d1b4a0a715159e81e57ab0a4722b37407814c6c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6be2b",
                    table="panel_termevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelmeetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2cd902bcc385d66a6d9e969a3a3089befcd7662b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4ecb2",
                    table="panel_panelmeetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelmeetingevent" ("broadcast_url", "cancelled_reason", "group_id", "held_on", "id", "is_closed", "is_filmed", "is_synthetic", "moved_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source", "starts_at", "state", "title", "venue") VALUES (NEW."broadcast_url", NEW."cancelled_reason", NEW."group_id", NEW."held_on", NEW."id", NEW."is_closed", NEW."is_filmed", NEW."is_synthetic", NEW."moved_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."source", NEW."starts_at", NEW."state", NEW."title", NEW."venue"); RETURN NULL;',
                    hash="6d6bbe450e1da4df9e0719a5fb6e73d82a85eb96",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_25ca0",
                    table="panel_panelmeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_panelmeetingevent" ("broadcast_url", "cancelled_reason", "group_id", "held_on", "id", "is_closed", "is_filmed", "is_synthetic", "moved_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source", "starts_at", "state", "title", "venue") VALUES (NEW."broadcast_url", NEW."cancelled_reason", NEW."group_id", NEW."held_on", NEW."id", NEW."is_closed", NEW."is_filmed", NEW."is_synthetic", NEW."moved_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."source", NEW."starts_at", NEW."state", NEW."title", NEW."venue"); RETURN NULL;',
                    hash="89bfdd541599c20884f6103148cb1f8b92cda554",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_81f04",
                    table="panel_panelmeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panelmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelmeetingevent" ("broadcast_url", "cancelled_reason", "group_id", "held_on", "id", "is_closed", "is_filmed", "is_synthetic", "moved_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source", "starts_at", "state", "title", "venue") VALUES (OLD."broadcast_url", OLD."cancelled_reason", OLD."group_id", OLD."held_on", OLD."id", OLD."is_closed", OLD."is_filmed", OLD."is_synthetic", OLD."moved_from", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."source", OLD."starts_at", OLD."state", OLD."title", OLD."venue"); RETURN NULL;',
                    hash="233b473028f0f06f46de63eb8a2f44a337832fe8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e860f",
                    table="panel_panelmeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="groupplaceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a918d74b174c9dd26f1c62d9b6ecaf96206f37e0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_98ce5",
                    table="panel_groupplaceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="groupplace",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_groupplaceevent" ("ends_on", "group_id", "id", "is_chair", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (NEW."ends_on", NEW."group_id", NEW."id", NEW."is_chair", NEW."is_synthetic", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="20e6f9612120895df752b996b8cdf758aea3819d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_77509",
                    table="panel_groupplace",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="groupplace",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_groupplaceevent" ("ends_on", "group_id", "id", "is_chair", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (NEW."ends_on", NEW."group_id", NEW."id", NEW."is_chair", NEW."is_synthetic", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="7dd7ad83bf321f5dce8d801fb004d2245cb6af46",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_711bc",
                    table="panel_groupplace",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="groupplace",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_groupplaceevent" ("ends_on", "group_id", "id", "is_chair", "is_synthetic", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (OLD."ends_on", OLD."group_id", OLD."id", OLD."is_chair", OLD."is_synthetic", OLD."member_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="96aeabced0c9e99486b57a8400480b8969f8190e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_363ac",
                    table="panel_groupplace",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workinggroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="67f80261daa03ce6b166efb5c7be856573d5ce38",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fb716",
                    table="panel_workinggroupevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
