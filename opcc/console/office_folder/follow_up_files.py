"""The files of an office folder about what the Panel recommended, what became of it, and its work programme.

Letters stand in them as drafts: sending one prints and freezes it, which a load does not do.
"""

from datetime import UTC, date, datetime, time
from typing import Any

from opcc.console.office_folder.panel_files import (
    ATTENDANCE_FILES,
    ITEM,
    MEETING,
    MEMBERSHIP_FILES,
    MINUTES_FILES,
    PROVENANCE,
    VOTES_FILES,
    optional,
)
from opcc.console.office_folder.readers import choice, clock_time, day, flag, number, paragraph, words, yes_or_no
from opcc.console.office_folder.tables import Column, FileSpec, Reference
from opcc.core.errors import DomainError
from opcc.reference.models import OfficeProfile
from opcc.web.words import nice_date
from panel.enums import (
    ActionState,
    AnswerKind,
    ItemKind,
    LetterKind,
    MeetingState,
    Recipient,
    RecommendationState,
    ResolutionKind,
    WorkKind,
)
from panel.models import (
    AgendaItem,
    PanelAction,
    PanelLetter,
    PanelMeeting,
    Paper,
    ProgressUpdate,
    Recommendation,
    RecommendationResponse,
    Resolution,
    WorkItem,
)

Values = dict[str, Any]
RECOMMENDATION = Reference(("recommendation",), "recommendations.csv", "recommendation", (words,))


def _noon(on: date) -> datetime:
    """A file gives days; a column that wants a moment gets the middle of the day."""
    return datetime.combine(on, time(12), tzinfo=UTC)


def _as_resolved(values: Values, _: OfficeProfile) -> Values:
    """The words of a recommendation are those of its resolution, which asks for something and was carried."""
    resolution: Resolution = values["resolution"]
    if resolution.kind not in (ResolutionKind.RECOMMENDS, ResolutionKind.REQUESTS) or not resolution.is_carried:
        raise DomainError("The resolution neither recommends nor requests, or was not carried.")
    met_on = resolution.item.meeting.held_on
    if not values["reference"].startswith(f"{met_on.year}/"):
        raise DomainError(f"The Panel resolved this in {met_on.year}, so its number begins with {met_on.year}/.")
    return values | {"text": resolution.text}


def _response(values: Values, _: OfficeProfile) -> Values:
    met_on = values["recommendation"].resolution.item.meeting.held_on
    if values["given_on"] < met_on:
        raise DomainError(f"given_on: {values['given_on']} is before the Panel resolved it, {met_on}.")
    return values


def _carried(text: str) -> bool:
    """Most resolutions were carried, so that an empty cell says so."""
    return yes_or_no(text) is not False


def _update(values: Values, _: OfficeProfile) -> Values:
    return values | {"written_at": _noon(values["on"])}


def _work(values: Values, _: OfficeProfile) -> Values:
    """The last report comes before the next one. That it lies in the past, the database sees to."""
    last, meeting = values.get("last_report_on"), values.get("meeting")
    if last is not None and meeting is not None and last > meeting.held_on:
        raise DomainError(
            f"last_report: {nice_date(last)} is later than the next report, {nice_date(meeting.held_on)}. "
            "Correct one of the two."
        )
    return values


