"""The trained judgement of one sentence in its context; every figure about it is in docs/lens.md."""
