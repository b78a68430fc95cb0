"""How pages are fetched: bounds that are kind to whoever serves them, and safe for whoever asks."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, IPvAnyNetwork, NonNegativeFloat, NonNegativeInt, PositiveFloat, PositiveInt


class FetchSettings(BaseModel):
    """The bounds of fetching; a settings file may set others. Times are in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    user_agent: str = "Dateline/1.0 (+research tool run by a person; reads the pages they name; honours robots.txt)"
    """What servers are told; robots.txt is asked for the name before the slash."""

    most_bytes: PositiveInt = 20_000_000
    """Of one page, unpacked: as much as is read of a page that lies on disk; what is larger is saved by hand."""

    seconds: PositiveFloat = 60.0
    """For one request from its first to its last byte: slow archives take twenty, a trap forever."""

    pause: NonNegativeFloat = 1.0
    """Between two requests to one host: no more than a person asks who clicks fast."""

    tries: PositiveInt = 3
    """So often an address is asked whose server is busy, failing or silent: more helps seldom, and burdens it."""

    back_off: NonNegativeFloat = 2.0
    """Before the second try; twice as long before every next one. A server that names its own time gets it."""

    longest_wait: NonNegativeFloat = 60.0
    """What a busy server may ask for; one that asks for more is left alone for this run."""

    longest_crawl_delay: NonNegativeFloat = 30.0
    """What robots.txt may ask for between two requests: some ask for an hour, and mean machines that take all."""

    most_redirects: NonNegativeInt = 5
    """From one address: pages move once or twice; robots.txt may move five times by its standard."""

    most_failures: PositiveInt = 3
    """In a row: after so many addresses that failed in spite of all tries, a host is asked no more in this run."""

    hosts_at_once: PositiveInt = 8
    """Asked side by side; each gets one request at a time."""

    allow_local: bool = False
    """Whether pages may come from this machine and its own network. A list from elsewhere, or a page that redirects,
    could otherwise make this machine ask its neighbours for what only they may see."""

    allow: tuple[IPvAnyNetwork, ...] = ()
    """Networks of one's own that may be fetched from nevertheless: "10.1.0.0/16"."""


SETTINGS = FetchSettings()
"""Those that hold unless somebody sets others."""
