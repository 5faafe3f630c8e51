"""The engine: rows of CSV files become rows of tables, found again by their natural keys."""

import csv
import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from opcc.console.office_folder.problems import Problem
from opcc.console.office_folder.readers import Reader, words
from opcc.core.constraints import broken_rule
from opcc.core.errors import DomainError
from opcc.reference.models import OfficeProfile

MOST_ROWS = 100_000


@dataclass(frozen=True)
class Column:
    """A column of a file and the model field it fills."""

    name: str
    read: Reader = words
    field: str = ""
    required: bool = False

    @property
    def fills(self) -> str:
        return self.field or self.name


@dataclass(frozen=True)
class Reference:
    """One or more columns that together name a row of another file, by that file's key."""

    columns: tuple[str, ...]
    to: str
    field: str
    reads: tuple[Reader, ...]
    required: bool = True
    if_filled: str = ""  # the column that says whether there is one, where the others are needed anyway


@dataclass(frozen=True)
class FileSpec:
    """A file of the folder: its model, its columns, and which columns tell one row from another."""

    file: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    needed: bool = False
    unchecked: tuple[str, ...] = ()  # fields that `after` fills
    derive: Callable[[dict[str, Any], OfficeProfile], dict[str, Any]] | None = None
    extras: tuple[Column, ...] = ()  # columns that fill no field of the row's own; `after` gets their values
    after: Callable[[Any, dict[str, Any], datetime], None] | None = None
    found_by: tuple[str, ...] = ()  # fields that find a row again, where the key's own do not

    @property
    def header(self) -> tuple[str, ...]:
        names = [column.name for column in (*self.columns, *self.extras)]
        names += [name for reference in self.references for name in reference.columns if name not in names]
        return tuple(names)

    @property
    def must_have(self) -> set[str]:
        required = {column.name for column in (*self.columns, *self.extras) if column.required}
        return required | {name for ref in self.references if ref.required for name in ref.columns} | set(self.key)


@dataclass(frozen=True)
class Row:
    """A line of a file as text."""

    line: int
    cells: dict[str, str]


def read_rows(folder: Path, spec: FileSpec, problems: list[Problem]) -> list[Row]:
    """The rows of a file. Trouble with the file as a whole becomes problems and an empty list."""
    path = folder / spec.file
    if not path.exists():
        if spec.needed:
            problems.append(Problem(spec.file, 0, "This file is missing. Copy it from another office and edit it."))
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(spec.file, 0, "This file is not UTF-8 text. Save it as 'CSV UTF-8'."))
        return []
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if not _header_is_right(spec, header, problems):
            return []
        return list(_rows(spec, header, reader, problems))
    except csv.Error as error:
        problems.append(Problem(spec.file, reader.line_num, f"This line cannot be read as CSV: {error}."))
        return []


