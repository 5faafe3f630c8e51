"""What a search over 10,000 records of the Panel costs the database, over reading them all for the same words.

    .venv/bin/python benchmarks/panel_search.py [--rounds 15]

6,000 agenda items of forty words, one in ten of them exempt, 2,000 resolutions of forty and 2,000 pages of papers of
250, made from a seed. A round asks for a rare word, the commonest one and a phrase of two common ones, by the search's
page of 25 with its count, and by a plain `ILIKE` over the same columns and rows; rounds take turns in who begins. Time
is the database's, as the driver sees it.

Prints the medians, the slowest search and its ratio to ILIKE; ends with 1 where a search took 150 ms or more.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from random import Random
from typing import Any

from _site import empty_site

ITEMS, RESOLUTIONS, PAGES, WORDS, MEETINGS = 6_000, 2_000, 2_000, 40, 200
MOST_MS = 150.0
ASKED = ("quillfeather", "police", '"rural crime"')


def main() -> int:
    """Fill the site, run the rounds, print what they show."""
    parser = argparse.ArgumentParser(description="A search against reading everything.")
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with empty_site():
        fill()
        times = measured(rounds)
    return told(times)


def fill() -> None:
    """The records, and the planner's figures about them."""
    from django.db import connection

    from panel.enums import PackState
    from panel.models import AgendaItem, PackPage, Resolution
    from tests.factories.papers import built_pack
    from tests.factories.recommendations import ClaimFactory, HeldMeetingFactory

    random = Random(2018)  # noqa: S311 - text, not secrets
    meetings = [
        HeldMeetingFactory.create(held_on=date(2000 + number // 10, number % 10 + 1, 10)) for number in range(MEETINGS)
    ]
    items = [
        AgendaItem(
            meeting=meetings[number % MEETINGS], position=number // MEETINGS + 1, title=text(random, 6),
            purpose=text(random, WORDS) + (" quillfeather" if number % 997 == 0 else ""),
            exemption=ClaimFactory.create() if number % 10 == 0 else None,
        )
        for number in range(ITEMS)
    ]  # fmt: skip
    made = AgendaItem.objects.bulk_create(items, batch_size=1000)
    Resolution.objects.bulk_create(
        Resolution(item=made[number], number=1, text=text(random, 40), kind="notes") for number in range(RESOLUTIONS)
    )
    packs = [built_pack(PackState.ISSUED, meeting=meeting) for meeting in meetings[:20]]
    editions = [pack.editions.get(audience="public") for pack in packs]
    PackPage.objects.all().delete()
    PackPage.objects.bulk_create(
        PackPage(edition=editions[number % 20], place=number // 20 + 1, text=text(random, 250))
        for number in range(PAGES)
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.get_autocommit() else "ANALYZE")


SPOKEN = """police crime panel commissioner officer report precept budget community force county meeting rural victim
review plan council grant road speed burglary theft village town question answer response figure quarter area forum"""
VOCABULARY = [*SPOKEN.split(), *(f"w{number}" for number in range(6_000))]
WEIGHTS = [1 / (rank + 2) for rank in range(len(VOCABULARY))]  # as words of a language fall off


def text(random: Random, length: int) -> str:
    """So many words, the common ones as often as they are in writing."""
    return " ".join(random.choices(VOCABULARY, WEIGHTS, k=length))


def measured(rounds: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of the database by way and word."""
    times: dict[str, dict[str, list[float]]] = {"search": {}, "ilike": {}}
    ways: dict[str, Callable[[str], None]] = {"search": by_search, "ilike": by_ilike}
    for turn in range(rounds):
        for which in ("search", "ilike") if turn % 2 else ("ilike", "search"):
            for words in ASKED:
                with database_time() as spent:
                    ways[which](words)
                times[which].setdefault(words, []).append(sum(spent) * 1000)
    return times


def by_search(words: str) -> None:
    from panel.queries import PUBLIC, search

    hits = search(words, PUBLIC)
    assert len(hits)
    assert hits[0:25]


def by_ilike(words: str) -> None:
    from django.db.models import Q

    from panel.models import AgendaItem, PackPage, Resolution

    words = words.strip('"')
    items = AgendaItem.objects.open().readable().filter(Q(title__icontains=words) | Q(purpose__icontains=words))
    resolutions = Resolution.objects.open().filter(text__icontains=words)
    pages = PackPage.objects.filter(text__icontains=words, edition__pack__state="issued").defer("words")
    for rows in (items, resolutions, pages):
        rows.count()
        list(rows.order_by("-pk")[:25])


@contextmanager
def database_time() -> Any:
    """The seconds that each query took, as the driver sees it."""
    from django.db import connection

    spent: list[float] = []

    def timed(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent.append(time.perf_counter() - began)

    with connection.execute_wrapper(timed):
        yield spent


def told(times: dict[str, dict[str, list[float]]]) -> int:
    """Print the table; 1 where a search was too slow."""
    print(f"records   {ITEMS:,} agenda items, {RESOLUTIONS:,} resolutions and {PAGES:,} pages of papers")
    worst = 0.0
    for words in ASKED:
        search, ilike = (statistics.median(times[way][words]) for way in ("search", "ilike"))
        worst = max(worst, search)
        print(f"{words:<16} search {search:7.1f} ms   ilike {ilike:7.1f} ms   ratio {search / ilike:5.2f}")
    print(f"slowest   {worst:.1f} ms, at most {MOST_MS:.0f}: {'yes' if worst < MOST_MS else 'NO'}")
    return 0 if worst < MOST_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
