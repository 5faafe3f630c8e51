"""Indexes that the search over the Panel's records uses (panel/queries/search.py)."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector

LANGUAGE = "english"


def words_index(*fields: str, name: str) -> GinIndex:
    """The words of these columns. The search finds with it only if it names the same columns in the same order."""
    return GinIndex(SearchVector(*fields, config=LANGUAGE), name=name)
