"""A refusal of the database, in the words of the rule that was broken."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model

from opcc.core.constraints import broken_rule
from opcc.core.enums import MailState
from opcc.core.models import OutboxMessage
from opcc.core.operations import queue_mail
from tests.core.test_operations import AT

pytestmark = pytest.mark.django_db


def refused(model: type[Model] = OutboxMessage, **values: object) -> str:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        model._default_manager.filter(pk=queue_mail(to="a@b.example", subject="", body="", kind="x", at=AT).pk).update(
            **values
        )
    return broken_rule(error.value, model)


def test_broken_rule_gives_the_message_of_a_check() -> None:
    assert refused(state=MailState.SENT) == "A sent e-mail has the time it was sent, and no other has."


def test_broken_rule_gives_the_message_of_a_unique_rule() -> None:
    queue_mail(to="a@b.example", subject="", body="", kind="x", at=AT, key="one")
    assert refused(key="one") == "This was sent already."


def test_broken_rule_of_a_unique_field_is_plain() -> None:
    first = queue_mail(to="a@b.example", subject="", body="", kind="x", at=AT)
    assert refused(message_id=first.message_id) == "There is a e-mail like this already."


def test_broken_rule_of_a_missing_value_says_what_the_database_said() -> None:
    said = refused(subject=None)
    assert said.startswith("The database refused this e-mail: null value in column")


def test_broken_rule_of_an_error_without_a_cause_says_it() -> None:
    assert broken_rule(IntegrityError("odd"), OutboxMessage) == "The database refused this e-mail: odd"
