"""A paper that was written here as plain text: as the Panel's papers look, its paragraphs numbered."""

from django.template.loader import render_to_string

from opcc.core.errors import DomainError
from opcc.documents.pdf import OFFICE_COLOUR, RenderedPdf, render_pdf
from opcc.reference import reporting as reference
from opcc.web.words import nice_weekday
from panel.models import Paper
from panel.quarterly_report import section_json, section_view
from panel.quarterly_report.sections import Section, Text

TEMPLATE = "documents/written_paper.html"


def sections_of(text: str) -> tuple[Section, ...]:
    """A line that begins with '# ' is a heading; an empty line ends a paragraph. What comes first is the purpose."""
    found: list[tuple[str, list[str]]] = [("Purpose", [])]
    for block in text.replace("\r\n", "\n").split("\n\n"):
        lines = [line.strip() for line in block.strip().split("\n") if line.strip()]
        if lines and lines[0].startswith("# "):
            found.append((lines.pop(0)[2:].strip(), []))
        if lines:
            found[-1][1].append(" ".join(lines))
    return tuple(
        Section(key=f"section-{number}", title=title, parts=tuple(map(Text, paragraphs)))
        for number, (title, paragraphs) in enumerate((entry for entry in found if entry[1]), start=1)
    )


def print_paper(*, paper: Paper, number: str, label: str, title: str, text: str, ground: str) -> RenderedPdf:
    """The text as a PDF with tags; `ground` is what a restricted one rests on.

    Raises DomainError where there is no text, PdfError where it cannot be printed.
    """
    office, meeting, sections = reference.office(), paper.item.meeting, sections_of(text)
    if not sections:
        raise DomainError("Write the paper, a paragraph at least.", field="text")
    context = {
        "body": office.panel_name if office and meeting.group_id is None else meeting.body,
        "day": nice_weekday(meeting.held_on),
        "item": f"Agenda item {number}" + (f", {label}" if label != "Report" else ""),
        "title": title,
        "author": paper.author,
        "ground": ground,
        "is_invented": paper.is_synthetic,
        "sections": [
            section_view(section_json(str(number), section)) for number, section in enumerate(sections, start=1)
        ],
    }
    return render_pdf(
        render_to_string(TEMPLATE, context), office_colour=office.brand_colour if office else OFFICE_COLOUR
    )
