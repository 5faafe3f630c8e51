"""Decisions and publications as everybody reads them, and that nothing withheld shows anywhere."""

from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog
from opcc.documents.pdf import render_pdf
from panel import operations, quarterly_report, queries
from panel.enums import Audience, ReportKind
from panel.models import Decision, FoiExemption
from panel.permissions import sees_exempt
from panel.printed import decisions_section
from panel.quarterly_report.contents import Identity, assemble
from panel.quarterly_report.sections import Text
from panel.queries import DecisionLine
from tests.factories.accounts import UserFactory
from tests.factories.panel import the_office
from tests.factories.recommendations import (
    ClearedMemberFactory,
    HeldMeetingFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
)
from tests.factories.register import (
    WRITTEN_AT,
    AttachmentFactory,
    CommissionerTermFactory,
    DecisionFactory,
    DutyFactory,
    FoiExemptionFactory,
    PublicationFactory,
)
from tests.support.actors import signed_in_client
from tests.support.pdf import all_text, assert_accessible
from tests.support.uploads import pdf

pytestmark = pytest.mark.django_db

CANARY = "Quillfeather"


def answer(client: Client, name: str, *args: Any, query: str = "") -> tuple[int, str]:
    response = client.get(reverse(f"panel:{name}", args=args) + query)
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]  # of a streaming one
    return response.status_code, " ".join(content.decode(errors="replace").split()) + str(response.headers)


def page(name: str, *args: Any, query: str = "") -> str:
    status, text = answer(Client(), name, *args, query=query)
    assert status == 200
    return text


def secret(**fields: Any) -> Decision:
    """A published decision that is withheld, with the canary in every field that holds words."""
    row = DecisionFactory.create(
        public=True, title=CANARY, summary=CANARY, lead=CANARY, joint_with=CANARY, interests=CANARY,
        supporting=CANARY, source=CANARY, is_significant=True,
        exemption=FoiExemptionFactory.create(reasons=CANARY, public_words="A matter of pay"), **fields,
    )  # fmt: skip
    AttachmentFactory.create(decision=row, title=CANARY, name=f"{CANARY}.pdf", source=CANARY)
    return row


def withheld_paper() -> Any:
    """A paper with the canary in it, of a decision that everybody reads."""
    made = operations.attach_paper(
        decision=DecisionFactory.create(public=True), title=CANARY, name=f"{CANARY}.pdf", content=pdf(CANARY), by=None,
        at=WRITTEN_AT,
    )  # fmt: skip
    operations.withhold_attachment(attachment=made, sections=["43"], reasons=CANARY, by=None, at=WRITTEN_AT)
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [4, 3, 2, 1]),
        ("?q=WPCC20002", [2]),
        ("?q=wpcc2-0002", [2]),
        ("?q=0003", [3]),
        ("?q=9999", []),
        ("?q=contract", [3, 2]),  # in a title, and in a summary
        ("?q=contracts", [3, 2]),
        ("?q=%22extension+of+a+contract%22", [2]),
        ("?q=contract+-roof", [2]),
        ("?q=pay", []),  # of what is withheld, the words are not searched
        ("?year=2017", [3]),
        ("?year=2018", [4, 2]),
        ("?state=in_progress", [1]),
        ("?q=contract&year=2017&state=decided", [3]),
        ("?year=1066&state=nonsense", [4, 3, 2, 1]),
        ("?q=%00", [4, 3, 2, 1]),
    ],
)
def test_decisions_are_found(query: str, found: list[int]) -> None:
    DecisionFactory.create(published_at=WRITTEN_AT, title="Car park")
    DecisionFactory.create(public=True, title="Extension of a contract", summary="Two years more.")
    DecisionFactory.create(
        public=True, title="Roof", summary="A contract for the roof.", decided_on=date(2017, 12, 1), state="decided"
    )
    DecisionFactory.create(public=True, title="Pay of one person", summary="Pay.", exempt=True)
    DecisionFactory.create(made=True, title="Not published: a contract")
    text = page("decisions", query=query)
    shown = [n for n in range(5, 0, -1) if f"WPCC2000{n} " in text or f">WPCC2000{n}<" in text]
    file = page("decisions", query=f"{query}{'&' if query else '?'}csv=1")
    assert shown == found
    assert [n for n in range(5, 0, -1) if f"WPCC2000{n}," in file] == found


