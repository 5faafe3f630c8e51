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


_PLACES = (
    "reference.forcearea",
    "reference.policingarea",
    "reference.district",
    "reference.population",
    "reference.officeprofile",
    "reference.closedday",
    "reference.plan",
    "reference.plantheme",
    "reference.planobjective",
    "reference.planpriority",
)
_DIRECTORY = ("reference.organisation", "reference.contact")
_FORUMS = (
    "forums.prioritytopic",
    "forums.forum",
    "forums.forummeeting",
    "forums.forumpriority",
    "forums.priorityprogress",
)
_AMBASSADORS = (
    "ambassadors.ambassador",
    "ambassadors.appointment",
    "ambassadors.vacancyadvert",
    "ambassadors.application",
    "ambassadors.forumreport",
    "ambassadors.reportedpriority",
    "ambassadors.reportedprogress",
    "ambassadors.reportitem",
    "ambassadors.reportfile",
    "ambassadors.reportquestion",
    "ambassadors.concern",
    "ambassadors.concernaction",
    "ambassadors.keycontact",
    "ambassadors.contactmade",
    "ambassadors.engagementactivity",
    "ambassadors.objective",
    "ambassadors.objectiveprogress",
)
_MEASURES = (
    "performance.topicgroup",
    "performance.measure",
    "performance.series",
    "performance.target",
    "performance.annotation",
    "performance.peergroup",
    "performance.peermember",
    "performance.peerstanding",
    "performance.peervalue",
)
_FIGURES = (
    "performance.observation",
    "performance.quarterfigure",
    "performance.load",
    "performance.loadproblem",
    "performance.phasechange",
    "performance.archivedprojection",
    "performance.houserules",
)
_WORDS = ("performance.commentary", "performance.forcequestion")
# Approving, issuing and publishing a report are steps of its own, guarded by role in the panel app.
_OUTBOX = ("core.outboxmessage",)
_EXPORT = {"core.records": "export"}  # downloads of chosen rows as CSV; each leaves an entry in the access log
_PANEL = ("panel.quarterlyreport", "panel.edition")
_MEMBERSHIP = (
    "panel.council",
    "panel.member",
    "panel.term",
    "panel.panelpost",
    "panel.workinggroup",
    "panel.groupplace",
    "panel.substitute",
    "panel.panelrules",
)
_MEETINGS = (
    "panel.panelmeeting",
    "panel.standingitem",
    "panel.agendaitem",
    "panel.resolution",
    "panel.attendance",
    "panel.inattendance",
    "panel.declaration",
    "panel.vote",
    "panel.panelminutes",
    "panel.minuteentry",
)
_INTERESTS = ("panel.registeredinterest",)  # sensitive ones too, so for those alone who keep the register
_EXEMPT = {"panel.exemptionclaim": "view open"}  # to read items and papers that are kept from the public
_DECIDE_EXEMPT = {"panel.exemptionclaim": "view open decide"}
_HEARINGS = ("panel.confirmationhearing",)  # candidates are named, so for those alone who keep the register
_COMPLAINTS = ("panel.complaintcase",)  # for the monitoring officer alone
_PRECEPT = ("panel.preceptreview",)
_QUESTIONS = ("panel.publicquestion",)
_FOLLOW_UP = (
    "panel.recommendation",
    "panel.recommendationresponse",
    "panel.panelaction",
    "panel.progressupdate",
    "panel.evidence",
    "panel.panelverdict",
    "panel.panelletter",
    "panel.workitem",
    "panel.workmove",
)

_REGISTER = ("panel.commissionerterm", "panel.decision", "panel.decisionattachment", "panel.publicationduty")
_PUBLICATIONS = ("panel.publication",)  # whoever looks after a thing to publish records that it was published
_WITHHELD = {"panel.foiexemption": "view open"}  # to read decisions that the Freedom of Information Act keeps back
_DECIDE_WITHHELD = {"panel.foiexemption": "view open decide"}


_PAPERS = ("panel.paper", "panel.paperpart", "panel.pack")


def _reports(verbs: str) -> dict[str, str]:
    return {"panel.quarterlyreport": verbs, "panel.edition": "view open_restricted"}


# Community tensions and other restricted concerns: for those who decide on them. Other roles never see that they exist.
# Restricted measures, and answers of the force that are restricted, likewise.
_RESTRICTED_MEASURES = {"performance.measure": "view view_restricted"}
_RESTRICTED_CONCERNS = {"ambassadors.concern": "view view_restricted"}
_READ_ALL = _all(
    "view",
    *_PLACES,
    *_DIRECTORY,
    *_FORUMS,
    *_AMBASSADORS,
    *_PANEL,
    *_MEMBERSHIP,
    *_MEETINGS,
    *_QUESTIONS,
    *_PRECEPT,
    *_FOLLOW_UP,
    *_REGISTER,
    *_PUBLICATIONS,
    *_PAPERS,
    "panel.packedition",
    *_MEASURES,
    *_FIGURES,
    *_WORDS,
)
_KEEP = "view add change"
_PEOPLE = _all(_KEEP, "accounts.user")

