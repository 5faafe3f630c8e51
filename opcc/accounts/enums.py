"""The roles a person can hold in the office, the Panel and the community."""

from django.db.models import TextChoices


class Role(TextChoices):
    """The value is the name of the group that carries the role's permissions."""

    COMMISSIONER = "commissioner", "Commissioner"
    CHIEF_EXECUTIVE = "chief_executive", "Chief executive and monitoring officer"
    TREASURER = "treasurer", "Treasurer"
    POLICY_OFFICER = "policy_officer", "Policy officer"
    GRANTS_OFFICER = "grants_officer", "Grants officer"
    PERFORMANCE_OFFICER = "performance_officer", "Performance officer"
    COMMUNICATIONS_OFFICER = "communications_officer", "Communications officer"
    PANEL_SUPPORT_OFFICER = "panel_support_officer", "Panel support officer"
    PANEL_MEMBER = "panel_member", "Panel member"
    AMBASSADOR = "ambassador", "Community Safety Ambassador"
    ASSESSOR = "assessor", "Assessor"
    APPLICANT = "applicant", "Applicant"


STAFF_ROLES = frozenset(
    {
        Role.COMMISSIONER,
        Role.CHIEF_EXECUTIVE,
        Role.TREASURER,
        Role.POLICY_OFFICER,
        Role.GRANTS_OFFICER,
        Role.PERFORMANCE_OFFICER,
        Role.COMMUNICATIONS_OFFICER,
        Role.PANEL_SUPPORT_OFFICER,
    }
)
SECOND_FACTOR_ROLES = STAFF_ROLES | {Role.PANEL_MEMBER}
