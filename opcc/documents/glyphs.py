"""Which characters of a text the document's own faces can draw, and what is printed for those that none can."""

from collections.abc import Iterable
from unicodedata import category, name

# Families beyond Latin, each with the ranges of its subset; a face is loaded only where the text needs it.
FAMILIES = {
    "latin-ext": ("Source Sans 3 Extended", ((0x0100, 0x02FF), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F))),
    "greek": ("Source Sans 3 Greek", ((0x0370, 0x03FF),)),
    "cyrillic": ("Source Sans 3 Cyrillic", ((0x0400, 0x045F), (0x0490, 0x0491), (0x04B0, 0x04B1))),
}
FACES = ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"))
_LIKE = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2002": "\u00a0",
    "\u2003": "\u00a0",
    "\u202f": "\u00a0",
    "\u2007": "\u00a0",
    "\u2192": "to",
    "\ufe0f": "",
    "\ufeff": "",
}


def printable(text: str) -> str:
    """The text with what no face can draw put in words, and control characters taken out.

    A picture character is named in brackets, '[thumbs up sign]', so that nothing a person wrote is lost
    or printed as an empty box. Half of a pair that stands alone becomes the replacement sign.
    """
    unusual = {letter for letter in set(text) if not (" " <= letter <= "\u024f" or letter in "\n\t–—‘’“”…•−")}
    return text.translate({ord(letter): _instead(letter) for letter in unusual} | _CONTROLS)


_CONTROLS: dict[int, str] = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), "")


def _instead(letter: str) -> str:
    if letter in _LIKE:
        return _LIKE[letter]
    kind = category(letter)
    if kind == "Cs":
        return "\ufffd"
    if kind in {"Cc", "Cf"}:
        return letter if letter in "\r\u200b\u200c\u200d\u00ad" else ""
    if kind in {"So", "Sk", "Cn", "Co"} and ord(letter) > 0x2000:
        return f"[{name(letter, 'unknown sign').lower()}]"
    return letter


def subsets(text: str) -> list[str]:
    """Which of the faces beyond Latin the text needs."""
    codes = {ord(letter) for letter in set(text)}
    return [subset for subset, (_, ranges) in FAMILIES.items() if _any_in(codes, ranges)]


def _any_in(codes: Iterable[int], ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for code in codes for low, high in ranges)
