"""Every page of the site in one table: who looks at it, and at which record. A new page gets a line here.

tests/browser/test_every_page.py fails while a route of the URLconf stands neither in the table nor among what is no
page. The staff's lists, forms, records and histories need no line: they follow from what is registered with the admin.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.contrib import admin

from opcc.accounts.admin import ACTS
from tests.browser import ways
from tests.browser.ways import Way

ANYBODY: Final = "anybody"


@dataclass(frozen=True)
class Look:
    """One look at one page.

    record: what the address names, a key of the scene's `records`; query: what follows it.
    press: a button to press then, whose page is looked at too; it must say that something is wrong.
    way: how one comes to the page where an address alone does not lead there.
    """

    route: str
    record: str = ""
    query: str = ""
    who: str = ANYBODY
    status: int = 200
    press: str = ""
    way: Way | None = None
    before: bool = False  # looked at while nothing is recorded yet, too

    @property
    def name(self) -> str:
        """As a fault's heading: 'forums:forum-list ?search=x, by anybody'."""
        way = self.way.__name__ if self.way else ""
        return " ".join(filter(None, (self.route, self.record, self.query, way, f"by {self.who}")))


def _for(who: str, *looks: Look) -> tuple[Look, ...]:
    return tuple(Look(**{**vars(look), "who": who}) for look in looks)


PUBLIC = (
    Look("home", before=True),
    Look("help", before=True),
    Look("privacy", before=True),
    Look("accessibility", before=True),
    Look("forums:forum-list", before=True),
    Look("forums:forum-list", query="?search=nowhere"),
    Look("forums:forum-list", query="?search=ash&district=E07999001"),
    Look("forums:forum-list", query="?district=none"),
    Look("forums:forum-detail", "forum"),
    Look("forums:forum-detail", "forum", "?page=2"),
    Look("forums:forum-detail", "new forum"),
    Look("forums:forum-detail", "ended forum"),
    Look("performance:scorecard", before=True),
    Look("performance:scorecard", query="?quarter=never"),
    Look("performance:rules", before=True),
    Look("performance:compare"),
    Look("performance:area", "district"),
    Look("performance:measure", "measure"),
    Look("panel:public-reports", before=True),
    Look("panel:public-report", "quarter"),
    Look("panel:public-report", "year"),
    Look("panel:meetings", before=True),
    Look("panel:meeting", "meeting held"),
    Look("panel:meeting", "meeting to come"),
    Look("panel:meeting", "meeting without agenda"),
    Look("panel:meeting", "meeting with minutes"),
    Look("panel:minutes", "meeting with minutes"),
    Look("panel:members", before=True),
    Look("panel:interests", before=True),
    Look("panel:recommendations", before=True),
    Look("panel:recommendations", query="?state=closed&year=2018&to=panel&overdue=yes"),
    Look("panel:recommendations", query="?state=never"),
    Look("panel:recommendation", "recommendation"),
    Look("panel:recommendation", "closed recommendation"),
    Look("panel:recommendation", "new recommendation"),
    Look("panel:work-programme", before=True),
    Look("panel:complaints", before=True),
    Look("panel:search", before=True),
    Look("panel:search", query="?words=policing"),
    Look("panel:search", query="?words=nowhere&kind=items"),
    Look("panel:precepts", before=True),
    Look("panel:precept", "precept"),
    Look("panel:packs", before=True),
    Look("panel:pack-public", "pack"),
    Look("panel:pack-public", "withdrawn pack", status=410),
    Look("panel:item", "item"),
    Look("panel:questions", before=True),
    Look("panel:ask", "meeting to come", press="Send your question"),
    Look("panel:ask", "meeting held"),
    Look("panel:question-sent", "question"),
    Look("panel:decisions", before=True),
    Look("panel:decisions", query="?q=contract&state=decided&year=2018"),
    Look("panel:decisions", query="?q=nowhere"),
    Look("panel:decisions", query="?state=never"),
    Look("panel:decision", "decision"),
    Look("panel:decision", "decision in progress"),
    Look("panel:decision", "withdrawn decision"),
    Look("panel:publications", before=True),
)

