"""The encoder: an MPNet (Song et al., 2020) that turns the pieces of sentences into marks.

Only reading is done here, with NumPy alone; training is another program's business. The weights
of a layer are kept in four bits each and unpacked when they are needed: all sentences that are to
be read go through one layer together, then through the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Stored = Mapping[str, NDArray[np.generic]]
_NUMBER = np.float32

HEADS = 12
GROUP = 64
"""So many weights, along what is multiplied, share one scale."""
MIDDLE = 8
"""What is subtracted from four bits: they count from 0 to 15."""
_NORM_FLOOR = 1e-5
_FARTHEST = 128
"""Pieces; from there on one is as far away as another."""


@dataclass(frozen=True, slots=True)
class Linear:
    """What is multiplied with, packed, and what is added."""

    packed: NDArray[np.uint8]
    """Two weights a byte: the first half of the rows in the lower bits, the second in the upper."""
    scales: Array
    bias: Array

    def __call__(self, rows: Array) -> Array:
        product: Array = rows @ self._weight()
        product += self.bias
        return product

    def _weight(self) -> Array:
        half, wide = self.packed.shape
        weight = np.empty((2 * half, wide), dtype=np.float32)
        np.bitwise_and(self.packed, 15, out=weight[:half], casting="unsafe")
        np.right_shift(self.packed, 4, out=weight[half:], casting="unsafe")
        weight -= _NUMBER(MIDDLE)
        grouped = weight.reshape(len(self.scales), -1, wide)
        grouped *= self.scales[:, None, :]
        return weight


@dataclass(frozen=True, slots=True)
class Norm:
    """Brings each row to mean 0 and variance 1, then scales it."""

    weight: Array
    bias: Array

    def __call__(self, rows: Array) -> Array:
        mean = rows.mean(-1, keepdims=True)
        apart: Array = rows - mean
        spread = np.sqrt((apart * apart).mean(-1, keepdims=True) + _NORM_FLOOR)
        normed: Array = apart / spread * self.weight + self.bias
        return normed


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Every piece looks at every other of its sentence; then each is thought over by itself."""

    query: Linear
    key: Linear
    value: Linear
    output: Linear
    attended: Norm
    widen: Linear
    narrow: Linear
    thought: Norm

    def __call__(self, rows: Array, sentences: Sequence[slice], nearness: Array) -> Array:
        rows = self.attended(rows + self.output(self._attention(rows, sentences, nearness)))
        return self.thought(rows + self.narrow(_gelu(self.widen(rows))))

    def _attention(self, rows: Array, sentences: Sequence[slice], nearness: Array) -> Array:
        query, key, value = self.query(rows), self.key(rows), self.value(rows)
        together = np.empty_like(rows)
        for one in sentences:
            near = nearness[:, : one.stop - one.start, : one.stop - one.start]
            asked, there, told = (_by_head(part[one]) for part in (query, key, value))
            together[one] = _attended(asked, there, told, near)
        return together


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """From the numbers of pieces to a probability for each thing that is asked."""

    pieces: NDArray[np.int8]
    scales: Array
    places: Array
    nearness: Array
    """What a head adds for each pair of places in a sentence."""
    first: Norm
    layers: tuple[Layer, ...]
    answer: Array
    answer_bias: Array

    @classmethod
    def of(cls, stored: Stored) -> "Encoder":
        """The encoder whose weights were stored. Raises `KeyError` where some are missing."""
        layers: list[Layer] = []
        while f"{len(layers)}.query.weight" in stored:
            layers.append(_layer(stored, f"{len(layers)}."))
        places = _array(stored, "places")
        return cls(
            pieces=stored["pieces.weight"].astype(np.int8, copy=False),
            scales=_array(stored, "pieces.scale"),
            places=places,
            nearness=_nearness(_array(stored, "nearness"), len(places)),
            first=_norm(stored, "first"),
            layers=tuple(layers),
            answer=_array(stored, "answer.weight"),
            answer_bias=_array(stored, "answer.bias"),
        )

    def read(self, sentences: Sequence[Sequence[int]]) -> Array:
        """A row for each sentence, given as the numbers of its pieces: the probabilities, 0 to 1,
        that it is each of the things asked.
        """
        numbers = [number for sentence in sentences for number in sentence]
        slices = list(_slices(sentences))
        rows: Array = self.pieces[numbers] * self.scales[numbers]
        rows += np.concatenate([self.places[: len(sentence)] for sentence in sentences])
        rows = self.first(rows)
        for layer in self.layers:
            rows = layer(rows, slices, self.nearness)
        means = np.stack([rows[one].mean(0) for one in slices])
        answers: Array = means @ self.answer.T + self.answer_bias
        marks: Array = np.reciprocal(_NUMBER(1) + np.exp(-answers))
        return marks


