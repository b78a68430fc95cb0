"""Which Dateline this is: the one place where its version stands."""

VERSION = "1.0.0"
