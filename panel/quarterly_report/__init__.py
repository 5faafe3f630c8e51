"""Composes the frozen contents of reports to the Panel, and makes documents of them."""

from panel.quarterly_report.composing import books_close_on, compose
from panel.quarterly_report.contents import Json, canonical, digest, section_json
from panel.quarterly_report.document import html, section_view, template_version, view

__all__ = [
    "Json",
    "books_close_on",
    "canonical",
    "compose",
    "digest",
    "html",
    "section_json",
    "section_view",
    "template_version",
    "view",
]
