"""The child program of `opcc.documents.word`: LibreOffice prints a Word document, without a window or the network."""

import os
import signal
import subprocess  # a fixed program without a shell; what is not trusted goes in as a file
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from opcc.documents import landlock
from opcc.documents.confinement import RefusedError, serve
from opcc.documents.word_parts import UNREADABLE, checked

# What LibreOffice reads to run. The office's documents, uploads of others and this site's own files are not among it.
_PROGRAMS = (
    *("/usr", "/bin", "/lib", "/lib64", "/etc/fonts", "/etc/libreoffice", "/etc/alternatives", "/etc/localtime"),
    *("/etc/ld.so.cache", "/etc/passwd", "/etc/nsswitch.conf", "/var/cache/fontconfig", "/var/lib/libreoffice"),
    *("/var/spool/libreoffice", "/sys/devices/system/cpu"),
)
_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
# LibreOffice makes and removes its socket in one of them, whatever TMPDIR says.
_SOCKETS = ("/tmp", "/var/tmp")  # noqa: S108


def main() -> None:
    """Carry out one order and leave."""
    serve(convert, too_deep=UNREADABLE, too_large=UNREADABLE)


def convert(order: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """The PDF with tags, of a document that holds nothing it should not. Raises RefusedError."""
    return {}, print_document(order["program"], checked(body), limit_seconds=order["limit_seconds"] - 5)


def print_document(program: str, body: bytes, *, limit_seconds: float) -> bytes:
    """What LibreOffice makes of it in a folder of its own, which is gone afterwards. Raises RefusedError."""
    with tempfile.TemporaryDirectory() as folder:
        came = Path(folder, "paper.docx")
        came.write_bytes(body)
        rules = landlock.rules(_grants(program, folder))
        process = subprocess.Popen(  # noqa: S603  # a fixed program; what is not trusted goes in as a file
            [
                program, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
                "--infilter=MS Word 2007 XML",  # whatever else the file could be taken for
                "--convert-to", 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
                "--outdir", folder, str(came),
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, start_new_session=True,
            env={"HOME": folder, "TMPDIR": folder, "PATH": os.environ.get("PATH", ""), "LANG": "en_GB.UTF-8"},
            preexec_fn=None if rules is None else partial(landlock.restrict, rules),  # noqa: PLW1509  # no threads here
        )  # fmt: skip
        try:
            process.wait(timeout=limit_seconds)
        except subprocess.TimeoutExpired as expired:
            raise RefusedError(UNREADABLE) from expired
        finally:
            _end(process.pid)
            if rules is not None:
                os.close(rules)
        made = Path(folder, "paper.pdf")
        if not made.exists():
            raise RefusedError(UNREADABLE)
        return made.read_bytes()


def _grants(program: str, folder: str) -> list[tuple[str, int]]:
    return [
        *((path, landlock.READ) for path in (*_PROGRAMS, str(Path(program).resolve().parents[1]))),
        *((path, landlock.USE_DEVICE) for path in _DEVICES),
        *((path, landlock.KEEP_SOCKET) for path in _SOCKETS),
        (folder, landlock.EVERYTHING),
    ]


def _end(group: int) -> None:
    """Whatever of it still runs: the program starts others."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
