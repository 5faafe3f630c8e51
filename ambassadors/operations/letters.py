"""E-mails to ambassadors, written into the outbox in the transaction of what caused them."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from ambassadors.models import Ambassador
from opcc.core import operations as core
from opcc.core.models import OutboxMessage
from opcc.reference import reporting as reference


def portal_link(name: str, *args: Any) -> str:
    """The full address of a page of the ambassadors' portal."""
    return f"{settings.SITE_URL}{reverse(name, args=args)}"


def write_to(
    ambassador: Ambassador,
    *,
    kind: str,
    subject: str,
    at: datetime,
    key: str | None = None,
    **context: Any,
) -> OutboxMessage | None:
    """Queue templates/emails/ambassadors/<kind>.txt to the ambassador. None if the office has no address for them."""
    address = ambassador.user.email if ambassador.user else ambassador.email
    if not address:
        return None
    body = render_to_string(
        f"emails/ambassadors/{kind}.txt", {"ambassador": ambassador, "office": reference.office(), **context}
    )
    return core.queue_mail(to=address, subject=subject, body=body, kind=f"ambassadors.{kind}", at=at, key=key)
