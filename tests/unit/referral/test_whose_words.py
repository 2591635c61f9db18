"""Each page is told in the words of the one who tells: whom it befell, who saw it, who speaks for the one harmed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.answers.model import Answer, AnswerStatus, Choice
from intake.cases.model import ShareableView
from intake.referral.choosing.whose_words import may_offer, may_stand, only_fitting
from intake.referral.frames import FrameUse, OwnWords
from intake.referral.frames_against_questions import frames_against_questions
from intake.referral.proposals import contradicts, proposals
from intake.referral.sentences import sentence
from tests.unit.referral.pages import RECIPIENTS, composed, content, full_view, questions, view, wording

DONE = {"acts", "force", "injuries", "exam_facts"}
TOLD_OF_ANOTHER = ["saw_it", "for_someone"]


def full(who: str) -> ShareableView:
    return ShareableView({**full_view().answers, "happened.who": Answer(AnswerStatus.GIVEN, Choice(who))})


def said(seen: ShareableView, recipient_id: str = "police_special_victims", language: str = "en") -> list[str]:
    uses = proposals(seen, content().recipients[recipient_id], content())
    return [sentence(use, content(), wording(language)) for use in uses]


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
@pytest.mark.parametrize("who", TOLD_OF_ANOTHER)
def test_what_befell_another_is_never_told_as_done_to_the_reporter(who: str, recipient_id: str) -> None:
    done = [
        sentence(use, content(), wording("en"))
        for use in proposals(full(who), content().recipients[recipient_id], content())
        if content().frames[use.frame_id].field in DONE
    ]
    assert not [text for text in done if "the reporter" in text]  # what a witness felt or did may stand
    assert contradicts(FrameUse("acts.hit"), full(who), content())
    assert not contradicts(FrameUse("acts.hit"), full("to_me"), content())


@pytest.mark.parametrize("who", ["to_me", "both"])
def test_what_befell_the_reporter_is_told_as_before(who: str) -> None:
    ids = {use.frame_id for name in RECIPIENTS for use in proposals(full(who), content().recipients[name], content())}
    assert {"acts.hit", "acts.following", "acts.filmed", "acts.entered_place", "force.threats"} <= ids
    assert not [name for name in ids if name.startswith(("seen.", "for_victim."))]


@pytest.mark.parametrize(("who", "group"), [("saw_it", "seen."), ("for_someone", "for_victim.")])
def test_every_act_that_can_be_told_of_the_reporter_can_be_told_of_another(who: str, group: str) -> None:
    """Whatever the answers propose as done to the reporter has its counterpart, save what only an exam asks."""
    harmed = {
        use.frame_id for name in RECIPIENTS for use in proposals(full("to_me"), content().recipients[name], content())
    }
    here = {use.frame_id for name in RECIPIENTS for use in proposals(full(who), content().recipients[name], content())}
    lost = {name.partition(".")[2] for name in harmed - here if content().frames[name].field in {"acts", "force"}}
    assert lost - {name.removeprefix(group) for name in here if name.startswith(group)} == set()


@pytest.mark.parametrize(
    ("answers", "language", "text"),
    [
        ({"happened__kinds": ("hit",)}, "en", "The reporter saw the person hit or hurt someone."),
        ({"happened__kinds": ("hit",)}, "es", "Quien reporta vio a la otra persona golpear o lastimar a alguien."),
        (
            {"happened__taken": ("phone", "keys"), "happened__how_taken": "asleep"},
            "en",
            "The reporter saw how the person took someone's phone and keys as they slept.",
        ),
        (
            {"happened__taken": ("phone",), "happened__how_taken": "force"},
            "es",
            "Quien reporta vio cómo la otra persona le quitó el teléfono a alguien por la fuerza.",
        ),
        ({"happened__threats": ("hurt_me",)}, "en", "The reporter saw or heard the person threaten to hurt someone."),
        ({"happened__following": ("came_to_home",)}, "en", "The reporter saw that the person came to someone's home."),
        (
            {"happened__drugged": "think_so"},
            "es",
            "Quien reporta cree que la otra persona le dio algo a alguien sin su acuerdo.",
        ),
    ],
)
def test_a_witness_tells_what_was_seen(answers: dict[str, str], language: str, text: str) -> None:
    assert text in said(view(happened__who="saw_it", **answers), language=language)


@pytest.mark.parametrize(
    ("answers", "language", "text"),
    [
        ({"happened__kinds": ("neck",)}, "en", "The person pressed on the victim's neck."),
        ({"happened__kinds": ("neck",)}, "es", "La otra persona apretó el cuello de la víctima."),
        ({"happened__held": ("car",)}, "en", "The person kept the victim from leaving by keeping them in a car."),
        ({"happened__threats": ("hurt_me",)}, "es", "La otra persona amenazó a la víctima con hacerle daño."),
    ],
)
def test_who_speaks_for_another_tells_it_of_that_one(answers: dict[str, str], language: str, text: str) -> None:
    told = said(view(happened__who="for_someone", **answers), language=language)
    assert text in told
    role = {
        "en": "The reporter is someone who speaks for the victim.",
        "es": "Quien reporta es alguien que habla por la víctima.",
    }
    assert role[language] in told


@pytest.mark.parametrize(
    ("language", "adult"), [("en", "The reporter is an adult."), ("es", "Quien reporta es una persona adulta.")]
)
def test_the_age_is_told_of_nobody_when_it_is_that_of_the_one_who_speaks_for_another(language: str, adult: str) -> None:
    assert adult in said(view(limits__adult="yes", happened__who="to_me"), language=language)
    assert adult in said(view(limits__adult="yes", happened__who="saw_it"), language=language)
    assert adult in said(view(limits__adult="yes"), language=language)
    for recipient_id in RECIPIENTS:
        assert adult not in said(full("for_someone"), recipient_id, language)
    assert contradicts(FrameUse("person.adult"), full("for_someone"), content())
    page = composed(full("for_someone"), language=language, fact_list=(FrameUse("person.adult"),))
    assert [one.check for one in page.refusals] == ["not_true"]


@pytest.mark.parametrize(
    ("answers", "recipient_id", "text"),
    [
        (
            {"body__theirs_hurts": ("face", "hands")},
            "victim_compensation",
            "The victim has pain in the face and hands.",
        ),
        ({"danger__theirs_again": "yes"}, "legal_help", "The person may cause harm again, as the victim sees it."),
        ({"danger__theirs_again": "no"}, "legal_help", "The victim does not expect more harm from the person."),
        ({"danger__theirs_kill": "yes"}, "police_special_victims", "The person has threatened to kill the victim."),
        (
            {"danger__theirs_places": ("live", "work")},
            "legal_help",
            "The person knows where the victim lives and where the victim can be found.",
        ),
    ],
)
def test_hurts_and_dangers_are_asked_of_the_victim_and_told_of_no_other(
    answers: dict[str, str], recipient_id: str, text: str
) -> None:
    told = said(view(happened__who="for_someone", happened__for_someone="with_consent", **answers), recipient_id)
    assert text in told
    for who in ("to_me", "saw_it", "both"):
        assert text not in said(view(happened__who=who, **answers), recipient_id)
    for other in ("shelter", "hospital_safe", "therapist"):
        # they are not told who reports for whom
        assert text not in said(view(happened__who="for_someone", **answers), other)


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_what_might_be_told_of_the_wrong_one_is_left_out(recipient_id: str) -> None:
    """The other person's ties, and whatever was answered to a question that says *you*: there are two people."""
    told = said(full("for_someone"), recipient_id)
    wrong = (
        "The reporter has pain",
        "kill the reporter",
        "knows where the reporter",
        "hard for the reporter",
        "The report is about a person",
    )
    assert not [text for text in told if text.startswith(wrong) or any(part in text for part in wrong)]


