"""Who files the report in these tests, and the draft they begin with."""

import pytest

from ambassadors.models import Appointment, ForumReport
from opcc.accounts.models import User
from tests.factories.ambassadors import (
    ForumReportFactory,
    appointed,
)


@pytest.fixture
def post() -> Appointment:
    """Where the ambassador of these tests is appointed."""
    return appointed(first_name="Margaret")


@pytest.fixture
def by(post: Appointment) -> User:
    assert post.ambassador.user is not None
    return post.ambassador.user


@pytest.fixture
def draft(post: Appointment) -> ForumReport:
    return ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum)
