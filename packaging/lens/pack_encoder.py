"""Round the fitted encoder to signed bytes, in the order the program reads. Needs torch."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch

_ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(_ROOT)]

from intake.screening.judgement.encoder import shapes  # noqa: E402

NAMES = {"words": "emb.weight", "places": "pos.weight", "sides": "typ.weight", "start": "n"}


def packed(model: dict[str, torch.Tensor], words: int) -> bytes:
    """The bytes of the weights file."""
    parts = []
    for name, shape in shapes(words).items():
        values = _tensor(name, model).float().numpy()
        values = values[: shape[0]]
        if len(shape) == 1:
            parts.append(values.astype("<f4").tobytes())
            continue
        steps = np.maximum(np.abs(values).max(1), 1e-9) / 127
        parts += [steps.astype("<f4").tobytes(), np.rint(values / steps[:, None]).astype(np.int8).tobytes()]
    return b"".join(parts)


def _tensor(name: str, model: dict[str, torch.Tensor]) -> torch.Tensor:
    if name.startswith("head"):
        return model["head.bias" if name.endswith("bias") else "head.weight"]
    if name in NAMES:
        return model[NAMES[name]]
    if name.startswith("start."):
        return model["n." + name.removeprefix("start.")]
    kind = "" if name.endswith((".bias", ".weight")) else ".weight"
    return model[f"layers.{name}{kind}"]


def main() -> int:
    """``pack_encoder.py CHECKPOINT VOCABULARY OUT``."""
    checkpoint, vocabulary, out = map(Path, sys.argv[1:4])
    model = torch.load(checkpoint, weights_only=True)
    words = len(vocabulary.read_text(encoding="utf-8").splitlines())
    out.write_bytes(packed(model, words))
    print(out, out.stat().st_size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
