"""Settings for every test."""

import os

from hypothesis import settings

# Deadlines measure the machine, not the code; in CI a run must be repeatable.
settings.register_profile("dateline", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("dateline")
