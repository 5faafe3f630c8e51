"""What is exempt points at its grounds: writing them, and taking them away, for items, resolutions and papers alike."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from panel.models import AgendaItem, ExemptionClaim, FoiExemption, PanelMinutes, PaperPart, Resolution
from panel.permissions import DECIDE_EXEMPTION, WITHHOLD, must_have

MOST_REVIEW = 200  # with what stands before it, no more than the history takes


@transaction.atomic
def review_exemption(
    *, claim: ExemptionClaim | FoiExemption, reason: str, review_on: date | None, by: User | None, at: datetime
) -> ExemptionClaim | FoiExemption:
    """Record that somebody looked again and keeps it back, why, and when to look the next time.

    Who decided at first and when stay as they are; the history says who looked again.
    """
    must_have(by, DECIDE_EXEMPTION if isinstance(claim, ExemptionClaim) else WITHHOLD, "decide this")
    words = worded(reason, most=MOST_REVIEW, missing="Say why it is still kept back.", field="reason")
    if review_on is not None and review_on <= timezone.localdate(at):
        raise DomainError("Enter a day that lies ahead, or none.", field="review_on")
    row = type(claim)._default_manager.select_for_update().get(pk=claim.pk)
    row.review_on = review_on
    with acting(by, f"Looked at again: {words}"):
        save_checked(row)
    return row


def keep_back(
    row: AgendaItem | PaperPart | Resolution,
    *,
    public_title: str,
    paragraphs: Collection[str],
    reasons: str,
    review_on: date | None,
    by: User | None,
    at: datetime,
) -> None:
    """Make the row exempt on these grounds, or write them again, inside the caller's transaction."""
    with acting(by, "Made exempt"):
        row.exemption = claim_exemption(
            claim=row.exemption, public_title=public_title, paragraphs=paragraphs, reasons=reasons,
            review_on=review_on, by=by, at=_after_prints(row, at),
        )  # fmt: skip
        save_checked(row)


def _after_prints(row: AgendaItem | PaperPart | Resolution, at: datetime) -> datetime:
    """When it is decided: after whatever was printed while the decision waited for its turn, which is then hidden."""
    if isinstance(row, PaperPart):
        return at
    meeting = row.meeting_id if isinstance(row, AgendaItem) else row.item.meeting_id
    printed = PanelMinutes.objects.filter(meeting=meeting, printed_at__gte=at).order_by("-printed_at")
    last = printed.values_list("printed_at", flat=True).first()
    return last + timedelta(microseconds=1) if last else at


def open_up(row: AgendaItem | PaperPart | Resolution, *, otherwise: str, by: User | None) -> None:
    """Open the row to the public; its grounds stay in the history. DomainError with `otherwise` where it has none."""
    claim = row.exemption
    if claim is None:
        raise DomainError(otherwise)
    with acting(by, "Opened to the public"):
        row.exemption = None
        save_checked(row)
        claim.delete()


def claim_exemption(
    *,
    claim: ExemptionClaim | None,
    public_title: str,
    paragraphs: Collection[str],
    reasons: str,
    review_on: date | None,
    by: User | None,
    at: datetime,
) -> ExemptionClaim:
    """Write the grounds, new or decided again, inside the caller's transaction."""
    if not paragraphs:
        raise DomainError("Choose the paragraph of Schedule 12A that it rests on.", field="paragraphs")
    claim = claim or ExemptionClaim()
    claim.public_title = worded(
        public_title, most=250, missing="Say what the public is told it is.", field="public_title"
    )
    claim.paragraphs = sorted(paragraphs)
    claim.reasons = worded(
        reasons, most=5000, field="reasons",
        missing="Say why keeping it back serves the public more than disclosing it. If both weigh the same, open it.",
    )  # fmt: skip
    claim.review_on, claim.decided_by, claim.decided_at = review_on, by, at
    save_checked(claim)
    return claim
