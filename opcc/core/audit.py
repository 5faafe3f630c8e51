"""History of evidential records: who changed what, when and why, kept by database triggers.

Triggers catch queryset updates, bulk creates and imports as well as saves. Each tracked model gets an event
model beside it, which cannot be changed or deleted through the application. See ADR 0003.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import uuid4

import pghistory
from django.db import models
from pghistory import runtime

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


@contextmanager
def because(reason: str, **metadata: Any) -> Generator[None]:
    """Say why, for every change made inside: `with because("import of ..."): ...`.

    Inside another one, or inside a request, the changes keep who and where, and have this reason of their own.
    pghistory would give the last reason to everything around it as well.
    """
    outer = getattr(runtime._tracker, "value", None)
    if outer is None:
        with pghistory.context(reason=reason, **metadata):
            yield
        return
    runtime._tracker.value = runtime.Context(uuid4(), {**outer.metadata, "reason": reason, **metadata})
    try:
        yield
    finally:
        runtime._tracker.value = outer
