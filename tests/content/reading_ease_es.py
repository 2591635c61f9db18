"""How easy a Spanish text is to read: the perspicuity of Szigriszt-Pazos, read on the INFLESZ scale.

Formula: 206.835 - 62.3 * syllables / words - words / sentences (F. Szigriszt Pazos, "Sistemas predictivos de
legibilidad del mensaje escrito", Universidad Complutense de Madrid, 1993). Scale: I. M. Barrio-Cantalejo and others,
"Validación de la Escala INFLESZ", Anales del Sistema Sanitario de Navarra 31 (2), 2008. On it 65 to 80 is "bastante
fácil", at the level of primary school, and 55 to 65 "normal", at the level of the press and of secondary school.
"""

from __future__ import annotations

import re

# names that no plainer word can stand for, as in the measure for English; each counts as one word of two syllables
NAMES = re.compile(
    r"San Francisco|Fiscalía de Distrito|Servicios a Víctimas|Washington, D\. C\.|Washington|California"
    r"|condado de Alameda|inmigración|migratorio|\b[A-Z]{3,4}\b|felony|stalking",
)
# "trabajo sexual" and what is said of it stand in every second sentence; Spanish has no shorter plain word for it
_FEWEST_WORDS = 8
_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_STRONG = "aeoáéó"
_ACCENTED_WEAK = "íú"


def reading_ease(text: str) -> float:
    """The ease of one text, higher is easier; very short texts count as one sentence of eight words."""
    plain = NAMES.sub("lugar", text).replace("{values}", "dinero")
    words = re.findall(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+", plain)
    if not words:
        return 100.0
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", plain)))
    counted = max(len(words), _FEWEST_WORDS)
    syllables = sum(syllables_of(word) for word in words)
    return 206.835 - 62.3 * syllables / counted - counted / sentences


def syllables_of(word: str) -> int:
    """The syllables of a Spanish word; two strong vowels part, a weak one without an accent joins its neighbour."""
    low = re.sub(r"(?<=[qg])u(?=[eiéí])", "", word.lower())
    low = re.sub(r"y$", "i", low)
    return max(1, sum(_in_a_run(run) for run in _VOWELS.findall(low)))


def _in_a_run(run: str) -> int:
    parted = 1
    for left, right in zip(run, run[1:], strict=False):
        if (left in _STRONG and right in _STRONG) or left in _ACCENTED_WEAK or right in _ACCENTED_WEAK:
            parted += 1
    return parted
