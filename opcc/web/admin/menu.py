"""The staff's menu, in the office's words and order.

A name is 'app.model'; an app's other models follow at the end of the group that lists the app.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Group:
    """A heading of the menu, the models under it that come first, and the apps whose other models follow."""

    title: str
    models: tuple[str, ...]
    apps: tuple[str, ...]

    @property
    def key(self) -> str:
        """For addresses and classes: 'forums-and-ambassadors'."""
        return self.title.lower().replace(" ", "-")


MENU: tuple[Group, ...] = (
    Group(
        "Forums and ambassadors",
        (
            "ambassadors.forumreport",
            "ambassadors.concern",
            "ambassadors.ambassador",
            "ambassadors.appointment",
            "ambassadors.application",
            "ambassadors.keycontact",
            "ambassadors.objective",
            "forums.forum",
            "forums.forummeeting",
            "forums.forumpriority",
            "forums.prioritytopic",
        ),
        ("ambassadors", "forums"),
    ),
    Group("Engagement", (), ("engagement",)),
    Group("Consultations", (), ("consultations",)),
    Group("Grants", (), ("grants",)),
    Group(
        "Performance",
        (
            "performance.commentary",
            "performance.forcequestion",
            "performance.phasechange",
            "performance.load",
            "performance.measure",
            "performance.annotation",
        ),
        ("performance",),
    ),
    Group(
        "Panel",
        (
            "panel.panelmeeting",
            "panel.agendaitem",
            "panel.resolution",
            "panel.declaration",
            "panel.panelminutes",
            "panel.paper",
            "panel.paperpart",
            "panel.pack",
            "panel.packedition",
            "panel.recommendation",
            "panel.panelaction",
            "panel.panelletter",
            "panel.workitem",
            "panel.publicquestion",
            "panel.preceptreview",
            "panel.confirmationhearing",
            "panel.complaintcase",
            "panel.decision",
            "panel.decisionattachment",
            "panel.exemptionclaim",
            "panel.foiexemption",
            "panel.publicationduty",
            "panel.quarterlyreport",
            "panel.edition",
            "panel.member",
            "panel.council",
            "panel.workinggroup",
            "panel.standingitem",
            "panel.commissionerterm",
            "panel.panelrules",
        ),
        ("panel",),
    ),
    Group(
        "Office",
        (
            "accounts.user",
            "accounts.invitation",
            "core.outboxmessage",
            "reference.officeprofile",
            "reference.plan",
            "reference.organisation",
            "reference.contact",
            "reference.district",
        ),
        ("reference", "accounts", "core", "auth"),
    ),
)


def group_of(app_label: str) -> Group | None:
    """The menu's group that an app's records stand in."""
    return next((group for group in MENU if app_label in group.apps), None)


def grouped(app_dict: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Django's apps and models as the menu shows them; a heading leads to the page of its first app.

    An app that no group lists keeps a heading of its own at the end, so that nothing is ever hidden.
    """
    shown = [entry for group in MENU if (entry := _entry(group, app_dict))]
    listed = {app for group in MENU for app in group.apps}
    rest = [dict(app) for label, app in sorted(app_dict.items()) if label not in listed]
    return shown + rest


def _entry(group: Group, app_dict: Mapping[str, Mapping[str, Any]]) -> dict[str, Any] | None:
    apps = [app_dict[label] for label in group.apps if label in app_dict]
    if not apps:
        return None
    models = [model for app in apps for model in app["models"]]
    return {
        **apps[0],
        "name": group.title,
        "app_label": group.key,
        "models": sorted(models, key=lambda model: _place(group.models, model)),
    }


def _place(order: Sequence[str], model: Mapping[str, Any]) -> tuple[int, str]:
    label = model["model"]._meta.label_lower
    return (order.index(label) if label in order else len(order), model["name"])
