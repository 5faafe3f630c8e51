"""Every write of measures, figures and what is said about them."""

from performance.operations.questions import (
    Part,
    ask_question,
    change_restriction,
    close_question,
    correct_answer,
    draft_question,
    record_answer,
    redraft_question,
)

__all__ = [
    "Part",
    "ask_question",
    "change_restriction",
    "close_question",
    "correct_answer",
    "draft_question",
    "record_answer",
    "redraft_question",
]