def many(size: int, **fields: Any) -> None:
    """So many published decisions; every other one is withheld, with the same words."""
    term = CommissionerTermFactory.create()
    made = Decision.objects.count()
    claims = [FoiExemption(sections=["41"], reasons="x", decided_at=WRITTEN_AT) for _ in range(made, size)]
    FoiExemption.objects.bulk_create(claims)
    words: dict[str, Any] = {"title": "Roof", "summary": "Roof", "state": "decided", "decided_on": date(2018, 1, 1)}
    Decision.objects.bulk_create(
        Decision(
            term=term, sequence=number, reference=term.printed(number), published_at=WRITTEN_AT,
            exemption=None if number % 2 else claim, **{**words, **fields},
        )
        for number, claim in enumerate(claims, start=made + 1)
    )  # fmt: skip


def test_decisions_search_uses_the_index_of_what_is_open() -> None:
    DecisionFactory.create(public=True)
    many(2000, title="Wall", summary="Wall")
    rows = Decision.objects.published().matching("roof").values("pk")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE panel_decision")
        sql, params = rows.query.sql_with_params()
        cursor.execute(f"EXPLAIN {sql}", params)
        plan = str(cursor.fetchall())
    assert "panel_decision_search" in plan, plan


def test_decision_has_a_page_by_its_number_in_both_styles() -> None:
    asked = RecommendationFactory.create(title="Mend the roof")
    hidden = RecommendationFactory.create(exempt=True, title=CANARY)
    row = DecisionFactory.create(
        public=True, joint_with="West Mercia", is_force_business=True, chief_officer_on=date(2018, 2, 11),
        interests="None.", supporting="The survey.", recommendation=asked, is_significant=True,
    )  # fmt: skip
    AttachmentFactory.create(decision=row)
    text = page("decision", "WPCC20001")
    shown = (
        "Roof repairs at the police station", "12 February 2018", "Made jointly with West Mercia", "11 February 2018",
        "The survey.", "Mend the roof", "Report of the Treasurer", "Of significant public interest",
    )  # fmt: skip
    assert [words for words in shown if words not in text] == []
    other = Client().get(reverse("panel:decision", args=["WPCC2-0001"]))
    assert (other.status_code, other["Location"]) == (301, "/panel/decisions/WPCC20001/")
    Decision.objects.update(recommendation=hidden)
    assert CANARY not in page("decision", "WPCC20001")


@pytest.mark.parametrize("number", ["WPCC20001", "WPCC20002", "WPCC20003", "WPCC20009", "XPCC20001", "nonsense"])
def test_decision_that_is_not_for_the_public_is_not_found(number: str, panel_member: User) -> None:
    DecisionFactory.create(made=True)
    DecisionFactory.create(public=True, exempt=True)
    DecisionFactory.create(made=True, exempt=True)
    ClearedMemberFactory.create(user=panel_member)
    clients = (Client(), signed_in_client(panel_member), signed_in_client(UserFactory.create(roles=[Role.TREASURER])))
    assert [answer(client, "decision", number)[0] for client in clients] == [404] * 3


def test_withheld_decision_stands_in_the_list_by_its_number_and_section() -> None:
    DecisionFactory.create(public=True, exempt=True)
    text = page("decisions")
    assert "Withheld under section 40(2) (personal information) of the Freedom of Information Act 2000" in text
    assert "Roof repairs" not in text
    assert "/panel/decisions/WPCC20001/" not in text
    lines = queries.decision_lines(queries.public_values(Decision.objects.all()))
    assert lines == (
        DecisionLine(
            reference="WPCC20001", title="", summary="", lead="", state=lines[0].state, decided_on=date(2018, 2, 12),
            joint_with="", is_significant=False, published_at=WRITTEN_AT, source="", is_synthetic=False,
            withheld="Withheld under section 40(2) (personal information) of the Freedom of Information Act 2000",
        ),
    )  # fmt: skip


