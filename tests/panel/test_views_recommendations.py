"""Recommendations and the work programme as members and the public read them, and that nothing exempt shows."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.models import AccessLog
from panel import operations, queries
from panel.enums import LetterKind
from panel.models import PanelLetter, Recommendation
from panel.printed import action_log_section
from tests.factories.accounts import UserFactory
from tests.factories.panel import the_office
from tests.factories.recommendations import (
    WRITTEN_AT,
    ActionFactory,
    ClaimFactory,
    ClearedMemberFactory,
    EvidenceFactory,
    ItemFactory,
    LetterFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResponseFactory,
    UpdateFactory,
    VerdictFactory,
    WorkItemFactory,
    a_follow_up,
    sent,
)
from tests.support.actors import signed_in_client
from tests.support.uploads import jpeg

pytestmark = pytest.mark.django_db
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-store",
}

CANARY = "Quillfeather"


@pytest.fixture
def cleared(panel_member: User) -> Client:
    ClearedMemberFactory.create(user=panel_member)
    return signed_in_client(panel_member)


@pytest.fixture
def not_cleared() -> Client:
    user = UserFactory.create(roles=[Role.PANEL_MEMBER])
    ClearedMemberFactory.create(user=user, sees_exempt=False)
    return signed_in_client(user)


def text(client: Client, name: str, *args: Any, query: str = "") -> str:
    response = client.get(reverse(f"panel:{name}", args=args) + query)
    assert response.status_code == 200
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]  # of a streaming one
    return " ".join(content.decode().split())


def status(client: Client, name: str, *args: Any) -> int:
    response = client.get(reverse(f"panel:{name}", args=args))
    if response.streaming:
        b"".join(response.streaming_content)  # type: ignore[attr-defined]  # read to the end, the file is closed
    return response.status_code


def secret() -> Recommendation:
    """An exempt recommendation with the canary in every field that holds words."""
    row = RecommendationFactory.create(
        exempt=True, title=CANARY, lead=CANARY, resolution__text=CANARY, source=CANARY, to="other", to_other=CANARY,
        due_on=date(2018, 2, 28),
    )  # fmt: skip
    ResponseFactory.create(recommendation=row, text=CANARY, answer="in_part", part=CANARY)
    Recommendation.objects.filter(pk=row.pk).update(state="for_verdict", update_on=date(2018, 3, 1))
    action = ActionFactory.create(recommendation=row, text=CANARY, lead=CANARY)
    UpdateFactory.create(recommendation=row, text=CANARY)
    UpdateFactory.create(recommendation=None, action=action, text=CANARY)
    VerdictFactory.create(recommendation=row, note=CANARY)
    ActionFactory.create(recommendation=None, item=ItemFactory.create(exemption=ClaimFactory.create()), text=CANARY)
    return row


def evidence(row: Recommendation, name: str = "board.jpg") -> Any:
    return operations.add_evidence(
        recommendation=row, title=name, on=date(2018, 3, 1), name=name, content=jpeg(), by=None, at=WRITTEN_AT
    )


def test_recommendations_are_listed_newest_first_with_their_states() -> None:
    RecommendationFactory.create(reference="2018/01", due_on=timezone.localdate() - timedelta(days=6), title="Older")
    RecommendationFactory.create(reference="2018/02", closed=True, title="Newer")
    page = text(Client(), "recommendations")
    assert page.index("2018/02 Newer") < page.index("2018/01 Older")
    assert "Overdue by 6 days" in page
    assert "1 is overdue" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"2018/01", "2018/02", "2017/01"}),
        ("?state=closed", {"2018/02"}),
        ("?to=panel", {"2017/01"}),
        ("?year=2017", {"2017/01"}),
        ("?overdue=yes", {"2018/01"}),
        ("?state=nonsense&year=1066", {"2018/01", "2018/02", "2017/01"}),
        ("?sort=due", {"2018/01", "2018/02", "2017/01"}),
    ],
)
def test_recommendations_are_narrowed(query: str, found: set[str]) -> None:
    late, never = timezone.localdate() - timedelta(days=1), None
    RecommendationFactory.create(reference="2018/01", due_on=late)
    RecommendationFactory.create(reference="2018/02", closed=True)
    early = {"resolution__item__meeting__held_on": date(2017, 11, 30)}
    RecommendationFactory.create(reference="2017/01", to="panel", due_on=never, **early)
    client = Client()
    page = text(client, "recommendations", query=query)
    assert {reference for reference in ("2018/01", "2018/02", "2017/01") if f"{reference} Written" in page} == found
    file = text(client, "recommendations", query=f"{query}{'&' if query else '?'}csv=1")
    assert {reference for reference in ("2018/01", "2018/02", "2017/01") if f"{reference},Written" in file} == found


def test_recommendations_ask_as_much_for_three_as_for_one() -> None:
    counts = []
    for _ in range(2):
        RecommendationFactory.create(answered=True)
        with CaptureQueriesContext(connection) as caught:
            text(Client(), "recommendations")
        counts.append(len(caught))
        RecommendationFactory.create(answered=True)
    assert counts[0] == counts[1]


def test_recommendation_shows_its_course() -> None:
    row = a_follow_up()["recommendation"]
    page = text(Client(), "recommendation", row.public_id)
    for words in (
        "For the Panel’s verdict", "Recommendation 1 in the Panel’s letter of 7 February 2018",
        "Received on 28 February 2018, 1 day early", "2 actions, 1 open", "Publish the definition of officer numbers",
        "Web page with the definition", "To come: no date yet", "When the Panel is satisfied and the actions are done.",
    ):  # fmt: skip
        assert words in page, words


def test_recommendation_that_is_not_there_is_not_found() -> None:
    assert status(Client(), "recommendation", "2b1c4c38-3f0e-4b8d-9a7e-000000000000") == 404


def test_recommendation_asks_as_much_for_three_actions_as_for_one() -> None:
    row = RecommendationFactory.create(answered=True)
    counts = []
    for _ in range(2):
        UpdateFactory.create(recommendation=None, action=ActionFactory.create(recommendation=row))
        UpdateFactory.create(recommendation=row)
        with CaptureQueriesContext(connection) as caught:
            text(Client(), "recommendation", row.public_id)
        counts.append(len(caught))
        UpdateFactory.create(recommendation=None, action=ActionFactory.create(recommendation=row))
    assert counts[0] == counts[1]


def test_exempt_recommendation_is_in_no_answer_to_the_public_or_the_uncleared(
    not_cleared: Client, communications_officer: User, caplog: pytest.LogCaptureFixture
) -> None:
    the_office()
    row = secret()
    file = evidence(row, f"{CANARY}.jpg")
    letter = sent(LetterFactory.create(is_exempt=True, subject=CANARY))
    Recommendation.objects.filter(pk=row.pk).update(letter=letter, letter_number=1)
    RecommendationFactory.create(title="Open to all", due_on=None)
    WorkItemFactory.create()
    for client in (Client(), not_cleared, signed_in_client(communications_officer)):
        assert [
            status(client, "recommendation", row.public_id),
            status(client, "letter", letter.public_id),
            status(client, "evidence", file.public_id),
        ] == [404, 404, 404]
        for name, query in (("recommendations", ""), ("recommendations", "?csv=1"), ("work-programme", "")):
            page = text(client, name, query=query)
            assert CANARY not in page, name
        assert "Open to all" in text(client, "recommendations")
        assert "0 recommendations" in text(client, "recommendations", query="?overdue=yes")
    log = queries.action_log(date(2018, 3, 19))
    assert CANARY not in str(log) + str(action_log_section(log))
    assert CANARY not in str(queries.business_due(PlannedPanelMeetingFactory.create()))
    assert CANARY not in caplog.text
    assert CANARY not in str(list(AccessLog.objects.values_list()))


def test_exempt_recommendation_opens_for_the_cleared_and_leaves_a_trace(cleared: Client) -> None:
    row = secret()
    file = evidence(row)
    assert CANARY in text(cleared, "recommendations")
    response = cleared.get(reverse("panel:recommendation", args=[row.public_id]))
    assert CANARY in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"
    assert status(cleared, "evidence", file.public_id) == 200
    assert CANARY not in text(cleared, "recommendations", query="?csv=1")
    found = AccessLog.objects.filter(kind="opened").order_by("pk").values_list("object_type", "description")
    assert list(found) == [
        ("panel.recommendation", "List of recommendations, exempt ones among them"),
        ("panel.recommendation", f"Exempt recommendation {row.reference}"),
        ("panel.evidence", "Exempt evidence"),
    ]


def test_exempt_recommendation_without_a_second_step_is_not_found(panel_member: User, client: Client) -> None:
    ClearedMemberFactory.create(user=panel_member)
    client.force_login(panel_member, backend="allauth.account.auth_backends.AuthenticationBackend")
    response = client.get(reverse("panel:recommendation", args=[secret().public_id]))
    assert response.status_code == 404


def test_letter_and_evidence_of_what_is_open_are_served_to_everybody() -> None:
    the_office()
    row = RecommendationFactory.create()
    meeting = row.resolution.item.meeting
    letter = operations.draft_letter(
        meeting=meeting, subject="Precept", dated_on=date(2018, 2, 7), signed_by="Chair", by=None, at=WRITTEN_AT
    )
    assert status(Client(), "letter", letter.public_id) == 404
    letter = operations.send_letter(letter=letter, by=None, at=WRITTEN_AT)
    response = Client().get(reverse("panel:letter", args=[letter.public_id]))
    assert (response.status_code, response.headers["Content-Disposition"]) == (
        200, 'inline; filename="panel-letter-2018-02-07.pdf"',
    )  # fmt: skip
    assert response.content.startswith(b"%PDF-")
    response = Client().get(reverse("panel:evidence", args=[evidence(row).public_id]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="board.jpg"'
    assert b"".join(response.streaming_content).startswith(b"\xff\xd8")  # type: ignore[attr-defined]  # a file's answer


def test_letter_whose_file_is_not_the_one_that_was_sent_is_not_found() -> None:
    letter = sent(LetterFactory.create(kind=LetterKind.LETTER))
    assert status(Client(), "letter", letter.public_id) == 404
    assert PanelLetter.objects.public().count() == 1


def test_evidence_is_saved_and_never_shown_inside_the_site_and_a_lost_file_is_not_found() -> None:
    found = evidence(RecommendationFactory.create())
    response = Client().get(reverse("panel:evidence", args=[found.public_id]))
    assert {name: response.headers[name] for name in GUARDS} == GUARDS
    assert b"".join(response.streaming_content).startswith(b"\xff\xd8")  # type: ignore[attr-defined]  # a file's answer
    found.file.storage.delete(found.file.name)
    assert status(Client(), "evidence", found.public_id) == 404


def test_evidence_that_is_a_link_has_no_file() -> None:
    assert status(Client(), "evidence", EvidenceFactory.create().public_id) == 404


def test_closed_session_is_for_members_alone(cleared: Client, not_cleared: Client) -> None:
    row = RecommendationFactory.create(resolution__item__meeting__is_closed=True)
    assert status(Client(), "recommendation", row.public_id) == 404
    assert [status(client, "recommendation", row.public_id) for client in (cleared, not_cleared)] == [200, 200]


def test_work_programme_is_shown_by_meeting_and_as_csv() -> None:
    WorkItemFactory.create(dated=True, title="Roads", requested_by="the Panel", requested_on=date(2017, 9, 14))
    WorkItemFactory.create(standing=True, title="Complaints")
    WorkItemFactory.create(title="The estate", when_words="In 2019")
    page = text(Client(), "work-programme")
    for words in (
        "Thursday 21 June 2018", "Town hall", "Roads", "Asked for by the Panel on 14 September 2017",
        "Standing items", "Complaints", "Items to be timetabled", "In 2019",
    ):  # fmt: skip
        assert words in page, words
    rows = text(Client(), "work-programme", query="?csv=1")
    assert "2018-06-21,Town hall,Roads" in rows


def test_work_programme_asks_as_much_for_three_as_for_one() -> None:
    counts = []
    for _ in range(2):
        WorkItemFactory.create(dated=True)
        WorkItemFactory.create(standing=True)
        with CaptureQueriesContext(connection) as caught:
            text(Client(), "work-programme")
        counts.append(len(caught))
        WorkItemFactory.create(dated=True)
    assert counts[0] == counts[1]


def test_home_of_a_member_says_what_needs_the_panel(panel_member: User, not_cleared: Client) -> None:
    member = ClearedMemberFactory.create(user=panel_member)
    home = {"update_on": timezone.localdate() + timedelta(days=9), "due_on": None}
    RecommendationFactory.create(for_verdict=True, title="Officer numbers", **home)
    RecommendationFactory.create(for_verdict=True, exempt=True, title=CANARY, **home)
    RecommendationFactory.create(due_on=timezone.localdate() - timedelta(days=1))
    ActionFactory.create(text="Send the Chair questions", member=member, due_on=timezone.localdate())
    page = text(signed_in_client(panel_member), "home")
    for words in ("2 recommendations overdue", "Officer numbers", CANARY, "Send the Chair questions", "Due today"):
        assert words in page, words
    assert AccessLog.objects.filter(description__startswith="Exempt recommendations or actions").count() == 1
    other = text(not_cleared, "home")
    assert ("Officer numbers" in other, CANARY in other, "Your actions" in other) == (True, False, False)
