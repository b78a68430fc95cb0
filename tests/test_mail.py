"""Mail is read as what its writer wrote, whatever programs made of it."""

import base64
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.limits import LIMITS
from extract.read.mail.message import EML, MBOX
from extract.read.mail.text import written
from extract.read.pieces import Piece, Text
from tests.making import mail
from tests.making.articles import ARTICLES, ENGLISH, GREEK

SMALL = LIMITS.model_copy(update={"text_bytes": 2000})
HEADERS = "From: Helena Marsh <marsh@example.org>\nSubject: News\nDate: Tue, 10 Jun 2025 09:15:00 +0300\n"


def read(data, limits=LIMITS, form=EML):
    data = data if isinstance(data, bytes) else data.encode("utf-8", "surrogateescape")
    return list(form.read(Piece("in/a.eml", data), limits))


def text_of(data):
    (found,) = read(data)
    return found


def complaint(data, limits=LIMITS, form=EML):
    with pytest.raises(Unreadable) as error:
        read(data, limits, form)
    return str(error.value)


def is_it(head, form=EML, **told):
    data = head if isinstance(head, bytes) else head.encode()
    return form.is_it(Piece("in/a", data, **told), data)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)
@pytest.mark.parametrize(
    "make", [mail.make, mail.make_wrapped, mail.make_flowed, mail.make_html, mail.make_alternative]
)
def test_a_message_is_the_article(article, make):
    data = make(article)
    assert is_it(data)
    assert text_of(data) == Text(
        article.body,
        title=article.title,
        publisher=article.publisher,
        date=f"{article.date}T01:30:00+03:00",
        date_from="the message's Date header",
        language=article.language,
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("From: a@b\nTo: c@d\n\nx", True),
        ("Received: from x\n\tby y\nSubject: z\n", True),
        ("\ufeff\nReturn-Path: <x>\nX-Spam: no\nMessage-ID: <y>\n", True),
        ("Subject: a note\nPlace: Antra\n\nx", False),
        ("Some text\nFrom: a@b\nTo: c@d\n", False),
        ("From a@b Tue Jun 10 01:30:00 2025\nFrom: a@b\n", False),
        (" indented\n", False),
        ("", False),
        ("\0\0\0", False),
    ],
)
def test_what_a_message_is(head, expected):
    assert is_it(head) is expected


def test_what_a_mailbox_says_is_a_message():
    assert is_it("Subject: x\n\ny", media_type="message/rfc822")


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Subject: plain", "plain"),
        ("Subject: =?utf-8?b?zprOrM67zrLOv8+C?=", "Κάλβος"),
        ("Subject: =?iso-8859-7?Q?=CA=DC=EB=E2=EF=F2?= 2025", "Κάλβος 2025"),
        ("Subject: =?utf-8?b?zprOrA==?=\n =?utf-8?b?zrvOss6/z4I=?=", "Κάλβος"),
        ("Subject: =?utf-8?b?zprOrM4=?= =?utf-8?b?u86yzr/Pgg==?=", "Κάλβος"),
        ("Subject: =?unheard-of?Q?=CA=DC=EB=E2=EF=F2_=F4=EF_=EB=E9=EC=DC=ED=E9?=", "Κάλβος το λιμάνι"),
        ("Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        ("Subject: =?utf-8?b?broken", "=?utf-8?b?broken"),
        ("Subject: =?utf-8?b?a?=", "=?utf-8?b?a?="),
        ("Subject: Κάλβος, raw", "Κάλβος, raw"),
        ("Subject: folded\n  over\n\tlines", "folded over lines"),
        ("Subject:", None),
        ("X: y", None),
    ],
)
def test_subjects(header, title):
    assert text_of(f"From: a@b\n{header}\n\ntext").title == title


@pytest.mark.parametrize(
    ("header", "publisher"),
    [
        ("From: Helena Marsh <marsh@example.org>", "Helena Marsh"),
        ('From: "Marsh, Helena" <marsh@example.org>', "Marsh, Helena"),
        ("From: =?utf-8?b?zprOrM67zrLOv8+C?= <k@example.org>", "Κάλβος"),
        ("From: marsh@example.org", "marsh@example.org"),
        ("From: <marsh@example.org>", "marsh@example.org"),
        ("From:\nSender: Desk <d@example.org>", "Desk"),
        ("From: ", None),
        ("To: x@y", None),
    ],
)
def test_senders(header, publisher):
    assert text_of(f"{header}\nSubject: x\n\ntext").publisher == publisher


