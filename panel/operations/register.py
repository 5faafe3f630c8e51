"""The register of decisions: numbering, deciding, publishing, withdrawing, and what is withheld and why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, not_in_future, save_checked, wait_turn, worded
from opcc.web.words import nice_date
from panel.decision_numbers import LAST
from panel.enums import DecisionState
from panel.models import CommissionerTerm, Decision, FoiExemption, Recommendation
from panel.operations.openness import hold_openness, refuse_if_packs_say
from panel.permissions import (
    ADD_DECISION,
    ADD_TERM,
    CHANGE_DECISION,
    CHANGE_TERM,
    WITHHOLD,
    must_have,
    sees_withheld,
)

MOST_TEXT = 20_000
MOST_REASON = 500
MOST_REASONS = 5000


@dataclass(frozen=True)
class DecisionWords:
    """What is written of a decision, before it is checked."""

    title: str
    summary: str = ""
    lead: str = ""
    is_force_business: bool = False
    chief_officer_on: date | None = None
    joint_with: str = ""
    is_significant: bool = False
    interests: str = ""
    supporting: str = ""
    recommendation: Recommendation | None = None


@transaction.atomic
def keep_term(*, term: CommissionerTerm, by: User | None, at: datetime) -> CommissionerTerm:
    """Record a term of the Commissioner, or correct one. What decisions are numbered by stays once there are any."""
    is_new = term._state.adding
    must_have(by, ADD_TERM if is_new else CHANGE_TERM, "keep the terms of the Commissioner")
    if not is_new:
        _refuse_if_in_use(term)
    with acting(by, f"Term {'recorded' if is_new else 'changed'}"):
        save_checked(term)
    return term


@transaction.atomic
def register_decision(
    *,
    term: CommissionerTerm,
    words: DecisionWords,
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> Decision:
    """Take the term's next number for a decision that is in progress. The number is never used again."""
    must_have(by, ADD_DECISION, "register a decision")
    wait_turn(f"decisions of term {term.pk}")
    term = CommissionerTerm.objects.get(pk=term.pk)
    last = term.decisions.order_by("-sequence").values_list("sequence", flat=True).first()
    sequence = term.first_sequence if last is None else last + 1
    if sequence > LAST:
        raise DomainError(f"The register of {term} is full. Record the next term of the Commissioner.", field="term")
    decision = Decision(
        term=term,
        sequence=sequence,
        reference=term.printed(sequence),
        registered_on=timezone.localdate(at),
        source=source,
        is_synthetic=is_synthetic,
    )
    _write(decision, words, at)
    with acting(by, f"Decision {decision.reference} registered"):
        save_checked(decision)
    return decision


@transaction.atomic
def change_decision(*, decision: Decision, words: DecisionWords, by: User | None, at: datetime) -> Decision:
    """Correct what is written of a decision. Its number stays; what it said before stays in the history."""
    must_have(by, CHANGE_DECISION, "change a decision")
    row = _locked(decision, by, DecisionState.IN_PROGRESS, DecisionState.DECIDED)
    _write(row, words, at)
    if row.is_published:
        _refuse_unless_fit(row)
    with acting(by, f"Decision {row.reference} changed"):
        save_checked(row)
    return row


@transaction.atomic
def decide(*, decision: Decision, decided_on: date, by: User | None, at: datetime) -> Decision:
    """Record that the Commissioner decided. Business of the force has the chief officer's approval first."""
    must_have(by, CHANGE_DECISION, "record that a decision was made")
    row = _locked(decision, by, DecisionState.IN_PROGRESS)
    not_in_future(decided_on, at, field="decided_on")
    if row.is_force_business and row.chief_officer_on is None:
        raise DomainError("This is business of the force. Enter the day of the chief officer's approval first.")
    if row.chief_officer_on is not None and row.chief_officer_on > decided_on:
        raise DomainError(
            f"The chief officer approved it on {nice_date(row.chief_officer_on)}. Enter that day or a later one.",
            field="decided_on",
        )
    row.state, row.decided_on = DecisionState.DECIDED, decided_on
    with acting(by, f"Decision {row.reference} made"):
        save_checked(row)
    return row


@transaction.atomic
def withdraw_decision(*, decision: Decision, reason: str, by: User | None, at: datetime) -> Decision:
    """Withdraw a decision, made or not, with the reason. Its number stays in the list and is not used again."""
    must_have(by, CHANGE_DECISION, "withdraw a decision")
    row = _locked(decision, by, DecisionState.IN_PROGRESS, DecisionState.DECIDED)
    row.withdrawn_reason = worded(reason, most=MOST_REASON, missing="Say why it is withdrawn.", field="reason")
    row.state = DecisionState.WITHDRAWN
    with acting(by, f"Decision {row.reference} withdrawn"):
        save_checked(row)
    return row


@transaction.atomic
def publish_decision(*, decision: Decision, by: User | None, at: datetime) -> Decision:
    """Put a decision into the public list. Of one that is withheld, the number and the section alone."""
    must_have(by, CHANGE_DECISION, "publish a decision")
    row = _locked(decision, by, *DecisionState)
    if row.is_published:
        raise DomainError(f"{row.reference} is published already. Open it again to see.")
    _refuse_unless_fit(row)
    row.published_at, row.published_by = at, by
    with acting(by, f"Decision {row.reference} published"):
        save_checked(row)
    return row


