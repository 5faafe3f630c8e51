"""The addresses of the figures' pages, which no measure's code may be."""

from performance.models.measures import RESERVED_CODES
from performance.urls import urlpatterns


def test_every_word_that_an_address_begins_with_is_reserved() -> None:
    first = {str(route.pattern).partition("/")[0] for route in urlpatterns}

    assert sorted(word for word in first if word and not word.startswith("<")) == sorted(RESERVED_CODES)
