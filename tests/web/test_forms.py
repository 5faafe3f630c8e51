from datetime import date
from typing import Any

import pytest
from django import forms
from django.db import models
from django.template import Context, Template
from django.utils.datastructures import MultiValueDict

from opcc.core.errors import DomainError
from opcc.reference.models import ClosedDay, Population
from opcc.web.fields import DatePartsField, LongTextField, ShortTextField, WholeNumberField
from opcc.web.forms import OfficeForm, OfficeModelForm, office_formfield
from opcc.web.questions import Look, Problem, problems, question
from tests.web.gallery import EveryQuestion, PrioritySet


class Attendance(OfficeForm):
    met_on = DatePartsField(label="Date of the meeting")
    residents = WholeNumberField(label="Residents", min_value=0, max_value=500)
    notes = LongTextField(label="Notes", max_length=10, required=False)
    error_names = {"residents": "how many residents came"}


class ClosedDayForm(OfficeModelForm):
    class Meta:
        model = ClosedDay
        fields = ("day", "reason")


class PopulationForm(OfficeModelForm):
    constraint_fields = {"reference_population_once": "year"}

    class Meta:
        model = Population
        fields = ("year", "value")


def _typed(**values: str) -> MultiValueDict[str, str]:
    return MultiValueDict({name: [value] for name, value in values.items()})


def test_errors_say_what_to_do() -> None:
    form = Attendance(_typed())

    assert form.errors == {
        "met_on": ["Enter the date of the meeting"],
        "residents": ["Enter how many residents came"],
    }


def test_limits_are_said_in_words() -> None:
    form = Attendance(
        _typed(met_on_day="1", met_on_month="3", met_on_year="2018", residents="900", notes="a long story")
    )

    assert form.errors == {
        "residents": ["Enter a number of 500 or fewer"],
        "notes": ["12 characters is too long. Use 10 or fewer"],
    }


def test_problems_lead_to_the_control_that_is_wrong() -> None:
    form = Attendance(_typed(met_on_day="1", residents="x"))

    assert problems([form]) == [
        Problem("The date must include a month and a year", "#id_met_on_1"),
        Problem("Enter a whole number, like 12", "#id_residents"),
    ]


def test_problems_of_an_untouched_form_are_none() -> None:
    assert problems([Attendance(), PrioritySet(prefix="p")]) == []


def test_problems_of_a_formset_are_in_order_and_once() -> None:
    formset = PrioritySet(
        _typed(**{"p-TOTAL_FORMS": "2", "p-INITIAL_FORMS": "0", "p-0-agreed_on_day": "1", "p-1-agreed_on_day": "1"}),
        prefix="p",
    )

    assert problems([formset]) == [
        Problem("Choose the topic", "#id_p-0-topic"),
        Problem("The date must include a month and a year", "#id_p-0-agreed_on_1"),
        Problem("Choose the topic", "#id_p-1-topic"),
        Problem("The date must include a month and a year", "#id_p-1-agreed_on_1"),
    ]


def test_domain_error_stands_beside_its_field() -> None:
    form = Attendance(_typed(met_on_day="1", met_on_month="3", met_on_year="2018", residents="9"))
    assert form.is_valid()

    form.add_domain_error(DomainError("That is before the appointment began.", field="met_on"))
    form.add_domain_error(DomainError("This report was sent already.", field="state"))

    assert problems([form]) == [
        Problem("This report was sent already.", ""),
        Problem("That is before the appointment began.", "#id_met_on_0"),
    ]


def test_question_of_every_kind() -> None:
    form = EveryQuestion()

    assert {name: question(form[name]).kind for name in form.fields} == {
        "name": "text",
        "topic": "select",
        "agreed": "textarea",
        "continuity": "radios",
        "came": "checkboxes",
        "met_on": "date",
        "met_at": "text",
        "residents": "text",
        "cost": "text",
        "photo": "file",
        "email": "text",
        "password": "password",
        "sure": "checkbox",
        "version": "hidden",
    }


def test_question_is_described_by_its_hint_error_and_count() -> None:
    asked = question(EveryQuestion(_typed())["agreed"])

    assert asked.described_by == "id_agreed-hint id_agreed-error id_agreed-info"
    assert 'aria-describedby="id_agreed-hint id_agreed-error id_agreed-info"' in asked.control
    assert 'aria-invalid="true"' in asked.control


