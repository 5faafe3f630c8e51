"""Finds the columns of a file by the headings in its first line."""

from collections.abc import Sequence
from difflib import get_close_matches

from performance.csv_parsing.known import folded
from performance.csv_parsing.problems import SAVE_AS_CSV, Problems, UnreadableError

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}


def places(
    line: int, headings: Sequence[str], *, required: Sequence[str], optional: Sequence[str], problems: Problems
) -> dict[str, int] | None:
    """Where each column stands, or None after noting what must be put right first. Capitals and spaces do not matter.

    A column that nobody asks for is left out with a warning, unless it looks like one that is missing.
    """
    _refuse_other_separator(line, headings, required)
    names = {folded(name): name for name in (*required, *optional)}
    found: dict[str, int] = {}
    strange: list[tuple[int, str]] = []
    before = problems.error_count
    for place, heading in enumerate(headings):
        name = names.get(folded(heading))
        if name is None:
            strange.append((place, heading))
        elif name in found:
            problems.error(line, name, heading, f"Two columns are headed '{name}'. Keep one, or rename the other.")
        else:
            found[name] = place
    for name in required:
        if name not in found:
            _note_missing(line, name, strange, problems)
    _note_strange(line, strange, [name for name in optional if name not in found], problems)
    return found if problems.error_count == before else None


def _refuse_other_separator(line: int, headings: Sequence[str], required: Sequence[str]) -> None:
    for mark, word in _OTHER_SEPARATORS.items():
        if len(headings) == 1 and len(required) > 1 and mark in headings[0]:
            raise UnreadableError(
                line,
                "",
                headings[0],
                f"The cells are separated by {word}. {SAVE_AS_CSV}",
            )


def _note_missing(line: int, name: str, strange: list[tuple[int, str]], problems: Problems) -> None:
    near = _nearest(name, [heading for _, heading in strange])
    if near:
        strange[:] = [pair for pair in strange if pair[1] != near]
        problems.error(line, name, near, f"There is no column '{name}'. If '{near}' is meant, rename it '{name}'.")
    else:
        problems.error(line, name, "", f"There is no column '{name}'. Add it; the first line names the columns.")


def _note_strange(line: int, strange: list[tuple[int, str]], absent: Sequence[str], problems: Problems) -> None:
    for place, heading in strange:
        if not heading.strip():
            problems.warning(line, "", "", f"Column {place + 1} has no heading and is not read. Delete it or name it.")
        elif near := _nearest(heading, absent):
            problems.error(line, near, heading, f"'{heading}' is not a column. If '{near}' is meant, rename it.")
        else:
            problems.warning(
                line, "", heading, f"The column '{heading}' is not one that is read. Delete it if you can."
            )


def _nearest(name: str, among: Sequence[str]) -> str:
    """The heading most like the name, or nothing."""
    near = get_close_matches(folded(name), [folded(each) for each in among], n=1, cutoff=0.7)
    return next((each for each in among if [folded(each)] == near), "")
