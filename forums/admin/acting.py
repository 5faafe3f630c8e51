"""Who acts in the staff's place."""

from django.http import HttpRequest

from opcc.accounts.models import User


def person(request: HttpRequest) -> User:
    """The person signed in; the admin lets nobody else this far."""
    assert isinstance(request.user, User)
    return request.user
