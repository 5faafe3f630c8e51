"""Pages that no address alone leads to: how a person comes to them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from opcc.accounts import operations
from opcc.accounts.enums import Role
from opcc.accounts.middleware import SIGNED_IN_AT
from opcc.accounts.models import User
from opcc.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD
from tests.support.actors import browser_session


@dataclass(frozen=True)
class Scene:
    """The people of a sweep, and the records they look at: of each what its address names."""

    people: dict[str, User] = field(default_factory=dict)
    records: dict[str, tuple[Any, ...]] = field(default_factory=dict)


Way = Callable[[Page, Any, Scene], None]


def _give_password(page: Page, user: User, password: str) -> None:
    page.goto("/account/sign-in/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_role("textbox", name="Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()


def wrong_password(page: Page, live_server: Any, scene: Scene) -> None:
    """Told that address or password is wrong."""
    _give_password(page, scene.people["ambassador"], "wrong")
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()


def locked_out(page: Page, live_server: Any, scene: Scene) -> None:
    """One wrong password too many, where the settings allow one."""
    for _ in range(2):
        _give_password(page, scene.people["person without a role"], "wrong")
    expect(page.get_by_role("heading", level=1)).to_have_text("Too many tries")


def password_alone(page: Page, live_server: Any, scene: Scene) -> None:
    """Asked for the code."""
    _give_password(page, scene.people["panel member"], PASSWORD)
    expect(page.get_by_label("Code")).to_be_visible()


def session_over(page: Page, live_server: Any, scene: Scene) -> None:
    """Told why one has to sign in again."""
    browser_session(page, live_server, scene.people["panel member"], **{SIGNED_IN_AT: 0})
    page.goto("/account/")
    expect(page.get_by_text("You were signed out because")).to_be_visible()


def invitation(page: Page, live_server: Any, scene: Scene) -> None:
    """The mailed link."""
    operations.invite_person(
        email="gwen@panel.example",
        first_name="Gwen",
        last_name="Hill",
        roles=[Role.PANEL_MEMBER],
        by=None,
        at=timezone.now(),
    )
    link = re.search(r"/account/invitations/[\w-]+/", OutboxMessage.objects.get(to="gwen@panel.example").body)
    assert link
    page.goto(link[0])


def change_of_address(page: Page, live_server: Any, scene: Scene) -> None:
    """Asked for the code that went to the new address."""
    page.goto("/account/address/")
    page.get_by_label("New e-mail address").fill("new@home.example")
    page.get_by_role("button", name="Send the code").click()
    expect(page.get_by_label("Code from the e-mail")).to_be_visible()


def address_of_another_making(page: Page, live_server: Any, scene: Scene) -> None:
    """An address with more in it than any page of this site asks."""
    page.goto("/forums/?" + "&".join(["search=a"] * 1001))


def area_of_others(page: Page, live_server: Any, scene: Scene) -> None:
    """The ambassadors' area, for somebody who is none."""
    browser_session(page, live_server, scene.people["person without a role"])
    page.goto("/ambassadors/")


def form_gone_stale(page: Page, live_server: Any, scene: Scene) -> None:
    """A form sent after the browser forgot this site."""
    page.goto("/account/password/forgotten/")
    page.context.clear_cookies()
    page.get_by_label("E-mail address").fill("somebody@home.example")
    page.get_by_role("button", name="Send the link").click()


def nowhere(page: Page, live_server: Any, scene: Scene) -> None:
    """An address that is not there."""
    page.goto("/nowhere/")


def hurry(page: Page, live_server: Any, scene: Scene) -> None:
    """One try more than the settings allow."""
    for _ in range(2):
        _give_password(page, scene.people["person without a role"], "wrong")


def fault_of_ours(page: Page, live_server: Any, scene: Scene) -> None:
    """A page that fails."""
    page.goto("/broken/")
