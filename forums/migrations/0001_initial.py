import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Forum",
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
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=120)),
                ("usual_venue", models.CharField(blank=True, max_length=200)),
                ("about", models.TextField(blank=True, verbose_name="about the area")),
                ("starts_on", models.DateField(verbose_name="active from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="active until")),
                ("end_reason", models.CharField(blank=True, max_length=250, verbose_name="why it ended")),
                (
                    "district",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="forums", to="reference.district"
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="forums.forum",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="forums_forum_ends_after_start",
                        violation_error_message="The forum ends on or after the day it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(
                                ("ends_on__isnull", False), models.Q(("merged_into", models.F("pk")), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="forums_forum_merged_has_ended",
                        violation_error_message="A forum that merged into another has the day it ended.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, unique=True)),
                ("name", models.CharField(help_text="As tables print it.", max_length=100)),
                (
                    "full_name",
                    models.CharField(blank=True, help_text="As forms and sentences write it.", max_length=150),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("is_active", models.BooleanField(default=True, verbose_name="offered on forms")),
                (
                    "broader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="narrower",
                        to="forums.prioritytopic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="forums_topic_name_once",
                        violation_error_message="There is a topic of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("broader", None), models.Q(("broader", models.F("pk")), _negated=True), _connector="OR"
                        ),
                        name="forums_topic_not_its_own_broader",
                        violation_error_message="A topic cannot be broader than itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", "none"), _negated=True), ("broader", None), _connector="OR"
                        ),
                        name="forums_topic_none_stands_alone",
                        violation_error_message="The row for forums that agreed none has no broader topic.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ForumEvent",
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
                ("slug", models.SlugField(db_index=False, max_length=80)),
                ("name", models.CharField(max_length=120)),
                ("usual_venue", models.CharField(blank=True, max_length=200)),
                ("about", models.TextField(blank=True, verbose_name="about the area")),
                ("starts_on", models.DateField(verbose_name="active from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="active until")),
                ("end_reason", models.CharField(blank=True, max_length=250, verbose_name="why it ended")),
                (
                    "district",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.district",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.forum",
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
                        to="forums.forum",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ForumMeeting",
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
                ("venue", models.CharField(blank=True, max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("cancelled", "Cancelled")],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("cancelled_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was cancelled")),
                (
                    "elected_members",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0, "Enter a number from 0 to 2,000."),
                            django.core.validators.MaxValueValidator(2000, "Enter a number from 0 to 2,000."),
                        ],
                        verbose_name="elected members",
                    ),
                ),
                (
                    "residents",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0, "Enter a number from 0 to 2,000."),
                            django.core.validators.MaxValueValidator(2000, "Enter a number from 0 to 2,000."),
                        ],
                        verbose_name="residents",
                    ),
                ),
                (
                    "police",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0, "Enter a number from 0 to 2,000."),
                            django.core.validators.MaxValueValidator(2000, "Enter a number from 0 to 2,000."),
                        ],
                        verbose_name="police officers and staff",
                    ),
                ),
                (
                    "others",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0, "Enter a number from 0 to 2,000."),
                            django.core.validators.MaxValueValidator(2000, "Enter a number from 0 to 2,000."),
                        ],
                        verbose_name="others",
                    ),
                ),
                ("police_attended", models.BooleanField(blank=True, null=True, verbose_name="police attended")),
                (
                    "priorities_outcome",
                    models.CharField(
                        choices=[
                            ("not_recorded", "Not recorded"),
                            ("agreed", "Priorities were agreed"),
                            ("none_agreed", "No priorities were agreed"),
                        ],
                        default="not_recorded",
                        max_length=12,
                        verbose_name="priorities",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="forums.forum"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("forum", "held_on"),
                        name="forums_meeting_once_a_day",
                        violation_error_message="This forum has a meeting on that day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), models.Q(("cancelled_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "cancelled"), _negated=True), ("cancelled_reason", "")),
                            _connector="OR",
                        ),
                        name="forums_meeting_cancelled_has_reason",
                        violation_error_message="Give the reason if, and only if, the meeting was cancelled.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("priorities_outcome", "not_recorded"), ("state", "held"), _connector="OR"),
                        name="forums_meeting_priorities_when_held",
                        violation_error_message="Only a meeting that was held can have priorities.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("elected_members", None), ("elected_members__lte", 2000), _connector="OR"),
                        name="forums_meeting_elected_members_plausible",
                        violation_error_message="Enter a number from 0 to 2,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("residents", None), ("residents__lte", 2000), _connector="OR"),
                        name="forums_meeting_residents_plausible",
                        violation_error_message="Enter a number from 0 to 2,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("police", None), ("police__lte", 2000), _connector="OR"),
                        name="forums_meeting_police_plausible",
                        violation_error_message="Enter a number from 0 to 2,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("others", None), ("others__lte", 2000), _connector="OR"),
                        name="forums_meeting_others_plausible",
                        violation_error_message="Enter a number from 0 to 2,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("police_attended", False), _negated=True),
                            ("police", None),
                            ("police", 0),
                            _connector="OR",
                        ),
                        name="forums_meeting_police_agree",
                        violation_error_message="Police numbers and police attendance disagree.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityTopicEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=60)),
                ("name", models.CharField(help_text="As tables print it.", max_length=100)),
                (
                    "full_name",
                    models.CharField(blank=True, help_text="As forms and sentences write it.", max_length=150),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("is_active", models.BooleanField(default=True, verbose_name="offered on forms")),
                (
                    "broader",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.prioritytopic",
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
                        to="forums.prioritytopic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ForumMeetingEvent",
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
                ("venue", models.CharField(blank=True, max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("cancelled", "Cancelled")],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("cancelled_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was cancelled")),
                (
                    "elected_members",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0, "Enter a number from 0 to 2,000."),
                            django.core.validators.MaxValueValidator(2000, "Enter a number from 0 to 2,000."),
                        ],
                        verbose_name="elected members",
                    ),
                ),
                (
                    "residents",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0, "Enter a number from 0 to 2,000."),
                            django.core.validators.MaxValueValidator(2000, "Enter a number from 0 to 2,000."),
                        ],
                        verbose_name="residents",
                    ),
                ),
                (
                    "police",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0, "Enter a number from 0 to 2,000."),
                            django.core.validators.MaxValueValidator(2000, "Enter a number from 0 to 2,000."),
                        ],
                        verbose_name="police officers and staff",
                    ),
                ),
                (
                    "others",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0, "Enter a number from 0 to 2,000."),
                            django.core.validators.MaxValueValidator(2000, "Enter a number from 0 to 2,000."),
                        ],
                        verbose_name="others",
                    ),
                ),
                ("police_attended", models.BooleanField(blank=True, null=True, verbose_name="police attended")),
                (
                    "priorities_outcome",
                    models.CharField(
                        choices=[
                            ("not_recorded", "Not recorded"),
                            ("agreed", "Priorities were agreed"),
                            ("none_agreed", "No priorities were agreed"),
                        ],
                        default="not_recorded",
                        max_length=12,
                        verbose_name="priorities",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.forum",
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
                        to="forums.forummeeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ForumPriority",
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
                ("position", models.PositiveSmallIntegerField()),
                ("wording", models.CharField(max_length=500, verbose_name="as agreed")),
                (
                    "continuity",
                    models.CharField(
                        choices=[("new", "New at this meeting"), ("retained", "Kept from last time")],
                        default="new",
                        max_length=10,
                    ),
                ),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="forums.forumpriority",
                    ),
                ),
                (
                    "closed_at",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities_closed",
                        to="forums.forummeeting",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="priorities", to="forums.forummeeting"
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to="forums.prioritytopic",
                    ),
                ),
            ],
            options={
                "verbose_name": "priority",
                "verbose_name_plural": "priorities",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", 1), ("position__lte", 3)),
                        name="forums_priority_three_at_most",
                        violation_error_message="A forum agrees at most three priorities.",
                    ),
                    models.UniqueConstraint(
                        fields=("meeting", "position"),
                        name="forums_priority_position_once",
                        violation_error_message="This meeting has a priority in that place.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("continuity", "retained"), ("carried_from", None), _connector="OR"),
                        name="forums_priority_new_carries_nothing",
                        violation_error_message="A new priority is not carried from an earlier one.",
                    ),
                    models.UniqueConstraint(
                        fields=("carried_from",),
                        name="forums_priority_carried_once",
                        violation_error_message="An earlier priority is kept as one priority, not as two.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wording", ""), _negated=True),
                        name="forums_priority_has_words",
                        violation_error_message="Enter what the forum agreed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityProgress",
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
                ("text", models.CharField(max_length=1000, verbose_name="what was done")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_reported",
                        to="forums.forummeeting",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="progress", to="forums.forumpriority"
                    ),
                ),
            ],
            options={
                "verbose_name": "progress",
                "verbose_name_plural": "progress on priorities",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("priority", "meeting"),
                        name="forums_progress_once_a_meeting",
                        violation_error_message="Progress on this priority is recorded for that meeting.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="forums_progress_has_words",
                        violation_error_message="Enter what was done.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ForumPriorityEvent",
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
                ("position", models.PositiveSmallIntegerField()),
                ("wording", models.CharField(max_length=500, verbose_name="as agreed")),
                (
                    "continuity",
                    models.CharField(
                        choices=[("new", "New at this meeting"), ("retained", "Kept from last time")],
                        default="new",
                        max_length=10,
                    ),
                ),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.forumpriority",
                    ),
                ),
                (
                    "closed_at",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.forummeeting",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.forummeeting",
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
                        to="forums.forumpriority",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.prioritytopic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PriorityProgressEvent",
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
                ("text", models.CharField(max_length=1000, verbose_name="what was done")),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.forummeeting",
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
                        to="forums.priorityprogress",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.forumpriority",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="forum",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_forumevent" ("about", "district_id", "end_reason", "ends_on", "id", "is_synthetic", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "starts_on", "usual_venue") VALUES (NEW."about", NEW."district_id", NEW."end_reason", NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."merged_into_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."source", NEW."starts_on", NEW."usual_venue"); RETURN NULL;',
                    hash="b4d6d18c55795306f1afbcc46dbcf40f068a95f8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0ba7f",
                    table="forums_forum",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forum",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "forums_forumevent" ("about", "district_id", "end_reason", "ends_on", "id", "is_synthetic", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "starts_on", "usual_venue") VALUES (NEW."about", NEW."district_id", NEW."end_reason", NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."merged_into_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."source", NEW."starts_on", NEW."usual_venue"); RETURN NULL;',
                    hash="9c8c81cb52e323356123234c23ae2b2cbfeb4316",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cfb71",
                    table="forums_forum",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forum",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_forumevent" ("about", "district_id", "end_reason", "ends_on", "id", "is_synthetic", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "starts_on", "usual_venue") VALUES (OLD."about", OLD."district_id", OLD."end_reason", OLD."ends_on", OLD."id", OLD."is_synthetic", OLD."merged_into_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."source", OLD."starts_on", OLD."usual_venue"); RETURN NULL;',
                    hash="15341219a2ac6e7f7b218439516aab764adf8e99",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_af6bb",
                    table="forums_forum",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="17a01aed28abc887e7624e7bd1d025bed26e7939",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6633d",
                    table="forums_forumevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="forummeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="agreed_while_priorities",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"priorities_outcome\" IN ('none_agreed', 'not_recorded'))",
                    func="\nIF EXISTS (SELECT 1 FROM forums_forumpriority WHERE meeting_id = NEW.id) THEN\n    RAISE EXCEPTION 'This meeting has priorities, so its outcome stays that some were agreed.'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'forums_meeting_agreed_while_priorities';\nEND IF;\nRETURN NEW;\n",
                    hash="533fe3b73b159f6ba9063183b6e51d60b647edca",
                    operation='UPDATE OF "priorities_outcome"',
                    pgid="pgtrigger_agreed_while_priorities_c337e",
                    table="forums_forummeeting",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="forummeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_forummeetingevent" ("cancelled_reason", "elected_members", "forum_id", "held_on", "id", "is_synthetic", "others", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police", "police_attended", "priorities_outcome", "public_id", "residents", "source", "starts_at", "state", "venue") VALUES (NEW."cancelled_reason", NEW."elected_members", NEW."forum_id", NEW."held_on", NEW."id", NEW."is_synthetic", NEW."others", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."police", NEW."police_attended", NEW."priorities_outcome", NEW."public_id", NEW."residents", NEW."source", NEW."starts_at", NEW."state", NEW."venue"); RETURN NULL;',
                    hash="f573595f00179dbb2ad1216953d4847fade30233",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_87e31",
                    table="forums_forummeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forummeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "forums_forummeetingevent" ("cancelled_reason", "elected_members", "forum_id", "held_on", "id", "is_synthetic", "others", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police", "police_attended", "priorities_outcome", "public_id", "residents", "source", "starts_at", "state", "venue") VALUES (NEW."cancelled_reason", NEW."elected_members", NEW."forum_id", NEW."held_on", NEW."id", NEW."is_synthetic", NEW."others", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."police", NEW."police_attended", NEW."priorities_outcome", NEW."public_id", NEW."residents", NEW."source", NEW."starts_at", NEW."state", NEW."venue"); RETURN NULL;',
                    hash="001807e2e22f5e481fe17f812c81612c8bdbce37",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_01d1f",
                    table="forums_forummeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forummeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_forummeetingevent" ("cancelled_reason", "elected_members", "forum_id", "held_on", "id", "is_synthetic", "others", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police", "police_attended", "priorities_outcome", "public_id", "residents", "source", "starts_at", "state", "venue") VALUES (OLD."cancelled_reason", OLD."elected_members", OLD."forum_id", OLD."held_on", OLD."id", OLD."is_synthetic", OLD."others", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."police", OLD."police_attended", OLD."priorities_outcome", OLD."public_id", OLD."residents", OLD."source", OLD."starts_at", OLD."state", OLD."venue"); RETURN NULL;',
                    hash="86de9c33514f127478ab0a25f87c43888c87f547",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3a4ee",
                    table="forums_forummeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forummeetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cc819ccf7a51dd7fdca904e70d499c39343b0bd0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3c58f",
                    table="forums_forummeetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="priorityprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_priorityprogressevent" ("id", "is_synthetic", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_id", "source", "text") VALUES (NEW."id", NEW."is_synthetic", NEW."meeting_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority_id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="94f93991bbe3bfc506edf954f7d622064cff4fd2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8caab",
                    table="forums_priorityprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="priorityprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "forums_priorityprogressevent" ("id", "is_synthetic", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_id", "source", "text") VALUES (NEW."id", NEW."is_synthetic", NEW."meeting_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority_id", NEW."source", NEW."text"); RETURN NULL;',
                    hash="17ff2f32acd550cfa82595261323e06fc2176b02",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9c2c8",
                    table="forums_priorityprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="priorityprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_priorityprogressevent" ("id", "is_synthetic", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_id", "source", "text") VALUES (OLD."id", OLD."is_synthetic", OLD."meeting_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."priority_id", OLD."source", OLD."text"); RETURN NULL;',
                    hash="d63c2670af6f9f0086d5d80b83a2f4b97e74aabf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4269d",
                    table="forums_priorityprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="priorityprogressevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cf64680594f0f38b5caa931b7878aa978a30b95a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8db13",
                    table="forums_priorityprogressevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="prioritytopic",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_prioritytopicevent" ("broader_id", "code", "full_name", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."broader_id", NEW."code", NEW."full_name", NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="a9f1d3ddec3e3e7086e592bc2bc0de8000b77f6c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9501e",
                    table="forums_prioritytopic",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="prioritytopic",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "forums_prioritytopicevent" ("broader_id", "code", "full_name", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."broader_id", NEW."code", NEW."full_name", NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="0c4606497c6c39a227e4e2ca860739a910bae404",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ed08",
                    table="forums_prioritytopic",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="prioritytopic",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_prioritytopicevent" ("broader_id", "code", "full_name", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."broader_id", OLD."code", OLD."full_name", OLD."id", OLD."is_active", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="fe7e1fcf90a482ab1b34a4c53562022218cfe101",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_953a9",
                    table="forums_prioritytopic",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumpriorityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7e6544be3e817094ae67e12720a447fbd9f607b8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_13d0e",
                    table="forums_forumpriorityevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="only_when_agreed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF NOT EXISTS (\n    SELECT 1 FROM forums_forummeeting WHERE id = NEW.meeting_id AND priorities_outcome = 'agreed' FOR SHARE\n) THEN\n    RAISE EXCEPTION 'A meeting has priorities only when its outcome is that some were agreed.'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'forums_priority_only_when_agreed';\nEND IF;\nIF EXISTS (SELECT 1 FROM forums_prioritytopic WHERE id = NEW.topic_id AND code = 'none') THEN\n    RAISE EXCEPTION 'No priority has the topic that stands for none.'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'forums_priority_topic_not_none';\nEND IF;\nRETURN NEW;\n",
                    hash="cc9471f2dc8192578b6cdec297d57b558d4f4103",
                    operation='INSERT OR UPDATE OF "meeting_id", "topic_id"',
                    pgid="pgtrigger_only_when_agreed_f01c1",
                    table="forums_forumpriority",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_forumpriorityevent" ("carried_from_id", "closed_at_id", "continuity", "id", "is_synthetic", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "topic_id", "wording") VALUES (NEW."carried_from_id", NEW."closed_at_id", NEW."continuity", NEW."id", NEW."is_synthetic", NEW."meeting_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."source", NEW."topic_id", NEW."wording"); RETURN NULL;',
                    hash="3c7479ff57321d827224cf04899c6cdd83cfe777",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_25918",
                    table="forums_forumpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "forums_forumpriorityevent" ("carried_from_id", "closed_at_id", "continuity", "id", "is_synthetic", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "topic_id", "wording") VALUES (NEW."carried_from_id", NEW."closed_at_id", NEW."continuity", NEW."id", NEW."is_synthetic", NEW."meeting_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."source", NEW."topic_id", NEW."wording"); RETURN NULL;',
                    hash="0d0fd9c673399139b5d1fb61196c1d2828dc017d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d2e3b",
                    table="forums_forumpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "forums_forumpriorityevent" ("carried_from_id", "closed_at_id", "continuity", "id", "is_synthetic", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "topic_id", "wording") VALUES (OLD."carried_from_id", OLD."closed_at_id", OLD."continuity", OLD."id", OLD."is_synthetic", OLD."meeting_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."source", OLD."topic_id", OLD."wording"); RETURN NULL;',
                    hash="f468a13aa4ebf020d52281ed8ebe509da926723c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6d494",
                    table="forums_forumpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="prioritytopicevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c0788a2642befa9ece420ad5c722129310a914a7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c3463",
                    table="forums_prioritytopicevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
