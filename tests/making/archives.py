"""Archives of files, sound, damaged and hostile."""

import io
import tarfile
import zipfile


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    """A ZIP of files by their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def tarred(files, mode="w:gz"):
    """A tar of files by their names."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def locked(files):
    """The same ZIP as one whose files need a password, as their flags say."""
    data = bytearray(zipped(files))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 1)
    return bytes(data)


def nested(content, depth):
    """A file in so many archives, one in the other."""
    for _ in range(depth):
        content = zipped({"inner.zip": content})
    return content
