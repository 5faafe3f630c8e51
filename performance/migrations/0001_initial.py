import uuid
from decimal import Decimal

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Load",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("observations", "Monthly figures"),
                            ("quarters", "Quarter figures as the force states them"),
                            ("street_level", "Police open data, street level"),
                        ],
                        default="observations",
                        max_length=15,
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("file", models.FileField(blank=True, upload_to="performance/loads/", verbose_name="kept copy")),
                (
                    "lookup_file",
                    models.FileField(
                        blank=True,
                        help_text="For street-level data only.",
                        upload_to="performance/loads/",
                        verbose_name="LSOAs and their districts",
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField(verbose_name="bytes")),
                (
                    "is_synthetic",
                    models.BooleanField(default=False, editable=False, verbose_name="invented for the sample"),
                ),
                (
                    "replaces",
                    models.BooleanField(
                        default=False,
                        help_text="Without this a file that would change a figure is refused.",
                        verbose_name="put in place of figures that differ",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=250, verbose_name="why figures are replaced")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("loading", "Loading"),
                            ("loaded", "Loaded"),
                            ("refused", "Refused"),
                            ("failed", "Failed"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                ("rows", models.PositiveIntegerField(blank=True, null=True)),
                ("created", models.PositiveIntegerField(default=0, verbose_name="new figures")),
                ("superseded", models.PositiveIntegerField(default=0, verbose_name="figures replaced")),
                ("unchanged", models.PositiveIntegerField(default=0, verbose_name="figures already here")),
                ("error_count", models.PositiveIntegerField(default=0, verbose_name="errors")),
                ("warning_count", models.PositiveIntegerField(default=0, verbose_name="warnings")),
                ("failure", models.CharField(blank=True, max_length=1000, verbose_name="why it failed")),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("nudged_at", models.DateTimeField(blank=True, null=True)),
                ("progress_text", models.CharField(blank=True, max_length=150)),
                ("requested_at", models.DateTimeField(verbose_name="asked for")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished")),
                (
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="loaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "load of figures",
                "verbose_name_plural": "loads of figures",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "loaded")),
                        fields=("kind", "sha256"),
                        name="performance_load_file_once",
                        violation_error_message="This very file is loaded already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), ("replaces", False)),
                            models.Q(("replaces", True), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="performance_load_replacing_has_reason",
                        violation_error_message="Say why figures are replaced, if and only if they are.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), models.Q(("failure", ""), _negated=True)),
                            models.Q(models.Q(("state", "failed"), _negated=True), ("failure", "")),
                            _connector="OR",
                        ),
                        name="performance_load_failure_has_reason",
                        violation_error_message="A failed load has its reason, and no other has.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("error_count__gt", 0), ("state", "refused")),
                            models.Q(models.Q(("state", "refused"), _negated=True), ("error_count", 0)),
                            _connector="OR",
                        ),
                        name="performance_load_refused_for_errors",
                        violation_error_message="A load is refused for its errors, and only then has any.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", False), ("state__in", ["loaded", "refused", "failed"])),
                            models.Q(("finished_at", None), ("state__in", ["queued", "loading"])),
                            _connector="OR",
                        ),
                        name="performance_load_finished_has_time",
                        violation_error_message="A finished load has the time it ended.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "loading"), ("lease_until__isnull", False)),
                            models.Q(models.Q(("state", "loading"), _negated=True), ("lease_until", None)),
                            _connector="OR",
                        ),
                        name="performance_load_lease_while_loading",
                        violation_error_message="A load has a lease while it runs, and only then.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "loaded"),
                            models.Q(("created", 0), ("superseded", 0), ("unchanged", 0)),
                            _connector="OR",
                        ),
                        name="performance_load_counts_when_loaded",
                        violation_error_message="Only a finished load has figures.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("finished_at", None), ("finished_at__gte", models.F("requested_at")), _connector="OR"
                        ),
                        name="performance_load_ends_after_start",
                        violation_error_message="A load ends after it was asked for.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeerGroup",
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
                ("name", models.CharField(max_length=150)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="performance_peergroup_name_once",
                        violation_error_message="There is a group of this name.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TopicGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="performance_group_name_once",
                        violation_error_message="There is a heading of this name.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseRules",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rule_set",
                    models.CharField(
                        choices=[
                            ("run_of_eight", "Run of eight, with re-basing"),
                            ("nhs", "NHS Making Data Count"),
                            ("line_only", "A line without limits"),
                        ],
                        default="run_of_eight",
                        max_length=15,
                        verbose_name="rules for signals",
                    ),
                ),
                (
                    "run_length",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: as the rules say, 8 or 7.",
                        null=True,
                        verbose_name="months on one side that make a shift",
                    ),
                ),
                (
                    "trend_length",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: trends are not looked for, or as NHS says.",
                        null=True,
                        verbose_name="months that make a trend",
                    ),
                ),
                (
                    "two_in_three",
                    models.BooleanField(blank=True, null=True, verbose_name="look for two of three near a limit"),
                ),
                (
                    "screen",
                    models.BooleanField(
                        default=False,
                        help_text="The published NHS tool does not.",
                        verbose_name="leave out extreme changes when limits are worked out",
                    ),
                ),
                (
                    "fewest_for_limits",
                    models.PositiveSmallIntegerField(default=5, verbose_name="fewest months for limits"),
                ),
                (
                    "fewest_for_firm_limits",
                    models.PositiveSmallIntegerField(default=12, verbose_name="fewest months for firm limits"),
                ),
                (
                    "average",
                    models.CharField(
                        choices=[
                            ("latest_four", "Mean of the latest four quarters, this one included"),
                            ("previous_four", "Mean of the four quarters before this one"),
                            ("phase_mean", "Three times the current monthly mean"),
                        ],
                        default="latest_four",
                        max_length=15,
                        verbose_name="the quarter average is",
                    ),
                ),
                (
                    "percent_from",
                    models.PositiveSmallIntegerField(
                        default=20,
                        help_text="Below it a change is given as numbers only.",
                        verbose_name="smallest number to take a percentage of",
                    ),
                ),
                (
                    "stable_within",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal(2),
                        max_digits=4,
                        verbose_name="a change below this percentage is 'stable'",
                    ),
                ),
                (
                    "survey_hidden_below",
                    models.PositiveSmallIntegerField(default=30, verbose_name="people asked, fewest to show a share"),
                ),
                (
                    "survey_trial_below",
                    models.PositiveSmallIntegerField(default=100, verbose_name="people asked, fewest for a firm share"),
                ),
                (
                    "footing_tolerance",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="In units of the measure.",
                        verbose_name="areas may differ from their total by",
                    ),
                ),
                (
                    "question_days",
                    models.PositiveSmallIntegerField(default=10, verbose_name="working days for the force to answer"),
                ),
            ],
            options={
                "verbose_name": "rules for figures",
                "verbose_name_plural": "rules for figures",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)),
                        name="performance_rules_one",
                        violation_error_message="There is one set of rules.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("run_length", None),
                            models.Q(("run_length__gte", 5), ("run_length__lte", 15)),
                            _connector="OR",
                        ),
                        name="performance_rules_run",
                        violation_error_message="A shift is 5 to 15 months on one side.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("trend_length", None),
                            models.Q(("trend_length__gte", 4), ("trend_length__lte", 12)),
                            _connector="OR",
                        ),
                        name="performance_rules_trend",
                        violation_error_message="A trend is 4 to 12 months.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fewest_for_firm_limits__gte", models.F("fewest_for_limits")),
                            ("fewest_for_limits__gte", 3),
                        ),
                        name="performance_rules_limits",
                        violation_error_message="Limits need 3 months or more, and firm ones no fewer than trial ones.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("survey_trial_below__gte", models.F("survey_hidden_below"))),
                        name="performance_rules_survey",
                        violation_error_message="A firm share needs no fewer people than one that is shown.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("question_days__gte", 1), ("question_days__lte", 60)),
                        name="performance_rules_question_days",
                        violation_error_message="The force has 1 to 60 working days to answer.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseRulesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "rule_set",
                    models.CharField(
                        choices=[
                            ("run_of_eight", "Run of eight, with re-basing"),
                            ("nhs", "NHS Making Data Count"),
                            ("line_only", "A line without limits"),
                        ],
                        default="run_of_eight",
                        max_length=15,
                        verbose_name="rules for signals",
                    ),
                ),
                (
                    "run_length",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: as the rules say, 8 or 7.",
                        null=True,
                        verbose_name="months on one side that make a shift",
                    ),
                ),
                (
                    "trend_length",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: trends are not looked for, or as NHS says.",
                        null=True,
                        verbose_name="months that make a trend",
                    ),
                ),
                (
                    "two_in_three",
                    models.BooleanField(blank=True, null=True, verbose_name="look for two of three near a limit"),
                ),
                (
                    "screen",
                    models.BooleanField(
                        default=False,
                        help_text="The published NHS tool does not.",
                        verbose_name="leave out extreme changes when limits are worked out",
                    ),
                ),
                (
                    "fewest_for_limits",
                    models.PositiveSmallIntegerField(default=5, verbose_name="fewest months for limits"),
                ),
                (
                    "fewest_for_firm_limits",
                    models.PositiveSmallIntegerField(default=12, verbose_name="fewest months for firm limits"),
                ),
                (
                    "average",
                    models.CharField(
                        choices=[
                            ("latest_four", "Mean of the latest four quarters, this one included"),
                            ("previous_four", "Mean of the four quarters before this one"),
                            ("phase_mean", "Three times the current monthly mean"),
                        ],
                        default="latest_four",
                        max_length=15,
                        verbose_name="the quarter average is",
                    ),
                ),
                (
                    "percent_from",
                    models.PositiveSmallIntegerField(
                        default=20,
                        help_text="Below it a change is given as numbers only.",
                        verbose_name="smallest number to take a percentage of",
                    ),
                ),
                (
                    "stable_within",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal(2),
                        max_digits=4,
                        verbose_name="a change below this percentage is 'stable'",
                    ),
                ),
                (
                    "survey_hidden_below",
                    models.PositiveSmallIntegerField(default=30, verbose_name="people asked, fewest to show a share"),
                ),
                (
                    "survey_trial_below",
                    models.PositiveSmallIntegerField(default=100, verbose_name="people asked, fewest for a firm share"),
                ),
                (
                    "footing_tolerance",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="In units of the measure.",
                        verbose_name="areas may differ from their total by",
                    ),
                ),
                (
                    "question_days",
                    models.PositiveSmallIntegerField(default=10, verbose_name="working days for the force to answer"),
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
                        to="performance.houserules",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LoadEvent",
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
                            ("observations", "Monthly figures"),
                            ("quarters", "Quarter figures as the force states them"),
                            ("street_level", "Police open data, street level"),
                        ],
                        default="observations",
                        max_length=15,
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("file", models.FileField(blank=True, upload_to="performance/loads/", verbose_name="kept copy")),
                (
                    "lookup_file",
                    models.FileField(
                        blank=True,
                        help_text="For street-level data only.",
                        upload_to="performance/loads/",
                        verbose_name="LSOAs and their districts",
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField(verbose_name="bytes")),
                (
                    "is_synthetic",
                    models.BooleanField(default=False, editable=False, verbose_name="invented for the sample"),
                ),
                (
                    "replaces",
                    models.BooleanField(
                        default=False,
                        help_text="Without this a file that would change a figure is refused.",
                        verbose_name="put in place of figures that differ",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=250, verbose_name="why figures are replaced")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("loading", "Loading"),
                            ("loaded", "Loaded"),
                            ("refused", "Refused"),
                            ("failed", "Failed"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                ("rows", models.PositiveIntegerField(blank=True, null=True)),
                ("created", models.PositiveIntegerField(default=0, verbose_name="new figures")),
                ("superseded", models.PositiveIntegerField(default=0, verbose_name="figures replaced")),
                ("unchanged", models.PositiveIntegerField(default=0, verbose_name="figures already here")),
                ("error_count", models.PositiveIntegerField(default=0, verbose_name="errors")),
                ("warning_count", models.PositiveIntegerField(default=0, verbose_name="warnings")),
                ("failure", models.CharField(blank=True, max_length=1000, verbose_name="why it failed")),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("requested_at", models.DateTimeField(verbose_name="asked for")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished")),
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
                        to="performance.load",
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
                        verbose_name="loaded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Measure",
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
                ("code", models.SlugField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=150)),
                (
                    "noun",
                    models.CharField(
                        help_text="As a sentence says it: offences, reports, calls, of victims asked.",
                        max_length=60,
                        verbose_name="what it counts",
                    ),
                ),
                ("definition", models.TextField(blank=True, max_length=2000)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("count", "Count"),
                            ("percent", "Percent"),
                            ("rate", "Rate per 1,000"),
                            ("minutes", "Minutes"),
                            ("seconds", "Seconds"),
                            ("pounds", "Pounds"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("count", "A count: months add up"),
                            ("rate", "A share or rate of a numerator and a denominator"),
                            ("survey", "A share of the people asked, over a rolling window"),
                            ("level", "An average or a level: months do not add up"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "rolling_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="6 or 12, for a survey that looks back so far.",
                        null=True,
                        verbose_name="rolling window in months",
                    ),
                ),
                (
                    "improvement",
                    models.CharField(
                        choices=[
                            ("increase", "Increase"),
                            ("decrease", "Decrease"),
                            ("stable", "Stable"),
                            ("none", "None set"),
                        ],
                        max_length=10,
                        verbose_name="improvement would be",
                    ),
                ),
                (
                    "improvement_words",
                    models.CharField(
                        blank=True,
                        help_text="As readers see it: 'More reports, as victims gain confidence'.",
                        max_length=250,
                        verbose_name="signs of improvement",
                    ),
                ),
                (
                    "inclusion",
                    models.CharField(
                        choices=[
                            ("month_and_quarter", "Month and quarter"),
                            ("quarter", "Quarter"),
                            ("quarter_unless_exceptional", "Quarter unless exceptional"),
                            ("exceptional", "Exceptional only"),
                            ("additional", "Additional"),
                        ],
                        max_length=30,
                        verbose_name="in reports",
                    ),
                ),
                (
                    "adds_up",
                    models.CharField(
                        choices=[
                            ("sum", "Districts add to policing areas, and those to the force"),
                            ("not", "Areas do not add up"),
                        ],
                        max_length=5,
                        verbose_name="how areas add up",
                    ),
                ),
                (
                    "rate_base",
                    models.CharField(
                        blank=True,
                        choices=[("residents", "Residents"), ("households", "Households")],
                        help_text="Empty: no rate is worked out.",
                        max_length=12,
                        verbose_name="rates are per 1,000",
                    ),
                ),
                (
                    "rules",
                    models.CharField(
                        choices=[
                            ("office", "The office’s rules"),
                            ("run_of_eight", "Run of eight, with re-basing"),
                            ("nhs", "NHS Making Data Count"),
                            ("line_only", "A line without limits"),
                        ],
                        default="office",
                        max_length=15,
                        verbose_name="rules for signals",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        blank=True, help_text="A post, not a person.", max_length=150, verbose_name="who answers for it"
                    ),
                ),
                (
                    "is_restricted",
                    models.BooleanField(
                        default=False,
                        help_text="A restricted measure is left out of everything the public can read.",
                        verbose_name="restricted",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                (
                    "objective",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="reference.planobjective",
                        verbose_name="objective of the plan",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="performance.topicgroup",
                        verbose_name="heading",
                    ),
                ),
            ],
            options={
                "permissions": [("view_restricted_measure", "Can read restricted measures and answers")],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="performance_measure_name_once",
                        violation_error_message="There is a measure of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "survey"), ("rolling_months__gte", 1), ("rolling_months__lte", 36)),
                            models.Q(models.Q(("kind", "survey"), _negated=True), ("rolling_months", None)),
                            _connector="OR",
                        ),
                        name="performance_measure_survey_has_window",
                        violation_error_message="A survey has its rolling window of 1 to 36 months, and nothing else has one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "survey"), _negated=True), ("unit", "percent"), _connector="OR"
                        ),
                        name="performance_measure_survey_in_percent",
                        violation_error_message="A survey's share is in percent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "count"), _negated=True),
                            ("unit__in", ["count", "pounds"]),
                            _connector="OR",
                        ),
                        name="performance_measure_count_unit",
                        violation_error_message="A count is in numbers or pounds. Choose another kind for this unit.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("adds_up", "sum"), _negated=True), ("kind", "count"), _connector="OR"
                        ),
                        name="performance_measure_counts_add_up",
                        violation_error_message="Only counts of areas add up.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rate_base", ""), models.Q(("kind", "count"), ("unit", "count")), _connector="OR"
                        ),
                        name="performance_measure_rate_of_counts",
                        violation_error_message="Only a count has a rate per 1,000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "survey"), _negated=True),
                            ("rules__in", ["office", "line_only"]),
                            _connector="OR",
                        ),
                        name="performance_measure_rolling_has_no_runs",
                        violation_error_message="A rolling measure is drawn as a line: run rules do not fit it.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeerGroupEvent",
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
                        to="performance.peergroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PeerMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("force", models.CharField(max_length=100)),
                ("is_own", models.BooleanField(default=False, verbose_name="this office's force")),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="performance.peergroup"
                    ),
                ),
            ],
            options={
                "verbose_name": "member of a peer group",
                "verbose_name_plural": "members of peer groups",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("group"),
                        django.db.models.functions.text.Lower("force"),
                        models.F("starts_on"),
                        name="performance_peermember_once",
                        violation_error_message="This force is in the group from that day already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="performance_peermember_dates",
                        violation_error_message="Membership ends on or after the day it starts.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TopicGroupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=60)),
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
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
                        to="performance.topicgroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Annotation",
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
                ("month", models.DateField(verbose_name="from")),
                (
                    "label",
                    models.CharField(
                        help_text="A few words: 'New recording system'.", max_length=30, verbose_name="on the chart"
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="what it means for the figures")),
                (
                    "suspends_comparison",
                    models.BooleanField(
                        default=False,
                        help_text="Changes across this month are printed with a warning.",
                        verbose_name="figures before and after cannot be compared",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: all.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="annotations",
                        to="performance.measure",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="performance_annotation_first_of_month",
                        violation_error_message="A month is written as its first day.",
                    ),
                    models.UniqueConstraint(
                        fields=("measure", "month", "label"),
                        name="performance_annotation_once",
                        nulls_distinct=False,
                        violation_error_message="There is a note like this for that month.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasureEvent",
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
                ("code", models.SlugField(db_index=False, max_length=80)),
                ("name", models.CharField(max_length=150)),
                (
                    "noun",
                    models.CharField(
                        help_text="As a sentence says it: offences, reports, calls, of victims asked.",
                        max_length=60,
                        verbose_name="what it counts",
                    ),
                ),
                ("definition", models.TextField(blank=True, max_length=2000)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("count", "Count"),
                            ("percent", "Percent"),
                            ("rate", "Rate per 1,000"),
                            ("minutes", "Minutes"),
                            ("seconds", "Seconds"),
                            ("pounds", "Pounds"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("count", "A count: months add up"),
                            ("rate", "A share or rate of a numerator and a denominator"),
                            ("survey", "A share of the people asked, over a rolling window"),
                            ("level", "An average or a level: months do not add up"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "rolling_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="6 or 12, for a survey that looks back so far.",
                        null=True,
                        verbose_name="rolling window in months",
                    ),
                ),
                (
                    "improvement",
                    models.CharField(
                        choices=[
                            ("increase", "Increase"),
                            ("decrease", "Decrease"),
                            ("stable", "Stable"),
                            ("none", "None set"),
                        ],
                        max_length=10,
                        verbose_name="improvement would be",
                    ),
                ),
                (
                    "improvement_words",
                    models.CharField(
                        blank=True,
                        help_text="As readers see it: 'More reports, as victims gain confidence'.",
                        max_length=250,
                        verbose_name="signs of improvement",
                    ),
                ),
                (
                    "inclusion",
                    models.CharField(
                        choices=[
                            ("month_and_quarter", "Month and quarter"),
                            ("quarter", "Quarter"),
                            ("quarter_unless_exceptional", "Quarter unless exceptional"),
                            ("exceptional", "Exceptional only"),
                            ("additional", "Additional"),
                        ],
                        max_length=30,
                        verbose_name="in reports",
                    ),
                ),
                (
                    "adds_up",
                    models.CharField(
                        choices=[
                            ("sum", "Districts add to policing areas, and those to the force"),
                            ("not", "Areas do not add up"),
                        ],
                        max_length=5,
                        verbose_name="how areas add up",
                    ),
                ),
                (
                    "rate_base",
                    models.CharField(
                        blank=True,
                        choices=[("residents", "Residents"), ("households", "Households")],
                        help_text="Empty: no rate is worked out.",
                        max_length=12,
                        verbose_name="rates are per 1,000",
                    ),
                ),
                (
                    "rules",
                    models.CharField(
                        choices=[
                            ("office", "The office’s rules"),
                            ("run_of_eight", "Run of eight, with re-basing"),
                            ("nhs", "NHS Making Data Count"),
                            ("line_only", "A line without limits"),
                        ],
                        default="office",
                        max_length=15,
                        verbose_name="rules for signals",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        blank=True, help_text="A post, not a person.", max_length=150, verbose_name="who answers for it"
                    ),
                ),
                (
                    "is_restricted",
                    models.BooleanField(
                        default=False,
                        help_text="A restricted measure is left out of everything the public can read.",
                        verbose_name="restricted",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                (
                    "objective",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.planobjective",
                        verbose_name="objective of the plan",
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
                        to="performance.measure",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.topicgroup",
                        verbose_name="heading",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PeerMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("force", models.CharField(max_length=100)),
                ("is_own", models.BooleanField(default=False, verbose_name="this office's force")),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.peergroup",
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
                        to="performance.peermember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stale_from", models.DateField(blank=True, editable=False, null=True)),
                (
                    "district",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reference.district",
                    ),
                ),
                (
                    "force_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reference.forcearea",
                        verbose_name="force area",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="series", to="performance.measure"
                    ),
                ),
                (
                    "policing_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reference.policingarea",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "series",
                "indexes": [
                    models.Index(
                        condition=models.Q(("stale_from__isnull", False)),
                        fields=["id"],
                        name="performance_series_stale",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("district", None), ("force_area__isnull", False), ("policing_area", None)),
                            models.Q(("district", None), ("force_area", None), ("policing_area__isnull", False)),
                            models.Q(("district__isnull", False), ("force_area", None), ("policing_area", None)),
                            _connector="OR",
                        ),
                        name="performance_series_one_area",
                        violation_error_message="Choose one area: the force, a policing area or a district.",
                    ),
                    models.UniqueConstraint(
                        fields=("measure", "force_area", "policing_area", "district"),
                        name="performance_series_once",
                        nulls_distinct=False,
                        violation_error_message="This measure is kept for that area already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commentary",
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
                ("quarter_starts_on", models.DateField(verbose_name="quarter from")),
                ("summary", models.CharField(blank=True, max_length=300, verbose_name="line in the summary")),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="commentary")),
                (
                    "restricted_text",
                    models.TextField(
                        blank=True,
                        help_text="Printed after the commentary, in the restricted edition only.",
                        max_length=4000,
                        verbose_name="commentary for the restricted edition",
                    ),
                ),
                (
                    "inclusion",
                    models.CharField(
                        choices=[
                            ("by_rule", "As the measure’s rule says"),
                            ("included", "Include it this quarter"),
                            ("left_out", "Leave it out this quarter"),
                        ],
                        default="by_rule",
                        max_length=10,
                        verbose_name="in this quarter's report",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Printed in the summary when left out.",
                        max_length=250,
                        verbose_name="why it is included or left out",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published")], default="draft", max_length=10
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commentaries",
                        to="performance.measure",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "commentaries",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "quarter_starts_on"),
                        name="performance_commentary_once",
                        violation_error_message="This measure has a commentary for that quarter. Change that one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("quarter_starts_on__day", 1), ("quarter_starts_on__month__in", [1, 4, 7, 10])
                        ),
                        name="performance_commentary_first_day",
                        violation_error_message="A quarter starts on 1 January, April, July or October.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("inclusion", "by_rule"), ("reason", "")),
                            models.Q(
                                models.Q(("inclusion", "by_rule"), _negated=True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="performance_commentary_choice_has_reason",
                        violation_error_message="Say why, if and only if you depart from the measure's rule.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at__isnull", False), ("state", "published")),
                            models.Q(("published_at", None), ("published_by", None), ("state", "draft")),
                            _connector="OR",
                        ),
                        name="performance_commentary_published_has_time",
                        violation_error_message="A published commentary has the time it was published.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LoadProblem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("severity", models.CharField(choices=[("error", "Error"), ("warning", "Warning")], max_length=10)),
                (
                    "line",
                    models.PositiveIntegerField(blank=True, help_text="Of the file; the heading is line 1.", null=True),
                ),
                ("column", models.CharField(blank=True, max_length=60)),
                ("found", models.CharField(blank=True, max_length=200, verbose_name="what was there")),
                ("message", models.CharField(max_length=500)),
                ("month", models.DateField(blank=True, null=True)),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="problems", to="performance.load"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="problems",
                        to="performance.series",
                    ),
                ),
            ],
            options={
                "verbose_name": "problem of a load",
                "verbose_name_plural": "problems of loads",
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("value", "Value"),
                            ("provisional", "Provisional"),
                            ("revised", "Revised"),
                            ("not_available", "Not available"),
                        ],
                        default="value",
                        max_length=15,
                    ),
                ),
                ("value", models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                ("numerator", models.PositiveIntegerField(blank=True, null=True)),
                ("denominator", models.PositiveIntegerField(blank=True, null=True)),
                ("n", models.PositiveIntegerField(blank=True, null=True, verbose_name="people asked")),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="because, or a remark")),
                ("source", models.CharField(blank=True, max_length=200)),
                ("is_synthetic", models.BooleanField(default=False, verbose_name="invented for the sample")),
                ("month", models.DateField(help_text="The first day of the month.")),
                (
                    "load",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="performance.load",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_observations",
                        to="performance.load",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="performance.series",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.BrinIndex(fields=["load"], name="performance_obs_load"),
                    models.Index(
                        condition=models.Q(("superseded_by__isnull", False)),
                        fields=["superseded_by"],
                        name="performance_obs_superseded",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("series", "month"),
                        include=("value",),
                        name="performance_observation_one_current",
                        violation_error_message="There is a figure for that month.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="performance_observation_first_of_month",
                        violation_error_message="A month is written as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "not_available"), ("value", None), models.Q(("note", ""), _negated=True)
                            ),
                            models.Q(models.Q(("status", "not_available"), _negated=True), ("value__isnull", False)),
                            _connector="OR",
                        ),
                        name="performance_observation_value_or_reason",
                        violation_error_message="Give the value, or say why it is not available.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("numerator", None),
                            ("denominator", None),
                            ("denominator__gte", models.F("numerator")),
                            _connector="OR",
                        ),
                        name="performance_observation_numerator_within",
                        violation_error_message="The numerator is not more than the denominator.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeerStanding",
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
                ("month", models.DateField(verbose_name="period to")),
                ("rank", models.PositiveSmallIntegerField(help_text="1 is best.")),
                ("of", models.PositiveSmallIntegerField(verbose_name="out of")),
                (
                    "average",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="the group's average"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standings",
                        to="performance.peergroup",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standings",
                        to="performance.series",
                        verbose_name="measure",
                    ),
                ),
            ],
            options={
                "verbose_name": "rank among peers",
                "verbose_name_plural": "ranks among peers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "group", "month"),
                        name="performance_standing_once",
                        violation_error_message="There is a rank for that period.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="performance_standing_first_of_month",
                        violation_error_message="A month is written as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rank__gte", 1), ("rank__lte", models.F("of"))),
                        name="performance_standing_rank_within",
                        violation_error_message="The rank is from 1 to the number of forces.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeerValue",
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
                ("month", models.DateField(verbose_name="period to")),
                ("value", models.DecimalField(decimal_places=4, max_digits=14)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="values",
                        to="performance.peermember",
                        verbose_name="force",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="peer_values",
                        to="performance.series",
                        verbose_name="measure",
                    ),
                ),
            ],
            options={
                "verbose_name": "value of a peer",
                "verbose_name_plural": "values of peers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "member", "month"),
                        name="performance_peervalue_once",
                        violation_error_message="There is a value for that period.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="performance_peervalue_first_of_month",
                        violation_error_message="A month is written as its first day.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PhaseChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("run", "A run on one side of the mean"),
                            ("annotation", "A change in how it is recorded"),
                        ],
                        max_length=12,
                    ),
                ),
                ("effective_from", models.DateField(verbose_name="new average from")),
                ("detected_on", models.DateField(verbose_name="seen in the figures of")),
                (
                    "old_mean",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="average before"
                    ),
                ),
                (
                    "new_mean",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="average after"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "Proposed"), ("confirmed", "Confirmed"), ("declined", "Declined")],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "annotation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phase_changes",
                        to="performance.annotation",
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
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phase_changes",
                        to="performance.series",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of average",
                "verbose_name_plural": "changes of average",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "effective_from"),
                        name="performance_phasechange_once",
                        violation_error_message="A new average begins in that month already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("detected_on__day", 1), ("effective_from__day", 1)),
                        name="performance_phasechange_first_of_month",
                        violation_error_message="A month is written as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("annotation__isnull", False), ("origin", "annotation")),
                            models.Q(("annotation", None), ("origin", "run")),
                            _connector="OR",
                        ),
                        name="performance_phasechange_has_cause",
                        violation_error_message="A change that rests on a note names the note.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("reason", ""), ("state", "proposed")),
                            models.Q(
                                models.Q(("state", "proposed"), _negated=True),
                                ("decided_at__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="performance_phasechange_decision_all_or_none",
                        violation_error_message="A decision has its time and its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin", "run"), ("state", "confirmed"), _connector="OR"),
                        name="performance_phasechange_annotation_decided",
                        violation_error_message="A note starts a new average only by a decision.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuarterFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("value", "Value"),
                            ("provisional", "Provisional"),
                            ("revised", "Revised"),
                            ("not_available", "Not available"),
                        ],
                        default="value",
                        max_length=15,
                    ),
                ),
                ("value", models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                ("numerator", models.PositiveIntegerField(blank=True, null=True)),
                ("denominator", models.PositiveIntegerField(blank=True, null=True)),
                ("n", models.PositiveIntegerField(blank=True, null=True, verbose_name="people asked")),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="because, or a remark")),
                ("source", models.CharField(blank=True, max_length=200)),
                ("is_synthetic", models.BooleanField(default=False, verbose_name="invented for the sample")),
                ("quarter_starts_on", models.DateField(verbose_name="quarter from")),
                (
                    "average",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=14,
                        null=True,
                        verbose_name="the force's own quarter average",
                    ),
                ),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quarter_figures",
                        to="performance.load",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_quarter_figures",
                        to="performance.load",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quarter_figures",
                        to="performance.series",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("series", "quarter_starts_on"),
                        name="performance_quarterfigure_one_current",
                        violation_error_message="There is a figure for that quarter.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("quarter_starts_on__day", 1), ("quarter_starts_on__month__in", [1, 4, 7, 10])
                        ),
                        name="performance_quarterfigure_first_day",
                        violation_error_message="A quarter starts on 1 January, April, July or October.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "not_available"), ("value", None), models.Q(("note", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("status", "not_available"), _negated=True),
                                models.Q(("value__isnull", False), ("average__isnull", False), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="performance_quarterfigure_value_or_reason",
                        violation_error_message="Give the value, or say why it is not available.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("numerator", None),
                            ("denominator", None),
                            ("denominator__gte", models.F("numerator")),
                            _connector="OR",
                        ),
                        name="performance_quarterfigure_numerator_within",
                        violation_error_message="The numerator is not more than the denominator.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuarterSummary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter_starts_on", models.DateField()),
                ("is_tested", models.BooleanField(default=False)),
                ("has_signal", models.BooleanField(default=False)),
                ("contents", models.JSONField()),
                ("made_at", models.DateTimeField()),
                (
                    "series",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="summaries",
                        to="performance.series",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "quarter summaries",
                "constraints": [
                    models.UniqueConstraint(fields=("quarter_starts_on", "series"), name="performance_summary_once"),
                    models.CheckConstraint(
                        condition=models.Q(("is_tested", True), ("has_signal", False), _connector="OR"),
                        name="performance_summary_signal_if_tested",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeriesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "district",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.district",
                    ),
                ),
                (
                    "force_area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.forcearea",
                        verbose_name="force area",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.measure",
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
                        to="performance.series",
                    ),
                ),
                (
                    "policing_area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.policingarea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Target",
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
                ("value", models.DecimalField(decimal_places=4, max_digits=14)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="in words")),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="targets", to="performance.measure"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="performance.series",
                        verbose_name="only in",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="performance_target_dates",
                        violation_error_message="The target ends on or after the day it starts.",
                    ),
                    models.UniqueConstraint(
                        fields=("measure", "series", "starts_on"),
                        name="performance_target_once",
                        nulls_distinct=False,
                        violation_error_message="There is a target from that day.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnotationEvent",
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
                ("month", models.DateField(verbose_name="from")),
                (
                    "label",
                    models.CharField(
                        help_text="A few words: 'New recording system'.", max_length=30, verbose_name="on the chart"
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="what it means for the figures")),
                (
                    "suspends_comparison",
                    models.BooleanField(
                        default=False,
                        help_text="Changes across this month are printed with a warning.",
                        verbose_name="figures before and after cannot be compared",
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
                        to="performance.annotation",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: all.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.measure",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArchivedProjection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_month", models.DateField(verbose_name="first month projected")),
                ("months", models.PositiveSmallIntegerField()),
                ("published_in", models.CharField(max_length=100, verbose_name="published in")),
                ("contents", models.JSONField()),
                ("archived_at", models.DateTimeField()),
                ("score", models.JSONField(blank=True, null=True)),
                ("scored_at", models.DateTimeField(blank=True, null=True)),
                (
                    "archived_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="projections", to="performance.series"
                    ),
                ),
            ],
            options={
                "verbose_name": "projection",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "first_month", "months", "published_in"),
                        name="performance_projection_once",
                        violation_error_message="This projection is kept already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_month__day", 1)),
                        name="performance_projection_first_of_month",
                        violation_error_message="A month is written as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__gte", 1), ("months__lte", 12)),
                        name="performance_projection_reach",
                        violation_error_message="A projection reaches 1 to 12 months ahead.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("score", None), ("scored_at", None)),
                            models.Q(("score__isnull", False), ("scored_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="performance_projection_score_all_or_none",
                        violation_error_message="A score has the time it was worked out.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentaryEvent",
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
                ("quarter_starts_on", models.DateField(verbose_name="quarter from")),
                ("summary", models.CharField(blank=True, max_length=300, verbose_name="line in the summary")),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="commentary")),
                (
                    "restricted_text",
                    models.TextField(
                        blank=True,
                        help_text="Printed after the commentary, in the restricted edition only.",
                        max_length=4000,
                        verbose_name="commentary for the restricted edition",
                    ),
                ),
                (
                    "inclusion",
                    models.CharField(
                        choices=[
                            ("by_rule", "As the measure’s rule says"),
                            ("included", "Include it this quarter"),
                            ("left_out", "Leave it out this quarter"),
                        ],
                        default="by_rule",
                        max_length=10,
                        verbose_name="in this quarter's report",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Printed in the summary when left out.",
                        max_length=250,
                        verbose_name="why it is included or left out",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published")], default="draft", max_length=10
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(blank=True, null=True)),
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
                        to="performance.commentary",
                    ),
                ),
                (
                    "published_by",
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
                    "measure",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.measure",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ForceQuestion",
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
                ("reference", models.CharField(editable=False, max_length=20, unique=True)),
                ("quarter_starts_on", models.DateField(verbose_name="quarter from")),
                (
                    "signal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("high", "Above the upper limit"),
                            ("low", "Below the lower limit"),
                            ("shift", "A shift of the mean"),
                            ("trend", "A trend"),
                            ("two_in_three", "Two of three near a limit"),
                        ],
                        max_length=15,
                        verbose_name="about the signal",
                    ),
                ),
                ("signal_month", models.DateField(blank=True, null=True, verbose_name="signal in")),
                ("question", models.TextField(max_length=2000)),
                (
                    "question_is_restricted",
                    models.BooleanField(default=False, verbose_name="the question is restricted"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="answer needed by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("asked", "Asked"),
                            ("answered", "Answered"),
                            ("closed", "Closed"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, max_length=4000)),
                (
                    "answer_is_restricted",
                    models.BooleanField(
                        blank=True,
                        help_text="Until somebody decides, it is kept restricted.",
                        null=True,
                        verbose_name="the answer is restricted",
                    ),
                ),
                (
                    "answered_for",
                    models.CharField(
                        blank=True, help_text="A post at the force.", max_length=150, verbose_name="answered by"
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_note", models.CharField(blank=True, max_length=500, verbose_name="outcome")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="performance.series",
                        verbose_name="measure",
                    ),
                ),
            ],
            options={
                "verbose_name": "question to the force",
                "verbose_name_plural": "questions to the force",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("quarter_starts_on__day", 1), ("quarter_starts_on__month__in", [1, 4, 7, 10])
                        ),
                        name="performance_question_first_day",
                        violation_error_message="A quarter starts on 1 January, April, July or October.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signal", ""), ("signal_month", None)),
                            models.Q(models.Q(("signal", ""), _negated=True), ("signal_month__isnull", False)),
                            _connector="OR",
                        ),
                        name="performance_question_signal_has_month",
                        violation_error_message="A signal has its month.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked_at", None), ("due_on", None), ("state", "draft")),
                            models.Q(
                                models.Q(("state", "draft"), _negated=True),
                                ("asked_at__isnull", False),
                                ("due_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="performance_question_asked_has_time",
                        violation_error_message="A question that was asked has its time and the day an answer is needed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answer_is_restricted", None),
                                ("answered_for", ""),
                                ("answered_on", None),
                            ),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("answered_for", ""), _negated=True),
                                ("answer_is_restricted__isnull", False),
                                ("answered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="performance_question_answer_all_or_none",
                        violation_error_message="An answer has its day, who gave it, and whether it is restricted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("state__in", ["draft", "asked"])),
                            models.Q(("state", "answered"), models.Q(("answer", ""), _negated=True)),
                            ("state", "closed"),
                            _connector="OR",
                        ),
                        name="performance_question_answered_has_answer",
                        violation_error_message="An answered question has its answer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state", "closed"),
                                models.Q(("closed_note", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "closed"), _negated=True),
                                ("closed_at", None),
                                ("closed_by", None),
                                ("closed_note", ""),
                            ),
                            _connector="OR",
                        ),
                        name="performance_question_closed_all_or_none",
                        violation_error_message="A closed question has its time and outcome.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeerStandingEvent",
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
                ("month", models.DateField(verbose_name="period to")),
                ("rank", models.PositiveSmallIntegerField(help_text="1 is best.")),
                ("of", models.PositiveSmallIntegerField(verbose_name="out of")),
                (
                    "average",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="the group's average"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.peergroup",
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
                        to="performance.peerstanding",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.series",
                        verbose_name="measure",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PeerValueEvent",
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
                ("month", models.DateField(verbose_name="period to")),
                ("value", models.DecimalField(decimal_places=4, max_digits=14)),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.peermember",
                        verbose_name="force",
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
                        to="performance.peervalue",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.series",
                        verbose_name="measure",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PhaseChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("run", "A run on one side of the mean"),
                            ("annotation", "A change in how it is recorded"),
                        ],
                        max_length=12,
                    ),
                ),
                ("effective_from", models.DateField(verbose_name="new average from")),
                ("detected_on", models.DateField(verbose_name="seen in the figures of")),
                (
                    "old_mean",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="average before"
                    ),
                ),
                (
                    "new_mean",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="average after"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "Proposed"), ("confirmed", "Confirmed"), ("declined", "Declined")],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "annotation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.annotation",
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
                        to="performance.phasechange",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetEvent",
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
                ("value", models.DecimalField(decimal_places=4, max_digits=14)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="in words")),
                (
                    "measure",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.measure",
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
                        to="performance.target",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.series",
                        verbose_name="only in",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArchivedProjectionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("first_month", models.DateField(verbose_name="first month projected")),
                ("months", models.PositiveSmallIntegerField()),
                ("published_in", models.CharField(max_length=100, verbose_name="published in")),
                ("contents", models.JSONField()),
                ("archived_at", models.DateTimeField()),
                ("score", models.JSONField(blank=True, null=True)),
                ("scored_at", models.DateTimeField(blank=True, null=True)),
                (
                    "archived_by",
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
                        to="performance.archivedprojection",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ForceQuestionEvent",
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
                ("reference", models.CharField(editable=False, max_length=20)),
                ("quarter_starts_on", models.DateField(verbose_name="quarter from")),
                (
                    "signal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("high", "Above the upper limit"),
                            ("low", "Below the lower limit"),
                            ("shift", "A shift of the mean"),
                            ("trend", "A trend"),
                            ("two_in_three", "Two of three near a limit"),
                        ],
                        max_length=15,
                        verbose_name="about the signal",
                    ),
                ),
                ("signal_month", models.DateField(blank=True, null=True, verbose_name="signal in")),
                ("question", models.TextField(max_length=2000)),
                (
                    "question_is_restricted",
                    models.BooleanField(default=False, verbose_name="the question is restricted"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="answer needed by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("asked", "Asked"),
                            ("answered", "Answered"),
                            ("closed", "Closed"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, max_length=4000)),
                (
                    "answer_is_restricted",
                    models.BooleanField(
                        blank=True,
                        help_text="Until somebody decides, it is kept restricted.",
                        null=True,
                        verbose_name="the answer is restricted",
                    ),
                ),
                (
                    "answered_for",
                    models.CharField(
                        blank=True, help_text="A post at the force.", max_length=150, verbose_name="answered by"
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_note", models.CharField(blank=True, max_length=500, verbose_name="outcome")),
                (
                    "asked_by",
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
                    "closed_by",
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
                        to="performance.forcequestion",
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
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="performance.series",
                        verbose_name="measure",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="houserules",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_houserulesevent" ("average", "fewest_for_firm_limits", "fewest_for_limits", "footing_tolerance", "id", "percent_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "rule_set", "run_length", "screen", "stable_within", "survey_hidden_below", "survey_trial_below", "trend_length", "two_in_three") VALUES (NEW."average", NEW."fewest_for_firm_limits", NEW."fewest_for_limits", NEW."footing_tolerance", NEW."id", NEW."percent_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question_days", NEW."rule_set", NEW."run_length", NEW."screen", NEW."stable_within", NEW."survey_hidden_below", NEW."survey_trial_below", NEW."trend_length", NEW."two_in_three"); RETURN NULL;',
                    hash="4f2e0d25debeba17af068c1622bb26464895981d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_06237",
                    table="performance_houserules",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="houserules",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_houserulesevent" ("average", "fewest_for_firm_limits", "fewest_for_limits", "footing_tolerance", "id", "percent_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "rule_set", "run_length", "screen", "stable_within", "survey_hidden_below", "survey_trial_below", "trend_length", "two_in_three") VALUES (NEW."average", NEW."fewest_for_firm_limits", NEW."fewest_for_limits", NEW."footing_tolerance", NEW."id", NEW."percent_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question_days", NEW."rule_set", NEW."run_length", NEW."screen", NEW."stable_within", NEW."survey_hidden_below", NEW."survey_trial_below", NEW."trend_length", NEW."two_in_three"); RETURN NULL;',
                    hash="134d6c831525dd83a87f1b273817be41727afddb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7199a",
                    table="performance_houserules",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="houserules",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_houserulesevent" ("average", "fewest_for_firm_limits", "fewest_for_limits", "footing_tolerance", "id", "percent_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "rule_set", "run_length", "screen", "stable_within", "survey_hidden_below", "survey_trial_below", "trend_length", "two_in_three") VALUES (OLD."average", OLD."fewest_for_firm_limits", OLD."fewest_for_limits", OLD."footing_tolerance", OLD."id", OLD."percent_from", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question_days", OLD."rule_set", OLD."run_length", OLD."screen", OLD."stable_within", OLD."survey_hidden_below", OLD."survey_trial_below", OLD."trend_length", OLD."two_in_three"); RETURN NULL;',
                    hash="ed51d5ef1e3d677df807058f62ceda23de041690",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a6bae",
                    table="performance_houserules",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peergroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_peergroupevent" ("id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source"); RETURN NULL;',
                    hash="10e59db294763a2ed8a1f3396f3d33dbba0adcba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2d0f1",
                    table="performance_peergroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peergroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_peergroupevent" ("id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source"); RETURN NULL;',
                    hash="bd1347dbdb922ace2c2a7832f773cb8cbf3fb536",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0dcf1",
                    table="performance_peergroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peergroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_peergroupevent" ("id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."id", OLD."is_synthetic", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source"); RETURN NULL;',
                    hash="94996c5b461d01af07a3f8f4f9955aa31392e143",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_87ef0",
                    table="performance_peergroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="topicgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_topicgroupevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="15f818451f673f35e30b75b912d2e86c5696b5ea",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0f66d",
                    table="performance_topicgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="topicgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_topicgroupevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="03b2ec7132840dfbe85357b13414092e46658bf1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c0ac4",
                    table="performance_topicgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="topicgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_topicgroupevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="d836a6e8186ad05877794ca6a90a1be49376a777",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6a5fb",
                    table="performance_topicgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="houserulesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e69b0db9a5e93f5d879eaebf5e5bc221bd864dbf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8f56e",
                    table="performance_houserulesevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="load",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_loadevent" ("attempts", "created", "error_count", "failure", "file", "file_name", "finished_at", "id", "is_synthetic", "kind", "lookup_file", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "replaces", "requested_at", "requested_by_id", "rows", "sha256", "size", "state", "superseded", "unchanged", "warning_count") VALUES (NEW."attempts", NEW."created", NEW."error_count", NEW."failure", NEW."file", NEW."file_name", NEW."finished_at", NEW."id", NEW."is_synthetic", NEW."kind", NEW."lookup_file", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."replaces", NEW."requested_at", NEW."requested_by_id", NEW."rows", NEW."sha256", NEW."size", NEW."state", NEW."superseded", NEW."unchanged", NEW."warning_count"); RETURN NULL;',
                    hash="516177aa877d5f8d91d2fa7e1b8a0c48df12babd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f5a77",
                    table="performance_load",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="load",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."created" IS DISTINCT FROM (NEW."created") OR OLD."error_count" IS DISTINCT FROM (NEW."error_count") OR OLD."failure" IS DISTINCT FROM (NEW."failure") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_synthetic" IS DISTINCT FROM (NEW."is_synthetic") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lookup_file" IS DISTINCT FROM (NEW."lookup_file") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."replaces" IS DISTINCT FROM (NEW."replaces") OR OLD."requested_at" IS DISTINCT FROM (NEW."requested_at") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."rows" IS DISTINCT FROM (NEW."rows") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."superseded" IS DISTINCT FROM (NEW."superseded") OR OLD."unchanged" IS DISTINCT FROM (NEW."unchanged") OR OLD."warning_count" IS DISTINCT FROM (NEW."warning_count"))',
                    func='INSERT INTO "performance_loadevent" ("attempts", "created", "error_count", "failure", "file", "file_name", "finished_at", "id", "is_synthetic", "kind", "lookup_file", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "replaces", "requested_at", "requested_by_id", "rows", "sha256", "size", "state", "superseded", "unchanged", "warning_count") VALUES (NEW."attempts", NEW."created", NEW."error_count", NEW."failure", NEW."file", NEW."file_name", NEW."finished_at", NEW."id", NEW."is_synthetic", NEW."kind", NEW."lookup_file", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."replaces", NEW."requested_at", NEW."requested_by_id", NEW."rows", NEW."sha256", NEW."size", NEW."state", NEW."superseded", NEW."unchanged", NEW."warning_count"); RETURN NULL;',
                    hash="352c8f42edaa78477cd076b42c07a2b64b48931b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_006e5",
                    table="performance_load",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="load",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_loadevent" ("attempts", "created", "error_count", "failure", "file", "file_name", "finished_at", "id", "is_synthetic", "kind", "lookup_file", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "replaces", "requested_at", "requested_by_id", "rows", "sha256", "size", "state", "superseded", "unchanged", "warning_count") VALUES (OLD."attempts", OLD."created", OLD."error_count", OLD."failure", OLD."file", OLD."file_name", OLD."finished_at", OLD."id", OLD."is_synthetic", OLD."kind", OLD."lookup_file", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."replaces", OLD."requested_at", OLD."requested_by_id", OLD."rows", OLD."sha256", OLD."size", OLD."state", OLD."superseded", OLD."unchanged", OLD."warning_count"); RETURN NULL;',
                    hash="df09c81735058643a10f51f0590f4f5b4921655d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bf913",
                    table="performance_load",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="loadevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="614be36d193a759596f4becee2641a5cb1af6a01",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b4efa",
                    table="performance_loadevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="commentaryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8b2c3ee2f3fce20014d7fba033dec8f599d3dd38",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b87b5",
                    table="performance_commentaryevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="commentary",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_commentaryevent" ("id", "inclusion", "is_synthetic", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quarter_starts_on", "reason", "restricted_text", "source", "state", "summary", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."inclusion", NEW."is_synthetic", NEW."measure_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."quarter_starts_on", NEW."reason", NEW."restricted_text", NEW."source", NEW."state", NEW."summary", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="85f150db215efab729a15afdfbe3c9bd040cdb8d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c50c2",
                    table="performance_commentary",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="commentary",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_commentaryevent" ("id", "inclusion", "is_synthetic", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quarter_starts_on", "reason", "restricted_text", "source", "state", "summary", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."inclusion", NEW."is_synthetic", NEW."measure_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."quarter_starts_on", NEW."reason", NEW."restricted_text", NEW."source", NEW."state", NEW."summary", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="25531544bdaf06313eba7de7b9f2f1603e5841d7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2bab",
                    table="performance_commentary",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="commentary",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_commentaryevent" ("id", "inclusion", "is_synthetic", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quarter_starts_on", "reason", "restricted_text", "source", "state", "summary", "text", "written_at", "written_by_id") VALUES (OLD."id", OLD."inclusion", OLD."is_synthetic", OLD."measure_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."quarter_starts_on", OLD."reason", OLD."restricted_text", OLD."source", OLD."state", OLD."summary", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="a1589581b2336d4376e6432a799e18065b4a77e2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7b553",
                    table="performance_commentary",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="annotationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="513f3f05c2cf86c6ba45f87d87d1a083908c6a44",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_068ef",
                    table="performance_annotationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="annotation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_annotationevent" ("id", "is_synthetic", "label", "measure_id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "suspends_comparison", "text") VALUES (NEW."id", NEW."is_synthetic", NEW."label", NEW."measure_id", NEW."month", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."suspends_comparison", NEW."text"); RETURN NULL;',
                    hash="42b78c4309585b95a3b5218a5d87c2f4148f386f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9247a",
                    table="performance_annotation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="annotation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_annotationevent" ("id", "is_synthetic", "label", "measure_id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "suspends_comparison", "text") VALUES (NEW."id", NEW."is_synthetic", NEW."label", NEW."measure_id", NEW."month", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."suspends_comparison", NEW."text"); RETURN NULL;',
                    hash="85d712a6df454935b02f80ba77cb613200e6f3d5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c30d",
                    table="performance_annotation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="annotation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_annotationevent" ("id", "is_synthetic", "label", "measure_id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "suspends_comparison", "text") VALUES (OLD."id", OLD."is_synthetic", OLD."label", OLD."measure_id", OLD."month", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."suspends_comparison", OLD."text"); RETURN NULL;',
                    hash="630b000827dd3d4144f36193de694539818e7e2d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c1cd4",
                    table="performance_annotation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peergroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7b8014cd1f3550e05efd2f2acca6c37a606061e2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_857e3",
                    table="performance_peergroupevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="peermember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_peermemberevent" ("ends_on", "force", "group_id", "id", "is_own", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."ends_on", NEW."force", NEW."group_id", NEW."id", NEW."is_own", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="7f9a34a8d5aed6ea60d2dd9932633e1071ebbf98",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c144",
                    table="performance_peermember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peermember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_peermemberevent" ("ends_on", "force", "group_id", "id", "is_own", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."ends_on", NEW."force", NEW."group_id", NEW."id", NEW."is_own", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="fd8ce309cb5481ab511a6233851eec072ae3ebf5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d4aed",
                    table="performance_peermember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peermember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_peermemberevent" ("ends_on", "force", "group_id", "id", "is_own", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."ends_on", OLD."force", OLD."group_id", OLD."id", OLD."is_own", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                    hash="4863798c464a1afaa4f25d47f83cf8a241c64cf2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_816e4",
                    table="performance_peermember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peermemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="506655e2312d86e7371dd4e059cd81b5de851953",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_eb5ef",
                    table="performance_peermemberevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_seriesevent" ("district_id", "force_area_id", "id", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policing_area_id") VALUES (NEW."district_id", NEW."force_area_id", NEW."id", NEW."measure_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."policing_area_id"); RETURN NULL;',
                    hash="124996ab19813a3c67fbe8e8fd937596a81b4db4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f26cd",
                    table="performance_series",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."district_id" IS DISTINCT FROM (NEW."district_id") OR OLD."force_area_id" IS DISTINCT FROM (NEW."force_area_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."measure_id" IS DISTINCT FROM (NEW."measure_id") OR OLD."policing_area_id" IS DISTINCT FROM (NEW."policing_area_id"))',
                    func='INSERT INTO "performance_seriesevent" ("district_id", "force_area_id", "id", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policing_area_id") VALUES (NEW."district_id", NEW."force_area_id", NEW."id", NEW."measure_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."policing_area_id"); RETURN NULL;',
                    hash="f0345bde66f7b2b778436d534d360c5dade0d139",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a7530",
                    table="performance_series",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_seriesevent" ("district_id", "force_area_id", "id", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policing_area_id") VALUES (OLD."district_id", OLD."force_area_id", OLD."id", OLD."measure_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."policing_area_id"); RETURN NULL;',
                    hash="4ef8ba234435bb0c799d39ff652b4a6e049776be",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4851f",
                    table="performance_series",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="quarterfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_but_superseded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF TG_OP = 'DELETE' OR OLD.superseded_by_id IS NOT NULL\n    OR (to_jsonb(NEW) - 'superseded_by_id') <> (to_jsonb(OLD) - 'superseded_by_id')\nTHEN\n    RAISE EXCEPTION 'A figure is never changed. Load the right one, which takes its place.'\n        USING ERRCODE = 'restrict_violation';\nEND IF;\nRETURN NEW;\n",
                    hash="daafbee2834e35700c32f95f7442082cf967d117",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_fixed_but_superseded_61877",
                    table="performance_quarterfigure",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="phasechangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="135c626added9cec6a9b4a33ffbef3da90331133",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5837b",
                    table="performance_phasechangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="phasechange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_phasechangeevent" ("annotation_id", "decided_at", "decided_by_id", "detected_on", "effective_from", "id", "new_mean", "old_mean", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "series_id", "state") VALUES (NEW."annotation_id", NEW."decided_at", NEW."decided_by_id", NEW."detected_on", NEW."effective_from", NEW."id", NEW."new_mean", NEW."old_mean", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."series_id", NEW."state"); RETURN NULL;',
                    hash="392fbd588bef253065fc0af6afbf0996029118d3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5616",
                    table="performance_phasechange",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="phasechange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_phasechangeevent" ("annotation_id", "decided_at", "decided_by_id", "detected_on", "effective_from", "id", "new_mean", "old_mean", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "series_id", "state") VALUES (NEW."annotation_id", NEW."decided_at", NEW."decided_by_id", NEW."detected_on", NEW."effective_from", NEW."id", NEW."new_mean", NEW."old_mean", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."series_id", NEW."state"); RETURN NULL;',
                    hash="b9187e32f785dba3b3b2f6f005ab8191edb0f6a6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7de3",
                    table="performance_phasechange",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="phasechange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_phasechangeevent" ("annotation_id", "decided_at", "decided_by_id", "detected_on", "effective_from", "id", "new_mean", "old_mean", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "series_id", "state") VALUES (OLD."annotation_id", OLD."decided_at", OLD."decided_by_id", OLD."detected_on", OLD."effective_from", OLD."id", OLD."new_mean", OLD."old_mean", OLD."origin", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."series_id", OLD."state"); RETURN NULL;',
                    hash="69ca583b048a3c3cdf25ce4306b3a8ba1288a2d4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6aa70",
                    table="performance_phasechange",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peervalueevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a3d609659ad99db0e9de320263ef98194627067f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6df24",
                    table="performance_peervalueevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="peervalue",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_peervalueevent" ("id", "is_synthetic", "member_id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "value") VALUES (NEW."id", NEW."is_synthetic", NEW."member_id", NEW."month", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."source", NEW."value"); RETURN NULL;',
                    hash="cec1009d4126ed8c00c5e280bf49bf12134aea4a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a017d",
                    table="performance_peervalue",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peervalue",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_peervalueevent" ("id", "is_synthetic", "member_id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "value") VALUES (NEW."id", NEW."is_synthetic", NEW."member_id", NEW."month", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."source", NEW."value"); RETURN NULL;',
                    hash="76597deacabe5062dbd2813ceb1586b01e399624",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0254f",
                    table="performance_peervalue",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peervalue",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_peervalueevent" ("id", "is_synthetic", "member_id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "value") VALUES (OLD."id", OLD."is_synthetic", OLD."member_id", OLD."month", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."series_id", OLD."source", OLD."value"); RETURN NULL;',
                    hash="74edb0f6a7b92997c4ec24d1c9fef7cd52f9f1df",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6f55a",
                    table="performance_peervalue",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peerstandingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dc77912a99b0e98b34aaa427ff23ba9fcc1aa0ad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1f7a6",
                    table="performance_peerstandingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="peerstanding",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_peerstandingevent" ("average", "group_id", "id", "is_synthetic", "month", "of", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "series_id", "source") VALUES (NEW."average", NEW."group_id", NEW."id", NEW."is_synthetic", NEW."month", NEW."of", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."series_id", NEW."source"); RETURN NULL;',
                    hash="ea739ca2c121a9b672b18d893d84f5fd5783be0b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4b76b",
                    table="performance_peerstanding",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peerstanding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_peerstandingevent" ("average", "group_id", "id", "is_synthetic", "month", "of", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "series_id", "source") VALUES (NEW."average", NEW."group_id", NEW."id", NEW."is_synthetic", NEW."month", NEW."of", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."series_id", NEW."source"); RETURN NULL;',
                    hash="3e347208b95a3c9dd61caf06530575d857d58c9e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a8bde",
                    table="performance_peerstanding",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="peerstanding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_peerstandingevent" ("average", "group_id", "id", "is_synthetic", "month", "of", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "series_id", "source") VALUES (OLD."average", OLD."group_id", OLD."id", OLD."is_synthetic", OLD."month", OLD."of", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank", OLD."series_id", OLD."source"); RETURN NULL;',
                    hash="d52b2b72590b3b63cab74e2df9de5c9fcdd60a9f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c8c7b",
                    table="performance_peerstanding",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_but_superseded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF TG_OP = 'DELETE' OR OLD.superseded_by_id IS NOT NULL\n    OR (to_jsonb(NEW) - 'superseded_by_id') <> (to_jsonb(OLD) - 'superseded_by_id')\nTHEN\n    RAISE EXCEPTION 'A figure is never changed. Load the right one, which takes its place.'\n        USING ERRCODE = 'restrict_violation';\nEND IF;\nRETURN NEW;\n",
                    hash="a0244ab8a6c9ee2a0b2d237e02827a307cf09f03",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_fixed_but_superseded_a4086",
                    table="performance_observation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="forcequestionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="667a32bc77e2a25f9371e4fe57a5bf8a327da865",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e41e2",
                    table="performance_forcequestionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="forcequestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_forcequestionevent" ("answer", "answer_is_restricted", "answered_for", "answered_on", "asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_note", "due_on", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quarter_starts_on", "question", "question_is_restricted", "recorded_by_id", "reference", "series_id", "signal", "signal_month", "source", "state") VALUES (NEW."answer", NEW."answer_is_restricted", NEW."answered_for", NEW."answered_on", NEW."asked_at", NEW."asked_by_id", NEW."closed_at", NEW."closed_by_id", NEW."closed_note", NEW."due_on", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."quarter_starts_on", NEW."question", NEW."question_is_restricted", NEW."recorded_by_id", NEW."reference", NEW."series_id", NEW."signal", NEW."signal_month", NEW."source", NEW."state"); RETURN NULL;',
                    hash="38f51c51a1bad2265618afef315355bff1f2d740",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5f954",
                    table="performance_forcequestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forcequestion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_forcequestionevent" ("answer", "answer_is_restricted", "answered_for", "answered_on", "asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_note", "due_on", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quarter_starts_on", "question", "question_is_restricted", "recorded_by_id", "reference", "series_id", "signal", "signal_month", "source", "state") VALUES (NEW."answer", NEW."answer_is_restricted", NEW."answered_for", NEW."answered_on", NEW."asked_at", NEW."asked_by_id", NEW."closed_at", NEW."closed_by_id", NEW."closed_note", NEW."due_on", NEW."id", NEW."is_synthetic", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."quarter_starts_on", NEW."question", NEW."question_is_restricted", NEW."recorded_by_id", NEW."reference", NEW."series_id", NEW."signal", NEW."signal_month", NEW."source", NEW."state"); RETURN NULL;',
                    hash="41b52d0eaca421b03a0393b609faa3649a780c3f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_34b4e",
                    table="performance_forcequestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forcequestion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_forcequestionevent" ("answer", "answer_is_restricted", "answered_for", "answered_on", "asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_note", "due_on", "id", "is_synthetic", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quarter_starts_on", "question", "question_is_restricted", "recorded_by_id", "reference", "series_id", "signal", "signal_month", "source", "state") VALUES (OLD."answer", OLD."answer_is_restricted", OLD."answered_for", OLD."answered_on", OLD."asked_at", OLD."asked_by_id", OLD."closed_at", OLD."closed_by_id", OLD."closed_note", OLD."due_on", OLD."id", OLD."is_synthetic", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."quarter_starts_on", OLD."question", OLD."question_is_restricted", OLD."recorded_by_id", OLD."reference", OLD."series_id", OLD."signal", OLD."signal_month", OLD."source", OLD."state"); RETURN NULL;',
                    hash="ece444e80b30f8f01a93df2a91e6c32d585d48a0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_65e10",
                    table="performance_forcequestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="archivedprojectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="19f30c590586dec3eda5767650ee569f42d60ce0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d7ce4",
                    table="performance_archivedprojectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="archivedprojection",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_archivedprojectionevent" ("archived_at", "archived_by_id", "contents", "first_month", "id", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_in", "score", "scored_at", "series_id") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."contents", NEW."first_month", NEW."id", NEW."months", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_in", NEW."score", NEW."scored_at", NEW."series_id"); RETURN NULL;',
                    hash="a6fe68769645764cae7727d600ded107ef89e32d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a84f7",
                    table="performance_archivedprojection",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="archivedprojection",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_archivedprojectionevent" ("archived_at", "archived_by_id", "contents", "first_month", "id", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_in", "score", "scored_at", "series_id") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."contents", NEW."first_month", NEW."id", NEW."months", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_in", NEW."score", NEW."scored_at", NEW."series_id"); RETURN NULL;',
                    hash="1eaf4470837b39b1bc3b266be25802671b3809e1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7ae00",
                    table="performance_archivedprojection",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="archivedprojection",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_archivedprojectionevent" ("archived_at", "archived_by_id", "contents", "first_month", "id", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_in", "score", "scored_at", "series_id") VALUES (OLD."archived_at", OLD."archived_by_id", OLD."contents", OLD."first_month", OLD."id", OLD."months", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_in", OLD."score", OLD."scored_at", OLD."series_id"); RETURN NULL;',
                    hash="da87c736e0ebeaea56d0c2ee0ff8406b60674d89",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f0088",
                    table="performance_archivedprojection",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="seriesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9ab54f1cd3d1c2157dd63451cb1acd54746fe0cc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9638c",
                    table="performance_seriesevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_targetevent" ("ends_on", "id", "is_synthetic", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "starts_on", "value", "words") VALUES (NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."measure_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."source", NEW."starts_on", NEW."value", NEW."words"); RETURN NULL;',
                    hash="4e6b7faff55ba50466a15376ed9a0e4c3d3f6b19",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f2388",
                    table="performance_target",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_targetevent" ("ends_on", "id", "is_synthetic", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "starts_on", "value", "words") VALUES (NEW."ends_on", NEW."id", NEW."is_synthetic", NEW."measure_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."source", NEW."starts_on", NEW."value", NEW."words"); RETURN NULL;',
                    hash="0fd416f244d0dfb1f951169d89ba7593430de689",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6cd48",
                    table="performance_target",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_targetevent" ("ends_on", "id", "is_synthetic", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "starts_on", "value", "words") VALUES (OLD."ends_on", OLD."id", OLD."is_synthetic", OLD."measure_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."series_id", OLD."source", OLD."starts_on", OLD."value", OLD."words"); RETURN NULL;',
                    hash="582a4b11910dc710b79742cc1407c2a37d0db5f3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_084db",
                    table="performance_target",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="targetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bdd12136bc374775c1b62dd2c737f73d77127901",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_26df6",
                    table="performance_targetevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="measureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d91740aa12c794e857e526a370a888890d0ad6b3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_69c2a",
                    table="performance_measureevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="measure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_measureevent" ("adds_up", "code", "definition", "group_id", "id", "improvement", "improvement_words", "inclusion", "is_active", "is_restricted", "is_synthetic", "kind", "name", "noun", "objective_id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rate_base", "rolling_months", "rules", "source", "unit") VALUES (NEW."adds_up", NEW."code", NEW."definition", NEW."group_id", NEW."id", NEW."improvement", NEW."improvement_words", NEW."inclusion", NEW."is_active", NEW."is_restricted", NEW."is_synthetic", NEW."kind", NEW."name", NEW."noun", NEW."objective_id", NEW."owner", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."rate_base", NEW."rolling_months", NEW."rules", NEW."source", NEW."unit"); RETURN NULL;',
                    hash="2822104eb05e2aab1ee28c95a725b5eacccc7177",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_81967",
                    table="performance_measure",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="measure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "performance_measureevent" ("adds_up", "code", "definition", "group_id", "id", "improvement", "improvement_words", "inclusion", "is_active", "is_restricted", "is_synthetic", "kind", "name", "noun", "objective_id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rate_base", "rolling_months", "rules", "source", "unit") VALUES (NEW."adds_up", NEW."code", NEW."definition", NEW."group_id", NEW."id", NEW."improvement", NEW."improvement_words", NEW."inclusion", NEW."is_active", NEW."is_restricted", NEW."is_synthetic", NEW."kind", NEW."name", NEW."noun", NEW."objective_id", NEW."owner", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."rate_base", NEW."rolling_months", NEW."rules", NEW."source", NEW."unit"); RETURN NULL;',
                    hash="c69bdbbeb6f36c9a4a3a7477404c4990755a8d90",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7f25",
                    table="performance_measure",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="measure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "performance_measureevent" ("adds_up", "code", "definition", "group_id", "id", "improvement", "improvement_words", "inclusion", "is_active", "is_restricted", "is_synthetic", "kind", "name", "noun", "objective_id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rate_base", "rolling_months", "rules", "source", "unit") VALUES (OLD."adds_up", OLD."code", OLD."definition", OLD."group_id", OLD."id", OLD."improvement", OLD."improvement_words", OLD."inclusion", OLD."is_active", OLD."is_restricted", OLD."is_synthetic", OLD."kind", OLD."name", OLD."noun", OLD."objective_id", OLD."owner", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."rate_base", OLD."rolling_months", OLD."rules", OLD."source", OLD."unit"); RETURN NULL;',
                    hash="c5757fb95c12d0ba6e9bd99c2bd3eb86a4698612",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7f6b7",
                    table="performance_measure",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="topicgroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0543e3ffa3e21e6581fc6d26bff1cc230fc818e4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3d3ec",
                    table="performance_topicgroupevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
