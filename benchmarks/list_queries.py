"""How many queries each list asks at 1, 50 and 500 rows; a list that asks more for more rows fails.

    .venv/bin/python benchmarks/list_queries.py

Counts queries of whole requests, session and permissions included, through Django's test client on a real Postgres.
Ends with 1 if any list asks more at 500 rows than at 1.
"""

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from _site import empty_site

SIZES = (1, 50, 500)
DISTRICTS = 5
FIRST_YEAR = 1890


def main() -> int:
    """Fill the site step by step, open every list at each step, print the table."""
    with empty_site():
        from django.db import transaction

        filling = Filling()
        counts: dict[str, list[int]] = {}
        for size in SIZES:
            with transaction.atomic():
                filling.up_to(size)
            lists = filling.lists()
            for name, (client, address) in lists.items():
                counts.setdefault(name, []).append(count(client, address))
    return told(counts)


class Filling:
    """One ambassador, one member of staff, one Panel member, and as many records of each kind as are asked for."""

    def __init__(self) -> None:
        from opcc.accounts.enums import Role
        from tests.factories.accounts import UserFactory
        from tests.factories.ambassadors import appointed
        from tests.factories.forums import PriorityTopicFactory
        from tests.factories.reference import DistrictFactory, OfficeProfileFactory

        OfficeProfileFactory.create()
        self.districts = [DistrictFactory.create() for _ in range(DISTRICTS)]
        self.topic = PriorityTopicFactory.create(code="speeding")
        self.ambassador = appointed(email="ambassador@home.example").ambassador
        self.staff = UserFactory.create(email="policy@office.example", roles=[Role.POLICY_OFFICER])
        self.member = UserFactory.create(email="member@council.example", roles=[Role.PANEL_MEMBER])
        self.made = 0

    def up_to(self, size: int) -> None:
        """Add records until there are `size` of each kind."""
        for number in range(self.made, size):
            self._forum(number)
            self._report_to_the_panel(number)
        self.made = size

    def _forum(self, number: int) -> None:
        from django.utils import timezone

        from forums.enums import PrioritiesOutcome
        from opcc.core.operations import queue_mail
        from tests.factories import ambassadors, forums

        mine: dict[str, Any] = {"ambassador": self.ambassador}
        mine["forum"] = forum = forums.ForumFactory.create(district=self.districts[number % DISTRICTS])
        meeting = forums.ForumMeetingFactory.create(forum=forum, priorities_outcome=PrioritiesOutcome.AGREED)
        forums.ForumPriorityFactory.create(meeting=meeting, topic=self.topic)
        forums.PlannedMeetingFactory.create(forum=forum, held_on=timezone.localdate() + timedelta(days=30))
        ambassadors.ForumReportFactory.create(**mine, met_on=date(2018, 2, 27), submitted=True)
        concern = ambassadors.ConcernFactory.create(**mine, topic=self.topic, replied=True)
        ambassadors.ConcernActionFactory.create(concern=concern)
        ambassadors.KeyContactFactory.create(ambassador=self.ambassador)
        queue_mail(to="clerk@council.example", subject="A letter", body="Hello", kind="note", at=timezone.now())

    def _report_to_the_panel(self, number: int) -> None:
        from tests.factories.panel import built

        built(issued=True, year=FIRST_YEAR + number // 4, quarter_number=number % 4 + 1)

    def lists(self) -> Mapping[str, tuple[Any, str]]:
        """Every list, whose it is and where."""
        from django.test import Client

        from tests.support.actors import signed_in_client

        assert self.ambassador.user is not None
        ambassador, staff, member = map(signed_in_client, (self.ambassador.user, self.staff, self.member))
        public = Client()
        return {
            "community forums": (public, "/forums/"),
            "community forums, CSV": (public, "/forums/?csv"),
            "public reports to the Panel": (public, "/panel/reports/"),
            "ambassador's home": (ambassador, "/ambassadors/"),
            "ambassador's reports": (ambassador, "/ambassadors/reports/"),
            "ambassador's concerns": (ambassador, "/ambassadors/concerns/"),
            "ambassador's contacts": (ambassador, "/ambassadors/contacts/"),
            "Panel member's reports": (member, "/panel/"),
            "staff: home": (staff, "/staff/"),
            "staff: forum reports": (staff, "/staff/ambassadors/forumreport/"),
            "staff: concerns": (staff, "/staff/ambassadors/concern/"),
            "staff: key contacts": (staff, "/staff/ambassadors/keycontact/"),
            "staff: forums": (staff, "/staff/forums/forum/"),
            "staff: meetings": (staff, "/staff/forums/forummeeting/"),
            "staff: priorities": (staff, "/staff/forums/forumpriority/"),
            "staff: reports to the Panel": (staff, "/staff/panel/quarterlyreport/"),
            "staff: outbox": (staff, "/staff/core/outboxmessage/"),
        }


def count(client: Any, address: str) -> int:
    """Queries of one request, after one that fills what is read once for the process."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
        assert answer.status_code == 200, f"{address} answers {answer.status_code}"
        _ = answer.getvalue()  # a streamed file asks while it is read
    return len(asked)


def told(counts: Mapping[str, list[int]]) -> int:
    """The table; 1 if a list asks more for more rows."""
    print(f"{'queries at':28} " + " ".join(f"{size:>5}" for size in SIZES) + "  ratio")
    for name, found in counts.items():
        print(f"{name:28} " + " ".join(f"{number:>5}" for number in found) + f"  {found[-1] / found[0]:.2f}")
    grown = [name for name, found in counts.items() if len(set(found)) > 1]
    print("every list asks the same for any number of rows" if not grown else f"not the same: {', '.join(grown)}")
    return int(bool(grown))


if __name__ == "__main__":
    sys.exit(main())