def test_empty_choice_is_named_and_radios_have_none() -> None:
    class Choices(OfficeForm):
        topic = forms.ChoiceField(choices=[("", "---------"), ("a", "A")], required=False)
        new = forms.ChoiceField(choices=[("", "---------"), ("a", "A")], widget=forms.RadioSelect)

    form = Choices()

    assert list(form.fields["topic"].widget.choices) == [("", "Choose from the list"), ("a", "A")]
    assert [choice.label for choice in question(form["new"]).choices] == ["A"]


def test_crispy_form_escapes_what_was_typed_and_shows_it_again() -> None:
    form = EveryQuestion(_typed(name="<script>alert(1)</script>"))

    drawn = Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in drawn
    assert "<script>" not in drawn
    assert "style=" not in drawn


def test_page_heading_is_the_question() -> None:
    class One(OfficeForm):
        met_on = DatePartsField(label="When did the forum meet?")
        looks = {"met_on": Look(heading=True, caption="Step 1 of 8")}

    drawn = Template('{% include "opcc/field.html" with field=form.met_on %}').render(Context({"form": One()}))

    assert '<h1 class="govuk-fieldset__heading">When did the forum meet?</h1>' in drawn
    assert "Step 1 of 8" in drawn


@pytest.mark.parametrize(
    ("field", "form_class"),
    [
        (models.DateField(), DatePartsField),
        (models.DateTimeField(), forms.DateTimeField),
        (models.CharField(max_length=9), ShortTextField),
        (models.TextField(), LongTextField),
        (models.EmailField(), forms.EmailField),
        (models.PositiveSmallIntegerField(), WholeNumberField),
        (models.CharField(max_length=1, choices=[("a", "A")]), forms.TypedChoiceField),
    ],
)
def test_office_formfield_of_a_model_field(field: Any, form_class: type) -> None:
    assert type(office_formfield(field)) is form_class


@pytest.mark.django_db
def test_model_form_runs_constraints_on_fields_it_does_not_show() -> None:
    kept = _population()

    form = PopulationForm(_typed(year="2017", value="5"), instance=Population(district=kept.district, kind=kept.kind))

    assert form.errors == {"year": ["This district has a figure for that year."]}
    assert Population.objects.count() == 1


@pytest.mark.django_db
def test_model_form_saves_what_keeps_the_rules() -> None:
    form = ClosedDayForm(_typed(day_day="29", day_month="4", day_year="2011", reason="Royal wedding"))

    assert form.is_valid(), form.errors
    assert (form.instance.day, form.instance.reason) == (date(2011, 4, 29), "Royal wedding")


def _population() -> Population:
    from opcc.reference.models import District, ForceArea

    area = ForceArea.objects.create(name="Exampleshire", code="E23000099", force_name="Exampleshire Police")
    district = District.objects.create(name="North", code="E07000999", force_area=area, position=1)
    return Population.objects.create(district=district, kind="residents", year=2017, value=1, source="Census")


def _groups(total: int, **typed: str) -> Any:
    return PrioritySet(_typed(**{"p-TOTAL_FORMS": str(total), "p-INITIAL_FORMS": "0", **typed}), prefix="p")


def test_regrouped_is_nothing_when_neither_button_was_pressed() -> None:
    assert _groups(1).regrouped() is None
    assert PrioritySet(prefix="p").regrouped() is None


def test_regrouped_adds_a_group_and_keeps_what_was_typed_wrong() -> None:
    again = _groups(1, **{"p-add": "1", "p-0-topic": "nonsense", "p-0-agreed_on_day": "31"}).regrouped()

    assert [form["topic"].value() for form in again] == ["nonsense", None]
    assert again.forms[0]["agreed_on"].value() == ["31", None, None]
    assert not again.is_bound


def test_regrouped_never_grows_beyond_the_most() -> None:
    assert len(_groups(3, **{"p-add": "1"}).regrouped().forms) == 3


@pytest.mark.parametrize("number", ["7", "-1", "x", "²"])
def test_regrouped_ignores_a_number_that_is_no_group(number: str) -> None:
    assert len(_groups(2, **{"p-remove": number}).regrouped().forms) == 2


def test_answers_leave_out_groups_left_empty() -> None:
    formset = _groups(2, **{"p-1-topic": "parking"})

    assert formset.is_valid()
    assert formset.answers == [{"topic": "parking", "agreed_on": None}]


def test_saved_answers_sent_back_unchanged_are_answers() -> None:
    data = _typed(**{"p-TOTAL_FORMS": "1", "p-INITIAL_FORMS": "1", "p-0-topic": "parking"})

    formset = PrioritySet(data, prefix="p", initial=[{"topic": "parking"}])

    assert formset.is_valid()
    assert formset.answers == [{"topic": "parking", "agreed_on": None}]