@pytest.mark.parametrize(
    ("header", "date"),
    [
        ("Date: Tue, 10 Jun 2025 23:45:10 -0800", "2025-06-10T23:45:10-08:00"),
        ("Date: Tue, 10 Jun 2025 23:45:10 -0000", "2025-06-10"),
        ("Date: 10 Jun 25 23:45 EST", "2025-06-10T23:45:00-05:00"),
        ("Date: Tue, 10 Jun 2025 23:45:10 +0300 (EEST)", "2025-06-10T23:45:10+03:00"),
        ("Date: Thu, 1 Jan 1970 00:00:00 +0000", None),
        ("Date: Tue, 45 Jun 2025 23:45:10 +0300", None),
        ("Date: yesterday", None),
        ("Date: Tue, 10 Jun 2025 23:45:10 +9999999999999", None),
        ("Date: " + "9" * 5000, None),
        ("X: y", None),
    ],
)
def test_dates(header, date):
    found = text_of(f"From: a@b\n{header}\n\ntext")
    assert found.date == date
    assert found.date_from == (date and "the message's Date header")


def test_without_a_date_the_first_server_tells_it():
    found = text_of(
        "Received: from b by c; Wed, 11 Jun 2025 00:10:00 +0000\n"
        "Received: from a by b (x; y);\n Tue, 10 Jun 2025 23:45:10 -0800\nFrom: a@b\n\ntext"
    )
    assert found.date == "2025-06-10T23:45:10-08:00"
    assert found.date_from == "the message's Received header (when it was passed on first)"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\n\n\ntwo\n", "one\n\ntwo"),
        ("Milk\nBread\nEggs", "Milk\nBread\nEggs"),
        (
            "The harbour of Kalvos was reopened by the minister of transport on 3\n"
            "March 2025, and some 400 guests came to see it.",
            "The harbour of Kalvos was reopened by the minister of transport on 3 March 2025, and some 400 guests came to see it.",
        ),
        (
            "We will meet at the harbour, all of us, and sail to the island of Antra:\n- on 3 March\n- on 4 March\nBye",
            "We will meet at the harbour, all of us, and sail to the island of Antra:\n- on 3 March\n- on 4 March\nBye",
        ),
        (
            "Dear all who read this letter of the harbour of Kalvos and its friends\nthanks.\nBye\nHelena",
            "Dear all who read this letter of the harbour of Kalvos and its friends thanks.\nBye\nHelena",
        ),
        ("x\n" + "word " * 30 + "\ny", "x\n" + ("word " * 30).strip() + "\ny"),
        ("mine\n\n> theirs\n> more\n\nmine again", "mine\n\nmine again"),
        ("mine\n\nOn 3 March 2025, Helena wrote:\n> theirs", "mine"),
        ("mine\n\nOn Mon, 3 March 2025 at 10:00, Helena Marsh\n<marsh@example.org> wrote:\n\n> theirs", "mine"),
        ("I think this of it:\n> theirs\nno", "I think this of it:\n\nno"),
        ("> all is\n> quoted", "all is\nquoted"),
        ("text\n-- \nHelena Marsh\n+30 210 1234567", "text"),
        ("text\n--\nHelena", "text"),
        ("text\n-- \n" + "long\n" * 20, "text\n-- \n".strip() + "\n" + ("long\n" * 20).strip()),
        ("a\r\nb\rc\n", "a\nb\nc"),
        ("", ""),
        (">", ""),
        (
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\ntext\n- -- x\n-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----",
            "text\n-- x",
        ),
    ],
)
def test_what_was_written(raw, text):
    assert written(raw) == text


@pytest.mark.parametrize(
    ("raw", "del_sp", "text"),
    [
        ("on 3 \nMarch", False, "on 3 March"),
        ("ab \ncd", True, "abcd"),
        ("one \n\ntwo", False, "one\n\ntwo"),
        (" >not quoted", False, ">not quoted"),
        ("soft \n> quoted \n> more", False, "soft"),
        ("soft \n-- \nsignature", False, "soft"),
        ("last ", False, "last"),
    ],
)
def test_flowed_text(raw, del_sp, text):
    assert written(raw, flowed=True, del_sp=del_sp) == text


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("iso-8859-7", "iso8859_7"),
        ("utf-8", "cp1253"),
        ("no-such", "cp1253"),
        ("us-ascii", "utf-8"),
        ("utf-16", "utf-16"),
    ],
)
def test_what_a_message_says_of_its_letters_may_be_wrong(charset, encoding):
    body = base64.encodebytes(GREEK.body.translate({0x00B7: "·", 0x201C: '"'}).encode(encoding, "replace"))
    data = (
        f"{HEADERS}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n".encode() + body
    )
    assert "Το λιμάνι του Κάλβου άνοιξε ξανά τη Δευτέρα" in text_of(data).text


