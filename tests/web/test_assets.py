import hashlib

from opcc.web.assets import FRONTEND, TARGET


def test_vendored_files_are_those_that_were_built() -> None:
    heading, *sums = (TARGET / "VERSION").read_text().splitlines()

    assert heading.startswith(f"govuk-frontend {FRONTEND},")
    assert sums == [
        f"{hashlib.sha256((TARGET / name).read_bytes()).hexdigest()}  {name}"
        for name in ("govuk-frontend.min.css", "govuk-frontend.min.js", "LICENSE")
    ]


def test_vendored_files_hold_nothing_kept_for_gov_uk() -> None:
    css = (TARGET / "govuk-frontend.min.css").read_text()

    assert [word for word in ("GDS Transport", "@font-face", "url(", "data:") if word in css] == []
    assert "sourceMappingURL" not in (TARGET / "govuk-frontend.min.js").read_text()
