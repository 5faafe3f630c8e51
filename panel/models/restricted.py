"""Restricted registers: confirmation hearings, and complaints about the Commissioner."""

from typing import Any

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import GreaterThanOrEqual

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import (
    Appointment,
    AppointmentDecision,
    ComplaintAbout,
    ComplaintKind,
    ComplaintOutcome,
    DisapplyGround,
    HearingOutcome,
)
from panel.models.meetings import PanelMeeting
from panel.models.refusing import refuse_if, steps


def _day(label: str, help_text: str = "") -> Any:
    return models.DateField(label, null=True, blank=True, help_text=help_text)


@tracked()
class ConfirmationHearing(Provenance):
    """The Panel's hearing of a candidate whom the Commissioner proposes to appoint."""

    post = models.CharField(max_length=20, choices=Appointment)
    candidate = models.CharField("candidate", max_length=150, help_text="Kept in this register alone.")
    notified_on = models.DateField("the Panel was notified on")
    ignored_from = _day("first day that does not count", "Of a post-election period.")
    ignored_to = _day("last day that does not count")
    meeting = models.ForeignKey(
        PanelMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="hearings",
        verbose_name="heard at", help_text="A meeting of the whole Panel in public. The report comes after it.",
    )  # fmt: skip
    outcome = models.CharField("the Panel", max_length=20, choices=HearingOutcome, blank=True)
    reported_on = _day("the Panel reported on")
    votes = models.PositiveSmallIntegerField("votes for the veto", null=True, blank=True)
    members = models.PositiveSmallIntegerField("members of the Panel at the time", null=True, blank=True)
    decision = models.CharField("the Commissioner's decision", max_length=20, choices=AppointmentDecision, blank=True)
    decided_on = _day("decided on")

    class Meta:
        verbose_name = "confirmation hearing"
        constraints = [
            models.CheckConstraint(
                condition=Q(ignored_from=None, ignored_to=None)
                | Q(ignored_from__isnull=False, ignored_to__isnull=False, ignored_to__gte=F("ignored_from")),
                name="panel_hearing_ignored_whole",
                violation_error_message="Give both ends of the time that does not count, the first day first.",
            ),
            models.CheckConstraint(
                condition=(Q(outcome__in=["", "no_report"]) & Q(reported_on=None))
                | (
                    Q(outcome__in=["recommends", "recommends_not", "vetoes"], reported_on__isnull=False)
                    & Q(reported_on__gte=F("notified_on"))
                ),
                name="panel_hearing_report_whole",
                violation_error_message="A report has its day, on or after the notice, and what it says.",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "no_report"]) | Q(meeting__isnull=False),
                name="panel_hearing_report_after_meeting",
                violation_error_message="The Panel reports on a candidate whom it heard. Choose the meeting.",
            ),
            models.CheckConstraint(
                condition=(~Q(outcome="vetoes") & Q(votes=None, members=None))
                | (
                    Q(outcome="vetoes", post="chief_constable", votes__isnull=False, members__isnull=False)
                    & Q(votes__lte=F("members"))
                    & Q(GreaterThanOrEqual(F("votes") * 3, F("members") * 2))
                ),
                name="panel_hearing_veto_carried",
                violation_error_message="Only a chief constable can be vetoed, by two thirds of all members.",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_on=None)
                | (~Q(decision="") & Q(decided_on__isnull=False) & (~Q(outcome="") | Q(decision="withdrawn"))),
                name="panel_hearing_decided_after_outcome",
                violation_error_message="The Commissioner decides after the Panel's report, on a day.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="vetoes") | ~Q(decision="appointed"),
                name="panel_hearing_vetoed_is_not_appointed",
                violation_error_message="A candidate whom the Panel vetoed is not appointed.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="heard_in_public",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=steps(
                    refuse_if(
                        """NEW.outcome NOT IN ('', 'no_report') AND NEW.meeting_id IS NOT NULL
                        AND NEW.reported_on >= NEW.notified_on AND NOT EXISTS (
                            SELECT 1 FROM panel_panelmeeting heard WHERE heard.id = NEW.meeting_id
                            AND heard.state = 'held' AND NOT heard.is_closed AND heard.group_id IS NULL
                            AND heard.held_on BETWEEN NEW.notified_on AND NEW.reported_on
                        )""",
                        "a candidate is heard at a meeting of the Panel in public, between the notice and the report",
                    ),
                    "RETURN NEW;",
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Hearing for {self.get_post_display().lower()}, notified {self.notified_on:%-d %B %Y}"


@tracked()
class ComplaintCase(Provenance):
    """A complaint about the Commissioner or the deputy. For the monitoring officer alone."""

    reference = models.CharField("number", max_length=20, unique=True, editable=False)
    about = models.CharField(max_length=15, choices=ComplaintAbout, default=ComplaintAbout.COMMISSIONER)
    received_on = models.DateField("received")
    complainant = models.CharField("from", max_length=150, blank=True, help_text="Empty: anonymous.")
    contact = models.CharField("how to reach them", max_length=250, blank=True)
    summary = models.TextField("what it is about")
    kind = models.CharField(max_length=12, choices=ComplaintKind, default=ComplaintKind.UNASSESSED)
    clear_on = _day("clear since", "The day on which it became clear that it is serious, or a conduct matter.")
    acknowledged_on = _day("acknowledged")
    referred_on = _day("referred to the national body")
    outcome = models.CharField(max_length=12, choices=ComplaintOutcome, blank=True)
    ground = models.CharField("why it is not taken further", max_length=15, choices=DisapplyGround, blank=True)
    ended_on = _day("ended")
    note = models.TextField("what was agreed or found", blank=True)

    class Meta:
        verbose_name = "complaint about the Commissioner"
        verbose_name_plural = "complaints about the Commissioner"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["serious", "conduct"], clear_on__isnull=False)
                | (~Q(kind__in=["serious", "conduct"]) & Q(clear_on=None, referred_on=None)),
                name="panel_complaint_clear_if_serious",
                violation_error_message="A serious complaint or conduct matter has the day on which that became clear.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", ended_on=None) | (~Q(outcome="") & Q(ended_on__isnull=False)),
                name="panel_complaint_end_whole",
                violation_error_message="What came of it has its day.",
            ),
            models.CheckConstraint(
                condition=(Q(outcome="disapplied") & ~Q(ground="")) | (~Q(outcome="disapplied") & Q(ground="")),
                name="panel_complaint_disapplied_has_ground",
                violation_error_message="Say why, if and only if it is not taken further.",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["serious", "conduct"])
                | ~Q(outcome__in=["resolved", "disapplied"])
                | Q(referred_on__isnull=False),
                name="panel_complaint_serious_is_referred",
                violation_error_message="A serious complaint or conduct matter is referred to the national body first.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="referred") | Q(referred_on__isnull=False),
                name="panel_complaint_referred_has_day",
                violation_error_message="Record the day on which it was referred.",
            ),
            models.CheckConstraint(
                condition=(Q(acknowledged_on=None) | Q(acknowledged_on__gte=F("received_on")))
                & (Q(referred_on=None) | Q(referred_on__gte=F("received_on")))
                & (Q(clear_on=None) | Q(clear_on__gte=F("received_on")))
                & (Q(ended_on=None) | Q(ended_on__gte=F("received_on"))),
                name="panel_complaint_in_order",
                violation_error_message="Nothing about a complaint comes before the day it was received.",
            ),
        ]

    def __str__(self) -> str:
        return f"Complaint {self.reference}"
