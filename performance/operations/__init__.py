"""Every write of measures, figures and what is said about them."""

from performance.operations.commentary import publish_commentary, save_commentary, withdraw_commentary
from performance.operations.new_averages import start_phases_at_annotation
from performance.operations.phases import (
    confirm_phase_change,
    decline_phase_change,
    propose_phase_changes,
    start_phase_at_annotation,
    take_back_decision,
)
from performance.operations.projections import archive_projections, project_ahead, score_projections
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
from performance.operations.settings import save_setting
from performance.operations.staleness import figures_changed, mark_stale
from performance.operations.summaries import refresh_summaries

__all__ = [
    "Part",
    "archive_projections",
    "ask_question",
    "change_restriction",
    "close_question",
    "confirm_phase_change",
    "correct_answer",
    "decline_phase_change",
    "draft_question",
    "figures_changed",
    "mark_stale",
    "project_ahead",
    "propose_phase_changes",
    "publish_commentary",
    "record_answer",
    "redraft_question",
    "refresh_summaries",
    "save_commentary",
    "save_setting",
    "score_projections",
    "start_phase_at_annotation",
    "start_phases_at_annotation",
    "take_back_decision",
    "withdraw_commentary",
]
