"""The child program of `opcc.documents.word`: LibreOffice prints a Word document, without a window or the network."""

import os
import signal
import subprocess  # a fixed program without a shell; what is not trusted goes in as a file
import tempfile
from pathlib import Path
from typing import Any

from opcc.documents.confinement import RefusedError, serve

UNREADABLE = "It could not be turned into a PDF. Save it as a PDF and upload that."


def main() -> None:
    """Carry out one order and leave."""
    serve(convert, too_deep=UNREADABLE, too_large=UNREADABLE)


def convert(order: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """The PDF with tags, from a folder of its own that is gone afterwards. Raises RefusedError."""
    with tempfile.TemporaryDirectory() as folder:
        came = Path(folder, "paper.docx")
        came.write_bytes(body)
        process = subprocess.Popen(  # noqa: S603  # a fixed program; what is not trusted goes in as a file
            [
                order["program"], "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to", 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
                "--outdir", folder, str(came),
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, start_new_session=True,
            env={"HOME": folder, "PATH": os.environ.get("PATH", ""), "LANG": "en_GB.UTF-8"},
        )  # fmt: skip
        try:
            process.wait(timeout=order["limit_seconds"] - 5)
        except subprocess.TimeoutExpired as expired:
            raise RefusedError(UNREADABLE) from expired
        finally:
            _end(process.pid)
        made = Path(folder, "paper.pdf")
        if not made.exists():
            raise RefusedError(UNREADABLE)
        return {}, made.read_bytes()


def _end(group: int) -> None:
    """Whatever of it still runs: the program starts others."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
