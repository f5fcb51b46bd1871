"""Places in a text count the same letters for the checks and for the window."""

from hypothesis import given
from hypothesis import strategies as st

from gui.compose.text_places import TextPlaces


def test_plain_text_counts_the_same_both_ways() -> None:
    places = TextPlaces("Dear Dr. Müller,")

    assert places.units(9) == 9
    assert places.points(9) == 9


def test_an_emoji_is_one_letter_and_two_units() -> None:
    places = TextPlaces("Hi 🙂 Ann")

    assert places.units(4) == 5
    assert places.points(5) == 4
    assert places.points(4) == 4  # its middle is its end


@given(st.text(), st.integers(-5, 40))
def test_every_place_finds_its_way_back(text: str, point: int) -> None:
    places = TextPlaces(text)
    inside = min(max(point, 0), len(text))

    assert places.points(places.units(point)) == inside
    assert places.units(point) == len(text[:inside].encode("utf-16-le", "surrogatepass")) // 2
