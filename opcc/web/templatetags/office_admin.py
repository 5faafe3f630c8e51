"""The menu's headings in the admin's breadcrumbs, and lists that a phone shows as cards."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.apps import apps
from django.utils.html import conditional_escape, strip_tags
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from opcc.web.admin.menu import group_of

register = template.Library()


@register.filter
def menu_title(opts: Any) -> str:
    """The heading of the menu that a model stands under: 'Forums and ambassadors'."""
    group = group_of(opts.app_label)
    return group.title if group else str(apps.get_app_config(opts.app_label).verbose_name)


CELL = re.compile(r"\s*<t([dh])\b")
ROLES = {"d": "cell", "h": "rowheader"}


@register.filter
def with_column_names(cells: Iterable[str], headers: Iterable[Mapping[str, Any]]) -> list[SafeString]:
    """A list's cells, drawn by Django already, each with its column's name and its role in the table."""
    return [_named(cell, str(header.get("text", ""))) for cell, header in zip(cells, headers, strict=True)]


def _named(cell: str, column: str) -> SafeString:
    # The name of the column of checkboxes is itself a checkbox.
    label = conditional_escape(capfirst(strip_tags(column).strip()))
    named = CELL.sub(lambda tag: f'<t{tag[1]} role="{ROLES[tag[1]]}" data-label="{label}"', cell, count=1)
    return SafeString(named)
