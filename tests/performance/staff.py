"""The staff's pages of figures in tests: signing in, pressing buttons, and who is cleared."""

from typing import Any

from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from performance.operations.settings import state_of

STAFF = "/staff/performance"


def page(client: Client, address: str) -> str:
    """The words of a page of the app, on one line."""
    response = client.get(f"{STAFF}/{address}")
    assert response.status_code == 200, response.status_code
    return one_line(response)


def one_line(response: Any) -> str:
    """A response's text with its blanks run together."""
    return " ".join(response.content.decode().split())


def press(client: Client, record: Model, name: str, **said: Any) -> Any:
    """Press a button of a record's page and follow to what is shown."""
    answers = {f"{name}-{field}": value for field, value in said.items()}
    return client.post(f"{STAFF}/{record._meta.model_name}/{record.pk}/press/{name}/", answers, follow=True)


def told(response: Any) -> list[str]:
    """What the page tells the person at its top."""
    return [str(message) for message in response.context["messages"]]


def seen(record: Model) -> dict[str, str]:
    """What a form carries of the row that it began with."""
    return {"seen": state_of(type(record)._default_manager.get(pk=record.pk))}


def errors(response: Any) -> dict[str, list[str]]:
    """What a form's fields say is wrong."""
    return {name: list(found) for name, found in response.context["adminform"].form.errors.items()}


def number_of_queries(client: Client, address: str) -> int:
    """How many queries a page asks, once what is asked once a session is known."""
    client.get(f"{STAFF}/{address}")
    with CaptureQueriesContext(connection) as caught:
        assert client.get(f"{STAFF}/{address}").status_code == 200
    return len(caught)
