"""Every error that Dateline raises on purpose, in one small tree.

DatelineError             anything a person can put right; its text says what and how
├── InputError            a document or folder that cannot be read
│   └── Unreadable        a document of which place, reason and way out are told apart
├── ManifestError         a manifest that breaks its form: file and key are named
├── ActorsError           a file of people's own actors that breaks its form: file and entry are named
├── SettingsError         a settings file that breaks its form: file and key are named
├── LineError             a line of a JSONL input that breaks its form: the line is named
├── LanguageError         a language file that breaks its form: file and key are named
├── LibraryError          a library that is missing, broken, busy or of another version
├── CorrectionError       a correction that cannot be made: no such source, no date, nothing to take back
└── ExportError           an export that cannot be written
"""


class DatelineError(Exception):
    """Anything that went wrong for a reason a person can act on."""


class InputError(DatelineError):
    """A document or folder cannot be read."""


class Unreadable(InputError):  # noqa: N818 - readers also give it as what they found
    """A document, or a part of one, cannot be read: where it is, why, and what to do."""

    def __init__(self, location: str, reason: str, remedy: str) -> None:
        super().__init__(location, reason, remedy)
        self.location = location
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.location} {self.reason}: {self.remedy}"


class ManifestError(DatelineError):
    """A manifest breaks its form."""


class ActorsError(DatelineError):
    """A file of people's own actors breaks its form."""


class SettingsError(DatelineError):
    """A settings file breaks its form."""


class LineError(DatelineError):
    """A line of a JSONL input breaks its form."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"line {number}: {reason}")
        self.number = number
        self.reason = reason


class LanguageError(DatelineError):
    """A language file breaks its form."""


class LibraryError(DatelineError):
    """A library is missing, broken, busy or of another version."""


class CorrectionError(DatelineError):
    """A correction cannot be made."""


class ExportError(DatelineError):
    """An export cannot be written."""
