import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from opcc.core.migrating import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panel", "0007_public_questions"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="ComplaintCase",
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
                ("reference", models.CharField(editable=False, max_length=20, unique=True, verbose_name="number")),
                (
                    "about",
                    models.CharField(
                        choices=[("commissioner", "The Commissioner"), ("deputy", "The deputy commissioner")],
                        default="commissioner",
                        max_length=15,
                    ),
                ),
                ("received_on", models.DateField(verbose_name="received")),
                (
                    "complainant",
                    models.CharField(blank=True, help_text="Empty: anonymous.", max_length=150, verbose_name="from"),
                ),
                ("contact", models.CharField(blank=True, max_length=250, verbose_name="how to reach them")),
                ("summary", models.TextField(verbose_name="what it is about")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("unassessed", "Not assessed yet"),
                            ("serious", "Serious complaint"),
                            ("conduct", "Conduct matter"),
                            ("other", "Other complaint"),
                        ],
                        default="unassessed",
                        max_length=12,
                    ),
                ),
                (
                    "clear_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which it became clear that it is serious, or a conduct matter.",
                        null=True,
                        verbose_name="clear since",
                    ),
                ),
                ("acknowledged_on", models.DateField(blank=True, null=True, verbose_name="acknowledged")),
                ("referred_on", models.DateField(blank=True, null=True, verbose_name="referred to the national body")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resolved", "Resolved informally"),
                            ("disapplied", "Not taken further"),
                            ("referred", "Dealt with by the national body"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("old", "More than 12 months old"),
                            ("repetitious", "The same as an earlier one"),
                            ("vexatious", "Vexatious"),
                            ("anonymous", "Anonymous"),
                        ],
                        max_length=15,
                        verbose_name="why it is not taken further",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended")),
                ("note", models.TextField(blank=True, verbose_name="what was agreed or found")),
            ],
            options={
                "verbose_name": "complaint about the Commissioner",
                "verbose_name_plural": "complaints about the Commissioner",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("clear_on__isnull", False), ("kind__in", ["serious", "conduct"])),
                            models.Q(
                                models.Q(("kind__in", ["serious", "conduct"]), _negated=True),
                                ("clear_on", None),
                                ("referred_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="panel_complaint_clear_if_serious",
                        violation_error_message="A serious complaint or conduct matter has the day on which that became clear.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("outcome", "")),
                            models.Q(models.Q(("outcome", ""), _negated=True), ("ended_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="panel_complaint_end_whole",
                        violation_error_message="What came of it has its day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "disapplied"), models.Q(("ground", ""), _negated=True)),
                            models.Q(models.Q(("outcome", "disapplied"), _negated=True), ("ground", "")),
                            _connector="OR",
                        ),
                        name="panel_complaint_disapplied_has_ground",
                        violation_error_message="Say why, if and only if it is not taken further.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["serious", "conduct"]), _negated=True),
                            models.Q(("outcome__in", ["resolved", "disapplied"]), _negated=True),
                            ("referred_on__isnull", False),
                            _connector="OR",
                        ),
                        name="panel_complaint_serious_is_referred",
                        violation_error_message="A serious complaint or conduct matter is referred to the national body first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "referred"), _negated=True),
                            ("referred_on__isnull", False),
                            _connector="OR",
                        ),
                        name="panel_complaint_referred_has_day",
                        violation_error_message="Record the day on which it was referred.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("acknowledged_on", None),
                                ("acknowledged_on__gte", models.F("received_on")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("referred_on", None), ("referred_on__gte", models.F("received_on")), _connector="OR"
                            ),
                            models.Q(("clear_on", None), ("clear_on__gte", models.F("received_on")), _connector="OR"),
                            models.Q(("ended_on", None), ("ended_on__gte", models.F("received_on")), _connector="OR"),
                        ),
                        name="panel_complaint_in_order",
                        violation_error_message="Nothing about a complaint comes before the day it was received.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConfirmationHearing",
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
                    "post",
                    models.CharField(
                        choices=[
                            ("chief_constable", "Chief constable"),
                            ("chief_executive", "Chief executive"),
                            ("finance_officer", "Chief finance officer"),
                            ("deputy", "Deputy commissioner"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "candidate",
                    models.CharField(
                        help_text="Kept in this register alone.", max_length=150, verbose_name="candidate"
                    ),
                ),
                ("notified_on", models.DateField(verbose_name="the Panel was notified on")),
                (
                    "ignored_from",
                    models.DateField(
                        blank=True,
                        help_text="Of a post-election period.",
                        null=True,
                        verbose_name="first day that does not count",
                    ),
                ),
                ("ignored_to", models.DateField(blank=True, null=True, verbose_name="last day that does not count")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("recommends", "Recommends the appointment"),
                            ("recommends_not", "Recommends that the candidate is not appointed"),
                            ("vetoes", "Vetoes the appointment"),
                            ("no_report", "No report within three weeks"),
                        ],
                        max_length=20,
                        verbose_name="the Panel",
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="the Panel reported on")),
                ("votes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="votes for the veto")),
                (
                    "members",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="members of the Panel at the time"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("appointed", "Appointed"),
                            ("not_appointed", "Not appointed"),
                            ("withdrawn", "The candidate withdrew"),
                        ],
                        max_length=20,
                        verbose_name="the Commissioner's decision",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        help_text="A meeting in public.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="panel.panelmeeting",
                        verbose_name="heard at",
                    ),
                ),
            ],
            options={
                "verbose_name": "confirmation hearing",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ignored_from", None), ("ignored_to", None)),
                            models.Q(
                                ("ignored_from__isnull", False),
                                ("ignored_to__gte", models.F("ignored_from")),
                                ("ignored_to__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="panel_hearing_ignored_whole",
                        violation_error_message="Give both ends of the time that does not count, the first day first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome__in", ["", "no_report"]), ("reported_on", None)),
                            models.Q(
                                ("outcome__in", ["recommends", "recommends_not", "vetoes"]),
                                ("reported_on__isnull", False),
                                ("reported_on__gte", models.F("notified_on")),
                            ),
                            _connector="OR",
                        ),
                        name="panel_hearing_report_whole",
                        violation_error_message="A report has its day, on or after the notice, and what it says.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("outcome", "vetoes"), _negated=True), ("members", None), ("votes", None)
                            ),
                            models.Q(
                                ("members__isnull", False),
                                ("outcome", "vetoes"),
                                ("post", "chief_constable"),
                                ("votes__isnull", False),
                                ("votes__lte", models.F("members")),
                                django.db.models.lookups.GreaterThanOrEqual(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("votes"), "*", models.Value(3)
                                    ),
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("members"), "*", models.Value(2)
                                    ),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="panel_hearing_veto_carried",
                        violation_error_message="Only a chief constable can be vetoed, by two thirds of all members.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("decision", "")),
                            models.Q(
                                models.Q(("decision", ""), _negated=True),
                                ("decided_on__isnull", False),
                                models.Q(
                                    models.Q(("outcome", ""), _negated=True), ("decision", "withdrawn"), _connector="OR"
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="panel_hearing_decided_after_outcome",
                        violation_error_message="The Commissioner decides after the Panel's report, on a day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "vetoes"), _negated=True),
                            models.Q(("decision", "appointed"), _negated=True),
                            _connector="OR",
                        ),
                        name="panel_hearing_vetoed_is_not_appointed",
                        violation_error_message="A candidate whom the Panel vetoed is not appointed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PreceptReview",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="2018 for the precept of the financial year 2018/19.",
                        unique=True,
                        verbose_name="year of the review",
                    ),
                ),
                (
                    "before",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="£ a year for a band D home.",
                        max_digits=8,
                        null=True,
                        verbose_name="band D of the year before",
                    ),
                ),
                ("notified_on", models.DateField(verbose_name="the Panel was notified on")),
                (
                    "proposed",
                    models.DecimalField(
                        decimal_places=2, help_text="£ a year for a band D home.", max_digits=8, verbose_name="proposed"
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="the Panel reported on")),
                (
                    "opinion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("supports", "Supports it"),
                            ("recommends", "Supports it, with recommendations"),
                            ("objects", "Does not support it, without a veto"),
                            ("vetoes", "Vetoes it"),
                        ],
                        max_length=10,
                        verbose_name="the Panel",
                    ),
                ),
                (
                    "recommended",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="£ a year for a band D home.",
                        max_digits=8,
                        null=True,
                        verbose_name="recommended by the Panel",
                    ),
                ),
                (
                    "veto_reason",
                    models.CharField(
                        blank=True,
                        choices=[("too high", "Too high"), ("too low", "Too low")],
                        max_length=8,
                        verbose_name="the veto says that it is",
                    ),
                ),
                ("votes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="votes for the veto")),
                (
                    "members",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="members of the Panel at the time"
                    ),
                ),
                ("responded_on", models.DateField(blank=True, null=True, verbose_name="the Commissioner responded on")),
                (
                    "revised",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="£ a year for a band D home.",
                        max_digits=8,
                        null=True,
                        verbose_name="revised",
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="the Panel reported again on")),
                (
                    "second_opinion",
                    models.CharField(
                        blank=True,
                        choices=[("accepts", "Accepts it"), ("rejects", "Rejects it")],
                        max_length=8,
                        verbose_name="of the revised precept, the Panel",
                    ),
                ),
                (
                    "responded_again_on",
                    models.DateField(blank=True, null=True, verbose_name="the Commissioner responded again on"),
                ),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="issued on")),
                (
                    "issued",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="£ a year for a band D home.",
                        max_digits=8,
                        null=True,
                        verbose_name="issued",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="precept_reviews",
                        to="panel.panelmeeting",
                        verbose_name="reviewed at",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panel.panelletter",
                        verbose_name="letter that is the report",
                    ),
                ),
                (
                    "second_meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_precept_reviews",
                        to="panel.panelmeeting",
                        verbose_name="reviewed again at",
                    ),
                ),
            ],
            options={
                "verbose_name": "precept review",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("proposed__gt", 0), models.Q(("issued", None), ("issued__gt", 0), _connector="OR")
                        ),
                        name="panel_precept_amounts",
                        violation_error_message="A precept is more than £0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opinion", ""), ("reported_on", None)),
                            models.Q(("reported_on__isnull", False), models.Q(("opinion", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="panel_precept_report_whole",
                        violation_error_message="The Panel's report has its day and what it says.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("members__gte", 1),
                                ("opinion", "vetoes"),
                                ("votes__isnull", False),
                                models.Q(("veto_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("opinion", "vetoes"), _negated=True),
                                ("members", None),
                                ("veto_reason", ""),
                                ("votes", None),
                            ),
                            _connector="OR",
                        ),
                        name="panel_precept_veto_whole",
                        violation_error_message="A veto says too high or too low, the votes for it and the number of members.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("votes", None),
                            models.Q(
                                ("votes__lte", models.F("members")),
                                django.db.models.lookups.GreaterThanOrEqual(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("votes"), "*", models.Value(3)
                                    ),
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("members"), "*", models.Value(2)
                                    ),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="panel_precept_veto_carried",
                        violation_error_message="A veto takes the votes of two thirds of all who are members at the time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revised", None),
                            models.Q(("revised__lt", models.F("proposed")), ("veto_reason", "too high")),
                            models.Q(("revised__gt", models.F("proposed")), ("veto_reason", "too low")),
                            _connector="OR",
                        ),
                        name="panel_precept_revised_the_right_way",
                        violation_error_message="After 'too high' the revised precept is lower, after 'too low' it is higher.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_on", None), ("second_opinion", "")),
                            models.Q(
                                ("reviewed_on__isnull", False),
                                ("revised__isnull", False),
                                models.Q(("second_opinion", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="panel_precept_second_review_whole",
                        violation_error_message="A second report has its day, what it says, and a revised precept before it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("issued", None), ("issued_on", None)),
                            models.Q(("issued__isnull", False), ("issued_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="panel_precept_issue_whole",
                        violation_error_message="The precept that is issued has its day and its amount.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reported_on", None), ("reported_on__gte", models.F("notified_on")), _connector="OR"
                            ),
                            models.Q(
                                ("responded_on", None),
                                models.Q(
                                    ("reported_on__isnull", False), ("responded_on__gte", models.F("reported_on"))
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("reviewed_on", None),
                                models.Q(
                                    ("responded_on__isnull", False), ("reviewed_on__gte", models.F("responded_on"))
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("responded_again_on", None),
                                models.Q(
                                    ("responded_again_on__gte", models.F("reviewed_on")), ("reviewed_on__isnull", False)
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="panel_precept_in_order",
                        violation_error_message="Each step comes on or after the one that it answers.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("issued_on", None),
                            ("opinion", "vetoes"),
                            models.Q(("responded_on__isnull", False), ("issued_on__gte", models.F("responded_on"))),
                            _connector="OR",
                        ),
                        name="panel_precept_issued_after_response",
                        violation_error_message="The precept is issued after the Commissioner's response to the Panel.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComplaintCaseEvent",
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
                ("reference", models.CharField(editable=False, max_length=20, verbose_name="number")),
                (
                    "about",
                    models.CharField(
                        choices=[("commissioner", "The Commissioner"), ("deputy", "The deputy commissioner")],
                        default="commissioner",
                        max_length=15,
                    ),
                ),
                ("received_on", models.DateField(verbose_name="received")),
                (
                    "complainant",
                    models.CharField(blank=True, help_text="Empty: anonymous.", max_length=150, verbose_name="from"),
                ),
                ("contact", models.CharField(blank=True, max_length=250, verbose_name="how to reach them")),
                ("summary", models.TextField(verbose_name="what it is about")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("unassessed", "Not assessed yet"),
                            ("serious", "Serious complaint"),
                            ("conduct", "Conduct matter"),
                            ("other", "Other complaint"),
                        ],
                        default="unassessed",
                        max_length=12,
                    ),
                ),
                (
                    "clear_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which it became clear that it is serious, or a conduct matter.",
                        null=True,
                        verbose_name="clear since",
                    ),
                ),
                ("acknowledged_on", models.DateField(blank=True, null=True, verbose_name="acknowledged")),
                ("referred_on", models.DateField(blank=True, null=True, verbose_name="referred to the national body")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resolved", "Resolved informally"),
                            ("disapplied", "Not taken further"),
                            ("referred", "Dealt with by the national body"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("old", "More than 12 months old"),
                            ("repetitious", "The same as an earlier one"),
                            ("vexatious", "Vexatious"),
                            ("anonymous", "Anonymous"),
                        ],
                        max_length=15,
                        verbose_name="why it is not taken further",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended")),
                ("note", models.TextField(blank=True, verbose_name="what was agreed or found")),
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
                        to="panel.complaintcase",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConfirmationHearingEvent",
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
                    "post",
                    models.CharField(
                        choices=[
                            ("chief_constable", "Chief constable"),
                            ("chief_executive", "Chief executive"),
                            ("finance_officer", "Chief finance officer"),
                            ("deputy", "Deputy commissioner"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "candidate",
                    models.CharField(
                        help_text="Kept in this register alone.", max_length=150, verbose_name="candidate"
                    ),
                ),
                ("notified_on", models.DateField(verbose_name="the Panel was notified on")),
                (
                    "ignored_from",
                    models.DateField(
                        blank=True,
                        help_text="Of a post-election period.",
                        null=True,
                        verbose_name="first day that does not count",
                    ),
                ),
                ("ignored_to", models.DateField(blank=True, null=True, verbose_name="last day that does not count")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("recommends", "Recommends the appointment"),
                            ("recommends_not", "Recommends that the candidate is not appointed"),
                            ("vetoes", "Vetoes the appointment"),
                            ("no_report", "No report within three weeks"),
                        ],
                        max_length=20,
                        verbose_name="the Panel",
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="the Panel reported on")),
                ("votes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="votes for the veto")),
                (
                    "members",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="members of the Panel at the time"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("appointed", "Appointed"),
                            ("not_appointed", "Not appointed"),
                            ("withdrawn", "The candidate withdrew"),
                        ],
                        max_length=20,
                        verbose_name="the Commissioner's decision",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="A meeting in public.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                        verbose_name="heard at",
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
                        to="panel.confirmationhearing",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PreceptReviewEvent",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="2018 for the precept of the financial year 2018/19.",
                        verbose_name="year of the review",
                    ),
                ),
                (
                    "before",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="£ a year for a band D home.",
                        max_digits=8,
                        null=True,
                        verbose_name="band D of the year before",
                    ),
                ),
                ("notified_on", models.DateField(verbose_name="the Panel was notified on")),
                (
                    "proposed",
                    models.DecimalField(
                        decimal_places=2, help_text="£ a year for a band D home.", max_digits=8, verbose_name="proposed"
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="the Panel reported on")),
                (
                    "opinion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("supports", "Supports it"),
                            ("recommends", "Supports it, with recommendations"),
                            ("objects", "Does not support it, without a veto"),
                            ("vetoes", "Vetoes it"),
                        ],
                        max_length=10,
                        verbose_name="the Panel",
                    ),
                ),
                (
                    "recommended",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="£ a year for a band D home.",
                        max_digits=8,
                        null=True,
                        verbose_name="recommended by the Panel",
                    ),
                ),
                (
                    "veto_reason",
                    models.CharField(
                        blank=True,
                        choices=[("too high", "Too high"), ("too low", "Too low")],
                        max_length=8,
                        verbose_name="the veto says that it is",
                    ),
                ),
                ("votes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="votes for the veto")),
                (
                    "members",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="members of the Panel at the time"
                    ),
                ),
                ("responded_on", models.DateField(blank=True, null=True, verbose_name="the Commissioner responded on")),
                (
                    "revised",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="£ a year for a band D home.",
                        max_digits=8,
                        null=True,
                        verbose_name="revised",
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="the Panel reported again on")),
                (
                    "second_opinion",
                    models.CharField(
                        blank=True,
                        choices=[("accepts", "Accepts it"), ("rejects", "Rejects it")],
                        max_length=8,
                        verbose_name="of the revised precept, the Panel",
                    ),
                ),
                (
                    "responded_again_on",
                    models.DateField(blank=True, null=True, verbose_name="the Commissioner responded again on"),
                ),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="issued on")),
                (
                    "issued",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="£ a year for a band D home.",
                        max_digits=8,
                        null=True,
                        verbose_name="issued",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                        verbose_name="reviewed at",
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
                        to="panel.preceptreview",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelletter",
                        verbose_name="letter that is the report",
                    ),
                ),
                (
                    "second_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panel.panelmeeting",
                        verbose_name="reviewed again at",
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
            name="acknowledge_days",
            field=models.PositiveSmallIntegerField(default=5, verbose_name="working days to acknowledge a complaint"),
        ),
        migrations.AddField(
            model_name="panelrules",
            name="complaint_weeks",
            field=models.PositiveSmallIntegerField(default=8, verbose_name="weeks in which a complaint should end"),
        ),
        migrations.AddField(
            model_name="panelrulesevent",
            name="acknowledge_days",
            field=models.PositiveSmallIntegerField(default=5, verbose_name="working days to acknowledge a complaint"),
        ),
        migrations.AddField(
            model_name="panelrulesevent",
            name="complaint_weeks",
            field=models.PositiveSmallIntegerField(default=8, verbose_name="weeks in which a complaint should end"),
        ),
        AddTrigger(
            model_name="panelrules",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_panelrulesevent" ("acknowledge_days", "clear_days", "complaint_weeks", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_close", "questions_each", "quorum_divisor", "starts_at") VALUES (NEW."acknowledge_days", NEW."clear_days", NEW."complaint_weeks", NEW."counting", NEW."id", NEW."minutes_each", NEW."minutes_in_all", NEW."office_closes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question_days", NEW."questions_close", NEW."questions_each", NEW."quorum_divisor", NEW."starts_at"); RETURN NULL;',
                    hash="b2cfe9b530586f4530cddbca72d82f005a863783",
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
                    func='INSERT INTO "panel_panelrulesevent" ("acknowledge_days", "clear_days", "complaint_weeks", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_close", "questions_each", "quorum_divisor", "starts_at") VALUES (NEW."acknowledge_days", NEW."clear_days", NEW."complaint_weeks", NEW."counting", NEW."id", NEW."minutes_each", NEW."minutes_in_all", NEW."office_closes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question_days", NEW."questions_close", NEW."questions_each", NEW."quorum_divisor", NEW."starts_at"); RETURN NULL;',
                    hash="6cba949d58ee857e525edfaae69fc831b794d87f",
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
                    func='INSERT INTO "panel_panelrulesevent" ("acknowledge_days", "clear_days", "complaint_weeks", "counting", "id", "minutes_each", "minutes_in_all", "office_closes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_days", "questions_close", "questions_each", "quorum_divisor", "starts_at") VALUES (OLD."acknowledge_days", OLD."clear_days", OLD."complaint_weeks", OLD."counting", OLD."id", OLD."minutes_each", OLD."minutes_in_all", OLD."office_closes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question_days", OLD."questions_close", OLD."questions_each", OLD."quorum_divisor", OLD."starts_at"); RETURN NULL;',
                    hash="31d8cb47235db514add93ed5eac15e50e9acaf70",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_286ff",
                    table="panel_panelrules",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="panelrules",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("acknowledge_days__gte", 1), ("acknowledge_days__lte", 20), ("complaint_weeks__gte", 1)
                ),
                name="panel_rules_complaints",
                violation_error_message="A complaint takes 1 to 20 working days to acknowledge, 1 week or more in all.",
            ),
        ),
        AddTrigger(
            model_name="complaintcase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_complaintcaseevent" ("about", "acknowledged_on", "clear_on", "complainant", "contact", "ended_on", "ground", "id", "is_synthetic", "kind", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "reference", "referred_on", "source", "summary") VALUES (NEW."about", NEW."acknowledged_on", NEW."clear_on", NEW."complainant", NEW."contact", NEW."ended_on", NEW."ground", NEW."id", NEW."is_synthetic", NEW."kind", NEW."note", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_on", NEW."reference", NEW."referred_on", NEW."source", NEW."summary"); RETURN NULL;',
                    hash="851e2ce7aaa0a50a986e2c7c42cbaa0809005c45",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7401a",
                    table="panel_complaintcase",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="complaintcase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_complaintcaseevent" ("about", "acknowledged_on", "clear_on", "complainant", "contact", "ended_on", "ground", "id", "is_synthetic", "kind", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "reference", "referred_on", "source", "summary") VALUES (NEW."about", NEW."acknowledged_on", NEW."clear_on", NEW."complainant", NEW."contact", NEW."ended_on", NEW."ground", NEW."id", NEW."is_synthetic", NEW."kind", NEW."note", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_on", NEW."reference", NEW."referred_on", NEW."source", NEW."summary"); RETURN NULL;',
                    hash="99be72f906a59e749eb10bc755c6ee38c421018c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d7446",
                    table="panel_complaintcase",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="complaintcase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_complaintcaseevent" ("about", "acknowledged_on", "clear_on", "complainant", "contact", "ended_on", "ground", "id", "is_synthetic", "kind", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "reference", "referred_on", "source", "summary") VALUES (OLD."about", OLD."acknowledged_on", OLD."clear_on", OLD."complainant", OLD."contact", OLD."ended_on", OLD."ground", OLD."id", OLD."is_synthetic", OLD."kind", OLD."note", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."received_on", OLD."reference", OLD."referred_on", OLD."source", OLD."summary"); RETURN NULL;',
                    hash="3b72a57bb455b3dc4d9bc9e70b8a879c3057936c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_56e46",
                    table="panel_complaintcase",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="complaintcaseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="624eb6371a73e2d87a20606924140ab83f7fd505",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0f6b4",
                    table="panel_complaintcaseevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmationhearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_confirmationhearingevent" ("candidate", "decided_on", "decision", "id", "ignored_from", "ignored_to", "is_synthetic", "meeting_id", "members", "notified_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "reported_on", "source", "votes") VALUES (NEW."candidate", NEW."decided_on", NEW."decision", NEW."id", NEW."ignored_from", NEW."ignored_to", NEW."is_synthetic", NEW."meeting_id", NEW."members", NEW."notified_on", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post", NEW."reported_on", NEW."source", NEW."votes"); RETURN NULL;',
                    hash="a66bd186a77e383fbb66ccb2e976579bd35c5d30",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c836",
                    table="panel_confirmationhearing",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmationhearing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_confirmationhearingevent" ("candidate", "decided_on", "decision", "id", "ignored_from", "ignored_to", "is_synthetic", "meeting_id", "members", "notified_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "reported_on", "source", "votes") VALUES (NEW."candidate", NEW."decided_on", NEW."decision", NEW."id", NEW."ignored_from", NEW."ignored_to", NEW."is_synthetic", NEW."meeting_id", NEW."members", NEW."notified_on", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post", NEW."reported_on", NEW."source", NEW."votes"); RETURN NULL;',
                    hash="81b300481bfd57476a566c4d92718dd7e7936353",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8944a",
                    table="panel_confirmationhearing",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmationhearing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_confirmationhearingevent" ("candidate", "decided_on", "decision", "id", "ignored_from", "ignored_to", "is_synthetic", "meeting_id", "members", "notified_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "reported_on", "source", "votes") VALUES (OLD."candidate", OLD."decided_on", OLD."decision", OLD."id", OLD."ignored_from", OLD."ignored_to", OLD."is_synthetic", OLD."meeting_id", OLD."members", OLD."notified_on", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post", OLD."reported_on", OLD."source", OLD."votes"); RETURN NULL;',
                    hash="bf15f90431904ff243ed3f8a24c82924488458cc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d03b1",
                    table="panel_confirmationhearing",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmationhearingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2245d52f702ce700a4a0621d55d45becb369faee",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aa62c",
                    table="panel_confirmationhearingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="preceptreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_preceptreviewevent" ("before", "id", "is_synthetic", "issued", "issued_on", "meeting_id", "members", "notified_on", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "recommended", "report_id", "reported_on", "responded_again_on", "responded_on", "reviewed_on", "revised", "second_meeting_id", "second_opinion", "source", "veto_reason", "votes", "year") VALUES (NEW."before", NEW."id", NEW."is_synthetic", NEW."issued", NEW."issued_on", NEW."meeting_id", NEW."members", NEW."notified_on", NEW."opinion", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed", NEW."recommended", NEW."report_id", NEW."reported_on", NEW."responded_again_on", NEW."responded_on", NEW."reviewed_on", NEW."revised", NEW."second_meeting_id", NEW."second_opinion", NEW."source", NEW."veto_reason", NEW."votes", NEW."year"); RETURN NULL;',
                    hash="1e63f52f42e5695aa95865dee5645761d7c76723",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7769a",
                    table="panel_preceptreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preceptreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panel_preceptreviewevent" ("before", "id", "is_synthetic", "issued", "issued_on", "meeting_id", "members", "notified_on", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "recommended", "report_id", "reported_on", "responded_again_on", "responded_on", "reviewed_on", "revised", "second_meeting_id", "second_opinion", "source", "veto_reason", "votes", "year") VALUES (NEW."before", NEW."id", NEW."is_synthetic", NEW."issued", NEW."issued_on", NEW."meeting_id", NEW."members", NEW."notified_on", NEW."opinion", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed", NEW."recommended", NEW."report_id", NEW."reported_on", NEW."responded_again_on", NEW."responded_on", NEW."reviewed_on", NEW."revised", NEW."second_meeting_id", NEW."second_opinion", NEW."source", NEW."veto_reason", NEW."votes", NEW."year"); RETURN NULL;',
                    hash="69c9c4b1325236eca7eaece8af0e52c13caf22ef",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a321d",
                    table="panel_preceptreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preceptreview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panel_preceptreviewevent" ("before", "id", "is_synthetic", "issued", "issued_on", "meeting_id", "members", "notified_on", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "recommended", "report_id", "reported_on", "responded_again_on", "responded_on", "reviewed_on", "revised", "second_meeting_id", "second_opinion", "source", "veto_reason", "votes", "year") VALUES (OLD."before", OLD."id", OLD."is_synthetic", OLD."issued", OLD."issued_on", OLD."meeting_id", OLD."members", OLD."notified_on", OLD."opinion", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed", OLD."recommended", OLD."report_id", OLD."reported_on", OLD."responded_again_on", OLD."responded_on", OLD."reviewed_on", OLD."revised", OLD."second_meeting_id", OLD."second_opinion", OLD."source", OLD."veto_reason", OLD."votes", OLD."year"); RETURN NULL;',
                    hash="29c3e97f8ff754e2f21478a60245c1d52db556d5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1a7e2",
                    table="panel_preceptreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preceptreviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c2094beed8122dec51a7763427a06704f7f7482e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ba160",
                    table="panel_preceptreviewevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
