"""Typed text as it is printed."""


def paragraphs_of(text: str) -> list[str]:
    """A paragraph for each line that says something."""
    return [part.strip() for part in text.split("\n") if part.strip()]
