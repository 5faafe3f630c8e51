"""Words of a quarter: kept with their placeholders, refused for those that are none, published when they are known."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from performance.enums import CommentaryState, InclusionChoice
from performance.models import Commentary, Measure
from performance.operations import publish_commentary, save_commentary, withdraw_commentary
from performance.operations.commentary import figures_for
from tests.factories.performance import CommentaryFactory, MeasureFactory
from tests.performance.quarters import QUARTER, robbery

AT = datetime(2018, 1, 19, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def refusal(operation: Any, **values: Any) -> tuple[str, str | None]:
    with pytest.raises(DomainError) as refused:
        operation(**{"by": None, "at": AT, **values})
    return refused.value.message, refused.value.field


def saved(**values: Any) -> Commentary:
    given = {"quarter": QUARTER, "summary": "{{ value }} offences", "seen": None, "by": None, "at": AT}
    return save_commentary(**{**given, **values})


def as_kept(commentary: Commentary) -> dict[str, Any]:
    """What a commentary says, as the database has it."""
    names = (
        *("measure", "quarter_starts_on", "summary", "text", "restricted_text", "inclusion", "reason"),
        *("state", "written_by", "written_at", "published_by", "published_at"),
    )
    now = Commentary.objects.get(pk=commentary.pk)
    return {name: value for name in names if (value := getattr(now, name)) not in (None, "")}


def reasons(commentary: Commentary) -> list[str]:
    events: Any = next(iter(Commentary.pgh_event_models.values()))  # type: ignore[attr-defined]
    rows = events.objects.filter(pgh_obj_id=commentary.pk).select_related("pgh_context").order_by("pgh_id")
    return [row.pgh_context.metadata["reason"] if row.pgh_context else "" for row in rows]


@pytest.fixture
def measure(db: None) -> Measure:
    return robbery()


# --- Writing ------------------------------------------------------------------------------------------


def test_save_commentary_keeps_the_placeholders(measure: Measure, performance_officer: User) -> None:
    commentary = saved(
        measure=measure,
        summary=" {{ value }} offences, {{ change }} ",
        text="October had {{ month1 }}.\r\nThe north had {{ north-westshire_value }}.",
        restricted_text="One group.",
        inclusion=InclusionChoice.INCLUDED,
        reason=" The Panel asked ",
        by=performance_officer,
    )

    assert as_kept(commentary) == {
        "measure": measure,
        "quarter_starts_on": QUARTER.start,
        "summary": "{{ value }} offences, {{ change }}",
        "text": "October had {{ month1 }}.\nThe north had {{ north-westshire_value }}.",
        "restricted_text": "One group.",
        "inclusion": InclusionChoice.INCLUDED,
        "reason": "The Panel asked",
        "state": CommentaryState.DRAFT,
        "written_by": performance_officer,
        "written_at": AT,
    }
    assert reasons(commentary) == ["Commentary on Robbery written"]


def test_save_commentary_again_writes_over_what_the_writer_saw(measure: Measure, policy_officer: User) -> None:
    first = saved(measure=measure)
    later = AT + timedelta(minutes=1)

    second = saved(measure=measure, summary="Another line", seen=first.written_at, by=policy_officer, at=later)

    assert (second.pk, Commentary.objects.count()) == (first.pk, 1)
    assert as_kept(second) == {
        "measure": measure,
        "quarter_starts_on": QUARTER.start,
        "summary": "Another line",
        "inclusion": InclusionChoice.BY_RULE,
        "state": CommentaryState.DRAFT,
        "written_by": policy_officer,
        "written_at": later,
    }


@pytest.mark.parametrize("seen", [None, AT - timedelta(minutes=1)])
def test_save_commentary_does_not_overwrite_what_somebody_saved_since(measure: Measure, seen: datetime | None) -> None:
    theirs = saved(measure=measure, summary="Theirs")

    message, field = refusal(save_commentary, measure=measure, quarter=QUARTER, summary="Mine", seen=seen)

    assert message.startswith("Somebody saved this commentary after you opened it. Copy what you wrote")
    assert (field, as_kept(theirs)["summary"]) == (None, "Theirs")


@pytest.mark.parametrize("name", ["summary", "text", "restricted_text"])
def test_save_commentary_refuses_an_unknown_placeholder_beside_its_text(measure: Measure, name: str) -> None:
    assert refusal(save_commentary, measure=measure, quarter=QUARTER, seen=None, **{name: "{{ vallue }} offences"}) == (
        "There is no figure called ‘vallue’. Did you mean ‘value’? It is in line 1: ‘{{ vallue }} offences’.",
        name,
    )
    assert not Commentary.objects.exists()


def test_save_commentary_refuses_what_is_no_placeholder(measure: Measure) -> None:
    message, field = refusal(save_commentary, measure=measure, quarter=QUARTER, seen=None, text="{% if value %}")

    assert (message.startswith("Only figures can be put in"), field) == (True, "text")


@pytest.mark.parametrize(
    ("values", "message", "field"),
    [
        (
            {"inclusion": InclusionChoice.LEFT_OUT},
            "Say why this quarter departs from the measure’s rule.",
            "reason",
        ),
        (
            {"reason": "Because"},
            "A reason is for including or leaving out. Choose which, or clear the reason.",
            "reason",
        ),
        ({"summary": "x" * 301}, "Ensure this value has at most 300 characters (it has 301).", "summary"),
    ],
)
def test_save_commentary_refuses(measure: Measure, values: dict[str, Any], message: str, field: str) -> None:
    assert refusal(save_commentary, measure=measure, quarter=QUARTER, seen=None, **values) == (message, field)
    assert not Commentary.objects.exists()


def test_save_commentary_of_a_published_one_is_refused(measure: Measure) -> None:
    published = publish_commentary(commentary=saved(measure=measure), by=None, at=AT)

    assert refusal(save_commentary, measure=measure, quarter=QUARTER, summary="Other", seen=published.written_at) == (
        "This commentary is published. Withdraw it first, then change it.",
        None,
    )
    assert as_kept(published)["summary"] == "{{ value }} offences"


def test_save_commentary_of_a_measure_without_figures_takes_words_alone() -> None:
    bare = MeasureFactory.create(name="Bare")

    assert saved(measure=bare, summary="Nothing is counted yet").summary == "Nothing is counted yet"
    assert figures_for(bare, QUARTER) == {}


def test_save_commentary_on_a_restricted_measure_needs_clearance(
    treasurer: User, policy_officer: User, give: Callable[..., User]
) -> None:
    hidden = MeasureFactory.create(is_restricted=True)
    given = {"measure": hidden, "quarter": QUARTER, "summary": "Words", "seen": None}

    assert refusal(save_commentary, **given, by=give(treasurer, "change_commentary")) == (
        "There is no such measure. Choose one from the list.",
        "measure",
    )
    assert saved(**given, by=policy_officer).measure == hidden


# --- Publishing ---------------------------------------------------------------------------------------


def test_publish_commentary(measure: Measure, performance_officer: User) -> None:
    draft = saved(measure=measure)
    later = AT + timedelta(days=1)
    before = as_kept(draft)

    published = publish_commentary(commentary=draft, by=performance_officer, at=later)

    assert as_kept(published) == {
        **before,
        "state": CommentaryState.PUBLISHED,
        "published_by": performance_officer,
        "published_at": later,
    }
    assert reasons(published)[-1] == "Commentary on Robbery published"


def test_publish_commentary_is_refused_while_a_figure_is_not_known(measure: Measure) -> None:
    """A year before there are no figures: neither that quarter's value nor the change is known."""
    draft = saved(
        measure=measure, summary="{{ same_last_year }} a year ago", text="{{ value }}, {{ same_last_year }}, {{ rate }}"
    )

    assert refusal(publish_commentary, commentary=draft) == (
        "Not known for this quarter: ‘same_last_year’, ‘rate’. Load the figures, or write the commentary without them.",
        None,
    )
    assert as_kept(draft)["state"] == CommentaryState.DRAFT


