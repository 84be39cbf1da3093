"""A text longer than the window: Post is scrolled out of sight, the chip is not."""

from __future__ import annotations

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer
from tests.browser.forepost import Open
from tests.browser.surfaces.x import X_HOME

pytestmark = pytest.mark.browser

LONG = "\n".join(f"Line {number} of what I have to say about the lift." for number in range(80))


TOP = "(element) => element.getBoundingClientRect().top"


def test_the_chip_is_in_sight_while_a_long_text_is_written(open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(LONG)
    composer.checked()
    scroll_to(composer, "400")
    until("Post is out of sight and the chip is not", lambda: not post_in_sight(composer) and chip_in_sight(composer))

    scroll_to(composer, "document.documentElement.scrollHeight")
    until("Post is in sight and the chip beside it", lambda: post_in_sight(composer) and 0 <= below_post(composer) < 20)


def scroll_to(composer: Composer, y: str) -> None:
    composer.page.evaluate(f"() => scrollTo(0, {y})")


def post_in_sight(composer: Composer) -> bool:
    return bool(0 <= composer.button.evaluate(TOP) < composer.page.evaluate("() => innerHeight"))


def chip_in_sight(composer: Composer) -> bool:
    top = composer.chip.evaluate(TOP) if composer.chip.is_visible() else -1
    return bool(0 <= top < composer.page.evaluate("() => innerHeight"))


def below_post(composer: Composer) -> float:
    """CSS px from the upper edge of Post to that of the chip; the chip is the lower of the two."""
    return float(composer.chip.evaluate(TOP) - composer.button.evaluate(TOP))
