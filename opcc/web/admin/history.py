"""A record's history in words: who, when, what changed from what to what, and why."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.db import models

from opcc.web import words

NOBODY = "automatic"
NOT_SHOWN = "not shown"
LABELS = {"insert": "Added", "update": "Changed", "delete": "Deleted"}


@dataclass(frozen=True)
class FieldChange:
    """One field's value before and after, as words."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """One event of a record."""

    at: datetime
    by: str
    label: str
    reason: str
    fields: tuple[FieldChange, ...]

    @property
    def summary(self) -> str:
        """'Changed: state, reviewed by'."""
        names = ", ".join(field.name for field in self.fields)
        return f"{self.label}: {names}" if names and self.label == LABELS["update"] else self.label


@dataclass(frozen=True)
class Reader:
    """What of a history somebody may read: which events, of those which fields, and which related records by name."""

    events: models.Q | None = None  # None: all
    hidden: Collection[str] = ()
    known: "Callable[[models.QuerySet[Any]], models.QuerySet[Any]] | None" = None  # None: all


EVERYTHING = Reader()


def is_tracked(model: type[models.Model]) -> bool:
    """Whether the database keeps the model's history."""
    return bool(getattr(model, "pgh_event_models", None))


def history_page(
    record: models.Model, number: Any, per_page: int = 50, *, reader: Reader = EVERYTHING
) -> "tuple[Page[Any], list[Change]]":
    """One page of a record's history, newest first; the same few queries however long it is."""
    page = Paginator(_events(record, reader), per_page).get_page(number)
    rows = list(page.object_list)
    return page, _in_words(type(record), rows, _before(record, rows, reader), reader)


def latest(record: models.Model, count: int, *, reader: Reader = EVERYTHING) -> list[Change]:
    """The newest events of a record."""
    rows = list(_events(record, reader)[: count + 1])
    return _in_words(type(record), rows[:count], rows[count] if len(rows) > count else None, reader)


def _events(record: models.Model, reader: Reader) -> "models.QuerySet[Any]":
    event_model = next(iter(record.pgh_event_models.values()))  # type: ignore[attr-defined]  # is_tracked was asked
    events: models.QuerySet[Any] = event_model.objects.filter(pgh_obj_id=record.pk).select_related("pgh_context")
    return events.filter(reader.events or models.Q()).order_by("-pgh_created_at", "-pgh_id")


def _before(record: models.Model, rows: Sequence[Any], reader: Reader) -> Any:
    """The event before the oldest of the page, against which its changes are told."""
    return _events(record, reader).filter(pgh_id__lt=min(row.pgh_id for row in rows)).first() if rows else None


def _in_words(model: type[models.Model], rows: Sequence[Any], before: Any, reader: Reader) -> list[Change]:
    fields = [field for field in _fields(model, rows) if field.name not in reader.hidden]
    pairs = list(zip(rows, [*rows[1:], before], strict=True)) if rows else []
    moved = [(row, _moved(row, old, fields)) for row, old in pairs]
    names = _names_of_related(fields, moved, reader)
    people = _people(rows)
    return [
        Change(
            at=row.pgh_created_at,
            by=people.get(_metadata(row).get("user"), NOBODY),
            label=LABELS.get(row.pgh_label, row.pgh_label),
            reason=str(_metadata(row).get("reason", "")),
            fields=tuple(
                FieldChange(str(field.verbose_name), _word(field, old, names), _word(field, new, names))
                for field, old, new in changes
            ),
        )
        for row, changes in moved
    ]


Moved = list[tuple[Any, Any, Any]]


def _fields(model: type[models.Model], rows: Sequence[Any]) -> list[Any]:
    """The model's fields that its history copies; content that must not be copied is not there."""
    if not rows:
        return []
    copied = {field.name for field in rows[0]._meta.concrete_fields}
    return [field for field in model._meta.concrete_fields if field.name in copied and not field.primary_key]


def _moved(row: Any, old: Any, fields: Iterable[Any]) -> Moved:
    if old is None:
        return []
    values = ((field, getattr(old, field.attname), getattr(row, field.attname)) for field in fields)
    return [(field, before, after) for field, before, after in values if before != after]


def _metadata(row: Any) -> Mapping[str, Any]:
    return (row.pgh_context.metadata if row.pgh_context else None) or {}


def _people(rows: Iterable[Any]) -> dict[Any, str]:
    ids = {_metadata(row).get("user") for row in rows} - {None}
    return {pk: str(person) for pk, person in get_user_model()._default_manager.in_bulk(ids).items()} if ids else {}


def _names_of_related(
    fields: Iterable[Any], moved: Iterable[tuple[Any, Moved]], reader: Reader
) -> dict[str, dict[Any, str]]:
    """What the records that foreign keys pointed to are called: two queries for each relation that changed.

    Those that the reader may not know of are said to be not shown.
    """
    wanted: dict[str, set[Any]] = {}
    for _, changes in moved:
        for field, *values in changes:
            if field.is_relation:
                wanted.setdefault(field.name, set()).update(value for value in values if value is not None)
    related = {field.name: field.related_model for field in fields if field.name in wanted}
    return {name: _names(related[name]._base_manager.filter(pk__in=ids), reader) for name, ids in wanted.items()}


def _names(rows: "models.QuerySet[Any]", reader: Reader) -> dict[Any, str]:
    shown = rows if reader.known is None else reader.known(rows)
    return dict.fromkeys(rows.values_list("pk", flat=True), NOT_SHOWN) | {row.pk: str(row) for row in shown}


def _word(field: Any, value: Any, names: Mapping[str, Mapping[Any, str]]) -> str:
    if value in (None, ""):
        return "empty"
    if field.is_relation:
        return names[field.name].get(value, f"number {value}, deleted since")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return words.nice_datetime(value)
    if isinstance(value, date):
        return words.nice_date(value)
    return words.nice_time(value) if isinstance(value, time) else str(value)
