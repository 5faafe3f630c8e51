"""One page with every component and one form with every kind of question: looked at, and checked with axe."""

# ruff: noqa: E501 - the lines of its templates read best whole

import datetime as dt
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import include, path

from opcc.web import views
from opcc.web.colours import office_stylesheet
from opcc.web.fields import (
    ClockTimeField,
    DatePartsField,
    LongTextField,
    MoneyField,
    ShortTextField,
    WholeNumberField,
)
from opcc.web.forms import OfficeForm, RepeatedFormSet
from opcc.web.questions import Look

TOPICS = [("", "---------"), ("speeding", "Speeding"), ("parking", "Parking")]
NEW = [("new", "New at this meeting"), ("kept", "Kept from last time")]


class EveryQuestion(OfficeForm):
    name = ShortTextField(label="Name of the venue", max_length=100, help_text="As it is on the door")
    topic = forms.ChoiceField(label="Topic", choices=TOPICS)
    agreed = LongTextField(label="What the forum agreed", max_length=200, help_text="In the forum’s words")
    continuity = forms.ChoiceField(label="Is it new?", choices=NEW, widget=forms.RadioSelect)
    came = forms.MultipleChoiceField(label="Who came", choices=NEW, widget=forms.CheckboxSelectMultiple)
    met_on = DatePartsField(label="Date of the meeting", help_text="For example, 27 3 2018")
    met_at = ClockTimeField(label="Time", required=False)
    residents = WholeNumberField(label="Residents", min_value=0, max_value=2000)
    cost = MoneyField(label="Cost")
    photo = forms.FileField(label="Photo", required=False)
    email = forms.EmailField(label="E-mail address", required=False)
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    sure = forms.BooleanField(label="I have told the forum")
    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)

    looks = {
        "continuity": Look(small=True, choice_hints={"kept": "It was a priority at the last meeting"}),
        "cost": Look(prefix="£", width=10),
        "residents": Look(suffix="people", width=5),
        "topic": Look(size="s"),
    }
    error_names = {"met_on": "the date of the meeting", "agreed": "what the forum agreed"}
    layout = Layout(
        "name",
        Fieldset("Priority 1", "topic", "agreed", "continuity"),
        *("came", "met_on", "met_at", "residents", "cost", "photo", "email", "password", "sure"),
    )
    buttons = (("", "Save and continue"), ("later", "Save and finish later"))


class Priority(OfficeForm):
    topic = forms.ChoiceField(label="Topic", choices=TOPICS)
    agreed_on = DatePartsField(label="Agreed on", required=False)


class Priorities(RepeatedFormSet):
    noun = "priority"


PrioritySet: Any = forms.formset_factory(Priority, formset=Priorities, extra=1, max_num=3, validate_max=True)


class Filters(OfficeForm):
    topic = forms.ChoiceField(label="Topic", choices=TOPICS, required=False)
    words = ShortTextField(label="Words", required=False)
    looks = {"topic": Look(say_optional=False), "words": Look(say_optional=False, width=10)}


COLUMNS = [
    views.Column("Forum", sort="name"),
    views.Column("Last met", "d", sort="met"),
    views.Column("Residents", "n"),
    views.Column("State"),
]
ROWS = [(f"Forum {index}", dt.date(2018, 2, 27), index * 1000, "Waiting") for index in range(60)]

COMPONENTS = """{% extends "base.html" %}{% load office %}
{% block title %}Every component{% endblock %}
{% block nav %}{% include "components/nav.html" with items=nav_items current="Reports" %}{% endblock %}
{% block back %}{% include "components/back_link.html" with url="/" text="Back to attendance" %}{% endblock %}
{% block main %}
<h1 class="govuk-heading-l">Every component</h1>
{% include "components/breadcrumbs.html" with items=nav_items %}
{% include "components/item.html" with title="Kenilworth forum report" state="overdue" label="Overdue by 6 days" lines=lines notes=notes action="Start the report" action_url="/form/" %}
{% include "components/item.html" with title="Speeding at Leek Wootton" state="due" label="Tell your forum" quote="A speed survey ran." action="I have told the forum" action_url="/form/" action_post=True %}
{% include "components/item.html" with title="Parking" url="/" state="waiting" label="With the office" %}
{% include "components/item.html" with title="Lighting" state="done" label="Forum told" %}
{% include "components/item.html" with title="Event" state="draft" label="Draft" %}
<h2 class="govuk-heading-m">Facts {% include "components/tag.html" with label="Waiting" state="waiting" %}</h2>
{% include "components/facts.html" with facts=facts three=True %}
<div class="opcc-check">{% include "components/summary_card.html" with title="Attendance" rows=pairs change_url="/form/" %}</div>
{% include "components/summary_list.html" with rows=pairs %}
<h2 class="govuk-heading-m">List</h2>
{% include "components/filters.html" with form=filters %}
{% include "components/list_head.html" with total=page.paginator.count one="forum" many="forums" csv_url="/csv/" %}
<table role="table" class="govuk-table opcc-table opcc-cards">
  <caption class="govuk-table__caption govuk-table__caption--s">Forums</caption>
  {% include "components/table_head.html" %}
  <tbody role="rowgroup" class="govuk-table__body">
    {% for name, met, residents, state in page %}
      <tr role="row" class="govuk-table__row">
        {% row_heading %}<a class="govuk-link" href="/">{{ name }}</a>{% endrow_heading %}
        {% cell "Last met" "d" %}{{ met|nice_date }}{% endcell %}
        {% cell "Residents" "n" %}{{ residents|number }}{% endcell %}
        {% cell "State" %}{% state_tag state "waiting" %}{% endcell %}
      </tr>
    {% endfor %}
  </tbody>
</table>
{% include "components/pagination.html" with what="forums" %}
{% include "components/table.html" with caption="Plain values" rows=plain %}
{% include "components/empty.html" with title="No reports match" text="Clear a filter to see more." url="/" action="Clear all" %}
{% include "components/notification.html" with text="The Kenilworth report is overdue." url="/" action="Start it" id="one" %}
{% include "components/timeline.html" %}
{% include "components/details.html" with summary="How a forum sets its priorities" text="It votes." %}
{% include "components/files.html" %}
{% include "components/task_list.html" %}
{% endblock %}
"""
FORM = """{% extends "base.html" %}{% load crispy_forms_tags %}
{% block title %}Every question{% endblock %}
{% block main %}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Every question</h1>{% crispy form %}</div></div>
{% endblock %}
"""
GROUPS = """{% extends "base.html" %}
{% block title %}Priorities{% endblock %}
{% block main %}<h1 class="govuk-heading-l">Priorities</h1>
<form method="post" novalidate>{% csrf_token %}{% include "components/repeated_group.html" %}
<button type="submit" class="govuk-button">Save and continue</button></form>{% endblock %}
"""
PANEL = """{% extends "base.html" %}{% block title %}Sent{% endblock %}
{% block main %}{% include "components/panel.html" with title="Report sent" reference="FR-2018-0147" %}{% endblock %}
"""
SAVED = """{% extends "base.html" %}{% block title %}Saved{% endblock %}{% block main %}<h1>{{ answer }}</h1>{% endblock %}"""


