"""Numbers of the Commissioner's decisions, read in both styles that are printed. Plain values in and out."""

import re
from dataclasses import dataclass

DIGITS = 4
LAST = 10**DIGITS - 1
_WRITTEN = re.compile(r"([A-Z]{1,10})([1-9][0-9]?)[-\N{NON-BREAKING HYPHEN}\N{EN DASH}]?([0-9]{4})")


class DecisionNumberError(ValueError):
    """Text that is no number of a decision. The message says how one is written."""


@dataclass(frozen=True, order=True)
class DecisionNumber:
    """The office's letters, the term of the Commissioner, and the place in that term's register, from 1."""

    prefix: str
    term: int
    sequence: int

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Z]{1,10}", self.prefix):
            raise DecisionNumberError(f"'{self.prefix}' is no prefix. Write 1 to 10 capital letters, as WPCC.")
        if not 1 <= self.term <= 99:
            raise DecisionNumberError(f"{self.term} is no term. Terms are counted from 1 to 99.")
        if not 1 <= self.sequence <= LAST:
            raise DecisionNumberError(f"{self.sequence} is outside the register of a term, which has 1 to {LAST:,}.")

    def printed(self, *, hyphenated: bool) -> str:
        """'WPCC3-0044' with the hyphen, 'WPCC20034' without."""
        return f"{self.prefix}{self.term}{'-' if hyphenated else ''}{self.sequence:0{DIGITS}d}"


def read_number(text: str) -> DecisionNumber:
    """A number in either style; small letters, spaces and a longer dash are taken as they are meant."""
    found = _WRITTEN.fullmatch("".join(text.split()).upper())
    if found is None:
        raise DecisionNumberError("Write the number of a decision as WPCC20034 or WPCC3-0044.")
    return DecisionNumber(found[1], int(found[2]), int(found[3]))
