"""manage.py priority_counts, as typed at the console."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from forums.enums import PrioritiesOutcome
from tests.factories.forums import ForumFactory, ForumMeetingFactory, ForumPriorityFactory
from tests.factories.reference import DistrictFactory
from tests.factories.table1 import make_table1, read_table

pytestmark = pytest.mark.django_db

FIRST, SECOND = "2014-01-01:2014-04-01", "2014-04-02:2014-08-31"


def _run(*arguments: str) -> str:
    out = StringIO()
    call_command("priority_counts", *arguments, stdout=out)
    return out.getvalue()


def test_priority_counts_prints_the_public_table() -> None:
    make_table1()
    lines = [f"{topic},{first},{second},{second - first}\n" for topic, (first, second) in read_table().items()]
    assert _run(FIRST, SECOND) == "topic,first,second,change\n" + "".join(lines)


def test_priority_counts_of_a_district_leaves_out_the_others() -> None:
    here = DistrictFactory.create(code="E07000222")
    ForumPriorityFactory.create(
        topic__code="parking",
        meeting__forum__district=here,
        meeting__held_on=date(2014, 2, 4),
        meeting__priorities_outcome=PrioritiesOutcome.AGREED,
    )
    ForumMeetingFactory.create(
        forum=ForumFactory.create(), held_on=date(2014, 2, 4), priorities_outcome=PrioritiesOutcome.NONE_AGREED
    )
    expected = "topic,first,second,change\nParking,1,0,-1\n"
    assert _run(FIRST, SECOND, "--district", "E07000222") == expected


def test_priority_counts_without_meetings_prints_the_heading() -> None:
    assert _run(FIRST, SECOND) == "topic,first,second,change\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["2014", SECOND], "'2014' is not a period. Write it as 2014-01-01:2014-04-01."),
        ([FIRST, "2014-08-31:2014-04-02"], "A period ends on or after the day it starts, not 2014-08-31 to 2014-04-02"),
        (
            [FIRST, SECOND, "--district", "Rugby"],
            "'Rugby' is not the GSS code of a district here. Write one of: E07000222.",
        ),
    ],
)
def test_priority_counts_wrong_arguments_name_the_form(arguments: list[str], message: str) -> None:
    DistrictFactory.create(code="E07000222")
    with pytest.raises(CommandError) as refused:
        _run(*arguments)
    assert str(refused.value) == message


def test_priority_counts_district_before_any_is_loaded() -> None:
    with pytest.raises(CommandError, match=r"Write one of: none yet\."):
        _run(FIRST, SECOND, "--district", "E07000222")
