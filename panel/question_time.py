"""Public question time: who speaks when, and whose question gets a written answer. Source: domain rules, section 3.4.

Pure: plain values in, the same out. Times are minutes from the start of question time.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A question that was accepted, in the order of receipt."""

    key: int
    questioner: str
    speaks: bool


@dataclass(frozen=True)
class Turn:
    """A question's place: the minute from which its questioner speaks, or None for an answer in writing."""

    key: int
    order: int
    minute: int | None


def running_order(asked: Iterable[Asked], *, minutes_each: int, minutes_in_all: int) -> tuple[Turn, ...]:
    """The turns, in the order of the questions.

    A questioner speaks once, on all their questions, where the first of them stands. Whoever would go over the time in
    all gets a written answer, and so does everybody after them: order of receipt is not changed to fill a gap.
    """
    begins: dict[str, int | None] = {}
    used, turns = 0, []
    for order, question in enumerate(asked, start=1):
        if not question.speaks:
            turns.append(Turn(question.key, order, None))
            continue
        if question.questioner not in begins:
            fits = used + minutes_each <= minutes_in_all
            begins[question.questioner] = used if fits else None
            used = used + minutes_each if fits else minutes_in_all
        turns.append(Turn(question.key, order, begins[question.questioner]))
    return tuple(turns)