def _page(request: HttpRequest, text: str, context: dict[str, Any]) -> HttpResponse:
    office = {
        "name": "Office of the Police and Crime Commissioner for Exampleshire",
        "logo_text": "Office of the Police and Crime Commissioner",
        "area_name": "Exampleshire",
        "brand_colour": "#1d3d6b",
        "is_sample": True,
    }
    return HttpResponse(Template(text).render(RequestContext(request, {"office": office, **context})))


def components(request: HttpRequest) -> HttpResponse:
    messages.success(request, "The report is sent.")
    messages.error(request, "The file could not be read. Choose another.")
    filters = Filters(request.GET or None)
    nav_items = [("Home", "/"), ("Reports", "/form/"), ("Concerns", "/groups/"), ("Contacts", "/sent/")]
    context = {
        "nav_items": nav_items,
        "lines": ["Met on Tuesday 20 February 2018."],
        "notes": ["Not started"],
        "facts": [("Next meeting", "12 June 2018", "Open to everyone"), ("Where", "Hall", ""), ("Last", "May", "")],
        "pairs": [("Elected members", "4"), ("Police", "2\nPC and PCSO")],
        "columns": COLUMNS,
        "filters": filters,
        "chosen": views.chosen_filters(request, filters),
        "page": views.paginate(request, ROWS, 5),
        "plain": [("Speeding", "12", 7, None)],
        "steps": [
            views.Step("Sent", "12 March 2018, 6:42pm", "Margaret Hollis"),
            views.Step("Reviewed", "14 March 2018", state="now", text="With the office"),
            views.Step("Told to the forum", state="to-come"),
        ],
        "files": [("Attendance sheet", "/", "PDF", 1_200_000, "Kept for the office only")],
        "tasks": [
            ("Attendance", "/", "Completed", "done", ""),
            ("Priorities", "/", "Not yet started", "waiting", "Up to three"),
            ("Check and send", "", "Cannot start yet", "draft", ""),
        ],
    }
    return _page(request, COMPONENTS, context)


def form(request: HttpRequest) -> HttpResponse:
    bound = EveryQuestion(request.POST or None, request.FILES or None)
    if bound.is_valid():
        return _page(request, SAVED, {"answer": "saved"})
    return _page(request, FORM, {"form": bound})


def groups(request: HttpRequest) -> HttpResponse:
    formset = PrioritySet(request.POST or None, prefix="p")
    formset = formset.regrouped() or formset
    if formset.is_bound and formset.is_valid():
        return _page(request, SAVED, {"answer": formset.answers})
    return _page(request, GROUPS, {"formset": formset})


def sent(request: HttpRequest) -> HttpResponse:
    return _page(request, PANEL, {})


def office_css(request: HttpRequest) -> HttpResponse:
    return HttpResponse(office_stylesheet("#1d3d6b"), content_type="text/css")


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def export(request: HttpRequest) -> Any:
    return views.csv_response("Forums of the quarter", ["Forum", "Met", "Residents", "State"], ROWS)


urlpatterns = [
    path("", components, name="home"),
    path("form/", form),
    path("groups/", groups),
    path("sent/", sent),
    path("csv/", export),
    path("help/", nothing, name="help"),
    path("privacy/", nothing, name="privacy"),
    path("accessibility/", nothing, name="accessibility"),
    path("in/", nothing, name="account_login"),
    path("out/", nothing, name="account_logout"),
    path("", include(([path("office.css", office_css, name="office-css")], "reference"))),
]
