"""Every column of every table is declared in the register of personal data."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

from opcc.console.personal_data import REGISTER, Kept

ROOT = Path(__file__).resolve().parents[2]
TABLES: dict[str, type[Model]] = {
    model._meta.label: model
    for model in apps.get_models(include_auto_created=True)
    if model._meta.managed and not model._meta.proxy and not hasattr(model, "pgh_tracked_model")
}


def test_register_names_every_table_and_no_other() -> None:
    assert sorted(REGISTER) == sorted(TABLES)


@pytest.mark.parametrize("label", sorted(TABLES))
def test_register_names_every_column_once(label: str) -> None:
    entry = REGISTER[label]

    assert entry.fields == {field.name for field in TABLES[label]._meta.concrete_fields}
    assert not entry.personal_fields & frozenset(entry.other.split())


@pytest.mark.parametrize("label", sorted(REGISTER))
def test_register_keeps_personal_data_for_a_stated_time(label: str) -> None:
    entry = REGISTER[label]

    assert (entry.kept is Kept.NOT_PERSONAL) <= (not entry.personal_fields)


def test_register_is_explained_in_the_docs() -> None:
    page = (ROOT / "docs" / "data-protection.md").read_text()

    assert [kept.value for kept in Kept if kept.value not in page] == []
