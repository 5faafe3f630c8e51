"""What the tests of figures share: people with one permission more, or less, than their role gives."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission

from opcc.accounts.models import User


@pytest.fixture
def give() -> Callable[..., User]:
    """The person with permissions of the performance app besides those of the role."""

    def more(user: User, *codenames: str) -> User:
        user.user_permissions.add(
            *Permission.objects.filter(content_type__app_label="performance", codename__in=codenames)
        )
        return User.objects.get(pk=user.pk)

    return more
