"""What saving one section of a forum report costs over a bare insert, as a ratio of one run.

    .venv/bin/python benchmarks/report_post.py [--rounds 40]

All are POSTs of the same fields through Django's test client on a real Postgres, and take turns:

- bare: a view that inserts one row in one transaction and redirects, on this site: the same person signed in, the same
  middleware and CSRF check;
- report: the section "Attendance" of a forum report: whose report it is, form, compare-and-set of the version, history
  row written by the trigger, redirect;
- naked: the bare view without any middleware, for nobody in particular; no page for which one signs in comes near it.

Prints the medians and how many reports are saved in the time of one bare insert, by the clock and by this process's
own processor time, which other work on the machine does not lengthen. Ends with 1 below 0.35 of the bare one by the
clock.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from _site import empty_site

TARGET = 0.35
A_ROUND = 10
FIELDS = {"police_attended": "yes", "elected_members": "4", "police": "2", "others": "1"}


def main() -> int:
    """Run the rounds and print what they show."""
    parser = argparse.ArgumentParser(description="Saving a section of a forum report against a bare insert.")
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    with empty_site(urls="benchmarks._bare_urls"):
        posts = {**posts_of_the_site(), "naked": naked_post()}
        for post in posts.values():
            timed(post)  # once before the clock runs
        times: dict[str, list[Spent]] = {name: [] for name in posts}
        for turn in range(rounds):
            for name in list(posts)[:: -1 if turn % 2 else 1]:
                times[name].append(timed(posts[name]))
        return told(times, queries(posts["report"]))


class Spent(NamedTuple):
    """Seconds for one POST, the mean of a round."""

    clock: float
    processor: float


def timed(post: Callable[[], None]) -> Spent:
    """One round."""
    clock, processor = time.perf_counter(), time.process_time()
    for _ in range(A_ROUND):
        post()
    return Spent((time.perf_counter() - clock) / A_ROUND, (time.process_time() - processor) / A_ROUND)


def naked_post() -> Callable[[], None]:
    """The insert without middleware."""
    from django.test import Client, override_settings

    client = Client()

    def post() -> None:
        answer = client.post("/bare-insert/", {**FIELDS, "residents": "19"})
        assert answer.status_code == 302

    with override_settings(MIDDLEWARE=[]):
        post()  # the client keeps the middleware that it finds at its first request
    return post


def posts_of_the_site() -> dict[str, Callable[[], None]]:
    """What an ambassador who is signed in posts: the bare insert, and the section of a report of hers."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from tests.factories.ambassadors import ForumReportFactory, appointed
    from tests.factories.reference import OfficeProfileFactory
    from tests.support.actors import signed_in

    OfficeProfileFactory.create()
    appointment = appointed()
    user = appointment.ambassador.user
    assert user is not None
    report = ForumReportFactory.create(ambassador=appointment.ambassador, forum=appointment.forum)
    address = reverse("ambassadors:report-attendance", args=[report.public_id])
    client = signed_in(Client(enforce_csrf_checks=True), user)
    client.get(address)
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    version = report.version

    def insert() -> None:
        answer: Any = client.post("/bare-insert/", {**FIELDS, "residents": "19", "csrfmiddlewaretoken": token})
        assert answer.status_code == 302

    def save() -> None:
        """Each time with another number of residents, so that there is something to save."""
        nonlocal version
        typed = {**FIELDS, "residents": str(version % 90), "version": version}
        answer: Any = client.post(address, {**typed, "csrfmiddlewaretoken": token})
        assert answer.status_code == 302, answer.content.decode()
        version += 1

    save()
    report.refresh_from_db()
    assert report.version == version
    return {"bare": insert, "report": save}


def queries(post: Callable[[], None]) -> int:
    """How many queries one POST asks."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        post()
    return len(asked)


def told(times: dict[str, list[Spent]], asked: int) -> int:
    """Print the medians and the ratios; 1 if the target is missed."""
    for name, found in times.items():
        clock, processor = (statistics.median(seconds) * 1000 for seconds in zip(*found, strict=True))
        print(f"{name:7} median {clock:.2f} ms, of which {processor:.2f} ms of this process")
    clock, processor = against(times["bare"], times["report"])
    print(f"queries {asked} for a report's section, the transaction's own included")
    print(f"naked   {against(times['naked'], times['report']).clock:.2f} of it; the bare insert itself", end=" ")
    print(f"{against(times['naked'], times['bare']).clock:.2f}: what signing in and the site's rules cost any page")
    print(f"own     {processor:.2f} by this process's processor time")
    print(f"ratio   {clock:.2f}, median of {len(times['bare'])} rounds; at least {TARGET} is wanted")
    return int(clock < TARGET)


def against(bare: list[Spent], whole: list[Spent]) -> Spent:
    """How much of the one is done in the time of the other, the median of the rounds, by each clock."""
    pairs = list(zip(bare, whole, strict=True))
    return Spent(
        statistics.median(one.clock / other.clock for one, other in pairs),
        statistics.median(one.processor / other.processor for one, other in pairs),
    )


if __name__ == "__main__":
    sys.exit(main())
