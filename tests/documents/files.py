"""Files as people send them, and what a file can hide."""

import zlib
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image

CANARY = "canary-7f3a"


def photo(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **rest: Any) -> bytes:
    out = BytesIO()
    picture = Image.new("RGB", size, "#1d3d6b")
    picture.putpixel((0, 0), (255, 0, 0))
    picture.save(out, kind, **rest)
    return out.getvalue()


def document(change: Any = None, **saving: Any) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.add_blank_page()
    if change:
        change(pdf)
    out = BytesIO()
    pdf.save(out, **saving)
    return out.getvalue()


def everything(content: bytes) -> bytes:
    """The file with every stream unfolded, to look for what should not be there."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def script(pdf: Any) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=CANARY)


def page_action(pdf: Any) -> None:
    pdf.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=CANARY))


def named_script(pdf: Any) -> None:
    action = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.Stream(pdf, CANARY.encode())))
    names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), action])))
    pdf.Root.Names = pdf.make_indirect(names)


def attachment(pdf: Any) -> None:
    pdf.attachments[f"{CANARY}.txt"] = CANARY.encode()


def metadata(pdf: Any) -> None:
    pdf.docinfo["/Author"] = CANARY
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = CANARY


def form_program(pdf: Any) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=pikepdf.Stream(pdf, CANARY.encode()))


def annotation(pdf: Any, **entries: Any) -> None:
    made = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], **entries)
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(made)])


def launch(pdf: Any) -> None:
    annotation(pdf, Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=CANARY))


def chained(pdf: Any) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=CANARY)
    web = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://opcc.example", Next=pikepdf.Array([script]))
    annotation(pdf, Subtype=pikepdf.Name.Link, A=web)


def file_note(pdf: Any) -> None:
    stream = pikepdf.Stream(pdf, CANARY.encode())
    spec = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="a", EF=pikepdf.Dictionary(F=stream))
    annotation(pdf, Subtype=pikepdf.Name.FileAttachment, FS=spec)


def film(pdf: Any) -> None:
    annotation(pdf, Subtype=pikepdf.Name.RichMedia, Contents=CANARY)


def script_behind_a_font(pdf: Any) -> None:
    """An action that says it is a font, to be passed over as a page's resource."""
    action = pikepdf.Dictionary(Type=pikepdf.Name.Font, S=pikepdf.Name.JavaScript, JS=CANARY)
    pdf.Root.OpenAction = pdf.make_indirect(action)


def note(pdf: Any) -> None:
    """A hidden note with its window, which repeats it."""
    window = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Popup, Rect=[0, 0, 9, 9])
    )
    annotation(pdf, Subtype=pikepdf.Name.Text, F=2, Contents=CANARY, T=CANARY, Popup=window)
    window.Parent = pdf.pages[0].Annots[0]
    pdf.pages[0].Annots.append(window)


def hidden_mark(pdf: Any) -> None:
    annotation(pdf, Subtype=pikepdf.Name.FreeText, F=32, Contents=CANARY)


def seen_mark(pdf: Any) -> None:
    mark(pdf, Contents=CANARY, T=CANARY)


def words_on_a_link(pdf: Any) -> None:
    popup = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Popup, Contents=CANARY)
    annotation(pdf, Subtype=pikepdf.Name.Link, T=CANARY, Subj=CANARY, Popup=pdf.make_indirect(popup))


def note_among_the_fields(pdf: Any) -> None:
    made = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents=CANARY)
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([pdf.make_indirect(made)]))


def earlier_look(pdf: Any) -> None:
    pdf.pages[0].Thumb = pikepdf.Stream(pdf, CANARY.encode(), Width=1, Height=1)


def page_in_reserve(pdf: Any) -> None:
    page = pdf.make_indirect(pikepdf.Dictionary(Contents=pikepdf.Stream(pdf, CANARY.encode())))
    names = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), page]))
    pdf.Root.Names = pikepdf.Dictionary(Templates=names)


def picture_that_tells(pdf: Any) -> None:
    exif = Image.Exif()
    exif[0x010F] = CANARY
    draw_picture(pdf, photo(exif=exif, comment=CANARY.encode()))


def draw_picture(pdf: Any, content: bytes, **entries: Any) -> None:
    """Draw a JPEG of 60 by 40 points on the first page, as it is."""
    made = pikepdf.Stream(
        pdf, content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=60, Height=40, BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceRGB, **{"Filter": pikepdf.Name.DCTDecode, **entries},
    )  # fmt: skip
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=made))
    pdf.pages[0].Contents = pdf.make_stream(b"q 300 0 0 200 50 50 cm /Im0 Do Q")


def mark(pdf: Any, *, drawn: bool = True, kind: str = "/Square", **entries: Any) -> None:
    """A black box laid over the first page."""
    annotation(pdf, Subtype=pikepdf.Name(kind), **entries)
    made = pdf.pages[0].Annots[0]
    made.Rect = [100, 100, 200, 150]
    if drawn:
        made.AP = pikepdf.Dictionary(N=pikepdf.Stream(pdf, b"0 0 50 25 re f", BBox=[0, 0, 50, 25]))


HIDDEN = [
    script,
    page_action,
    named_script,
    attachment,
    metadata,
    form_program,
    launch,
    chained,
    file_note,
    film,
    script_behind_a_font,
    note,
    hidden_mark,
    seen_mark,
    words_on_a_link,
    note_among_the_fields,
    earlier_look,
    page_in_reserve,
    picture_that_tells,
]
