"""Asking for a pack, issuing it, withdrawing it; and taking back one whose papers were made exempt meanwhile."""

from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, worded
from panel import quarterly_report, queries, tasks
from panel.enums import PACK_OPEN, Audience, MeetingState, PackKind, PackState
from panel.models import Pack, PackEdition, PanelMeeting
from panel.operations.openness import hold_openness
from panel.permissions import ISSUE_PACK, REQUEST_PACK, must_have
from panel.printed import pack as printed

STALE = (
    "What the public may read of this meeting was changed after the pack was built. Build it again, so that both "
    "editions say so."
)
CHANGED = (
    "Something that this pack says was changed after it was built: the agenda, a paper, the log, the work programme or "
    "a decision. Build it again, look at it, then issue it."
)


@transaction.atomic
def request_pack(
    *,
    meeting: PanelMeeting,
    by: User | None,
    at: datetime,
    kind: PackKind = PackKind.FULL,
    change_note: str = "",
) -> Pack:
    """Ask for the pack of a meeting, or a supplement with what came since. After an issued version, say what changed.

    Each supplement has a number of its own and goes on from the pages before it; a new version of the pack takes in
    what its supplements held.
    """
    must_have(by, REQUEST_PACK, "ask for a pack")
    meeting = PanelMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if meeting.state == MeetingState.CANCELLED:
        raise DomainError("This meeting is cancelled, so it has no pack.")
    if not meeting.items.exists():
        raise DomainError("The meeting has no agenda yet. Draft it first.")
    in_work = Pack.objects.filter(meeting=meeting, state__in=PACK_OPEN).first()
    if in_work is not None:
        raise DomainError(
            f"A pack of this meeting is in work: {in_work.name}, {in_work.get_state_display().lower()}. "
            "Open it to build it again."
        )
    last = Pack.objects.filter(meeting=meeting, supplement=0).order_by("-version").first()
    if kind == PackKind.SUPPLEMENT:
        _must_have_news(meeting)
        before = Pack.objects.filter(meeting=meeting).order_by("-supplement").values_list("supplement", flat=True)
        pack = Pack(meeting=meeting, supplement=(before.first() or 0) + 1, version=1)
    elif last is not None and not change_note.strip():
        raise DomainError("Say what changed since the last version.", field="change_note")
    else:
        note = change_note.strip() if last else ""
        pack = Pack(meeting=meeting, version=last.version + 1 if last else 1, change_note=note)
    pack.requested_by, pack.requested_at = by, at
    with acting(by, "Pack asked for"):
        try:
            with transaction.atomic():
                pack.save()
        except IntegrityError as error:  # two people asked in the same moment
            raise DomainError("Somebody asked for this pack just now. Wait until it is ready.") from error
    _tell(pack)
    return pack


def _must_have_news(meeting: PanelMeeting) -> None:
    if not Pack.objects.issued().filter(meeting=meeting, supplement=0).exists():
        raise DomainError("A supplement follows a pack that is issued. Issue the pack first.", field="kind")
    if not queries.parts_of(meeting, queries.parts_out(meeting)).exists():
        raise DomainError("No paper came since the pack was issued. Put it in first.", field="kind")


@transaction.atomic
def rebuild_pack(*, pack: Pack, by: User | None, at: datetime) -> Pack:
    """Build a pack that is ready or failed again, from the agenda and papers as they are now."""
    must_have(by, REQUEST_PACK, "build a pack")
    with acting(by, "Build asked for again"):
        moved = Pack.objects.filter(pk=pack.pk, state__in=(PackState.READY, PackState.FAILED)).update(
            state=PackState.QUEUED, failure="", attempts=0, nudged_at=None, requested_at=at,
            progress_done=0, progress_text="",
        )  # fmt: skip
    pack.refresh_from_db()
    if not moved:
        raise DomainError(f"{pack} cannot be built again. Its state is '{pack.get_state_display()}'.")
    _tell(pack)
    return pack


