"""What the database refuses of decisions, their numbers and papers, and of the log of publications."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from panel.models import CommissionerTerm, Decision, DecisionAttachment, Publication
from tests.factories.accounts import UserFactory
from tests.factories.register import (
    AttachmentFactory,
    CommissionerTermFactory,
    DecisionFactory,
    DutyFactory,
    FoiExemptionFactory,
    PublicationFactory,
)

pytestmark = pytest.mark.django_db

BROKEN: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "panel_commissionerterm_numbers": (CommissionerTermFactory.create, {"prefix": "wpcc"}),
    "panel_commissionerterm_first": (CommissionerTermFactory.create, {"first_sequence": 0}),
    "panel_foiexemption_has_grounds": (FoiExemptionFactory.create, {"reasons": ""}),
    "panel_decision_sequence": (DecisionFactory.create, {"sequence": 10_000, "reference": "WPCC210000"}),
    "panel_decision_has_title": (DecisionFactory.create, {"title": ""}),
    "panel_decision_in_progress_has_no_day": (DecisionFactory.create, {"decided_on": date(2018, 3, 1)}),
    "panel_decision_chief_officer_of_force_business": (
        DecisionFactory.create,
        {"chief_officer_on": date(2018, 3, 1)},
    ),
    "panel_decision_withdrawn_has_reason": (DecisionFactory.create, {"state": "withdrawn"}),
    "panel_attachment_whole": (AttachmentFactory.create, {"sha256": ""}),
    "panel_duty_changes": (DutyFactory.create, {"changed_on": date(2018, 3, 1)}),
    "panel_publication_link_or_file": (PublicationFactory.create, {"url": ""}),
    "panel_publication_year": (PublicationFactory.create, {"for_year": 1066}),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_row_that_breaks_a_rule_is_refused(name: str) -> None:
    make, wrong = BROKEN[name]
    with pytest.raises(IntegrityError, match=name):
        make(**wrong)


def test_exemption_names_a_section() -> None:
    with pytest.raises(IntegrityError, match="panel_foiexemption_has_grounds"):
        FoiExemptionFactory.create(sections=[])


def test_thing_to_publish_has_one_owner() -> None:
    with pytest.raises(IntegrityError, match="panel_duty_one_owner"):
        DutyFactory.create(owner=UserFactory.create())


def test_term_and_number_stand_once() -> None:
    row = DecisionFactory.create()
    with pytest.raises(IntegrityError, match="panel_decision_number_once"), transaction.atomic():
        DecisionFactory.create(sequence=row.sequence, reference="WPCC2-0001")
    with pytest.raises(IntegrityError, match="panel_commissionerterm_once"):
        CommissionerTerm.objects.create(prefix="WPCC", number=2)


def at_once() -> None:
    """The rule about gaps waits for the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_numbers_have_no_gap_in_whatever_order_they_are_written() -> None:
    term = CommissionerTermFactory.create(first_sequence=34)
    for sequence in (36, 34, 35):
        DecisionFactory.create(term=term, sequence=sequence)
    at_once()
    assert Decision.objects.count() == 3


@pytest.mark.parametrize(
    ("sequences", "said"),
    [
        ((35,), "the number before this one is missing"),
        ((34, 36), "the number before this one is missing"),
        ((33,), "stands in an older register"),
    ],
)
def test_gap_in_the_numbers_is_refused(sequences: tuple[int, ...], said: str) -> None:
    term = CommissionerTermFactory.create(first_sequence=34)
    for sequence in sequences:
        DecisionFactory.create(term=term, sequence=sequence)
    with pytest.raises(IntegrityError, match=said):
        at_once()


@pytest.mark.parametrize("change", [{"sequence": 7}, {"reference": "WPCC20007"}])
def test_decision_keeps_its_number(change: dict[str, Any]) -> None:
    DecisionFactory.create()
    with pytest.raises(IntegrityError, match="a decision keeps its number"):
        Decision.objects.update(**change)


def test_decision_stays_in_its_term_and_is_never_deleted() -> None:
    row = DecisionFactory.create()
    other = CommissionerTermFactory.create(number=3)
    with pytest.raises(IntegrityError, match="keeps its number"), transaction.atomic():
        Decision.objects.update(term=other)
    with pytest.raises(IntegrityError, match="never deleted"):
        row.delete()


@pytest.mark.parametrize("change", [{"prefix": "XPCC"}, {"number": 9}, {"is_hyphenated": True}, {"first_sequence": 2}])
def test_term_in_use_keeps_what_its_decisions_are_numbered_by(change: dict[str, Any]) -> None:
    term = CommissionerTermFactory.create()
    CommissionerTerm.objects.filter(pk=term.pk).update(starts_on=date(2016, 5, 12))
    DecisionFactory.create(term=term)
    CommissionerTerm.objects.filter(pk=term.pk).update(starts_on=date(2016, 5, 13))
    with pytest.raises(IntegrityError, match="decisions are numbered by this term"):
        CommissionerTerm.objects.filter(pk=term.pk).update(**change)


def test_paper_keeps_its_file() -> None:
    AttachmentFactory.create()
    with pytest.raises(IntegrityError, match="keeps its file"):
        DecisionAttachment.objects.update(sha256="1" * 64)


def test_publication_is_neither_changed_nor_deleted() -> None:
    row = PublicationFactory.create()
    changes = (
        lambda: Publication.objects.update(about="Other"),
        lambda: Publication.objects.all().delete(),
        row.delete,
    )
    for change in changes:
        with pytest.raises(IntegrityError, match="added to, never changed"), transaction.atomic():
            change()
    assert list(Publication.objects.values_list("about", flat=True)) == ["January 2018"]
