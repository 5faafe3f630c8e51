"""How migrations of the project are written."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from pgtrigger.migrations import AddTrigger as SlowAddTrigger

from opcc.core.migrating import AddTrigger


def test_triggers_are_added_by_the_quick_step() -> None:
    """`makemigrations` writes the library's: put `opcc.core.migrating.AddTrigger` in its place."""
    ours = {
        app.label
        for app in apps.get_app_configs()
        if Path(app.path) == settings.BASE_DIR.joinpath(*app.name.split("."))
    }
    steps = [
        (f"{app}.{name}", type(step))
        for (app, name), migration in MigrationLoader(None).disk_migrations.items()
        if app in ours
        for step in migration.operations
        if isinstance(step, SlowAddTrigger)
    ]
    assert [(name, kind) for name, kind in steps if kind is not AddTrigger] == []
    assert {"core", "panel"} <= {name.split(".")[0] for name, _ in steps}
