"""The encoder's arithmetic, beside a plain one that is written out."""

from math import erf, exp, sqrt

import numpy as np
import pytest
from numpy.typing import NDArray

from core.meaning.encoder import HEADS, Encoder

WIDTH, WIDE, KINDS = HEADS * 2, 20, 3
NAMES = ("query", "key", "value", "output", "widen", "narrow")
Rows = list[list[float]]


def weights(seed: int = 5) -> dict[str, NDArray[np.generic]]:
    """A small encoder of one layer with weights by chance, stored as the trainer stores them."""
    chance = np.random.default_rng(seed)

    def some(*shape: int) -> NDArray[np.float32]:
        return chance.normal(0, 0.5, shape).astype(np.float32)

    shapes = {"widen": (WIDE, WIDTH), "narrow": (WIDTH, WIDE)}
    stored: dict[str, NDArray[np.generic]] = {
        "pieces.weight": chance.integers(-127, 128, (9, WIDTH)).astype(np.int8),
        "pieces.weight.scale": np.full((9, 1), 0.01, np.float32),
        "places": some(8, WIDTH).astype(np.float16),
        "answer.weight": some(KINDS, WIDTH),
        "answer.bias": some(KINDS),
    }
    for name in NAMES:
        out, into = shapes.get(name, (WIDTH, WIDTH))
        stored[f"0.{name}.weight"] = chance.integers(-127, 128, (out, into)).astype(np.int8)
        stored[f"0.{name}.weight.scale"] = np.full((out, 1), 0.003, np.float32)
        stored[f"0.{name}.bias"] = some(out)
    for name in ("first", "0.attended", "0.thought"):
        stored[f"{name}.weight"], stored[f"{name}.bias"] = some(WIDTH), some(WIDTH)
    return stored


def plain(stored: dict[str, NDArray[np.generic]], numbers: list[int]) -> list[float]:
    """The same by loops over single numbers."""

    def table(name: str) -> Rows:
        scales = stored.get(f"{name}.scale", np.ones((len(stored[name]), 1)))
        return [
            [float(cell) * float(scale[0]) for cell in row]
            for row, scale in zip(stored[name], scales, strict=True)
        ]

    def linear(name: str, rows: Rows) -> Rows:
        weight, bias = table(f"{name}.weight"), [float(b) for b in stored[f"{name}.bias"]]
        return [
            [sum(a * b for a, b in zip(row, line, strict=True)) + add for line, add in zip(weight, bias, strict=True)]
            for row in rows
        ]  # fmt: skip

    def norm(name: str, rows: Rows) -> Rows:
        weight, bias = stored[f"{name}.weight"], stored[f"{name}.bias"]
        found = []
        for row in rows:
            mean = sum(row) / len(row)
            spread = sqrt(sum((cell - mean) ** 2 for cell in row) / len(row) + 1e-12)
            found.append(
                [(c - mean) / spread * float(w) + float(b) for c, w, b in zip(row, weight, bias, strict=True)]
            )  # fmt: skip
        return found

    def attend(rows: Rows) -> Rows:
        query, key, value = (linear(f"0.{name}", rows) for name in ("query", "key", "value"))
        size = WIDTH // HEADS
        found: Rows = [[] for _ in rows]
        for head in range(HEADS):
            part = slice(head * size, (head + 1) * size)
            for at, asked in enumerate(query):
                scores = [
                    exp(sum(a * b for a, b in zip(asked[part], other[part], strict=True)) / sqrt(size))
                    for other in key
                ]  # fmt: skip
                shares = [score / sum(scores) for score in scores]
                found[at] += [
                    sum(share * row[part][cell] for share, row in zip(shares, value, strict=True))
                    for cell in range(size)
                ]
        return linear("0.output", found)

    def added(rows: Rows, more: Rows) -> Rows:
        return [
            [a + b for a, b in zip(*pair, strict=True)] for pair in zip(rows, more, strict=True)
        ]

    pieces, places = table("pieces.weight"), table("places")
    rows = added([pieces[number] for number in numbers], places[: len(numbers)])
    rows = norm("first", rows)
    rows = norm("0.attended", added(rows, attend(rows)))
    wide = [[c / 2 * (1 + erf(c / sqrt(2))) for c in row] for row in linear("0.widen", rows)]
    rows = norm("0.thought", added(rows, linear("0.narrow", wide)))
    mean = [sum(cells) / len(rows) for cells in zip(*rows, strict=True)]
    return [1 / (1 + exp(-mark)) for mark in linear("answer", [mean])[0]]


@pytest.mark.parametrize("numbers", [[0], [1, 2, 3], [4, 4, 4, 8, 0, 7, 2, 1]])
def test_it_computes_what_the_papers_say(numbers: list[int]) -> None:
    stored = weights()
    assert Encoder.of(stored).read(numbers) == pytest.approx(plain(stored, numbers), abs=1e-4)


def test_the_order_of_the_pieces_matters() -> None:
    encoder = Encoder.of(weights())
    assert encoder.read([1, 2, 3]) != pytest.approx(encoder.read([3, 2, 1]), abs=1e-4)


def test_weights_that_are_missing_are_named() -> None:
    stored = weights()
    del stored["0.widen.bias"]
    with pytest.raises(KeyError, match=r"0\.widen\.bias"):
        Encoder.of(stored)
