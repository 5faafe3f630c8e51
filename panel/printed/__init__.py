"""What the recommendations and the work programme put on paper: sections of a pack, and letters."""

from panel.printed.action_log import action_log_section
from panel.printed.letters import letter_contents, letter_html
from panel.printed.work_programme import work_programme_section

__all__ = ["action_log_section", "letter_contents", "letter_html", "work_programme_section"]
