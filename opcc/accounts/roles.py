"""What each role may do: one table, from which `sync_roles` makes the groups and their permissions.

A line reads "app.model": "verbs", and each verb with the model's name is a Django permission:
{"forums.forum": "view change"} gives forums.view_forum and forums.change_forum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from opcc.accounts.enums import Role


@dataclass(frozen=True)
class RoleDefinition:
    """A role's name for people, and its permissions by model."""

    label: str
    permissions: Mapping[str, str]

    @property
    def names(self) -> frozenset[str]:
        """The permissions as Django names them: app.verb_model."""
        return frozenset(
            f"{app}.{verb}_{model}"
            for (app, model), verbs in ((key.split(".", 1), verbs) for key, verbs in self.permissions.items())
            for verb in verbs.split()
        )


def _all(verbs: str, *models: str) -> dict[str, str]:
    return dict.fromkeys(models, verbs)


_PEOPLE = _all("view add change", "accounts.user")

_TABLE: dict[Role, Mapping[str, str]] = {
    Role.COMMISSIONER: {},
    Role.CHIEF_EXECUTIVE: {**_PEOPLE},
    Role.TREASURER: {},
    Role.POLICY_OFFICER: {**_PEOPLE},
    Role.GRANTS_OFFICER: {},
    Role.PERFORMANCE_OFFICER: {},
    Role.COMMUNICATIONS_OFFICER: {},
    Role.PANEL_SUPPORT_OFFICER: {**_PEOPLE},
    # Outside the office nobody opens the staff pages: their portals check the role itself.
    Role.PANEL_MEMBER: {},
    Role.AMBASSADOR: {},
    Role.ASSESSOR: {},
    Role.APPLICANT: {},
}

ROLES: Mapping[Role, RoleDefinition] = MappingProxyType(
    {role: RoleDefinition(label=role.label, permissions=MappingProxyType(dict(_TABLE[role]))) for role in Role}
)