_TABLE: dict[Role, Mapping[str, str]] = {
    Role.COMMISSIONER: {
        **_READ_ALL,
        **_RESTRICTED_CONCERNS,
        **_RESTRICTED_MEASURES,
        **_reports("view approve"),
        **_EXEMPT,
        **_WITHHELD,
    },
    Role.CHIEF_EXECUTIVE: {
        **_READ_ALL,
        **_RESTRICTED_CONCERNS,
        **_RESTRICTED_MEASURES,
        **_PEOPLE,
        **_all("view change", "reference.officeprofile", *_OUTBOX),
        **_all(_KEEP, "reference.closedday"),
        **_reports("view request approve issue"),
        **_DECIDE_EXEMPT,
        **_DECIDE_WITHHELD,
        **_all("view add", *_PUBLICATIONS),
        **_all("view", *_INTERESTS),
        **_all(_KEEP, *_HEARINGS, *_COMPLAINTS),
        **_all("view", "core.accesslog"),
        **_EXPORT,
    },
    Role.TREASURER: {**_READ_ALL, **_all("view add", *_PUBLICATIONS)},
    Role.POLICY_OFFICER: {
        **_READ_ALL,
        **_PEOPLE,
        **_all(_KEEP, *_FORUMS, *_AMBASSADORS, *_PLACES, *_DIRECTORY),
        "ambassadors.concern": f"{_KEEP} view_restricted",
        **_RESTRICTED_MEASURES,
        **_all(_KEEP, *_WORDS),
        **_all("view change", "reference.officeprofile", *_OUTBOX),
        **_reports("view request"),
        **_EXEMPT,
        **_WITHHELD,
        **_all("view add", *_PUBLICATIONS),
        **_EXPORT,
    },
    Role.GRANTS_OFFICER: {
        **_all("view", *_PLACES, *_FORUMS, "panel.publicationduty"),
        **_all("view add", *_PUBLICATIONS),
        **_all(_KEEP, *_DIRECTORY),
        **_PEOPLE,
    },
    Role.PERFORMANCE_OFFICER: {
        **_READ_ALL,
        **_all(_KEEP, "reference.population", *_MEASURES, *_WORDS),
        "performance.measure": f"{_KEEP} view_restricted",
        "performance.load": "view add",
        "performance.phasechange": "view change",
        "performance.houserules": _KEEP,
        **_all("view request", "panel.quarterlyreport"),
        **_all("view add", *_PUBLICATIONS),
        **_EXPORT,
    },
    Role.COMMUNICATIONS_OFFICER: {**_READ_ALL, **_all("view add", *_PUBLICATIONS), **_EXPORT},
    Role.PANEL_SUPPORT_OFFICER: {
        **_READ_ALL,
        **_PEOPLE,
        **_all(_KEEP, "reference.closedday"),
        **_reports("view request issue"),
        **_all(_KEEP, *_FOLLOW_UP, *_QUESTIONS, *_PRECEPT, *_HEARINGS, *_MEMBERSHIP, *_MEETINGS, *_INTERESTS),
        **_all(_KEEP, *_REGISTER),
        **_all("view add", *_PUBLICATIONS),
        "panel.decisionattachment": f"{_KEEP} delete",
        **_all(_KEEP, *_PAPERS),
        "panel.pack": f"{_KEEP} issue",
        "panel.agendaitem": f"{_KEEP} delete",
        **_DECIDE_EXEMPT,
        **_DECIDE_WITHHELD,
        **_all("view change", *_OUTBOX),
        **_EXPORT,
    },
    # Outside the office nobody opens the staff pages: their portals check the role itself.
    Role.PANEL_MEMBER: {},
    Role.AMBASSADOR: {},
    Role.ASSESSOR: {},
    Role.APPLICANT: {},
}

ROLES: Mapping[Role, RoleDefinition] = MappingProxyType(
    {role: RoleDefinition(label=role.label, permissions=MappingProxyType(dict(_TABLE[role]))) for role in Role}
)

# Whose accounts a role may open, change and close. Otherwise whoever may invite could make themselves anything.
LOOKS_AFTER: Mapping[Role, frozenset[Role]] = MappingProxyType(
    {
        Role.CHIEF_EXECUTIVE: frozenset(Role),
        Role.POLICY_OFFICER: frozenset({Role.AMBASSADOR}),
        Role.PANEL_SUPPORT_OFFICER: frozenset({Role.PANEL_MEMBER}),
        Role.GRANTS_OFFICER: frozenset({Role.ASSESSOR, Role.APPLICANT}),
    }
)


def looked_after_by(roles: frozenset[Role]) -> frozenset[Role]:
    """The roles that somebody with `roles` may give to others and take away."""
    return frozenset(given for role in roles for given in LOOKS_AFTER.get(role, frozenset()))
