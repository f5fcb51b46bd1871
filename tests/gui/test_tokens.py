"""The colours: every pair that can meet on screen can be read."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from gui.theme import MONOGRAM_PAIRS, Tokens, read_tokens

RESOURCES = Path(__file__).parents[2] / "resources"
APPEARANCES = ("light", "dark", "contrast-dark", "contrast-light")
GROUNDS = ("window", "sidebar", "surface", "hover", "selected")
MEANINGS = ("brick", "ochre", "iris", "moss")
TEXT, SHAPE = 4.5, 3.0


@pytest.fixture(scope="module")
def tokens() -> Mapping[str, Tokens]:
    return read_tokens(RESOURCES / "theme")


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio that the Web Content Accessibility Guidelines define."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", APPEARANCES)
@pytest.mark.parametrize("ink", ["text", "text-2", "accent", *MEANINGS])
def test_words_can_be_read_on_every_ground(
    tokens: Mapping[str, Tokens], name: str, ink: str
) -> None:
    colours = tokens[name].colours
    grounds = [*GROUNDS, f"{ink}-tint"] if ink in MEANINGS else GROUNDS
    for ground in grounds:
        assert contrast(colours[ink], colours[ground]) >= TEXT, f"{ink} on {ground}"


@pytest.mark.parametrize("name", APPEARANCES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on-fill", "fill"),
        ("on-fill", "fill-hover"),
        ("tooltip-text", "tooltip"),
        ("tooltip-accent", "tooltip"),
        *((f"mono-{pair}-ink", f"mono-{pair}") for pair in range(1, MONOGRAM_PAIRS + 1)),
    ],
)
def test_words_can_be_read_on_their_own_ground(
    tokens: Mapping[str, Tokens], name: str, ink: str, ground: str
) -> None:
    colours = tokens[name].colours
    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize("name", APPEARANCES)
@pytest.mark.parametrize(
    ("shape", "grounds"),
    [
        ("fill", ("window", "sidebar", "surface", "selected")),
        ("control", GROUNDS),
        ("focus", GROUNDS),
    ],
)
def test_shapes_that_mean_something_can_be_seen(
    tokens: Mapping[str, Tokens], name: str, shape: str, grounds: tuple[str, ...]
) -> None:
    colours = tokens[name].colours
    for ground in grounds:
        assert contrast(colours[shape], colours[ground]) >= SHAPE, f"{shape} on {ground}"


def test_all_appearances_know_the_same_tokens(tokens: Mapping[str, Tokens]) -> None:
    assert set(tokens) == set(APPEARANCES)
    assert len({frozenset(each.colours) for each in tokens.values()}) == 1
