"""The child program of `opcc.documents.joining`: appends pages and grafts their tags, bookmarks and numbers."""

import io
from typing import Any

from opcc.documents.confinement import RefusedError, serve

NUMBER = "/PackPageNumber"


def main() -> None:
    """Carry out one order and leave."""
    serve(
        work,
        too_deep="A paper is built in a way that cannot be read. Save it again and upload the new copy.",
        too_large="The papers unfold to more than the server can hold. Replace the largest by a smaller copy.",
    )


def work(order: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """The joined PDF and where each insert lies; or, where asked to `count`, the pages of one. Raises RefusedError."""
    import pikepdf  # noqa: PLC0415  # after the limits stand

    parts, start = [], 0
    for size in order["sizes"]:
        parts.append(body[start : start + size])
        start += size
    try:
        if order.get("count"):
            with pikepdf.open(io.BytesIO(parts[0])) as pdf:
                return {"pages": len(pdf.pages)}, b""
        return _joined(order, parts)
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise _refusal("A paper", fault) from fault


def _refusal(paper: str, fault: Exception) -> RefusedError:
    return RefusedError(
        f"{paper} could not be joined to the rest ({type(fault).__name__}). Save it again and upload the new copy."
    )


def _joined(order: dict[str, Any], parts: list[bytes]) -> tuple[dict[str, Any], bytes]:
    import pikepdf  # noqa: PLC0415  # loaded already

    from opcc.documents.grafting import Graft  # noqa: PLC0415  # it uses pikepdf
    from opcc.documents.stripping import strip  # noqa: PLC0415  # it uses pikepdf

    pdf = pikepdf.open(io.BytesIO(parts[0]))
    stamps = pikepdf.open(io.BytesIO(parts[1]))
    graft, spans, shift = Graft(pdf), list[tuple[int, int]](), 0
    for place, (insert, content) in enumerate(zip(order["inserts"], parts[2:], strict=True), start=1):
        try:
            with pikepdf.open(io.BytesIO(content)) as other:
                strip(other)
                at = insert["before"] - 1 + shift
                graft.insert(
                    other, at, prefix=f"i{place}-", title=insert["title"], under=insert["under"], link=insert["link"]
                )
                spans.append((at + 1, at + len(other.pages)))
                shift += len(other.pages)
        except (pikepdf.PdfError, pikepdf.ForeignObjectError, ValueError, TypeError, KeyError, AttributeError) as fault:
            raise _refusal(insert["name"], fault) from fault
        except RefusedError as refusal:
            raise RefusedError(f"{insert['name']} cannot go in. {refusal}") from refusal
    if len(stamps.pages) != len(pdf.pages):
        raise RefusedError("The number of pages is not what was counted. Build the pack again.")
    graft.finish(starts_at=order["starts_at"])
    for page, stamp in zip(pdf.pages, stamps.pages, strict=True):
        _stamp(pdf, page, stamp, order["width"])
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return {"pages": len(pdf.pages), "spans": spans}, out.getvalue()


def _stamp(pdf: Any, page: Any, stamp: Any, width: float) -> None:
    """Print the number over the foot of the page as it is seen, whatever its size and turn, outside what is read."""
    import pikepdf  # noqa: PLC0415  # loaded already

    kept = [
        instruction
        for instruction in pikepdf.parse_content_stream(stamp)
        if str(instruction.operator) not in {"BDC", "BMC", "EMC", "DP", "MP"}
    ]
    stamp.contents_coalesce()
    stamp.obj.Contents = stamp.obj.Contents.with_same_owner_as(stamp.obj)
    stamp.obj.Contents.write(pikepdf.unparse_content_stream(kept))
    form = pdf.copy_foreign(stamp.as_form_xobject())
    # Pages may share their resources: this page gets its own, so that each number is with its page alone.
    resources = pikepdf.Dictionary(dict(page.resources.items()))
    resources.XObject = pikepdf.Dictionary(
        {**dict(resources.get("/XObject", pikepdf.Dictionary()).items()), NUMBER: form}
    )
    page.obj.Resources = resources
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    turn = int(page.obj.get("/Rotate", 0)) % 360
    seen = (top - bottom) if turn in (90, 270) else (right - left)
    size = seen / width
    matrix = {
        0: (size, 0, 0, size, left, bottom),
        90: (0, size, -size, 0, right, bottom),
        180: (-size, 0, 0, -size, right, top),
        270: (0, -size, size, 0, left, top),
    }[turn]
    numbers = " ".join(f"{number:.5f}" for number in matrix)
    page.contents_add(b"q\n", prepend=True)
    drawn = f"\nQ\n/Artifact <</Type /Pagination>> BDC\nq {numbers} cm {NUMBER} Do Q\nEMC\n"
    page.contents_add(drawn.encode())
