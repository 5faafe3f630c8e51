"""Puts the office on every page, read once and only if the page asks."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from opcc.reference.reporting import office as read_office


def office(request: HttpRequest) -> dict[str, Any]:
    """`office` in templates: an opcc.reference.reporting.Office, falsy before load_office has run."""
    return {"office": SimpleLazyObject(read_office)}
