"""Trains the encoder and writes it to `resources/meaning/`, or measures how well it would read.

    python -m training.train            train with all sentences, and write
    python -m training.train measure    train with two thirds, judge the rest, three times

Takes about half an hour on two cores, and an hour and a half where the processor does not compute in
bfloat16; measuring takes twice as long.
"""

import sys
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.meaning.heard import ANSWERS
from core.meaning.manner import MANNERS
from training.judge import BATCH, Judge
from training.sources import Labelled, labelled, shuffled
from training.store import coarsen, write

EPOCHS = 3
RATE, RATE_OF_ANSWER = 3e-5, 2e-3
WARM_UP = 0.1
FEW = 4
"""So much more the parts count than the manners, as few sentences tell of them."""
OF_LETTERS = 2
"""So much more the sentences of letters count: they are what will be read."""
FOLDS = 3
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99)


def train(sentences: Sequence[Labelled], seed: int = 0) -> Judge:
    """A judge that has learned from these sentences."""
    torch.manual_seed(seed)
    judge = Judge()
    coarsen(judge.fixed)
    begun = judge.begun([one.text for one in sentences])
    wanted, counts = _wanted(sentences)
    trained = [part for part in judge.encoder.parameters() if part.requires_grad]
    groups = [
        {"params": trained, "lr": RATE},
        {"params": judge.answer.parameters(), "lr": RATE_OF_ANSWER},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * -(-len(sentences) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(1, (step + 1) / (WARM_UP * steps)) * max(0, (steps - step) / steps),
    )
    judge.train()
    for epoch in range(EPOCHS):
        for batch in _batches(list(map(len, begun)), seed + epoch):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_is_fast_in_bfloat16()):
                answers = judge([begun[at] for at in batch])
            lost = nn.functional.binary_cross_entropy_with_logits(
                answers.float(), wanted[batch], reduction="none"
            )
            loss = (lost * counts[batch]).sum() / (len(batch) * len(MANNERS))
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            schedule.step()
    return judge.eval()


def _is_fast_in_bfloat16() -> bool:
    """Whether the processor itself computes in it; where it does not, it is a hundred times slower."""
    known = torch.cpu.get_capabilities()
    return bool(known.get("amx_bf16") or known.get("avx512_bf16"))


def _wanted(sentences: Sequence[Labelled]) -> tuple[torch.Tensor, torch.Tensor]:
    """What each should be told to be, and which of the answers count: nobody said what parts of a
    message most sentences are.
    """
    wanted = [[name in one.manners | (one.parts or frozenset()) for name in ANSWERS] for one in sentences]  # fmt: skip
    counts = [[(1 if name in MANNERS else FEW * (one.parts is not None)) * (OF_LETTERS if one.letter else 1) for name in ANSWERS] for one in sentences]  # fmt: skip
    return torch.tensor(wanted, dtype=torch.float32), torch.tensor(counts, dtype=torch.float32)


def _batches(lengths: Sequence[int], seed: int) -> list[list[int]]:
    """Sentences of like length together, so that little is padded."""
    order = shuffled(len(lengths), seed)
    stretch = BATCH * 20
    alike = [
        at
        for start in range(0, len(order), stretch)
        for at in sorted(order[start : start + stretch], key=lambda at: lengths[at])
    ]
    batches = [alike[start : start + BATCH] for start in range(0, len(alike), BATCH)]
    return [batches[at] for at in shuffled(len(batches), seed)]


@torch.no_grad()
def judged(judge: Judge, texts: Sequence[str]) -> NDArray[np.float64]:
    """The probability of each answer, for each text."""
    begun = judge.begun(texts)
    rows = [
        torch.sigmoid(judge(begun[start : start + BATCH])).numpy()
        for start in range(0, len(begun), BATCH)
    ]
    return np.concatenate(rows).astype(np.float64)


def measure() -> None:
    """Judge every sentence by a judge that has not seen it, and print what that is worth."""
    sentences = labelled()
    groups = sorted({one.group for one in sentences})
    part_of = {groups[at]: number % FOLDS for number, at in enumerate(shuffled(len(groups), 1))}
    marks = np.zeros((len(sentences), len(ANSWERS)))
    for part in range(FOLDS):
        judge = train([one for one in sentences if part_of[one.group] != part])
        coarsen(judge.layers)
        held = [at for at, one in enumerate(sentences) if part_of[one.group] == part]
        marks[held] = judged(judge, [sentences[at].text for at in held])
    _tell_manners(sentences, marks[:, : len(MANNERS)].max(1))
    _tell_parts(sentences, marks)


def _tell_manners(sentences: Sequence[Labelled], marks: NDArray[np.float64]) -> None:
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


def _tell_parts(sentences: Sequence[Labelled], marks: NDArray[np.float64]) -> None:
    told = [at for at, one in enumerate(sentences) if one.parts is not None]
    print("part, sentences, of them above 0.5, others above 0.5")
    for number, name in enumerate(ANSWERS):
        if name in MANNERS:
            continue
        right = [at for at in told if name in (sentences[at].parts or ())]
        wrong = [at for at in told if at not in set(right)]
        over = [(marks[group, number] > 0.5).sum() for group in (right, wrong)]
        print(f"{name:15} {len(right):4} {over[0]:4} {over[1]:4}")


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["measure"] else write(train(labelled()))
