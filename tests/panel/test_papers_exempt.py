"""The canary: a word that stands in every exempt field, file, title and file name of papers and packs goes nowhere."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog
from panel import operations, tasks
from panel.enums import Audience, Exemption, PackState
from panel.models import AgendaItem, Pack, PackEdition, Paper, PaperPart
from tests.factories.accounts import UserFactory, give_second_factor
from tests.factories.panel import the_office
from tests.factories.papers import ADDED_AT, BUILT_AT, SECRET, a_meeting, approved_report, paper_pdf
from tests.factories.recommendations import ClearedMemberFactory
from tests.support.actors import signed_in_client
from tests.support.pdf import all_text

pytestmark = pytest.mark.django_db
AT = datetime(2018, 3, 8, 10, 0, tzinfo=UTC)


def unpacked(content: bytes) -> str:
    """All that a PDF holds: text, tags, bookmarks, metadata, attachments."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all, qdf=True)
    raw = out.getvalue()
    return "\n".join([all_text(content), raw.decode("latin-1"), raw.decode("utf-16-be", "ignore")])


@pytest.fixture
def pack(panel_support_officer: User) -> Pack:
    """An issued pack with the word in every exempt field there is, in a paper's file and its name, and in a report."""
    the_office()
    meeting = a_meeting()
    open_paper = Paper.objects.get(item__title="The plan")
    grounds = operations.Grounds("Names", [Exemption.INDIVIDUAL], f"{SECRET} is named.")
    operations.upload_part(
        paper=open_paper, letter="C", title=f"{SECRET} names", name=f"{SECRET}.pdf", grounds=grounds,
        content=paper_pdf(f"{SECRET} names", 1), by=panel_support_officer, at=AT,
    )  # fmt: skip
    operations.write_part(
        paper=open_paper, letter="D", title=f"{SECRET} notes", text=f"{SECRET} wrote.", grounds=grounds,
        by=panel_support_officer, at=AT,
    )  # fmt: skip
    operations.take_report(paper=open_paper, letter="E", report=approved_report(), by=panel_support_officer, at=AT)
    secret_item = AgendaItem.objects.exclude(exemption=None).get()
    operations.add_paper(item=secret_item, title=f"{SECRET} later", is_to_follow=True, by=None, at=AT)
    asked = operations.request_pack(meeting=meeting, by=panel_support_officer, at=AT)
    built = operations.build_pack(pack_id=asked.pk, at=BUILT_AT)
    assert built is not None
    assert built.failure == ""
    return operations.issue_pack(pack=built, by=panel_support_officer, at=AT)


def addresses(pack: Pack) -> Iterator[str]:
    """Every address of the Panel's pages that has to do with papers, exempt ones too."""
    yield reverse("panel:packs")
    yield reverse("panel:meetings")
    yield reverse("panel:meetings-calendar")
    yield reverse("panel:meeting", args=[pack.meeting.public_id])
    for audience in Audience:
        yield reverse(f"panel:pack-{audience.value}", args=[pack.public_id])
        yield reverse(f"panel:pack-pdf-{audience.value}", args=[pack.public_id])
    for item in AgendaItem.objects.filter(meeting=pack.meeting):
        yield reverse("panel:item", args=[item.public_id])
    for part in PaperPart.objects.all():
        yield reverse("panel:part", args=[part.public_id])
        yield reverse("panel:part-restricted", args=[part.public_id])


def said(client: Client, address: str) -> tuple[int, str]:
    """Status, and everything the answer says: a PDF unpacked, and all headers."""
    response = client.get(address)
    body = response.content
    text = unpacked(body) if response.headers["Content-Type"] == "application/pdf" else body.decode()
    return response.status_code, text + str(dict(response.headers))


def a_member(*, sees_exempt: bool) -> User:
    user = UserFactory.create(roles=[Role.PANEL_MEMBER])
    ClearedMemberFactory.create(user=user, sees_exempt=sees_exempt)
    give_second_factor(user)
    return user


def test_nothing_exempt_reaches_the_public_or_a_member_without_clearance(pack: Pack) -> None:
    exempt_parts = {part.public_id for part in PaperPart.objects.all() if part.is_exempt}
    assert len(exempt_parts) == 4
    for client in (Client(), signed_in_client(a_member(sees_exempt=False))):
        for address in addresses(pack):
            status, text = said(client, address)
            assert SECRET not in text, address
            assert SECRET.encode("utf-16-be").decode("latin-1") not in text, address
            hidden = "restricted" in address or any(str(part) in address for part in exempt_parts)
            assert status == 404 or not hidden, address
    secret_item = AgendaItem.objects.exclude(exemption=None).get()
    assert Client().get(reverse("panel:item", args=[secret_item.public_id])).status_code == 404
    assert not AccessLog.objects.filter(kind=AccessKind.OPENED).exists()


