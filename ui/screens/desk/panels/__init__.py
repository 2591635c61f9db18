"""The parts of the desk screen. One file is one panel: ``ORDER`` and ``build(state) -> DeskPanel``."""
