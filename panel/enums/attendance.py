"""Who came to a meeting, what they declared, how they voted, and what became of its minutes."""

from django.db.models import TextChoices


class Presence(TextChoices):
    PRESENT = "present", "Present"
    APOLOGIES = "apologies", "Apologies"
    ABSENT = "absent", "Absent"


class DeclaredKind(TextChoices):
    PECUNIARY = "pecuniary", "Disclosable pecuniary interest"
    NON_PECUNIARY = "non_pecuniary", "Non-pecuniary interest"


class Ballot(TextChoices):
    FOR = "for", "For"
    AGAINST = "against", "Against"
    ABSTAINED = "abstained", "Abstained"


class MinutesState(TextChoices):
    DRAFT = "draft", "Draft"
    CONFIRMED = "confirmed", "Confirmed"
    SIGNED = "signed", "Signed"

    @property
    def colour(self) -> str:
        """Of its tag: draft, waiting or done."""
        return {MinutesState.DRAFT: "waiting"}.get(self, "done")


SETTLED = (MinutesState.CONFIRMED, MinutesState.SIGNED)  # what such minutes say is never changed