@pytest.mark.parametrize("who", ["to_me", *TOLD_OF_ANOTHER, "both"])
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_nothing_that_is_offered_is_declined_for_whose_words_it_is(who: str, recipient_id: str) -> None:
    fitting = only_fitting(content(), who)
    told = view(happened__who=who)
    for frame in fitting.frames_for(recipient_id):
        if frame.must_agree or not all(slot.list_id for slot in frame.slots.values()):
            continue
        entries = {
            name: [one.id for one in content().slot_lists[slot.list_id].values if may_stand(frame, one.label, who)]
            for name, slot in frame.slots.items()
        }
        assert all(entries.values()), frame.id
        for which in (0, -1):
            use = FrameUse(frame.id, {name: (ids[which],) for name, ids in entries.items()})
            assert not contradicts(use, told, content()), (frame.id, which)


def test_a_witness_is_offered_what_was_seen_and_nobody_else_is() -> None:
    seen = [frame for frame in content().frames.values() if frame.id.startswith("seen.")]
    assert len(seen) == 17
    assert all(may_offer(frame, "saw_it") and may_offer(frame, "both") for frame in seen)
    assert not any(may_offer(frame, "to_me") or may_offer(frame, "for_someone") for frame in seen)
    assert not may_offer(content().frames["acts.hit"], "saw_it")
    assert not may_offer(content().frames["injuries.hurt"], "for_someone")
    assert may_offer(content().frames["injuries.hurt"], "saw_it")


def test_a_sentence_of_what_was_seen_chosen_for_a_victim_stops_the_page() -> None:
    page = composed(full("to_me"), "police_special_victims", fact_list=(FrameUse("seen.hit"),))
    assert [one.check for one in page.refusals] == ["not_true"]


def test_a_line_in_own_words_cannot_say_of_a_witness_what_no_ready_sentence_may() -> None:
    line = OwnWords("The person hit or hurt the reporter.")
    own = composed(full("to_me"), "police_special_victims", fact_list=(line,))
    assert own.page is not None
    assert line.text in own.page.texts()
    seen = composed(full("saw_it"), "police_special_victims", fact_list=(line,))
    assert seen.page is not None
    assert line.text not in seen.page.texts()


def test_an_answer_that_nobody_can_give_is_a_fault_of_the_file() -> None:
    frame = replace(content().frames["seen.hit"], told_by=("saw_it", "heard_it"))
    (fault,) = frames_against_questions(replace(content(), frames={frame.id: frame}), questions())
    assert fault.file == "frames/seen/hit.toml"
    assert "'heard_it', no answer of 'happened.who'" in fault.what
