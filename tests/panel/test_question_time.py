"""Who speaks when in public question time."""

from hypothesis import given
from hypothesis import strategies as st

from panel.question_time import Asked, Turn, running_order

RULES = {"minutes_each": 3, "minutes_in_all": 30}


def speaking(*questioners: str) -> list[Asked]:
    return [Asked(key, questioner, speaks=True) for key, questioner in enumerate(questioners)]


def test_ten_questioners_of_three_minutes_fill_the_half_hour_and_the_eleventh_is_answered_in_writing() -> None:
    turns = running_order(speaking(*"abcdefghijk"), **RULES)
    assert [turn.minute for turn in turns] == [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, None]
    assert [turn.order for turn in turns] == list(range(1, 12))


def test_second_question_of_a_person_is_put_in_the_same_turn() -> None:
    assert running_order(speaking("a", "b", "a"), **RULES) == (Turn(0, 1, 0), Turn(1, 2, 3), Turn(2, 3, 0))


def test_who_wants_a_written_answer_takes_no_time() -> None:
    asked = [Asked(1, "a", speaks=False), Asked(2, "b", speaks=True)]
    assert running_order(asked, **RULES) == (Turn(1, 1, None), Turn(2, 2, 0))


def test_nobody_passes_one_whose_time_has_run_out() -> None:
    turns = running_order(speaking("a", "b", "c"), minutes_each=4, minutes_in_all=7)
    assert [turn.minute for turn in turns] == [0, None, None]


@given(
    asked=st.lists(st.tuples(st.sampled_from("abcdefgh"), st.booleans()), max_size=40),
    each=st.integers(1, 10),
    more=st.integers(0, 60),
)
def test_the_time_in_all_is_never_passed(asked: list[tuple[str, bool]], each: int, more: int) -> None:
    questions = [Asked(key, who, speaks) for key, (who, speaks) in enumerate(asked)]
    turns = running_order(questions, minutes_each=each, minutes_in_all=each + more)
    begins = {turn.minute for turn in turns if turn.minute is not None}
    assert all(minute + each <= each + more for minute in begins)
    assert begins == set(range(0, each * len(begins), each))
    assert [turn.key for turn in turns] == list(range(len(asked)))
