import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import panel.publication
from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("panel", "0008_precept_and_registers"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="FoiExemption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("21", "Section 21 (to be had by other means)"),
                                ("22", "Section 22 (meant to be published later)"),
                                ("24", "Section 24 (national security)"),
                                ("30", "Section 30 (investigations and proceedings)"),
                                ("31", "Section 31 (law enforcement)"),
                                ("36", "Section 36 (the effective conduct of public affairs)"),
                                ("38", "Section 38 (health and safety)"),
                                ("40(2)", "Section 40(2) (personal information)"),
                                ("41", "Section 41 (given in confidence)"),
                                ("42", "Section 42 (legal professional privilege)"),
                                ("43", "Section 43 (commercial interests)"),
                                ("44", "Section 44 (disclosure is forbidden by law)"),
                            ],
                            max_length=5,
                        ),
                        size=None,
                        verbose_name="sections of the Freedom of Information Act",
                    ),
                ),
                (
                    "reasons",
                    models.TextField(
                        help_text="Why the section applies and, unless it is absolute, why the public interest is served.",
                        verbose_name="reasons",
                    ),
                ),
                (
                    "public_words",
                    models.CharField(
                        blank=True,
                        help_text="Stands in the list beside the number. It may stay empty.",
                        max_length=200,
                        verbose_name="what the public is told it is about",
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
                "verbose_name": "exemption from publication",
                "verbose_name_plural": "exemptions from publication",
                "permissions": [
                    ("open_foiexemption", "Can open decisions that are withheld"),
                    ("decide_foiexemption", "Can decide which decisions are withheld"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sections__len__gte", 1), models.Q(("reasons", ""), _negated=True)),
                        name="panel_foiexemption_has_grounds",
                        violation_error_message="Give the section of the Act and the reasons.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicationDuty",
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
                ("code", models.CharField(max_length=40, unique=True, verbose_name="what")),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="order")),
                (
                    "owner_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("commissioner", "Commissioner"),
                            ("chief_executive", "Chief executive and monitoring officer"),
                            ("treasurer", "Treasurer"),
                            ("policy_officer", "Policy officer"),
                            ("grants_officer", "Grants officer"),
                            ("performance_officer", "Performance officer"),
                            ("communications_officer", "Communications officer"),
                            ("panel_support_officer", "Panel support officer"),
                        ],
                        max_length=30,
                        verbose_name="role that looks after it",
                    ),
                ),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("monthly", "Every month"),
                            ("quarterly", "Every quarter"),
                            ("annually", "Every year"),
                            ("before_year", "Before each financial year"),
                            ("on_change", "When it changes"),
                        ],
                        max_length=12,
                        verbose_name="how often",
                    ),
                ),
                (
                    "changed_on",
                    models.DateField(
                        blank=True,
                        help_text="Of what is published when it changes.",
                        null=True,
                        verbose_name="changed on",
                    ),
                ),
                (
                    "set_aside_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it does not apply"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        help_text="A person of the office, or a role, one of the two.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked after by",
                    ),
                ),
            ],
            options={
                "verbose_name": "thing to publish",
                "verbose_name_plural": "things to publish",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("owner", None), ("owner_role", ""), _connector="OR"),
                        name="panel_duty_one_owner",
                        violation_error_message="Name a person or a role, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("frequency", panel.publication.Frequency["ON_CHANGE"]),
                            ("changed_on", None),
                            _connector="OR",
                        ),
                        name="panel_duty_changes",
                        violation_error_message="Only what is published when it changes has a day of the change.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommissionerTerm",
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
                    "prefix",
                    models.CharField(
                        help_text="Before the term in each number: WPCC.", max_length=10, verbose_name="letters"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="Counted from the first Commissioner: 1, 2, 3.", verbose_name="term"
                    ),
                ),
                (
                    "is_hyphenated",
                    models.BooleanField(
                        default=True,
                        help_text="WPCC3-0044. Without it: WPCC30044. Both are read.",
                        verbose_name="printed with a hyphen",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                (
                    "first_sequence",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="1, unless earlier ones stand in an older register.",
                        verbose_name="first number kept here",
                    ),
                ),
            ],
            options={
                "verbose_name": "term of the Commissioner",
                "verbose_name_plural": "terms of the Commissioner",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("prefix", "number"),
                        name="panel_commissionerterm_once",
                        violation_error_message="There is a record of this term.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("number__lte", 99), ("prefix__regex", "^[A-Z]{1,10}$")),
                        name="panel_commissionerterm_numbers",
                        violation_error_message="The letters are 1 to 10 capitals, and terms are counted from 1 to 99.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_sequence__gte", 1), ("first_sequence__lte", 9999)),
                        name="panel_commissionerterm_first",
                        violation_error_message="The register of a term has the numbers 1 to 9999.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommissionerTermEvent",
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
                    "prefix",
                    models.CharField(
                        help_text="Before the term in each number: WPCC.", max_length=10, verbose_name="letters"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="Counted from the first Commissioner: 1, 2, 3.", verbose_name="term"
                    ),
                ),
                (
                    "is_hyphenated",
                    models.BooleanField(
                        default=True,
                        help_text="WPCC3-0044. Without it: WPCC30044. Both are read.",
                        verbose_name="printed with a hyphen",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                (
                    "first_sequence",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="1, unless earlier ones stand in an older register.",
                        verbose_name="first number kept here",
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
                        to="panel.commissionerterm",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                ("sequence", models.PositiveSmallIntegerField(editable=False, verbose_name="place in the register")),
                ("reference", models.CharField(editable=False, max_length=20, unique=True, verbose_name="number")),
                ("title", models.CharField(max_length=200)),
                (
                    "summary",
                    models.TextField(
                        blank=True, help_text="What is decided and why, for somebody who reads nothing else."
                    ),
                ),
                (
                    "lead",
                    models.CharField(
                        blank=True, help_text="A post: Treasurer.", max_length=150, verbose_name="lead officer"
                    ),
                ),
                (
                    "registered_on",
                    models.DateField(
                        blank=True,
                        help_text="Or the day of the first paper that names it.",
                        null=True,
                        verbose_name="registered on",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("in_progress", "In progress"), ("decided", "Decided"), ("withdrawn", "Withdrawn")],
                        default="in_progress",
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="date of the decision")),
                ("is_force_business", models.BooleanField(default=False, verbose_name="business of the force")),
                (
                    "chief_officer_on",
                    models.DateField(
                        blank=True,
                        help_text="Of business of the force.",
                        null=True,
                        verbose_name="approved by the chief officer on",
                    ),
                ),
                (
                    "joint_with",
                    models.CharField(
                        blank=True, help_text="Another force or body.", max_length=150, verbose_name="made jointly with"
                    ),
                ),
                (
                    "is_significant",
                    models.BooleanField(
                        default=False,
                        help_text="Such decisions go before the Panel.",
                        verbose_name="significant public interest",
                    ),
                ),
                ("interests", models.TextField(blank=True, verbose_name="interests declared")),
                ("supporting", models.TextField(blank=True, verbose_name="supporting information")),
                ("withdrawn_reason", models.CharField(blank=True, max_length=500, verbose_name="why it was withdrawn")),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
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
                        related_name="decisions",
                        to="panel.recommendation",
                        verbose_name="recommendation of the Panel",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="panel.commissionerterm",
                    ),
                ),
                (
                    "exemption",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision",
                        to="panel.foiexemption",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector(
                                "reference", "title", config="english", weight="A"
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector("summary", config="english", weight="B"),
                            django.contrib.postgres.search.SearchConfig("english"),
                        ),
                        condition=models.Q(("exemption", None), ("published_at__isnull", False)),
                        name="panel_decision_search",
                    ),
                    models.Index(fields=["decided_on"], name="panel_decision_decided"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("term", "sequence"),
                        name="panel_decision_number_once",
                        violation_error_message="There is a decision of this number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sequence__gte", 1), ("sequence__lte", 9999)),
                        name="panel_decision_sequence",
                        violation_error_message="The register of a term has the numbers 1 to 9999.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="panel_decision_has_title",
                        violation_error_message="A decision has a title.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "in_progress"), _negated=True), ("decided_on", None), _connector="OR"
                        ),
                        name="panel_decision_in_progress_has_no_day",
                        violation_error_message="A decision in progress has no date yet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_force_business", True), ("chief_officer_on", None), _connector="OR"),
                        name="panel_decision_chief_officer_of_force_business",
                        violation_error_message="The chief officer approves business of the force only.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), models.Q(("withdrawn_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_reason", "")),
                            _connector="OR",
                        ),
                        name="panel_decision_withdrawn_has_reason",
                        violation_error_message="Give the reason if, and only if, the decision is withdrawn.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FoiExemptionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("21", "Section 21 (to be had by other means)"),
                                ("22", "Section 22 (meant to be published later)"),
                                ("24", "Section 24 (national security)"),
                                ("30", "Section 30 (investigations and proceedings)"),
                                ("31", "Section 31 (law enforcement)"),
                                ("36", "Section 36 (the effective conduct of public affairs)"),
                                ("38", "Section 38 (health and safety)"),
                                ("40(2)", "Section 40(2) (personal information)"),
                                ("41", "Section 41 (given in confidence)"),
                                ("42", "Section 42 (legal professional privilege)"),
                                ("43", "Section 43 (commercial interests)"),
                                ("44", "Section 44 (disclosure is forbidden by law)"),
                            ],
                            max_length=5,
                        ),
                        size=None,
                        verbose_name="sections of the Freedom of Information Act",
                    ),
                ),
                (
                    "reasons",
                    models.TextField(
                        help_text="Why the section applies and, unless it is absolute, why the public interest is served.",
                        verbose_name="reasons",
                    ),
                ),
                (
                    "public_words",
                    models.CharField(
                        blank=True,
                        help_text="Stands in the list beside the number. It may stay empty.",
                        max_length=200,
                        verbose_name="what the public is told it is about",
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
                        to="panel.foiexemption",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Publication",
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
                ("published_on", models.DateField(verbose_name="published on")),
                (
                    "about",
                    models.CharField(
                        blank=True, help_text="February 2018.", max_length=150, verbose_name="of which time or part"
                    ),
                ),
                (
                    "for_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="2018 for 2018/19.",
                        null=True,
                        verbose_name="for the financial year from 1 April",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                ("file", models.FileField(blank=True, upload_to="publications/")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name of the file")),
                ("content_type", models.CharField(blank=True, max_length=60)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("recorded_at", models.DateTimeField()),
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
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="log",
                        to="panel.publicationduty",
                        verbose_name="what",
                    ),
                ),
            ],
            options={
                "verbose_name": "publication",
                "indexes": [models.Index(fields=["duty", "-published_on"], name="panel_publication_latest")],
                "constraints": [
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
                        name="panel_publication_link_or_file",
                        violation_error_message="Give the address or a file as proof, one of the two.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("for_year", None),
                            models.Q(("for_year__gte", 2012), ("for_year__lte", 2100)),
                            _connector="OR",
                        ),
                        name="panel_publication_year",
                        violation_error_message="Write the year in which the financial year begins, as 2018.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicationDutyEvent",
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
                ("code", models.CharField(max_length=40, verbose_name="what")),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="order")),
                (
                    "owner_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("commissioner", "Commissioner"),
                            ("chief_executive", "Chief executive and monitoring officer"),
                            ("treasurer", "Treasurer"),
                            ("policy_officer", "Policy officer"),
                            ("grants_officer", "Grants officer"),
                            ("performance_officer", "Performance officer"),
                            ("communications_officer", "Communications officer"),
                            ("panel_support_officer", "Panel support officer"),
                        ],
                        max_length=30,
                        verbose_name="role that looks after it",
                    ),
                ),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("monthly", "Every month"),
                            ("quarterly", "Every quarter"),
                            ("annually", "Every year"),
                            ("before_year", "Before each financial year"),
                            ("on_change", "When it changes"),
                        ],
                        max_length=12,
                        verbose_name="how often",
                    ),
                ),
                (
                    "changed_on",
                    models.DateField(
                        blank=True,
                        help_text="Of what is published when it changes.",
                        null=True,
                        verbose_name="changed on",
                    ),
                ),
                (
                    "set_aside_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it does not apply"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="A person of the office, or a role, one of the two.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked after by",
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
                        to="panel.publicationduty",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DecisionAttachment",
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
                ("file", models.FileField(upload_to="decisions/")),
                ("name", models.CharField(max_length=150, verbose_name="name of the file")),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField()),
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
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="panel.decision"
                    ),
                ),
                (
                    "exemption",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachment",
                        to="panel.foiexemption",
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment of a decision",
                "verbose_name_plural": "attachments of decisions",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("file", ""), _negated=True),
                            models.Q(("sha256", ""), _negated=True),
                            ("size__gte", 1),
                        ),
                        name="panel_attachment_whole",
                        violation_error_message="An attachment has a title and its file.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionEvent",
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
                ("sequence", models.PositiveSmallIntegerField(editable=False, verbose_name="place in the register")),
                ("reference", models.CharField(editable=False, max_length=20, verbose_name="number")),
                ("title", models.CharField(max_length=200)),
                (
                    "summary",
                    models.TextField(
                        blank=True, help_text="What is decided and why, for somebody who reads nothing else."
                    ),
                ),
                (
                    "lead",
                    models.CharField(
                        blank=True, help_text="A post: Treasurer.", max_length=150, verbose_name="lead officer"
                    ),
                ),
                (
                    "registered_on",
                    models.DateField(
                        blank=True,
                        help_text="Or the day of the first paper that names it.",
                        null=True,
                        verbose_name="registered on",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("in_progress", "In progress"), ("decided", "Decided"), ("withdrawn", "Withdrawn")],
                        default="in_progress",
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="date of the decision")),
                ("is_force_business", models.BooleanField(default=False, verbose_name="business of the force")),
                (
                    "chief_officer_on",
                    models.DateField(
                        blank=True,
                        help_text="Of business of the force.",
                        null=True,
                        verbose_name="approved by the chief officer on",
                    ),
                ),
                (
                    "joint_with",
                    models.CharField(
                        blank=True, help_text="Another force or body.", max_length=150, verbose_name="made jointly with"
                    ),
                ),
                (
                    "is_significant",
                    models.BooleanField(
                        default=False,
                        help_text="Such decisions go before the Panel.",
                        verbose_name="significant public interest",
                    ),
                ),
                ("interests", models.TextField(blank=True, verbose_name="interests declared")),
                ("supporting", models.TextField(blank=True, verbose_name="supporting information")),
                ("withdrawn_reason", models.CharField(blank=True, max_length=500, verbose_name="why it was withdrawn")),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                        to="panel.decision",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
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
                        verbose_name="recommendation of the Panel",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.commissionerterm",
                    ),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.foiexemption",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublicationEvent",
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
                ("published_on", models.DateField(verbose_name="published on")),
                (
                    "about",
                    models.CharField(
                        blank=True, help_text="February 2018.", max_length=150, verbose_name="of which time or part"
                    ),
                ),
                (
                    "for_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="2018 for 2018/19.",
                        null=True,
                        verbose_name="for the financial year from 1 April",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                ("file", models.FileField(blank=True, upload_to="publications/")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name of the file")),
                ("content_type", models.CharField(blank=True, max_length=60)),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="bytes")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("recorded_at", models.DateTimeField()),
                (
                    "duty",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.publicationduty",
                        verbose_name="what",
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
                        to="panel.publication",
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
            name="DecisionAttachmentEvent",
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
                ("file", models.FileField(upload_to="decisions/")),
                ("name", models.CharField(max_length=150, verbose_name="name of the file")),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField()),
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
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.decision",
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
                        to="panel.decisionattachment",
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
                        to="panel.foiexemption",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="commissionerterm",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_once_in_use",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."prefix" IS DISTINCT FROM (NEW."prefix") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."is_hyphenated" IS DISTINCT FROM (NEW."is_hyphenated") OR OLD."first_sequence" IS DISTINCT FROM (NEW."first_sequence"))',
                    func="\n    IF EXISTS (SELECT 1 FROM panel_decision WHERE term_id = OLD.id) THEN\n        RAISE EXCEPTION 'decisions are numbered by this term' USING ERRCODE = 'restrict_violation';\n    END IF;\n    RETURN NEW;\n",
                    hash="fb58d606492b53cccf96d20d4e55301f5dc7005b",
                    operation='UPDATE OF "prefix", "number", "is_hyphenated", "first_sequence"',
                    pgid="pgtrigger_fixed_once_in_use_4d618",
                    table="panel_commissionerterm",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="commissionerterm",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_commissionertermevent" ("first_sequence", "id", "is_hyphenated", "is_synthetic", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "source", "starts_on") VALUES (NEW."first_sequence", NEW."id", NEW."is_hyphenated", NEW."is_synthetic", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prefix", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="675fe5a47b6f9639b36545fa390cbe630b386c00",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8498e",
                    table="panel_commissionerterm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="commissionerterm",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_commissionertermevent" ("first_sequence", "id", "is_hyphenated", "is_synthetic", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "source", "starts_on") VALUES (NEW."first_sequence", NEW."id", NEW."is_hyphenated", NEW."is_synthetic", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prefix", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="afe6d0b26ea2d042cd30aecf3dbc81547fb67a65",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2d511",
                    table="panel_commissionerterm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="commissionerterm",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_commissionertermevent" ("first_sequence", "id", "is_hyphenated", "is_synthetic", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "source", "starts_on") VALUES (OLD."first_sequence", OLD."id", OLD."is_hyphenated", OLD."is_synthetic", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prefix", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="82a7419c9dbbd6ff3216525f0e16c6ed98c6419c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e3723",
                    table="panel_commissionerterm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="commissionertermevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7256a8bc11b52a157c48011a6a7af2b069ca9b1b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_37695",
                    table="panel_commissionertermevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="foiexemption",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_foiexemptionevent" ("decided_at", "decided_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_words", "reasons", "review_on", "sections") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_words", NEW."reasons", NEW."review_on", NEW."sections"); RETURN NULL;',
                    hash="cbdc1be3e7fe921aaf0e85b988b41836fd06161a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e40f4",
                    table="panel_foiexemption",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="foiexemption",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_foiexemptionevent" ("decided_at", "decided_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_words", "reasons", "review_on", "sections") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_words", NEW."reasons", NEW."review_on", NEW."sections"); RETURN NULL;',
                    hash="bbb00f34d4b8cc5843370b2bf4f53019f74411e1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2ed82",
                    table="panel_foiexemption",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="foiexemption",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_foiexemptionevent" ("decided_at", "decided_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_words", "reasons", "review_on", "sections") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_words", OLD."reasons", OLD."review_on", OLD."sections"); RETURN NULL;',
                    hash="bf4874cfa7737c1c4321916f24d369c0fb7dfb84",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e7deb",
                    table="panel_foiexemption",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e69d1b249098df5af06154337a5776ad66e0a190",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_de766",
                    table="panel_decisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisionattachmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9da307b1a7e39566aa9d4d0733a7574d484dea1c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_461ed",
                    table="panel_decisionattachmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisionattachment",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256"))',
                    func="RAISE EXCEPTION 'an attachment keeps its file' USING ERRCODE = 'restrict_violation';",
                    hash="cd656134692bfd6bb35345dd775639aeb8827758",
                    operation="UPDATE",
                    pgid="pgtrigger_fixed_8a0a9",
                    table="panel_decisionattachment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisionattachment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_decisionattachmentevent" ("added_at", "added_by_id", "decision_id", "exemption_id", "file", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "size", "source", "title") VALUES (NEW."added_at", NEW."added_by_id", NEW."decision_id", NEW."exemption_id", NEW."file", NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."sha256", NEW."size", NEW."source", NEW."title"); RETURN NULL;',
                    hash="fb165b9f6b83973c73060585052f84582c53f880",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f67e8",
                    table="panel_decisionattachment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisionattachment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_decisionattachmentevent" ("added_at", "added_by_id", "decision_id", "exemption_id", "file", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "size", "source", "title") VALUES (NEW."added_at", NEW."added_by_id", NEW."decision_id", NEW."exemption_id", NEW."file", NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."sha256", NEW."size", NEW."source", NEW."title"); RETURN NULL;',
                    hash="d9777f10943c6787c2b4008c13fb1a1e573138c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1905d",
                    table="panel_decisionattachment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisionattachment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_decisionattachmentevent" ("added_at", "added_by_id", "decision_id", "exemption_id", "file", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "size", "source", "title") VALUES (OLD."added_at", OLD."added_by_id", OLD."decision_id", OLD."exemption_id", OLD."file", OLD."id", OLD."is_synthetic", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."sha256", OLD."size", OLD."source", OLD."title"); RETURN NULL;',
                    hash="bad45a4cb24e5b05507a32ec6bbc2caeae63d6fb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_238a8",
                    table="panel_decisionattachment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'decisions are never deleted' USING ERRCODE = 'restrict_violation';",
                    hash="fe74a33b56afc43764b49dda6013345070a87e00",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_34582",
                    table="panel_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."term_id" IS DISTINCT FROM (NEW."term_id") OR OLD."sequence" IS DISTINCT FROM (NEW."sequence") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'a decision keeps its number' USING ERRCODE = 'restrict_violation';",
                    hash="fd7f0dbaa45cbcec8ef189320c60cb0cf659c96a",
                    operation="UPDATE",
                    pgid="pgtrigger_fixed_562a2",
                    table="panel_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="follows",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF NEW.sequence < (SELECT first_sequence FROM panel_commissionerterm WHERE id = NEW.term_id) THEN\n        RAISE EXCEPTION 'this number stands in an older register' USING ERRCODE = 'check_violation';\n    END IF;\n    IF NEW.sequence > (SELECT first_sequence FROM panel_commissionerterm WHERE id = NEW.term_id)\n        AND NOT EXISTS (SELECT 1 FROM panel_decision WHERE term_id = NEW.term_id AND sequence = NEW.sequence - 1) THEN\n        RAISE EXCEPTION 'the number before this one is missing' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="155db31f3adc1ce009f70e4d920c3ec74eda5472",
                    operation="INSERT",
                    pgid="pgtrigger_follows_e7789",
                    table="panel_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_decisionevent" ("chief_officer_on", "decided_on", "exemption_id", "id", "interests", "is_force_business", "is_significant", "is_synthetic", "joint_with", "lead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "recommendation_id", "reference", "registered_on", "sequence", "source", "state", "summary", "supporting", "term_id", "title", "withdrawn_reason") VALUES (NEW."chief_officer_on", NEW."decided_on", NEW."exemption_id", NEW."id", NEW."interests", NEW."is_force_business", NEW."is_significant", NEW."is_synthetic", NEW."joint_with", NEW."lead", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."recommendation_id", NEW."reference", NEW."registered_on", NEW."sequence", NEW."source", NEW."state", NEW."summary", NEW."supporting", NEW."term_id", NEW."title", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="9e2a02d02878f803f63d4d33ced01f7c1b95ec69",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_234d8",
                    table="panel_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_decisionevent" ("chief_officer_on", "decided_on", "exemption_id", "id", "interests", "is_force_business", "is_significant", "is_synthetic", "joint_with", "lead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "recommendation_id", "reference", "registered_on", "sequence", "source", "state", "summary", "supporting", "term_id", "title", "withdrawn_reason") VALUES (NEW."chief_officer_on", NEW."decided_on", NEW."exemption_id", NEW."id", NEW."interests", NEW."is_force_business", NEW."is_significant", NEW."is_synthetic", NEW."joint_with", NEW."lead", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."recommendation_id", NEW."reference", NEW."registered_on", NEW."sequence", NEW."source", NEW."state", NEW."summary", NEW."supporting", NEW."term_id", NEW."title", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="65868896b179963813bda1701960526321d5e0bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2e2b9",
                    table="panel_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_decisionevent" ("chief_officer_on", "decided_on", "exemption_id", "id", "interests", "is_force_business", "is_significant", "is_synthetic", "joint_with", "lead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "recommendation_id", "reference", "registered_on", "sequence", "source", "state", "summary", "supporting", "term_id", "title", "withdrawn_reason") VALUES (OLD."chief_officer_on", OLD."decided_on", OLD."exemption_id", OLD."id", OLD."interests", OLD."is_force_business", OLD."is_significant", OLD."is_synthetic", OLD."joint_with", OLD."lead", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."recommendation_id", OLD."reference", OLD."registered_on", OLD."sequence", OLD."source", OLD."state", OLD."summary", OLD."supporting", OLD."term_id", OLD."title", OLD."withdrawn_reason"); RETURN NULL;',
                    hash="8f6e64a0ad69c81ca96cce430ee8cfab0bbda63a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7d295",
                    table="panel_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="foiexemptionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="672d5e8a7033f91ac5f1bd2ab2e7784a3fefe247",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a42d5",
                    table="panel_foiexemptionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicationduty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_publicationdutyevent" ("changed_on", "code", "frequency", "id", "is_synthetic", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "set_aside_reason", "source") VALUES (NEW."changed_on", NEW."code", NEW."frequency", NEW."id", NEW."is_synthetic", NEW."owner_id", NEW."owner_role", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."set_aside_reason", NEW."source"); RETURN NULL;',
                    hash="bde2ec1d781d6e6afdcf0719aef0e44b52a5fee8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_915ea",
                    table="panel_publicationduty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicationduty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_publicationdutyevent" ("changed_on", "code", "frequency", "id", "is_synthetic", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "set_aside_reason", "source") VALUES (NEW."changed_on", NEW."code", NEW."frequency", NEW."id", NEW."is_synthetic", NEW."owner_id", NEW."owner_role", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."set_aside_reason", NEW."source"); RETURN NULL;',
                    hash="58b8b3edddf4ba09e0b5d7ec905faf918ec8c84e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c3e57",
                    table="panel_publicationduty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicationduty",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_publicationdutyevent" ("changed_on", "code", "frequency", "id", "is_synthetic", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "set_aside_reason", "source") VALUES (OLD."changed_on", OLD."code", OLD."frequency", OLD."id", OLD."is_synthetic", OLD."owner_id", OLD."owner_role", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."set_aside_reason", OLD."source"); RETURN NULL;',
                    hash="0bf06c4ef7c57ec39d0baee95a36516435825131",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9191f",
                    table="panel_publicationduty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'publications are added to, never changed' USING ERRCODE = 'restrict_violation';",
                    hash="ea6b5888d8bdc9c83e592bf609053eb24d9055d3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7ecca",
                    table="panel_publication",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_publicationevent" ("about", "content_type", "duty_id", "file", "for_year", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published_on", "recorded_at", "recorded_by_id", "sha256", "size", "source", "url") VALUES (NEW."about", NEW."content_type", NEW."duty_id", NEW."file", NEW."for_year", NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."published_on", NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."size", NEW."source", NEW."url"); RETURN NULL;',
                    hash="345254ee4bd4f6dbea9cb319e70a964a80704133",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_19802",
                    table="panel_publication",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_publicationevent" ("about", "content_type", "duty_id", "file", "for_year", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published_on", "recorded_at", "recorded_by_id", "sha256", "size", "source", "url") VALUES (NEW."about", NEW."content_type", NEW."duty_id", NEW."file", NEW."for_year", NEW."id", NEW."is_synthetic", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."published_on", NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."size", NEW."source", NEW."url"); RETURN NULL;',
                    hash="f462f512b8c451e44564c11d2e10e161fb78b8c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1c5ee",
                    table="panel_publication",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_publicationevent" ("about", "content_type", "duty_id", "file", "for_year", "id", "is_synthetic", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published_on", "recorded_at", "recorded_by_id", "sha256", "size", "source", "url") VALUES (OLD."about", OLD."content_type", OLD."duty_id", OLD."file", OLD."for_year", OLD."id", OLD."is_synthetic", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."published_on", OLD."recorded_at", OLD."recorded_by_id", OLD."sha256", OLD."size", OLD."source", OLD."url"); RETURN NULL;',
                    hash="3aa01e87bf9e41b6c3f9cf3c1192ef8a6b5dc90b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4a752",
                    table="panel_publication",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicationdutyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="09aef97e3ad901a557a261659e9f6df0834e2d4e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c8d98",
                    table="panel_publicationdutyevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="57ba706afb71884a8bec6a698c6709d7c8b84679",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8ee20",
                    table="panel_publicationevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
