"""What the Panel's records put on paper: sections of a pack, letters and minutes."""

from panel.printed.action_log import action_log_section
from panel.printed.decisions import decisions_section
from panel.printed.letters import letter_contents, letter_html
from panel.printed.minutes import (
    as_printed,
    declared_words,
    minutes_contents,
    minutes_html,
    printed_words,
    shown,
    standing,
    vote_lines,
)
from panel.printed.work_programme import work_programme_section

__all__ = [
    "action_log_section",
    "as_printed",
    "decisions_section",
    "declared_words",
    "letter_contents",
    "letter_html",
    "minutes_contents",
    "minutes_html",
    "printed_words",
    "shown",
    "standing",
    "vote_lines",
    "work_programme_section",
]
