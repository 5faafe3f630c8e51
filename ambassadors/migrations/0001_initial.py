import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import opcc.core.days
from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_initial"),
        ("forums", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ambassador",
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
                ("first_name", models.CharField(max_length=100, verbose_name="first name")),
                ("last_name", models.CharField(max_length=100, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("telephone", models.CharField(blank=True, max_length=40)),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ambassador",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VacancyAdvert",
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
                ("advertised_on", models.DateField()),
                ("closes_on", models.DateField(blank=True, null=True)),
                ("place", models.CharField(max_length=200, verbose_name="where")),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="adverts", to="forums.forum"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_on", None), ("closes_on__gte", models.F("advertised_on")), _connector="OR"
                        ),
                        name="ambassadors_advert_closes_after",
                        violation_error_message="The advert closes on or after the day it appears.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AmbassadorEvent",
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
                ("first_name", models.CharField(max_length=100, verbose_name="first name")),
                ("last_name", models.CharField(max_length=100, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("telephone", models.CharField(blank=True, max_length=40)),
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
                        to="ambassadors.ambassador",
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
            name="Application",
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
                ("applied_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Received"),
                            ("interview", "Called to interview"),
                            ("appointed", "Appointed"),
                            ("declined", "Not appointed"),
                            ("withdrawn", "Withdrew"),
                        ],
                        default="received",
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="ambassadors.ambassador",
                        verbose_name="applicant",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="applications", to="forums.forum"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("ambassador", "forum", "applied_on"),
                        name="ambassadors_application_once",
                        violation_error_message="This application is recorded.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("state__in", ["received", "interview"])),
                            models.Q(
                                ("decided_on__isnull", False), ("state__in", ["appointed", "declined", "withdrawn"])
                            ),
                            _connector="OR",
                        ),
                        name="ambassadors_application_decided_has_day",
                        violation_error_message="A decided application has the day of the decision, and no other has.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
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
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resigned_personal", "Resigned, personal reasons"),
                            ("resigned_moved", "Resigned, moved away"),
                            ("resigned_other", "Resigned, other reasons"),
                            ("term_ended", "Term ended"),
                            ("forum_ended", "The forum ended or merged"),
                            ("removed", "Removed by the office"),
                        ],
                        max_length=20,
                        verbose_name="why it ended",
                    ),
                ),
                ("end_note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                (
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="ambassadors.ambassador",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to="forums.forum"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="ambassadors_appointment_ends_after_start",
                        violation_error_message="The appointment ends on or after the day it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end_reason", ""), ("ends_on", None)),
                            models.Q(("ends_on__isnull", False), models.Q(("end_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="ambassadors_appointment_end_has_reason",
                        violation_error_message="Give both the last day and the reason, or neither.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("forum", "="),
                            (
                                opcc.core.days.DayRange(
                                    "starts_on",
                                    "ends_on",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(True, True),
                                ),
                                "&&",
                            ),
                        ],
                        name="ambassadors_appointment_one_a_forum",
                        violation_error_message="This forum has an ambassador for some of those days.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ForumReport",
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
                    "reference",
                    models.CharField(
                        blank=True, help_text="Given when it is sent.", max_length=20, null=True, unique=True
                    ),
                ),
                ("met_on", models.DateField(verbose_name="date of the meeting")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("venue", models.CharField(blank=True, max_length=200)),
                ("due_on", models.DateField(verbose_name="due by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Waiting for review"),
                            ("returned", "Returned with a question"),
                            ("accepted", "Accepted"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "steps_done",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                ("unfinished", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "elected_members",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="elected members"),
                ),
                ("residents", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="residents")),
                (
                    "police",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="police officers and staff"),
                ),
                ("others", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="others")),
                ("police_attended", models.BooleanField(null=True, verbose_name="police attended")),
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
                ("started_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted")),
                (
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="ambassadors.ambassador"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="forums.forum"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="forums.forummeeting",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "due_on"], name="ambassadors_report_queue")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("forum", "met_on"),
                        name="ambassadors_report_once_a_meeting",
                        violation_error_message="There is a report for this meeting.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reference", None), ("state", "draft"), ("submitted_at", None)),
                            models.Q(
                                ("reference__isnull", False),
                                ("state__in", ["submitted", "returned", "accepted"]),
                                ("submitted_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ambassadors_report_sent_all_or_none",
                        violation_error_message="A report that was sent has a reference and the time it was sent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", False), ("meeting__isnull", False), ("state", "accepted")),
                            models.Q(
                                models.Q(("state", "accepted"), _negated=True),
                                ("decided_at", None),
                                ("decided_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="ambassadors_report_accepted_all_or_none",
                        violation_error_message="An accepted report has its meeting and the time it was accepted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gt", models.F("met_on"))),
                        name="ambassadors_report_due_after_meeting",
                        violation_error_message="A report is due after its meeting.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("elected_members", None), ("elected_members__lte", 2000), _connector="OR"),
                        name="ambassadors_report_elected_members_plausible",
                        violation_error_message="Enter a number from 0 to 2,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("residents", None), ("residents__lte", 2000), _connector="OR"),
                        name="ambassadors_report_residents_plausible",
                        violation_error_message="Enter a number from 0 to 2,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("police", None), ("police__lte", 2000), _connector="OR"),
                        name="ambassadors_report_police_plausible",
                        violation_error_message="Enter a number from 0 to 2,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("others", None), ("others__lte", 2000), _connector="OR"),
                        name="ambassadors_report_others_plausible",
                        violation_error_message="Enter a number from 0 to 2,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("police_attended", False), _negated=True),
                            ("police", None),
                            ("police", 0),
                            _connector="OR",
                        ),
                        name="ambassadors_report_police_agree",
                        violation_error_message="Police numbers and police attendance disagree.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyContact",
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
                ("organisation_name", models.CharField(max_length=150, verbose_name="organisation")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="contact")),
                ("how_to_reach", models.CharField(blank=True, max_length=150, verbose_name="telephone or e-mail")),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("monthly", "Every month"),
                            ("two_monthly", "Every two months"),
                            ("quarterly", "Every three months"),
                            ("six_monthly", "Every six months"),
                            ("yearly", "Every year"),
                        ],
                        max_length=12,
                        verbose_name="how often",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("meeting", "Meeting"),
                            ("telephone", "Telephone"),
                            ("email", "E-mail"),
                            ("online", "Online meeting"),
                            ("event", "Event"),
                            ("letter", "Letter"),
                        ],
                        max_length=12,
                        verbose_name="by what means",
                    ),
                ),
                ("added_on", models.DateField()),
                ("last_contact_on", models.DateField(blank=True, null=True, verbose_name="last contact")),
                ("due_on", models.DateField(verbose_name="due again")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="no longer a contact from")),
                (
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="ambassadors.ambassador",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reference.organisation",
                        verbose_name="organisation on the office's list",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_on", None)), fields=["due_on"], name="ambassadors_contact_due"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_contact_on", None), ("due_on__gt", models.F("last_contact_on")), _connector="OR"
                        ),
                        name="ambassadors_contact_due_after_last",
                        violation_error_message="The next contact is due after the last one.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Objective",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("title", models.CharField(max_length=300, verbose_name="objective")),
                ("target", models.PositiveSmallIntegerField(default=1, verbose_name="number to reach")),
                ("unit", models.CharField(default="times", max_length=60, verbose_name="counted in")),
                (
                    "ambassador",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty for an objective of every ambassador.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objectives",
                        to="ambassadors.ambassador",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="ambassadors_objective_ends_after_start",
                        violation_error_message="The period ends after it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("target__gte", 1)),
                        name="ambassadors_objective_target_positive",
                        violation_error_message="The number to reach is 1 or more.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VacancyAdvertEvent",
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
                ("advertised_on", models.DateField()),
                ("closes_on", models.DateField(blank=True, null=True)),
                ("place", models.CharField(max_length=200, verbose_name="where")),
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
                        to="ambassadors.vacancyadvert",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactMade",
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
                ("on", models.DateField(verbose_name="date")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("meeting", "Meeting"),
                            ("telephone", "Telephone"),
                            ("email", "E-mail"),
                            ("online", "Online meeting"),
                            ("event", "Event"),
                            ("letter", "Letter"),
                        ],
                        max_length=12,
                        verbose_name="by what means",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="made", to="ambassadors.keycontact"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "contacts made",
            },
        ),
        migrations.CreateModel(
            name="ApplicationEvent",
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
                ("applied_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Received"),
                            ("interview", "Called to interview"),
                            ("appointed", "Appointed"),
                            ("declined", "Not appointed"),
                            ("withdrawn", "Withdrew"),
                        ],
                        default="received",
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "ambassador",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.ambassador",
                        verbose_name="applicant",
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
                        to="ambassadors.application",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AppointmentEvent",
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
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resigned_personal", "Resigned, personal reasons"),
                            ("resigned_moved", "Resigned, moved away"),
                            ("resigned_other", "Resigned, other reasons"),
                            ("term_ended", "Term ended"),
                            ("forum_ended", "The forum ended or merged"),
                            ("removed", "Removed by the office"),
                        ],
                        max_length=20,
                        verbose_name="why it ended",
                    ),
                ),
                ("end_note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                (
                    "ambassador",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.ambassador",
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
                        to="ambassadors.appointment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EngagementActivity",
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
                ("held_on", models.DateField(verbose_name="date")),
                ("title", models.CharField(max_length=200, verbose_name="event")),
                (
                    "people_met",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="people spoken to"),
                ),
                ("outcome", models.CharField(max_length=1000)),
                (
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="ambassadors.ambassador",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "verbose_name": "event attended",
                "verbose_name_plural": "events attended",
            },
        ),
        migrations.CreateModel(
            name="ForumReportEvent",
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
                    "reference",
                    models.CharField(blank=True, help_text="Given when it is sent.", max_length=20, null=True),
                ),
                ("met_on", models.DateField(verbose_name="date of the meeting")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("venue", models.CharField(blank=True, max_length=200)),
                ("due_on", models.DateField(verbose_name="due by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Waiting for review"),
                            ("returned", "Returned with a question"),
                            ("accepted", "Accepted"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "steps_done",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                (
                    "elected_members",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="elected members"),
                ),
                ("residents", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="residents")),
                (
                    "police",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="police officers and staff"),
                ),
                ("others", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="others")),
                ("police_attended", models.BooleanField(null=True, verbose_name="police attended")),
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
                ("started_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted")),
                (
                    "ambassador",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.ambassador",
                    ),
                ),
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
                        verbose_name="accepted by",
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
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
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KeyContactEvent",
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
                ("organisation_name", models.CharField(max_length=150, verbose_name="organisation")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="contact")),
                ("how_to_reach", models.CharField(blank=True, max_length=150, verbose_name="telephone or e-mail")),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("monthly", "Every month"),
                            ("two_monthly", "Every two months"),
                            ("quarterly", "Every three months"),
                            ("six_monthly", "Every six months"),
                            ("yearly", "Every year"),
                        ],
                        max_length=12,
                        verbose_name="how often",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("meeting", "Meeting"),
                            ("telephone", "Telephone"),
                            ("email", "E-mail"),
                            ("online", "Online meeting"),
                            ("event", "Event"),
                            ("letter", "Letter"),
                        ],
                        max_length=12,
                        verbose_name="by what means",
                    ),
                ),
                ("added_on", models.DateField()),
                ("last_contact_on", models.DateField(blank=True, null=True, verbose_name="last contact")),
                ("due_on", models.DateField(verbose_name="due again")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="no longer a contact from")),
                (
                    "ambassador",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.ambassador",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.organisation",
                        verbose_name="organisation on the office's list",
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
                        to="ambassadors.keycontact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObjectiveEvent",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("title", models.CharField(max_length=300, verbose_name="objective")),
                ("target", models.PositiveSmallIntegerField(default=1, verbose_name="number to reach")),
                ("unit", models.CharField(default="times", max_length=60, verbose_name="counted in")),
                (
                    "ambassador",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty for an objective of every ambassador.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.ambassador",
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
                        to="ambassadors.objective",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObjectiveProgress",
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
                ("on", models.DateField(verbose_name="date")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="how many")),
                ("evidence", models.CharField(max_length=1000)),
                (
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="ambassadors.ambassador",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="progress", to="ambassadors.objective"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="objective_progress",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "progress on objectives",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("report__isnull", False)),
                        fields=("objective", "report"),
                        name="ambassadors_progress_once_a_report",
                        violation_error_message="This report says how that objective stands.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportedPriority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("wording", models.CharField(max_length=500)),
                (
                    "continuity",
                    models.CharField(
                        choices=[("new", "New at this meeting"), ("retained", "Kept from last time")], max_length=10
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="priorities",
                        to="ambassadors.forumreport",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="forums.prioritytopic"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("report", "position"), name="ambassadors_reportedpriority_once"),
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", 1), ("position__lte", 3)),
                        name="ambassadors_reportedpriority_three_at_most",
                        violation_error_message="A forum agrees at most three priorities.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wording", ""), _negated=True),
                        name="ambassadors_reportedpriority_has_words",
                        violation_error_message="Enter what the forum agreed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportedProgress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=1000)),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="forums.forumpriority"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="progress",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "reported progress",
                "constraints": [
                    models.UniqueConstraint(fields=("report", "priority"), name="ambassadors_reportedprogress_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("file", models.FileField(upload_to="reports/")),
                ("name", models.CharField(max_length=150)),
                ("content_type", models.CharField(max_length=60)),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="ambassadors.forumreport"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("issue", "Action or issue for the office"),
                            ("concern", "Community concern"),
                            ("tension", "Community tension"),
                            ("good_news", "Good news"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(max_length=2000)),
                ("raised_by", models.CharField(blank=True, max_length=150, verbose_name="who raised it")),
                ("needed_by", models.DateField(blank=True, null=True, verbose_name="needed by")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="ambassadors.forumreport"
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="forums.prioritytopic"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("report", "kind", "position"), name="ambassadors_reportitem_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="ambassadors_reportitem_has_words",
                        violation_error_message="Enter what was said.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "issue"), _negated=True),
                            models.Q(models.Q(("raised_by", ""), _negated=True), ("needed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="ambassadors_reportitem_issue_is_whole",
                        violation_error_message="An issue for the office says who raised it and when an answer is needed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(max_length=1000)),
                ("asked_at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, max_length=2000)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="ambassadors_question_answer_all_or_none",
                        violation_error_message="An answer has its time, and the other way round.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)),
                        fields=("report",),
                        name="ambassadors_question_one_open",
                        violation_error_message="A question on this report is still open.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Concern",
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
                ("reference", models.CharField(max_length=20, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("issue", "Action or issue for the office"),
                            ("concern", "Community concern"),
                            ("tension", "Community tension"),
                            ("good_news", "Good news"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "is_restricted",
                    models.BooleanField(
                        default=False,
                        help_text="Restricted concerns are left out of everything the public can read.",
                        verbose_name="restricted",
                    ),
                ),
                ("text", models.CharField(max_length=2000, verbose_name="what was raised")),
                ("raised_by", models.CharField(blank=True, max_length=150, verbose_name="who raised it")),
                ("raised_on", models.DateField(verbose_name="raised on")),
                ("needed_by", models.DateField(blank=True, null=True, verbose_name="needed by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "With the office"),
                            ("replied", "Tell your forum"),
                            ("told", "Forum told"),
                            ("closed", "Closed without a reply"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("reply", models.TextField(blank=True, max_length=2000, verbose_name="reply to the ambassador")),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="forum told on")),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("closed_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was closed")),
                (
                    "ambassador",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concerns",
                        to="ambassadors.ambassador",
                        verbose_name="reported by",
                    ),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concerns",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="concerns", to="forums.forum"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concerns",
                        to="reference.organisation",
                        verbose_name="partner agency",
                    ),
                ),
                (
                    "replied_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="concerns", to="forums.prioritytopic"
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concern",
                        to="ambassadors.reportitem",
                    ),
                ),
            ],
            options={
                "permissions": [("view_restricted_concern", "Can read restricted concerns and community tensions")],
                "indexes": [models.Index(fields=["state", "needed_by"], name="ambassadors_concern_queue")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind", "good_news"), _negated=True),
                        name="ambassadors_concern_not_good_news",
                        violation_error_message="Good news needs no answer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "tension"), _negated=True), ("is_restricted", True), _connector="OR"
                        ),
                        name="ambassadors_concern_tension_restricted",
                        violation_error_message="A community tension is always restricted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("replied_at", None),
                                ("replied_by", None),
                                ("reply", ""),
                                ("state__in", ["open", "closed"]),
                            ),
                            models.Q(
                                models.Q(("reply", ""), _negated=True),
                                ("replied_at__isnull", False),
                                ("state__in", ["replied", "told"]),
                            ),
                            _connector="OR",
                        ),
                        name="ambassadors_concern_reply_all_or_none",
                        violation_error_message="A concern that was answered has the reply and its time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "told"), ("told_on__isnull", False)),
                            models.Q(models.Q(("state", "told"), _negated=True), ("told_on", None)),
                            _connector="OR",
                        ),
                        name="ambassadors_concern_told_has_day",
                        violation_error_message="A concern told to the forum has the day it was told.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("told_on", None), ("told_on__gte", models.F("raised_on")), _connector="OR"),
                        name="ambassadors_concern_told_after_raised",
                        violation_error_message="The forum was told on or after the day it was raised.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_on__isnull", False),
                                ("state", "closed"),
                                models.Q(("closed_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "closed"), _negated=True), ("closed_on", None), ("closed_reason", "")
                            ),
                            _connector="OR",
                        ),
                        name="ambassadors_concern_closed_has_reason",
                        violation_error_message="Give the day and the reason if, and only if, it is closed without a reply.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EngagementActivityEvent",
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
                ("held_on", models.DateField(verbose_name="date")),
                ("title", models.CharField(max_length=200, verbose_name="event")),
                (
                    "people_met",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="people spoken to"),
                ),
                ("outcome", models.CharField(max_length=1000)),
                (
                    "ambassador",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.ambassador",
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
                        to="ambassadors.engagementactivity",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactMadeEvent",
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
                ("on", models.DateField(verbose_name="date")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("meeting", "Meeting"),
                            ("telephone", "Telephone"),
                            ("email", "E-mail"),
                            ("online", "Online meeting"),
                            ("event", "Event"),
                            ("letter", "Letter"),
                        ],
                        max_length=12,
                        verbose_name="by what means",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
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
                        to="ambassadors.contactmade",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.keycontact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObjectiveProgressEvent",
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
                ("on", models.DateField(verbose_name="date")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="how many")),
                ("evidence", models.CharField(max_length=1000)),
                (
                    "ambassador",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.ambassador",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.objective",
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
                        to="ambassadors.objectiveprogress",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportedPriorityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("wording", models.CharField(max_length=500)),
                (
                    "continuity",
                    models.CharField(
                        choices=[("new", "New at this meeting"), ("retained", "Kept from last time")], max_length=10
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
                        to="ambassadors.reportedpriority",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.forumreport",
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
            name="ReportedProgressEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=1000)),
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
                        to="ambassadors.reportedprogress",
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
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportFileEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("file", models.FileField(upload_to="reports/")),
                ("name", models.CharField(max_length=150)),
                ("content_type", models.CharField(max_length=60)),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField()),
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
                        to="ambassadors.reportfile",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("issue", "Action or issue for the office"),
                            ("concern", "Community concern"),
                            ("tension", "Community tension"),
                            ("good_news", "Good news"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(max_length=2000)),
                ("raised_by", models.CharField(blank=True, max_length=150, verbose_name="who raised it")),
                ("needed_by", models.DateField(blank=True, null=True, verbose_name="needed by")),
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
                        to="ambassadors.reportitem",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.forumreport",
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
            name="ReportQuestionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("question", models.CharField(max_length=1000)),
                ("asked_at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, max_length=2000)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="ambassadors.reportquestion",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.forumreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConcernAction",
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
                    "level",
                    models.CharField(
                        choices=[
                            ("1_noted", "Noted and monitored"),
                            ("2_answered", "Advice or information given"),
                            ("3_passed_on", "Passed to the local policing team"),
                            ("4_partner", "Raised with a partner agency"),
                            ("5_chief_officer", "Raised with chief officers"),
                            ("6_direct", "Direct intervention"),
                        ],
                        max_length=20,
                    ),
                ),
                ("taken_on", models.DateField()),
                ("text", models.CharField(max_length=1000, verbose_name="what was done")),
                ("recorded_at", models.DateTimeField()),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="ambassadors.concern"
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="ambassadors_action_has_words",
                        violation_error_message="Enter what was done.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernEvent",
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
                ("reference", models.CharField(max_length=20)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("issue", "Action or issue for the office"),
                            ("concern", "Community concern"),
                            ("tension", "Community tension"),
                            ("good_news", "Good news"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "is_restricted",
                    models.BooleanField(
                        default=False,
                        help_text="Restricted concerns are left out of everything the public can read.",
                        verbose_name="restricted",
                    ),
                ),
                ("text", models.CharField(max_length=2000, verbose_name="what was raised")),
                ("raised_by", models.CharField(blank=True, max_length=150, verbose_name="who raised it")),
                ("raised_on", models.DateField(verbose_name="raised on")),
                ("needed_by", models.DateField(blank=True, null=True, verbose_name="needed by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "With the office"),
                            ("replied", "Tell your forum"),
                            ("told", "Forum told"),
                            ("closed", "Closed without a reply"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("reply", models.TextField(blank=True, max_length=2000, verbose_name="reply to the ambassador")),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="forum told on")),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("closed_reason", models.CharField(blank=True, max_length=250, verbose_name="why it was closed")),
                (
                    "ambassador",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.ambassador",
                        verbose_name="reported by",
                    ),
                ),
                (
                    "assigned_to",
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.organisation",
                        verbose_name="partner agency",
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
                        to="ambassadors.concern",
                    ),
                ),
                (
                    "replied_by",
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
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="forums.prioritytopic",
                    ),
                ),
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
                        to="ambassadors.reportitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConcernActionEvent",
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
                    "level",
                    models.CharField(
                        choices=[
                            ("1_noted", "Noted and monitored"),
                            ("2_answered", "Advice or information given"),
                            ("3_passed_on", "Passed to the local policing team"),
                            ("4_partner", "Raised with a partner agency"),
                            ("5_chief_officer", "Raised with chief officers"),
                            ("6_direct", "Direct intervention"),
                        ],
                        max_length=20,
                    ),
                ),
                ("taken_on", models.DateField()),
                ("text", models.CharField(max_length=1000, verbose_name="what was done")),
                ("recorded_at", models.DateTimeField()),
                (
                    "concern",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ambassadors.concern",
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
                        to="ambassadors.concernaction",
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
        AddTrigger(
            model_name="ambassador",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_ambassadorevent" ("email", "first_name", "id", "is_synthetic", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source", "telephone", "user_id") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."is_synthetic", NEW."last_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."source", NEW."telephone", NEW."user_id"); RETURN NULL;',
                    hash="6dc9cf07e01e8774b8dc5edecf4ba52eda3ffc31",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d3a6a",
                    table="ambassadors_ambassador",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ambassador",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_ambassadorevent" ("email", "first_name", "id", "is_synthetic", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source", "telephone", "user_id") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."is_synthetic", NEW."last_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."source", NEW."telephone", NEW."user_id"); RETURN NULL;',
                    hash="4b854c221810dc8cc737ca194a32be5ccf316ec3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cd46b",
                    table="ambassadors_ambassador",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ambassador",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_ambassadorevent" ("email", "first_name", "id", "is_synthetic", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source", "telephone", "user_id") VALUES (OLD."email", OLD."first_name", OLD."id", OLD."is_synthetic", OLD."last_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."source", OLD."telephone", OLD."user_id"); RETURN NULL;',
                    hash="dae31542c8ead07046609ea02e763257a3cafcfb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75071",
                    table="ambassadors_ambassador",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ambassadorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8c9be396d0e9f7642f3adca40caa046f8fc115bf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5650a",
                    table="ambassadors_ambassadorevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="application",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_applicationevent" ("ambassador_id", "applied_on", "decided_on", "forum_id", "id", "is_synthetic", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state") VALUES (NEW."ambassador_id", NEW."applied_on", NEW."decided_on", NEW."forum_id", NEW."id", NEW."is_synthetic", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."state"); RETURN NULL;',
                    hash="163e6e838678568cf41660306e9ff006e46564ab",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3cee3",
                    table="ambassadors_application",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="application",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_applicationevent" ("ambassador_id", "applied_on", "decided_on", "forum_id", "id", "is_synthetic", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state") VALUES (NEW."ambassador_id", NEW."applied_on", NEW."decided_on", NEW."forum_id", NEW."id", NEW."is_synthetic", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."state"); RETURN NULL;',
                    hash="24adb53cba18a242846f7ae8fb15bc43c657c313",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cee23",
                    table="ambassadors_application",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="application",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_applicationevent" ("ambassador_id", "applied_on", "decided_on", "forum_id", "id", "is_synthetic", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state") VALUES (OLD."ambassador_id", OLD."applied_on", OLD."decided_on", OLD."forum_id", OLD."id", OLD."is_synthetic", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."state"); RETURN NULL;',
                    hash="b5da383279829e71bc1646d0089681faf8506bee",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2dfc2",
                    table="ambassadors_application",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="applicationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f9b711a6cca335573ac0b84ac2726a3ea26d0df8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1c6cf",
                    table="ambassadors_applicationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_appointmentevent" ("ambassador_id", "end_note", "end_reason", "ends_on", "forum_id", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (NEW."ambassador_id", NEW."end_note", NEW."end_reason", NEW."ends_on", NEW."forum_id", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="29e8e3ac2a71ab879d660513e9fde9bc3b91707e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f44be",
                    table="ambassadors_appointment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_appointmentevent" ("ambassador_id", "end_note", "end_reason", "ends_on", "forum_id", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (NEW."ambassador_id", NEW."end_note", NEW."end_reason", NEW."ends_on", NEW."forum_id", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="9d57acea1c9d88d3d532ea27409a787bb97e3608",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9d09f",
                    table="ambassadors_appointment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_appointmentevent" ("ambassador_id", "end_note", "end_reason", "ends_on", "forum_id", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on") VALUES (OLD."ambassador_id", OLD."end_note", OLD."end_reason", OLD."ends_on", OLD."forum_id", OLD."id", OLD."is_synthetic", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="b1ddcf854c9f7d6fed514f401cf6e6f83eabf95c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9886f",
                    table="ambassadors_appointment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="appointmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2c34c1ceecca11324a46a5f5c5646cde56e08253",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1e3ee",
                    table="ambassadors_appointmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="concernaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_concernactionevent" ("concern_id", "id", "is_synthetic", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "taken_on", "text") VALUES (NEW."concern_id", NEW."id", NEW."is_synthetic", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."taken_on", NEW."text"); RETURN NULL;',
                    hash="e1bfd33c75a15ababed00b81efa45a4576c1ed30",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d90b2",
                    table="ambassadors_concernaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="concernaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_concernactionevent" ("concern_id", "id", "is_synthetic", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "taken_on", "text") VALUES (NEW."concern_id", NEW."id", NEW."is_synthetic", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."taken_on", NEW."text"); RETURN NULL;',
                    hash="97e6fe2b4ecaae8f65f31043a6649e09a0cf6be8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_49678",
                    table="ambassadors_concernaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="concernaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_concernactionevent" ("concern_id", "id", "is_synthetic", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "taken_on", "text") VALUES (OLD."concern_id", OLD."id", OLD."is_synthetic", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."taken_on", OLD."text"); RETURN NULL;',
                    hash="bf6b2248e129d4b1b32fe9a495f7b99a20c8f4ff",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0d21e",
                    table="ambassadors_concernaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="concernactionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0053acfd52013fdcfb1cde5a676b9e4d7398f23c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ee66c",
                    table="ambassadors_concernactionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_forumreportevent" ("ambassador_id", "decided_at", "decided_by_id", "due_on", "elected_members", "forum_id", "id", "is_synthetic", "meeting_id", "met_on", "others", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police", "police_attended", "priorities_outcome", "public_id", "reference", "residents", "saved_at", "source", "started_at", "starts_at", "state", "steps_done", "submitted_at", "venue", "version") VALUES (NEW."ambassador_id", NEW."decided_at", NEW."decided_by_id", NEW."due_on", NEW."elected_members", NEW."forum_id", NEW."id", NEW."is_synthetic", NEW."meeting_id", NEW."met_on", NEW."others", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."police", NEW."police_attended", NEW."priorities_outcome", NEW."public_id", NEW."reference", NEW."residents", NEW."saved_at", NEW."source", NEW."started_at", NEW."starts_at", NEW."state", NEW."steps_done", NEW."submitted_at", NEW."venue", NEW."version"); RETURN NULL;',
                    hash="01db82d3cba8da6e71db6061f1eb3bee650f4d68",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d6232",
                    table="ambassadors_forumreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ambassador_id" IS DISTINCT FROM (NEW."ambassador_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."elected_members" IS DISTINCT FROM (NEW."elected_members") OR OLD."forum_id" IS DISTINCT FROM (NEW."forum_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_synthetic" IS DISTINCT FROM (NEW."is_synthetic") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."met_on" IS DISTINCT FROM (NEW."met_on") OR OLD."others" IS DISTINCT FROM (NEW."others") OR OLD."police" IS DISTINCT FROM (NEW."police") OR OLD."police_attended" IS DISTINCT FROM (NEW."police_attended") OR OLD."priorities_outcome" IS DISTINCT FROM (NEW."priorities_outcome") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."residents" IS DISTINCT FROM (NEW."residents") OR OLD."saved_at" IS DISTINCT FROM (NEW."saved_at") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."steps_done" IS DISTINCT FROM (NEW."steps_done") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."venue" IS DISTINCT FROM (NEW."venue") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "ambassadors_forumreportevent" ("ambassador_id", "decided_at", "decided_by_id", "due_on", "elected_members", "forum_id", "id", "is_synthetic", "meeting_id", "met_on", "others", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police", "police_attended", "priorities_outcome", "public_id", "reference", "residents", "saved_at", "source", "started_at", "starts_at", "state", "steps_done", "submitted_at", "venue", "version") VALUES (NEW."ambassador_id", NEW."decided_at", NEW."decided_by_id", NEW."due_on", NEW."elected_members", NEW."forum_id", NEW."id", NEW."is_synthetic", NEW."meeting_id", NEW."met_on", NEW."others", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."police", NEW."police_attended", NEW."priorities_outcome", NEW."public_id", NEW."reference", NEW."residents", NEW."saved_at", NEW."source", NEW."started_at", NEW."starts_at", NEW."state", NEW."steps_done", NEW."submitted_at", NEW."venue", NEW."version"); RETURN NULL;',
                    hash="ff9236feb76f8187e81fdd3540f004af1207d120",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2593c",
                    table="ambassadors_forumreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_forumreportevent" ("ambassador_id", "decided_at", "decided_by_id", "due_on", "elected_members", "forum_id", "id", "is_synthetic", "meeting_id", "met_on", "others", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police", "police_attended", "priorities_outcome", "public_id", "reference", "residents", "saved_at", "source", "started_at", "starts_at", "state", "steps_done", "submitted_at", "venue", "version") VALUES (OLD."ambassador_id", OLD."decided_at", OLD."decided_by_id", OLD."due_on", OLD."elected_members", OLD."forum_id", OLD."id", OLD."is_synthetic", OLD."meeting_id", OLD."met_on", OLD."others", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."police", OLD."police_attended", OLD."priorities_outcome", OLD."public_id", OLD."reference", OLD."residents", OLD."saved_at", OLD."source", OLD."started_at", OLD."starts_at", OLD."state", OLD."steps_done", OLD."submitted_at", OLD."venue", OLD."version"); RETURN NULL;',
                    hash="0cd1e962b03274830a99587971f5cef61682c846",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ef519",
                    table="ambassadors_forumreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="engagementactivityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e3b37b408ec2d5e48389740c81a7c415327b88fd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_28bf1",
                    table="ambassadors_engagementactivityevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="engagementactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_engagementactivityevent" ("ambassador_id", "held_on", "id", "is_synthetic", "outcome", "people_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "source", "title") VALUES (NEW."ambassador_id", NEW."held_on", NEW."id", NEW."is_synthetic", NEW."outcome", NEW."people_met", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."source", NEW."title"); RETURN NULL;',
                    hash="e7cbbb4b44848052857ed728bbaaa29dae96ef6b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_28559",
                    table="ambassadors_engagementactivity",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="engagementactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_engagementactivityevent" ("ambassador_id", "held_on", "id", "is_synthetic", "outcome", "people_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "source", "title") VALUES (NEW."ambassador_id", NEW."held_on", NEW."id", NEW."is_synthetic", NEW."outcome", NEW."people_met", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."source", NEW."title"); RETURN NULL;',
                    hash="3bb0a0e9cac31d5449f49ac85e07b0d0bd36543c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bfcdd",
                    table="ambassadors_engagementactivity",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="engagementactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_engagementactivityevent" ("ambassador_id", "held_on", "id", "is_synthetic", "outcome", "people_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "source", "title") VALUES (OLD."ambassador_id", OLD."held_on", OLD."id", OLD."is_synthetic", OLD."outcome", OLD."people_met", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."source", OLD."title"); RETURN NULL;',
                    hash="13088f6eacdc56d0cbdffbb5c6837f95c87baf01",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6e2e3",
                    table="ambassadors_engagementactivity",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forumreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="04a30f6ad4ce4411a57c3ca2ca9171ac2a6ef727",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0e464",
                    table="ambassadors_forumreportevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="keycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_keycontactevent" ("added_on", "ambassador_id", "due_on", "ended_on", "frequency", "how_to_reach", "id", "is_synthetic", "last_contact_on", "means", "name", "organisation_id", "organisation_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source") VALUES (NEW."added_on", NEW."ambassador_id", NEW."due_on", NEW."ended_on", NEW."frequency", NEW."how_to_reach", NEW."id", NEW."is_synthetic", NEW."last_contact_on", NEW."means", NEW."name", NEW."organisation_id", NEW."organisation_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."source"); RETURN NULL;',
                    hash="0bc9235b4afcbe4d8881a5714fcc2e3f08dfc796",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9ec17",
                    table="ambassadors_keycontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="keycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_keycontactevent" ("added_on", "ambassador_id", "due_on", "ended_on", "frequency", "how_to_reach", "id", "is_synthetic", "last_contact_on", "means", "name", "organisation_id", "organisation_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source") VALUES (NEW."added_on", NEW."ambassador_id", NEW."due_on", NEW."ended_on", NEW."frequency", NEW."how_to_reach", NEW."id", NEW."is_synthetic", NEW."last_contact_on", NEW."means", NEW."name", NEW."organisation_id", NEW."organisation_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."source"); RETURN NULL;',
                    hash="e6ecca4709dfb15b17eda13e7f063b281c8806c8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78816",
                    table="ambassadors_keycontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="keycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_keycontactevent" ("added_on", "ambassador_id", "due_on", "ended_on", "frequency", "how_to_reach", "id", "is_synthetic", "last_contact_on", "means", "name", "organisation_id", "organisation_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source") VALUES (OLD."added_on", OLD."ambassador_id", OLD."due_on", OLD."ended_on", OLD."frequency", OLD."how_to_reach", OLD."id", OLD."is_synthetic", OLD."last_contact_on", OLD."means", OLD."name", OLD."organisation_id", OLD."organisation_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."source"); RETURN NULL;',
                    hash="cb71370320749c39c900b349b8a6e09a533e10fb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_785bd",
                    table="ambassadors_keycontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="contactmadeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4266617c208f54f3f9a774a12a9a41faa455772d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4f1ad",
                    table="ambassadors_contactmadeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contactmade",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_contactmadeevent" ("contact_id", "id", "is_synthetic", "means", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."contact_id", NEW."id", NEW."is_synthetic", NEW."means", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source"); RETURN NULL;',
                    hash="6eb4832b7c99f1693ca433941c9e187d4a2f6972",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8d7cb",
                    table="ambassadors_contactmade",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="contactmade",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_contactmadeevent" ("contact_id", "id", "is_synthetic", "means", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."contact_id", NEW."id", NEW."is_synthetic", NEW."means", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source"); RETURN NULL;',
                    hash="e561e353c6dc8a90e9969f00a1b234b0a255b86b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0336b",
                    table="ambassadors_contactmade",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="contactmade",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_contactmadeevent" ("contact_id", "id", "is_synthetic", "means", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."contact_id", OLD."id", OLD."is_synthetic", OLD."means", OLD."note", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source"); RETURN NULL;',
                    hash="47a0fa8fb650aa97a78adcd17283f3b617eabc31",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4777e",
                    table="ambassadors_contactmade",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="keycontactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="15f35c5851bfe143186f9cdfa4bbd53274203da9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ac44d",
                    table="ambassadors_keycontactevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_objectiveevent" ("ambassador_id", "ends_on", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "source", "starts_on", "target", "title", "unit") VALUES (NEW."ambassador_id", NEW."ends_on", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."public_id", NEW."source", NEW."starts_on", NEW."target", NEW."title", NEW."unit"); RETURN NULL;',
                    hash="c0d3560b0e16f41b7433292540d1ccfff591695b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2f9df",
                    table="ambassadors_objective",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_objectiveevent" ("ambassador_id", "ends_on", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "source", "starts_on", "target", "title", "unit") VALUES (NEW."ambassador_id", NEW."ends_on", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."public_id", NEW."source", NEW."starts_on", NEW."target", NEW."title", NEW."unit"); RETURN NULL;',
                    hash="ba92c2c7a93e7df235a2d17dc814d120fe0f9606",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_222b5",
                    table="ambassadors_objective",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_objectiveevent" ("ambassador_id", "ends_on", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "source", "starts_on", "target", "title", "unit") VALUES (OLD."ambassador_id", OLD."ends_on", OLD."id", OLD."is_synthetic", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."public_id", OLD."source", OLD."starts_on", OLD."target", OLD."title", OLD."unit"); RETURN NULL;',
                    hash="85cbd7846a934edabe4aae25275865c7068c8eb1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_84eb3",
                    table="ambassadors_objective",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="objectiveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0245d74493dfa83656709d00c22569d7da5f7adf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_abe69",
                    table="ambassadors_objectiveevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="objectiveprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_objectiveprogressevent" ("ambassador_id", "evidence", "id", "is_synthetic", "number", "objective_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "source") VALUES (NEW."ambassador_id", NEW."evidence", NEW."id", NEW."is_synthetic", NEW."number", NEW."objective_id", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."source"); RETURN NULL;',
                    hash="89589daa70a39ad41946db943d6598738d817ea3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3fa93",
                    table="ambassadors_objectiveprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="objectiveprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_objectiveprogressevent" ("ambassador_id", "evidence", "id", "is_synthetic", "number", "objective_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "source") VALUES (NEW."ambassador_id", NEW."evidence", NEW."id", NEW."is_synthetic", NEW."number", NEW."objective_id", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."source"); RETURN NULL;',
                    hash="20e541ab9198e0a1a2e1762c10b902dcc5e1cdaf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7198e",
                    table="ambassadors_objectiveprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="objectiveprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_objectiveprogressevent" ("ambassador_id", "evidence", "id", "is_synthetic", "number", "objective_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "source") VALUES (OLD."ambassador_id", OLD."evidence", OLD."id", OLD."is_synthetic", OLD."number", OLD."objective_id", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."source"); RETURN NULL;',
                    hash="6550cd646ae05857a66388b4e33f83f0787bdcc2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bdaf6",
                    table="ambassadors_objectiveprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="objectiveprogressevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="aec390a4831c6c1f47b1c3b98ddafce1b15ab1d2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4d357",
                    table="ambassadors_objectiveprogressevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportedpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportedpriorityevent" ("continuity", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "report_id", "topic_id", "wording") VALUES (NEW."continuity", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."report_id", NEW."topic_id", NEW."wording"); RETURN NULL;',
                    hash="532525b24e75950a058b8412e90c1b2ed4fc1282",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69a15",
                    table="ambassadors_reportedpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportedpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_reportedpriorityevent" ("continuity", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "report_id", "topic_id", "wording") VALUES (NEW."continuity", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."report_id", NEW."topic_id", NEW."wording"); RETURN NULL;',
                    hash="17895ddcad39a6f3554418b6a2d292c643e98005",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b3b2d",
                    table="ambassadors_reportedpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportedpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportedpriorityevent" ("continuity", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "report_id", "topic_id", "wording") VALUES (OLD."continuity", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."report_id", OLD."topic_id", OLD."wording"); RETURN NULL;',
                    hash="1c401d563c6cf15a13543868dbce297cac6486ac",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_04e89",
                    table="ambassadors_reportedpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportedpriorityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4cf6c4f868a4999395349c2613c4eb4c758e691d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c600a",
                    table="ambassadors_reportedpriorityevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportedprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportedprogressevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "priority_id", "report_id", "text") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."priority_id", NEW."report_id", NEW."text"); RETURN NULL;',
                    hash="da845cf584bcec231992bf7425ec9fd8175174d8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9813b",
                    table="ambassadors_reportedprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportedprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_reportedprogressevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "priority_id", "report_id", "text") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."priority_id", NEW."report_id", NEW."text"); RETURN NULL;',
                    hash="5a4c48f6df07559ebfeab07efe8594ab93bf2cbe",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0ceaf",
                    table="ambassadors_reportedprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportedprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportedprogressevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "priority_id", "report_id", "text") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."priority_id", OLD."report_id", OLD."text"); RETURN NULL;',
                    hash="917f0cca469494fa863fb78d43b0c9680e0cab2f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_18a9e",
                    table="ambassadors_reportedprogress",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportedprogressevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e007a8e289f32160ef02ad8092f231d3926cc31e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_543a3",
                    table="ambassadors_reportedprogressevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportfileevent" ("added_at", "content_type", "file", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "report_id", "sha256", "size") VALUES (NEW."added_at", NEW."content_type", NEW."file", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."report_id", NEW."sha256", NEW."size"); RETURN NULL;',
                    hash="a8cdf249d63c4b9c5e35123f555dec868327bad5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ecaae",
                    table="ambassadors_reportfile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_reportfileevent" ("added_at", "content_type", "file", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "report_id", "sha256", "size") VALUES (NEW."added_at", NEW."content_type", NEW."file", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."report_id", NEW."sha256", NEW."size"); RETURN NULL;',
                    hash="f980b1f58be818d6fc33b7de55408933ee24834a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da244",
                    table="ambassadors_reportfile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportfileevent" ("added_at", "content_type", "file", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "report_id", "sha256", "size") VALUES (OLD."added_at", OLD."content_type", OLD."file", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."report_id", OLD."sha256", OLD."size"); RETURN NULL;',
                    hash="5c7e987805819f50f4f5dcf41fc676fbfb1d2f2b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ffd4a",
                    table="ambassadors_reportfile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportfileevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="66da6f1ce2d395aa21ad39f6f5eb7b1df1fbd559",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2000d",
                    table="ambassadors_reportfileevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportitemevent" ("id", "kind", "needed_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "raised_by", "report_id", "text", "topic_id") VALUES (NEW."id", NEW."kind", NEW."needed_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."raised_by", NEW."report_id", NEW."text", NEW."topic_id"); RETURN NULL;',
                    hash="b38f2291f4caabacfa7132c633446260c07b8707",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_79877",
                    table="ambassadors_reportitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_reportitemevent" ("id", "kind", "needed_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "raised_by", "report_id", "text", "topic_id") VALUES (NEW."id", NEW."kind", NEW."needed_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."raised_by", NEW."report_id", NEW."text", NEW."topic_id"); RETURN NULL;',
                    hash="91b3d104cbc2c7f1bb22dc447dd07ff1b5916af0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_87a42",
                    table="ambassadors_reportitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportitemevent" ("id", "kind", "needed_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "raised_by", "report_id", "text", "topic_id") VALUES (OLD."id", OLD."kind", OLD."needed_by", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."raised_by", OLD."report_id", OLD."text", OLD."topic_id"); RETURN NULL;',
                    hash="1a74cab9fe0ab851c8be9db513f7b24c77b273eb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4ccaf",
                    table="ambassadors_reportitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="concernevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0fcc0ee484246198ecd7c0395dfa612a17feb5a3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6a91d",
                    table="ambassadors_concernevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="concern",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_concernevent" ("ambassador_id", "assigned_to_id", "closed_on", "closed_reason", "forum_id", "id", "is_restricted", "is_synthetic", "item_id", "kind", "needed_by", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "raised_by", "raised_on", "reference", "replied_at", "replied_by_id", "reply", "source", "state", "text", "told_on", "topic_id") VALUES (NEW."ambassador_id", NEW."assigned_to_id", NEW."closed_on", NEW."closed_reason", NEW."forum_id", NEW."id", NEW."is_restricted", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."needed_by", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."raised_by", NEW."raised_on", NEW."reference", NEW."replied_at", NEW."replied_by_id", NEW."reply", NEW."source", NEW."state", NEW."text", NEW."told_on", NEW."topic_id"); RETURN NULL;',
                    hash="be5d173cda78653c3502bf8ee040580d4bd05548",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ebb39",
                    table="ambassadors_concern",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="concern",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_concernevent" ("ambassador_id", "assigned_to_id", "closed_on", "closed_reason", "forum_id", "id", "is_restricted", "is_synthetic", "item_id", "kind", "needed_by", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "raised_by", "raised_on", "reference", "replied_at", "replied_by_id", "reply", "source", "state", "text", "told_on", "topic_id") VALUES (NEW."ambassador_id", NEW."assigned_to_id", NEW."closed_on", NEW."closed_reason", NEW."forum_id", NEW."id", NEW."is_restricted", NEW."is_synthetic", NEW."item_id", NEW."kind", NEW."needed_by", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."raised_by", NEW."raised_on", NEW."reference", NEW."replied_at", NEW."replied_by_id", NEW."reply", NEW."source", NEW."state", NEW."text", NEW."told_on", NEW."topic_id"); RETURN NULL;',
                    hash="36ade68251a636f73f91f21a835769349ec45da8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1849e",
                    table="ambassadors_concern",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="concern",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_concernevent" ("ambassador_id", "assigned_to_id", "closed_on", "closed_reason", "forum_id", "id", "is_restricted", "is_synthetic", "item_id", "kind", "needed_by", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "raised_by", "raised_on", "reference", "replied_at", "replied_by_id", "reply", "source", "state", "text", "told_on", "topic_id") VALUES (OLD."ambassador_id", OLD."assigned_to_id", OLD."closed_on", OLD."closed_reason", OLD."forum_id", OLD."id", OLD."is_restricted", OLD."is_synthetic", OLD."item_id", OLD."kind", OLD."needed_by", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."raised_by", OLD."raised_on", OLD."reference", OLD."replied_at", OLD."replied_by_id", OLD."reply", OLD."source", OLD."state", OLD."text", OLD."told_on", OLD."topic_id"); RETURN NULL;',
                    hash="557085883352ebec88918cccddbcda1ba886bf6a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_99389",
                    table="ambassadors_concern",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b5fd21b44cfcb37379725702bf67dbeba61761ea",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_08bdd",
                    table="ambassadors_reportitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportquestionevent" ("answer", "answered_at", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "report_id") VALUES (NEW."answer", NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."report_id"); RETURN NULL;',
                    hash="adeb2a3fc75d343e78313cb2dbe2d346b1aa7ec5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4ba65",
                    table="ambassadors_reportquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_reportquestionevent" ("answer", "answered_at", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "report_id") VALUES (NEW."answer", NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."report_id"); RETURN NULL;',
                    hash="0395e0599e8fd851df309565efece2dd437c36d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f0b37",
                    table="ambassadors_reportquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_reportquestionevent" ("answer", "answered_at", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "report_id") VALUES (OLD."answer", OLD."answered_at", OLD."asked_at", OLD."asked_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question", OLD."report_id"); RETURN NULL;',
                    hash="b5c2c2b181015534ca9c2bcd51aa34bd5401603f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_83ebf",
                    table="ambassadors_reportquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reportquestionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5fb5f021e4a6e767b877c5457b4e34de69673174",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ecd6e",
                    table="ambassadors_reportquestionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancyadvert",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_vacancyadvertevent" ("advertised_on", "closes_on", "forum_id", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source") VALUES (NEW."advertised_on", NEW."closes_on", NEW."forum_id", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."source"); RETURN NULL;',
                    hash="5a4ca4454175b494457b66763170502a97f926f8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8fe2a",
                    table="ambassadors_vacancyadvert",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancyadvert",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ambassadors_vacancyadvertevent" ("advertised_on", "closes_on", "forum_id", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source") VALUES (NEW."advertised_on", NEW."closes_on", NEW."forum_id", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."source"); RETURN NULL;',
                    hash="54d3ec9330365f93eb096ebbbeb43aa28bf322c3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c1ec1",
                    table="ambassadors_vacancyadvert",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancyadvert",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ambassadors_vacancyadvertevent" ("advertised_on", "closes_on", "forum_id", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source") VALUES (OLD."advertised_on", OLD."closes_on", OLD."forum_id", OLD."id", OLD."is_synthetic", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."source"); RETURN NULL;',
                    hash="1272bf3f59a9d26e10c99e61514f45192ef5f8e5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_99f26",
                    table="ambassadors_vacancyadvert",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancyadvertevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a524ba92840f6eced1288946925725f778cf5746",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fe184",
                    table="ambassadors_vacancyadvertevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
