"""How many queries each list asks at 1, 50 and 500 rows; a list that asks more for more rows fails.

    .venv/bin/python benchmarks/list_queries.py

Counts queries of whole requests, session and permissions included, through Django's test client on a real Postgres:
every list of the public's, the ambassadors' and the Panel's pages, every change list of the staff's, and the pages that
list across records. Ends with 1 if any list does not ask the same at each size.
"""

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from _site import empty_site

SIZES = (1, 50, 500)
DISTRICTS = 5
FIRST_YEAR = 1890
NAME = 30  # letters of a list's name
ONE_ROW = ("reference.OfficeProfile", "performance.HouseRules")  # there is one office, and one set of its rules


def main() -> int:
    """Fill the site step by step, open every list at each step, print the table."""
    with empty_site():
        from django.db import transaction

        filling = Filling()
        counts: dict[str, list[int]] = {}
        for size in SIZES:
            with transaction.atomic():
                filling.up_to(size)
            for name, (client, address) in filling.lists().items():
                counts.setdefault(name, []).append(count(client, address))
        counts |= counts_of_change_lists(filling)
    return told(counts)


def counts_of_change_lists(filling: "Filling") -> dict[str, list[int]]:
    """Each change list of the staff's pages with records of its own kind, which are taken away again afterwards."""
    from django.db import transaction
    from django.urls import reverse

    from tests.factories.accounts import UserFactory
    from tests.support.actors import signed_in_client
    from tests.support.staff_records import RECORDS, keeper_of, registered

    counts: dict[str, list[int]] = {}
    keepers = {role: UserFactory.create(roles=[role]) for role in {keeper_of(model) for model in registered()}}
    for model in registered():
        if model._meta.label in filling.fills or model._meta.label in ONE_ROW:
            continue
        client = signed_in_client(keepers[keeper_of(model)])
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        found = counts.setdefault(f"staff: {model._meta.verbose_name_plural}"[:NAME], [])
        with transaction.atomic():
            made = 0
            for size in SIZES:
                for number in range(made, size):
                    RECORDS[model](number)
                made = size
                found.append(count(client, address))
            transaction.set_rollback(True)
    return counts


class Filling:
    """One ambassador, one member of staff, one Panel member, and as many records of each kind as are asked for."""

    # What the change lists of these hold is made here; of the others, by tests/support/staff_records.py.
    fills = (
        "ambassadors.Concern",
        "ambassadors.ForumReport",
        "ambassadors.KeyContact",
        "core.OutboxMessage",
        "forums.Forum",
        "forums.ForumMeeting",
        "forums.ForumPriority",
        "panel.Decision",
        "panel.QuarterlyReport",
    )

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
        self.chief = UserFactory.create(email="chief@office.example", roles=[Role.CHIEF_EXECUTIVE])
        self.silent = appointed(email="silent@home.example").ambassador
        self.member = UserFactory.create(email="member@council.example", roles=[Role.PANEL_MEMBER])
        self.made = 0

    def up_to(self, size: int) -> None:
        """Add records until there are `size` of each kind."""
        for number in range(self.made, size):
            self._forum(number)
            self._report_to_the_panel(number)
            self._decision(number)
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
        ambassadors.ObjectiveFactory.create(ambassador=self.ambassador, title=f"Visit street {number}")
        ambassadors.EngagementActivityFactory.create(ambassador=self.ambassador, title=f"Fair {number}")
        unreported = ambassadors.AppointmentFactory.create(ambassador=self.silent).forum
        forums.ForumMeetingFactory.create(forum=unreported, held_on=timezone.localdate() - timedelta(days=30))
        queue_mail(to="clerk@council.example", subject="A letter", body="Hello", kind="note", at=timezone.now())

    def _report_to_the_panel(self, number: int) -> None:
        from tests.factories.panel import built

        built(issued=True, year=FIRST_YEAR + number // 4, quarter_number=number % 4 + 1)

    def _decision(self, number: int) -> None:
        from tests.factories.register import AttachmentFactory, DecisionFactory

        AttachmentFactory.create(decision=DecisionFactory.create(public=True, exempt=number % 2 == 1))

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
            "community forums, calendar": (public, "/forums/calendar.ics"),
            "public reports to the Panel": (public, "/panel/reports/"),
            "decisions": (public, "/panel/decisions/"),
            "decisions, search": (public, "/panel/decisions/?q=roof"),
            "decisions, CSV": (public, "/panel/decisions/?csv=1"),
            "decisions, feed": (public, "/panel/decisions/feed.xml"),
            "what we publish": (public, "/panel/publications/"),
            "ambassador's home": (ambassador, "/ambassadors/"),
            "ambassador's reports": (ambassador, "/ambassadors/reports/"),
            "ambassador's concerns": (ambassador, "/ambassadors/concerns/"),
            "ambassador's contacts": (ambassador, "/ambassadors/contacts/"),
            "ambassador's objectives": (ambassador, "/ambassadors/objectives/"),
            "ambassador's events": (ambassador, "/ambassadors/events/"),
            "Panel member's reports": (member, "/panel/"),
            "staff: home": (staff, "/staff/"),
            "staff: forum reports": (staff, "/staff/ambassadors/forumreport/"),
            "staff: concerns": (staff, "/staff/ambassadors/concern/"),
            "staff: key contacts": (staff, "/staff/ambassadors/keycontact/"),
            "staff: forums": (staff, "/staff/forums/forum/"),
            "staff: meetings": (staff, "/staff/forums/forummeeting/"),
            "staff: priorities": (staff, "/staff/forums/forumpriority/"),
            "staff: reports to the Panel": (staff, "/staff/panel/quarterlyreport/"),
            "staff: decisions": (staff, "/staff/panel/decision/"),
            "staff: outbox": (staff, "/staff/core/outboxmessage/"),
            "staff: late reports": (staff, "/staff/ambassadors/forumreport/late/"),
            "staff: vacancies": (staff, "/staff/ambassadors/appointment/vacancies/"),
            "staff: search": (staff, "/staff/find/?q=forum"),
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
    print(f"{'queries at':{NAME}} " + " ".join(f"{size:>5}" for size in SIZES) + "  ratio")
    for name, found in counts.items():
        print(f"{name:{NAME}} " + " ".join(f"{number:>5}" for number in found) + f"  {found[-1] / found[0]:.2f}")
    grown = [name for name, found in counts.items() if len(set(found)) > 1]
    print("every list asks the same for any number of rows" if not grown else f"not the same: {', '.join(grown)}")
    return int(bool(grown))


if __name__ == "__main__":
    sys.exit(main())
