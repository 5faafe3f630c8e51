"""The base of every form: questions on GOV.UK patterns, errors that say what to do, nothing typed lost."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.forms.formsets import BaseFormSet
from django.forms.models import ModelFormMetaclass

from opcc.core.errors import DomainError
from opcc.web.fields import DatePartsField, LongTextField, ShortTextField, WholeNumberField
from opcc.web.questions import Look

if TYPE_CHECKING:  # generic for the type checker only
    ModelForm = forms.ModelForm[Any]
    FormSet = BaseFormSet[Any]
    ModelField = models.Field[Any, Any]
else:
    ModelForm, FormSet, ModelField = forms.ModelForm, BaseFormSet, models.Field

FIELD_CLASSES: tuple[tuple[type[ModelField], type[forms.Field]], ...] = (
    # A DateTimeField is a DateField too, and keeps Django's own form field.
    (models.DateTimeField, forms.DateTimeField),
    (models.DateField, DatePartsField),
    (models.TextField, LongTextField),
    (models.EmailField, forms.EmailField),
    (models.URLField, forms.URLField),
    (models.SlugField, forms.SlugField),
    (models.CharField, ShortTextField),
    (models.IntegerField, WholeNumberField),
)
STOCK_MESSAGES = {
    "required": forms.Field.default_error_messages["required"],
    "invalid_choice": forms.ChoiceField.default_error_messages["invalid_choice"],
}


class OfficeFormMixin:
    """What a plain form and a model's form share.

    looks: how a question is shown. error_names: what a missing answer is called, 'the date of the meeting'.
    layout: crispy layout, else all fields in order. buttons: (name, label) each, the first one primary.
    """

    looks: ClassVar[Mapping[str, Look]] = {}
    error_names: ClassVar[Mapping[str, str]] = {}
    layout: ClassVar[Layout | None] = None
    buttons: ClassVar[tuple[tuple[str, str], ...]] = (("", "Save and continue"),)
    use_required_attribute = False

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name, field in self.fields.items():
            self._say_what_to_do(name, field)
            _name_the_empty_choice(field)

    @property
    def helper(self) -> FormHelper:
        """How `{% crispy form %}` draws the whole form. A form that is part of a page says `helper = None`."""
        helper = FormHelper()
        helper.attrs = {"novalidate": ""}  # the server's errors are in plain words and in one place
        helper.layout = self.layout
        helper.render_hidden_fields = True
        for place, (name, label) in enumerate(self.buttons):
            helper.add_input(Submit(name, label, css_class="" if place == 0 else "govuk-button--secondary"))
        return helper

    def add_domain_error(self, error: DomainError) -> None:
        """Show what an operation refused, beside its field if the form has it."""
        field = error.field if error.field in self.fields else None
        self.add_error(field, error.message)  # type: ignore[attr-defined]  # the form this is mixed into has it

    def _say_what_to_do(self, name: str, field: forms.Field) -> None:
        ask = _instruction(field, self.error_names.get(name) or _subject(str(field.label or name.replace("_", " "))))
        for code, stock in STOCK_MESSAGES.items():
            if field.error_messages.get(code) == stock:
                field.error_messages[code] = ask
        _say_limits(field)


class OfficeForm(OfficeFormMixin, forms.Form):
    """A form that writes through an operation."""


class OfficeModelFormMetaclass(ModelFormMetaclass):
    """Gives a model's fields our form fields, without every Meta having to say so."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any], **kwargs: Any) -> Any:
        meta = attrs.get("Meta")
        if meta is not None and not hasattr(meta, "formfield_callback"):
            meta.formfield_callback = staticmethod(office_formfield)
        return super().__new__(mcs, name, bases, attrs, **kwargs)


class OfficeModelForm(OfficeFormMixin, ModelForm, metaclass=OfficeModelFormMetaclass):
    """A form over a model's fields. Runs every constraint of the model, those on fields it does not show included.

    constraint_fields: the name of a constraint -> the field its message belongs beside.
    """

    constraint_fields: ClassVar[Mapping[str, str]] = {}

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # the stubs leave it out
        for constraint, error in self._broken_constraints():
            self._move_or_add(error.messages, self.constraint_fields.get(constraint.name))

    def _move_or_add(self, messages: list[str], field: str | None) -> None:
        """Beside its field, if the form has it; above the form once, if Django did not put it there already."""
        if field in self.fields:
            general = [message for message in self.non_field_errors() if message not in messages]
            self.errors.pop(NON_FIELD_ERRORS, None)
            for message in general:
                self.add_error(None, str(message))
            self.add_error(field, messages)
        elif new := [message for message in messages if message not in self.non_field_errors()]:
            self.add_error(None, new)

    def _broken_constraints(self) -> Iterator[tuple[models.BaseConstraint, ValidationError]]:
        """Leaves out only fields that already have an error; Django leaves out every field not on the form."""
        wrong = {name for name in self.errors if name in self.fields}
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self.instance, exclude=wrong)
                except ValidationError as error:
                    yield constraint, error


