"""Numbers that people quote, in the order in which they are given out."""

import pytest

from ambassadors.models import Concern
from opcc.core.references import next_reference
from tests.factories.ambassadors import ConcernFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("given", "digits", "following"),
    [
        ([], 4, "C-2018-0001"),
        (["C-2017-0009", "C-2018-0041", "C-2018-0009"], 4, "C-2018-0042"),
        (["C-2018-999", "C-2018-1000"], 3, "C-2018-1001"),
    ],
)
def test_next_reference_follows_the_last_of_its_year(given: list[str], digits: int, following: str) -> None:
    for reference in given:
        ConcernFactory.create(reference=reference)

    assert next_reference(prefix="C", year=2018, digits=digits, rows=Concern.objects.all()) == following
