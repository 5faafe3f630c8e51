"""JPEGs as they lie in PDFs, without what they tell beside the picture. Nothing is drawn afresh. Knows no Django."""

import re
from collections.abc import Iterator

_END, _SCAN = 0xD9, 0xDA
_JFIF, _ADOBE, _COMMENT = 0xE0, 0xEE, 0xFE
_APPLICATION = range(0xE0, 0xF0)
# After the last byte of a mark comes its length. Nought stands for that byte itself, and the others left out here stand
# alone; readers pass over them.
_MARK = re.compile(rb"\xff+([\x02-\xcf\xd9-\xfe])")


def bare(content: bytes) -> bytes:
    """The picture without place, time, camera, profile, comment or thumbnail, nor what follows its end.

    Two remarks stay as far as they say how its colours are to be read. Raises ValueError for what is no JPEG.
    """
    start = content.find(b"\xff\xd8")
    if start < 0:
        raise ValueError("It is no JPEG")
    return b"\xff\xd8" + b"".join(_kept(mark, segment) for mark, segment in _segments(content, start + 2))


def _segments(content: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Each mark up to the end, with its length and what it is about."""
    while found := _MARK.search(content, at):
        mark, at = found[1][0], found.end()
        if mark == _END:
            yield mark, b""
            return
        length = int.from_bytes(content[at : at + 2], "big")
        end = at + length
        if length < 2 or end > len(content):
            raise ValueError("It breaks off")
        if mark == _SCAN:
            following = _MARK.search(content, end)
            end = following.start() if following else len(content)
        yield mark, content[at:end]
        at = end


def _kept(mark: int, segment: bytes) -> bytes:
    """What stays of a segment, with its mark."""
    if mark == _JFIF and segment[2:7] == b"JFIF\x00" and len(segment) >= 16:
        return b"\xff\xe0\x00\x10" + segment[2:14] + b"\x00\x00"  # no thumbnail
    if mark == _ADOBE and segment[2:7] == b"Adobe" and len(segment) >= 14:
        return b"\xff\xee\x00\x0e" + segment[2:14]
    if mark in _APPLICATION or mark == _COMMENT:
        return b""
    return b"\xff" + bytes([mark]) + segment
