"""Answers become sentences by declared rules; silence becomes nothing; unlisted words are turned away."""

from __future__ import annotations

import pytest

from intake.answers.model import Answer, AnswerStatus
from intake.cases.model import ShareableView
from intake.referral.frames import FrameUse
from intake.referral.proposals import contradicts, proposals
from intake.referral.sentences import fits, sentence
from tests.unit.referral.pages import content, dated, view, wording


def said(seen: ShareableView, recipient_id: str = "da_victim_services", language: str = "en") -> list[str]:
    recipient = content().recipients[recipient_id]
    uses = proposals(seen, recipient, content())
    return [sentence(use, content(), wording(language)) for use in uses]


def test_what_was_taken_and_how_becomes_one_sentence() -> None:
    seen = view(happened__taken=("phone", "keys", "id_papers"), happened__how_taken="force")
    assert said(seen) == ["The person took the reporter's phone, keys, and personal papers by force."]
    assert said(seen, language="es") == [
        "La otra persona le quitó el teléfono, las llaves y los papeles personales a quien reporta por la fuerza."
    ]


def test_without_the_way_the_sentence_does_without_it() -> None:
    assert said(view(happened__taken=("money",))) == ["The person took the reporter's money."]


def test_one_question_may_feed_two_sentences_each_with_its_own_options() -> None:
    assert said(view(happened__no_choice=("force", "froze", "trick"))) == [
        "The person used force and deception.",
        "The person acted while the reporter was unable to move.",
    ]


def test_pressure_on_the_neck_is_said_once() -> None:
    both = view(happened__kinds=("neck",), safety__neck_pressed="yes")
    assert sum("neck" in text for text in said(both) if text.startswith("The person")) == 1
    assert any("hard to breathe" in text for text in said(view(safety__neck_pressed="yes")))


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2025-05-03", "It happened on May 3, 2025."),
        ("2025-05", "It happened in May 2025."),
        ("2025", "It happened in 2025."),
    ],
)
def test_a_date_is_as_exact_as_it_was_remembered(iso: str, text: str) -> None:
    assert said(dated(iso)) == [text]


def test_a_date_reads_as_its_language_writes_it() -> None:
    assert said(dated("2025-05-03"), language="es") == ["Ocurrió el 3 de mayo de 2025."]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("not_at_all", "a person the reporter had not met before"),
        ("met_before", "a person the reporter had met before"),
        ("knows_name", "a person the reporter knows by a first name"),
        ("partner_or_ex", "a person known to the reporter"),
        ("family", "a person known to the reporter"),
        ("boss_or_landlord", "a person known to the reporter"),
        ("officer", "a person the reporter understood to be an officer"),
        ("other", "a person"),
    ],
)
def test_the_neutral_words_for_the_other_person_are_true(known: str, words: str) -> None:
    assert said(view(other_person__known=known)) == [f"The report is about {words}."]


@pytest.mark.parametrize("status", [status for status in AnswerStatus if status is not AnswerStatus.GIVEN])
def test_the_four_other_answers_say_nothing_at_all(status: AnswerStatus) -> None:
    asked = {name for frame in content().frames.values() for rule in frame.say for name in _questions(rule.slots)}
    assert said(ShareableView(dict.fromkeys(asked, Answer(status)))) == []


def _questions(slots: object) -> list[str]:
    assert isinstance(slots, dict)
    return [source.question for source in slots.values()]


@pytest.mark.parametrize(
    "answers",
    [
        {"happened__weapon": "none"},
        {"happened__moved": "no"},
        {"happened__helpers": "no"},
        {"happened__entered": "no", "happened__entered_place": "home"},
        {"other_person__official": "no"},
        {"limits__adult": "no"},
        {"happened__condom": "no"},
    ],
)
def test_a_no_is_not_turned_into_a_sentence(answers: dict[str, str]) -> None:
    assert said(view(**answers)) == []


def test_a_hospital_is_told_how_long_ago_and_a_court_office_when() -> None:
    seen = view(safety__how_recent="two_three_days", when_where__time="night")
    assert said(seen, "hospital_safe") == ["When staff first asked, it had happened two or three days before."]
    assert said(seen) == ["It happened at night."]


@pytest.mark.parametrize(
    "use",
    [
        FrameUse("no.such_frame"),
        FrameUse("acts.taken", {"things": ("phone", "a gold watch")}),
        FrameUse("acts.taken", {"things": ()}),
        FrameUse("acts.taken", {"things": ("phone", "phone")}),
        FrameUse("acts.taken", {}),
        FrameUse("acts.hit", {"things": ("phone",)}),
        FrameUse("acts.moved", {"way": ("by_car", "on_foot")}),
        FrameUse("when.day", {"day": ("2025-05",)}),
        FrameUse("when.day", {"day": ("tomorrow night",)}),
    ],
)
def test_an_unlisted_word_does_not_fit(use: FrameUse) -> None:
    assert not fits(use, content())
    with pytest.raises(ValueError, match="not on its list"):
        sentence(use, content(), wording("en"))


def test_words_of_a_list_stand_in_the_order_of_the_list_and_once() -> None:
    use = FrameUse("danger.knows_where", {"places": ("go", "live")})
    assert sentence(use, content(), wording("en")) == (
        "The person knows where the reporter lives and where the reporter can be found."
    )


def test_a_sentence_that_must_agree_may_not_say_otherwise() -> None:
    stranger = FrameUse("other_person.relation", {"relation": ("not_met_before",)})
    assert contradicts(stranger, view(other_person__known="family"), content())
    assert not contradicts(stranger, view(other_person__known="not_at_all"), content())
    assert not contradicts(stranger, view(), content())
    assert contradicts(FrameUse("person.adult"), view(limits__adult="no"), content())
    assert not contradicts(FrameUse("person.adult"), view(), content())
    assert not contradicts(FrameUse("acts.hit"), view(happened__kinds=()), content())


def test_a_filled_frame_does_not_show_its_words_by_accident() -> None:
    assert "phone" not in repr(FrameUse("acts.taken", {"things": ("phone",)}))
