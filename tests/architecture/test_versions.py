"""Releases below these have known holes or lack what is relied on."""

from importlib import metadata

import pytest
from packaging.version import Version

FLOORS = {
    "django": "5.2.19",  # forged rows through list_editable, permissions skipped in inlines, SQL through aliases
    "weasyprint": "70.0",  # style sheets and attachments went past the guard that keeps a PDF from fetching
    "celery": "5.5",  # commands through the result store; the knobs that bring a killed worker's task back
    "kombu": "5.7",  # the same knobs
    "django-csp": "4.0",  # the policy as one setting
    "django-allauth": "65.21",
    "django-axes": "8.3",
    "pillow": "12",
    "pikepdf": "10",
}


@pytest.mark.parametrize(("package", "floor"), FLOORS.items())
def test_release_is_not_below_its_floor(package: str, floor: str) -> None:
    assert Version(metadata.version(package)) >= Version(floor)


def test_django_is_the_long_term_release() -> None:
    assert metadata.version("django").startswith("5.2.")


def test_unsafe_exporter_is_not_installed() -> None:
    """Its escaping of spreadsheet formulas can be walked around; exports have a writer of their own."""
    with pytest.raises(metadata.PackageNotFoundError):
        metadata.version("django-import-export")
