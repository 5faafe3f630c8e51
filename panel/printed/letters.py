"""The Panel's letter and the reply: frozen contents, and the HTML that the PDF engine is given."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from opcc.reference.reporting import Office
from opcc.web.words import nice_date
from panel.enums import AnswerKind, Exemption, LetterKind, Recipient
from panel.models import PanelLetter, Recommendation
from panel.printed.text import paragraphs_of
from panel.quarterly_report import Json

FORMAT = 1
TEMPLATE = "documents/letter.html"
DEAR = {
    Recipient.COMMISSIONER: "Dear Commissioner",
    Recipient.CHIEF_CONSTABLE: "Dear Chief Constable",
    Recipient.PANEL: "Dear members of the Panel",
    Recipient.SUPPORT_OFFICER: "Dear Panel support officer",
    Recipient.OTHER: "Dear colleague",
}


def letter_contents(letter: PanelLetter, rows: Sequence[Recommendation], office: Office) -> Json:
    """All that the letter says, its recommendations numbered 1 to n. The reply has the same numbers."""
    is_reply = letter.kind == LetterKind.REPLY
    panel, commissioner = _panel(office), _commissioner(office)
    to = commissioner if letter.to == Recipient.COMMISSIONER else _others(letter, office)
    return {
        "format": FORMAT,
        "kind": letter.kind,
        "title": f"{letter.name} of {nice_date(letter.dated_on)}",
        "office_colour": office.brand_colour,
        "from": to if is_reply else panel,
        "to": ["The Chair", *panel] if is_reply else to,
        "dated_on": letter.dated_on.isoformat(),
        "salutation": "Dear Chair" if is_reply else DEAR[Recipient(letter.to)],
        "subject": letter.subject,
        "opening": paragraphs_of(letter.opening),
        "lines": [_line(row, is_reply) for row in rows],
        "closing": paragraphs_of(letter.closing),
        "signed_by": letter.signed_by,
        "ground": _ground(rows) if letter.is_exempt else "",
        "is_specimen": letter.is_synthetic or office.is_sample,
    }


def letter_html(contents: Json) -> str:
    """What the PDF engine is given. The same contents give the same text."""
    shown: dict[str, Any] = {
        **contents,
        "sender": contents["from"],
        "dated_on": date.fromisoformat(contents["dated_on"]),
    }
    return render_to_string(TEMPLATE, {"letter": shown})


def _line(row: Recommendation, is_reply: bool) -> Json:
    line = {"number": row.letter_number, "reference": row.reference, "title": row.title, "text": row.text}
    if not is_reply:
        return line
    response = row.response
    answer = AnswerKind(response.answer)
    return {
        **line,
        "answer": answer.label,
        "detail": {AnswerKind.IN_PART: response.part, AnswerKind.REJECTED: response.reason}.get(answer, ""),
        "response": paragraphs_of(response.text),
    }


def _panel(office: Office) -> list[str]:
    return [office.panel_name]


def _commissioner(office: Office) -> list[str]:
    return [
        f"{office.commissioner_post} for {office.area_name}",
        *[part.strip() for part in office.address.split("\n")],
    ]


def _others(letter: PanelLetter, office: Office) -> list[str]:
    """A post of the area; or somebody else, who need not be of the area."""
    return [letter.recipient] if letter.to_other else [letter.recipient, office.area_name]


def _ground(rows: Sequence[Recommendation]) -> str:
    """The paragraphs that the exempt recommendations rest on, in words."""
    found: set[str] = set()
    for row in rows:
        item = row.resolution.item
        claims = (row.resolution.exemption, item.exemption, item.parent.exemption if item.parent else None)
        found |= {paragraph for claim in claims if claim is not None for paragraph in claim.paragraphs}
    return Exemption.in_words(found)