def test_canary_of_what_is_withheld_is_in_no_public_answer(panel_member: User) -> None:
    row = secret()
    paper = withheld_paper()
    own = row.attachments.get()
    DutyFactory.create(code="decisions")
    ClearedMemberFactory.create(user=panel_member)
    assert sees_exempt(panel_member)  # of the Panel's papers, not of these
    for client in (Client(), signed_in_client(panel_member)):
        answers = [
            answer(client, "decisions"),
            answer(client, "decisions", query=f"?q={row.reference}"),
            answer(client, "decisions", query="?csv=1"),
            answer(client, "decisions-feed"),
            answer(client, "decision", row.reference),
            answer(client, "decision", paper.decision.reference),
            answer(client, "decision-paper", own.public_id),
            answer(client, "decision-paper", paper.public_id),
            answer(client, "publications"),
        ]
        assert [status for status, _ in answers] == [200, 200, 200, 200, 404, 200, 404, 404, 200]
        assert [CANARY in text for _, text in answers] == [False] * len(answers)
        assert "No decisions match" in answer(client, "decisions", query=f"?q={CANARY}")[1]


def test_canary_is_in_no_query_for_the_public() -> None:
    """What the database sends for the list holds no withheld word, so no page can leak one."""
    secret()
    assert CANARY not in str(list(queries.public_values(Decision.objects.all())))
    assert CANARY not in str(queries.decisions_between(date(2018, 1, 1), date(2018, 3, 31)))


def test_canary_is_in_no_printed_section() -> None:
    """The section as the pack prints it: accessible, each decision with its number, and no withheld word."""
    secret()
    DecisionFactory.create(public=True, joint_with="West Mercia")
    DecisionFactory.create(published_at=WRITTEN_AT, title="Car park")
    DecisionFactory.create(public=True, title="Estate", decided_on=None, is_synthetic=True)
    since, until = date(2018, 1, 1), date(2018, 3, 31)
    section = decisions_section(queries.decisions_between(since, until), since=since, until=until)
    identity = Identity(
        kind=ReportKind.QUARTERLY, name="pack", title="Pack", title_second_line="19 March 2018", office=the_office(),
        audience=Audience.PUBLIC, version=1, as_at=until, meeting_on=None,
    )  # fmt: skip
    made = assemble(identity, purpose=["To report."], sections=[section])
    printed = render_pdf(quarterly_report.html(made), office_colour=made["office_colour"]).content
    assert_accessible(printed)
    words = " ".join(all_text(printed).split())
    assert CANARY not in str(made) + words
    shown = (
        "Decisions of the Commissioner from 1 January 2018 to 31 March 2018, and those in progress.",
        "WPCC20001", "A matter of pay", "Withheld under section 40(2)", "Roof repairs", "Made jointly with West Mercia",
        "In progress", "The day is not recorded", "Some of these decisions are invented for the sample.",
    )  # fmt: skip
    assert [one for one in shown if one not in words] == []


def test_printed_section_without_decisions_is_a_sentence() -> None:
    section = decisions_section((), since=date(2018, 1, 1), until=date(2018, 3, 31))
    assert section.parts[-1] == Text("No decision was made in this time, and none was in progress.")


