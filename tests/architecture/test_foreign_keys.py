"""No foreign key points up the house. import-linter cannot see string keys, so the models are walked."""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model

ROOT = Path(__file__).resolve().parents[2]


def levels() -> dict[str, int]:
    """Each app's height: 0 is the top, read from the contract that import-linter enforces."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["name"] == "Apps depend downwards only")
    return {module.strip(): height for height, layer in enumerate(layers) for module in layer.strip("()").split("|")}


OURS = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_config.name in levels()]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_foreign_keys_point_down_or_stay(model: type[Model]) -> None:
    heights = levels()
    here = apps.get_app_config(model._meta.app_label).name
    keys = [field for field in model._meta.get_fields() if isinstance(field, ForeignKey)]
    above = {
        field.name: target
        for field in keys
        if (target := apps.get_app_config(field.related_model._meta.app_label).name) in heights  # type: ignore[union-attr]  # resolved by now
        and (heights[target] < heights[here] or (heights[target] == heights[here] and target != here))
    }

    assert above == {}