class RepeatedFormSet(FormSet):
    """A group of questions that can be answered several times, with 'Add another' and 'Remove' as submit buttons.

    Works without JavaScript: the view asks `regrouped()` first and shows the page again if it answers.
    """

    noun: ClassVar[str] = "item"
    use_required_attribute = False

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        if data is not None or files is not None:
            kwargs.pop("initial", None)  # a saved answer sent back unchanged is an answer, not an empty group
        super().__init__(data, files, **kwargs)

    @property
    def add_name(self) -> str:
        """The name of the button that adds a group."""
        return f"{self.prefix}-add"

    @property
    def remove_name(self) -> str:
        """The name of the button that removes a group; its value is the group's number from 0."""
        return f"{self.prefix}-remove"

    @property
    def may_grow(self) -> bool:
        """Whether there is room for one more."""
        return len(self.forms) < self.max_num

    def regrouped(self) -> Self | None:
        """The same answers with one group more or fewer, if one of the two buttons was pressed; nothing is checked."""
        if not self.is_bound or not {self.add_name, self.remove_name} & set(self.data):
            return None
        typed = [_as_typed(form) for form in self.forms]
        if self.add_name in self.data:
            typed.append({})
        elif str(self.data[self.remove_name]).isdecimal():
            del typed[int(self.data[self.remove_name]) : int(self.data[self.remove_name]) + 1]
        again = type(self)(initial=typed[: self.max_num], prefix=self.prefix, form_kwargs=self.form_kwargs)
        again.extra = 0
        return again

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The cleaned answers of the groups that hold any, in order; groups left empty count for nothing."""
        return [form.cleaned_data for form in self.forms if form.cleaned_data]

    def initial_form_count(self) -> int:
        """None once bound, so that a group left empty is no error."""
        return 0 if self.is_bound else super().initial_form_count()


def office_formfield(db_field: ModelField, **kwargs: Any) -> forms.Field | None:
    """The form field of a model's field: ours, unless the model offers choices."""
    if not db_field.choices and "form_class" not in kwargs:
        for model_class, form_class in FIELD_CLASSES:
            if isinstance(db_field, model_class):
                if form_class in {DatePartsField, LongTextField, WholeNumberField} and "widget" not in kwargs:
                    kwargs["widget"] = form_class.widget
                kwargs["form_class"] = form_class
                break
    return db_field.formfield(**kwargs)


def _as_typed(form: forms.BaseForm) -> dict[str, Any]:
    """What was typed, right or wrong. A chosen file cannot be shown again: browsers do not allow it."""
    return {
        name: field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        for name, field in form.fields.items()
        if not isinstance(field.widget, forms.FileInput)
    }


def _instruction(field: forms.Field, said: str) -> str:
    """What to do about a question left unanswered: 'Enter the date of the meeting'."""
    if isinstance(field.widget, forms.CheckboxInput):
        return f"Tick the box ‘{field.label}’ to go on"
    if said.endswith("?"):
        return f"Choose an answer: {said}"
    if isinstance(field.widget, forms.CheckboxSelectMultiple):
        return f"Select {said}"
    chosen = isinstance(field.widget, forms.Select | forms.RadioSelect | forms.FileInput)
    return f"{'Choose' if chosen else 'Enter'} {said}"


# Labels that read well after 'Enter' as they stand; the others get an article.
COMPLETE_WORDS = frozenset(
    {*("a", "an", "any", "anything", "the", "their", "your"), *("how", "what", "when", "where", "which", "who", "why")}
)


def _subject(label: str) -> str:
    first = label.split(" ", 1)[0]
    if label.endswith("?"):
        return label
    small = label if first.isupper() and len(first) > 1 else label[:1].lower() + label[1:]
    return small if first.lower() in COMPLETE_WORDS else f"the {small}"


def _say_limits(field: forms.Field) -> None:
    """Django's messages about limits, in our words."""
    words = {
        "max_length": "%(show_value)d characters is too long. Use %(limit_value)d or fewer",
        "min_value": "Enter a number of %(limit_value)s or more",
        "max_value": "Enter a number of %(limit_value)s or fewer",
    }
    validators: list[Any] = field.validators
    for validator in validators:
        code = getattr(validator, "code", "")
        if code in words and "message" not in validator.__dict__:
            validator.message = words[code]


def _name_the_empty_choice(field: forms.Field) -> None:
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label is not None and isinstance(field.widget, forms.Select):
            field.empty_label = "Choose from the list"
        return
    choices = list(field.widget.choices) if isinstance(field, forms.ChoiceField) else []
    if not choices or choices[0][0] not in ("", None):
        return
    if isinstance(field.widget, forms.RadioSelect):
        field.widget.choices = choices[1:]
    elif isinstance(field.widget, forms.Select):
        field.widget.choices = [("", "Choose from the list"), *choices[1:]]
