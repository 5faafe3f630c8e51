"""What migrations use in place of the library's step, where that one is slow."""

import pgtrigger.migrations
from django.db.migrations.state import ProjectState


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """Adds a trigger that is written out in the migration.

    The library's own step makes every related table's model anew after each trigger, as if a column had changed. With
    some hundreds of triggers that was half of the time in which a database is made.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the trigger among the table's, for the next `makemigrations` to compare."""
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]
