"""To whom a recommendation goes, what is answered to it, and what becomes of it and of its actions."""

from django.db.models import TextChoices


class Recipient(TextChoices):
    COMMISSIONER = "commissioner", "The Commissioner"
    CHIEF_CONSTABLE = "chief_constable", "The Chief Constable"
    PANEL = "panel", "The Panel"
    SUPPORT_OFFICER = "support_officer", "The Panel support officer"
    OTHER = "other", "Somebody else"


class RecommendationState(TextChoices):
    MADE = "made", "Made"
    SENT = "sent", "Letter sent"
    RESPONDED = "responded", "Responded"
    IN_PROGRESS = "in_progress", "In progress"
    FOR_VERDICT = "for_verdict", "For the Panel’s verdict"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def colour(self) -> str:
        """Of its tag: draft, waiting, due or done."""
        if self is RecommendationState.FOR_VERDICT:
            return "due"
        if self is RecommendationState.CLOSED:
            return "done"
        return "draft" if self in (RecommendationState.MADE, RecommendationState.WITHDRAWN) else "waiting"


UNANSWERED = (RecommendationState.MADE, RecommendationState.SENT)
ANSWERED = (RecommendationState.RESPONDED, RecommendationState.IN_PROGRESS, RecommendationState.FOR_VERDICT)
LIVE = (*UNANSWERED, *ANSWERED)
ENDED = (RecommendationState.CLOSED, RecommendationState.WITHDRAWN)


class AnswerKind(TextChoices):
    ACCEPTED = "accepted", "Accepted"
    IN_PART = "in_part", "Accepted in part"
    REJECTED = "rejected", "Rejected"


class ActionState(TextChoices):
    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"

    @property
    def colour(self) -> str:
        """Of its tag: waiting, done or draft."""
        return {ActionState.OPEN: "waiting", ActionState.DONE: "done"}.get(self, "draft")


class Opinion(TextChoices):
    """What the Panel thinks at a meeting; only the first closes a recommendation."""

    SATISFIED = "satisfied", "Satisfied"
    PARTLY = "partly", "Partly satisfied"
    NOT_SATISFIED = "not_satisfied", "Not satisfied"


class LetterKind(TextChoices):
    LETTER = "letter", "The Panel’s letter"
    REPLY = "reply", "The Commissioner’s reply"


class LetterState(TextChoices):
    DRAFT = "draft", "Draft"
    SENT = "sent", "Sent"