def _slices(sentences: Sequence[Sequence[int]]) -> Iterator[slice]:
    ends = np.cumsum([0, *map(len, sentences)]).tolist()
    return (slice(start, end) for start, end in pairwise(ends))


def _array(stored: Stored, name: str) -> Array:
    return stored[name].astype(np.float32)


def _linear(stored: Stored, name: str) -> Linear:
    packed = stored[f"{name}.weight"].astype(np.uint8, copy=False)
    return Linear(packed, _array(stored, f"{name}.scale"), _array(stored, f"{name}.bias"))


def _norm(stored: Stored, name: str) -> Norm:
    return Norm(_array(stored, f"{name}.weight"), _array(stored, f"{name}.bias"))


def _layer(stored: Stored, at: str) -> Layer:
    return Layer(
        query=_linear(stored, f"{at}query"),
        key=_linear(stored, f"{at}key"),
        value=_linear(stored, f"{at}value"),
        output=_linear(stored, f"{at}output"),
        attended=_norm(stored, f"{at}attended"),
        widen=_linear(stored, f"{at}widen"),
        narrow=_linear(stored, f"{at}narrow"),
        thought=_norm(stored, f"{at}thought"),
    )


def _nearness(stored: Array, length: int) -> Array:
    """For each head and pair of places what is stored for their distance.

    Near distances count one by one, farther ones in steps that grow; behind and ahead apart
    (Raffel et al., 2020, section 2.1).
    """
    behind = len(stored) // 2
    alone = behind // 2
    places = np.arange(length)
    away = places[None, :] - places[:, None]
    size = np.abs(away)
    grown = np.log(np.maximum(size, 1) / alone) / log(_FARTHEST / alone) * (behind - alone)
    far = np.minimum(alone + grown.astype(np.int64), behind - 1)
    bucket = np.where(size < alone, size, far) + np.where(away > 0, behind, 0)
    near: Array = stored[bucket].transpose(2, 0, 1)
    return near


def _by_head(rows: Array) -> Array:
    parted: Array = rows.reshape(len(rows), HEADS, -1).transpose(1, 0, 2)
    return parted


def _attended(query: Array, key: Array, value: Array, nearness: Array) -> Array:
    scores: Array = query @ key.transpose(0, 2, 1) / _NUMBER(sqrt(query.shape[-1])) + nearness
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    together: Array = (weights @ value).transpose(1, 0, 2)
    flat: Array = together.reshape(len(together), -1)
    return flat


_ERF: Array = np.array(
    (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592, 0), dtype=np.float32
)
_ERF_STEP = 0.3275911
"""The approximation 7.1.26 of Abramowitz and Stegun, off by less than 0.0000002."""


def _gelu(rows: Array) -> Array:
    """The Gaussian error linear unit (Hendrycks and Gimpel, 2016)."""
    size: Array = np.abs(rows * _NUMBER(sqrt(0.5)))
    step: Array = np.reciprocal(size * _NUMBER(_ERF_STEP) + _NUMBER(1))
    rest: Array = np.polyval(_ERF, step).astype(np.float32, copy=False) * np.exp(-size * size)
    erf: Array = np.copysign(_NUMBER(1) - rest, rows)
    half: Array = rows * _NUMBER(0.5)
    return half + half * erf
