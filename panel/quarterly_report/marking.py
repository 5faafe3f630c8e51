"""Says under a table which of its rows are invented for the sample."""

from collections.abc import Iterable, Sequence

ALL_INVENTED = "Every row is invented for the sample."
SOME_INVENTED = "Rows marked * are invented for the sample."


class Marks:
    """How the rows of one table show that they are invented: all at once below it, or each with a star."""

    def __init__(self, invented: Sequence[bool]) -> None:
        self._all = bool(invented) and all(invented)
        self._any = any(invented)

    def mark(self, text: str, is_synthetic: bool) -> str:
        """The text, with a star if only some rows are invented and this is one."""
        return f"{text}\u00a0*" if is_synthetic and not self._all else text

    @property
    def note(self) -> str:
        """What the note under the table says of it."""
        if self._all:
            return ALL_INVENTED
        return SOME_INVENTED if self._any else ""


def counted(invented: Iterable[bool]) -> str:
    """What the note under a table of counts says of the records behind it."""
    return "Counted from records that are invented for the sample, in whole or in part." if any(invented) else ""


def notes(*texts: str) -> str:
    """Several notes as one."""
    return " ".join(text for text in texts if text)
