"""E-mails to people who asked the Panel a question, written into the outbox with what caused them."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from opcc.core import operations as core
from opcc.core.models import OutboxMessage
from opcc.reference import reporting as reference
from panel.models import PublicQuestion


def write_to_questioner(question: PublicQuestion, *, kind: str, subject: str, at: datetime) -> OutboxMessage | None:
    """Queue templates/emails/panel/question_<kind>.txt. None where the person gave no address, or is invented."""
    if not question.email or question.is_synthetic:
        return None
    body = render_to_string(
        f"emails/panel/question_{kind}.txt",
        {
            "question": question,
            "meeting": question.meeting,
            "office": reference.office(),
            "link": f"{settings.SITE_URL}{reverse('panel:meeting', args=[question.meeting.public_id])}",
        },
    )
    return core.queue_mail(to=question.email, subject=subject, body=body, kind=f"panel.question_{kind}", at=at)
