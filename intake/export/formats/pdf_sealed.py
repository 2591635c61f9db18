"""The PDF page, locked with AES-256 under a passphrase that is told by phone."""

from __future__ import annotations

import io
from typing import Final

from intake.export.doubts import as_refusals
from intake.export.exporter import Check, FormatWords, KeyKind
from intake.export.formats.pdf import PdfExporter
from intake.export.pdf_pages import page_texts
from intake.releases.refusal import Refusal

REVISION: Final = 6
BITS = 256
_SAME_FOR_ALL = bytes.fromhex("31415926535897932384626433832795")  # qpdf's constant in place of an identity
_MOST_BYTES = 127  # what lies behind is cut off by readers of this format


class PassphraseSeal:
    """PDF 2.0's own encryption, revision 6, as qpdf does it: every string and stream, what the file says of itself too.

    Open to see: that it is one locked page, and about how long it is.
    """

    needs = KeyKind.PASSPHRASE

    def problem(self, key: str, /) -> str:
        """Whether readers everywhere take it as it is typed."""
        return "" if key.strip() and key.isascii() and key.isprintable() and len(key) <= _MOST_BYTES else "sealed_key"

    def close(self, finished: bytes, key: str, /) -> bytes:
        """The locked file. The identity of the file is a constant: qpdf's own would be made from the time of day."""
        import pikepdf

        sealed = io.BytesIO()
        with pikepdf.open(io.BytesIO(finished)) as pdf:
            if "/ID" in pdf.trailer:
                del pdf.trailer["/ID"]  # it is a digest of the page and would stand in the clear
            lock = pikepdf.Encryption(owner=key, user=key, R=REVISION, aes=True, metadata=True)
            pdf.save(
                sealed,
                encryption=lock,
                static_id=True,
                force_version="2.0",
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                fix_metadata_version=False,
            )
        return sealed.getvalue()

    def check(self, sealed: bytes, finished: bytes, key: str, check: Check, /) -> tuple[Refusal, ...]:
        """Shut without the passphrase for two readers; opened with it, the page is read back as the plain one is."""
        import pikepdf

        try:
            if _opens_without(sealed) or not _is_locked_well(sealed, key):
                return as_refusals(["file_not_sealed"])
            if page_texts(sealed, key) != page_texts(finished):
                return as_refusals(["file_text"])
            opened = io.BytesIO()
            with pikepdf.open(io.BytesIO(sealed), password=key) as pdf:
                pdf.save(
                    opened,
                    encryption=False,
                    deterministic_id=True,
                    object_stream_mode=pikepdf.ObjectStreamMode.disable,
                    fix_metadata_version=False,
                )
        except (pikepdf.PdfError, ValueError):
            return as_refusals(["file_unreadable"])
        return check(opened.getvalue())


EXPORTER = PdfExporter(
    "pdf_sealed",
    FormatWords("Locked page (PDF)", "To send or carry. It opens with words that you tell them by phone."),
    ".pdf",
    PassphraseSeal(),
)


def _opens_without(sealed: bytes) -> bool:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(sealed)):
            return True
    except pikepdf.PasswordError:
        pass
    try:
        page_texts(sealed)
    except ValueError:
        return False
    return True


def _is_locked_well(sealed: bytes, key: str) -> bool:
    import pikepdf

    with pikepdf.open(io.BytesIO(sealed), password=key) as pdf:
        lock = pdf.encryption
        return (
            pdf.is_encrypted
            and (lock.R, lock.bits) == (REVISION, BITS)
            and {lock.stream_method.name, lock.string_method.name, lock.file_method.name} == {"aesv3"}
            and bool(pdf.trailer.Encrypt.get("/EncryptMetadata", True))
            and {bytes(part) for part in pdf.trailer.ID} == {_SAME_FOR_ALL}
        )
