"""The office's thresholds: one row."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from performance.admin.shared import SettingAdmin
from performance.models import HouseRules


@admin.register(HouseRules)
class HouseRulesAdmin(SettingAdmin):
    """One set of rules. It is added once, where an office has only the defaults, and then changed."""

    to_measure = None
    ordering = ("pk",)
    list_display = ("rule_set", "average", "question_days")
    fieldsets = (
        ("What makes a signal", {"fields": ("rule_set", "run_length", "trend_length", "two_in_three", "screen")}),
        ("How much history limits need", {"fields": ("fewest_for_limits", "fewest_for_firm_limits")}),
        ("Words about a quarter", {"fields": ("average", "percent_from", "stable_within")}),
        ("Surveys", {"fields": ("survey_hidden_below", "survey_trial_below")}),
        ("Checks of files", {"fields": ("footing_tolerance",)}),
        ("Questions to the force", {"fields": ("question_days",)}),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """What is left to the rules says so: 'unknown' is no rule."""
        made = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(made, forms.NullBooleanField):
            made.widget.choices = [("unknown", "As the rules say"), ("true", "Yes"), ("false", "No")]
        return made

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not HouseRules.objects.exists()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.pk = 1
        super().save_model(request, obj, form, change)