MEMBER, STAFF = "panel member", "staff"
READER = "staff who only read"
PANEL = (
    *_for(
        MEMBER,
        Look("panel:home", before=True),
        Look("panel:paper-public", "quarter"),
        Look("panel:paper-restricted", "quarter"),
        Look("panel:paper-public", "year"),
        Look("panel:public-reports"),
        Look("panel:meetings"),
        Look("panel:meeting", "meeting to come"),
        Look("panel:minutes", "meeting with minutes"),
        Look("panel:exempt-minutes", "meeting with minutes"),
        Look("panel:members"),
        Look("panel:interests"),
        Look("panel:recommendations"),
        Look("panel:recommendation", "exempt recommendation"),
        Look("panel:work-programme"),
        Look("panel:packs"),
        Look("panel:pack-restricted", "pack"),
        Look("panel:item", "item"),
        Look("panel:item", "exempt item"),
    ),
    *_for(
        STAFF,
        Look("panel:paper-public", "ready"),
        Look("panel:paper-restricted", "ready"),
        Look("panel:paper-restricted", "superseded"),
    ),
)

AMBASSADORS = _for(
    "ambassador",
    Look("ambassadors:home", before=True),
    Look("ambassadors:concerns", before=True),
    Look("ambassadors:concern-told", "replied concern"),
    Look("ambassadors:reports", before=True),
    Look("ambassadors:report-new", before=True, press="Save and continue"),
    Look("ambassadors:report", "submitted"),
    Look("ambassadors:report", "accepted"),
    Look("ambassadors:report-sent", "submitted"),
    Look("ambassadors:report-delete", "bare"),
    Look("ambassadors:report-tasks", "bare"),
    Look("ambassadors:report-tasks", "returned"),
    Look("ambassadors:report-meeting", "bare"),
    Look("ambassadors:report-attendance", "bare", press="Save and continue"),
    Look("ambassadors:report-attendance", "whole"),
    Look("ambassadors:report-priorities", "bare", press="Save and continue"),
    Look("ambassadors:report-priorities", "whole"),
    Look("ambassadors:report-progress", "bare"),
    Look("ambassadors:report-progress", "whole"),
    Look("ambassadors:report-issues", "bare"),
    Look("ambassadors:report-issues", "whole"),
    Look("ambassadors:report-concerns", "bare"),
    Look("ambassadors:report-concerns", "whole"),
    Look("ambassadors:report-events", "bare"),
    Look("ambassadors:report-events", "whole"),
    Look("ambassadors:report-objectives", "bare"),
    Look("ambassadors:report-objectives", "whole"),
    Look("ambassadors:report-files", "bare", press="Attach the file"),
    Look("ambassadors:report-files", "whole"),
    Look("ambassadors:report-check", "bare"),
    Look("ambassadors:report-check", "whole"),
    Look("ambassadors:report-check", "returned", press="Send the report again"),
    Look("ambassadors:contacts", before=True),
    Look("ambassadors:contact-new", press="Save the contact"),
    Look("ambassadors:contact-edit", "contact"),
    Look("ambassadors:contact-made", "contact"),
    Look("ambassadors:objectives", before=True),
    Look("ambassadors:objective-progress", "objective", press="Save progress"),
    Look("ambassadors:events", before=True),
    Look("ambassadors:event-new", press="Save the event"),
)

ACCOUNTS = (
    Look("account_login", press="Sign in"),
    Look("account_login", way=ways.wrong_password),
    Look("account_login", who="signed out", way=ways.session_over),
    Look("account_inactive"),
    Look("account_reset_password", press="Send the link"),
    Look("account_reset_password_done"),
    Look("account_reset_password_from_key", "link", press="Change the password"),
    Look("account_reset_password_from_key", "old link"),
    Look("account_reset_password_from_key_done"),
    Look("accounts:invitation-accept", who="invited", way=ways.invitation, press="Set the password"),
    Look("accounts:invitation-accept", status=410),
    Look("mfa_authenticate", who="halfway in", way=ways.password_alone, press="Continue"),
    *_for(
        "ambassador",
        Look("accounts:profile"),
        Look("account_logout"),
        Look("account_change_password", press="Change the password"),
        Look("account_reauthenticate", press="Continue"),
        Look("mfa_index"),
        Look("mfa_activate_totp", press="Turn on the second step"),
        Look("account_email", press="Send the code"),
        Look("account_email_verification_sent", way=ways.change_of_address, press="Confirm the address"),
        Look("account_email"),
    ),
    *_for(
        MEMBER,
        Look("accounts:profile"),
        Look("mfa_index"),
        Look("mfa_reauthenticate", press="Continue"),
        Look("mfa_view_recovery_codes"),
        Look("mfa_generate_recovery_codes"),
    ),
    Look("mfa_deactivate_totp", who="careful ambassador"),
    Look("accounts:landing", who="person of many roles"),
    Look("accounts:landing", who="person without a role"),
    Look("account_login", who="locked out", way=ways.locked_out),
)

