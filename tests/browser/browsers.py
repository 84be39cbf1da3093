"""In which browsers a test is driven: in both, where it does not say why one alone can do what it asks."""

from __future__ import annotations

import pytest

BROWSERS = ("chromium", "firefox")

in_chromium_alone = pytest.mark.parametrize("browser_name", ["chromium"])
in_firefox_alone = pytest.mark.parametrize("browser_name", ["firefox"])
