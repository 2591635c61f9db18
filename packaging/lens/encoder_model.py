"""The encoder as it is fitted, in torch; the names of its parts are those pack_encoder.py reads."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import nn
from torch.nn import functional

from intake.screening.judgement.encoder import HEADS, INNER, LAYERS, WIDTH
from intake.screening.judgement.model import CATEGORIES

DROPPED = 0.1


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
        inner = self.u(functional.gelu(self.i(flow), approximate="tanh"))
        return self.n2(flow + functional.dropout(inner, DROPPED, self.training))


class Model(nn.Module):
    """The encoder, a head for the sentence and its categories, and one for each piece of a word."""

    def __init__(self, weights: Mapping[str, torch.Tensor]) -> None:
        super().__init__()
        said = {name.removeprefix("bert."): value for name, value in weights.items()}
        self.emb, self.pos, self.typ = (
            nn.Embedding.from_pretrained(said[f"embeddings.{name}_embeddings.weight"], freeze=False, sparse=sparse)
            for name, sparse in (("word", True), ("position", False), ("token_type", False))
        )
        self.n = _loaded(nn.LayerNorm(WIDTH, eps=1e-12), said, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(_layer(said, f"encoder.layer.{at}.") for at in range(LAYERS))
        self.head = nn.Linear(2 * WIDTH, 1 + len(CATEGORIES))
        self.piece = nn.Linear(WIDTH, 1)

    def forward(
        self, numbers: torch.Tensor, sides: torch.Tensor, there: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """What the sentence discloses, then each category; and for each piece whether it does."""
        flow = self.n(self.emb(numbers) + self.pos.weight[: numbers.shape[1]] + self.typ(sides))
        flow = functional.dropout(flow, DROPPED, self.training)
        for layer in self.layers:
            flow = layer(flow, there)
        mean = (flow * there[:, :, None]).sum(1) / there.sum(1, keepdim=True)
        both = functional.dropout(torch.cat([flow[:, 0], mean], 1), DROPPED, self.training)
        return self.head(both), self.piece(flow)[:, :, 0]


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