def test_withheld_words_of_staff_pages_are_there_for_those_alone_who_may_read_them(
    commissioner: User, treasurer: User
) -> None:
    row = secret()
    paper = withheld_paper()
    changed = reverse("admin:panel_decision_change", args=[row.pk])
    listed = reverse("admin:panel_decision_changelist")
    papers = reverse("admin:panel_decisionattachment_changelist")
    of_open = reverse("admin:panel_decision_change", args=[paper.decision_id])
    found = f"{reverse('admin:find')}?q={CANARY}"
    reader = signed_in_client(treasurer)
    assert reader.get(changed).status_code == 302
    pages = [reader.get(address) for address in (listed, papers, of_open, found)]
    assert [response.status_code for response in pages] == [200] * 4
    shown = [response.content.decode().replace(f'value="{CANARY}"', "").count(CANARY) for response in pages[:3]]
    assert shown == [0, 0, 0]
    assert row.reference not in pages[3].content.decode()
    assert not AccessLog.objects.filter(kind=AccessKind.OPENED).exists()
    assert CANARY in signed_in_client(commissioner).get(changed).content.decode()
    entry = AccessLog.objects.get(kind=AccessKind.OPENED)
    assert (entry.by_id, CANARY in entry.description) == (commissioner.pk, False)


def test_paper_is_handed_out_as_a_file_to_save() -> None:
    made = operations.attach_paper(
        decision=DecisionFactory.create(public=True), title="Report", name="report.pdf", content=pdf(), by=None,
        at=WRITTEN_AT,
    )  # fmt: skip
    response = Client().get(reverse("panel:decision-paper", args=[made.public_id]))
    assert b"".join(response.streaming_content).startswith(b"%PDF-")  # type: ignore[attr-defined]  # of a streaming one
    assert (response["Content-Disposition"], response["Content-Type"]) == (
        'attachment; filename="report.pdf"',
        "application/pdf",
    )


def test_paper_of_an_unpublished_or_withheld_decision_is_for_staff(commissioner: User, treasurer: User) -> None:
    early = AttachmentFactory.create(decision=DecisionFactory.create())
    hidden = AttachmentFactory.create(decision=DecisionFactory.create(public=True, exempt=True))
    clients = (Client(), signed_in_client(treasurer), signed_in_client(commissioner))
    found = [[answer(client, "decision-paper", row.public_id)[0] for client in clients] for row in (early, hidden)]
    assert found == [[404, 200, 200], [404, 404, 200]]
    assert AccessLog.objects.get(kind=AccessKind.OPENED).by_id == commissioner.pk


def test_feed_names_each_decision_and_where_it_is() -> None:
    DecisionFactory.create(public=True)
    DecisionFactory.create(public=True, exempt=True, published_at=datetime(2018, 3, 6, 9, tzinfo=WRITTEN_AT.tzinfo))
    DecisionFactory.create(made=True)
    response = Client().get(reverse("panel:decisions-feed"))
    items = ET.fromstring(response.content).findall("channel/item")  # noqa: S314 -- our own answer
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert [[item.findtext(name) for name in ("title", "link", "description")] for item in items] == [
        [
            "WPCC20002 Withheld from publication",
            "http://testserver/panel/decisions/?q=WPCC20002",
            "Withheld under section 40(2) (personal information) of the Freedom of Information Act 2000",
        ],
        [
            "WPCC20001 Roof repairs at the police station",
            "http://testserver/panel/decisions/WPCC20001/",
            "The roof is repaired before the winter.",
        ],
    ]


def test_csv_holds_no_formula() -> None:
    DecisionFactory.create(public=True, title="=1+1", summary="@cmd", lead="-2")
    assert "WPCC20001,'=1+1,'@cmd,'-2,Decided,2018-02-12" in page("decisions", query="?csv=1")


@pytest.mark.parametrize("query", ["", "?q=roof", "?csv=1"])
def test_decisions_ask_the_same_for_1_50_and_500(query: str) -> None:
    counts = []
    for size in (1, 50, 500):
        many(size)
        for name in ("decisions", "decisions-feed"):
            with CaptureQueriesContext(connection) as caught:
                page(name, query=query)
            counts.append((name, len(caught)))
    assert len(set(counts)) == 2, counts