STAFF_PAGES = _for(
    STAFF,
    Look("admin:index", before=True),
    Look("admin:find"),
    Look("admin:find", query="?q=a"),
    Look("admin:find", query="?q=nobody+of+that+name"),
    *(Look("admin:app_list", app) for app in sorted({model._meta.app_label for model in admin.site._registry})),
    *(Look("admin:accounts_user_act", slug) for slug in ACTS),
    Look("admin:accounts_user_act", "end-access", press="End access"),
    Look("admin:ambassadors_ambassador_summary", "ambassador"),
    Look("admin:ambassadors_ambassador_summary", "ambassador", "?start=2018-03-01&end=2018-01-01"),
    Look("admin:ambassadors_appointment_vacancies", before=True),
    Look("admin:ambassadors_appointment_advertise", "vacant forum", press="Record the advert"),
    Look("admin:ambassadors_forumreport_late", before=True),
    Look("admin:performance_commentary_missing", before=True),
    Look("admin:panel_panelmeeting_agenda", "agenda", press="Add the item"),
    Look("admin:panel_panelmeeting_agenda", "held agenda"),
    Look("admin:panel_panelmeeting_signals", "signals"),
    Look("admin:panel_panelmeeting_signals", "empty agenda"),
    Look("admin:panel_panelmeeting_agenda", "empty agenda"),
    Look("admin:panel_panelmeeting_attendance", "held meeting"),
    Look("admin:panel_panelmeeting_attendance", "empty agenda"),
    Look("admin:panel_panelmeeting_minutes", "held meeting"),
    Look("admin:panel_panelmeeting_minutes", "empty agenda"),
    Look("admin:panel_panelmeeting_exempt_minutes", "held meeting"),
    Look("admin:panel_resolution_votes", "resolution"),
)

TABLES: Mapping[str, tuple[Look, ...]] = {
    "public": PUBLIC,
    "panel": PANEL,
    "ambassadors": AMBASSADORS,
    "accounts": ACCOUNTS,
    "staff": STAFF_PAGES,
}

_FILE, _POST, _LEADS_ON = "a file", "answers a POST alone", "leads on to a page that is looked at"
NO_PAGE: Mapping[str, str] = {
    "livez": "plain text",
    "readyz": "plain text",
    "security-txt": "plain text",
    "reference:office-css": "a style sheet",
    "forums:calendar": _FILE,
    "forums:forum-calendar": _FILE,
    "performance:chart": "a picture",
    "panel:public-pdf": _FILE,
    "panel:pack-pdf-public": _FILE,
    "panel:pack-pdf-restricted": _FILE,
    "panel:part": _FILE,
    "panel:part-restricted": _FILE,
    "panel:meetings-calendar": _FILE,
    "panel:letter": _FILE,
    "panel:minutes-pdf": _FILE,
    "panel:exempt-minutes-pdf": _FILE,
    "panel:evidence": _FILE,
    "panel:decision-paper": _FILE,
    "panel:decisions-feed": "a feed",
    "panel:publication-proof": _FILE,
    "panel:paper-pdf-public": _FILE,
    "panel:paper-pdf-restricted": _FILE,
    "ambassadors:file": _FILE,
    "ambassadors:file-remove": _POST,
    "ambassadors:contact-end": _POST,
    "accounts:invitation-open": _LEADS_ON,
    "accounts:sign-out-everywhere": _POST,
    "mfa_download_recovery_codes": _FILE,
    "admin:login": _LEADS_ON,
    "admin:logout": _LEADS_ON,
    "admin:password_change": _LEADS_ON,
    "admin:password_change_done": "nothing leads there: the password changes on the site's own page",
    "admin:autocomplete": "what a search box asks for",
    "admin:jsi18n": "a script",
    "admin:view_on_site": "no record offers it",
    "admin:ambassadors_reportfile": _FILE,
    "admin:performance_load_template": _FILE,
    "admin:performance_load_problems": _FILE,
    "admin:performance_load_file": _FILE,
    "admin:<path:object_id>/": _LEADS_ON,
    "admin:(?P<url>.*)$": "what is not there",
}
# Of every kind of record: what nobody may, and buttons, whose pages the sweep comes to by pressing them.
NO_PAGE_OF_A_RECORD = ("delete", "press")
PAGES_OF_A_RECORD = ("changelist", "add", "change", "history")

# What the site answers when something is wrong: the template, and how one comes to it.
ERRORS: Mapping[str, Way] = {
    "400.html": ways.address_of_another_making,
    "403.html": ways.area_of_others,
    "403_csrf.html": ways.form_gone_stale,
    "404.html": ways.nowhere,
    "429.html": ways.hurry,
    "500.html": ways.fault_of_ours,
}
