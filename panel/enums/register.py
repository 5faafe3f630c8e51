"""Where a decision of the Commissioner stands, and which sections of the Freedom of Information Act keep one back."""

from django.db.models import TextChoices


class DecisionState(TextChoices):
    IN_PROGRESS = "in_progress", "In progress"
    DECIDED = "decided", "Decided"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def colour(self) -> str:
        """Of its tag: waiting, done or draft."""
        return {DecisionState.IN_PROGRESS: "waiting", DecisionState.DECIDED: "done"}.get(self, "draft")


class FoiSection(TextChoices):
    """An exemption of Part II of the Freedom of Information Act 2000. Not to be mixed up with Schedule 12A."""

    OTHER_MEANS = "21", "Section 21 (to be had by other means)"
    LATER = "22", "Section 22 (meant to be published later)"
    SECURITY = "24", "Section 24 (national security)"
    INVESTIGATIONS = "30", "Section 30 (investigations and proceedings)"
    ENFORCEMENT = "31", "Section 31 (law enforcement)"
    CONDUCT = "36", "Section 36 (the effective conduct of public affairs)"
    SAFETY = "38", "Section 38 (health and safety)"
    PERSONAL = "40(2)", "Section 40(2) (personal information)"
    CONFIDENCE = "41", "Section 41 (given in confidence)"
    LEGAL = "42", "Section 42 (legal professional privilege)"
    COMMERCIAL = "43", "Section 43 (commercial interests)"
    FORBIDDEN = "44", "Section 44 (disclosure is forbidden by law)"

    @property
    def about(self) -> str:
        """'section 40(2) (personal information)', within a sentence."""
        return f"s{str(self.label)[1:]}"
