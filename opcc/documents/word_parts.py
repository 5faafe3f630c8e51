"""Looks at every part of a Word document before LibreOffice opens it, and packs what was looked at anew.

Knows no Django. What is no picture or font must be XML without declarations of its own, because a reader that is more
lenient than this one would see in it what this one did not.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from opcc.documents.confinement import RefusedError

UNREADABLE = "It could not be turned into a PDF. Save it as a PDF and upload that."
TOO_LARGE = "It unfolds to more than this site can hold. Send a smaller copy, or a PDF."
NO_WORD_DOCUMENT = "It is no Word document, whatever its name says. Save it as a PDF and upload that."
PROGRAM = "It holds a program. Save it as a PDF and upload that."
OUTSIDE = (
    "It shows something that lies outside the document, such as a linked picture. Put the picture into the document, "
    "or save it as a PDF."
)
WITHIN = "It holds another document within itself. Save it as a PDF and upload that."
MOST_UNPACKED = 200 * 1024 * 1024
MOST_FILES = 5_000
_DOCUMENT = "word/document.xml"
_OF_THE_SETTINGS = "word/_rels/settings.xml.rels"  # the template on a file server, letters' addresses: nothing shown
_OF_ANOTHER_KIND = {"mimetype", "content.xml", "meta-inf/manifest.xml"}  # an OpenDocument file
_XML = (".xml", ".rels", ".vml", ".svg")
_LOOKS_LIKE_XML = re.compile(rb"<[?!A-Za-z_:]|\x4c\x6f\xa7\x94")  # the latter is '<?xm' in EBCDIC
_MARKS = b"\xff\xfe\xef\xbb\xbf\x00 \t\r\n"  # what may stand before the first '<', and between letters of UTF-16
_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_CHANGE = re.compile(
    r"ins|del|moveFrom|moveTo|delText|delInstrText|cellIns|cellDel|cellMerge|\w+Change"
    r"|(?:customXml(?:Ins|Del|MoveFrom|MoveTo)|moveFrom|moveTo)Range(?:Start|End)"
)
_COMMENT = {"comment", "commentReference", "commentRangeStart", "commentRangeEnd"}
_LINKS = {"hyperlink", "hlinkclick", "hlinkhover", "hlinkmouseover"}  # show nothing of what they lead to
_LOADS = re.compile(r"includepicture|includetext|ddeauto", re.IGNORECASE)  # fields
_ADDRESS = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)")


def checked(raw: bytes) -> bytes:
    """The document, packed anew from parts that may all be opened. Raises RefusedError that says what to do."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = _unpacked(packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error) as fault:
        raise RefusedError(UNREADABLE) from fault
    _check_names(parts)
    relations = {name.lower(): _read(content) for name, content in parts.items() if name.lower().endswith(".rels")}
    found = set[str]()
    for name, content in parts.items():
        if not name.lower().endswith(".rels") and _is_xml(name, content):
            of_it = relations.get(_relations_of(name.lower()))
            found |= _read(content, of_it.outside if of_it else frozenset()).found
    if found:
        raise RefusedError(_what_to_do(found))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def _unpacked(packed: zipfile.ZipFile) -> dict[str, bytes]:
    """Every part by its name, which no other has in other capitals, but what the settings lead to."""
    listed = [part for part in packed.infolist() if not part.is_dir()]
    if len(listed) > MOST_FILES or sum(part.file_size for part in listed) > MOST_UNPACKED:
        raise RefusedError(TOO_LARGE)
    names = [part.filename for part in listed]
    if len({name.lower() for name in names}) != len(names):
        raise RefusedError(UNREADABLE)
    return {part.filename: packed.read(part) for part in listed if part.filename.lower() != _OF_THE_SETTINGS}


def _check_names(parts: Mapping[str, bytes]) -> None:
    names = [name.lower() for name in parts]
    if _DOCUMENT not in parts or _OF_ANOTHER_KIND & set(names):
        raise RefusedError(NO_WORD_DOCUMENT)
    if any(posixpath.normpath(name) != name or name.startswith("/") or "\\" in name for name in parts):
        raise RefusedError(UNREADABLE)
    if any(name.endswith(("vbaproject.bin", ".exe", ".js")) for name in names):
        raise RefusedError(PROGRAM)
    for content in parts.values():
        if content.startswith(b"PK") and _is_document(content):
            raise RefusedError(WITHIN)


