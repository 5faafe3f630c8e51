"""What the pages of this app share: who acts, who is kept from what, and records that operations write."""

from decimal import Decimal
from typing import Any, ClassVar, Final
from urllib.parse import urlencode

from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from opcc.accounts.permissions import person
from opcc.documents.figures import number
from opcc.web.admin import OfficeModelAdmin, OfficeStackedInline, OfficeTabularInline
from opcc.web.admin.history import Reader
from opcc.web.admin.operated import OperatedAdmin, RefusableAdmin
from opcc.web.admin.widgets import FIELDS
from performance import operations
from performance.forms.fields import ExactField, MonthField
from performance.forms.settings import SettingForm
from performance.models import Measure
from performance.permissions import may_read_restricted

EXACT: Final[dict[Any, dict[str, Any]]] = {**FIELDS, models.DecimalField: {"form_class": ExactField}}
MONTHS = ("month", "signal_month")
SENTENCE = 250  # characters from which a field is for sentences


def cleared(request: HttpRequest) -> bool:
    """Whether the person signed in may read restricted measures and answers."""
    return may_read_restricted(request.user)


def link(record: models.Model, words: str = "") -> SafeString:
    """The record's name, leading to its page."""
    address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    return format_html('<a href="{}">{}</a>', address, words or record)


def chart_of(measure: Measure, **chosen: object) -> SafeString:
    """The way to the measure's own page, of an area and a quarter where they are given."""
    address = reverse("performance:measure", args=[measure.code])
    query = f"?{urlencode(chosen)}" if chosen else ""
    return format_html('<a href="{}{}">Chart and figures</a>', address, query)


def plain(value: Decimal | None) -> str | None:
    """'80.3', '1,250': a stored number without the noughts that its column adds; None where it is not known."""
    return None if value is None else number(value.normalize() if value % 1 else int(value))


class ScopedAdmin(OfficeModelAdmin):
    """Rows of restricted measures do not exist for people who may not read them: in no list, search or address.

    to_measure: the path from a row to its measure's fields; None where a row has no measure.
    kept: fields that only cleared people read.
    """

    formfield_overrides = EXACT
    to_measure: ClassVar[str | None] = "series__measure__"
    kept: ClassVar[frozenset[str]] = frozenset()

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        rows: QuerySet[Any] = super().get_queryset(request)
        if self.to_measure is None or cleared(request):
            return rows
        return rows.exclude(**{f"{self.to_measure}is_restricted": True})

    def kept_from(self, request: HttpRequest) -> frozenset[str]:
        """The fields that this person does not read."""
        return frozenset() if cleared(request) else self.kept

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:  # type: ignore[override]  # Django always hands the request
        """An address may not ask by what is kept, nor by rows elsewhere that point here: an answer would tell."""
        first = lookup.split("__", maxsplit=1)[0]
        fields = {field.name: field for field in self.opts.get_fields()}
        points_here = first in fields and not fields[first].concrete
        if not cleared(request) and (first in self.kept or points_here):
            return False
        return super().lookup_allowed(lookup, value, request)

    def history_reader(self, request: HttpRequest) -> Reader:
        return Reader(events=self.events_for(request), hidden=self.kept_from(request))

    def events_for(self, request: HttpRequest) -> Q | None:
        """Which events of a record's history this person may read."""
        return None

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """What a box does not offer may not be put in by hand either."""
        related = self.admin_site._registry.get(db_field.remote_field.model)
        if isinstance(related, ScopedAdmin):
            kwargs.setdefault("queryset", related.get_queryset(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A month is chosen as one, and a sentence has room."""
        if isinstance(db_field, models.DateField) and db_field.name in MONTHS:
            return MonthField(
                label=db_field.verbose_name.capitalize(), required=not db_field.blank, help_text=db_field.help_text
            )
        if isinstance(db_field, models.CharField) and not db_field.choices and (db_field.max_length or 0) >= SENTENCE:
            kwargs.setdefault("widget", AdminTextareaWidget(attrs={"rows": 3}))
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class OperatedScopedAdmin(OperatedAdmin, ScopedAdmin):
    """Records with operations of their own: `write` calls the right one."""


class SettingAdmin(RefusableAdmin, ScopedAdmin):
    """Measures, notes, peers and rules, row by row: whatever rests on them is worked out anew.

    Of two people who change one row at the same time, the second is refused.
    """

    form = SettingForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        parts = list(super().get_fieldsets(request, obj))
        if obj is None or not self.has_change_permission(request, obj):
            return parts
        title, last = parts[-1]
        return [*parts[:-1], (title, {**last, "fields": (*last["fields"], "seen")})]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        _save(request, obj, form)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        forms_of = {id(each.instance): each for each in formset.forms}
        for row in formset.save(commit=False):
            _save(request, row, forms_of[id(row)])


class SettingTabularInline(OfficeTabularInline):
    """Rows of a setting, in a table."""

    form = SettingForm

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return _with_seen(self, request, obj, super().get_fields(request, obj))


class SettingStackedInline(OfficeStackedInline):
    """Rows of a setting, one under the other."""

    form = SettingForm

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return _with_seen(self, request, obj, super().get_fields(request, obj))


def _with_seen(inline: Any, request: HttpRequest, obj: Any, fields: Any) -> Any:
    """For people who may change the rows; others read what is in them."""
    return (*fields, "seen") if inline.has_change_permission(request, obj) else fields


def _save(request: HttpRequest, row: Any, form: Any) -> None:
    operations.save_setting(row=row, seen=form.cleaned_data.get("seen"), by=person(request), at=timezone.now())
