"""What the public may read is changed by one person at a time, and not once the public has had it."""

from collections.abc import Iterable

from opcc.core.errors import DomainError
from opcc.core.saving import wait_turn
from panel import queries


def hold_openness() -> None:
    """Until the caller's transaction ends nobody else keeps anything back, opens it, issues a pack or prints minutes.

    Take it before any row is locked: packs print what belongs to other meetings, and no row stands for all of it.
    """
    wait_turn("what the public may read of the Panel")


def refuse_if_packs_say(words: Iterable[str]) -> None:
    """Refuse to keep back what stands, word for word, in the public edition of a pack in force."""
    packs = queries.packs_that_say([word for word in words if word])
    if packs:
        raise DomainError(
            f"The public has had this: it stands in the pack of {packs[0].meeting}. Withdraw that pack first, then "
            "keep it back."
        )
