"""The only code that reaches the PDF reader: the text of a finished file, and its pages as pictures.

The reader is not made for several threads at once; call from one thread at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, field

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as seen: eight bits each of red, green and blue, row after row without gaps."""

    width: int
    height: int
    rgb: bytes = field(repr=False)


def page_texts(finished: bytes, passphrase: str | None = None) -> tuple[str, ...]:
    """The text of each page, as a reader without the picture gets it. Raises ValueError for one it cannot open."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(finished, password=passphrase) as document:
            return tuple(str(page.get_textpage().get_text_range()) for page in document)
    except pypdfium2.PdfiumError:
        raise ValueError("the file cannot be read as a PDF") from None


def page_picture(finished: bytes, dots_per_inch: float = 96.0, number: int = 0) -> PagePicture:
    """One page as a picture for the screen; ``number`` counts from zero."""
    import pypdfium2

    with pypdfium2.PdfDocument(finished) as document:
        bitmap = document[number].render(scale=dots_per_inch / POINTS_PER_INCH, rev_byteorder=True)
        rows = bytes(bitmap.buffer)
        used = bitmap.width * bitmap.n_channels
        packed = b"".join(
            rows[start : start + used] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        return PagePicture(bitmap.width, bitmap.height, packed)
