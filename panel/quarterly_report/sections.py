"""What a report to the Panel is made of, before it is numbered: sections that each app's part fills."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opcc.documents.cells import Cell
from opcc.documents.figures import Figure
from opcc.documents.tables import Table


@dataclass(frozen=True)
class Text:
    """A paragraph; it gets its number when the report is put together."""

    text: str


@dataclass(frozen=True)
class Lead:
    """An unnumbered line that opens the paragraphs after it: 'The Panel is asked to:'."""

    text: str


@dataclass(frozen=True)
class Remark:
    """A small unnumbered line, such as that the rows below are invented."""

    text: str


@dataclass(frozen=True)
class Subheading:
    """A heading inside a section. `kicker` stands above it in small type; `anchor` is what a page number links to."""

    text: str
    anchor: str = ""
    kicker: str = ""


@dataclass(frozen=True)
class Aside:
    """An unnumbered line of its own look. `look` is one of LOOKS; `lead` opens it in bold.

    signs: what would be an improvement; reading: what the chart above shows; comparison: figures against others;
    restricted-words: what stands in no public edition.
    """

    look: str
    text: str
    lead: str = ""

    def __post_init__(self) -> None:
        if self.look not in LOOKS:
            raise ValueError(f"'{self.look}' is not a look; use one of {', '.join(LOOKS)}")


@dataclass(frozen=True)
class Drawing:
    """A chart's inputs, which are frozen in its place: the drawing is made from them anew, always the same.

    `kind` names a function of opcc.documents.charts, `inputs` its JSON-safe arguments.
    """

    kind: str
    inputs: Mapping[str, Any]


LOOKS = ("signs", "reading", "comparison", "restricted-words")
Part = Text | Lead | Remark | Subheading | Aside | Table | Drawing


@dataclass(frozen=True)
class Headline:
    """A line of the summary's table: one measure in the period before and in this one."""

    group: str
    label: str
    before: Figure
    after: Figure


@dataclass(frozen=True)
class Section:
    """One app's part of the report.

    `headlines` and `findings` go into the summary, `asks` into the recommendations ('{here}' becomes the section's
    number), `definitions` and `sources` under 'About these figures'. A `restricted` section stands in no public
    edition; it is composed only where restricted rows were asked for.
    """

    key: str
    title: str
    parts: tuple[Part, ...] = ()
    headlines: tuple[Headline, ...] = ()
    findings: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    restricted: bool = False
    opens_page: bool = False
    more_figures: tuple[Figure, ...] = field(default=())

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(part.text for part in self.parts if isinstance(part, Text))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(part for part in self.parts if isinstance(part, Table))

    @property
    def charts(self) -> tuple[Drawing, ...]:
        return tuple(part for part in self.parts if isinstance(part, Drawing))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure the section's sentences rest on, each once, with its base, source and day."""
        found = [figure for line in self.headlines for figure in (line.before, line.after)]
        found += [cell for table in self.tables for cell in cells(table) if isinstance(cell, Figure)]
        return tuple({figure.key: figure for figure in [*found, *self.more_figures]}.values())


def cells(table: Table) -> list[Cell]:
    """Every cell of a table, row by row."""
    return [cell for line in table.rows if hasattr(line, "cells") for cell in line.cells]
