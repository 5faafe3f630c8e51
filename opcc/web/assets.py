"""Builds the vendored GOV.UK Frontend from its npm package: `./dev assets`, for whoever raises its version.

The stylesheet is compiled with the system's Arial in place of GDS Transport, without fonts, crown or GOV.UK header,
and with only the components that our pages use, which keeps the first view of a public page light. See ADR 0005.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FRONTEND = "6.6.0"
SASS = "1.108.2"
TARGET = Path(__file__).resolve().parent.parent.parent / "static" / "vendor" / "govuk-frontend"
COMPONENTS = (
    *("back-link", "breadcrumbs", "button", "character-count", "checkboxes", "date-input", "details"),
    *("error-message", "error-summary", "fieldset", "file-upload", "hint", "input", "inset-text", "label"),
    *("notification-banner", "pagination", "panel", "password-input", "radios", "select", "skip-link"),
    *("summary-list", "table", "tag", "task-list", "textarea", "warning-text"),
)
ENTRY = """@use "node_modules/govuk-frontend/dist/govuk/base" with (
  $govuk-font-family: (arial, "Helvetica Neue", helvetica, sans-serif),
  $govuk-include-default-font-face: false
);
@use "node_modules/govuk-frontend/dist/govuk/core";
@use "node_modules/govuk-frontend/dist/govuk/objects";
{components}
@use "node_modules/govuk-frontend/dist/govuk/utilities";
@use "node_modules/govuk-frontend/dist/govuk/overrides";
"""
LICENCE = """GOV.UK Frontend {version}: https://github.com/alphagov/govuk-frontend

The MIT License (MIT)

Copyright (C) 2017 Crown Copyright (Government Digital Service)

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of
the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS
FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def build(target: Path = TARGET) -> list[Path]:
    """Write the stylesheet, the script, the licence and the record of both; return what was written."""
    with tempfile.TemporaryDirectory(prefix="opcc-assets-") as folder:
        return _build(Path(folder), target)


def _build(folder: Path, target: Path) -> list[Path]:
    _run(["npm", "init", "--yes"], folder)
    pins = [f"govuk-frontend@{FRONTEND}", f"sass@{SASS}"]
    _run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", *pins], folder)
    uses = "\n".join(f'@use "node_modules/govuk-frontend/dist/govuk/components/{name}";' for name in COMPONENTS)
    (folder / "entry.scss").write_text(ENTRY.replace("{components}", uses))
    options = ["--style=compressed", "--no-source-map", "--quiet-deps"]
    _run(["npx", "--no-install", "sass", *options, "entry.scss", "out.css"], folder)
    css = (folder / "out.css").read_text()
    for unwanted in ("GDS Transport", "@font-face", "url("):
        if unwanted in css:
            raise SystemExit(f"The stylesheet holds {unwanted!r}: it may not be used here.")
    package = folder / "node_modules" / "govuk-frontend" / "dist" / "govuk"
    # A pointer to a source map that is not shipped breaks collectstatic.
    script = re.sub(r"\s*//# sourceMappingURL=.*", "", (package / "govuk-frontend.min.js").read_text()).rstrip() + "\n"
    files = {
        "govuk-frontend.min.css": css.rstrip() + "\n",
        "govuk-frontend.min.js": script,
        "LICENSE": LICENCE.replace("{version}", FRONTEND),
    }
    sums = [f"{hashlib.sha256(text.encode()).hexdigest()}  {name}" for name, text in files.items()]
    files["VERSION"] = "\n".join([f"govuk-frontend {FRONTEND}, compiled with sass {SASS}", *sums]) + "\n"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (target / name).write_text(text)
    return [target / name for name in files]


def _run(command: list[str], folder: Path) -> None:
    if shutil.which(command[0]) is None:
        raise SystemExit(f"{command[0]} is not installed. Install Node.js 20 or later, then run ./dev assets again.")
    finished = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    if finished.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{finished.stdout}\n{finished.stderr}")


if __name__ == "__main__":
    sys.stdout.write("\n".join(str(path) for path in build()) + "\n")
