"""Search over the text of the Panel's records: what is open, and nothing else, whoever asks.

Each kind of record is searched where it stands, by the query set that says what may be read, so that nothing can be
found that was made exempt since. Two texts are kept for the search alone, both of what readers have in print: the words
of minutes, and the pages of public editions of packs. Even the cleared find exempt matter on its own pages only: a page
of results goes where no second step guards it.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.db import connection, transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat, TruncDate
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from panel.enums import PackState
from panel.models import (
    AgendaItem,
    Decision,
    PackPage,
    PanelMinutes,
    PublicQuestion,
    RecommendationResponse,
    Resolution,
)
from panel.models.indexes import LANGUAGE
from panel.queries.reader import Reader
from panel.querysets import SEARCHED

START, STOP = "\x02", "\x03"  # no text of ours holds these, so what they stand for is escaped before they are drawn
LONGEST = 200  # letters of what is searched for
EVERY = 1_000_000  # records
MOST = 1000  # hits shown; who finds more is asked for more words

Rows = QuerySet[Any]


@dataclass(frozen=True)
class Source:
    """A kind of record: what of it a reader may read, the columns that are searched, its day, title and address."""

    label: str
    rows: Callable[[Reader], Rows]
    fields: tuple[str, ...]
    on: Any  # a path or an expression, of a date
    title: Callable[[Any], str]
    address: Callable[[Any], str]
    related: tuple[str, ...] = ()
    indexed: Callable[[], Rows] | None = None  # where the index is not of every row
    vector: Any = None  # where the index is of more than the columns one after the other

    @property
    def many(self) -> str:
        """As a choice among kinds: 'Agenda items', 'Pages of the papers'."""
        return self.label if self.label.endswith("s") and " " not in self.label else _plural(self.label)

    @property
    def day(self) -> Any:
        return F(self.on) if isinstance(self.on, str) else self.on


@dataclass(frozen=True)
class Found:
    """One hit: what it is, its title, its day, where it stands, and the words around what was found."""

    kind: str
    title: str
    on: date
    url: str
    excerpt: SafeString


class Hits(Sequence[Found]):
    """What a search found, to be cut into pages. One query finds all, and one for each kind on a page shows it."""

    def __init__(self, words: str, kinds: tuple[str, ...], reader: Reader) -> None:
        self.words, self.kinds, self.reader = words, kinds, reader

    def __len__(self) -> int:
        return min(len(self._found), MOST)

    def __getitem__(self, part: Any) -> Any:
        """A slice, as a paginator cuts it."""
        keys = self._found[:MOST][part]
        by_kind: dict[str, list[int]] = {}
        for kind, pk, _ in keys:
            by_kind.setdefault(kind, []).append(pk)
        shown = {(kind, found[0]): found[1] for kind, pks in by_kind.items() for found in self._shown(kind, pks)}
        return [shown[kind, pk] for kind, pk, _ in keys if (kind, pk) in shown]

    @property
    def is_cut(self) -> bool:
        """Whether more was found than is shown."""
        return len(self._found) > MOST

    @cached_property
    def _found(self) -> list[tuple[str, int, date]]:
        """Kind, key and day of all that was found, the newest first. One query."""
        if not self.kinds:
            return []
        with by_index():
            return list(self._keys().order_by("-hit_on", "hit_kind", "-pk")[: MOST + 1])

    def _query(self) -> SearchQuery:
        return SearchQuery(self.words, config=LANGUAGE, search_type="websearch")

    def _matching(self, kind: str) -> Rows:
        source = SOURCES[kind]
        return having(source.rows(self.reader), source, self._query())

    def _keys(self) -> Rows:
        first, *rest = (
            self._matching(kind)
            .annotate(hit_kind=Value(kind, output_field=CharField()), hit_on=SOURCES[kind].day)
            .values_list("hit_kind", "pk", "hit_on")
            for kind in self.kinds
        )
        keys: Rows = first.union(*rest, all=True) if rest else first
        return keys

    def _shown(self, kind: str, pks: Sequence[int]) -> Iterator[tuple[int, Found]]:
        source = SOURCES[kind]
        text = [part for field in source.fields for part in (F(field), Value(" "))]
        excerpt = SearchHeadline(
            Concat(*text, output_field=CharField()), self._query(), config=LANGUAGE, start_sel=START, stop_sel=STOP,
            max_words=30, min_words=12,
        )  # fmt: skip
        rows = source.rows(self.reader).filter(pk__in=pks).select_related(*source.related)
        for row in rows.annotate(hit_text=excerpt, hit_on=source.day):
            yield row.pk, Found(source.label, source.title(row), row.hit_on, source.address(row), marked(row.hit_text))


def search(words: str, reader: Reader, kind: str = "") -> Hits:
    """What of the open record holds these words; `kind` narrows it to one key of SOURCES. Quotes, or, and - work."""
    words = words.strip()[:LONGEST]
    return Hits(words, ((kind,) if kind in SOURCES else tuple(SOURCES)) if words else (), reader)


def _plural(label: str) -> str:
    first, _, rest = label.partition(" of ")
    return f"{first}s of {rest}" if rest else f"{label}s"


@contextmanager
def by_index() -> Generator[None]:
    """Read by the indexes of words, whatever the planner thinks.

    It takes reading every row for cheaper where a word is common, because it does not know what making the words of a
    text anew costs: three times as much, over ten thousand records. Two short statements.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan = on")