def test_publications_say_when_each_was_last_published() -> None:
    DutyFactory.create(code="decisions")
    DutyFactory.create(code="meetings")
    DutyFactory.create(code="structure", set_aside_reason="There is none.")
    PublicationFactory.create()
    PublicationFactory.create(published_on=date(2018, 1, 10), url="https://office.example/older")
    DutyFactory.create(code="gifts")
    DecisionFactory.create(public=True, is_significant=True)
    HeldMeetingFactory.create(agenda_published_at=datetime(2018, 1, 24, 9, tzinfo=WRITTEN_AT.tzinfo))
    lines = [(line.item.code, line.last_on, line.url, line.due_on, line.standing) for line in checklist()]
    assert lines == [
        ("gifts", None, "", None, "never"),
        ("spending", date(2018, 2, 12), "https://office.example/spending", date(2018, 3, 31), "due"),
        ("meetings", date(2018, 1, 24), "", None, "current"),
        ("decisions", date(2018, 3, 5), "", None, "current"),
    ]
    text = page("publications")
    assert text.index("Gifts and hospitality") < text.index("Each item of spending") < text.index("Decisions of sig")
    assert "https://office.example/spending" in text
    assert "The structure of the office" not in text


def checklist() -> tuple[queries.DutyLine, ...]:
    return queries.checklist(date(2018, 3, 19))


def test_file_that_proves_a_publication_is_for_the_office(treasurer: User, panel_member: User) -> None:
    duty = DutyFactory.create()
    made = operations.record_publication(
        duty=duty, published_on=date(2018, 3, 1), name="page.pdf", content=pdf(), by=None, at=WRITTEN_AT
    )
    linked = PublicationFactory.create()
    client = signed_in_client(treasurer)
    assert [answer(client, "publication-proof", row.public_id)[0] for row in (made, linked)] == [200, 404]
    assert answer(signed_in_client(panel_member), "publication-proof", made.public_id)[0] == 403
    assert answer(Client(), "publication-proof", made.public_id)[0] == 302
    assert str(made.public_id) not in page("publications")


def test_panel_reads_the_decisions_of_a_period_and_those_in_progress() -> None:
    made = [
        DecisionFactory.create(public=True),
        DecisionFactory.create(public=True, decided_on=date(2018, 1, 1)),
        DecisionFactory.create(public=True, decided_on=date(2017, 12, 31)),
        DecisionFactory.create(public=True, decided_on=None),  # counts on the day it was registered
        DecisionFactory.create(published_at=WRITTEN_AT),
        DecisionFactory.create(published_at=WRITTEN_AT, registered_on=date(2018, 4, 1)),
        DecisionFactory.create(public=True, exempt=True),
        DecisionFactory.create(made=True),
        DecisionFactory.create(withdrawn=True, published_at=WRITTEN_AT),
    ]
    lines = queries.decisions_between(date(2018, 1, 1), date(2018, 3, 31))
    assert [line.reference for line in lines] == [made[place].reference for place in (0, 1, 3, 4, 6)]
    assert (lines[4].title, lines[4].withheld[:28]) == ("", "Withheld under section 40(2)")
    earlier = queries.decisions_between(None, date(2017, 12, 31))
    assert [line.reference for line in earlier] == [made[2].reference]


def test_drafted_agenda_has_the_decisions_of_significant_public_interest_since_the_panel_met() -> None:
    HeldMeetingFactory.create()  # 1 February 2018
    meeting = PlannedPanelMeetingFactory.create()  # 19 March 2018
    assert queries.decisions_for(meeting) == []
    significant: dict[str, Any] = {"public": True, "is_significant": True}
    DecisionFactory.create(**significant, decided_on=date(2018, 2, 1))  # before the Panel's last meeting was over
    DecisionFactory.create(**significant)
    DecisionFactory.create(public=True)
    DecisionFactory.create(**significant, exempt=True)
    DecisionFactory.create(made=True, is_significant=True)
    DecisionFactory.create(**significant, decided_on=date(2018, 3, 20))
    assert queries.decisions_for(meeting) == ["WPCC20002"]
    due = {item.subject: (item.title, item.because, item.purpose) for item in queries.business_due(meeting)}
    assert due["decisions"] == (
        "Decisions of the Commissioner",
        "1 decision is of significant public interest since the Panel last met",
        "To consider decision WPCC20002",
    )
