"""What the office says about a measure in a quarter: written with placeholders, published when they are known."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from opcc.core.saving import acting, save_checked
from opcc.documents.figures import NOT_KNOWN
from performance.enums import CommentaryState, InclusionChoice
from performance.models import Commentary, Measure
from performance.permissions import COMMENT, must_have, must_know_of
from performance.placeholders import PlaceholderError, fill, keys_in
from performance.reporting import Reading, figure_words, measure_readings

TEXTS = ("summary", "text", "restricted_text")
WHAT = "write commentary"
AGAIN = "Open the page again to see how it stands."


@transaction.atomic
def save_commentary(
    *,
    measure: Measure,
    quarter: Quarter,
    summary: str = "",
    text: str = "",
    restricted_text: str = "",
    inclusion: InclusionChoice = InclusionChoice.BY_RULE,
    reason: str = "",
    seen: datetime | None,
    by: User | None,
    at: datetime,
) -> Commentary:
    """Keep the words of a quarter as a draft. A placeholder that names no figure is refused, beside its text.

    seen: `written_at` of what the writer began with, None where there was nothing. What somebody else wrote since is
    not overwritten.
    """
    must_have(by, COMMENT, WHAT)
    must_know_of(by, measure)
    words = _words(summary=summary, text=text, restricted_text=restricted_text)
    check_placeholders(words, figures_for(measure, quarter))
    row = _writable(measure, quarter, seen)
    row.inclusion, row.reason = inclusion, reason_for(inclusion, reason)
    for name, said in words.items():
        setattr(row, name, said)
    row.written_by, row.written_at = by, at
    with acting(by, f"Commentary on {measure} written"):
        save_checked(row)
    return row


@transaction.atomic
def publish_commentary(*, commentary: Commentary, by: User | None, at: datetime) -> Commentary:
    """Let pages and reports have the words. Refused while a figure that they name is not known."""
    must_have(by, COMMENT, WHAT)
    words = {name: getattr(commentary, name) for name in TEXTS}
    if not any(words.values()):
        raise DomainError("There is nothing to publish: write the line of the summary or the commentary first.")
    figures = figures_for(commentary.measure, Quarter.containing(commentary.quarter_starts_on))
    check_placeholders(words, figures)
    if unknown := unknown_figures(words, figures):
        named = ", ".join(f"‘{key}’" for key in unknown)
        raise DomainError(
            f"Not known for this quarter: {named}. Load the figures, or write the commentary without them."
        )
    with acting(by, f"Commentary on {commentary.measure} published"):
        moved = Commentary.objects.filter(
            pk=commentary.pk, state=CommentaryState.DRAFT, written_at=commentary.written_at
        ).update(state=CommentaryState.PUBLISHED, published_at=at, published_by=by)
    commentary.refresh_from_db()
    if not moved:
        was = "is published already" if commentary.state == CommentaryState.PUBLISHED else "was changed a moment ago"
        raise DomainError(f"This commentary {was}. {AGAIN}")
    return commentary


@transaction.atomic
def withdraw_commentary(*, commentary: Commentary, by: User | None, at: datetime) -> Commentary:
    """Make a published commentary a draft again. Reports that are approved already keep it as it was."""
    must_have(by, COMMENT, WHAT)
    with acting(by, f"Commentary on {commentary.measure} withdrawn"):
        moved = Commentary.objects.filter(pk=commentary.pk, state=CommentaryState.PUBLISHED).update(
            state=CommentaryState.DRAFT, published_at=None, published_by=None
        )
    commentary.refresh_from_db()
    if not moved:
        raise DomainError(f"This commentary is a draft already. {AGAIN}")
    return commentary


def figures_for(measure: Measure, quarter: Quarter) -> Mapping[str, str]:
    """The figures that a commentary may name, as they are today. One query."""
    return figures_of(measure_readings(measure.code, quarter, include_restricted=True))


def figures_of(readings: Sequence[Reading]) -> Mapping[str, str]:
    """The first area's figures by their plain names, the others' after the name of their area."""
    return figure_words(readings[0], readings[1:]) if readings else {}


def check_placeholders(words: Mapping[str, str], figures: Mapping[str, str]) -> None:
    """Refuse the first text with a placeholder that is none, or names no figure; the error belongs to its field."""
    for name, said in words.items():
        try:
            fill(said, figures)
        except PlaceholderError as error:
            raise DomainError(error.message, field=name) from error


def unknown_figures(words: Mapping[str, str], figures: Mapping[str, str]) -> tuple[str, ...]:
    """The figures that the texts name and that are not known for the quarter, in their order."""
    named = dict.fromkeys(key for said in words.values() for key in keys_in(said))
    return tuple(key for key in named if figures[key] in ("", NOT_KNOWN))


def reason_for(inclusion: InclusionChoice, reason: str) -> str:
    """The reason, which a choice over the measure's rule has, and nothing else."""
    reason = reason.strip()
    if inclusion is InclusionChoice.BY_RULE and reason:
        raise DomainError(
            "A reason is for including or leaving out. Choose which, or clear the reason.", field="reason"
        )
    if inclusion is not InclusionChoice.BY_RULE and not reason:
        raise DomainError("Say why this quarter departs from the measure’s rule.", field="reason")
    return reason


def _words(**texts: str) -> dict[str, str]:
    return {name: said.replace("\r\n", "\n").strip() for name, said in texts.items()}


def _writable(measure: Measure, quarter: Quarter, seen: datetime | None) -> Commentary:
    """The row to write, locked if there is one. DomainError if it is published, or not what the writer began with."""
    of_quarter: dict[str, Any] = {"measure": measure, "quarter_starts_on": quarter.start}
    row = Commentary.objects.select_for_update().filter(**of_quarter).first()
    if row is None:
        return Commentary(**of_quarter)
    if row.state == CommentaryState.PUBLISHED:
        raise DomainError("This commentary is published. Withdraw it first, then change it.")
    if row.written_at != seen:
        raise DomainError(
            "Somebody saved this commentary after you opened it. Copy what you wrote, open the page again, and put in "
            "what you want of yours."
        )
    return row
