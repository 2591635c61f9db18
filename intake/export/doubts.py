"""What a reading of the finished file can find: each kind of doubt under a name, in words that can be acted on.

No sentence here ever repeats what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from intake.releases.refusal import Refusal

_AGAIN = "It was thrown away and nothing was written. Try once more; if it stays so, use another format and tell us."

DOUBTS: Mapping[str, str] = {
    "file_unreadable": f"The finished file could not be opened again. {_AGAIN}",
    "file_text": f"The words in the finished file were not exactly those of the page. {_AGAIN}",
    "file_pages": f"The finished file did not have exactly one page. {_AGAIN}",
    "file_shape": f"The finished file did not have the lines of its template. {_AGAIN}",
    "file_extras": f"The finished file held something besides the page. {_AGAIN}",
    "file_properties": f"The finished file said more about itself than it may. {_AGAIN}",
    "file_strings": f"The finished file held words or names that are not seen on the page. {_AGAIN}",
    "file_fonts": f"The type in the finished file was not the one that belongs there. {_AGAIN}",
    "file_size": f"The finished file was larger than a page can be. {_AGAIN}",
    "file_never_word": (
        "The finished file held a word that could harm the person. Change the name that holds it. It was thrown away "
        "and nothing was written."
    ),
    "file_not_sealed": f"The locked file was not locked as it must be. {_AGAIN}",
    "letters": (
        "The page is drawn before it leaves, and its type does not hold some letter of the name. Use a code, or write "
        "the name in Latin letters."
    ),
    "sealed_key": "There is no passphrase that every reader takes. Let the program make one, of plain letters.",
    "age_key": "This is not a public key of the age format. It begins with age1; ask the partner to send it again.",
    "age_secret_key": (
        "This is a secret key. Nobody should have sent it. Delete it, tell the partner, and ask for the public one, "
        "which begins with age1."
    ),
    "case_name": (
        "A name or word that was given to us and is not released would stand in the file. Look at the name to use "
        "and at the name of the program; a code can be used instead. Nothing was written."
    ),
    "case_number": (
        "A number that was given to us and is not released would stand in the file. Look at the report number, at "
        "the phone of the program, and at a number typed into a sentence. Nothing was written."
    ),
    "case_words": (
        "A word from what was told and stays here would stand in the file. Look at the name to use; a code can be "
        "used instead. Nothing was written."
    ),
    "case_papers": (
        "Something told about papers or borders would stand in the file. Take the name or number off the page that "
        "holds it; a code can be used instead. Nothing was written, and this cannot be passed by."
    ),
    "lens_name": (
        "A word in the name to use or in the name of the program could harm the person. A code, or a plainer name, "
        "can be used instead. Nothing was written."
    ),
    "lens_line": (
        "A line that was typed may not leave, or the person has not said yes to it. Take it off, or choose a ready "
        "sentence in its place. Nothing was written."
    ),
    "lens_impossible": (
        "The check of wording could not be done, so the file was thrown away and nothing was written. Start the "
        "program again; if it stays so, install it anew."
    ),
    "look_too_long": (
        "The last look at the file took too long, so it was thrown away and nothing was written. Try again; if it "
        "stays so, let the person tell it themselves, and tell us."
    ),
    "look_impossible": (
        "The last look at the file could not be done, so it was thrown away and nothing was written. Start the "
        "program again; if it stays so, install it anew."
    ),
}
"""Every kind of doubt, and its sentence."""


def as_refusals(found: Iterable[str]) -> tuple[Refusal, ...]:
    """Each kind of doubt once."""
    return tuple(Refusal(check, DOUBTS[check]) for check in dict.fromkeys(found))
