"""Writing a trained judge as the application reads it: see `core.meaning.encoder`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.meaning.encoder import GROUP, MIDDLE
from core.meaning.pieces import MOST_PIECES
from training.judge import PAD, Judge

TARGET = Path(__file__).parent.parent / "resources" / "meaning"
_CUTS = (1.0, 0.95, 0.9, 0.875, 0.85, 0.8, 0.75, 0.7)
"""Shares of a group's largest weight at which it may be cut off, if the rest gains by it. With the
first and with 7/8, weights that are coarse already stay as they are.
"""
_MOST = 7
"""Four bits hold -8 to 7."""
_LAYER = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "output": "attention.attn.o",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
}
_NORMS = {"attended": "attention.LayerNorm", "thought": "output.LayerNorm"}
Tensors = dict[str, NDArray[Any]]


def write(judge: Judge, folder: Path = TARGET) -> None:
    """Store weights and pieces, as they are: they could hardly be made smaller, and load at once."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "encoder.npz", allow_pickle=False, **tensors(judge))
    (folder / "pieces.txt").write_text("\n".join(judge.known) + "\n", encoding="utf-8")


def tensors(judge: Judge) -> Tensors:
    """Everything that is stored, by its name."""
    state = {name: value.detach().numpy() for name, value in judge.encoder.state_dict().items()}
    words = state["embeddings.word_embeddings.weight"]
    size = np.maximum(np.abs(words).max(1, keepdims=True) / 127, 1e-9)
    places = state["embeddings.position_embeddings.weight"][PAD + 1 :][:MOST_PIECES]
    found: Tensors = {
        "pieces.weight": np.round(words / size).astype(np.int8),
        "pieces.scale": size.astype(np.float32),
        "places": places.astype(np.float16),
        "nearness": state["encoder.relative_attention_bias.weight"],
        "first.weight": state["embeddings.LayerNorm.weight"],
        "first.bias": state["embeddings.LayerNorm.bias"],
        "answer.weight": judge.answer.weight.detach().numpy(),
        "answer.bias": judge.answer.bias.detach().numpy(),
    }
    for layer in range(len(judge.encoder.encoder.layer)):
        for ours, weight, bias in _parts_of(state, layer):
            found |= _packed(ours, weight) if weight.ndim > 1 else {f"{ours}.weight": weight}
            found[f"{ours}.bias"] = bias
    return found


def coarsen(layers: Iterable[nn.Module]) -> None:
    """Give layers the weights that they will have once they are stored."""
    for layer in layers:
        for name in _LAYER.values():
            weight = layer.get_submodule(name).get_parameter("weight")
            numbers, scales = _in_groups(weight.detach().numpy())
            plain = (numbers * scales[:, None, :]).reshape(-1, numbers.shape[-1])
            weight.data.copy_(torch.tensor(plain.T))


def _parts_of(
    state: Tensors, layer: int
) -> Iterator[tuple[str, NDArray[np.float32], NDArray[np.float32]]]:
    for ours, theirs in (_LAYER | _NORMS).items():
        at = f"encoder.layer.{layer}.{theirs}"
        yield f"{layer}.{ours}", state[f"{at}.weight"], state[f"{at}.bias"]


def _packed(name: str, weight: NDArray[np.float32]) -> Tensors:
    """Two weights a byte, the first half of those that are multiplied with in the lower bits."""
    numbers, scales = _in_groups(weight)
    counted = (numbers.reshape(-1, numbers.shape[-1]) + MIDDLE).astype(np.uint8)
    half = len(counted) // 2
    return {
        f"{name}.weight": counted[:half] | (counted[half:] << 4),
        f"{name}.scale": scales.astype(np.float16),
    }


def _in_groups(weight: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Whole numbers in groups, and the scale of each that loses least."""
    grouped = np.ascontiguousarray(weight.T).reshape(-1, GROUP, len(weight))
    largest = np.abs(grouped).max(1)
    best, least = largest, np.full(largest.shape, np.inf)
    for cut in _CUTS:
        scales = np.maximum(largest * cut / _MOST, 1e-6).astype(np.float16).astype(np.float32)
        lost = ((_whole(grouped, scales) * scales[:, None, :] - grouped) ** 2).sum(1)
        best, least = np.where(lost < least, scales, best), np.minimum(lost, least)
    return _whole(grouped, best), best


def _whole(grouped: NDArray[np.float32], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    rounded: NDArray[np.float32] = np.round(grouped / scales[:, None, :])
    return np.clip(rounded, -MIDDLE, _MOST)
