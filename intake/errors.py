"""The three kinds of trouble: the user's mishap, our defect, broken content.

No message built here may carry an answer, a name, a key or the path of a vault.
"""

from __future__ import annotations

from dataclasses import dataclass


class Mishap(Exception):
    """Something outside the program went wrong and the person at the desk can mend it.

    The three sentences are shown as they stand: what happened, what is safe, what to do.
    ``code`` is stable and names the mishap for tests and for the screens. What differs from time to time stands as
    {places} in the sentences and comes with ``filled``, so that each sentence can be said in another language.
    """

    def __init__(self, code: str, what_happened: str, what_is_safe: str, what_to_do: str, **filled: str) -> None:
        super().__init__(code)
        self.code = code
        self.sentences = (what_happened, what_is_safe, what_to_do)
        self.filled = filled

    @property
    def what_happened(self) -> str:
        """The first sentence, in English."""
        return self.fill(self.sentences[0])

    @property
    def what_is_safe(self) -> str:
        """The second."""
        return self.fill(self.sentences[1])

    @property
    def what_to_do(self) -> str:
        """The third."""
        return self.fill(self.sentences[2])

    def fill(self, sentence: str) -> str:
        """A sentence with what belongs into its places."""
        for place, words in self.filled.items():
            sentence = sentence.replace("{" + place + "}", words)
        return sentence


class Defect(Exception):
    """A mistake of ours. The screen stays calm, nothing the person said is written anywhere."""


@dataclass(frozen=True, slots=True)
class ContentProblem:
    """One fault in one data file, in words its author understands."""

    file: str
    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        """``file:line: what. cure``, as `check-content` prints it."""
        return f"{self.file}:{self.line}: {self.what} {self.cure}"


class BrokenContent(Exception):
    """The shipped or added data files hold faults; the program does not start on them."""

    def __init__(self, problems: tuple[ContentProblem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
