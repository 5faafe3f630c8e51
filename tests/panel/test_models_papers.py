"""What the database refuses of papers, their parts and packs."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError

from panel.enums import PackState
from panel.models import Pack, PackEdition
from tests.factories.papers import ADDED_AT, PackFactory, PaperFactory, PartFactory, built_pack

pytestmark = pytest.mark.django_db


def _again(make: Callable[..., Any], *same: str) -> Callable[..., Any]:
    """The row made twice, the second with what the first has under `same`."""

    def twice(**wrong: Any) -> Any:
        first = make(**wrong)
        return make(**{**wrong, **{name: getattr(first, name) for name in same}})

    return twice


def _edition_again() -> None:
    edition = built_pack().editions.order_by("pk")[0]
    names = [field.attname for field in PackEdition._meta.fields if field.name != "id"]
    PackEdition.objects.bulk_create([PackEdition(**{name: getattr(edition, name) for name in names})])


def _second_in_work() -> None:
    PackFactory.create(meeting=PackFactory.create().meeting, supplement=1)


def _second_issued() -> None:
    first = PackFactory.create(issued=True)
    PackFactory.create(meeting=first.meeting, version=2, change_note="More.", issued=True)


WITHDRAWN = {"state": PackState.WITHDRAWN, "built_at": ADDED_AT, "issued_at": ADDED_AT}
BROKEN: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "panel_paper_place_once": (_again(PaperFactory.create, "item", "position"), {}),
    "panel_part_letter_once": (_again(PartFactory.create, "paper", "letter"), {}),
    "panel_part_letter": (PartFactory.create, {"letter": "a"}),
    "panel_part_uploaded_or_report": (PartFactory.create, {"pages": 0}),
    "panel_part_withdrawn_has_reason": (PartFactory.create, {"withdrawn_at": ADDED_AT}),
    "panel_pack_version_once": (_again(PackFactory.create, "meeting"), WITHDRAWN | {"withdrawn_reason": "An error."}),
    "panel_pack_one_in_work": (_second_in_work, {}),
    "panel_pack_one_issued": (_second_issued, {}),
    "panel_pack_later_version_has_note": (PackFactory.create, {"version": 2}),
    "panel_pack_issued_all_or_none": (PackFactory.create, {"state": PackState.ISSUED, "built_at": ADDED_AT}),
    "panel_pack_failure_has_reason": (PackFactory.create, {"state": PackState.FAILED}),
    "panel_pack_lease_while_building": (PackFactory.create, {"state": PackState.BUILDING}),
    "panel_pack_built_before_ready": (PackFactory.create, {"state": PackState.READY}),
    "panel_pack_withdrawn_has_reason": (PackFactory.create, WITHDRAWN),
    "panel_packedition_once": (_edition_again, {}),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_row_that_breaks_a_rule_is_refused(name: str) -> None:
    make, wrong = BROKEN[name]
    with pytest.raises(IntegrityError, match=name):
        make(**wrong)


def test_every_rule_of_these_tables_is_tried() -> None:
    from panel.models import Paper, PaperPart

    models = (Paper, PaperPart, Pack, PackEdition)
    assert {rule.name for model in models for rule in model._meta.constraints} == BROKEN.keys()


def test_part_that_is_a_report_has_no_file_of_its_own() -> None:
    with pytest.raises(IntegrityError, match="panel_part_uploaded_or_report"):
        PartFactory.create(origin="report", file=ContentFile(b"x", name="x.pdf"))
