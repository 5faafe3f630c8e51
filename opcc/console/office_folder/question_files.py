"""The file of an office folder about what the public asked the Panel."""

from datetime import UTC, datetime, time
from typing import Any

from opcc.console.office_folder.readers import choice, day, flag, number, or_empty, paragraph
from opcc.console.office_folder.tables import Column, FileSpec, Reference
from opcc.core.errors import DomainError
from opcc.reference.models import OfficeProfile
from panel.enums import AnswerManner, AskedState, Channel, RefusalGround
from panel.models import PublicQuestion

MOST = 2  # which of a person's questions; the rules of the Panel may allow fewer


def _asked(values: dict[str, Any], _: OfficeProfile) -> dict[str, Any]:
    """A file gives days: a question is received, and decided on, in the middle of one."""
    received, decided = values["received_at"], values.get("decided_at")
    if values["channel"] == Channel.WEB:
        raise DomainError("channel: a question in a file came by letter, e-mail or in person.")
    if received > values["meeting"].held_on:
        raise DomainError(f"received_on: {received} is after the meeting, {values['meeting'].held_on}.")
    if (values["state"] == AskedState.RECEIVED) != (decided is None):
        raise DomainError("decided_on: give it if, and only if, the question was decided on.")
    if values["nth"] > MOST:
        raise DomainError(f"nth: a person may ask {MOST} questions at a meeting.")
    return values | {
        "questioner": values["name"].casefold(),
        "received_at": datetime.combine(received, time(12), tzinfo=UTC),
        "decided_at": datetime.combine(decided, time(12), tzinfo=UTC) if decided else None,
    }


QUESTION_FILES: tuple[FileSpec, ...] = (
    FileSpec(
        "public_questions.csv",
        PublicQuestion,
        (
            Column("question", field="reference", required=True),
            Column("channel", choice(Channel), required=True),
            Column("name", required=True),
            Column("organisation"),
            Column("nth", number, required=True),
            Column("text", paragraph, required=True),
            Column("speaks", flag),
            Column("may_be_named", flag),
            Column("received_on", day, field="received_at", required=True),
            Column("state", choice(AskedState), required=True),
            Column("decided_on", day, field="decided_at"),
            Column("ground", or_empty(choice(RefusalGround))),
            Column("reason"),
            Column("answer", paragraph),
            Column("answered_by"),
            Column("manner", or_empty(choice(AnswerManner))),
            Column("answered_on", day),
            Column("source"),
            Column("invented", flag, field="is_synthetic"),
        ),
        key=("question",),
        references=(Reference(("held_on",), "panel_meetings.csv", "meeting", (day,)),),
        derive=_asked,
    ),
)