@transaction.atomic
def issue_pack(*, pack: Pack, by: User | None, at: datetime) -> Pack:
    """Put a pack before the Panel and the public. The version issued before it is superseded, with its supplements.

    The agenda must be published, and what the pack says must be so still. Whoever keeps something back meanwhile comes
    before or after.
    """
    must_have(by, ISSUE_PACK, "issue a pack")
    hold_openness()
    locked = Pack.objects.select_for_update().get(pk=pack.pk)
    if locked.state != PackState.READY or locked.built_at != pack.built_at:
        raise DomainError(
            f"{pack} cannot be issued: it must be ready, and not built anew since you opened it. "
            f"Its state is '{locked.get_state_display()}'."
        )
    if not locked.meeting.agenda_can_be_read:
        raise DomainError("The agenda is not published. Publish it first, on the meeting's own page.")
    _check_files(locked)
    _check_words(locked)
    with acting(by, "Pack issued"):
        before = Pack.objects.issued().filter(meeting=locked.meeting_id)
        (before.filter(supplement=locked.supplement) if locked.supplement else before).update(
            state=PackState.SUPERSEDED
        )
        Pack.objects.filter(pk=locked.pk).update(state=PackState.ISSUED, issued_at=at, issued_by=by)
    pack.refresh_from_db()
    return pack


@transaction.atomic
def withdraw_pack(*, pack: Pack, reason: str, by: User | None, at: datetime) -> Pack:
    """Take an issued pack back. Its address then says that it was withdrawn and why; its files stay as evidence."""
    must_have(by, ISSUE_PACK, "withdraw a pack")
    reason = worded(reason, most=250, missing="Say why it is withdrawn. The public reads this.", field="reason")
    with acting(by, "Pack withdrawn"):
        moved = Pack.objects.filter(pk=pack.pk, state__in=(PackState.ISSUED, PackState.SUPERSEDED)).update(
            state=PackState.WITHDRAWN, withdrawn_reason=reason
        )
    pack.refresh_from_db()
    if not moved:
        raise DomainError(f"{pack} cannot be withdrawn. Its state is '{pack.get_state_display()}'.")
    return pack


def take_back_packs(meeting: PanelMeeting) -> None:
    """Fail every pack of the meeting that is built or being built and not issued; in the caller's transaction.

    Its editions were made before what the public may read was changed. A pack that is being issued at this moment is
    either issued first or not issued at all.
    """
    hold_openness()
    open_ones = Pack.objects.select_for_update().filter(meeting=meeting, state__in=PACK_OPEN).order_by("pk")
    stale = [pack.pk for pack in open_ones if pack.state in (PackState.BUILDING, PackState.READY)]
    PackEdition.objects.filter(pack__in=stale).delete()
    Pack.objects.filter(pk__in=stale).update(
        state=PackState.FAILED, failure=STALE, built_at=None, lease_until=None, progress_text=""
    )


def _tell(pack: Pack) -> None:
    """Once committed, a worker is told; if none is there the sweep finds the row."""
    key = pack.pk

    def tell() -> None:
        tasks.nudge_pack(pack_id=key)

    transaction.on_commit(tell, robust=True)


def _check_words(pack: Pack) -> None:
    """Both editions say what they would say if they were made now; they print what belongs to other meetings too."""
    assert pack.built_at is not None
    for edition in pack.editions.all():
        now = printed.compose(pack, audience=Audience(edition.audience), at=pack.built_at)
        if quarterly_report.digest(now) != edition.contents_sha256:
            raise DomainError(CHANGED)


def _check_files(pack: Pack) -> None:
    """Both editions are there and are the bytes that were built."""
    editions = {edition.audience: edition for edition in pack.editions.all()}
    for audience in Audience:
        edition = editions.get(audience)
        try:
            if edition is None:
                raise FileNotFoundError
            with edition.file.open("rb") as file:
                unchanged = sha256(file.read()).hexdigest() == edition.sha256
        except OSError:
            unchanged = False
        if not unchanged:
            raise DomainError(f"The PDF of the {audience.label.lower()} edition is missing or changed. Build it again.")
