"""States as the staff's pages show them: a word on a colour that repeats it."""

from django.utils.html import format_html
from django.utils.safestring import SafeString


def tag(words: str, colour: str) -> SafeString:
    """A word on a colour: draft, waiting, due, overdue or done."""
    return format_html('<span class="o-tag o-tag--{}">{}</span>', colour, words)
