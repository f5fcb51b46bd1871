"""The encoder's arithmetic, beside a plain one that is written out."""

from math import erf, exp, log, sqrt

import numpy as np
import pytest
from numpy.typing import NDArray

from core.meaning.encoder import GROUP, HEADS, Encoder

WIDTH, WIDE, KINDS = HEADS * 16, GROUP * 2, 3
NAMES = ("query", "key", "value", "output", "widen", "narrow")
SHAPES = {"widen": (WIDE, WIDTH), "narrow": (WIDTH, WIDE)}
Rows = list[list[float]]


def weights(seed: int = 5) -> dict[str, NDArray[np.generic]]:
    """A small encoder of one layer with weights by chance, stored as the trainer stores them."""
    chance = np.random.default_rng(seed)

    def some(*shape: int) -> NDArray[np.float32]:
        return chance.normal(0, 0.5, shape).astype(np.float32)

    stored: dict[str, NDArray[np.generic]] = {
        "pieces.weight": chance.integers(-127, 128, (9, WIDTH)).astype(np.int8),
        "pieces.scale": np.full((9, 1), 0.01, np.float32),
        "places": some(40, WIDTH).astype(np.float16),
        "nearness": some(32, HEADS),
        "answer.weight": some(KINDS, WIDTH),
        "answer.bias": some(KINDS),
    }
    for name in NAMES:
        out, into = SHAPES.get(name, (WIDTH, WIDTH))
        stored[f"0.{name}.weight"] = chance.integers(0, 256, (into // 2, out)).astype(np.uint8)
        scales = chance.uniform(0.005, 0.02, (into // GROUP, out))
        stored[f"0.{name}.scale"] = scales.astype(np.float16)
        stored[f"0.{name}.bias"] = some(out)
    for name in ("first", "0.attended", "0.thought"):
        stored[f"{name}.weight"], stored[f"{name}.bias"] = some(WIDTH), some(WIDTH)
    return stored


def bucket(query: int, key: int) -> int:
    """The number under which the distance of two places is stored."""
    away = abs(key - query)
    if away >= 8:
        away = min(8 + int(log(away / 8) / log(128 / 8) * 8), 15)
    return away + (16 if key > query else 0)


def plain(stored: dict[str, NDArray[np.generic]], numbers: list[int]) -> list[float]:
    """The same by loops over single numbers."""

    def four_bits(name: str) -> Rows:
        packed, scales = stored[f"{name}.weight"].tolist(), stored[f"{name}.scale"].tolist()
        lower, upper = ([[cell % 16 for cell in row] for row in packed], [[cell // 16 for cell in row] for row in packed])  # fmt: skip
        return [
            [(cell - 8) * scale for cell, scale in zip(row, scales[at // GROUP], strict=True)]
            for at, row in enumerate(lower + upper)
        ]

    def linear(name: str, rows: Rows) -> Rows:
        weight, bias = four_bits(name), stored[f"{name}.bias"].tolist()
        lines = list(zip(*weight, strict=True))
        return [
            [sum(a * b for a, b in zip(row, line, strict=True)) + add for line, add in zip(lines, bias, strict=True)]
            for row in rows
        ]  # fmt: skip

    def norm(name: str, rows: Rows) -> Rows:
        weight, bias = stored[f"{name}.weight"], stored[f"{name}.bias"]
        found = []
        for row in rows:
            mean = sum(row) / len(row)
            spread = sqrt(sum((cell - mean) ** 2 for cell in row) / len(row) + 1e-5)
            found.append(
                [(c - mean) / spread * float(w) + float(b) for c, w, b in zip(row, weight, bias, strict=True)]
            )  # fmt: skip
        return found

    def attend(rows: Rows) -> Rows:
        query, key, value = (linear(f"0.{name}", rows) for name in ("query", "key", "value"))
        size, near = WIDTH // HEADS, stored["nearness"].tolist()
        found: Rows = [[] for _ in rows]
        for head in range(HEADS):
            part = slice(head * size, (head + 1) * size)
            for at, asked in enumerate(query):
                scores = [
                    exp(sum(a * b for a, b in zip(asked[part], other[part], strict=True)) / sqrt(size) + float(near[bucket(at, place)][head]))
                    for place, other in enumerate(key)
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

    size = float(stored["pieces.scale"][0][0])
    pieces = [[cell * size for cell in row] for row in stored["pieces.weight"].tolist()]
    places = stored["places"].tolist()
    rows = added([pieces[number] for number in numbers], places[: len(numbers)])
    rows = norm("first", rows)
    rows = norm("0.attended", added(rows, attend(rows)))
    wide = [[c / 2 * (1 + erf(c / sqrt(2))) for c in row] for row in linear("0.widen", rows)]
    rows = norm("0.thought", added(rows, linear("0.narrow", wide)))
    mean = [sum(cells) / len(rows) for cells in zip(*rows, strict=True)]
    answers = zip(stored["answer.weight"].tolist(), stored["answer.bias"].tolist(), strict=True)
    sums = (sum(a * b for a, b in zip(line, mean, strict=True)) + add for line, add in answers)
    return [1 / (1 + exp(-mark)) for mark in sums]


SENTENCES = [[0], [1, 2, 3], [4, 4, 4, 8, 0, 7, 2, 1], [5, 3] * 10]


def test_it_computes_what_the_papers_say() -> None:
    stored = weights()
    rows = Encoder.of(stored).read(SENTENCES)
    for row, numbers in zip(rows, SENTENCES, strict=True):
        assert row.tolist() == pytest.approx(plain(stored, numbers), abs=1e-4)


def test_sentences_do_not_hear_each_other() -> None:
    encoder = Encoder.of(weights())
    together = encoder.read(SENTENCES)
    for row, numbers in zip(together, SENTENCES, strict=True):
        assert row == pytest.approx(encoder.read([numbers])[0], abs=1e-5)


def test_the_order_of_the_pieces_matters() -> None:
    one, other = Encoder.of(weights()).read([[1, 2, 3], [3, 2, 1]])
    assert one != pytest.approx(other, abs=1e-4)


def test_weights_that_are_missing_are_named() -> None:
    stored = weights()
    del stored["0.widen.bias"]
    with pytest.raises(KeyError, match=r"0\.widen\.bias"):
        Encoder.of(stored)
