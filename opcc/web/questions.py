"""What the "opcc" template pack needs to know about a form's field to draw it on GOV.UK patterns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet
from django.utils.safestring import SafeString

from opcc.web.widgets import PARTS, DatePartsWidget, NumberTextInput

if TYPE_CHECKING:
    AnyForm = forms.BaseForm | BaseFormSet[Any]
else:
    AnyForm = forms.BaseForm | BaseFormSet  # generic for the type checker only


@dataclass(frozen=True, kw_only=True)
class Look:
    """How one question is shown, where the defaults do not fit. Set in `OfficeForm.looks`."""

    heading: bool = False  # the question is the page's h1
    caption: str = ""  # small words above the heading: 'Warwick Rural West report: step 4 of 8'
    size: str = ""  # of the label or legend: 's', 'm' or 'l'
    width: int = 0  # of a text box, in characters: 2, 3, 4, 5, 10, 20 or 30
    inline: bool = False  # radios side by side
    small: bool = False  # small radios and checkboxes
    prefix: str = ""  # '£'
    suffix: str = ""  # 'people'
    say_optional: bool = True  # '(optional)' after the label of a field that may be left empty
    choice_hints: Mapping[str, str] = field(default_factory=dict)  # value -> hint under the choice


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One radio button or checkbox."""

    id: str
    name: str
    value: str
    label: str
    chosen: bool
    disabled: bool
    hint: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One field, ready to be drawn."""

    kind: str  # hidden, radios, checkboxes, checkbox, date, textarea, select, file, password, text
    id: str
    label: str
    hint: str
    errors: list[str]
    described_by: str
    control: SafeString
    choices: list[Choice]
    look: Look
    limit: int | None  # of characters, counted as the person types

    @property
    def in_fieldset(self) -> bool:
        """Whether several controls answer the question, so that it is a legend rather than a label."""
        return self.kind in {"radios", "checkboxes", "date"}

    @property
    def module(self) -> str:
        """The script that helps with the whole question, where there is one."""
        return "character-count" if self.limit else "password-input" if self.kind == "password" else ""

    @property
    def size(self) -> str:
        """The label's size class; a page heading is large."""
        return self.look.size or ("l" if self.look.heading else "")


@dataclass(frozen=True)
class Problem:
    """One line of the error summary, and the control it leads to, if it belongs to one."""

    message: str
    href: str


def question(bound: BoundField) -> Question:
    """The field as the templates draw it; works for any Django form, an OfficeForm or not."""
    look = getattr(bound.form, "looks", {}).get(bound.name, Look())
    kind = _kind(bound.field.widget)
    hint = str(bound.help_text or "")
    errors = [str(error) for error in bound.errors]
    limit = getattr(bound.field, "max_length", None) if kind == "textarea" else None
    described = [
        f"{bound.auto_id}-{part}" for part, there in (("hint", hint), ("error", errors), ("info", limit)) if there
    ]
    return Question(
        kind=kind,
        id=bound.id_for_label or bound.auto_id,
        label=_label(bound, look, kind),
        hint=hint,
        errors=errors,
        described_by=" ".join(described),
        control=_control(bound, kind, look, " ".join(described)),
        choices=_choices(bound, look) if kind in {"radios", "checkboxes"} else [],
        look=look,
        limit=limit,
    )


def problems(forms_shown: Iterable[AnyForm]) -> list[Problem]:
    """Every error of the forms on a page, in the order of their questions, each once."""
    found: dict[tuple[str, str], Problem] = {}
    for shown in forms_shown:
        for problem in _problems(shown):
            found.setdefault((problem.message, problem.href), problem)
    return list(found.values())


def _problems(shown: AnyForm) -> Iterator[Problem]:
    if not shown.is_bound:
        return
    if isinstance(shown, BaseFormSet):
        yield from (Problem(str(message), "") for message in shown.non_form_errors())
        for form in shown.forms:
            yield from _problems(form)
        return
    yield from (Problem(str(message), "") for message in shown.non_field_errors())
    for bound in shown:
        href = "" if bound.is_hidden else f"#{first_control(bound)}"
        yield from (Problem(str(message), href) for message in bound.errors)


def first_control(bound: BoundField) -> str:
    """The id of the control that a link to the question moves to: of a date, the first part that is wrong."""
    widget = bound.field.widget
    if isinstance(widget, DatePartsWidget):
        wrong = _wrong_parts(bound)
        return f"{bound.auto_id}_{PARTS.index(wrong[0]) if wrong else 0}"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id


KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (DatePartsWidget, "date"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Textarea, "textarea"),
    (forms.Select, "select"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
)
CLASSES = {
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "file": "govuk-file-upload",
    "checkbox": "govuk-checkboxes__input",
    "password": "govuk-input govuk-password-input__input govuk-js-password-input-input",
    "text": "govuk-input",
}


def _kind(widget: forms.Widget) -> str:
    if widget.is_hidden:
        return "hidden"
    return next((kind for type_, kind in KINDS if isinstance(widget, type_)), "text")


def _label(bound: BoundField, look: Look, kind: str) -> str:
    label = str(bound.label)
    optional = not bound.field.required and look.say_optional and kind != "checkbox"
    return f"{label} (optional)" if optional and "optional" not in label else label


def _control(bound: BoundField, kind: str, look: Look, described_by: str) -> SafeString:
    if kind in {"radios", "checkboxes"}:
        return SafeString("")
    if kind == "date":
        wrong = (_wrong_parts(bound) or PARTS) if bound.errors else ()
        return bound.as_widget(attrs={"data-wrong": " ".join(wrong)})
    if kind == "hidden":
        return bound.as_widget()
    attrs: dict[str, str | bool] = {"class": " ".join(_control_classes(bound, kind, look))}
    if described_by:
        attrs["aria-describedby"] = described_by
    return bound.as_widget(attrs=attrs)


def _control_classes(bound: BoundField, kind: str, look: Look) -> Iterator[str]:
    base = CLASSES[kind]
    yield base
    if own := bound.field.widget.attrs.get("class"):
        yield str(own)
    if bound.errors and kind != "checkbox":
        yield f"{base.split()[0]}--error"
    if kind == "text" and (width := look.width or (5 if isinstance(bound.field.widget, NumberTextInput) else 0)):
        yield f"govuk-input--width-{width}"
    if kind == "textarea" and getattr(bound.field, "max_length", None):
        yield "govuk-js-character-count"


def _choices(bound: BoundField, look: Look) -> list[Choice]:
    return [
        Choice(
            id=option.data["attrs"].get("id", ""),
            name=option.data["name"],
            value=str(option.data["value"]),
            label=str(option.data["label"]),
            chosen=option.data["selected"],
            disabled=bool(option.data["attrs"].get("disabled")),
            hint=look.choice_hints.get(str(option.data["value"]), ""),
        )
        for option in bound.subwidgets
    ]


def _wrong_parts(bound: BoundField) -> tuple[str, ...]:
    for error in bound.errors.as_data():
        if error.params and "wrong" in error.params:
            return tuple(error.params["wrong"])
    return ()
