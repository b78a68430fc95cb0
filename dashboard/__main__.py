"""Start the dashboard: `python -m dashboard [library.db] [Streamlit's flags]`."""

from __future__ import annotations

import sys

from dashboard.launch import launch

if __name__ == "__main__":
    sys.exit(launch(sys.argv[1:]))
