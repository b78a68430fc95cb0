"""Makes PDF files by hand, without the drawings of fonts: what is read are places, widths and letters."""

import textwrap
import unicodedata
import zlib
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, PdfWriter

PAGE = (595, 842)
LEFT, RIGHT, TOP = 72.0, 523.0, 770.0
SIZE, TITLE_SIZE = 11.0, 22.0
LEADING, GAP = 1.3, 1.0
"""From line to line, and between paragraphs beside that, in sizes."""
EM = 0.5
"""Width of every letter, in sizes."""
SIGNS_A_LINE = 80


@dataclass(frozen=True)
class Shown:
    """A string that is shown at a place: its letters go from left to right, in the order in which they are stored."""

    text: str
    x: float
    y: float
    size: float = SIZE


def width(text, size=SIZE):
    return len(text) * EM * size


def wrapped(text, size=SIZE, signs=SIGNS_A_LINE):
    return textwrap.wrap(text, int(signs * SIZE / size), break_on_hyphens=False)


def set_lines(title, paragraphs, place, top=TOP, signs=SIGNS_A_LINE):
    """The strings of a page, its title in large type; `place` tells what is shown for a line of text."""
    y, shown = top, []
    for text, size in ((title, TITLE_SIZE), *((paragraph, SIZE) for paragraph in paragraphs)):
        for line in wrapped(text, size, signs) if text else []:
            shown += place(line, y, size)
            y -= LEADING * size
        y -= GAP * size
    return shown


def from_left(line, y, size=SIZE):
    return [Shown(line, LEFT, y, size)]


def make(article, **properties):
    """The article on one page: its title in large type, then its paragraphs."""
    return document([set_lines(article.title, article.paragraphs, from_left)], **properties)


# Right to left


def seen(text):
    """A right-to-left line as it is seen from left to right."""
    turned = "".join(MIRRORED.get(each, each) for each in reversed(text))
    words, number = [], ""
    for each in f"{turned}\0":
        if each.isdecimal():
            number += each
        else:
            words += [number[::-1], each]
            number = ""
    return "".join(words).rstrip("\0")


MIRRORED = dict(zip("()«»", ")(»«", strict=True))


def as_seen(line, y, size=SIZE):
    """The whole line as one string, each letter and word in the order in which it is seen."""
    return [Shown(seen(line), RIGHT - width(line, size), y, size)]


def word_by_word(line, y, size=SIZE, show=seen):
    """Each word at its place, the one that is read first also stored first."""
    x, shown = RIGHT, []
    for word in line.split(" "):
        shown.append(Shown(show(word), x - width(word, size), y, size))
        x -= width(f"{word} ", size)
    return shown


def as_browsers_print(line, y, size=SIZE):
    """Word by word, in the shapes that letters have in them."""
    return word_by_word(line, y, size, lambda word: seen(shaped(word)))


def as_recognised(line, y, size=SIZE):
    """Word by word, each as it is read: so is what text recognition puts over a scan."""
    return word_by_word(line, y, size, lambda word: word)


def _forms():
    forms = {}
    for code in range(0xFE70, 0xFEFD):
        shape, _, letter = unicodedata.decomposition(chr(code)).partition(" ")
        if len(letter) == 4:
            forms.setdefault(chr(int(letter, 16)), {})[shape.strip("<>")] = chr(code)
    return forms


FORMS = _forms()


def shaped(word):
    """A word in the presentation forms that its letters have where they stand."""
    shapes = []
    for index, letter in enumerate(word):
        forms = FORMS.get(letter, {})
        before = index > 0 and "initial" in FORMS.get(word[index - 1], {}) and "final" in forms
        after = "initial" in forms and index + 1 < len(word) and "final" in FORMS.get(word[index + 1], {})
        shape = ("medial" if after else "final") if before else ("initial" if after else "isolated")
        shapes.append(forms.get(shape, letter))
    return "".join(shapes)


# The file


def document(pages, *, pictures=(), info=None, xmp=None, language=None, letters=""):
    """A PDF of pages of strings, or of operators that show such letters; `pictures` are pages that one fills."""
    letters = sorted({*letters, *(letter for page in pages for shown in page for letter in getattr(shown, "text", ""))})
    objects = [b"", b"", _font(), _cid_font(), stream(_to_unicode(letters)), stream(b"\0", picture())]
    kids = []
    for index, page in enumerate(pages):
        content = b"".join(map(_show, page))
        if index in pictures:
            content += b"q %d 0 0 %d 0 0 cm /Im1 Do Q\n" % PAGE
        objects += [stream(content), page_object(len(objects) + 1)]
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    catalog = b"<</Type/Catalog/Pages 2 0 R" + (b"/Lang(%s)" % language.encode() if language else b"")
    if xmp:
        objects.append(stream(xmp.encode(), b"/Type/Metadata/Subtype/XML"))
        catalog += b"/Metadata %d 0 R" % len(objects)
    objects[0] = catalog + b">>"
    if info:
        objects.append(
            b"<<" + b"".join(b"/%s %s" % (key.encode(), _string(value)) for key, value in info.items()) + b">>"
        )
    return written(objects, b"/Info %d 0 R" % len(objects) if info else b"")


def written(objects, trailer=b""):
    """A file of those objects, numbered from 1; the first is its catalog."""
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(data)


def stream(data, entries=b""):
    packed = zlib.compress(data)
    return b"<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream" % (len(packed), entries, packed)


def picture():
    return b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"


def page_object(content, parent=2):
    resources = b"/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 6 0 R>>>>"
    return b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R%s>>" % (parent, *PAGE, content, resources)


def objects_of(data):
    """What `written` was given for a file."""
    return [part.split(b" 0 obj\n", 1)[1].rstrip(b"\n") for part in data.split(b"endobj\n")[:-1]]


def codes(text):
    return b"<%s>" % text.encode("utf-16-be").hex().encode()


def _show(shown):
    if isinstance(shown, bytes):
        return shown
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm %s Tj ET\n" % (shown.size, shown.x, shown.y, codes(shown.text))


def _font():
    return b"<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>"


def _cid_font():
    return b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/CIDSystemInfo<<>>/DW %d>>" % (EM * 1000)


def _to_unicode(letters):
    mapped = [codes(letter) for letter in letters]
    blocks = [mapped[start : start + 100] for start in range(0, len(mapped), 100)]
    maps = b"".join(
        b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(b"%s %s\n" % (code, code) for code in block))
        for block in blocks
    )
    return b"begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n" + maps + b"endcmap\n"


def _string(text):
    return b"<feff%s>" % text.encode("utf-16-be").hex().encode()


def locked(data, password):
    """The same, encrypted; an empty password opens it everywhere."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    packed = BytesIO()
    writer.write(packed)
    return packed.getvalue()
