"""How easy a Spanish text is to read: the perspicuity of Szigriszt-Pazos, read on the INFLESZ scale.

Formula: 206.835 - 62.3 * syllables / words - words / sentences (F. Szigriszt Pazos, "Sistemas predictivos de
legibilidad del mensaje escrito", Universidad Complutense de Madrid, 1993). Scale: I. M. Barrio-Cantalejo and others,
"Validación de la Escala INFLESZ", Anales del Sistema Sanitario de Navarra 31 (2), 2008. On it 65 to 80 is "bastante
fácil", at the level of primary school, and 55 to 65 "normal", at the level of the press and of secondary school.
"""

from __future__ import annotations

import re
from itertools import pairwise

# names that no plainer word can stand for, as in the measure for English; each counts as one word of two syllables
NAMES = re.compile(
    r"San Francisco|Fiscalía de Distrito|Servicios a Víctimas|Washington, D\. C\.|Washington|California"
    r"|condado de Alameda|inmigración|migratorio|\b[A-Z]{3,4}\b|felony|stalking"
)
FEWEST_WORDS = 8
_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_STRONG = "aeoáéó"
_WEAK_AND_STRESSED = "íú"


def reading_ease(text: str) -> float:
    """The ease of one text, higher is easier; very short texts count as at least one sentence of eight words."""
    plain = NAMES.sub("lugar", text).replace("{values}", "dinero")
    words = re.findall(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+", plain)
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", plain)))
    counted = max(len(words), FEWEST_WORDS)
    return 206.835 - 62.3 * sum(map(syllables, words)) / counted - counted / sentences


def syllables(word: str) -> int:
    """The syllables of a Spanish word: two strong vowels part, a weak one without its accent joins its neighbour."""
    low = re.sub(r"(?<=[qg])u(?=[eiéí])", "", re.sub(r"y$", "i", word.lower()))
    return max(1, sum(_in_a_run(run) for run in _VOWELS.findall(low)))


def _in_a_run(run: str) -> int:
    return 1 + sum(_part(left, right) for left, right in pairwise(run))


def _part(left: str, right: str) -> bool:
    return (left in _STRONG and right in _STRONG) or bool({left, right} & set(_WEAK_AND_STRESSED))
