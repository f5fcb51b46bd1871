"""The encoder: a small BERT (Devlin et al., 2018) that turns the pieces of a sentence into marks.

Only reading is done here, with NumPy alone; training is another program's business. Weights are
stored as signed bytes with one scale a row, and put to use as 32-bit numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_NUMBER = np.float32

HEADS = 12
_NORM_FLOOR = 1e-12


@dataclass(frozen=True, slots=True)
class Linear:
    """What is multiplied with, and what is added."""

    weight: Array
    bias: Array

    def __call__(self, rows: Array) -> Array:
        product: Array = rows @ self.weight
        return product + self.bias


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
    """Every piece looks at every other; then each is thought over by itself."""

    query: Linear
    key: Linear
    value: Linear
    output: Linear
    attended: Norm
    widen: Linear
    narrow: Linear
    thought: Norm

    def __call__(self, rows: Array) -> Array:
        rows = self.attended(rows + self.output(self._attention(rows)))
        return self.thought(rows + self.narrow(_gelu(self.widen(rows))))

    def _attention(self, rows: Array) -> Array:
        query, key, value = (_by_head(part(rows)) for part in (self.query, self.key, self.value))
        scores: Array = query @ key.transpose(0, 2, 1) / _NUMBER(sqrt(query.shape[-1]))
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        together: Array = (weights @ value).transpose(1, 0, 2).reshape(len(rows), -1)
        return together


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """From the numbers of pieces to a probability for each thing that is asked."""

    pieces: NDArray[np.int8]
    scales: Array
    places: Array
    first: Norm
    layers: tuple[Layer, ...]
    answer: Linear

    @classmethod
    def of(cls, stored: Mapping[str, NDArray[np.generic]]) -> "Encoder":
        """The encoder whose weights were stored. Raises `KeyError` where some are missing."""
        tensors = _Stored(stored)
        layers: list[Layer] = []
        while f"{len(layers)}.query.weight" in stored:
            layers.append(tensors.layer(f"{len(layers)}."))
        return cls(
            pieces=stored["pieces.weight"].astype(np.int8, copy=False),
            scales=tensors.array("pieces.weight.scale"),
            places=tensors.array("places"),
            first=tensors.norm("first"),
            layers=tuple(layers),
            answer=tensors.linear("answer"),
        )

    def read(self, numbers: Sequence[int]) -> tuple[float, ...]:
        """The probabilities, 0 to 1, that a sentence of these pieces is each of the things asked."""
        rows: Array = self.pieces[list(numbers)] * self.scales[list(numbers)]
        rows = self.first(rows + self.places[: len(numbers)])
        for layer in self.layers:
            rows = layer(rows)
        marks = self.answer(rows.mean(0, keepdims=True))[0]
        return tuple(float(1 / (1 + np.exp(-mark))) for mark in marks)


@dataclass(frozen=True, slots=True)
class _Stored:
    tensors: Mapping[str, NDArray[np.generic]]

    def array(self, name: str) -> Array:
        array = self.tensors[name].astype(np.float32)
        scale = f"{name}.scale"
        if scale in self.tensors and not name.startswith("pieces"):
            array = array * self.tensors[scale].astype(np.float32)
        return array

    def linear(self, name: str) -> Linear:
        weight = np.ascontiguousarray(self.array(f"{name}.weight").T)
        return Linear(weight, self.array(f"{name}.bias"))

    def norm(self, name: str) -> Norm:
        return Norm(self.array(f"{name}.weight"), self.array(f"{name}.bias"))

    def layer(self, at: str) -> Layer:
        return Layer(
            query=self.linear(f"{at}query"),
            key=self.linear(f"{at}key"),
            value=self.linear(f"{at}value"),
            output=self.linear(f"{at}output"),
            attended=self.norm(f"{at}attended"),
            widen=self.linear(f"{at}widen"),
            narrow=self.linear(f"{at}narrow"),
            thought=self.norm(f"{at}thought"),
        )


def _by_head(rows: Array) -> Array:
    parted: Array = rows.reshape(len(rows), HEADS, -1).transpose(1, 0, 2)
    return parted


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
