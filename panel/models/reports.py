"""Reports to the Police and Crime Panel and their editions."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.quarters import Period, Quarter
from panel.enums import FROZEN, Audience, Exemption, ReportKind, ReportState
from panel.querysets import PanelReportQuerySet

FROZEN_STATES = ", ".join(f"'{state.value}'" for state in FROZEN)
REFUSE_FROZEN = f"""
    FOREACH report IN ARRAY ARRAY[
        CASE WHEN TG_OP <> 'INSERT' THEN OLD.report_id END,
        CASE WHEN TG_OP <> 'DELETE' THEN NEW.report_id END
    ] LOOP
        IF EXISTS (SELECT 1 FROM panel_quarterlyreport WHERE id = report AND state IN ({FROZEN_STATES})) THEN
            RAISE EXCEPTION 'the editions of an approved report are frozen' USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN COALESCE(NEW, OLD);
"""  # noqa: S608 -- constants of this file only


@tracked(exclude=("progress_done", "progress_total", "progress_text", "lease_until", "nudged_at"))
class QuarterlyReport(models.Model):
    """One version of a report to the Panel: the quarter's, or the year's on the ambassadors' scheme."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=ReportKind, default=ReportKind.QUARTERLY)
    year = models.PositiveSmallIntegerField(
        help_text="For a quarter, the year in which its financial year starts: 2017 for 2017-18."
    )
    quarter_number = models.PositiveSmallIntegerField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    change_note = models.CharField("what changed since the last version", max_length=500, blank=True)
    meeting_on = models.DateField("date of the Panel's meeting", null=True, blank=True)
    agenda_item = models.CharField("agenda item", max_length=20, blank=True)
    as_at = models.DateField(
        "position as at", null=True, blank=True, help_text="Empty: the day of the build, or the day the books closed."
    )
    exemption = models.CharField(
        "ground of the restricted edition", max_length=1, choices=Exemption, default=Exemption.CRIME
    )
    periods = models.CharField("the two periods compared", max_length=50, blank=True)
    state = models.CharField(max_length=12, choices=ReportState, default=ReportState.DRAFT)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    requested_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    nudged_at = models.DateTimeField(null=True, blank=True)  # when a worker was last told of it
    lease_until = models.DateTimeField(null=True, blank=True)
    progress_done = models.PositiveSmallIntegerField(default=0)
    progress_total = models.PositiveSmallIntegerField(default=0)
    progress_text = models.CharField(max_length=150, blank=True)
    failure = models.CharField("why the build failed", max_length=1000, blank=True)
    built_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PanelReportQuerySet.as_manager()

    class Meta:
        verbose_name = "report to the Panel"
        verbose_name_plural = "reports to the Panel"
        permissions = [
            ("request_quarterlyreport", "Can ask for a report to the Panel and build it again"),
            ("approve_quarterlyreport", "Can approve a report to the Panel"),
            ("issue_quarterlyreport", "Can issue a report to the Panel"),
            ("open_restricted_edition", "Can open the restricted edition of a report to the Panel"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "quarter_number", "version"],
                nulls_distinct=False,
                name="panel_report_version_once",
                violation_error_message="This version of the report exists.",
            ),
            models.UniqueConstraint(
                fields=["kind", "year", "quarter_number"],
                condition=Q(state__in=["draft", "queued", "building", "failed", "ready", "approved"]),
                nulls_distinct=False,
                name="panel_report_one_in_work",
                violation_error_message="A version of this report is in work. Finish or issue it first.",
            ),
            models.UniqueConstraint(
                fields=["kind", "year", "quarter_number"],
                condition=Q(state="issued"),
                nulls_distinct=False,
                name="panel_report_one_issued",
                violation_error_message="Another version of this report is the issued one.",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="quarterly", quarter_number__isnull=False, quarter_number__gte=1, quarter_number__lte=4
                )
                | (~Q(kind="quarterly") & Q(quarter_number=None)),
                name="panel_report_quarter_if_quarterly",
                violation_error_message="A quarterly report has its quarter, and no other has.",
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(change_note=""),
                name="panel_report_later_version_has_note",
                violation_error_message="Say what changed since the last version.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["approved", "issued", "superseded"], approved_at__isnull=False)
                | (~Q(state__in=["approved", "issued", "superseded"]) & Q(approved_at=None, approved_by=None)),
                name="panel_report_approved_all_or_none",
                violation_error_message="An approved report has the time it was approved.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["issued", "superseded"], issued_at__isnull=False)
                | (~Q(state__in=["issued", "superseded"]) & Q(issued_at=None, issued_by=None)),
                name="panel_report_issued_all_or_none",
                violation_error_message="An issued report has the time it was issued.",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(failure="")) | (~Q(state="failed") & Q(failure="")),
                name="panel_report_failure_has_reason",
                violation_error_message="A failed build has its reason, and no other has.",
            ),
            models.CheckConstraint(
                condition=(Q(state="building") & Q(lease_until__isnull=False))
                | (~Q(state="building") & Q(lease_until=None)),
                name="panel_report_lease_while_building",
                violation_error_message="A report has a lease while it is being built, and only then.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "queued", "building", "failed"]) | Q(built_at__isnull=False),
                name="panel_report_built_before_ready",
                violation_error_message="A report that is ready has the time it was built.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    @property
    def quarter(self) -> Quarter | None:
        """The financial quarter reported on; None for an annual report."""
        return Quarter(self.year, self.quarter_number) if self.quarter_number else None

    def versions(self) -> PanelReportQuerySet:
        """Every version of this report, itself too."""
        return QuarterlyReport.objects.about(kind=ReportKind(self.kind), quarter=self.quarter, year=self.year)

    @property
    def compared(self) -> tuple[Period, ...]:
        """The periods an annual report compares, where they were chosen."""
        return tuple(Period.parse(text) for text in self.periods.split())

    @property
    def ground(self) -> Exemption:
        """What the restricted edition rests on."""
        return Exemption(self.exemption)

    @property
    def title(self) -> str:
        """As lists name it; the title on the paper is composed with its contents."""
        if self.quarter is not None:
            return f"Quarterly report, {self.quarter.label}"
        return f"Community Safety Ambassadors: annual report {self.year}"


@tracked(exclude=("contents",))
class Edition(models.Model):
    """One edition of a report: its frozen contents and the PDF made from them.

    The public edition's contents come from a query that never selects restricted rows.
    """

    report = models.ForeignKey(QuarterlyReport, on_delete=models.PROTECT, related_name="editions")
    audience = models.CharField(max_length=10, choices=Audience)
    contents = models.JSONField()
    contents_sha256 = models.CharField(max_length=64)
    template_version = models.CharField(max_length=64)
    file = models.FileField(upload_to="panel/")
    pages = models.PositiveSmallIntegerField()
    size = models.PositiveIntegerField("bytes")
    sha256 = models.CharField(max_length=64)
    built_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "audience"],
                name="panel_edition_once",
                violation_error_message="This report has that edition.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_once_approved",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("report", "bigint")],
                func=REFUSE_FROZEN,
            )
        ]

    def __str__(self) -> str:
        return f"{self.report}, {self.get_audience_display().lower()} edition"

    @property
    def file_name(self) -> str:
        """What the PDF is called when it is saved: 'quarterly-report-2017-18Q3-public-v1.pdf'."""
        return f"{self.contents['name']}-{self.audience}-v{self.report.version}.pdf"
