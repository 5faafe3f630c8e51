"""E-mails to the force, written into the outbox in the transaction of what caused them."""

from datetime import datetime

from django.template.loader import render_to_string

from opcc.core import operations as core
from opcc.core.models import OutboxMessage
from opcc.core.quarters import Quarter
from opcc.reference import reporting as reference
from opcc.reference.models import Contact
from performance.models import ForceQuestion


def question_key(question: ForceQuestion) -> str:
    """Names the occasion in the outbox: a question is e-mailed once."""
    return f"force-question:{question.pk}"


def mail_question(question: ForceQuestion, *, to: Contact, at: datetime) -> OutboxMessage:
    """Queue a question to its contact at the force. The caller has seen to it that nothing of it is restricted."""
    body = render_to_string(
        "emails/performance/question.txt",
        {
            "question": question,
            "quarter": Quarter.containing(question.quarter_starts_on),
            "to": to,
            "office": reference.office(),
        },
    )
    return core.queue_mail(
        to=to.email,
        subject=f"Question {question.reference} to the Chief Constable: {question.series.measure.name}",
        body=body,
        kind="performance.question",
        at=at,
        key=question_key(question),
    )
