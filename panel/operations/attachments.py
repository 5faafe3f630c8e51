"""PDFs of decisions: attached, withheld by themselves, opened again, and taken away while nobody has read them."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from opcc.documents.uploads import CleanUpload, Readable, clean_upload
from panel.models import Decision, DecisionAttachment
from panel.operations.register import claim_foi_exemption, refuse_unknown_decision
from panel.permissions import WITHHOLD, must_have, sees_withheld

ADD, DELETE = "panel.add_decisionattachment", "panel.delete_decisionattachment"
PDF = "application/pdf"


def attach_paper(
    *,
    decision: Decision,
    title: str,
    name: str,
    content: bytes | Readable,
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> DecisionAttachment:
    """Attach a PDF. It is made afresh first, outside the transaction: a child process does it."""
    must_have(by, ADD, "attach a paper")
    refuse_unknown_decision(by, decision)
    title = worded(title, most=150, missing="Say what the paper is.", field="title")
    upload = clean_upload(name, content, limit_bytes=settings.UPLOAD_LIMIT_BYTES, field="file")
    if upload.content_type != PDF:
        raise DomainError(f"'{upload.original_name}' was not attached. Attach a PDF.", field="file")
    attachment = DecisionAttachment(
        decision=decision, title=title, added_by=by, added_at=at, source=source, is_synthetic=is_synthetic
    )
    return _keep(attachment, upload, by)


@transaction.atomic
def _keep(attachment: DecisionAttachment, upload: CleanUpload, by: User | None) -> DecisionAttachment:
    attachment.file = ContentFile(upload.content, name=f"{uuid4()}.pdf")
    attachment.name, attachment.size, attachment.sha256 = upload.original_name, len(upload.content), upload.sha256
    with acting(by, f"Paper attached to {attachment.decision.reference}"):
        save_checked(attachment)
    return attachment


@transaction.atomic
def withhold_attachment(
    *,
    attachment: DecisionAttachment,
    sections: Collection[str],
    reasons: str,
    by: User | None,
    at: datetime,
    review_on: date | None = None,
) -> DecisionAttachment:
    """Keep one paper from the public while its decision is open."""
    must_have(by, WITHHOLD, "decide what is withheld")
    row = _locked(attachment, by)
    if row.exemption_id is not None:
        raise DomainError("This paper is withheld already. Open it again to see why.")
    with acting(by, "Paper withheld"):
        row.exemption = claim_foi_exemption(
            sections=sections, reasons=reasons, public_words="", review_on=review_on, by=by, at=at
        )
        save_checked(row)
    return row


@transaction.atomic
def release_attachment(*, attachment: DecisionAttachment, by: User | None, at: datetime) -> DecisionAttachment:
    """End what keeps one paper back. The public reads it at once, if its decision is open and published."""
    must_have(by, WITHHOLD, "decide what is withheld")
    row = _locked(attachment, by)
    if row.exemption_id is None:
        raise DomainError("This paper is not withheld by itself. Open it again to see.")
    row.exemption = None
    with acting(by, "Paper opened to the public"):
        save_checked(row)
    return row


@transaction.atomic
def remove_attachment(*, attachment: DecisionAttachment, by: User | None, at: datetime) -> None:
    """Take away a paper of a decision that is not published. One that people may have read is withheld instead."""
    must_have(by, DELETE, "take a paper away")
    row = _locked(attachment, by)
    if row.decision.is_published:
        raise DomainError("The decision is published, so its papers stay. Withhold this one, with the reasons.")
    file = row.file
    with acting(by, f"Paper taken from {row.decision.reference}"):
        row.delete()
    transaction.on_commit(lambda: file.delete(save=False))


def _locked(attachment: DecisionAttachment, by: User | None) -> DecisionAttachment:
    rows = DecisionAttachment.objects.select_for_update(of=("self", "decision")).select_related("decision")
    row = rows.get(pk=attachment.pk)
    if by is not None and row.is_withheld and not sees_withheld(by):
        raise DomainError("There is no such paper.")
    return row
