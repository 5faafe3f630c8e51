"""Narrowing the public list of forums."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q

from forums.models import Forum
from forums.querysets import ForumQuerySet
from opcc.reference.models import District
from opcc.web.forms import OfficeForm
from opcc.web.questions import Look


class ForumFilterForm(OfficeForm):
    """Drawn by components/filters.html. Everything in a filter is optional, so nothing says it."""

    looks = {name: Look(say_optional=False) for name in ("search", "district")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        district = self.fields["district"]
        assert isinstance(district, forms.ModelChoiceField)
        district.empty_label = "All districts"


class ForumFilter(django_filters.FilterSet):  # type: ignore[misc]  # django-filter carries no types
    """By words of its name or area, and by district."""

    search = django_filters.CharFilter(label="Forum, place or venue", method="having_words", max_length=100)
    district = django_filters.ModelChoiceFilter(
        label="District",
        queryset=District.objects.filter(forums__isnull=False).distinct().order_by("position", "name", "pk"),
        to_field_name="code",
        error_messages={"invalid_choice": "Choose a district from the list"},
    )

    class Meta:
        model = Forum
        fields = ("search", "district")
        form = ForumFilterForm

    def having_words(self, forums: ForumQuerySet, name: str, value: str) -> ForumQuerySet:
        """Forums in whose name, venue, district or description each word stands."""
        for word in value.split():
            forums = forums.filter(
                Q(name__icontains=word)
                | Q(usual_venue__icontains=word)
                | Q(about__icontains=word)
                | Q(district__name__icontains=word)
            )
        return forums
