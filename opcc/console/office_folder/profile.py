"""office.toml and plan.toml: the office itself and its Police and Crime Plan."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from opcc.console.office_folder.problems import Problem
from opcc.reference.models import (
    ForceArea,
    OfficeProfile,
    Plan,
    PlanObjective,
    PlanPriority,
    PlanTheme,
)
from opcc.web.colours import contrast_ratio

OFFICE_FIELDS = {
    "name": str,
    "area_name": str,
    "commissioner_name": str,
    "panel_name": str,
    "address": str,
    "telephone": str,
    "email": str,
    "website": str,
    "report_contact": str,
    "logo_text": str,
    "brand_colour": str,
    "report_due_days": int,
    "source": str,
    "is_sample": bool,
}
FORCE_FIELDS = {"code": str, "name": str, "force_name": str}
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text on white, and white on the colour


class TomlFile:
    """A TOML file with the line on which each thing stands, for messages."""

    def __init__(self, folder: Path, name: str, problems: list[Problem]) -> None:
        self.name = name
        self.problems = problems
        self.values: dict[str, Any] = {}
        path = folder / name
        self.exists = path.exists()
        self.lines = path.read_text(encoding="utf-8").splitlines() if self.exists else []
        try:
            self.values = tomllib.loads("\n".join(self.lines))
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            self.complain(f"This cannot be read as TOML: {error}.", int(found[1]) if found else 0)

    def line_of(self, word: str) -> int:
        """The first line that sets the key or holds the text; 0 if none does."""
        return next((i for i, line in enumerate(self.lines, 1) if re.search(rf"\b{re.escape(word)}\b", line)), 0)

    def complain(self, message: str, line: int) -> None:
        self.problems.append(Problem(self.name, line, message))

    def fields(self, section: str, kinds: Mapping[str, type]) -> dict[str, Any]:
        """The values of a section, each of its kind; others are problems."""
        given = self.values.get(section)
        if not isinstance(given, dict):
            self.complain(f"The section [{section}] is missing.", 0)
            return {}
        for key, value in given.items():
            if key not in kinds:
                self.complain(f"[{section}] has no '{key}'. It may have: {', '.join(kinds)}.", self.line_of(key))
            elif type(value) is not kinds[key]:
                wanted = {str: "text in quotes", int: "a whole number", bool: "true or false"}[kinds[key]]
                self.complain(f"'{key}' must be {wanted}.", self.line_of(key))
        return {key: value for key, value in given.items() if key in kinds}


def save_if_changed(instance: models.Model, values: dict[str, Any]) -> None:
    """Set the values and save, unless the row holds them already. Raises ValidationError."""
    if instance.pk and not any(getattr(instance, name) != value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(instance, name, value)
    instance.full_clean()
    instance.save()


def write_office(folder: Path, problems: list[Problem]) -> OfficeProfile | None:
    """Create or correct the force area and the office's own row."""
    file = TomlFile(folder, "office.toml", problems)
    if not file.exists:
        problems.append(Problem("office.toml", 0, "This file is missing. Copy it from another office and edit it."))
        return None
    if problems:
        return None
    force_values = file.fields("force_area", FORCE_FIELDS)
    values = file.fields("office", OFFICE_FIELDS)
    _check_colour(file, str(values.get("brand_colour", "#1d3d6b")))
    if problems:
        return None
    try:
        force_area = ForceArea.objects.filter(code=force_values.get("code")).first() or ForceArea()
        save_if_changed(force_area, force_values)
        return _save_profile(values | {"force_area": force_area})
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            for message in messages:
                file.complain(f"{name}: {message}", file.line_of(name))
    return None


def _save_profile(values: dict[str, Any]) -> OfficeProfile:
    """The one row, created with its fixed key or corrected."""
    profile = OfficeProfile.objects.filter(pk=1).first()
    if profile is not None:
        save_if_changed(profile, values)
        return profile
    profile = OfficeProfile(pk=1, **values)
    profile.full_clean()
    profile.save(force_insert=True)
    return profile


def _check_colour(file: TomlFile, colour: str) -> None:
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return  # the model says how a colour is written
    contrast = contrast_ratio(colour, "#ffffff")
    if contrast < LEAST_CONTRAST:
        file.complain(
            f"'{colour}' is too pale to read on white: {contrast:.1f} to 1. "
            f"Choose a colour of at least {LEAST_CONTRAST} to 1.",
            file.line_of("brand_colour"),
        )


def write_plan(folder: Path, problems: list[Problem]) -> None:
    """Create or correct the plans, by title and by the order of their parts."""
    file = TomlFile(folder, "plan.toml", problems)
    for plan_values in file.values.get("plan", []):
        try:
            _write_plan(plan_values)
        except (KeyError, TypeError) as error:
            title = str(plan_values.get("title", "plan"))
            file.complain(f"Every plan has a title, starts_on and ends_on; look for {error}.", file.line_of(title))
        except ValidationError as error:
            title = str(plan_values.get("title", "plan"))
            for message in error.messages:
                file.complain(message, file.line_of(title))


def _numbered(values: dict[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    return enumerate(values.get(key, []), start=1)


def _write_plan(values: dict[str, Any]) -> None:
    plan = Plan.objects.filter(title=values["title"]).first() or Plan()
    save_if_changed(plan, {name: values[name] for name in ("title", "starts_on", "ends_on")})
    for theme_number, theme_values in _numbered(values, "theme"):
        theme = PlanTheme.objects.filter(plan=plan, number=theme_number).first() or PlanTheme(plan=plan)
        save_if_changed(theme, {"number": theme_number, "title": theme_values["title"]})
        for objective_number, objective_values in _numbered(theme_values, "objective"):
            objective = PlanObjective.objects.filter(theme=theme, number=objective_number).first()
            objective = objective or PlanObjective(theme=theme)
            save_if_changed(objective, {"number": objective_number, "title": objective_values["title"]})
            for number, text in enumerate(objective_values.get("priorities", []), start=1):
                priority = PlanPriority.objects.filter(objective=objective, number=number).first()
                save_if_changed(priority or PlanPriority(objective=objective), {"number": number, "title": text})
