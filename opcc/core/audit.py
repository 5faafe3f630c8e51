"""History of evidential records: who changed what, when and why, kept by database triggers.

Triggers catch queryset updates, bulk creates and imports as well as saves. Each tracked model gets an event
model beside it, which cannot be changed or deleted through the application. See ADR 0003.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
from django.db import models

ModelClass = TypeVar("ModelClass", bound=type[models.Model])


def tracked(*, exclude: tuple[str, ...] = ()) -> Callable[[ModelClass], ModelClass]:
    """Keep a full history of the model's rows. `exclude` names fields whose content must not be copied."""

    def decorate(model: ModelClass) -> ModelClass:
        decorated: ModelClass = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=list(exclude) or None,
            append_only=True,
        )(model)
        return decorated

    return decorate


def because(reason: str, **metadata: Any) -> Any:
    """Say why, for every change made inside: `with because("import of ..."): ...`."""
    return pghistory.context(reason=reason, **metadata)
