"""Taking a file in: looked at, kept under a name of its own, and queued; a very file that is loaded is not again."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, worded
from opcc.documents.uploads import Readable, display_name
from opcc.web.words import nice_datetime
from performance import tasks
from performance.enums import LOADS_IN_WORK, LoadKind, LoadState
from performance.models import Load
from performance.operations.loading.files import forget, keep
from performance.permissions import LOAD, must_have

LONGEST_REASON = 250


def receive_load(
    *,
    file: Readable,
    name: str,
    kind: LoadKind = LoadKind.OBSERVATIONS,
    replaces: bool = False,
    reason: str = "",
    lookup_file: Readable | None = None,
    is_synthetic: bool = False,
    in_background: bool = True,
    by: User | None,
    at: datetime,
) -> Load:
    """Keep a file and queue its load. Of a very file that is loaded already, the load that brought it is returned.

    With `replaces` the file is judged by its figures even so: what differs takes the place of what is here.
    """
    must_have(by, LOAD, "load figures")
    reason = _reason(replaces, reason)
    _check_lookup(kind, lookup_file)
    kept = keep(file, name, field="file")
    lookup = keep(lookup_file, "lookup.csv", field="lookup_file") if lookup_file is not None else None
    digest = sha256((kept.sha256 + lookup.sha256).encode()).hexdigest() if lookup else kept.sha256
    before = loaded_before(kind=kind, sha256=digest) if not replaces else None
    before = before or _waiting(kind=kind, sha256=digest, replaces=replaces)
    if before is not None:
        forget(kept, lookup)
        return before
    fields: dict[str, Any] = {
        "kind": kind,
        "file_name": display_name(name),
        "file": kept.name,
        "lookup_file": lookup.name if lookup else "",
        "sha256": digest,
        "size": kept.size,
        "is_synthetic": is_synthetic,
    }
    return _queue_new(fields, replaces=replaces, reason=reason, in_background=in_background, by=by, at=at)


@transaction.atomic
def load_in_place(*, load: Load, reason: str, by: User | None, at: datetime) -> Load:
    """Load a refused file once more, now in place of the figures that differ."""
    must_have(by, LOAD, "load figures")
    reason = _reason(True, reason)
    if load.state != LoadState.REFUSED or not 0 < load.error_count == load.difference_count:
        raise DomainError("Only a file refused for nothing but figures that differ can take their place.")
    again = _waiting(kind=load.kind, sha256=load.sha256, replaces=True)
    if again is not None:
        return again
    fields = {
        name: getattr(load, name)
        for name in ("kind", "file_name", "file", "lookup_file", "sha256", "size", "is_synthetic")
    }
    return _queue_new(fields, replaces=True, reason=reason, in_background=True, by=by, at=at)


@transaction.atomic
def retry_load(*, load: Load, by: User | None, at: datetime) -> Load:
    """Have a failed load tried again."""
    must_have(by, LOAD, "load figures")
    with acting(by, "Tried again"):
        moved = Load.objects.filter(pk=load.pk, state=LoadState.FAILED).update(
            state=LoadState.QUEUED,
            requested_by=by,
            requested_at=at,
            attempts=0,
            nudged_at=None,
            failure="",
            finished_at=None,
            rows=None,
        )
    load.refresh_from_db()
    if not moved:
        raise DomainError(f"{load} cannot be tried again now: its state is '{load.get_state_display().lower()}'.")
    _tell_a_worker(load.pk)
    return load


def loaded_before(*, kind: str, sha256: str) -> Load | None:
    """The load that brought this very file, if one did."""
    loads = Load.objects.loaded().of_file(kind=kind, sha256=sha256)
    return loads.select_related("requested_by").latest_first().first()


def was_loaded(load: Load) -> str:
    """What is said to whoever brings a file that is loaded."""
    by = f" by {load.requested_by}" if load.requested_by else ""
    assert load.finished_at is not None, "the database sees to it"
    return f"This very file was loaded on {nice_datetime(load.finished_at)}{by}: nothing changes."


def _waiting(*, kind: str, sha256: str, replaces: bool) -> Load | None:
    """The load of this very file that is being worked on, as when a button is pressed twice."""
    loads = Load.objects.of_file(kind=kind, sha256=sha256).filter(state__in=LOADS_IN_WORK, replaces=replaces)
    return loads.latest_first().first()


@transaction.atomic
def _queue_new(
    fields: dict[str, Any], *, replaces: bool, reason: str, in_background: bool, by: User | None, at: datetime
) -> Load:
    with acting(by, "Figures brought"):
        load = Load.objects.create(
            **fields, replaces=replaces, reason=reason, requested_by=by, requested_at=at, state=LoadState.QUEUED
        )
    if in_background:
        _tell_a_worker(load.pk)
    else:  # the caller runs it: the sweep leaves it alone for a while
        Load.objects.filter(pk=load.pk).update(nudged_at=Now())
    return load


def _tell_a_worker(load_id: int) -> None:
    def tell() -> None:
        tasks.nudge(load_id=load_id)

    transaction.on_commit(tell, robust=True)  # a broker that is away changes nothing: the sweep finds the row


def _reason(replaces: bool, reason: str) -> str:
    if not replaces:
        return ""
    return worded(reason, most=LONGEST_REASON, missing="Say why figures are replaced.", field="reason")


def _check_lookup(kind: LoadKind, lookup_file: Readable | None) -> None:
    if kind == LoadKind.STREET_LEVEL and lookup_file is None:
        raise DomainError("Choose the file that says which district each LSOA lies in.", field="lookup_file")
    if kind != LoadKind.STREET_LEVEL and lookup_file is not None:
        raise DomainError("Only street-level data needs a file of LSOAs. Leave it out.", field="lookup_file")
