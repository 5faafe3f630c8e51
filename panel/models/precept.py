"""The Panel's review of the policing precept of one year."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import GreaterThanOrEqual

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import PreceptOpinion, SecondOpinion, VetoReason
from panel.models.letters import PanelLetter
from panel.models.meetings import PanelMeeting


def _amount(label: str) -> Any:
    return models.DecimalField(
        label, max_digits=8, decimal_places=2, null=True, blank=True, help_text="£ a year for a band D home."
    )


def _day(label: str) -> Any:
    return models.DateField(label, null=True, blank=True)


@tracked()
class PreceptReview(Provenance):
    """What happened to one year's precept between the notice and its issue; `panel.precept_clock` says what may."""

    year = models.PositiveSmallIntegerField(
        "year of the review", unique=True, help_text="2018 for the precept of the financial year 2018/19."
    )
    before = _amount("band D of the year before")
    notified_on = models.DateField("the Panel was notified on")
    proposed = models.DecimalField("proposed", max_digits=8, decimal_places=2, help_text="£ a year for a band D home.")
    meeting = models.ForeignKey(
        PanelMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="precept_reviews",
        verbose_name="reviewed at",
    )  # fmt: skip
    reported_on = _day("the Panel reported on")
    opinion = models.CharField("the Panel", max_length=10, choices=PreceptOpinion, blank=True)
    recommended = _amount("recommended by the Panel")
    veto_reason = models.CharField("the veto says that it is", max_length=8, choices=VetoReason, blank=True)
    votes = models.PositiveSmallIntegerField("votes for the veto", null=True, blank=True)
    members = models.PositiveSmallIntegerField("members of the Panel at the time", null=True, blank=True)
    report = models.ForeignKey(
        PanelLetter, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="letter that is the report",
    )  # fmt: skip
    responded_on = _day("the Commissioner responded on")
    revised = _amount("revised")
    second_meeting = models.ForeignKey(
        PanelMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="second_precept_reviews",
        verbose_name="reviewed again at",
    )  # fmt: skip
    reviewed_on = _day("the Panel reported again on")
    second_opinion = models.CharField(
        "of the revised precept, the Panel", max_length=8, choices=SecondOpinion, blank=True
    )
    responded_again_on = _day("the Commissioner responded again on")
    issued_on = _day("issued on")
    issued = _amount("issued")

    class Meta:
        verbose_name = "precept review"
        constraints = [
            models.CheckConstraint(
                condition=Q(proposed__gt=0) & (Q(issued=None) | Q(issued__gt=0)),
                name="panel_precept_amounts",
                violation_error_message="A precept is more than £0.",
            ),
            models.CheckConstraint(
                condition=Q(reported_on=None, opinion="") | (Q(reported_on__isnull=False) & ~Q(opinion="")),
                name="panel_precept_report_whole",
                violation_error_message="The Panel's report has its day and what it says.",
            ),
            models.CheckConstraint(
                condition=(Q(opinion="vetoes", votes__isnull=False, members__gte=1) & ~Q(veto_reason=""))
                | (~Q(opinion="vetoes") & Q(veto_reason="", votes=None, members=None)),
                name="panel_precept_veto_whole",
                violation_error_message="A veto says too high or too low, the votes for it and the number of members.",
            ),
            models.CheckConstraint(
                condition=Q(votes=None)
                | (Q(votes__lte=F("members")) & Q(GreaterThanOrEqual(F("votes") * 3, F("members") * 2))),
                name="panel_precept_veto_carried",
                violation_error_message="A veto takes the votes of two thirds of all who are members at the time.",
            ),
            models.CheckConstraint(
                condition=Q(revised=None)
                | Q(veto_reason="too high", revised__lt=F("proposed"))
                | Q(veto_reason="too low", revised__gt=F("proposed")),
                name="panel_precept_revised_the_right_way",
                violation_error_message="After 'too high' the revised precept is lower, after 'too low' it is higher.",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on=None, second_opinion="")
                | (Q(reviewed_on__isnull=False, revised__isnull=False) & ~Q(second_opinion="")),
                name="panel_precept_second_review_whole",
                violation_error_message="A second report has its day, what it says, and a revised precept before it.",
            ),
            models.CheckConstraint(
                condition=Q(issued_on=None, issued=None) | Q(issued_on__isnull=False, issued__isnull=False),
                name="panel_precept_issue_whole",
                violation_error_message="The precept that is issued has its day and its amount.",
            ),
            models.CheckConstraint(
                condition=(Q(reported_on=None) | Q(reported_on__gte=F("notified_on")))
                & (Q(responded_on=None) | Q(reported_on__isnull=False, responded_on__gte=F("reported_on")))
                & (Q(reviewed_on=None) | Q(responded_on__isnull=False, reviewed_on__gte=F("responded_on")))
                & (Q(responded_again_on=None) | Q(reviewed_on__isnull=False, responded_again_on__gte=F("reviewed_on"))),
                name="panel_precept_in_order",
                violation_error_message="Each step comes on or after the one that it answers.",
            ),
            models.CheckConstraint(
                condition=Q(issued_on=None)
                | Q(opinion="vetoes")
                | (Q(responded_on__isnull=False) & Q(issued_on__gte=F("responded_on"))),
                name="panel_precept_issued_after_response",
                violation_error_message="The precept is issued after the Commissioner's response to the Panel.",
            ),
        ]

    def __str__(self) -> str:
        return f"Precept {self.financial_year}"

    @property
    def financial_year(self) -> str:
        """'2018/19'."""
        return f"{self.year}/{(self.year + 1) % 100:02d}"
