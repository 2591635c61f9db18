"""The lens and the gate, as screens and the headless program use them."""
