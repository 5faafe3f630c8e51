"""The publication checklist: who looks after what, and the log of what was published with its proof."""

from datetime import date, datetime
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, not_in_future, save_checked, worded
from opcc.documents.uploads import CleanUpload, Readable, clean_upload
from panel.models import Publication, PublicationDuty
from panel.permissions import ADD_DUTY, ADD_PUBLICATION, CHANGE_DUTY, must_have
from panel.publication import Frequency
from panel.specified_information import BY_CODE, PLACE

MOST_REASON = 300


@transaction.atomic
def add_duty(
    *,
    code: str,
    by: User | None,
    at: datetime,
    owner: User | None = None,
    owner_role: str = "",
    frequency: Frequency | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> PublicationDuty:
    """Take one thing of the Order's list onto the office's checklist."""
    must_have(by, ADD_DUTY, "add to the publication checklist")
    item = BY_CODE.get(code)
    if item is None:
        raise DomainError("Choose what has to be published from the list.", field="code")
    duty = PublicationDuty(code=code, place=PLACE[code], source=source, is_synthetic=is_synthetic)
    return _write(
        duty,
        owner=owner,
        owner_role=owner_role,
        frequency=frequency or item.frequency,
        by=by,
        why="Put on the checklist",
    )


@transaction.atomic
def change_duty(
    *,
    duty: PublicationDuty,
    owner: User | None,
    owner_role: str,
    frequency: Frequency,
    by: User | None,
    at: datetime,
) -> PublicationDuty:
    """Change who looks after it, or how often the office publishes it. What the Order sets stays."""
    must_have(by, CHANGE_DUTY, "change the publication checklist")
    row = PublicationDuty.objects.select_for_update().get(pk=duty.pk)
    if frequency != Frequency.ON_CHANGE:
        row.changed_on = None
    return _write(row, owner=owner, owner_role=owner_role, frequency=frequency, by=by, why="Changed on the checklist")


def record_publication(
    *,
    duty: PublicationDuty,
    published_on: date,
    by: User | None,
    at: datetime,
    about: str = "",
    for_year: int | None = None,
    url: str = "",
    name: str = "",
    content: bytes | Readable | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> Publication:
    """Add to the log that something was published, with an address or a file as proof. It cannot be changed."""
    must_have(by, ADD_PUBLICATION, "record a publication")
    not_in_future(published_on, at, field="published_on")
    _refuse_wrong_kind(duty, for_year)
    if bool(url) == (content is not None):
        raise DomainError("Give the address or a file as proof, one of the two.", field="url")
    publication = Publication(
        duty=duty,
        published_on=published_on,
        about=" ".join(about.split()),
        for_year=for_year,
        url=url,
        recorded_by=by,
        recorded_at=at,
        source=source,
        is_synthetic=is_synthetic,
    )
    upload = None
    if content is not None:
        upload = clean_upload(name, content, limit_bytes=settings.UPLOAD_LIMIT_BYTES, field="file")
    return _keep(publication, upload, by)


@transaction.atomic
def note_change(*, duty: PublicationDuty, changed_on: date, by: User | None, at: datetime) -> PublicationDuty:
    """Record that what is published when it changes has changed, so that it is due again."""
    must_have(by, ADD_PUBLICATION, "record a change")
    row = PublicationDuty.objects.select_for_update().get(pk=duty.pk)
    if row.frequency != Frequency.ON_CHANGE or row.item.shown_at:
        raise DomainError("This is not published when it changes, so a change makes nothing due.")
    not_in_future(changed_on, at, field="changed_on")
    row.changed_on = changed_on
    with acting(by, "Change noted"):
        save_checked(row)
    return row


@transaction.atomic
def set_duty_aside(*, duty: PublicationDuty, reason: str, by: User | None, at: datetime) -> PublicationDuty:
    """Say that a thing does not apply to this office, and why."""
    must_have(by, CHANGE_DUTY, "change the publication checklist")
    row = PublicationDuty.objects.select_for_update().get(pk=duty.pk)
    if row.set_aside_reason:
        raise DomainError("This does not apply already. Open it again to see why.")
    row.set_aside_reason = worded(reason, most=MOST_REASON, missing="Say why it does not apply.", field="reason")
    with acting(by, "Does not apply"):
        save_checked(row)
    return row


@transaction.atomic
def take_up_duty(*, duty: PublicationDuty, by: User | None, at: datetime) -> PublicationDuty:
    """Say that a thing applies after all."""
    must_have(by, CHANGE_DUTY, "change the publication checklist")
    row = PublicationDuty.objects.select_for_update().get(pk=duty.pk)
    if not row.set_aside_reason:
        raise DomainError("This applies already. Open it again to see.")
    row.set_aside_reason = ""
    with acting(by, "Applies again"):
        save_checked(row)
    return row


def _write(
    row: PublicationDuty, *, owner: User | None, owner_role: str, frequency: Frequency, by: User | None, why: str
) -> PublicationDuty:
    if row.item.is_set_by_order and frequency != row.item.frequency:
        raise DomainError("The Order itself sets how often this is published.", field="frequency")
    row.owner, row.owner_role, row.frequency = owner, owner_role, frequency.value
    with acting(by, why):
        save_checked(row)
    return row


def _refuse_wrong_kind(duty: PublicationDuty, for_year: int | None) -> None:
    if duty.set_aside_reason:
        raise DomainError("This does not apply to the office. Say first that it applies.")
    if duty.item.shown_at:
        raise DomainError("This site publishes it by itself, so there is nothing to record.")
    if duty.frequency == Frequency.BEFORE_YEAR and for_year is None:
        raise DomainError("Say for which financial year it was: 2018 for 2018/19.", field="for_year")
    if duty.frequency != Frequency.BEFORE_YEAR and for_year is not None:
        raise DomainError("Only what is published before each financial year is for one.", field="for_year")


@transaction.atomic
def _keep(publication: Publication, upload: CleanUpload | None, by: User | None) -> Publication:
    if upload is not None:
        publication.file = ContentFile(upload.content, name=f"{uuid4()}.{upload.extension}")
        publication.name, publication.content_type = upload.original_name, upload.content_type
        publication.size, publication.sha256 = len(upload.content), upload.sha256
    with acting(by, "Publication recorded"):
        save_checked(publication)
    return publication
