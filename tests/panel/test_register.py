"""Each step of a decision and of its papers: it works, the wrong role, and what is refused changes nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from io import BytesIO
from threading import Barrier
from typing import Any

import pikepdf
import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.db import connection

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel import operations
from panel.enums import DecisionState, FoiSection
from panel.models import CommissionerTerm, Decision, DecisionAttachment, FoiExemption
from panel.operations import DecisionWords
from tests.factories.accounts import UserFactory
from tests.factories.register import (
    AttachmentFactory,
    CommissionerTermFactory,
    DecisionFactory,
    FoiExemptionFactory,
)
from tests.support.uploads import jpeg, pdf

pytestmark = pytest.mark.django_db

AT = datetime(2018, 3, 20, 9, tzinfo=UTC)
WORDS = DecisionWords(title="Roof repairs", summary="The roof is repaired.")
GROUND: dict[str, Any] = {
    "sections": [FoiSection.PERSONAL, FoiSection.COMMERCIAL],
    "reasons": "It is about one person's pay.",
}


@pytest.fixture
def officer(panel_support_officer: User) -> dict[str, Any]:
    return {"by": panel_support_officer, "at": AT}


def test_register_decision_takes_the_next_number_of_its_term_without_gaps(officer: dict[str, Any]) -> None:
    second = CommissionerTermFactory.create(first_sequence=34)
    third = CommissionerTermFactory.create(number=3, is_hyphenated=True)
    rows = [operations.register_decision(term=term, words=WORDS, **officer) for term in (second, third, second)]
    with pytest.raises(DomainError):
        operations.register_decision(term=second, words=DecisionWords(title=""), **officer)
    rows.append(operations.register_decision(term=second, words=WORDS, **officer))
    assert [row.reference for row in rows] == ["WPCC20034", "WPCC3-0001", "WPCC20035", "WPCC20036"]
    assert {(row.state, row.registered_on, row.is_published) for row in rows} == {
        (DecisionState.IN_PROGRESS, date(2018, 3, 20), False)
    }


def test_register_decision_beyond_the_last_number_is_refused(officer: dict[str, Any]) -> None:
    term = CommissionerTermFactory.create(first_sequence=9999)
    operations.register_decision(term=term, words=WORDS, **officer)
    with pytest.raises(DomainError, match="register of WPCC2 is full"):
        operations.register_decision(term=term, words=WORDS, **officer)
    assert list(Decision.objects.values_list("reference", flat=True)) == ["WPCC29999"]


@pytest.mark.django_db(transaction=True)
def test_register_decision_gives_two_at_once_two_numbers_that_follow() -> None:
    term = CommissionerTermFactory.create()
    both = Barrier(2)

    def register(title: str) -> str:
        try:
            both.wait(timeout=20)
            words = DecisionWords(title=title)
            return operations.register_decision(term=term, words=words, by=None, at=AT).reference
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        found = sorted(pool.map(register, ["Roof", "Walls"]))
    assert found == ["WPCC20001", "WPCC20002"]
    assert sorted(Decision.objects.values_list("sequence", flat=True)) == [1, 2]


def test_change_decision_keeps_its_number(officer: dict[str, Any]) -> None:
    row = DecisionFactory.create()
    words = DecisionWords(
        title=" New ", summary="A\r\nB ", lead="Treasurer", is_force_business=True, chief_officer_on=date(2018, 3, 1),
        joint_with="West Mercia", is_significant=True, interests="None.", supporting="See the paper.",
    )  # fmt: skip
    changed = operations.change_decision(decision=row, words=words, **officer)
    stored = Decision.objects.values(
        "reference", "title", "summary", "lead", "is_force_business", "chief_officer_on", "joint_with",
        "is_significant", "interests", "supporting",
    ).get()  # fmt: skip
    assert changed.reference == row.reference
    assert stored == {
        "reference": row.reference, "title": "New", "summary": "A\nB", "lead": "Treasurer", "is_force_business": True,
        "chief_officer_on": date(2018, 3, 1), "joint_with": "West Mercia", "is_significant": True,
        "interests": "None.", "supporting": "See the paper.",
    }  # fmt: skip


def test_decide_takes_the_chief_officers_approval_of_force_business(officer: dict[str, Any]) -> None:
    row = DecisionFactory.create(is_force_business=True)
    with pytest.raises(DomainError, match="Enter the day of the chief officer's approval first"):
        operations.decide(decision=row, decided_on=date(2018, 3, 1), **officer)
    Decision.objects.update(chief_officer_on=date(2018, 3, 2))
    with pytest.raises(DomainError, match="approved it on 2 March 2018"):
        operations.decide(decision=row, decided_on=date(2018, 3, 1), **officer)
    made = operations.decide(decision=row, decided_on=date(2018, 3, 2), **officer)
    assert (made.state, made.decided_on) == (DecisionState.DECIDED, date(2018, 3, 2))
    words = DecisionWords(title="T", is_force_business=True, chief_officer_on=date(2018, 3, 3))
    with pytest.raises(DomainError, match="approves it before that"):
        operations.change_decision(decision=row, words=words, **officer)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (lambda row, who: operations.decide(decision=row, decided_on=date(2018, 3, 21), **who), "not in the future"),
        (lambda row, who: operations.withdraw_decision(decision=row, reason=" ", **who), "Say why it is withdrawn"),
        (lambda row, who: operations.take_back_decision(decision=row, reason="x", **who), "not in the public list"),
        (lambda row, who: operations.take_back_decision(decision=row, reason="", **who), "Say why it is taken out"),
        (lambda row, who: operations.release_decision(decision=row, **who), "is open already"),
        (lambda row, who: operations.publish_decision(decision=row, **who), "Write the summary first"),
        (
            lambda row, who: operations.withhold_decision(decision=row, sections=[], reasons="x", **who),
            "Choose the section",
        ),
        (
            lambda row, who: operations.withhold_decision(decision=row, sections=["41"], reasons=" ", **who),
            "Say why the section applies",
        ),
        (
            lambda row, who: operations.change_decision(
                decision=row,
                words=DecisionWords("T", is_force_business=True, chief_officer_on=date(2018, 3, 21)),
                **who,
            ),
            "not in the future",
        ),
    ],
)
def test_step_that_is_refused_changes_nothing(
    step: Callable[[Decision, dict[str, Any]], object], said: str, officer: dict[str, Any]
) -> None:
    row = DecisionFactory.create(summary="")
    before = Decision.objects.values().get()
    with pytest.raises(DomainError, match=said):
        step(row, officer)
    assert Decision.objects.values().get() == before
    assert not FoiExemption.objects.exists()


def test_publish_withhold_and_release_a_decision(officer: dict[str, Any]) -> None:
    row = DecisionFactory.create(made=True)
    operations.publish_decision(decision=row, **officer)
    with pytest.raises(DomainError, match="is published already"):
        operations.publish_decision(decision=row, **officer)
    assert list(Decision.objects.public()) == [row]
    hidden = operations.withhold_decision(decision=row, public_words=" A  matter of pay ", **GROUND, **officer)
    assert list(Decision.objects.public()) == []
    assert list(Decision.objects.published().withheld()) == [row]
    assert str(hidden.exemption) == (
        "Withheld under section 40(2) (personal information) and section 43 (commercial interests) "
        "of the Freedom of Information Act 2000"
    )
    claim = FoiExemption.objects.get()
    assert (claim.public_words, claim.decided_by, claim.decided_at) == ("A matter of pay", officer["by"], AT)
    with pytest.raises(DomainError, match="withheld already"):
        operations.withhold_decision(decision=row, **GROUND, **officer)
    operations.release_decision(decision=row, **officer)
    assert list(Decision.objects.public()) == [row]
    operations.take_back_decision(decision=row, reason="Sent too soon", **officer)
    assert not Decision.objects.published().exists()


def test_release_of_a_published_decision_without_a_summary_is_refused(officer: dict[str, Any]) -> None:
    row = DecisionFactory.create(public=True, exempt=True, summary="")
    with pytest.raises(DomainError, match="Write the summary first"):
        operations.release_decision(decision=row, **officer)
    assert Decision.objects.withheld().count() == 1


def test_withdraw_ends_a_decision_and_keeps_its_number(officer: dict[str, Any]) -> None:
    row = DecisionFactory.create(made=True)
    ended = operations.withdraw_decision(decision=row, reason="Overtaken", **officer)
    assert (ended.state, ended.withdrawn_reason) == (DecisionState.WITHDRAWN, "Overtaken")
    with pytest.raises(DomainError, match=f"{row.reference} is now: withdrawn"):
        operations.change_decision(decision=row, words=WORDS, **officer)
    assert operations.register_decision(term=row.term, words=WORDS, **officer).sequence == row.sequence + 1


STEPS: dict[str, Callable[[Decision, dict[str, Any]], object]] = {
    "register": lambda row, who: operations.register_decision(term=row.term, words=WORDS, **who),
    "term": lambda row, who: operations.keep_term(term=row.term, **who),
    "change": lambda row, who: operations.change_decision(decision=row, words=WORDS, **who),
    "decide": lambda row, who: operations.decide(decision=row, decided_on=date(2018, 3, 1), **who),
    "publish": lambda row, who: operations.publish_decision(decision=row, **who),
    "take back": lambda row, who: operations.take_back_decision(decision=row, reason="x", **who),
    "withdraw": lambda row, who: operations.withdraw_decision(decision=row, reason="x", **who),
    "withhold": lambda row, who: operations.withhold_decision(decision=row, **GROUND, **who),
    "release": lambda row, who: operations.release_decision(decision=row, **who),
    "attach": lambda row, who: operations.attach_paper(decision=row, title="T", name="a.pdf", content=pdf(), **who),
}


@pytest.mark.parametrize("name", sorted(STEPS))
def test_step_by_a_role_that_only_reads_is_refused(name: str, treasurer: User) -> None:
    row = DecisionFactory.create(made=True)
    with pytest.raises(DomainError, match="Your role does not let you"):
        STEPS[name](row, {"by": treasurer, "at": AT})
    assert (Decision.objects.count(), DecisionAttachment.objects.count()) == (1, 0)


@pytest.mark.parametrize("name", sorted(set(STEPS) - {"register", "term"}))
def test_step_on_what_is_withheld_is_refused_to_whoever_may_not_know_of_it(name: str) -> None:
    row = DecisionFactory.create(exempt=True)
    keeper = UserFactory.create(roles=[Role.TREASURER])
    allowed = ("change_decision", "decide_foiexemption", "add_decisionattachment")
    keeper.user_permissions.set(Permission.objects.filter(codename__in=allowed))
    before = Decision.objects.values().get()
    with pytest.raises(DomainError, match="There is no such decision"):
        STEPS[name](row, {"by": keeper, "at": AT})
    assert Decision.objects.values().get() == before


def test_keep_term_refuses_what_decisions_are_numbered_by(officer: dict[str, Any]) -> None:
    term = operations.keep_term(term=CommissionerTerm(prefix="WPCC", number=4), **officer)
    term.is_hyphenated = False
    operations.keep_term(term=term, **officer)
    operations.register_decision(term=term, words=WORDS, **officer)
    term.starts_on = date(2016, 5, 12)
    operations.keep_term(term=term, **officer)
    term.is_hyphenated = True
    with pytest.raises(DomainError, match="stay as they are") as refused:
        operations.keep_term(term=term, **officer)
    assert refused.value.field == "is_hyphenated"
    assert CommissionerTerm.objects.values_list("is_hyphenated", "starts_on").get() == (False, date(2016, 5, 12))


def test_attach_paper_makes_the_pdf_afresh(officer: dict[str, Any]) -> None:
    row = DecisionFactory.create()
    content = pdf("Quillfeather")
    made = operations.attach_paper(decision=row, title="Report", name="report.pdf", content=content, **officer)
    with made.file.open("rb") as file, pikepdf.open(BytesIO(file.read())) as kept:
        assert (len(kept.pages), dict(kept.docinfo).get("/Title")) == (1, None)
    assert (made.name, made.title, made.added_by, made.added_at) == ("report.pdf", "Report", officer["by"], AT)
    assert "report" not in made.file.name


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("photo.jpg", jpeg(), "Attach a PDF"), ("a.pdf", jpeg(), "was not attached"), ("a.pdf", b"", "It is empty")],
)
def test_attach_paper_of_another_kind_is_refused(name: str, content: bytes, said: str, officer: dict[str, Any]) -> None:
    with pytest.raises(DomainError, match=said):
        operations.attach_paper(decision=DecisionFactory.create(), title="T", name=name, content=content, **officer)
    assert not DecisionAttachment.objects.exists()


def test_withhold_and_release_a_paper_of_an_open_decision(officer: dict[str, Any]) -> None:
    paper = AttachmentFactory.create()
    other = AttachmentFactory.create(decision=paper.decision)
    operations.withhold_attachment(attachment=paper, **GROUND, **officer)
    assert list(DecisionAttachment.objects.public()) == [other]
    with pytest.raises(DomainError, match="withheld already"):
        operations.withhold_attachment(attachment=paper, **GROUND, **officer)
    operations.release_attachment(attachment=paper, **officer)
    assert set(DecisionAttachment.objects.public()) == {paper, other}
    with pytest.raises(DomainError, match="not withheld by itself"):
        operations.release_attachment(attachment=paper, **officer)


@pytest.mark.django_db(transaction=True)
def test_remove_attachment_deletes_the_file_unless_the_decision_is_published(officer: dict[str, Any]) -> None:
    published = AttachmentFactory.create()
    with pytest.raises(DomainError, match="Withhold this one"):
        operations.remove_attachment(attachment=published, **officer)
    early = AttachmentFactory.create(decision=DecisionFactory.create())
    operations.remove_attachment(attachment=early, **officer)
    assert list(DecisionAttachment.objects.all()) == [published]
    assert [default_storage.exists(str(row.file)) for row in (published, early)] == [True, False]


def test_step_on_a_withheld_paper_is_refused_to_whoever_may_not_know_of_it() -> None:
    paper = AttachmentFactory.create(exemption=FoiExemptionFactory.create())
    keeper = UserFactory.create(roles=[Role.TREASURER])
    keeper.user_permissions.add(Permission.objects.get(codename="decide_foiexemption"))
    with pytest.raises(DomainError, match="no such paper"):
        operations.release_attachment(attachment=paper, by=keeper, at=AT)
    assert DecisionAttachment.objects.public().count() == 0