def test_publish_commentary_of_a_quarter_without_figures_is_refused(measure: Measure) -> None:
    draft = saved(measure=measure, quarter=Quarter(2025, 1))

    assert refusal(publish_commentary, commentary=draft)[0].startswith("Not known for this quarter: ‘value’.")


def test_publish_commentary_whose_placeholder_is_gone_is_refused(measure: Measure) -> None:
    draft = CommentaryFactory.create(measure=measure, text="{{ south_value }}")

    message, field = refusal(publish_commentary, commentary=draft)

    assert (message.startswith("There is no figure called ‘south_value’."), field) == (True, "text")


def test_publish_commentary_without_words_is_refused(measure: Measure) -> None:
    draft = saved(measure=measure, summary="")

    assert refusal(publish_commentary, commentary=draft) == (
        "There is nothing to publish: write the line of the summary or the commentary first.",
        None,
    )


def test_publish_commentary_twice(measure: Measure) -> None:
    draft = saved(measure=measure)
    publish_commentary(commentary=Commentary.objects.get(pk=draft.pk), by=None, at=AT)

    assert refusal(publish_commentary, commentary=draft) == (
        "This commentary is published already. Open the page again to see how it stands.",
        None,
    )


def test_publish_commentary_that_was_changed_since(measure: Measure) -> None:
    draft = saved(measure=measure)
    saved(measure=measure, summary="Other", seen=draft.written_at, at=AT + timedelta(seconds=1))

    assert refusal(publish_commentary, commentary=draft) == (
        "This commentary was changed a moment ago. Open the page again to see how it stands.",
        None,
    )
    assert Commentary.objects.get().state == CommentaryState.DRAFT


