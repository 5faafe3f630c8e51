"""Covers: what the first page and the foot of every page say."""

from dataclasses import replace

import pytest

from opcc.documents.covers import Edition, Paragraph, numbered
from tests.documents import sample


def test_cover_words_of_the_public_edition() -> None:
    cover = sample.cover()

    assert cover.full_title == "Quarterly report, October to December 2017"
    assert cover.edition_name == "Public edition"
    assert cover.edition_words == "Public: may be published and copied"
    assert not cover.is_restricted


@pytest.mark.parametrize(
    ("meeting", "item", "words"),
    [
        ("Meeting on Monday 19 March 2018", "Agenda item 4", "Meeting on Monday 19 March 2018. Agenda item 4"),
        ("Meeting on Monday 19 March 2018", "", "Meeting on Monday 19 March 2018"),
        ("", "", ""),
    ],
)
def test_cover_occasion_says_what_is_known(meeting: str, item: str, words: str) -> None:
    assert replace(sample.cover(), meeting=meeting, item=item).occasion == words


def test_cover_words_of_the_restricted_edition() -> None:
    cover = sample.cover(Edition.RESTRICTED)

    assert cover.edition_name == "Restricted edition"
    assert cover.edition_words == f"Restricted: not for publication. {cover.ground}"
    assert cover.is_restricted


def test_cover_restricted_without_its_ground_is_refused() -> None:
    with pytest.raises(ValueError, match="on which ground"):
        replace(sample.cover(), edition=Edition.RESTRICTED, ground=" ")


def test_numbered_counts_within_the_section() -> None:
    assert numbered("4", ["One", "Two"]) == (Paragraph("4.1", "One"), Paragraph("4.2", "Two"))
    assert numbered("4", ["Three"], first=3) == (Paragraph("4.3", "Three"),)
