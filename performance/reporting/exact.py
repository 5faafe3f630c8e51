"""Frozen values as JSON keeps them and back again, without losing a digit: `from_dict(to_dict(value)) == value`."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Self, Union, get_args, get_origin, get_type_hints

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure

Json = dict[str, Any]
Decode = Callable[[Any], Any]


class Exact:
    """What a frozen dataclass gains by it: `to_dict` and `from_dict`. Decimals are kept as text, quarters by name."""

    def to_dict(self) -> Json:
        """JSON-safe and exact."""
        return _fields_of(self)

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        """The value that `to_dict` wrote. A field that came later and is not there takes its default."""
        return cls(**decoded(cls, data))


def decoded(kind: type, data: Json) -> dict[str, Any]:
    """The values of those fields of `kind` that `data` holds, by name."""
    decoders = _decoders(kind)
    return {name: decoders[name](value) for name, value in data.items() if name in decoders}


def _fields_of(value: Any) -> Json:
    return {field.name: _encoded(getattr(value, field.name)) for field in fields(value)}


def _encoded(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal | Quarter):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Figure):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_encoded(each) for each in value]
    return _fields_of(value) if is_dataclass(value) else value


@cache
def _decoders(kind: type) -> dict[str, Decode]:
    hints = get_type_hints(kind)
    return {field.name: _decoder(hints[field.name]) for field in fields(kind)}


_READ: dict[Any, Decode] = {date: date.fromisoformat, Quarter: Quarter.parse, Figure: Figure.from_dict}


@cache
def _decoder(hint: Any) -> Decode:
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (each for each in get_args(hint) if each is not NoneType)
        return _or_none(_decoder(inner))
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if hint in _READ:
        return _READ[hint]
    read: Decode = hint  # a str, int, bool, Decimal or an enumeration reads its own JSON
    return _whole(read) if is_dataclass(hint) else read


def _whole(kind: Any) -> Decode:
    return lambda data: kind(**decoded(kind, data))


def _or_none(decode: Decode) -> Decode:
    return lambda value: None if value is None else decode(value)


def _tuple(hints: tuple[Any, ...]) -> Decode:
    if hints[-1] is Ellipsis:
        each = _decoder(hints[0])
        return lambda values: tuple(map(each, values))
    decoders = [_decoder(hint) for hint in hints]
    return lambda values: tuple(decode(value) for decode, value in zip(decoders, values, strict=True))