def test_withdraw_commentary(measure: Measure, performance_officer: User) -> None:
    draft = saved(measure=measure)
    before = as_kept(draft)
    published = publish_commentary(commentary=draft, by=None, at=AT)

    withdrawn = withdraw_commentary(commentary=published, by=performance_officer, at=AT)

    assert as_kept(withdrawn) == before
    assert reasons(withdrawn)[-1] == "Commentary on Robbery withdrawn"
    assert refusal(withdraw_commentary, commentary=withdrawn) == (
        "This commentary is a draft already. Open the page again to see how it stands.",
        None,
    )


def test_each_step_needs_the_permission(measure: Measure, treasurer: User) -> None:
    draft = saved(measure=measure)
    message = "Your role does not let you write commentary. Ask someone whose role does."

    assert refusal(save_commentary, measure=measure, quarter=QUARTER, seen=None, by=treasurer)[0] == message
    assert refusal(publish_commentary, commentary=draft, by=treasurer)[0] == message
    assert refusal(withdraw_commentary, commentary=draft, by=treasurer)[0] == message


def somebody_waits() -> bool:
    """Whether a query of this database waits for another transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_two_who_begin_at_once_make_one_commentary() -> None:
    """The second finds no commentary, for the first has not ended its transaction; its own row then is refused."""
    measure = MeasureFactory.create()
    begun = threading.Event()

    def first() -> None:
        with transaction.atomic():
            saved(measure=measure, summary="First")
            begun.set()
            until = time.monotonic() + 20
            while not somebody_waits() and time.monotonic() < until:
                time.sleep(0.02)
        connection.close()

    thread = threading.Thread(target=first)
    thread.start()
    begun.wait(timeout=20)
    second = refusal(save_commentary, measure=measure, quarter=QUARTER, summary="Second", seen=None)
    thread.join(timeout=30)

    assert second == ("Somebody else recorded this a moment ago. Open the page again to see it.", None)
    assert Commentary.objects.get().summary == "First"
