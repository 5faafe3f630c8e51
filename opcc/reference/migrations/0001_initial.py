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
    ]

    operations = [
        migrations.CreateModel(
            name="ClosedDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(unique=True)),
                ("reason", models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name="ForceArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(help_text="For example E23000017.", max_length=9, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("force_name", models.CharField(max_length=100, verbose_name="name of the police force")),
            ],
        ),
        migrations.CreateModel(
            name="Organisation",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("police", "Police"),
                            ("council", "Council"),
                            ("parish", "Parish or town council"),
                            ("health", "Health"),
                            ("criminal_justice", "Criminal justice"),
                            ("voluntary", "Voluntary or community"),
                            ("business", "Business"),
                            ("school", "School or college"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                ("website", models.URLField(blank=True)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="reference_organisation_name_once",
                        violation_error_message="There is an organisation of this name.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=150, unique=True)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
            ],
            options={
                "verbose_name": "Police and Crime Plan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="reference_plan_ends_after_start",
                        violation_error_message="The plan ends after it starts.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedDayEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("day", models.DateField()),
                ("reason", models.CharField(max_length=150)),
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
                        to="reference.closedday",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                ("post", models.CharField(blank=True, max_length=150)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("telephone", models.CharField(blank=True, max_length=40)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="reference.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ForceAreaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(help_text="For example E23000017.", max_length=9)),
                ("name", models.CharField(max_length=100)),
                ("force_name", models.CharField(max_length=100, verbose_name="name of the police force")),
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
                        to="reference.forcearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfficeProfile",
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
                    "name",
                    models.CharField(
                        help_text="For example: Office of the Police and Crime Commissioner", max_length=150
                    ),
                ),
                ("area_name", models.CharField(help_text="As it follows 'for': Westshire", max_length=100)),
                ("commissioner_name", models.CharField(max_length=150, verbose_name="Commissioner's name")),
                ("panel_name", models.CharField(max_length=150, verbose_name="name of the Police and Crime Panel")),
                ("address", models.TextField()),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True)),
                (
                    "report_contact",
                    models.CharField(help_text="The post named as contact on papers to the Panel.", max_length=150),
                ),
                (
                    "logo_text",
                    models.CharField(help_text="The words in the bar at the top of every page.", max_length=60),
                ),
                (
                    "brand_colour",
                    models.CharField(
                        default="#1d3d6b",
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9a-f]{6}$",
                                "Write the colour as # and six hexadecimal digits, for example #1d3d6b.",
                            )
                        ],
                    ),
                ),
                (
                    "report_due_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        help_text="Counted from the day of the forum.",
                        verbose_name="days until a forum report is due",
                    ),
                ),
                ("is_sample", models.BooleanField(default=False, editable=False, verbose_name="sample data")),
                (
                    "force_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reference.forcearea"
                    ),
                ),
            ],
            options={
                "verbose_name": "office profile",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)),
                        name="reference_officeprofile_one",
                        violation_error_message="There is one office.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("report_due_days__gte", 1), ("report_due_days__lte", 90)),
                        name="reference_officeprofile_due_days",
                        violation_error_message="A forum report is due 1 to 90 days after the forum.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("police", "Police"),
                            ("council", "Council"),
                            ("parish", "Parish or town council"),
                            ("health", "Health"),
                            ("criminal_justice", "Criminal justice"),
                            ("voluntary", "Voluntary or community"),
                            ("business", "Business"),
                            ("school", "School or college"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                ("website", models.URLField(blank=True)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
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
                        to="reference.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=150)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
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
                        to="reference.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanTheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=250)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="themes", to="reference.plan"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("plan", "number"), name="reference_plantheme_once")],
            },
        ),
        migrations.CreateModel(
            name="PolicingArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=100)),
                (
                    "force_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="policing_areas",
                        to="reference.forcearea",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ContactEvent",
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
                ("post", models.CharField(blank=True, max_length=150)),
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
                        to="reference.contact",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="District",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        help_text="For example E07000222.", max_length=9, unique=True, verbose_name="GSS code"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "force_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="districts", to="reference.forcearea"
                    ),
                ),
                (
                    "policing_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="districts",
                        to="reference.policingarea",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OfficeProfileEvent",
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
                    "name",
                    models.CharField(
                        help_text="For example: Office of the Police and Crime Commissioner", max_length=150
                    ),
                ),
                ("area_name", models.CharField(help_text="As it follows 'for': Westshire", max_length=100)),
                ("commissioner_name", models.CharField(max_length=150, verbose_name="Commissioner's name")),
                ("panel_name", models.CharField(max_length=150, verbose_name="name of the Police and Crime Panel")),
                ("address", models.TextField()),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True)),
                (
                    "report_contact",
                    models.CharField(help_text="The post named as contact on papers to the Panel.", max_length=150),
                ),
                (
                    "logo_text",
                    models.CharField(help_text="The words in the bar at the top of every page.", max_length=60),
                ),
                (
                    "brand_colour",
                    models.CharField(
                        default="#1d3d6b",
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9a-f]{6}$",
                                "Write the colour as # and six hexadecimal digits, for example #1d3d6b.",
                            )
                        ],
                    ),
                ),
                (
                    "report_due_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        help_text="Counted from the day of the forum.",
                        verbose_name="days until a forum report is due",
                    ),
                ),
                ("is_sample", models.BooleanField(default=False, editable=False, verbose_name="sample data")),
                (
                    "force_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.forcearea",
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
                        to="reference.officeprofile",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanObjective",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=250)),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="objectives", to="reference.plantheme"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("theme", "number"), name="reference_planobjective_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanThemeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=250)),
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
                        to="reference.plantheme",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PolicingAreaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=60)),
                ("name", models.CharField(max_length=100)),
                (
                    "force_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.forcearea",
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
                        to="reference.policingarea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DistrictEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(help_text="For example E07000222.", max_length=9, verbose_name="GSS code")),
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
                        to="reference.district",
                    ),
                ),
                (
                    "force_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.forcearea",
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
            name="PlanObjectiveEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=250)),
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
                        to="reference.planobjective",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.plantheme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanPriority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=250)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="priorities",
                        to="reference.planobjective",
                    ),
                ),
            ],
            options={
                "verbose_name": "priority for action",
                "verbose_name_plural": "priorities for action",
                "constraints": [
                    models.UniqueConstraint(fields=("objective", "number"), name="reference_planpriority_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on", None),
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="reference_planpriority_dates",
                        violation_error_message="The priority ends on or after the day it starts.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Population",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("residents", "Residents"), ("households", "Households")],
                        default="residents",
                        max_length=12,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("value", models.PositiveIntegerField(verbose_name="number")),
                ("source", models.CharField(max_length=200)),
                (
                    "district",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="populations", to="reference.district"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("district", "kind", "year"),
                        name="reference_population_once",
                        violation_error_message="This district has a figure for that year.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanPriorityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=250)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "objective",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.planobjective",
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
                        to="reference.planpriority",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PopulationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("residents", "Residents"), ("households", "Households")],
                        default="residents",
                        max_length=12,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("value", models.PositiveIntegerField(verbose_name="number")),
                ("source", models.CharField(max_length=200)),
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
                        to="reference.population",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="closedday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_closeddayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."day", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="9b5bd96b6a0c5541ef3cb874ac08ceaa4c3a2aec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fc3c3",
                    table="reference_closedday",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="closedday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_closeddayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."day", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="08d2b5b460592c3d3fc3b8bda97b350c63c18edf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f730c",
                    table="reference_closedday",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="closedday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_closeddayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."day", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;',
                    hash="168c6f34007726532d76f2fcba193610312c4952",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_927e2",
                    table="reference_closedday",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forcearea",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_forceareaevent" ("code", "force_name", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."force_name", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="607057cd032e27d25338ea2951606fbfc6d9dc5d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_804fe",
                    table="reference_forcearea",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forcearea",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_forceareaevent" ("code", "force_name", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."force_name", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="5b2613c896a2aa43a29021d6d98cecb13dbb7e5b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_85d91",
                    table="reference_forcearea",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="forcearea",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_forceareaevent" ("code", "force_name", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."force_name", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="0989a94c873978eec7c76fefc96c1d94350b9f64",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4187e",
                    table="reference_forcearea",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_organisationevent" ("email", "id", "is_synthetic", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "telephone", "website") VALUES (NEW."email", NEW."id", NEW."is_synthetic", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."telephone", NEW."website"); RETURN NULL;',
                    hash="aa59033c75794197867d7ecbfb7a511401b8ae95",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_97d36",
                    table="reference_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_organisationevent" ("email", "id", "is_synthetic", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "telephone", "website") VALUES (NEW."email", NEW."id", NEW."is_synthetic", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."telephone", NEW."website"); RETURN NULL;',
                    hash="d7b87e67aed815578c6694d6f3cb56e47f548d51",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_beaf0",
                    table="reference_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_organisationevent" ("email", "id", "is_synthetic", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "telephone", "website") VALUES (OLD."email", OLD."id", OLD."is_synthetic", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."telephone", OLD."website"); RETURN NULL;',
                    hash="29e8d64dbd15c410926494f3a5ac7c22078f0e47",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5dd04",
                    table="reference_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_planevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."title"); RETURN NULL;',
                    hash="fc17a86159f18f231fc64c8a0bab059c781483d3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_006d7",
                    table="reference_plan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_planevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."title"); RETURN NULL;',
                    hash="644f251b9c73eb091eadf11591df42753c6f7594",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9ef68",
                    table="reference_plan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_planevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."title"); RETURN NULL;',
                    hash="876258840f1bdc2b15008db3572de061ceb1d57a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81c1f",
                    table="reference_plan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="closeddayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="61986981a36838cca2f345030d7cff13a549c476",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8b9e5",
                    table="reference_closeddayevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="forceareaevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9f72c20a32069b1f6f662cdd88b19c8568e610ec",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c43f0",
                    table="reference_forceareaevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="officeprofile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_officeprofileevent" ("address", "area_name", "brand_colour", "commissioner_name", "email", "force_area_id", "id", "is_sample", "is_synthetic", "logo_text", "name", "panel_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_contact", "report_due_days", "source", "telephone", "website") VALUES (NEW."address", NEW."area_name", NEW."brand_colour", NEW."commissioner_name", NEW."email", NEW."force_area_id", NEW."id", NEW."is_sample", NEW."is_synthetic", NEW."logo_text", NEW."name", NEW."panel_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_contact", NEW."report_due_days", NEW."source", NEW."telephone", NEW."website"); RETURN NULL;',
                    hash="4cb62541e9374eeb8e0132ed2fdefdc4119c7a0b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9b854",
                    table="reference_officeprofile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officeprofile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_officeprofileevent" ("address", "area_name", "brand_colour", "commissioner_name", "email", "force_area_id", "id", "is_sample", "is_synthetic", "logo_text", "name", "panel_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_contact", "report_due_days", "source", "telephone", "website") VALUES (NEW."address", NEW."area_name", NEW."brand_colour", NEW."commissioner_name", NEW."email", NEW."force_area_id", NEW."id", NEW."is_sample", NEW."is_synthetic", NEW."logo_text", NEW."name", NEW."panel_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_contact", NEW."report_due_days", NEW."source", NEW."telephone", NEW."website"); RETURN NULL;',
                    hash="d588ce5e148c4f045dc0fc71652c2b5303563caa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b8418",
                    table="reference_officeprofile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officeprofile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_officeprofileevent" ("address", "area_name", "brand_colour", "commissioner_name", "email", "force_area_id", "id", "is_sample", "is_synthetic", "logo_text", "name", "panel_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_contact", "report_due_days", "source", "telephone", "website") VALUES (OLD."address", OLD."area_name", OLD."brand_colour", OLD."commissioner_name", OLD."email", OLD."force_area_id", OLD."id", OLD."is_sample", OLD."is_synthetic", OLD."logo_text", OLD."name", OLD."panel_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_contact", OLD."report_due_days", OLD."source", OLD."telephone", OLD."website"); RETURN NULL;',
                    hash="ce3727d9dcd36b62ef14954490c8108a059ed46e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_83e2e",
                    table="reference_officeprofile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officeprofileevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b436038c6a52ac4cc343d19f6163c95376cfeac0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7b810",
                    table="reference_officeprofileevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="49c537a7157fe42d69f984b9fb7718a4da8daf8f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_872d1",
                    table="reference_contactevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_contactevent" ("email", "id", "is_synthetic", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "source", "telephone") VALUES (NEW."email", NEW."id", NEW."is_synthetic", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post", NEW."source", NEW."telephone"); RETURN NULL;',
                    hash="6e12bc50b62471ee00870894933abc6f4dbb82fd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_22079",
                    table="reference_contact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_contactevent" ("email", "id", "is_synthetic", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "source", "telephone") VALUES (NEW."email", NEW."id", NEW."is_synthetic", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post", NEW."source", NEW."telephone"); RETURN NULL;',
                    hash="bc6d3b6780747afb2dfbb404aebaeac9534774d9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_15099",
                    table="reference_contact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_contactevent" ("email", "id", "is_synthetic", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "source", "telephone") VALUES (OLD."email", OLD."id", OLD."is_synthetic", OLD."name", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post", OLD."source", OLD."telephone"); RETURN NULL;',
                    hash="8009f39dcc1fea2aef5edeedf7df8d5fa9995bb2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e66a4",
                    table="reference_contact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="754437c68fb56520252aa6c4a1f22f1757f7cbdb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9ee9b",
                    table="reference_organisationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="planevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9bf18b1f118d207d4e3c6d1cb570047c5476e5be",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b34bd",
                    table="reference_planevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="planpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_planpriorityevent" ("ends_on", "id", "number", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", NEW."number", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."title"); RETURN NULL;',
                    hash="5794d223a5b8a8ccc3068b7ebd47a47cccff5b43",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6a519",
                    table="reference_planpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_planpriorityevent" ("ends_on", "id", "number", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", NEW."number", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."title"); RETURN NULL;',
                    hash="5f4b78ab44ce3345767f4438a318c18fb253d9bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_17296",
                    table="reference_planpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planpriority",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_planpriorityevent" ("ends_on", "id", "number", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (OLD."ends_on", OLD."id", OLD."number", OLD."objective_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."title"); RETURN NULL;',
                    hash="b3ae20dbf1310172c7d5e5b30291b4f34b9df8f7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75e6e",
                    table="reference_planpriority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planpriorityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="52e02abdbf3223b479fdd1119bfd59fab6b5b902",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5f114",
                    table="reference_planpriorityevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="plantheme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_planthemeevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "title") VALUES (NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."title"); RETURN NULL;',
                    hash="c28ebfd4eeb086d44f8c5c7e17925de8b66e0ebb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_63772",
                    table="reference_plantheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="plantheme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_planthemeevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "title") VALUES (NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."title"); RETURN NULL;',
                    hash="6dbd1034b763c33097877e06cc8a54d36d5c1623",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c70ff",
                    table="reference_plantheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="plantheme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_planthemeevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "title") VALUES (OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."title"); RETURN NULL;',
                    hash="997629628fa31dbccaf2f0c2395f35385ddc039b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5ac52",
                    table="reference_plantheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planobjectiveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="28f246b569379bf93e97d520b6a8d0cdce10d6ef",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8754d",
                    table="reference_planobjectiveevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="planobjective",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_planobjectiveevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "title") VALUES (NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."theme_id", NEW."title"); RETURN NULL;',
                    hash="cc3b21e9f6143f07a025abed48c223c5e89365ec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9e9a2",
                    table="reference_planobjective",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planobjective",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_planobjectiveevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "title") VALUES (NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."theme_id", NEW."title"); RETURN NULL;',
                    hash="6e00409c94a0290326c1538f6724a2c426d1db2d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d872b",
                    table="reference_planobjective",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planobjective",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_planobjectiveevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "title") VALUES (OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."theme_id", OLD."title"); RETURN NULL;',
                    hash="6aaece18b0dfba74e92919f91332efbce1607efa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8ce4a",
                    table="reference_planobjective",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planthemeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a3ac48357cc8eac8f058f5796d58b60ee1984a9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_980d8",
                    table="reference_planthemeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="policingarea",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_policingareaevent" ("code", "force_area_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."force_area_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="bb31e0d96ee5464e29a74e865b90c7209599219d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1db1d",
                    table="reference_policingarea",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="policingarea",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_policingareaevent" ("code", "force_area_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."force_area_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="08a2a66e1b07547a61dab48955dc64d917c17a50",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_caaba",
                    table="reference_policingarea",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="policingarea",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_policingareaevent" ("code", "force_area_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."force_area_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="3f4325e1d780bf2ddcf3000df532380d5f655d54",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4d71b",
                    table="reference_policingarea",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="districtevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="42358d5d0d7ca78c97956bb7b6601a4bd014e1ad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9fc9e",
                    table="reference_districtevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="district",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_districtevent" ("code", "force_area_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policing_area_id", "position") VALUES (NEW."code", NEW."force_area_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."policing_area_id", NEW."position"); RETURN NULL;',
                    hash="64023ddb98ed328166bb51c74b02dbc03fcf0a08",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_83d93",
                    table="reference_district",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="district",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_districtevent" ("code", "force_area_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policing_area_id", "position") VALUES (NEW."code", NEW."force_area_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."policing_area_id", NEW."position"); RETURN NULL;',
                    hash="53198a00c42a9fb1d99053bed3b731a89e7a2886",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a6a83",
                    table="reference_district",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="district",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_districtevent" ("code", "force_area_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policing_area_id", "position") VALUES (OLD."code", OLD."force_area_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."policing_area_id", OLD."position"); RETURN NULL;',
                    hash="d4de375de3edd071247854f3366ecf6918c935c1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f2027",
                    table="reference_district",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="policingareaevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8069a0f5a968bd7b9f76b26d16a5c778d3343259",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1d4d6",
                    table="reference_policingareaevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="population",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_populationevent" ("district_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value", "year") VALUES (NEW."district_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."value", NEW."year"); RETURN NULL;',
                    hash="e5724a874f8ece3d554b2f189cf5aae79cf56b79",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5eccc",
                    table="reference_population",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="population",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_populationevent" ("district_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value", "year") VALUES (NEW."district_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."value", NEW."year"); RETURN NULL;',
                    hash="0f4db7418b0b506abf48a66914d6a093bc461886",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_27680",
                    table="reference_population",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="population",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_populationevent" ("district_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value", "year") VALUES (OLD."district_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."value", OLD."year"); RETURN NULL;',
                    hash="66a57f17a76524da17e210842c7d6b845bdb5015",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_461af",
                    table="reference_population",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="populationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ea095fecad4d82f7bfb39495e9b10e5da985bbd7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4106b",
                    table="reference_populationevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
