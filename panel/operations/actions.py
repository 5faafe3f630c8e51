"""Actions of the Panel, the log of what was done, and evidence of it."""

from datetime import date, datetime
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, not_in_future, save_checked, worded
from opcc.documents.uploads import CleanUpload, Readable, clean_upload
from opcc.web.words import nice_date
from panel.enums import ANSWERED, ENDED, ActionState
from panel.models import AgendaItem, Evidence, Member, PanelAction, ProgressUpdate, Recommendation
from panel.operations.recommendations import mark_in_progress, must_know_of
from panel.permissions import ADD_ACTION, CHANGE_ACTION, CHANGE_RECOMMENDATION, must_have, sees_exempt

MOST_UPDATE = 1000


@transaction.atomic
def add_action(
    *,
    text: str,
    lead: str,
    by: User | None,
    at: datetime,
    recommendation: Recommendation | None = None,
    item: AgendaItem | None = None,
    member: Member | None = None,
    due_on: date | None = None,
    update_on: date | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> PanelAction:
    """Open an action: under a recommendation, or by itself under the item of an agenda where it was agreed."""
    must_have(by, ADD_ACTION, "add an action")
    if recommendation is not None:
        recommendation = _live(recommendation, by)
    agreed_on = _agreed_on(recommendation, item)
    if due_on is not None and agreed_on is not None and due_on < agreed_on:
        raise DomainError(f"This was agreed on {nice_date(agreed_on)}. Enter a later day.", field="due_on")
    action = PanelAction(
        recommendation=recommendation, item=item, text=text.strip(), lead=lead.strip(), member=member,
        due_on=due_on, update_on=update_on, source=source, is_synthetic=is_synthetic,
    )  # fmt: skip
    with acting(by, "Action opened"):
        save_checked(action)
        _refuse_unknown(by, action)
        if recommendation is not None and recommendation.state in ANSWERED:
            mark_in_progress(recommendation)
    return action


@transaction.atomic
def change_action(
    *,
    action: PanelAction,
    text: str,
    lead: str,
    member: Member | None,
    due_on: date | None,
    update_on: date | None,
    by: User | None,
    at: datetime,
) -> PanelAction:
    """Correct an open action. What it hangs on stays."""
    must_have(by, CHANGE_ACTION, "change an action")
    row = _locked(action, by)
    row.text, row.lead, row.member = text.strip(), lead.strip(), member
    row.due_on, row.update_on = due_on, update_on
    with acting(by, "Action changed"):
        save_checked(row)
    return row


@transaction.atomic
def end_action(
    *, action: PanelAction, state: ActionState, outcome: str, by: User | None, at: datetime, on: date | None = None
) -> PanelAction:
    """Record that an action is done, or that it is dropped and why."""
    must_have(by, CHANGE_ACTION, "end an action")
    row = _locked(action, by)
    if state == ActionState.DROPPED:
        outcome = worded(outcome, most=MOST_UPDATE // 2, missing="Say why it is dropped.", field="outcome")
    row.state, row.outcome, row.ended_on = state, outcome.strip(), on or timezone.localdate(at)
    not_in_future(row.ended_on, at, field="on")
    with acting(by, f"Action {ActionState(state).label.lower()}"):
        save_checked(row)
    return row


@transaction.atomic
def write_update(
    *,
    text: str,
    on: date,
    by: User | None,
    at: datetime,
    recommendation: Recommendation | None = None,
    action: PanelAction | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> ProgressUpdate:
    """Add a line to the log of a recommendation or an action. It cannot be changed: add another that corrects it."""
    must_have(by, CHANGE_RECOMMENDATION if recommendation else CHANGE_ACTION, "write an update")
    not_in_future(on, at, field="on")
    if recommendation is not None:
        recommendation = _live(recommendation, by)
    if action is not None:
        _refuse_unknown(by, action)
    line = ProgressUpdate(
        recommendation=recommendation, action=action, on=on, written_by=by, written_at=at, source=source,
        text=worded(text, most=MOST_UPDATE, missing="Enter what was done.", field="text"), is_synthetic=is_synthetic,
    )  # fmt: skip
    with acting(by, "Update written"):
        save_checked(line)
    return line


def add_evidence(
    *,
    title: str,
    on: date,
    by: User | None,
    at: datetime,
    recommendation: Recommendation | None = None,
    action: PanelAction | None = None,
    url: str = "",
    name: str = "",
    content: bytes | Readable | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> Evidence:
    """Add a link or a file. A file is made afresh first, outside the transaction: a child process does it."""
    must_have(by, CHANGE_RECOMMENDATION if recommendation else CHANGE_ACTION, "add evidence")
    if recommendation is not None:
        must_know_of(by, recommendation)
    if action is not None:
        _refuse_unknown(by, action)
    if bool(url) == (content is not None):
        raise DomainError("Give an address or a file, one of the two.", field="url")
    not_in_future(on, at, field="on")
    evidence = Evidence(
        recommendation=recommendation, action=action, title=title.strip(), on=on, url=url, added_by=by, source=source,
        is_synthetic=is_synthetic,
    )  # fmt: skip
    upload = None
    if content is not None:
        upload = clean_upload(name, content, limit_bytes=settings.UPLOAD_LIMIT_BYTES, field="file")
    return _keep(evidence, upload, by)


@transaction.atomic
def _keep(evidence: Evidence, upload: CleanUpload | None, by: User | None) -> Evidence:
    if upload is not None:
        evidence.file = ContentFile(upload.content, name=f"{uuid4()}.{upload.extension}")
        evidence.name, evidence.content_type = upload.original_name, upload.content_type
        evidence.size, evidence.sha256 = len(upload.content), upload.sha256
    with acting(by, "Evidence added"):
        save_checked(evidence)
    return evidence


def _agreed_on(recommendation: Recommendation | None, item: AgendaItem | None) -> date | None:
    if recommendation is not None:
        return recommendation.resolution.item.meeting.held_on
    return item.meeting.held_on if item is not None else None


def _live(recommendation: Recommendation, by: User | None) -> Recommendation:
    """The row, locked. What has ended takes nothing more."""
    rows = Recommendation.objects.select_for_update(of=("self",))
    row = rows.select_related("resolution__item__meeting", "resolution__item__parent").get(pk=recommendation.pk)
    must_know_of(by, row)
    if row.state in ENDED:
        raise DomainError(f"{row.reference} is {row.get_state_display().lower()}, so nothing is added to it.")
    return row


def _locked(action: PanelAction, by: User | None) -> PanelAction:
    rows = PanelAction.objects.select_for_update(of=("self",)).with_origin()
    row = rows.get(pk=action.pk)
    _refuse_unknown(by, row)
    if row.state != ActionState.OPEN:
        raise DomainError(f"This action is {row.get_state_display().lower()} already. Open it again to see.")
    return row


def _refuse_unknown(by: User | None, action: PanelAction) -> None:
    """Refuse a person who may not know of exempt matter."""
    if by is not None and action.is_exempt and not sees_exempt(by):
        raise DomainError("There is no such action.")
