"""Write resources/lens/spanish.tsv: the English of Spanish words, each form of a verb with who does it.

``make_glosses.py``: reads ``spanish/verbs.tsv`` (an infinitive, a tab, what it is in English) and ``spanish/words.tsv``
(any other word, or a form that is better said otherwise) beside this file; both are written by hand for this project.
Needs verbecc, which conjugates Spanish, and lemminflect, which knows the forms of English verbs. Neither is shipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_LISTS = Path(__file__).parent / "spanish"
_OUT = Path(__file__).parent.parent.parent / "resources" / "lens" / "spanish.tsv"
_ONE_LETTER = frozenset("aeoyu")
_WHO = {"1s": "i", "2s": "you", "3s": "he", "1p": "we", "2p": "you", "3p": "they"}
_UNSAID = frozenset({"i", "he"})
"""The two whom several tenses do not tell apart; there the doer is left to the words around."""
_TENSES = (
    ("indicativo", "pretérito-perfecto-simple"),
    ("indicativo", "presente"),
    ("indicativo", "pretérito-imperfecto"),
    ("infinitivo", "infinitivo"),
    ("gerundio", "gerundio"),
    ("participo", "participo"),
    ("indicativo", "futuro"),
    ("condicional", "presente"),
    ("subjuntivo", "presente"),
    ("subjuntivo", "pretérito-imperfecto-1"),
    ("subjuntivo", "pretérito-imperfecto-2"),
    ("imperativo", "afirmativo"),
)
"""Where one form belongs to two tenses, the first of these is meant; of two verbs, the earlier one of the list."""
_LIKE = {"ar": "hablar", "er": "comer", "ir": "vivir"}
"""How a verb goes that the conjugator does not know."""


class English(NamedTuple):
    """The forms of a verb, with the words that follow it ("take away")."""

    base: str
    past: str
    ing: str
    done: str
    he: str

    def told(self, mood: str, tense: str, who: str) -> str:
        """One form as it would be said in English; "" for ``who`` where a form has no person."""
        unsaid = who in _UNSAID
        if mood == "indicativo" and tense == "presente":
            return f"{who} {self._now(who)}"
        if tense == "pretérito-perfecto-simple":
            return f"{who} {self._then(who)}"
        if tense == "pretérito-imperfecto":
            return self._then(who) if unsaid else f"{who} {self._then(who)}"
        if tense == "futuro":
            return f"{who} will {self.base}"
        if mood == "condicional":
            return f"would {self.base}" if unsaid else f"{who} would {self.base}"
        if mood == "subjuntivo":
            said = self.base if tense == "presente" else self._then(who)
            return said if unsaid else f"{who} {said}"
        return {"gerundio": self.ing, "participo": self.done}.get(mood, self.base)

    def _now(self, who: str) -> str:
        if self.base.startswith("be "):
            return ("am" if who == "i" else self.he.split()[0] if who == "he" else "are") + self.base[2:]
        return self.he if who == "he" else self.base

    def _then(self, who: str) -> str:
        were = self.base.startswith("be ") and who not in _UNSAID
        return ("were" + self.base[2:]) if were else self.past


def english(said: str) -> English:
    """The forms of an English verb, given as it stands after "to"."""
    from lemminflect import getInflection

    verb, _, rest = said.partition(" ")
    if said == "used to":
        return English(*(said,) * 5)
    forms = [getInflection(verb, tag)[0] for tag in ("VBD", "VBG", "VBN", "VBZ")]
    after = f" {rest}" if rest or verb == "be" else ""  # "be " is how the others know it
    return English(*(form + after for form in (verb, *forms)))


def forms(conjugator: object, verb: str) -> Iterator[tuple[str, str, str, str]]:
    """Mood, tense, person and form of everything that is one word."""
    known = verb in conjugator.get_infinitives()  # type: ignore[attr-defined]
    like = verb if known else _LIKE[verb[-2:]]
    for mood, tenses in conjugator.conjugate(like).get_data()["moods"].items():  # type: ignore[attr-defined]
        for tense, rows in tenses.items():
            for row in rows if (mood, tense) in _TENSES else ():
                who = _WHO.get(f"{row.get('p', '')}{row.get('n', '')}", "")
                for said in row["c"]:
                    form = said.split()[-1].lower()
                    yield mood, tense, who, form if known else verb[:-2] + form.removeprefix(like[:-2])


def of_verbs(verbs: Mapping[str, str]) -> dict[str, str]:
    """Each form of each verb, said in English."""
    from verbecc import CompleteConjugator

    conjugator = CompleteConjugator(lang="es")
    best: dict[str, tuple[int, int]] = {}
    found: dict[str, str] = {}
    for place, (verb, said) in enumerate(verbs.items()):
        told = english(said)
        for mood, tense, who, form in forms(conjugator, verb):
            rank = (_TENSES.index((mood, tense)), place)
            words = [form]
            if mood == "participo" and form.endswith("o"):
                words += [form[:-1] + ending for ending in ("a", "os", "as")]
            for word in words:
                if rank < best.get(word, (len(_TENSES), 0)) and (len(word) > 1 or word in _ONE_LETTER):
                    best[word] = rank
                    found[word] = told.told(mood, tense, who).strip()
    return found


def read(name: str) -> dict[str, str]:
    """A list of words and their English."""
    return dict(line.split("\t") for line in (_LISTS / name).read_text(encoding="utf-8").splitlines())


def main() -> None:
    """Conjugate, put the other words over it, write."""
    words = of_verbs(read("verbs.tsv")) | read("words.tsv")
    _OUT.write_text("".join(f"{word}\t{words[word]}\n" for word in sorted(words)), encoding="utf-8")
    print(_OUT, len(words))


if __name__ == "__main__":
    main()
