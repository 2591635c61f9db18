"""The gate in languages that have no frames: what its lists must keep to, and lines that it lets through and holds."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from intake.actions.screening.open_lens import open_gate, shipped_lens
from intake.resource_files import resources_folder
from intake.screening.gate.cutting import as_listed
from intake.screening.gate.gate import Gate, Why
from tests.judges import Judging, gate_answer
from tests.shipped import shipped_content

FILES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((resources_folder() / "gate").glob("*.toml"))
}
READ_AS_ENGLISH = sorted(name for name, file in FILES.items() if file.get("reads"))

MAY_LEAVE = {
    "pt": (
        "A pessoa bateu duas vezes no rosto da vítima com uma garrafa.",
        "O homem ameaçou matar a vítima.",
        "A vítima precisa de um intérprete no hospital.",
    ),
    "vi": (
        "Người đó đánh vào mặt nạn nhân hai lần bằng một cái chai.",
        "Người đàn ông nói sẽ giết nạn nhân.",
        "Nạn nhân cần thông dịch viên ở bệnh viện.",
    ),
    "tl": (
        "Dalawang beses sinuntok ng lalaki ang biktima sa mukha gamit ang bote.",
        "Sinabi ng lalaki na papatayin niya ang biktima.",
        "Kailangan ng biktima ng interpreter sa ospital.",
    ),
    "ru": (
        "Человек дважды ударил пострадавшую бутылкой по лицу.",
        "Человек сказал, что убьёт пострадавшую.",
        "Пострадавшей нужен переводчик в больнице.",
    ),
    "ko": (
        "남자가 병으로 신고자의 얼굴을 두 번 때렸다.",
        "그 사람이 신고자를 죽이겠다고 말했다.",
        "신고자는 병원에서 통역이 필요하다.",
    ),
    "zh-Hans": (
        "那个人打了举报人的脸。",
        "那个人说他要杀了举报人。",
        "举报人去医院需要一名翻译。",
    ),
    "zh-Hant": (
        "那個人打了舉報人的臉。",
        "那個人說他要殺了舉報人。",
        "舉報人去醫院需要一名翻譯。",
    ),
    "th": (
        "ผู้ก่อเหตุใช้ขวดตีหน้าผู้แจ้งสองครั้ง",
        "ผู้ก่อเหตุขู่ว่าจะฆ่าผู้แจ้ง",
        "ผู้แจ้งต้องการล่ามที่โรงพยาบาล",
    ),
}
"""He hit the reporter in the face; he said he would kill them; they need an interpreter at the hospital."""

MUST_NOT = {
    "pt": (
        "Bateu nele com uma garrafa.",
        "A vítima empurrou o homem e ele caiu.",
        "A vítima combinou o preço com a pessoa antes.",
    ),
    "vi": (
        "Nạn nhân đi với người đàn ông đến khách sạn.",
        "Lên xe của người đàn ông rồi bị đánh.",
        "Người đàn ông đòi lại tiền rồi đánh nạn nhân.",
    ),
    "tl": (
        "Sinuntok ng biktima ang lalaki sa mukha.",
        "Sinaksak ang lalaki sa tiyan.",
        "Nagbayad ang lalaki sa biktima ng dalawang daan.",
        "Sinuntok ng lalaki ang biktima at tinamaan ng kamay ng biktima ang mukha ng lalaki.",
    ),
    "ru": (
        "Ударила мужчину бутылкой по голове.",
        "Мужчину ударила пострадавшая бутылкой.",
        "Пострадавшая работала в этот вечер в гостинице.",
    ),
    "ko": (
        "남자가 때려서 칼로 찔렀다.",
        "신고자가 남자의 지갑을 가져갔다.",
        "남자는 얼굴에 상처가 있다.",
    ),
    "zh-Hans": (
        "举报人打了那个人一拳。",
        "那个人没给举报人钱就走了。",
        "举报人当时喝了酒。",
        "男子骂举报人\uff0c她推倒了男子。",
        "举报人有辣椒水。",
    ),
    "zh-Hant": (
        "舉報人打了那個人一拳。",
        "那個人沒給舉報人錢就走了。",
        "舉報人當時喝了酒。",
        "男子罵舉報人\uff0c她推倒了男子。",
        "舉報人有辣椒水。",
    ),
    "th": (
        "ผู้แจ้งเอามีดแทงผู้ก่อเหตุที่แขน",
        "ผู้ก่อเหตุถูกผู้แจ้งตีด้วยขวด",
        "ขึ้นรถไปกับผู้ชายคนหนึ่งแล้วเขาตี",
    ),
}
"""The reporter struck, took or went along; somebody paid; nobody is said to have done it."""


@pytest.fixture(scope="module")
def shipped() -> Gate:
    return open_gate(shipped_content(), shipped_lens(shipped_content()))


@pytest.fixture(scope="module")
def by_words(shipped: Gate) -> Gate:
    return replace(shipped, lens=replace(shipped.lens, judge=Judging()))


def words_in(language: str, key: str) -> set[str]:
    return {as_listed(word).replace("_", " ") for entry in FILES[language].get(key, []) for word in entry.split()}


def test_every_language_of_the_lens_has_a_gate() -> None:
    assert set(FILES) == {path.name for path in (resources_folder() / "word_packs").iterdir() if path.is_dir()}
    assert set(READ_AS_ENGLISH) == set(MAY_LEAVE) == set(MUST_NOT)


@pytest.mark.parametrize("language", READ_AS_ENGLISH)
def test_each_group_stands_for_a_word_of_a_frame_and_each_word_is_in_one_group(shipped: Gate, language: str) -> None:
    english = shipped.readings.get("en")
    assert english
    groups = [entry.split() for entry in FILES[language]["same"]]
    heads = {group[0] for group in groups}
    assert not {one for one in heads if one not in english.weight and english.words.stem(one) not in english.weight}
    group_of: dict[str, str] = {}
    for head, *words in groups:
        assert not {word for word in words if group_of.setdefault(word, head) != head}, head


@pytest.mark.parametrize("language", READ_AS_ENGLISH)
def test_a_word_that_always_holds_stands_on_no_list_that_lets_pass(language: str) -> None:
    lets_pass = {word for entry in FILES[language]["same"] for word in entry.split()[1:]}
    for key in ("small", "person", "pronouns", "reporter", "done_to", "allowed"):
        lets_pass |= words_in(language, key)
    assert not words_in(language, "never") & {as_listed(word).replace("_", " ") for word in lets_pass}


@pytest.mark.parametrize(("language", "text"), [(one, text) for one in READ_AS_ENGLISH for text in MAY_LEAVE[one]])
def test_a_plain_line_that_names_the_other_person_passes(shipped: Gate, language: str, text: str) -> None:
    assert gate_answer(shipped, text, language).why is Why.READS_AS_FRAME


@pytest.mark.parametrize(("language", "text"), [(one, text) for one in READ_AS_ENGLISH for text in MUST_NOT[one]])
def test_what_the_reporter_did_is_held_by_the_words_alone(by_words: Gate, language: str, text: str) -> None:
    assert not gate_answer(by_words, text, language).passes


@pytest.mark.parametrize("language", READ_AS_ENGLISH)
def test_what_comes_nearest_are_the_frames_that_an_english_line_of_the_kind_has(shipped: Gate, language: str) -> None:
    english = gate_answer(shipped, "The person hit the reporter in the face.", "en").nearest
    assert set(gate_answer(shipped, MAY_LEAVE[language][0], language).nearest) & set(english)
