from __future__ import annotations

import cv2
import numpy as np
import pytest

from ingest.read.ocr.picture import Gray, Turn, cleaned, flat, grain_of, rules_of, skew_of, turned, upright

HEIGHT, WIDTH = 1200, 850


def paper() -> Gray:
    return np.full((HEIGHT, WIDTH), 255, np.uint8)


def page() -> Gray:
    """Lines of ink, as text looks from afar."""
    drawn = paper()
    for top in range(100, 1100, 30):
        drawn[top : top + 12, 100 : 700 - top % 7 * 20] = 0
    return drawn


@pytest.mark.parametrize("degrees", [-2.3, -0.4, 0.0, 0.9, 3.1])
def test_a_skewed_page_is_set_level(degrees: float) -> None:
    assert skew_of(turned(page(), degrees)) == pytest.approx(-degrees, abs=0.15)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_places_are_found_again_on_the_page_as_it_came(quarters: int) -> None:
    dot = paper()
    dot[300:304, 150:154] = 0
    rotated = np.ascontiguousarray(np.rot90(dot, -quarters))
    height, width = rotated.shape
    level = turned(rotated, 2.0)
    y, x = np.unravel_index(int(level.argmin()), level.shape)
    assert Turn(quarters, 2.0, width, height).back(float(x), float(y)) == pytest.approx((152, 302), abs=4)


def test_uneven_ground_becomes_white() -> None:
    shaded = (page() * np.linspace(0.5, 1.0, WIDTH)).astype(np.uint8)
    assert flat(shaded)[110:120, 740:].min() > 250
    assert flat(shaded)[1150:, :100].min() > 245


def test_only_grainy_pages_are_smoothed() -> None:
    grainy = np.clip(page() * 0.8 + np.random.default_rng(1).normal(0, 20, (HEIGHT, WIDTH)), 0, 255).astype(np.uint8)
    assert grain_of(page()) < 1
    assert grain_of(grainy) > 4
    assert grain_of(cleaned(grainy)) < grain_of(grainy) / 3
    assert np.array_equal(cleaned(page()), flat(page()))


def test_coloured_ink_fades_and_is_kept_beside() -> None:
    colour = np.stack([page()] * 3, axis=2)
    assert upright(colour).inks is None
    cv2.circle(colour, (700, 800), 90, (200, 30, 40), 12)
    made = upright(colour)
    assert made.inks is not None
    assert made.letters[800, 790] > 150 > made.inks[800, 790]


def test_lines_drawn_down_the_page_are_found() -> None:
    drawn = page()
    assert rules_of(drawn) == ()
    drawn[200:900, 400:403] = 0
    [rule] = rules_of(drawn)
    assert rule.x == pytest.approx(401, abs=3)
    assert (rule.top, rule.bottom) == pytest.approx((200, 900), abs=15)
