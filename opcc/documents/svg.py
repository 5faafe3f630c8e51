"""The marks that charts are made of, as SVG text. One unit is one point of the printed page.

Presentation attributes only: the PDF engine ignores a document's CSS inside an SVG, and a strict
Content-Security-Policy forbids a style of its own.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape
from itertools import pairwise
from typing import Self

INK, GREY, BLUE, ORANGE = "#0b0c0c", "#505a5f", "#1d70b8", "#b55e00"
RULE, GRID, BAND, WHITE = "#b1b4b6", "#dfe1e2", "#e4e8ea", "#ffffff"
FONT = (
    "Source Sans 3, Source Sans 3 Extended, Source Sans 3 Greek, Source Sans 3 Cyrillic, Arial, Helvetica, sans-serif"
)
TEXT_SIZE, NOTE_SIZE, VALUE_SIZE = 7.5, 7.0, 8.5

Point = tuple[float, float]


class Svg(str):
    """Finished SVG. Every piece of text in it went through `text` or `drawing`, which escape it."""

    __slots__ = ()

    def __html__(self) -> Self:
        """Templates print it as it is."""
        return self


def f(value: float) -> str:
    """A coordinate, to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"


def rule(a: Point, b: Point, *, colour: str = INK, width: float = 0.6, dash: str = "") -> str:
    """A straight rule."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{f(a[0])}" y1="{f(a[1])}" x2="{f(b[0])}" y2="{f(b[1])}" '
        f'stroke="{colour}" stroke-width="{f(width)}"{dashes}/>'
    )


def text(
    at: Point, words: str, *, size: float = TEXT_SIZE, colour: str = INK, anchor: str = "start", weight: int = 400
) -> str:
    """Words on a chart, escaped. `anchor` is start, middle or end."""
    return (
        f'<text x="{f(at[0])}" y="{f(at[1])}" font-family="{FONT}" font-size="{f(size)}" '
        f'font-weight="{weight}" fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'
    )


def path(points: Sequence[Point | None], *, colour: str = INK, width: float = 0.9) -> str:
    """A line through the points that breaks at None, so that a gap stays a gap."""
    steps, pen = [], "M"
    for point in points:
        if point is None:
            pen = "M"
            continue
        steps.append(f"{pen}{f(point[0])} {f(point[1])}")
        pen = "L"
    return (
        f'<path d="{"".join(steps)}" fill="none" stroke="{colour}" stroke-width="{f(width)}" stroke-linejoin="round"/>'
    )


def dot(at: Point, radius: float, *, fill: str = INK, stroke: str = "none", width: float = 0.8) -> str:
    """A filled or ringed circle."""
    return (
        f'<circle cx="{f(at[0])}" cy="{f(at[1])}" r="{f(radius)}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{f(width)}"/>'
    )


def box(at: Point, width: float, height: float, *, fill: str = BLUE) -> str:
    """A filled rectangle from its top left corner."""
    return f'<rect x="{f(at[0])}" y="{f(at[1])}" width="{f(width)}" height="{f(height)}" fill="{fill}"/>'


def drawing(
    width: float, height: float, marks: Iterable[str], *, title: str, description: str = "", stretch: bool = False
) -> Svg:
    """The whole picture. Its `<title>` is what a screen reader and the PDF say; the ids follow from the content.

    `stretch` lets a browser fit the picture to its column; printed pages keep the size in points.
    """
    body = "".join(marks)
    name = "d" + sha256(f"{title}|{description}|{body}".encode()).hexdigest()[:12]
    described = f'<desc id="{name}d">{escape(description)}</desc>' if description else ""
    labels = f"{name}t {name}d" if description else f"{name}t"
    fit = ' class="fit"' if stretch else ""
    return Svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{labels}"{fit} '
        f'width="{f(width)}pt" height="{f(height)}pt" viewBox="0 0 {f(width)} {f(height)}">'
        f'<title id="{name}t">{escape(title)}</title>{described}{body}</svg>'
    )


def unspoken(width: float, height: float, marks: Iterable[str]) -> Svg:
    """A picture that a screen reader passes over, because the words beside it say the same. Sizes in CSS pixels."""
    return Svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false" width="{f(width)}" '
        f'height="{f(height)}" viewBox="0 0 {f(width)} {f(height)}">{"".join(marks)}</svg>'
    )


def spread(positions: Sequence[float], gap: float) -> list[float]:
    """Move labels apart so that no two are closer than `gap`, in their order, the shift shared up and down."""
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    moved = list(positions)
    for lower, upper in pairwise(order):
        moved[upper] = max(moved[upper], moved[lower] + gap)
    if order:
        over = moved[order[-1]] - positions[order[-1]]
        moved = [position - over / 2 for position in moved]
    return moved