@transaction.atomic
def take_back_decision(*, decision: Decision, reason: str, by: User | None, at: datetime) -> Decision:
    """Take a decision out of the public list that should not stand there, saying why in its history."""
    must_have(by, CHANGE_DECISION, "take a decision out of the public list")
    why = worded(reason, most=MOST_REASON, missing="Say why it is taken out of the public list.", field="reason")
    row = _locked(decision, by, *DecisionState)
    if not row.is_published:
        raise DomainError(f"{row.reference} is not in the public list. Open it again to see.")
    row.published_at = row.published_by = None
    with acting(by, why):
        save_checked(row)
    return row


@transaction.atomic
def withhold_decision(
    *,
    decision: Decision,
    sections: Collection[str],
    reasons: str,
    by: User | None,
    at: datetime,
    public_words: str = "",
    review_on: date | None = None,
) -> Decision:
    """Keep a decision and its attachments from the public, by sections of the Freedom of Information Act."""
    must_have(by, WITHHOLD, "decide what is withheld")
    hold_openness()
    row = _locked(decision, by, *DecisionState)
    if row.is_withheld:
        raise DomainError(f"{row.reference} is withheld already. Open it again to see why.")
    if row.is_published:
        refuse_if_packs_say([row.title])
    with acting(by, f"Decision {row.reference} withheld"):
        row.exemption = claim_foi_exemption(
            sections=sections, reasons=reasons, public_words=public_words, review_on=review_on, by=by, at=at
        )
        save_checked(row)
    return row


@transaction.atomic
def release_decision(*, decision: Decision, by: User | None, at: datetime) -> Decision:
    """End what keeps a decision back. The public reads it at once, if it is published."""
    must_have(by, WITHHOLD, "decide what is withheld")
    row = _locked(decision, by, *DecisionState)
    if not row.is_withheld:
        raise DomainError(f"{row.reference} is open already. Open it again to see.")
    row.exemption = None
    if row.is_published:
        _refuse_unless_fit(row)
    with acting(by, f"Decision {row.reference} opened to the public"):
        save_checked(row)
    return row


def claim_foi_exemption(
    *,
    sections: Collection[str],
    reasons: str,
    public_words: str,
    review_on: date | None,
    by: User | None,
    at: datetime,
) -> FoiExemption:
    """Write down why something is withheld, inside the caller's transaction."""
    if not sections:
        raise DomainError("Choose the section of the Act that it rests on.", field="sections")
    claim = FoiExemption(
        sections=sorted(sections),
        reasons=worded(reasons, most=MOST_REASONS, missing="Say why the section applies.", field="reasons"),
        public_words=" ".join(public_words.split()),
        decided_by=by,
        decided_at=at,
        review_on=review_on,
    )
    save_checked(claim)
    return claim


def refuse_unknown_decision(by: User | None, decision: Decision) -> None:
    """Refuse a person who may not know of what is withheld."""
    if by is not None and decision.is_withheld and not sees_withheld(by):
        raise DomainError("There is no such decision.")


def _locked(decision: Decision, by: User | None, *expected: DecisionState) -> Decision:
    """The row, locked, if it is in one of the states that the step begins from."""
    rows = Decision.objects.select_for_update(of=("self",)).select_related("term", "exemption")
    row = rows.get(pk=decision.pk)
    refuse_unknown_decision(by, row)
    if row.state not in expected:
        raise DomainError(
            f"{row.reference} is now: {row.get_state_display().lower()}. Open it again to see what can be done."
        )
    return row


def _write(row: Decision, words: DecisionWords, at: datetime) -> None:
    approved = words.chief_officer_on
    if approved is not None:
        not_in_future(approved, at, field="chief_officer_on")
    if approved is not None and row.decided_on is not None and approved > row.decided_on:
        raise DomainError(
            f"The decision is of {nice_date(row.decided_on)}. The chief officer approves it before that.",
            field="chief_officer_on",
        )
    row.title, row.lead, row.joint_with = words.title.strip(), words.lead.strip(), words.joint_with.strip()
    row.is_force_business, row.chief_officer_on = words.is_force_business, approved
    row.is_significant, row.recommendation = words.is_significant, words.recommendation
    for field in ("summary", "interests", "supporting"):
        text = getattr(words, field)
        setattr(row, field, worded(text, most=MOST_TEXT, missing="", field=field) if text.strip() else "")


def _refuse_unless_fit(row: Decision) -> None:
    """What the public reads has a summary. Of what is withheld it reads none."""
    if not row.is_withheld and not row.summary:
        raise DomainError("Write the summary first: it is what the public reads.", field="summary")


def _refuse_if_in_use(term: CommissionerTerm) -> None:
    stored = CommissionerTerm.objects.select_for_update().get(pk=term.pk)
    fields = ("prefix", "number", "is_hyphenated", "first_sequence")
    changed = next((name for name in fields if getattr(stored, name) != getattr(term, name)), None)
    if changed is not None and stored.decisions.exists():
        raise DomainError(
            "Decisions are numbered by this term, so its letters, number and style stay as they are.", field=changed
        )
