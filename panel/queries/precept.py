"""Reviews of the precept, and where each stands by the law's dates."""

from dataclasses import dataclass
from datetime import date

from panel import precept_clock
from panel.enums import SecondOpinion
from panel.models import PreceptReview


@dataclass(frozen=True)
class ReviewStanding:
    """A review, its five steps and the issue as they stand on a day, and the one that is next."""

    review: PreceptReview
    steps: tuple[precept_clock.StepStanding, ...]
    ended_on: date | None
    veto_is_late: bool

    @property
    def next(self) -> precept_clock.StepStanding | None:
        """The step that somebody has to take now."""
        return next((step for step in self.steps if step.state is precept_clock.StepState.NEXT), None)

    @property
    def awaited(self) -> precept_clock.StepStanding | None:
        """The step whose day is next: what is next or, if that has no day by law, the issue that comes after it."""
        found = self.next
        return self.steps[-1] if found is not None and found.by is None else found


def events_of(review: PreceptReview) -> precept_clock.Events:
    """What is recorded, as the clock reads it. No query."""
    return precept_clock.Events(
        notified_on=review.notified_on,
        proposed=review.proposed,
        reported_on=review.reported_on,
        veto=precept_clock.Veto(review.veto_reason) if review.veto_reason else None,
        responded_on=review.responded_on,
        revised=review.revised,
        reviewed_on=review.reviewed_on,
        responded_again_on=review.responded_again_on,
        issued_on=review.issued_on,
        recommended=review.recommended,
        rejected=review.second_opinion == SecondOpinion.REJECTS,
        issued=review.issued,
    )


def standing_of(review: PreceptReview, today: date) -> ReviewStanding:
    """Where the review stands on this day. No query."""
    events = events_of(review)
    return ReviewStanding(
        review,
        precept_clock.standing(review.year, events, today),
        precept_clock.scrutiny_ended_on(review.year, events, today),
        precept_clock.veto_is_late(review.year, events),
    )


def precept_reviews() -> list[PreceptReview]:
    """All of them, the latest first, with their meetings. One query."""
    related = ("meeting__group", "second_meeting__group", "report")
    return list(PreceptReview.objects.select_related(*related).order_by("-year"))
