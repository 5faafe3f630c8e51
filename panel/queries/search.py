"""Search over the text of the Panel's records: what is open, and nothing else, whoever asks.

Each kind of record is searched where it stands, by the query set that says what may be read. No copy of any text is
kept for the search, so nothing can be found in it that was made exempt since. Even the cleared find exempt matter on
its own pages only: a page of results goes where no second step guards it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat, TruncDate
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from panel.models import AgendaItem, Decision, PanelMinutes, PublicQuestion, RecommendationResponse, Resolution
from panel.models.indexes import LANGUAGE
from panel.queries.recommendations import Reader
from panel.querysets import SEARCHED

START, STOP = "\x02", "\x03"  # no text of ours holds these, so what they stand for is escaped before they are drawn
LONGEST = 200

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
    vector: Any = None  # where the index is of more than the columns one after the other

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


@dataclass(frozen=True)
class Hits(Sequence[Found]):
    """What a search found, to be cut into pages: `len` and slices ask the database, one query and a few."""

    words: str
    kinds: tuple[str, ...]
    reader: Reader

    def __len__(self) -> int:
        return self._keys().count() if self.kinds else 0

    def __getitem__(self, part: Any) -> Any:
        """A slice, as a paginator cuts it."""
        if not self.kinds:
            return []
        keys = list(self._keys().order_by("-hit_on", "hit_kind", "-pk")[part])
        by_kind: dict[str, list[int]] = {}
        for kind, pk, _ in keys:
            by_kind.setdefault(kind, []).append(pk)
        shown = {(kind, found[0]): found[1] for kind, pks in by_kind.items() for found in self._shown(kind, pks)}
        return [shown[kind, pk] for kind, pk, _ in keys if (kind, pk) in shown]

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


def having(rows: Rows, source: Source, query: SearchQuery) -> Rows:
    """The rows whose words match, found by the index that names the same columns."""
    vector = SearchVector(*source.fields, config=LANGUAGE) if source.vector is None else source.vector
    found: Rows = rows.annotate(hit_words=vector).filter(hit_words=query).order_by()
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
    "decisions": Source(
        "Decision", lambda _: Decision.objects.public(), ("title", "summary"), TruncDate("published_at"),
        lambda row: f"{row.reference} {row.title}", lambda row: reverse("panel:decision", args=[row.reference]),
        vector=SEARCHED,
    ),
}  # fmt: skip
