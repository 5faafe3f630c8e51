"""What the Panel's records put on paper: sections of a pack, letters and minutes."""

from panel.printed.action_log import action_log_section
from panel.printed.letters import letter_contents, letter_html
from panel.printed.minutes import minutes_contents, minutes_html, standing
from panel.printed.work_programme import work_programme_section

__all__ = [
    "action_log_section",
    "letter_contents",
    "letter_html",
    "minutes_contents",
    "minutes_html",
    "standing",
    "work_programme_section",
]
