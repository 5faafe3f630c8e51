"""The menu's headings in the admin's breadcrumbs."""

from typing import Any

from django import template
from django.apps import apps

from opcc.web.admin.menu import group_of

register = template.Library()


@register.filter
def menu_title(opts: Any) -> str:
    """The heading of the menu that a model stands under: 'Forums and ambassadors'."""
    group = group_of(opts.app_label)
    return group.title if group else str(apps.get_app_config(opts.app_label).verbose_name)
