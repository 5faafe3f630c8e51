"""Confirmation hearings and complaints about the Commissioner."""

from django.db.models import TextChoices


class Appointment(TextChoices):
    CHIEF_CONSTABLE = "chief_constable", "Chief constable"
    CHIEF_EXECUTIVE = "chief_executive", "Chief executive"
    FINANCE_OFFICER = "finance_officer", "Chief finance officer"
    DEPUTY = "deputy", "Deputy commissioner"


class HearingOutcome(TextChoices):
    RECOMMENDS = "recommends", "Recommends the appointment"
    RECOMMENDS_NOT = "recommends_not", "Recommends that the candidate is not appointed"
    VETOES = "vetoes", "Vetoes the appointment"
    NO_REPORT = "no_report", "No report within three weeks"


class AppointmentDecision(TextChoices):
    APPOINTED = "appointed", "Appointed"
    NOT_APPOINTED = "not_appointed", "Not appointed"
    WITHDRAWN = "withdrawn", "The candidate withdrew"


class ComplaintAbout(TextChoices):
    COMMISSIONER = "commissioner", "The Commissioner"
    DEPUTY = "deputy", "The deputy commissioner"


class ComplaintKind(TextChoices):
    UNASSESSED = "unassessed", "Not assessed yet"
    SERIOUS = "serious", "Serious complaint"
    CONDUCT = "conduct", "Conduct matter"
    OTHER = "other", "Other complaint"


MUST_BE_REFERRED = (ComplaintKind.SERIOUS, ComplaintKind.CONDUCT)


class ComplaintOutcome(TextChoices):
    RESOLVED = "resolved", "Resolved informally"
    DISAPPLIED = "disapplied", "Not taken further"
    REFERRED = "referred", "Dealt with by the national body"
    WITHDRAWN = "withdrawn", "Withdrawn"


class DisapplyGround(TextChoices):
    OLD = "old", "More than 12 months old"
    REPETITIOUS = "repetitious", "The same as an earlier one"
    VEXATIOUS = "vexatious", "Vexatious"
    ANONYMOUS = "anonymous", "Anonymous"
