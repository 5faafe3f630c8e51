"""Search over the Panel's open record: what it finds, what it never finds, by which index, and at what cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.postgres.search import SearchQuery
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.models import User
from panel import queries
from panel.enums import PackState
from panel.models import Pack, PackPage, PanelMinutes
from panel.queries import EVERYTHING, OPEN, PUBLIC, SEARCH_SOURCES
from panel.queries.search import START, STOP, by_index, having, marked
from tests.factories.minutes import MinutesFactory, printed
from tests.factories.papers import built_pack
from tests.factories.questions import PublicQuestionFactory
from tests.factories.recommendations import (
    ClaimFactory,
    ClearedMemberFactory,
    HeldMeetingFactory,
    ItemFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResolutionFactory,
    ResponseFactory,
)
from tests.factories.register import DecisionFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
WORD = "Quillfeather"


def found(words: str = WORD, reader: queries.Reader = PUBLIC, kind: str = "") -> list[tuple[str, str]]:
    return [(hit.kind, hit.title) for hit in queries.search(words, reader, kind)[0:25]]


def everything_with(word: str, **item: Any) -> None:
    """One record of every kind that is searched, with the word in each column; `item` is of the agenda item."""
    where = ItemFactory.create(title=f"Estate {word}", purpose=f"About {word}", **item)
    resolution = ResolutionFactory.create(item=where, text=f"That {word} is sold.", kind="recommends")
    recommendation = RecommendationFactory.create(
        resolution=resolution, title=f"Sell {word}", text=f"That {word} is sold."
    )
    ResponseFactory.create(recommendation=recommendation, text=f"{word} is sold.")


def page(client: Client, query: str) -> str:
    response = client.get(f"{reverse('panel:search')}?{query}")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_each_kind_of_record_is_found_where_it_stands() -> None:
    everything_with(WORD)
    PublicQuestionFactory.create(meeting=HeldMeetingFactory.create(), accepted=True, text=f"Why {WORD}?")
    DecisionFactory.create(public=True, title=f"Contract for {WORD}")
    minutes = printed(MinutesFactory.create())
    PanelMinutes.objects.filter(pk=minutes.pk).update(printed_text=f"Of {WORD}")
    pack = built_pack(PackState.ISSUED)
    PackPage.objects.create(edition=pack.editions.get(audience="public"), place=2, text=f"On {WORD}")
    kinds = {kind for kind, _ in found()}
    assert kinds == {source.label for source in SEARCH_SOURCES.values()}
    assert len(queries.search(WORD, PUBLIC)) == 8
    assert {kind for kind, _ in found(kind="responses")} == {"Response"}


def test_words_are_stemmed_quoted_and_left_out() -> None:
    ItemFactory.create(title="Policing the villages")
    ItemFactory.create(title="Village policing budgets")
    assert len(found("village")) == 2
    assert found('"policing budget"') == [("Agenda item", "Village policing budgets")]
    assert found("village -budget") == [("Agenda item", "Policing the villages")]
    assert found("") == found("   ") == found('"') == []


def test_the_newest_comes_first() -> None:
    ItemFactory.create(title=f"Old {WORD}", meeting=HeldMeetingFactory.create(held_on="2017-01-05"))
    ItemFactory.create(title=f"New {WORD}")
    assert [title for _, title in found()] == [f"New {WORD}", f"Old {WORD}"]


@pytest.mark.parametrize("reader", [PUBLIC, OPEN, EVERYTHING])
def test_no_exempt_word_is_found_whoever_asks(reader: queries.Reader) -> None:
    everything_with(WORD, exemption=ClaimFactory.create())
    under = ItemFactory.create(exemption=ClaimFactory.create())
    ItemFactory.create(parent=under, position=1, title=WORD)
    ResolutionFactory.create(text=WORD, exemption=ClaimFactory.create())
    assert found(reader=reader) == []
    assert len(queries.search(WORD, reader)) == 0


def test_what_was_made_exempt_is_not_found_from_then_on() -> None:
    item = ItemFactory.create(title=WORD)
    assert len(found()) == 1
    item.exemption = ClaimFactory.create()
    item.save()
    assert found() == []


def test_drafts_and_closed_sessions_are_not_the_publics() -> None:
    ItemFactory.create(title=WORD, meeting=PlannedPanelMeetingFactory.create())
    ItemFactory.create(title=WORD, meeting=HeldMeetingFactory.create(held_on="2018-02-15", is_closed=True))
    PublicQuestionFactory.create(meeting=HeldMeetingFactory.create(), text=WORD)
    assert found() == []
    assert [kind for kind, _ in found(reader=OPEN)] == ["Agenda item"]


def test_only_the_public_edition_of_a_pack_in_force_is_searched() -> None:
    pack = built_pack(PackState.READY)
    public, restricted = (pack.editions.get(audience=audience) for audience in ("public", "restricted"))
    with pytest.raises(IntegrityError, match="only the public edition is searched"), transaction.atomic():
        PackPage.objects.create(edition=restricted, place=1, text=WORD)
    PackPage.objects.create(edition=public, place=1, text=WORD)
    assert found() == found(reader=EVERYTHING) == []
    Pack.objects.filter(pk=pack.pk).update(state="issued", issued_at=timezone.now())
    assert found() == [("Page of the papers", "Agenda and papers of 19 March 2018, page 1")]
    Pack.objects.filter(pk=pack.pk).update(state="withdrawn", withdrawn_reason="It named a witness.")
    assert found() == []


def test_a_withheld_or_unpublished_decision_is_not_found() -> None:
    DecisionFactory.create(title=WORD)
    DecisionFactory.create(public=True, exempt=True, title=WORD)
    assert found(reader=EVERYTHING) == []


def test_an_excerpt_is_escaped_and_what_was_found_marked() -> None:
    assert marked(f"<b>{START}word{STOP}") == "&lt;b&gt;<mark>word</mark>"
    ItemFactory.create(title="Estate", purpose="5 < 6 & 'estate' of the county")
    shown = page(Client(), "words=estate")
    assert "<mark>Estate</mark> 5 &lt; 6 &amp; &#x27;<mark>estate</mark>&#x27; of the county" in shown


def test_the_page_shows_what_was_found_and_exempt_matter_to_nobody(panel_member: User) -> None:
    ClearedMemberFactory.create(user=panel_member)
    everything_with("county")
    everything_with(WORD, exemption=ClaimFactory.create())
    for client in (Client(), signed_in_client(panel_member)):
        assert "<strong>4</strong> results for ‘county’" in page(client, "words=county")
        assert "Nothing was found" in page(client, f"words={WORD}")
        assert "Put words that belong together" in page(client, "")


@pytest.mark.parametrize("kind", sorted(set(SEARCH_SOURCES) - {"decisions"}))  # test_views_decisions has those
def test_each_kind_is_found_by_its_index(kind: str) -> None:
    source = SEARCH_SOURCES[kind]
    plan = having(source.rows(PUBLIC), source, SearchQuery(WORD, config="english"))
    with by_index(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_indexscan = off")  # an empty table tells the planner nothing
        shown = plan.explain()
    assert "_words" in shown


def test_a_search_asks_as_much_for_many_as_for_one() -> None:
    counts = []
    for more in (1, 49, 450):
        meeting = PlannedPanelMeetingFactory.create(
            held_on=timezone.localdate() - timedelta(days=more), agenda_published_at=timezone.now()
        )
        for number in range(more):
            ItemFactory.create(title=f"{WORD} {number}", meeting=meeting, position=number + 1)
        with CaptureQueriesContext(connection) as caught:
            page(Client(), f"words={WORD}")
        counts.append(len(caught))
    assert counts[0] == counts[1] == counts[2]