def _header_is_right(spec: FileSpec, header: list[str], problems: list[Problem]) -> bool:
    before = len(problems)
    for name in header:
        if name not in spec.header:
            near = difflib.get_close_matches(name, spec.header, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else f" The columns are: {', '.join(spec.header)}."
            problems.append(Problem(spec.file, 1, f"There is no column '{name}'.{hint}"))
    problems += [Problem(spec.file, 1, f"The column '{n}' is missing.") for n in sorted(spec.must_have - set(header))]
    problems += [
        Problem(spec.file, 1, f"The column '{n}' stands twice.") for n in {h for h in header if header.count(h) > 1}
    ]
    return len(problems) == before


def _rows(spec: FileSpec, header: list[str], reader: Any, problems: list[Problem]) -> Iterator[Row]:
    count = 0
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        if count > MOST_ROWS:
            problems.append(Problem(spec.file, reader.line_num, f"A file may have {MOST_ROWS:,} rows at most."))
            return
        if len(cells) != len(header):
            problems.append(
                Problem(spec.file, reader.line_num, f"This line has {len(cells)} cells; the header has {len(header)}.")
            )
            continue
        yield Row(reader.line_num, {name: cell.strip() for name, cell in zip(header, cells, strict=True)})


Key = tuple[str, ...]


@dataclass
class Counted:
    """How many rows of a file were new, changed or as they stood."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0


class Writer:
    """Writes files in order, remembering each row by its key so that later files can name it.

    Everything happens inside the caller's transaction: with any problem, the caller rolls back.
    """

    def __init__(self, problems: list[Problem], office: OfficeProfile, at: datetime) -> None:
        self.problems = problems
        self.office = office
        self.at = at
        self.known: dict[str, dict[Key, models.Model]] = {}
        self.counts: dict[str, Counted] = {}

    def write(self, spec: FileSpec, rows: list[Row]) -> None:
        """Create or correct the rows of one file."""
        known = self.known.setdefault(spec.file, {})
        counted = self.counts.setdefault(spec.file, Counted())
        lines: dict[Key, int] = {}
        for row in rows:
            key = tuple(row.cells.get(name, "") for name in spec.key)
            if key in lines:
                shown = ", ".join(key)
                self._complain(spec, row, f"'{shown}' stands on line {lines[key]} too.")
                continue
            lines[key] = row.line
            values = self._values(spec, row)
            if values is None:
                continue
            instance = self._save(spec, row, values, counted)
            if instance is not None:
                known[key] = instance

    def _complain(self, spec: FileSpec, row: Row, message: str) -> None:
        self.problems.append(Problem(spec.file, row.line, message))

    def _values(self, spec: FileSpec, row: Row) -> dict[str, Any] | None:
        before = len(self.problems)
        values: dict[str, Any] = {}
        for column in (*spec.columns, *spec.extras):
            text = row.cells.get(column.name, "")
            if column.required and not text:
                self._complain(spec, row, f"Fill in '{column.name}'.")
                continue
            if column.name not in row.cells:
                continue
            try:
                values[column.fills] = column.read(text)
            except ValueError as error:
                self._complain(spec, row, f"{column.name}: {error}")
        for reference in spec.references:
            self._resolve(spec, row, reference, values)
        if len(self.problems) > before:
            return None
        try:
            return spec.derive(values, self.office) if spec.derive else values
        except DomainError as error:
            self._complain(spec, row, error.message)
            return None

    def _resolve(self, spec: FileSpec, row: Row, reference: Reference, values: dict[str, Any]) -> None:
        key = tuple(row.cells.get(name, "") for name in reference.columns)
        if not (row.cells.get(reference.if_filled, "") if reference.if_filled else any(key)):
            if reference.required:
                self._complain(spec, row, f"Fill in '{reference.columns[0]}'.")
            else:
                values[reference.field] = None
            return
        known = self.known.get(reference.to, {})
        if key in known:
            values[reference.field] = known[key]
            return
        near = difflib.get_close_matches(key[0], [k[0] for k in known], n=1)
        hint = f" Did you mean '{near[0]}'?" if near and len(key) == 1 else ""
        self._complain(spec, row, f"{', '.join(reference.columns)}: '{', '.join(key)}' is not in {reference.to}.{hint}")

    def _save(self, spec: FileSpec, row: Row, values: dict[str, Any], counted: Counted) -> models.Model | None:
        extras = {column.fills: values.pop(column.fills, None) for column in spec.extras}
        lookup = {name: values[name] for name in self._lookup_fields(spec)}
        instance = spec.model._default_manager.filter(**lookup).first()
        is_new = instance is None
        if instance is None:
            instance = spec.model()
        differs = [name for name, value in values.items() if is_new or getattr(instance, name) != value]
        if not differs:
            counted.unchanged += 1
            return self._finish(spec, row, instance, extras)
        for name in differs:
            setattr(instance, name, values[name])
        if not self._clean_and_save(spec, row, values, instance):
            return None
        if is_new:
            counted.created += 1
        else:
            counted.changed += 1
        return self._finish(spec, row, instance, extras)

    def _clean_and_save(self, spec: FileSpec, row: Row, values: dict[str, Any], instance: models.Model) -> bool:
        """Fields are checked here; rules between them by the database, which is one query and not one for each."""
        try:
            instance.clean_fields(exclude={*spec.unchecked, *self._unknown(spec, values)})
            with transaction.atomic():
                instance.save()
        except ValidationError as error:
            for message in _messages(error):
                self._complain(spec, row, message)
            return False
        except IntegrityError as error:
            self._complain(spec, row, broken_rule(error, spec.model))
            return False
        return True

    def _finish(self, spec: FileSpec, row: Row, instance: models.Model, extras: dict[str, Any]) -> models.Model | None:
        try:
            if spec.after is not None:
                spec.after(instance, extras, self.at)
        except DomainError as error:
            self._complain(spec, row, error.message)
            return None
        return instance

    @staticmethod
    def _unknown(spec: FileSpec, values: dict[str, Any]) -> list[str]:
        """Fields left empty that may be unknown: Django's forms want an answer to a yes-or-no field, we do not."""
        return [
            name
            for name, value in values.items()
            if value is None and isinstance(spec.model._meta.get_field(name), models.BooleanField)
        ]

    @staticmethod
    def _lookup_fields(spec: FileSpec) -> list[str]:
        """The model fields that the key columns fill, or those that the file names."""
        if spec.found_by:
            return list(spec.found_by)
        by_column = {column.name: column.fills for column in spec.columns}
        for reference in spec.references:
            by_column |= dict.fromkeys(reference.columns, reference.field)
        return list(dict.fromkeys(by_column[name] for name in spec.key))


def _messages(error: ValidationError) -> list[str]:
    if hasattr(error, "error_dict"):
        return [
            message if name == "__all__" else f"{name}: {message}"
            for name, messages in error.message_dict.items()
            for message in messages
        ]
    return list(error.messages)