def test_the_cleared_read_what_is_exempt_and_every_opening_is_noted_without_its_words(pack: Pack) -> None:
    client = signed_in_client(a_member(sees_exempt=True))
    found = {address: said(client, address) for address in addresses(pack)}
    restricted = {address: found[address] for address in found if "restricted" in address}
    assert len(restricted) == 2 + PaperPart.objects.count()  # both forms of the pack, and each part
    assert [status for status, _ in restricted.values()] == [200] * len(restricted)
    assert all(SECRET in text for address, (_, text) in restricted.items() if "/packs/" in address)
    secret_item = AgendaItem.objects.exclude(exemption=None).get()
    status, text = found[reverse("panel:item", args=[secret_item.public_id])]
    assert (status, SECRET in text, "no-store" in text) == (200, True, True)
    opened = list(AccessLog.objects.filter(kind=AccessKind.OPENED).values_list("description", flat=True))
    # The agenda, the item, the open item that names exempt parts, both forms of the pack, four exempt parts and the
    # restricted edition of the report.
    assert len(opened) == 10
    assert SECRET not in str(opened)
    # Without the second step of this session, the same person finds none of it.
    plain = Client()
    plain.force_login(User.objects.get(panel_member__sees_exempt=True))
    for address in restricted:
        assert plain.get(address).status_code in (302, 404), address


def test_no_exempt_word_in_names_of_files_logs_mail_tasks_or_the_cache(
    pack: Pack, panel_support_officer: User, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [part.file.name for part in PaperPart.objects.all()]
    names += [edition.file.name for edition in pack.editions.all()]
    names += [edition.file_name for edition in pack.editions.all()]
    assert SECRET not in str(names)
    told = list[object]()
    monkeypatch.setattr(tasks.build_pack, "apply_async", lambda **sent: told.append(sent))
    with caplog.at_level(logging.DEBUG):
        part = PaperPart.objects.filter(title=f"{SECRET} names").get()
        part.file.storage.delete(part.file.name)
        again = operations.request_pack(meeting=pack.meeting, change_note="One more.", by=None, at=AT)
        tasks.nudge_pack(pack_id=again.pk)
        failed = operations.build_pack(pack_id=again.pk, at=BUILT_AT)
    assert failed is not None
    assert failed.state == PackState.FAILED
    assert told == [{"kwargs": {"pack_id": again.pk}, "retry": False, "ignore_result": True}]
    assert SECRET not in failed.failure
    assert SECRET not in caplog.text
    assert not mail.outbox
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_cache WHERE value LIKE %s", [f"%{SECRET}%"])
        assert cursor.fetchone() == (0,)


def test_public_edition_is_composed_without_a_query_for_exempt_words(
    pack: Pack, django_assert_max_num_queries: Any
) -> None:
    from panel.printed import pack as printed

    with django_assert_max_num_queries(40) as asked:
        contents = printed.compose(pack, audience=Audience.PUBLIC, at=ADDED_AT)
    assert SECRET not in str(contents)
    texts = [query["sql"] for query in asked.captured_queries]
    for table in ("panel_paperpart", "panel_paper", "panel_agendaitem"):
        words = [sql for sql in texts if f'"{table}"."title"' in sql.partition(" FROM ")[0]]
        assert words
        assert all('"exemption_id" IS NULL' in sql for sql in words)
    assert not [sql for sql in texts if '"panel_exemptionclaim"."reasons"' in sql]


@pytest.mark.parametrize("count", [1, 50, 500])
def test_list_of_packs_asks_as_many_queries_for_any_number(
    count: int, client: Client, django_assert_num_queries: Any
) -> None:
    from tests.factories.papers import PackFactory, built_pack

    built_pack(PackState.ISSUED)
    meeting = Pack.objects.get().meeting
    for number in range(1, count):
        PackFactory.create(issued=True, meeting=meeting, supplement=number, issued_by=None)
    with django_assert_num_queries(3):
        assert client.get(reverse("panel:packs")).status_code == 200


def test_no_exempt_word_is_copied_into_the_history_of_packs(pack: Pack) -> None:
    """The page map and the contents stand in the edition alone, which is not there for the uncleared."""
    edition = pack.editions.get(audience=Audience.RESTRICTED)
    assert SECRET in str(edition.page_map)
    events = PackEdition.pgh_event_model.objects.filter(pgh_obj_id=edition.pk)  # type: ignore[attr-defined]  # tracked
    kept = list(events.values())
    assert kept
    assert SECRET not in str(kept)
