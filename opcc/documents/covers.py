"""The first page of a document as Panel papers have it, and what the head and the foot of every page say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Edition(StrEnum):
    """Who may read it."""

    PUBLIC = "public"
    RESTRICTED = "restricted"


@dataclass(frozen=True)
class ContentsLine:
    """One line of the contents: the section's number, its title and the id of its heading."""

    number: str
    title: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph: '4.1'."""

    number: str
    text: str


@dataclass(frozen=True)
class Cover:
    """What stands on the first page. A restricted edition names the `ground` that it rests on, in words."""

    title: str
    body: str  # the Panel's name
    author: str
    version: str  # 'Version 1'
    created: datetime
    title_second_line: str = ""
    meeting: str = ""  # 'Meeting on Monday 19 March 2018'
    item: str = ""  # 'Agenda item 4'
    by: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    description: str = ""
    edition: Edition = Edition.PUBLIC
    ground: str = ""
    contents: tuple[ContentsLine, ...] = ()

    def __post_init__(self) -> None:
        if self.edition is Edition.RESTRICTED and not self.ground.strip():
            raise ValueError("A restricted edition must say on which ground it is restricted")

    @property
    def full_title(self) -> str:
        """The title on one line, for the viewer's tab and the footer."""
        return f"{self.title} {self.title_second_line}".strip()

    @property
    def occasion(self) -> str:
        """The meeting and its item, as far as they are known, for the head of every page but the first."""
        return ". ".join(words for words in (self.meeting, self.item) if words)

    @property
    def edition_name(self) -> str:
        """'Public edition', as the footer says it."""
        return f"{self.edition.value.capitalize()} edition"

    @property
    def edition_words(self) -> str:
        """What the reader may do with it, as the first page says it."""
        if self.edition is Edition.PUBLIC:
            return "Public: may be published and copied"
        return f"Restricted: not for publication. {self.ground}"

    @property
    def is_restricted(self) -> bool:
        return self.edition is Edition.RESTRICTED


def numbered(section: str, texts: Iterable[str], *, first: int = 1) -> tuple[Paragraph, ...]:
    """The paragraphs of a section with their numbers: numbered('4', [...]) gives 4.1, 4.2 and so on."""
    return tuple(Paragraph(f"{section}.{index}", text) for index, text in enumerate(texts, first))
