"""Saving in words: the first broken rule, somebody who was quicker, and texts as they are kept."""

import pytest

from opcc.core.errors import DomainError
from opcc.core.saving import save_checked, worded
from performance.models import TopicGroup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "message", "field"),
    [
        ({"code": "crime", "name": ""}, "This field cannot be blank.", "name"),
        ({"code": "other", "name": "CRIME"}, "There is a heading of this name.", None),
    ],
)
def test_save_checked_says_which_rule_is_broken(values: dict[str, str], message: str, field: str | None) -> None:
    save_checked(TopicGroup(code="crime", name="Crime"))

    with pytest.raises(DomainError) as refused:
        save_checked(TopicGroup(**values))

    assert (refused.value.message, refused.value.field) == (message, field)
    assert list(TopicGroup.objects.values_list("name", flat=True)) == ["Crime"]


def test_save_checked_says_when_somebody_was_quicker(monkeypatch: pytest.MonkeyPatch) -> None:
    save_checked(TopicGroup(code="crime", name="Crime"))
    monkeypatch.setattr(TopicGroup, "full_clean", lambda self: None)  # as if checked before the other was saved

    with pytest.raises(DomainError, match="Somebody else recorded this a moment ago"):
        save_checked(TopicGroup(code="crime", name="Crime"))

    assert TopicGroup.objects.count() == 1


def test_worded_keeps_a_text_with_our_line_ends() -> None:
    assert worded(" one\r\ntwo ", most=7, missing="Write it.", field="text") == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "message"),
    [(" \r\n ", "Write it."), ("12345678", "Write 7 characters or fewer. You wrote 8.")],
)
def test_worded_refuses_nothing_and_too_much(text: str, message: str) -> None:
    with pytest.raises(DomainError) as refused:
        worded(text, most=7, missing="Write it.", field="text")

    assert (refused.value.message, refused.value.field) == (message, "text")
