"""Fit the encoder, and write a checkpoint for pack_encoder.py. Needs torch and safetensors.

``tune_encoder.py MODEL_FOLDER CHECKPOINT FOLDER ... --minutes 50 [--go-on CHECKPOINT]``: the folder of
all-MiniLM-L6-v2 (model.safetensors, vocab.txt), where to write, folders of labelled texts. The texts of fold 0 are left
out, so that mix.py can measure on them. The rate falls to nothing over the minutes given, whatever the machine.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

_ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(_ROOT), str(Path(__file__).parent)]

from blending import read_glosses  # noqa: E402
from encoder_examples import Example, Maker  # noqa: E402
from encoder_model import Model  # noqa: E402
from own_sentences import own_sentences  # noqa: E402
from texts import Labelled, fold_of, read_labelled  # noqa: E402

from intake.screening.judgement.word_pieces import WordPieces  # noqa: E402

BATCH, FOLDS, WARM_UP, MEETING = 32, 5, 100, 100
RATE, WORD_RATE, HEAD_RATE, LOWER = 2e-4, 2e-4, 1e-3, 0.85
CATEGORY_WEIGHT, PIECE_WEIGHT, SMOOTHED = 2.0, 1.0, 0.03
LANGUAGES = frozenset({"en", "es", "en+es", "pt", "tl", "en+tl", "vi"})


def batches(examples: Sequence[Example]) -> Iterator[list[Example]]:
    """All of them once, in a new order, those of like length together."""
    order = random.sample(range(len(examples)), len(examples))
    found = []
    for start in range(0, len(order), BATCH * 40):
        near = sorted((examples[at] for at in order[start : start + BATCH * 40]), key=lambda one: len(one.numbers))
        found += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    random.shuffle(found)
    return iter(found)


def padded(examples: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Numbers, sides and which places hold a piece."""
    numbers = nn.utils.rnn.pad_sequence([torch.tensor(one.numbers) for one in examples], batch_first=True)
    places = torch.arange(numbers.shape[1])[None, :]
    there = places < torch.tensor([len(one.numbers) for one in examples])[:, None]
    return numbers, (places >= torch.tensor([one.first for one in examples])[:, None]).long(), there


def loss_of(model: Model, examples: Sequence[Example]) -> torch.Tensor:
    """How wrong the model is about the sentences, their categories and their pieces."""
    numbers, sides, there = padded(examples)
    said, pieces = model(numbers, sides, there)
    truth = torch.tensor([one.truth for one in examples])
    weight = torch.tensor([one.weight for one in examples])
    marked = nn.utils.rnn.pad_sequence([torch.tensor(one.pieces) for one in examples], batch_first=True)
    entropy = functional.binary_cross_entropy_with_logits
    smooth = truth[:, 0] * (1 - 2 * SMOOTHED) + SMOOTHED
    inside = (there & (sides > 0)).float()
    each = entropy(said[:, 0], smooth, reduction="none")
    each = each + CATEGORY_WEIGHT * entropy(said[:, 1:], truth[:, 1:], reduction="none").mean(1)
    told = entropy(pieces, marked, reduction="none") * inside
    each = each + PIECE_WEIGHT * told.sum(1) / inside.sum(1)
    return (each * weight).sum() / weight.sum()


def hold(model: Model, frozen: int) -> None:
    """Leave the table of words and the lowest layers as they are."""
    for part in (model.emb, model.pos, model.typ, model.n, *model.layers[:frozen]) if frozen else ():
        part.requires_grad_(requires_grad=False)


def turners(model: Model, scale: float) -> tuple[torch.optim.Optimizer, ...]:
    """Lower layers are turned more slowly; of the table of words only the rows that were read."""
    parts: list[dict[str, object]] = [
        {"params": layer.parameters(), "lr": scale * RATE * LOWER ** (len(model.layers) - 1 - at)}
        for at, layer in enumerate(model.layers)
    ]
    lowest = [*model.pos.parameters(), *model.typ.parameters(), *model.n.parameters()]
    parts.append({"params": lowest, "lr": scale * RATE * LOWER ** len(model.layers)})
    parts.append({"params": [*model.head.parameters(), *model.piece.parameters()], "lr": scale * HEAD_RATE})
    rare = torch.optim.SparseAdam(list(model.emb.parameters()), lr=scale * WORD_RATE)
    common = torch.optim.AdamW(parts, weight_decay=0.01)
    return (common, rare) if model.emb.weight.requires_grad else (common,)


def fit(
    model: Model, maker: Maker, items: Sequence[Labelled], out: Path, minutes: float, scale: float, peer: Path | None
) -> None:
    """Rounds until the time is over; a checkpoint now and then."""
    start, step, turning = time.monotonic(), 0, turners(model, scale)
    rates = [(group, group["lr"]) for turner in turning for group in turner.param_groups]
    dense = [one for one in model.parameters() if one is not model.emb.weight]
    done = 0.0
    model.train()
    while done < 1:
        for examples in batches(maker.round(items)):
            done = (time.monotonic() - start) / (60 * minutes)
            for group, rate in rates:
                group["lr"] = rate * min(1, step / WARM_UP) * max(0.01, 1 - done)
            loss = loss_of(model, examples)
            for turner in turning:
                turner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([one for one in dense if one.grad is not None], 1.0)
            for turner in turning:
                turner.step()
            step += 1
            if step % 100 == 0:
                print(f"step {step} done {done:.3f} loss {loss.item():.3f}", flush=True)
            if step % MEETING == 0:
                meet(model, out, peer)
            if done >= 1:
                break
        print("round over", flush=True)
    meet(model, out, peer)


def meet(model: Model, out: Path, peer: Path | None) -> None:
    """Write the weights; where another run fits beside this one, go on from the middle between the two."""
    if peer is not None and peer.exists():
        other = torch.load(peer, weights_only=True)
        with torch.no_grad():
            for name, value in model.state_dict().items():
                value.lerp_(other[name], 0.5)
    part = out.with_suffix(".part")
    torch.save(model.state_dict(), part)
    part.replace(out)


def main() -> int:
    """Fit, print the loss now and then, write the checkpoint."""
    parser = argparse.ArgumentParser()
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--go-on", type=Path)
    parser.add_argument("--scale", type=float, default=1.0, help="of all rates; less when going on")
    parser.add_argument("--beside", type=Path, help="the checkpoint of a second run, with another seed")
    parser.add_argument("--frozen", type=int, default=0, help="the lowest layers that stay as they are")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    items = [one for one in read_labelled(given.folders, own_sentences()) if _wanted(one)]
    words = (given.base / "vocab.txt").read_text(encoding="utf-8").split("\n")
    model = Model(load_file(given.base / "model.safetensors"))
    if given.go_on:
        model.load_state_dict(torch.load(given.go_on, weights_only=True))
    hold(model, given.frozen)
    pieces = WordPieces({word: at for at, word in enumerate(words) if word})
    maker = Maker(pieces, read_glosses(_ROOT / "resources" / "lens"), given.seed)
    fit(model, maker, items, given.out, given.minutes, given.scale, given.beside)
    return 0


def _wanted(one: Labelled) -> bool:
    return one.text.lang in LANGUAGES and fold_of(one.text, FOLDS) != 0


if __name__ == "__main__":
    sys.exit(main())