def having(rows: Rows, source: Source, query: SearchQuery) -> Rows:
    """The rows whose words match, found by the index that names the same columns.

    Keys with the words come first, by that index alone, and then what of them may be read. In one condition with the
    rest the planner would rather go through every row that may be read and make its words anew. The limit, which is
    never reached, keeps the two apart.
    """
    vector = SearchVector(*source.fields, config=LANGUAGE) if source.vector is None else source.vector
    indexed = rows.model._default_manager.all() if source.indexed is None else source.indexed()
    keys = indexed.annotate(hit_words=vector).filter(hit_words=query).order_by().values("pk")
    found: Rows = rows.filter(pk__in=keys[:EVERY]).order_by()
    return found


def marked(excerpt: str) -> SafeString:
    """The excerpt as HTML: escaped, then what was found marked."""
    safe = str(escape(excerpt)).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(safe)  # noqa: S308 - escaped in the line above


def _items(reader: Reader) -> Rows:
    rows = AgendaItem.objects.open().readable()
    return rows.filter(meeting__is_closed=False) if reader.is_public else rows


def _resolutions(reader: Reader) -> Rows:
    rows = Resolution.objects.open()
    return rows.filter(item__meeting__is_closed=False) if reader.is_public else rows


def _recommendations(reader: Reader) -> Rows:
    rows = reader.recommendations()
    return rows.open() if reader.sees_exempt else rows


def _responses(reader: Reader) -> Rows:
    return RecommendationResponse.objects.filter(recommendation__in=_recommendations(reader))


def _minutes(reader: Reader) -> Rows:
    rows = PanelMinutes.objects.all()
    return rows.public() if reader.is_public else rows.readable()


def _pages(reader: Reader) -> Rows:
    """Of packs in force, what stands in their public editions."""
    rows = PackPage.objects.filter(edition__pack__state=PackState.ISSUED).defer("words")
    return rows.filter(edition__pack__meeting__is_closed=False) if reader.is_public else rows


def _meeting_address(item: AgendaItem) -> str:
    return f"{reverse('panel:meeting', args=[item.meeting.public_id])}#item-{item.public_id}"


SOURCES: Mapping[str, Source] = {
    "items": Source(
        "Agenda item", _items, ("title", "purpose"), "meeting__held_on", lambda row: row.title, _meeting_address,
        ("meeting",),
    ),
    "resolutions": Source(
        "Resolution", _resolutions, ("text",), "item__meeting__held_on",
        lambda row: f"{row}: {row.item.title}", lambda row: _meeting_address(row.item), ("item__meeting",),
    ),
    "minutes": Source(
        "Minutes", _minutes, ("printed_text",), "meeting__held_on",
        lambda row: f"Minutes of {row.meeting.held_on:%-d %B %Y}",
        lambda row: reverse("panel:minutes", args=[row.meeting.public_id]), ("meeting",),
    ),
    "recommendations": Source(
        "Recommendation", _recommendations, ("title", "text"), "resolution__item__meeting__held_on",
        lambda row: f"{row.reference} {row.title}", lambda row: reverse("panel:recommendation", args=[row.public_id]),
    ),
    "responses": Source(
        "Response", _responses, ("text", "reason", "part"), "given_on",
        lambda row: f"Response to {row.recommendation.reference}",
        lambda row: reverse("panel:recommendation", args=[row.recommendation.public_id]), ("recommendation",),
    ),
    "questions": Source(
        "Public question", lambda _: PublicQuestion.objects.public(), ("text", "answer"), "meeting__held_on",
        lambda row: f"Question {row.reference}",
        lambda row: f"{reverse('panel:meeting', args=[row.meeting.public_id])}#question-{row.public_id}", ("meeting",),
    ),
    "papers": Source(
        "Page of the papers", _pages, ("text",), "edition__pack__meeting__held_on",
        lambda row: (
            f"{row.edition.pack.name} of {row.edition.pack.meeting.held_on:%-d %B %Y}, "
            f"page {row.place + row.edition.first_page - 1}"
        ),
        lambda row: f"{reverse('panel:pack-pdf-public', args=[row.edition.pack.public_id])}#page={row.place}",
        ("edition__pack__meeting",), vector=F("words"),
    ),
    "decisions": Source(
        "Decision", lambda _: Decision.objects.public(), ("title", "summary"), TruncDate("published_at"),
        lambda row: f"{row.reference} {row.title}", lambda row: reverse("panel:decision", args=[row.reference]),
        vector=SEARCHED, indexed=Decision.objects.public,
    ),
}  # fmt: skip
