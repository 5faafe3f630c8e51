"""Measures, headings, peers and rules: saved with what rests on them, and the restricted ones hidden."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from opcc.accounts.models import User
from performance.enums import Inclusion
from performance.models import (
    HouseRules,
    Measure,
    PeerGroup,
    PeerMember,
    PeerStanding,
    PeerValue,
    Series,
    Target,
    TopicGroup,
)
from tests.factories.performance import (
    AnnotationFactory,
    HouseRulesFactory,
    MeasureFactory,
    PeerGroupFactory,
    PeerMemberFactory,
    PeerStandingFactory,
    PeerValueFactory,
    SeriesFactory,
    TargetFactory,
    TopicGroupFactory,
)
from tests.factories.reference import DistrictFactory, ForceAreaFactory, PolicingAreaFactory
from tests.performance.quarters import robbery
from tests.performance.staff import STAFF, errors, number_of_queries, one_line, page, seen
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(performance_officer: User) -> Client:
    return signed_in_client(performance_officer)


@pytest.fixture
def not_cleared(treasurer: User) -> Client:
    return signed_in_client(treasurer)


def rows(prefix: str, *typed: dict[str, Any], stored: int = 0) -> dict[str, Any]:
    """The rows of an inline as a browser sends them."""
    fields = {f"{prefix}-TOTAL_FORMS": len(typed), f"{prefix}-INITIAL_FORMS": stored}
    return fields | {
        f"{prefix}-{number}-{name}": value for number, row in enumerate(typed) for name, value in row.items()
    }


def typed_measure(**values: Any) -> dict[str, Any]:
    return {
        "name": "Robbery",
        "code": "robbery",
        "noun": "offences",
        "unit": "count",
        "kind": "count",
        "improvement": "stable",
        "inclusion": "month_and_quarter",
        "adds_up": "sum",
        "rules": "office",
        "position": "1",
        "is_active": "on",
        "group": TopicGroupFactory.create().pk,
        **rows("series"),
        **rows("targets"),
        **values,
    }


def stale() -> set[str]:
    """The measures whose summaries are to be worked out anew."""
    return set(Series.objects.stale().values_list("measure__name", flat=True))


# --- Measures -----------------------------------------------------------------------------------------


def test_measure_is_added_with_its_areas_and_targets(officer: Client) -> None:
    force, north = ForceAreaFactory.create(), PolicingAreaFactory.create()

    response = officer.post(
        f"{STAFF}/measure/add/",
        typed_measure(
            **rows("series", {"force_area": force.pk}, {"policing_area": north.pk}),
            **rows("targets", {"value": "80", "starts_on": "2016-04-01", "words": "Fewer than 80"}),
        ),
    )

    measure = Measure.objects.get()
    assert response["Location"] == f"{STAFF}/measure/"
    assert [one.area for one in Series.objects.with_area().by_area()] == [force, north]
    assert list(Target.objects.values_list("measure", "value", "words")) == [(measure.pk, Decimal(80), "Fewer than 80")]


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"name": ""}, "name", "This field is required."),
        ({"kind": "survey", "unit": "percent"}, "__all__", "Only counts of areas add up."),
        ({"name": "burglary"}, "__all__", "There is a measure of this name."),
        ({"code": "compare"}, "__all__", "This code is the address of another page of the force’s figures."),
    ],
)
def test_measure_with_bad_input_keeps_what_was_typed(
    officer: Client, values: dict[str, str], field: str, message: str
) -> None:
    MeasureFactory.create(name="Burglary")

    response = officer.post(f"{STAFF}/measure/add/", typed_measure(definition="Typed with care", **values))

    assert message in " ".join(errors(response)[field])
    assert "Typed with care" in one_line(response)
    assert Measure.objects.count() == 1


def test_measure_that_is_changed_is_worked_out_anew(officer: Client) -> None:
    measure = robbery()
    robbery(code="arson", name="Arson")
    assert stale() == set()

    officer.post(
        f"{STAFF}/measure/{measure.pk}/change/",
        typed_measure(inclusion="exceptional", code="another", **rows("series", stored=0), **seen(measure)),
    )

    measure.refresh_from_db()
    assert (measure.inclusion, measure.code, stale()) == (Inclusion.EXCEPTIONAL, "robbery", {"Robbery"})


def test_area_of_a_measure_is_added_and_never_exchanged(officer: Client) -> None:
    measure = robbery()
    force = measure.series.get(force_area__isnull=False)
    north = measure.series.get(policing_area__isnull=False)
    east = DistrictFactory.create(name="East")

    officer.post(
        f"{STAFF}/measure/{measure.pk}/change/",
        typed_measure(
            **rows(
                "series",
                {"id": force.pk, "measure": measure.pk, "district": east.pk},
                {"id": north.pk, "measure": measure.pk},
                {"measure": measure.pk, "district": east.pk},
                stored=2,
            ),
            **seen(measure),
        ),
    )

    force.refresh_from_db()
    assert (force.district, measure.series.count()) == (None, 3)
    assert measure.series.get(district=east).area_name == "East district"


def test_area_twice_is_refused(officer: Client) -> None:
    force = ForceAreaFactory.create()

    response = officer.post(
        f"{STAFF}/measure/add/", typed_measure(**rows("series", {"force_area": force.pk}, {"force_area": force.pk}))
    )

    assert response.status_code == 200
    assert "This measure is kept for that area already." in one_line(response)
    assert not Measure.objects.exists()


def test_target_of_one_area_offers_the_measures_own(officer: Client) -> None:
    measure = robbery()
    SeriesFactory.create(force_area=None, district=DistrictFactory.create(name="Elsewhere"))
    TargetFactory.create(measure=measure)

    response = officer.get(f"{STAFF}/measure/{measure.pk}/change/")

    targets = response.context["inline_admin_formsets"][1].formset
    assert [form["value"].value() for form in targets.initial_forms] == ["80"]
    assert [str(label) for _, label in targets.empty_form.fields["series"].choices] == [
        "Every area",
        "Westshire force area",
        "North Westshire policing area",
    ]


def test_page_of_a_measure_asks_as_often_for_three_targets_as_for_one(officer: Client) -> None:
    measure = robbery()
    TargetFactory.create(measure=measure)
    address = f"measure/{measure.pk}/change/"
    one = number_of_queries(officer, address)
    TargetFactory.create(measure=measure, starts_on=date(2017, 4, 1))
    TargetFactory.create(measure=measure, starts_on=date(2018, 4, 1))

    assert number_of_queries(officer, address) == one


def test_restricted_measure_is_nowhere_for_people_who_are_not_cleared(not_cleared: Client, officer: Client) -> None:
    hidden = MeasureFactory.create(name="Covert", group__code="own-heading", is_restricted=True)
    SeriesFactory.create(measure=hidden)
    MeasureFactory.create(name="Robbery", group=hidden.group)

    for address in ("measure/", "measure/?q=overt", "series/", "series/?q=overt"):
        assert "Covert" not in page(not_cleared, address)
        assert "Covert" in page(officer, address)
    assert "Covert" not in one_line(not_cleared.get("/staff/find/?q=overt"))
    assert "Covert" in one_line(officer.get("/staff/find/?q=overt"))
    for path in ("change/", "history/"):
        response = not_cleared.get(f"{STAFF}/measure/{hidden.pk}/{path}", follow=True)
        assert "Covert" not in one_line(response)
    assert [row.number for row in not_cleared.get(f"{STAFF}/topicgroup/").context["cl"].result_list] == [1]
    assert [row.number for row in officer.get(f"{STAFF}/topicgroup/").context["cl"].result_list] == [2]
    assert not_cleared.get(f"{STAFF}/topicgroup/?measures={hidden.pk}").status_code == 400
    assert officer.get(f"{STAFF}/topicgroup/?measures={hidden.pk}").status_code == 200


def test_page_of_a_measure_leads_to_its_chart(officer: Client) -> None:
    measure = robbery()
    facts = dict(officer.get(f"{STAFF}/measure/{measure.pk}/change/").context["facts"])

    assert facts["Its page"] == '<a href="/performance/robbery/">Chart and figures</a>'
    assert officer.get("/performance/robbery/").status_code == 200
    assert "Read by" not in facts
    hidden = MeasureFactory.create(is_restricted=True)
    told = dict(officer.get(f"{STAFF}/measure/{hidden.pk}/change/").context["facts"])
    assert told["Read by"] == "cleared staff and Panel members only"


def test_person_who_is_not_cleared_may_not_restrict(give: Any, treasurer: User) -> None:
    measure = robbery()
    client = signed_in_client(give(treasurer, "change_measure"))

    client.post(
        f"{STAFF}/measure/{measure.pk}/change/", typed_measure(is_restricted="on", owner="A post", **seen(measure))
    )

    measure.refresh_from_db()
    assert (measure.is_restricted, measure.owner) == (False, "A post")


def test_search_box_for_a_measure_leaves_restricted_ones_out(not_cleared: Client, officer: Client) -> None:
    MeasureFactory.create(name="Covert", is_restricted=True)
    MeasureFactory.create(name="Covers stolen")
    address = "/staff/autocomplete/?app_label=performance&model_name=annotation&field_name=measure&term=cove"

    def offered(client: Client) -> list[str]:
        return sorted(row["text"] for row in client.get(address).json()["results"])

    assert offered(not_cleared) == ["Covers stolen"]
    assert offered(officer) == ["Covers stolen", "Covert"]


def listed(client: Client, address: str, field: str) -> list[str]:
    """What a list of the form without scripts offers."""
    form = client.get(f"{STAFF}/{address}", {"plain": "1"}).context["adminform"].form
    return re.findall('<option value="[^"]+".*?>(.+?)</option>', str(form[field]))


def test_plain_form_leaves_out_what_the_search_box_does(give: Any, treasurer: User, officer: Client) -> None:
    hidden, shown = (
        MeasureFactory.create(name="Covert", is_restricted=True),
        MeasureFactory.create(name="Covers stolen"),
    )
    series = [str(SeriesFactory.create(measure=measure)) for measure in (hidden, shown)]
    writer = signed_in_client(give(treasurer, "add_annotation", "add_forcequestion"))

    assert listed(writer, "annotation/add/", "measure") == ["Covers stolen"]
    assert sorted(listed(officer, "annotation/add/", "measure")) == ["Covers stolen", "Covert"]
    assert listed(writer, "forcequestion/add/", "series") == [series[1]]
    assert sorted(listed(officer, "forcequestion/add/", "series")) == sorted(series)


def test_plain_form_offers_those_who_may_not_look_only_what_is_chosen(give: Any, grants_officer: User) -> None:
    standing = PeerStandingFactory.create(group__name="Chosen")
    PeerGroupFactory.create(name="Other")
    client = signed_in_client(give(grants_officer, "view_peerstanding", "change_peerstanding"))
    box = "/staff/autocomplete/?app_label=performance&model_name=peerstanding&field_name=group&term="

    assert client.get(box).status_code == 403
    assert listed(client, f"peerstanding/{standing.pk}/change/", "group") == ["Chosen"]


def test_plain_form_says_that_a_choice_is_none(officer: Client) -> None:
    MeasureFactory.create(name="Robbery")

    response = officer.post(f"{STAFF}/annotation/add/?plain=1", {"measure": "none", "label": "Typed with care"})

    assert "Select a valid choice" in errors(response)["measure"][0]
    assert ">Robbery</option>" in str(response.context["adminform"].form["measure"])
    assert "Typed with care" in one_line(response)


def test_roles_that_only_read_may_not_write(not_cleared: Client) -> None:
    measure = TargetFactory.create(measure=robbery()).measure

    assert "80% or more" in page(not_cleared, f"measure/{measure.pk}/change/")
    assert not_cleared.get(f"{STAFF}/measure/add/").status_code == 403
    assert not_cleared.post(f"{STAFF}/measure/{measure.pk}/change/", typed_measure(name="Mine")).status_code == 403
    assert not_cleared.post(f"{STAFF}/houserules/add/", {}).status_code == 403


MODELS = (
    "measure",
    "topicgroup",
    "annotation",
    "phasechange",
    "commentary",
    "forcequestion",
    "peergroup",
    "houserules",
)


@pytest.mark.parametrize("model", MODELS)
def test_roles_without_figures_are_refused(grants_officer: User, model: str) -> None:
    assert signed_in_client(grants_officer).get(f"{STAFF}/{model}/").status_code == 403


# --- Headings, peers, rules ---------------------------------------------------------------------------


def test_heading_is_added_and_keeps_its_code(officer: Client) -> None:
    officer.post(f"{STAFF}/topicgroup/add/", {"name": "Protecting people", "code": "protecting", "position": "2"})
    group = TopicGroup.objects.get()
    assert 'name="code"' not in page(officer, f"topicgroup/{group.pk}/change/")

    officer.post(
        f"{STAFF}/topicgroup/{group.pk}/change/",
        {"name": "Protecting", "code": "other", "position": "3", **seen(group)},
    )

    group.refresh_from_db()
    assert (group.name, group.code, group.position) == ("Protecting", "protecting", 3)


def test_peer_group_is_added_with_its_forces(officer: Client) -> None:
    members = rows("members", {"force": "Arden", "starts_on": "2013-11-01"}, {"force": "Own", "is_own": "on",
                                                                             "starts_on": "2013-11-01"})  # fmt: skip
    officer.post(f"{STAFF}/peergroup/add/", {"name": "Most similar", "source": "", **members})

    group = PeerGroup.objects.get()
    assert list(PeerMember.objects.order_by("pk").values_list("group", "force", "is_own")) == [
        (group.pk, "Arden", False),
        (group.pk, "Own", True),
    ]
    assert "Most similar" in page(officer, "peergroup/")


def test_rank_and_value_are_added_and_their_measure_stays(officer: Client) -> None:
    series = robbery().series.get(force_area__isnull=False)
    member = PeerMemberFactory.create()
    standing = {"series": series.pk, "group": member.group_id, "month": "2017-06", "rank": "6", "of": "8"}

    officer.post(f"{STAFF}/peerstanding/add/", standing)
    officer.post(
        f"{STAFF}/peervalue/add/", {"series": series.pk, "member": member.pk, "month": "2017-06", "value": "80.3"}
    )

    rank, value = PeerStanding.objects.get(), PeerValue.objects.get()
    assert (rank.series, rank.month, rank.rank, rank.of) == (series, date(2017, 6, 1), 6, 8)
    assert (value.series, value.member, value.value) == (series, member, Decimal("80.3"))
    assert stale() == {"Robbery"}
    other = SeriesFactory.create()
    officer.post(f"{STAFF}/peerstanding/{rank.pk}/change/", {**standing, "series": other.pk, "rank": "5", **seen(rank)})
    rank.refresh_from_db()
    assert (rank.series, rank.rank) == (series, 5)
    assert "80.3" in page(officer, "peervalue/")
    assert "5 of 8" in page(officer, "peerstanding/")


def test_rank_with_bad_input_says_what_to_do(officer: Client) -> None:
    series, group = SeriesFactory.create(), PeerGroupFactory.create()

    response = officer.post(
        f"{STAFF}/peerstanding/add/",
        {"series": series.pk, "group": group.pk, "month": "2017-06", "rank": "9", "of": "8"},
    )

    assert errors(response) == {"__all__": ["The rank is from 1 to the number of forces."]}
    assert not PeerStanding.objects.exists()


def test_ranks_and_values_of_a_restricted_measure_are_not_there(not_cleared: Client, officer: Client) -> None:
    series = SeriesFactory.create(measure=MeasureFactory.create(name="Covert", is_restricted=True))
    rank, value = PeerStandingFactory.create(series=series), PeerValueFactory.create(series=series)

    for model, row in (("peerstanding", rank), ("peervalue", value)):
        assert "Covert" not in page(not_cleared, f"{model}/")
        assert "Covert" not in one_line(not_cleared.get(f"{STAFF}/{model}/{row.pk}/change/", follow=True))
        assert "Covert" in page(officer, f"{model}/")
    assert not_cleared.get(f"{STAFF}/peergroup/?standings={rank.pk}").status_code == 400


def test_rules_are_added_once_and_change_every_summary(officer: Client) -> None:
    robbery()
    robbery(code="arson", name="Arson")
    kept = {field.name: field.value_from_object(HouseRules()) for field in HouseRules._meta.fields}
    defaults = {name: value for name, value in kept.items() if value is not None and value is not False}

    assert "As the rules say" in page(officer, "houserules/add/")
    assert officer.post(f"{STAFF}/houserules/add/", {**defaults, "question_days": "5"}).status_code == 302

    rules = HouseRules.objects.get()
    assert (rules.pk, rules.question_days, stale()) == (1, 5, {"Robbery", "Arson"})
    assert officer.get(f"{STAFF}/houserules/add/").status_code == 403
    response = officer.post(f"{STAFF}/houserules/1/change/", {**defaults, "run_length": "3"})
    assert errors(response) == {"__all__": ["A shift is 5 to 15 months on one side."]}


def test_second_of_two_people_who_change_the_rules_is_refused_and_keeps_what_was_typed(officer: Client) -> None:
    rules = HouseRulesFactory.create(question_days=10)
    kept = {field.name: field.value_from_object(rules) for field in HouseRules._meta.fields}
    typed = {name: value for name, value in kept.items() if value is not None and value is not False} | seen(rules)
    assert f'name="seen" value="{typed["seen"]}"' in page(officer, "houserules/1/change/")

    first = officer.post(f"{STAFF}/houserules/1/change/", {**typed, "question_days": "5"})
    second = officer.post(f"{STAFF}/houserules/1/change/", {**typed, "run_length": "9"})

    rules.refresh_from_db()
    assert (first.status_code, rules.question_days, rules.run_length) == (302, 5, kept["run_length"])
    (refused,) = errors(second)["__all__"]
    assert refused.startswith("Somebody saved ‘")
    assert 'value="9"' in one_line(second)


def test_second_of_two_people_who_change_a_target_is_refused(officer: Client) -> None:
    measure = robbery()
    target = TargetFactory.create(measure=measure, value=80)

    def typed(value: str) -> dict[str, Any]:
        row = {"id": target.pk, "measure": measure.pk, "value": value, "starts_on": "2016-04-01", "seen": began["seen"]}
        return typed_measure(
            group=measure.group_id, **rows("series", stored=0), **rows("targets", row, stored=1), **seen(measure)
        )

    began = seen(target)
    officer.post(f"{STAFF}/measure/{measure.pk}/change/", typed("85"))
    refused = officer.post(f"{STAFF}/measure/{measure.pk}/change/", typed("75"))

    target.refresh_from_db()
    assert target.value == 85
    assert errors(refused)["__all__"][0].startswith("Somebody saved ‘")


def test_marks_are_counted_on_their_page(officer: Client) -> None:
    annotation = AnnotationFactory.create(measure=None)

    facts = officer.get(f"{STAFF}/annotation/{annotation.pk}/change/").context["facts"]

    assert list(facts) == [("From", "October 2017"), ("On the charts of", "Every measure"), ("New averages here", 0)]