def test_a_page_says_its_letters_itself():
    page = '<html><head><meta charset="windows-1253"></head><body><p>Κάλβος</p></body></html>'.encode("cp1253")
    assert text_of(f"{HEADERS}Content-Type: text/html\n\n".encode() + page).text == "Κάλβος"


def test_stateful_letters_must_be_said():
    data = f"{HEADERS}Content-Type: text/plain; charset=iso-2022-jp\n\n".encode() + "日本の港".encode("iso-2022-jp")
    assert text_of(data).text == "日本の港"


def test_a_plain_form_that_only_points_to_the_page_gives_way():
    data = mail.message(ENGLISH, text="See this in your browser.", html=mail.page(ENGLISH)).as_bytes()
    assert text_of(data).text == ENGLISH.body


def test_a_page_leaves_out_the_earlier_message():
    html = "<p>mine</p><blockquote type='cite'><p>theirs</p></blockquote>"
    assert text_of(mail.message(ENGLISH, html=html).as_bytes()).text == "mine"
    html = "<blockquote type='cite'><p>theirs</p></blockquote>"
    assert text_of(mail.message(ENGLISH, html=html).as_bytes()).text == "theirs"


def test_what_is_attached_are_pieces():
    made = mail.message(ENGLISH)
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="../../etc/Report of May.pdf")
    made.add_attachment("notes", filename="C:\\x\\..notes\u202e.txt")
    made.add_attachment(b"abc", maintype="application", subtype="pdf")
    made.add_attachment(b"seal", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    made.add_attachment(b"seal", maintype="application", subtype="octet-stream", filename="x.asc")
    made.add_attachment(b"logo", maintype="image", subtype="png", disposition="inline", filename="logo.png")
    made.add_attachment(b"photo", maintype="image", subtype="png", filename="photo.png")
    made.add_attachment(mail.message(GREEK))
    text, *pieces = read(made.as_bytes())
    assert text.text == ENGLISH.body
    assert [(piece.location, piece.media_type) for piece in pieces] == [
        ("in/a.eml/Report of May.pdf", "application/pdf"),
        ("in/a.eml/notes.txt", "text/plain; charset=utf-8"),
        ("in/a.eml/attachment 3.pdf", "application/pdf"),
        ("in/a.eml/photo.png", "image/png"),
        ("in/a.eml/forwarded 1.eml", "message/rfc822"),
    ]
    assert [piece.content for piece in pieces[:4]] == [b"%PDF", b"notes\n", b"abc", b"photo"]
    assert [piece.depth for piece in pieces] == [1] * 5
    assert EML.is_it(pieces[4], pieces[4].content)
    assert text_of(pieces[4].content).title == GREEK.title


def test_an_attachment_without_a_text():
    data = f"{HEADERS}Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n"
    (piece,) = read(data)
    assert (piece.location, piece.content) == ("in/a.eml/a.pdf", b"%PDF")


def test_long_names_keep_their_ends():
    made = mail.message(ENGLISH)
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="r" * 500 + ".pdf")
    assert read(made.as_bytes())[1].name == "r" * 116 + ".pdf"


def test_an_encrypted_body_leaves_what_is_attached():
    made = mail.message(ENGLISH, text="-----BEGIN PGP MESSAGE-----\nabc")
    made.add_attachment(b"abc", maintype="application", subtype="pdf", filename="a.pdf")
    told, piece = read(made.as_bytes())
    assert str(told) == "in/a.eml is encrypted: save it decrypted from your mail program"
    assert piece.name == "a.pdf"


@pytest.mark.parametrize(
    "kind",
    [
        "application/pkcs7-mime; smime-type=enveloped-data",
        'multipart/encrypted; boundary="b"; protocol="application/pgp-encrypted"',
    ],
)
def test_encrypted_messages(kind):
    data = f"{HEADERS}Content-Type: {kind}\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--b--\n"
    assert str(text_of(data)) == "in/a.eml is encrypted: save it decrypted from your mail program"


def test_only_a_subject():
    assert text_of("From: a@b\nSubject: No meeting on 3 March\n\n").text == "No meeting on 3 March"


@pytest.mark.parametrize(
    "data", ["From: a@b\n\n \n", "", "Subject:\n\n", "From: a@b\nContent-Type: text/html\n\n<p></p>"]
)
def test_nothing(data):
    assert complaint(data) == "in/a.eml holds no text: take it out, or see what was saved in it"


