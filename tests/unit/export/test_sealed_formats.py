"""Locked pages: shut for everybody else, and what is inside was read back as the open page is."""

from __future__ import annotations

import io

import pikepdf
import pyrage
import pytest

from intake.export.exporter import Check, Exporter, KeyKind, Seal, exporters
from intake.export.pdf_pages import page_texts
from intake.referral.page import Page
from intake.releases.refusal import Refusal
from tests.unit.referral.pages import full_view, page_of

WORDS = "plaza otter linen quarry mango drift"
SECRET = pyrage.x25519.Identity.generate()
PUBLIC = str(SECRET.to_public())
FORMATS = exporters()


@pytest.fixture(scope="module")
def page() -> Page:
    return page_of(full_view())


@pytest.fixture(scope="module")
def finished(page: Page) -> bytes:
    return FORMATS["pdf"].render(page)


def seal_of(name: str) -> Seal:
    seal = FORMATS[name].seal
    assert seal is not None
    return seal


def reading(exporter: Exporter, page: Page) -> Check:
    return lambda opened: exporter.read_back(opened, page)


def checks(name: str, sealed: bytes, finished: bytes, key: str, page: Page) -> list[str]:
    found = seal_of(name).check(sealed, finished, key, reading(FORMATS[name], page))
    return [one.check for one in found]


@pytest.mark.parametrize(
    ("name", "key", "needs"),
    [("pdf_sealed", WORDS, KeyKind.PASSPHRASE), ("age", PUBLIC, KeyKind.PUBLIC_KEY)],
    ids=["pdf_sealed", "age"],
)
def test_a_locked_page_reads_back_whole_and_no_two_are_alike(
    name: str, key: str, needs: KeyKind, page: Page, finished: bytes
) -> None:
    seal = seal_of(name)
    assert seal.needs is needs
    assert seal.problem(key) == ""
    assert FORMATS[name].render(page) == finished
    first, second = seal.close(finished, key), seal.close(finished, key)
    assert first != second
    assert checks(name, first, finished, key, page) == []


def test_a_locked_pdf_opens_with_its_words_alone(page: Page, finished: bytes) -> None:
    sealed = seal_of("pdf_sealed").close(finished, WORDS)
    for wrong in ("", WORDS.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(sealed), password=wrong)
    with pytest.raises(ValueError, match="cannot be read"):
        page_texts(sealed)
    assert page_texts(sealed, WORDS) == page_texts(finished)
    with pikepdf.open(io.BytesIO(sealed), password=WORDS) as opened:
        assert (opened.encryption.R, opened.encryption.V, opened.encryption.bits) == (6, 5, 256)
        assert opened.Root.MarkInfo.Marked


def test_what_can_be_seen_of_a_locked_pdf_does_not_tell_the_page(page: Page, finished: bytes) -> None:
    sealed = seal_of("pdf_sealed").close(finished, WORDS)
    with pikepdf.open(io.BytesIO(finished)) as opened:
        digest_of_the_page = bytes(opened.trailer.ID[0])
    for telling in (
        b"Summary",
        b"Noto",
        b"xpacket",
        digest_of_the_page,
        digest_of_the_page.hex().encode(),
        *(word.encode() for word in WORDS.split()),
    ):
        assert telling not in sealed
    assert b"qpdf" not in sealed.lower()


def test_a_lock_that_is_weaker_or_holds_another_page_is_noticed(page: Page, finished: bytes) -> None:
    def locked(**how: object) -> bytes:
        written = io.BytesIO()
        with pikepdf.open(io.BytesIO(finished)) as opened:
            opened.save(written, encryption=pikepdf.Encryption(owner=WORDS, **how))  # type: ignore[arg-type]
        return written.getvalue()

    assert checks("pdf_sealed", finished, finished, WORDS, page) == ["file_not_sealed"]
    assert checks("pdf_sealed", locked(user=WORDS, R=4), finished, WORDS, page) == ["file_not_sealed"]
    assert checks("pdf_sealed", locked(user="", R=6), finished, WORDS, page) == ["file_not_sealed"]
    assert checks("pdf_sealed", locked(user=WORDS, R=6, metadata=False), finished, WORDS, page) == ["file_not_sealed"]
    other = FORMATS["pdf"].render(page_of(full_view(), name_to_use="Lena"))
    sealed = seal_of("pdf_sealed").close(other, WORDS)
    assert checks("pdf_sealed", sealed, finished, WORDS, page) == ["file_text"]
    assert checks("pdf_sealed", sealed[:500], finished, WORDS, page) != []


@pytest.mark.parametrize("key", ["", "   ", "contraseña larga de prueba", "a" * 128, "two\nlines of it"])
def test_words_that_not_every_reader_takes_are_turned_down(key: str) -> None:
    assert seal_of("pdf_sealed").problem(key) == "sealed_key"


def test_the_partner_and_nobody_else_opens_an_age_file(finished: bytes) -> None:
    sealed = seal_of("age").close(finished, f" {PUBLIC}\n")
    assert pyrage.decrypt(sealed, [SECRET]) == finished
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [pyrage.x25519.Identity.generate()])


@pytest.mark.parametrize(
    "key",
    ["", "age1", PUBLIC[:-1] + ("q" if PUBLIC[-1] != "q" else "p"), "ssh-ed25519 AAAA", PUBLIC + PUBLIC],
    ids=["nothing", "its start", "a letter changed", "of another kind", "twice"],
)
def test_what_is_no_public_key_is_said_so(key: str) -> None:
    assert seal_of("age").problem(key) == "age_key"


def test_a_secret_key_in_the_wrong_place_is_told_apart() -> None:
    assert seal_of("age").problem(str(SECRET)) == "age_secret_key"


def test_an_age_file_for_two_or_with_something_else_inside_is_noticed(page: Page, finished: bytes) -> None:
    mine, other = SECRET.to_public(), pyrage.x25519.Identity.generate().to_public()
    assert checks("age", bytes(pyrage.encrypt(finished, [mine, other])), finished, PUBLIC, page) == ["file_not_sealed"]
    assert checks("age", bytes(pyrage.encrypt(finished + b"more", [mine])), finished, PUBLIC, page) == [
        "file_not_sealed"
    ]
    assert checks("age", bytes(pyrage.passphrase.encrypt(finished, "x")), finished, PUBLIC, page) == ["file_not_sealed"]
    for broken in (finished, b"", bytes(pyrage.encrypt(finished, [mine]))[:-1]):
        assert checks("age", broken, finished, PUBLIC, page) == ["file_not_sealed"]


def test_what_goes_into_an_age_file_is_read_back_before(page: Page, finished: bytes) -> None:
    seal = seal_of("age")
    doubt = (Refusal("file_text", "Thrown away."),)
    assert seal.check(seal.close(finished, PUBLIC), finished, PUBLIC, lambda _opened: doubt) == doubt
