"""What readers of packed files share: how such files begin, and what goes wrong where they are damaged or locked."""

from __future__ import annotations

import zipfile
import zlib

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin, and newer ones that are locked."""

ENCRYPTED_OFFICE = "EncryptedPackage"
"""Office locks a document by putting it, encrypted, into a file of its old kind, under this name."""

LOCKED = 0x1
"""A flag of a ZIP's member: it needs a password."""

LEAST_SUSPECT = 10_000_000
"""Unpacked bytes up to which it does not matter how small they were packed: a file of blanks packs well, too."""

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError,
              RuntimeError, OverflowError)  # fmt: skip
"""What unpacking a ZIP raises where it is damaged, cut off, or packed in a way that is not known."""
