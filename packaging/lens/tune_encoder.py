"""Fit the upper three layers of the encoder, and write a checkpoint for pack_encoder.py. Needs torch and safetensors.

``tune_encoder.py MODEL_FOLDER CHECKPOINT FOLDER ...``: the folder of all-MiniLM-L6-v2 (model.safetensors, vocab.txt),
where to write, and folders of labelled texts. The texts of fold 0 are left out, so that mix.py can measure on them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

_ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(_ROOT), str(Path(__file__).parent)]

from texts import Labelled, fold_of, labelled, read_folders  # noqa: E402

from intake.screening.judgement.encoder import HEADS, INNER, LAYERS, WIDTH, Encoder  # noqa: E402
from intake.screening.judgement.model import CATEGORIES  # noqa: E402
from intake.screening.judgement.word_pieces import WordPieces  # noqa: E402

FROZEN, EPOCHS, BATCH, FOLDS, WARM_UP = 3, 2, 32, 5, 100
RATE, HEAD_RATE, DROPPED, CATEGORY_WEIGHT = 1.5e-4, 1e-3, 0.1, 2.0
LANGUAGES = frozenset({"en", "es", "en+es", "pt", "tl", "en+tl"})


class Layer(nn.Module):
    """One layer of BERT, its three projections in one matrix."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.i, self.u = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, flow: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The flow after this layer; ``there`` is true where a word piece stands."""
        count, length, _ = flow.shape
        three = self.qkv(flow).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(*three, attn_mask=there[:, None, None, :])
        seen = self.o(seen.transpose(1, 2).reshape(count, length, WIDTH))
        flow = self.n1(flow + functional.dropout(seen, DROPPED, self.training))
        inner = self.u(functional.gelu(self.i(flow)))
        return self.n2(flow + functional.dropout(inner, DROPPED, self.training))


class Model(nn.Module):
    """The encoder as it is fitted; the names of its parts are those pack_encoder.py reads."""

    def __init__(self, weights: Mapping[str, torch.Tensor]) -> None:
        super().__init__()
        said = {name.removeprefix("bert."): value for name, value in weights.items()}
        self.emb, self.pos, self.typ = (
            nn.Embedding.from_pretrained(said[f"embeddings.{name}_embeddings.weight"])
            for name in ("word", "position", "token_type")
        )
        self.n = _loaded(nn.LayerNorm(WIDTH, eps=1e-12), said, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(_layer(said, f"encoder.layer.{at}.") for at in range(LAYERS))
        for part in (self.n, *self.layers[:FROZEN]):
            part.requires_grad_(requires_grad=False)

    def forward(self, numbers: torch.Tensor, sides: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The first place and the mean of all places, side by side."""
        flow = self.n(self.emb(numbers) + self.pos.weight[: numbers.shape[1]] + self.typ(sides))
        for layer in self.layers:
            flow = layer(flow, there)
        flow = flow.float()
        mean = (flow * there[:, :, None]).sum(1) / there.sum(1, keepdim=True)
        return torch.cat([flow[:, 0], mean], 1)


def _loaded(part: nn.Module, said: Mapping[str, torch.Tensor], name: str) -> nn.Module:
    part.load_state_dict({kind: said[f"{name}.{kind}"] for kind in ("weight", "bias")})
    return part


def _layer(said: Mapping[str, torch.Tensor], name: str) -> Layer:
    layer = Layer()
    of_three = {
        kind: torch.cat([said[f"{name}attention.self.{part}.{kind}"] for part in ("query", "key", "value")])
        for kind in ("weight", "bias")
    }
    layer.qkv.load_state_dict(of_three)
    for part, place in (
        (layer.o, "attention.output.dense"),
        (layer.n1, "attention.output.LayerNorm"),
        (layer.i, "intermediate.dense"),
        (layer.u, "output.dense"),
        (layer.n2, "output.LayerNorm"),
    ):
        _loaded(part, said, name + place)
    return layer


def target(one: Labelled) -> list[float]:
    """Whether it discloses, then each category."""
    found = {span.category for span in one.spans}
    return [float(one.sensitive), *(float(name in found) for name in CATEGORIES)]


def batches(rows: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """All rows once, in a new order, rows of like length together."""
    order = random.sample(range(len(rows)), len(rows))
    found = []
    for start in range(0, len(order), BATCH * 40):
        near = sorted(order[start : start + BATCH * 40], key=lambda at: len(rows[at]))
        found += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    random.shuffle(found)
    return iter(found)


def padded(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Numbers, sides and which places hold a piece."""
    numbers = nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
    there = torch.arange(numbers.shape[1])[None, :] < torch.tensor([len(row) for row in rows])[:, None]
    sides = there.long()
    sides[:, :3] = 0
    return numbers, sides, there


def main() -> int:
    """Fit, print the loss now and then, write the checkpoint after each round."""
    random.seed(7)
    torch.manual_seed(7)
    base, out = Path(sys.argv[1]), Path(sys.argv[2])
    items = [one for one in labelled(read_folders([Path(one) for one in sys.argv[3:]])) if _wanted(one)]
    words = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")
    reader = Encoder(WordPieces({word: at for at, word in enumerate(words) if word}), {})
    rows, truth = [reader.row(one.sentence) for one in items], torch.tensor([target(one) for one in items])
    model, head = Model(load_file(base / "model.safetensors")), nn.Linear(2 * WIDTH, 1 + len(CATEGORIES))
    fitted = [one for one in model.parameters() if one.requires_grad]
    steps = EPOCHS * (len(rows) // BATCH + 1)
    turner = torch.optim.AdamW([{"params": fitted, "lr": RATE}, {"params": head.parameters(), "lr": HEAD_RATE}])
    slower = torch.optim.lr_scheduler.LambdaLR(turner, lambda at: min(1, at / WARM_UP) * max(0.02, 1 - at / steps))
    for epoch in range(EPOCHS):
        for number, chosen in enumerate(batches(rows)):
            with torch.autocast("cpu", torch.bfloat16):
                read = model(*padded([rows[at] for at in chosen]))
            loss = _loss(head(read.float()), truth[chosen])
            turner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*fitted, *head.parameters()], 1.0)
            turner.step()
            slower.step()
            if number % 100 == 0:
                print(epoch, number, float(loss), flush=True)
        torch.save({"m": model.state_dict(), "h": head.state_dict()}, out)
    return 0


def _wanted(one: Labelled) -> bool:
    return one.text.lang in LANGUAGES and fold_of(one.text, FOLDS) != 0


def _loss(said: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    entropy = functional.binary_cross_entropy_with_logits
    return entropy(said[:, 0], truth[:, 0]) + CATEGORY_WEIGHT * entropy(said[:, 1:], truth[:, 1:])


if __name__ == "__main__":
    sys.exit(main())
