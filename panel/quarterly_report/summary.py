"""The summary, made of what the other sections found, and the page about the figures."""

from collections.abc import Sequence

from opcc.documents.cells import Cell, PageLink
from opcc.documents.figures import Figure, Unit, signed
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.inputs import AnyInputs
from panel.quarterly_report.sections import Section, Text
from panel.quarterly_report.wording import listed, long_period, sentence

MOST_FINDINGS = 8


def summary(inputs: AnyInputs, sections: Sequence[Section]) -> Section:
    """What changed, first in sentences, then as a table against the period before."""
    findings = [finding for section in sections for finding in section.findings][:MOST_FINDINGS]
    lines = [(line, section.key) for section in sections for line in section.headlines]
    if not findings and all(not line.after.value for line, _ in lines):
        findings = [f"Nothing is recorded for {inputs.long}."]
    return Section(
        key="summary",
        title=f"Summary: what changed this {inputs.unit}",
        parts=(*map(Text, findings), *_scorecard(inputs, sections)),
        asks=("note what changed in the period (section {here})",),
        opens_page=True,
    )


def _scorecard(inputs: AnyInputs, sections: Sequence[Section]) -> tuple[Table, ...]:
    rows: dict[str, list[Row]] = {}
    for section in sections:
        for line in section.headlines:
            rows.setdefault(line.group, []).append(
                row(
                    line.label,
                    line.before,
                    line.after,
                    _change(line.before, line.after),
                    line.after.base or None,
                    PageLink(section.key, section.title),
                )
            )
    if not rows:
        return ()
    before, after = inputs.pair
    lines: list[Row | GroupRow] = []
    for group, found in rows.items():
        lines += [GroupRow(group), *found]
    return (
        Table(
            caption=f"Key figures, {inputs.office.area_name}",
            subtitle=f"{long_period(inputs.second)} against {long_period(inputs.first)}",
            columns=(
                Column("Measure", width_mm=57),
                Column(before, width_mm=21, numeric=True),
                Column(after, width_mm=21, numeric=True, strong=True),
                Column("Change", width_mm=21, numeric=True),
                Column("Out of", width_mm=35),
                Column("Page", width_mm=11, numeric=True),
            ),
            rows=tuple(lines),
            note=f"{sentence(inputs.unit)} before: as it stood on {nice_date(inputs.before_as_at)}, as long after its "
            f"end as {nice_date(inputs.as_at)} is after this one's. 'Out of' gives the base of the later figure. "
            "A dash: not known.",
        ),
    )


def _change(before: Figure, after: Figure) -> Cell:
    """The difference with its sign; of percentages in points."""
    if before.value is None or after.value is None:
        return None
    if after.unit is Unit.PERCENT:
        return f"{signed(after.value - before.value, 1)} points"
    return signed(after.value - before.value)


def about(inputs: AnyInputs, sections: Sequence[Section]) -> Section:
    """Where the figures come from, the day they stood at, what the words mean, and what is invented."""
    sources = list(dict.fromkeys(source for section in sections for source in section.sources))
    definitions = dict(pair for section in sections for pair in section.definitions)
    words = [
        (
            f"Figures stand as at {nice_date(inputs.as_at)} unless the text gives another day; what was recorded later "
            "is not in them."
        ),
        f"They are taken from {listed(sources)}, all kept by the office."
        if sources
        else "No record was found for the period.",
        "Concerns that are restricted, and community tensions, are left out of the public edition."
        if not inputs.include_restricted
        else "This edition also holds what is left out of the public one, so its numbers of concerns may be higher.",
    ]
    if inputs.office.is_sample:
        words.append(
            "This is a specimen made with sample data. Whatever a note calls invented was made up for it: people, "
            "meetings, reports and concerns."
        )
    table = Table(
        caption="What the words mean",
        columns=(Column("Word", width_mm=40), Column("Meaning")),
        rows=tuple(row(word, meaning) for word, meaning in definitions.items()),
    )
    return Section("about", "About these figures", (*map(Text, words), *((table,) if definitions else ())))
