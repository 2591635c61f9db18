"""Takes words out of a text, or puts others in their place, so that a sentence still reads like one. No Qt."""

from __future__ import annotations

_ENDS = ".!?\u2026\u3002\uff01\uff1f"
_NO_SPACE_BEFORE = _ENDS + ",;:)"


def without(text: str, start: int, end: int) -> tuple[int, int]:
    """What to remove for a passage to be gone: one space goes along, and the full stop of a sentence that is gone."""
    before = text[:start].rstrip()
    if not before or before[-1] in _ENDS:
        while end < len(text) and text[end] in _ENDS:
            end += 1
    has_space_before = start > 0 and text[start - 1] == " "
    after = text[end : end + 1]
    if has_space_before and (not after or after in _NO_SPACE_BEFORE or after.isspace()):
        return start - 1, end
    if after == " " and (start == 0 or text[start - 1].isspace()):
        return start, end + 1
    return start, end


def in_place_of(words: str, text: str, start: int, end: int) -> str:
    """The words with a capital where a sentence begins, and with the mark that ended the passage."""
    before = text[:start].rstrip()
    if (not before or before[-1] in _ENDS) and words:
        words = words[0].upper() + words[1:]
    ending = text[end - 1 : end]
    return words + ending if ending and ending in _ENDS else words


def named_after(words: str, text: str, start: int, end: int) -> tuple[int, str]:
    """Where to put the words that name the other person, with their space: before the end of the sentence."""
    at = end
    while at > start and text[at - 1] in _ENDS:
        at -= 1
    return at, f" {words}"