FOLLOW_UP_FILES: tuple[FileSpec, ...] = (
    *MEMBERSHIP_FILES,
    FileSpec(
        "panel_meetings.csv",
        PanelMeeting,
        (
            Column("held_on", day, required=True),
            Column("starts_at", clock_time),
            Column("venue"),
            Column("state", choice(MeetingState), required=True),
            Column("cancelled_reason"),
            Column("title"),
            *PROVENANCE,
        ),
        key=("held_on",),
    ),
    FileSpec(
        "agenda_items.csv",
        AgendaItem,
        (
            Column("item", number, field="position", required=True),
            Column("kind", choice(ItemKind), required=True),
            Column("title", required=True),
            Column("purpose"),
            Column("lead"),
            *PROVENANCE,
        ),
        key=("held_on", "item"),
        references=(
            Reference(
                ("held_on", "under"), "agenda_items.csv", "parent", (day, number), required=False, if_filled="under"
            ),
            MEETING,  # the last that names a column of the key says what the column fills
        ),
    ),
    FileSpec(
        "papers.csv",
        Paper,
        (
            Column("order", number, field="position", required=True),
            Column("title", required=True),
            Column("author"),
            Column("purpose"),
            Column("to_follow", flag, field="is_to_follow"),
            *PROVENANCE,
        ),
        key=("held_on", "item", "order"),
        references=(ITEM,),
    ),
    *ATTENDANCE_FILES,
    FileSpec(
        "resolutions.csv",
        Resolution,
        (
            Column("number", number, required=True),
            Column("letter"),
            Column("kind", choice(ResolutionKind), required=True),
            Column("text", paragraph, required=True),
            Column("carried", _carried, field="is_carried"),
            Column("casting_vote"),
            *PROVENANCE,
        ),
        key=("held_on", "item", "number", "letter"),
        references=(
            ITEM,
            Reference(("mover",), "panel_members.csv", "mover", (words,), required=False),
            Reference(("seconder",), "panel_members.csv", "seconder", (words,), required=False),
        ),
    ),
    *VOTES_FILES,
    *MINUTES_FILES,
    FileSpec(
        "recommendations.csv",
        Recommendation,
        (
            Column("recommendation", field="reference", required=True),
            Column("title", required=True),
            Column("to", choice(Recipient), required=True),
            Column("to_other"),
            Column("lead"),
            Column("due_on", day),
            Column("back_on", day, field="update_on"),
            Column("state", choice(RecommendationState), required=True),
            Column("closed_on", day),
            Column("withdrawn_reason"),
            *PROVENANCE,
        ),
        key=("recommendation",),
        references=(
            Reference(
                ("held_on", "item", "number", "letter"), "resolutions.csv", "resolution", (day, number, number, words)
            ),
        ),
        derive=_as_resolved,
    ),
    FileSpec(
        "recommendation_responses.csv",
        RecommendationResponse,
        (
            Column("answer", choice(AnswerKind), required=True),
            Column("part"),
            Column("reason"),
            Column("text", paragraph, required=True),
            Column("given_on", day, required=True),
            Column("published_url"),
            *PROVENANCE,
        ),
        key=("recommendation",),
        references=(RECOMMENDATION,),
        derive=_response,
    ),
    FileSpec(
        "panel_actions.csv",
        PanelAction,
        (
            Column("action", field="text", required=True),
            Column("lead", required=True),
            Column("due_on", day),
            Column("update_on", day),
            Column("state", choice(ActionState), required=True),
            Column("ended_on", day),
            Column("outcome"),
            *PROVENANCE,
        ),
        key=("recommendation", "held_on", "item", "action"),
        references=(optional(RECOMMENDATION), optional(ITEM)),
    ),
    FileSpec(
        "progress_updates.csv",
        ProgressUpdate,
        (Column("on", day, required=True), Column("text", required=True), *PROVENANCE),
        key=("recommendation", "under", "held_on", "item", "action", "on"),
        references=(
            optional(RECOMMENDATION),
            Reference(
                ("under", "held_on", "item", "action"), "panel_actions.csv", "action", (words, day, number, words),
                required=False,
            ),
        ),
        derive=_update,
    ),
    FileSpec(
        "panel_letters.csv",
        PanelLetter,
        (
            Column("kind", choice(LetterKind), required=True),
            Column("to", choice(Recipient), required=True),
            Column("to_other"),
            Column("subject", required=True),
            Column("dated_on", day, required=True),
            Column("opening", paragraph),
            Column("closing", paragraph),
            Column("signed_by", required=True),
            *PROVENANCE,
        ),
        key=("kind", "dated_on"),
        references=(
            MEETING,
            Reference(
                ("answers_kind", "answers_dated_on"), "panel_letters.csv", "answers", (words, day),
                required=False,
            ),
        ),
    ),
    FileSpec(
        "work_programme.csv",
        WorkItem,
        (
            Column("title", required=True),
            Column("kind", choice(WorkKind), required=True),
            Column("detail"),
            Column("lead"),
            Column("when", field="when_words"),
            Column("asked_by", field="requested_by"),
            Column("asked_on", day, field="requested_on"),
            Column("last_report", day, field="last_report_on"),
            Column("order", number, field="position"),
            *PROVENANCE,
        ),
        key=("title", "kind"),
        references=(optional(MEETING),),
        derive=_work,
    ),
)  # fmt: skip