def _is_document(content: bytes) -> bool:
    """Whether it is a Word or OpenDocument file. A workbook is none: a chart of Word's keeps its figures in one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = {name.lower() for name in packed.namelist()}
    except (zipfile.BadZipFile, ValueError):
        return True  # it cannot be told
    return bool(_OF_ANOTHER_KIND & names) or any(name.startswith("word/") for name in names)


def _relations_of(name: str) -> str:
    folder, last = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{last}.rels")


def _is_xml(name: str, content: bytes) -> bool:
    """By its name or, whatever it is called, by its beginning; packed drawings are looked into."""
    start = content[:4096]
    if start.startswith(b"\x1f\x8b"):
        try:
            start = zlib.decompressobj(31).decompress(content, 4096)
        except zlib.error as fault:
            raise RefusedError(UNREADABLE) from fault
        if _LOOKS_LIKE_XML.match(start.translate(None, _MARKS)):
            raise RefusedError(UNREADABLE)
        return False
    if not start.strip():
        return False
    return name.lower().endswith(_XML) or bool(_LOOKS_LIKE_XML.match(start.translate(None, _MARKS)))


def _what_to_do(found: set[str]) -> str:
    ways = {
        "tracked changes": "accept or reject all of them (Review, Accept, Accept All Changes)",
        "comments": "delete all comments (Review, Delete, Delete All Comments in Document)",
    }
    return (
        f"It has {' and '.join(what for what in ways if what in found)}, which would be in the PDF for everybody to "
        f"read. In Word, {' and '.join(way for what, way in ways.items() if what in found)}, save it, and upload it "
        "again."
    )


def _read(content: bytes, outside: frozenset[str] = frozenset()) -> "_Reader":
    reader = _Reader(outside)
    try:
        reader.read(content)
    except (expat.ExpatError, ValueError) as fault:
        raise RefusedError(UNREADABLE) from fault
    return reader


class _Reader:
    """Reads one part. `allowed` are the ids of its relations that lead out of the document."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self._allowed = allowed
        self._outside = set[str]()
        self.found = set[str]()
        self._fields = list[str]()
        self._in_field = False

    @property
    def outside(self) -> frozenset[str]:
        """Ids of the relations that the part declares and that lead out of the document, all of them links."""
        return frozenset(self._outside)

    def read(self, content: bytes) -> None:
        """Raises RefusedError, or ExpatError for what is no XML in UTF-8."""
        if b"\x00" in content:
            raise RefusedError(UNREADABLE)  # the parser would find out by itself that it is UTF-16
        parser = expat.ParserCreate("UTF-8", " ")
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._said
        parser.Parse(content, True)
        if _LOADS.search("".join(self._fields)):
            raise RefusedError(OUTSIDE)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() != "utf-8":
            raise RefusedError(UNREADABLE)

    def _doctype(self, *_: object) -> None:
        raise RefusedError(UNREADABLE)

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        lower = local.lower()
        if lower == "relationship":
            self._relation({key.rpartition(" ")[2].lower(): value for key, value in attributes.items()})
        elif lower == "altchunk":
            raise RefusedError(WITHIN)
        if lower not in _LINKS:
            self._must_stay_inside(lower, attributes)
        if space in _WORDS:
            self._word(space, local, attributes)

    def _relation(self, attributes: Mapping[str, str]) -> None:
        kind, target = attributes.get("type", "").strip(), attributes.get("target", "")
        mode = attributes.get("targetmode", "internal").strip().lower()
        if kind.lower().endswith("/afchunk"):
            raise RefusedError(WITHIN)
        if mode == "internal" and not _ADDRESS.match(target):
            return
        if mode != "external" or not kind.lower().endswith("/hyperlink"):
            raise RefusedError(OUTSIDE)
        self._outside.add(attributes.get("id", ""))

    def _must_stay_inside(self, element: str, attributes: Mapping[str, str]) -> None:
        """Only a link may name a relation that leads out: LibreOffice draws a picture from whatever it is given."""
        for key, value in attributes.items():
            space, _, local = key.rpartition(" ")
            names_a_relation = space.endswith("/relationships") or local.lower() == "relid"
            is_picture_s = element in {"image", "feimage"} and local.lower() == "href"
            if (names_a_relation and (value in self._allowed or local.lower() == "link")) or (
                is_picture_s and not value.startswith("#")
            ):
                raise RefusedError(OUTSIDE)

    def _word(self, space: str, local: str, attributes: Mapping[str, str]) -> None:
        if _CHANGE.fullmatch(local):
            self.found.add("tracked changes")
        elif local in _COMMENT:
            self.found.add("comments")
        elif local == "fldSimple":
            self._fields.append(attributes.get(f"{space} instr", ""))
        self._in_field = local == "instrText"

    def _ended(self, _name: str) -> None:
        self._in_field = False

    def _said(self, text: str) -> None:
        if self._in_field:
            self._fields.append(text)