def test_a_message_that_is_too_large():
    assert complaint(HEADERS + "\n" + "x" * 10_000, SMALL) == (
        "in/a.eml is larger than 10,000 bytes: split it into its documents"
    )


@pytest.mark.parametrize(
    "data",
    [
        f"{HEADERS}Content-Type: multipart/mixed\n\nthe text",
        f"{HEADERS}Content-Type: multipart/mixed; boundary=b\n\nthe text",
        f"{HEADERS}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nthe text",
        f"{HEADERS}Content-Type: nonsense\n\nthe text",
        f"{HEADERS}Content-Type: text/plain; charset*=x'y\n\nthe text",
        f"{HEADERS}Content-Transfer-Encoding: unheard-of\n\nthe text",
        f"{HEADERS}Content-Transfer-Encoding: base64\n\ndGhlIHRleHQ",
        f"{HEADERS}: no name\n\nthe text",
    ],
)
def test_broken_messages(data):
    assert text_of(data).text.endswith("the text")


def test_parts_in_parts_without_end():
    open_parts = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000))
    assert complaint(HEADERS + open_parts).startswith("in/a.eml ")


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_damage_is_told_and_no_more(data):
    made = mail.message(ENGLISH, text=ENGLISH.body, html=mail.page(ENGLISH))
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    made.add_attachment(mail.message(GREEK))
    whole = bytearray(made.as_bytes())
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=20)):
        whole[place] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    with suppress(Unreadable):
        read(cut)
    with suppress(Unreadable):
        read(b"From x\n" + cut, form=MBOX)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_garbage(data):
    with suppress(Unreadable):
        read(data)


class TestMailboxes:
    def test_every_message_is_a_piece(self):
        data = mail.make_mbox(*ARTICLES)
        assert is_it(data, MBOX)
        pieces = read(data, form=MBOX)
        assert [piece.location for piece in pieces] == [f"in/a.eml/message {number}" for number in (1, 2, 3)]
        assert all(EML.is_it(piece, piece.content) for piece in pieces)
        assert [text_of(piece.content).text for piece in pieces] == [article.body for article in ARTICLES]

    def test_what_parts_messages(self):
        data = (
            b"\xef\xbb\xbfFrom a\nSubject: 1\n\nFrom here on:\n\nFrom there on we walk\nto Antra\n\n>From afar\n>>From near\n"
            b"\nFrom - Tue Jun 10\r\nSubject: 2\r\n\r\nx\r\n\r\nFrom b@c Tue\nX-Y: z\n\n"
        )
        first, second, third = read(data, form=MBOX)
        assert first.content == (
            b"Subject: 1\n\nFrom here on:\n\nFrom there on we walk\nto Antra\n\nFrom afar\n>From near\n\n"
        )
        assert second.content == b"Subject: 2\r\n\r\nx\r\n\r\n"
        assert third.content == b"X-Y: z\n\n"

    @pytest.mark.parametrize(
        ("head", "expected"),
        [
            (b"From a@b Tue\nSubject: x\n", True),
            (b"From a@b Tue\r\n>From c\r\n", True),
            (b"From here on\nwe walk", False),
            (b"From: a@b\nTo: x\n", False),
            (b"From a", False),
            (b"", False),
        ],
    )
    def test_what_a_mailbox_is(self, head, expected):
        assert is_it(head, MBOX) is expected

    def test_a_message_that_is_too_large_stops_no_other(self):
        large = b"From a\nSubject: x\n\n" + b"x" * 9000 + b"\n" + b"y" * 9000 + b"\n\n"
        first, second, third = read(mail.make_mbox(ENGLISH) + large + mail.make_mbox(ENGLISH), SMALL, MBOX)
        assert str(second) == ("in/a.eml/message 2 is larger than 10,000 bytes: save its attachments on their own")
        assert (first.content, third.name) == (third.content, "message 3")

    def test_a_line_without_end_is_not_held(self):
        data = b"From a\nSubject: x\n\n" + b"x" * 30_000_000
        tracemalloc.start()
        (found,) = read(data, SMALL, MBOX)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert isinstance(found, Unreadable)
        assert peak < 1_000_000

    def test_nothing(self):
        assert complaint(b"no mailbox\n", form=MBOX) == "in/a.eml holds no messages: export it again as MBOX"

    def test_a_mailbox_that_is_not_there(self, tmp_path):
        with pytest.raises(Unreadable, match="cannot be read"):
            list(MBOX.read(Piece("x", tmp_path / "x"), LIMITS))
