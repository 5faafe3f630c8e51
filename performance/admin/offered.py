"""The figures that the writer of a commentary may choose from, and the words with them in place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from opcc.core.quarters import Quarter
from opcc.documents.proofing import Finding, proofread
from performance.enums import InclusionChoice
from performance.models import Measure
from performance.operations.commentary import TEXTS, figures_of, unknown_figures
from performance.placeholders import fill
from performance.reporting import Reading, figure_words, measure_readings
from performance.reporting.inclusion import included
from performance.wording import marked

_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Offered:
    """One figure: what to write, what it stands for, and what it is today."""

    placeholder: str
    label: str
    words: str


@dataclass(frozen=True)
class Subject:
    """What a commentary is about, and the figures it may name."""

    measure: Measure
    quarter: Quarter
    readings: Sequence[Reading]  # the force first

    @classmethod
    def of(cls, measure: Measure, quarter: Quarter) -> "Subject":
        """With the readings of every area. One query."""
        return cls(measure, quarter, measure_readings(measure.code, quarter, include_restricted=True))

    @cached_property
    def figures(self) -> Mapping[str, str]:
        """Every figure by its name."""
        return figures_of(self.readings)

    @property
    def offered(self) -> list[Offered]:
        """The figures of the whole area, in the order of the list."""
        return self._offered(self.readings[0], "") if self.readings else []

    @property
    def of_parts(self) -> list[tuple[str, list[Offered]]]:
        """The other areas' figures, an area at a time."""
        return [(each.area.name, self._offered(each, f"{each.area.key}_")) for each in self.readings[1:]]

    def in_report(self, choice: InclusionChoice = InclusionChoice.BY_RULE, reason: str = "") -> str:
        """Whether the quarter's report has a section on the measure, and why."""
        if not self.readings:
            return "Left out: the measure is kept for no area"
        return included(self.readings[0], choice, reason).words

    def _offered(self, reading: Reading, before: str) -> list[Offered]:
        labels = _labels(self.quarter)
        return [
            Offered(f"{{{{ {before}{name} }}}}", labels.get(name, name), words)
            for name, words in figure_words(reading, ()).items()
        ]


def _labels(quarter: Quarter) -> dict[str, str]:
    first, months = quarter.start, {}
    for number in (1, 2, 3):
        months[f"month{number}"] = f"{first.replace(month=first.month + number - 1):%B %Y}"
    return {
        "value": quarter.label,
        "previous": quarter.previous.label,
        "same_last_year": Quarter(quarter.year - 1, quarter.number).label,
        "average": "The quarter average",
        "change": "The change on the quarter before, in words",
        "against_average": "Above or below the quarter average, in words",
        "mean": "The monthly average in force",
        "lower": "Lower limit of a usual month",
        "upper": "Upper limit of a usual month",
        "rate": "The rate per 1,000",
        **months,
    }


@dataclass(frozen=True)
class Preview:
    """The words with the numbers in place, and what a colleague would mark."""

    summary: str
    text: tuple[str, ...]
    restricted_text: tuple[str, ...]
    findings: tuple[Finding, ...]
    not_known: tuple[str, ...]
    is_typed: bool  # as typed, and not saved yet


def previewed(words: Mapping[str, str], subject: Subject, *, is_typed: bool) -> Preview:
    """The texts as readers would have them today. Raises PlaceholderError for what is no placeholder."""
    written = {name: words.get(name, "") for name in TEXTS}
    filled = {name: fill(said, subject.figures) for name, said in written.items()}
    findings = [
        finding
        for name in TEXTS
        for finding in (
            *marked(written[name], subject.figures, noun=subject.measure.noun),
            *proofread(filled[name]),
        )
    ]
    return Preview(
        summary=filled["summary"],
        text=_paragraphs(filled["text"]),
        restricted_text=_paragraphs(filled["restricted_text"]),
        findings=tuple(findings),
        not_known=unknown_figures(written, subject.figures),
        is_typed=is_typed,
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    """As reports divide a text: at empty lines."""
    return tuple(paragraph.strip() for paragraph in _BETWEEN_PARAGRAPHS.split(text) if paragraph.strip())
