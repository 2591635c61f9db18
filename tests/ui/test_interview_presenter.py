"""The interview walked through without a screen, with a worker that can be held back."""

from __future__ import annotations

import pytest

from intake.answers.model import Answer, AnswerStatus, Choice, Text
from intake.errors import Mishap
from tests.ui.interview_fakes import DISK_FULL, FakeFace, FakeReport, HeldWork
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.screens.interview.flow.answer_keeper import Saving
from ui.screens.interview.flow.presenter import InterviewPresenter

TEXT, CHOICE, PRIVATE = "happened.words", "happened.how", "private.trade"


class Desk:
    """A presenter with everything around it, standing at one question."""

    def __init__(self, question_id: str, report: FakeReport | None = None) -> None:
        self.report = report or FakeReport()
        self.face = FakeFace()
        self.work = HeldWork()
        self.presenter = InterviewPresenter(self.report, self.face, self.work)
        self.recording = self.presenter.recording
        self.presenter.go_to_question(question_id)
        self.work.do_all()
        self.report.calls.clear()

    def type(self, text: str) -> None:
        self.recording.answer_changed(text or None, is_typed=True)

    def saving(self) -> Saving:
        return self.face.saving

    def trouble(self) -> Exception | None:
        return self.face.trouble

    def raw(self) -> Raw:
        return self.face.raw

    def choose(self, option: str) -> None:
        self.recording.answer_changed(option, is_typed=False)


def test_a_choice_is_stored_at_once_and_called_saved_only_when_it_is() -> None:
    desk = Desk(CHOICE)
    assert desk.saving() is Saving.NOTHING
    desk.choose("force")
    assert desk.saving() is Saving.NOT_YET
    desk.work.do_one()
    assert desk.saving() is Saving.SAVED
    assert desk.report.answers[CHOICE] == Answer(AnswerStatus.GIVEN, Choice("force"))


def test_words_wait_for_the_keys_to_rest() -> None:
    desk = Desk(TEXT)
    desk.type("I was")
    assert desk.work.is_waiting
    assert not desk.work.jobs
    desk.recording.store_now()
    desk.work.do_all()
    assert desk.report.answers[TEXT] == Answer(AnswerStatus.GIVEN, Text("I was"))


def test_the_next_question_is_shown_only_after_the_answer_is_durable() -> None:
    desk = Desk(TEXT)
    desk.type("I was there")
    desk.presenter.go_on()
    assert len(desk.work.jobs) == 1
    assert desk.face.question_id == TEXT
    desk.work.do_one()
    assert desk.saving() is Saving.SAVED
    assert desk.face.question_id == TEXT
    desk.work.do_all()
    assert desk.face.question_id == "when.name"
    assert desk.report.calls[:2] == [f"record {TEXT} given I was there", f"go_on {TEXT}"]


@pytest.mark.parametrize("is_cleared", [True, False])
def test_an_answer_that_a_hold_keeps_stands_there_again_and_the_way_on_is_free(is_cleared: bool) -> None:
    desk = Desk(TEXT)
    desk.type("I was there")
    desk.recording.store_now()
    desk.work.do_all()
    desk.report.fails = Mishap("legal_hold", "A court asked for it.", "All is here.", "Ask your lawyer.")
    if is_cleared:
        desk.type("")
        desk.recording.store_now()
    else:
        desk.recording.met_otherwise(AnswerStatus.SKIPPED, "I was there", is_typed=True)
    desk.work.do_all()
    assert desk.trouble() is desk.report.fails
    assert desk.raw() == "I was there"
    assert desk.face.status is AnswerStatus.GIVEN
    assert desk.saving() is Saving.SAVED
    desk.report.fails = None
    desk.presenter.go_on()
    desk.work.do_all()
    assert desk.face.question_id == "when.name"
    assert desk.report.answers[TEXT] == Answer(AnswerStatus.GIVEN, Text("I was there"))


def test_what_is_typed_while_a_hold_refuses_is_left_standing() -> None:
    desk = Desk(TEXT)
    desk.type("I was there")
    desk.recording.store_now()
    desk.work.do_all()
    desk.report.fails = Mishap("legal_hold", "A court asked for it.", "All is here.", "Ask your lawyer.")
    desk.type("")
    desk.recording.store_now()
    desk.type("I was here")
    desk.work.do_all()
    desk.report.fails = None
    desk.recording.store_now()
    desk.work.do_all()
    assert desk.report.answers[TEXT] == Answer(AnswerStatus.GIVEN, Text("I was here"))
    assert desk.saving() is Saving.SAVED


def test_a_mishap_keeps_the_question_and_its_words() -> None:
    desk = Desk(TEXT)
    desk.report.fails = DISK_FULL
    desk.type("I was there")
    desk.presenter.go_on()
    desk.work.do_all()
    assert desk.face.question_id == TEXT
    assert desk.saving() is Saving.NOT_YET
    assert desk.trouble() is DISK_FULL
    desk.report.fails = None
    desk.presenter.go_on()
    desk.work.do_all()
    assert desk.face.question_id == "when.name"
    assert desk.trouble() is None
    assert desk.report.answers[TEXT] == Answer(AnswerStatus.GIVEN, Text("I was there"))


def test_words_that_are_no_answer_are_kept_and_hold_go_on_up_only_once() -> None:
    desk = Desk("when.name")
    desk.report.not_understood = "Please make it shorter."
    desk.type("much too long")
    desk.presenter.go_on()
    desk.work.do_all()
    assert desk.face.question_id == "when.name"
    assert desk.face.advice == "Please make it shorter."
    assert desk.face.reminders == 1
    assert desk.saving() is Saving.AS_TYPED
    assert desk.report.drafts["when.name"] == "much too long"
    desk.presenter.go_on()
    desk.work.do_all()
    assert desk.face.question_id == "when.day"


def test_the_gentle_sentence_goes_away_with_the_next_key() -> None:
    desk = Desk("when.name")
    desk.report.not_understood = "Please make it shorter."
    desk.type("much too long")
    desk.recording.store_now()
    desk.work.do_all()
    assert desk.face.advice == "Please make it shorter."
    desk.type("short")
    assert desk.face.advice == ""
    assert desk.saving() is Saving.NOT_YET


def test_another_part_may_be_chosen_over_words_that_are_no_answer() -> None:
    desk = Desk("when.name")
    desk.report.not_understood = "Please make it shorter."
    desk.type("much too long")
    desk.presenter.go_to_section("happened")
    desk.work.do_all()
    assert desk.face.question_id == CHOICE
    assert desk.report.drafts["when.name"] == "much too long"


def test_a_half_typed_date_is_kept_and_asked_about_only_on_going_on() -> None:
    desk = Desk("when.day")
    desk.recording.answer_changed(HalfTyped("20-5-", "Please add the year."), is_typed=True)
    desk.recording.store_now()
    desk.work.do_all()
    assert desk.report.drafts["when.day"] == "20-5-"
    assert desk.face.advice == ""
    desk.presenter.go_on()
    desk.work.do_all()
    assert desk.face.advice == "Please add the year."
    assert desk.face.question_id == "when.day"


def test_half_typed_words_that_come_back_still_want_to_be_an_answer() -> None:
    report = FakeReport()
    report.drafts[TEXT] = "I was at the"
    desk = Desk(TEXT, report)
    assert desk.saving() is Saving.AS_TYPED
    desk.presenter.go_on()
    desk.work.do_all()
    assert report.answers[TEXT] == Answer(AnswerStatus.GIVEN, Text("I was at the"))
    assert TEXT not in report.drafts


def test_a_key_pressed_while_the_next_question_is_on_its_way_is_not_lost() -> None:
    desk = Desk(TEXT)
    desk.type("I was")
    desk.presenter.go_on()
    desk.work.do_one()
    desk.type("I was t")
    desk.work.do_all()
    assert desk.face.question_id == "when.name"
    assert desk.report.drafts[TEXT] == "I was t"


def test_pressing_go_on_twice_moves_one_question() -> None:
    desk = Desk(CHOICE)
    desk.choose("force")
    desk.presenter.go_on()
    desk.presenter.go_on()
    desk.work.do_all()
    assert desk.face.question_id == "happened.kinds"


@pytest.mark.parametrize("status", [one for one in AnswerStatus if one is not AnswerStatus.GIVEN])
def test_each_of_the_four_equal_answers_is_stored_in_the_same_way(status: AnswerStatus) -> None:
    desk = Desk(CHOICE)
    desk.recording.met_otherwise(status, None, is_typed=False)
    desk.work.do_all()
    assert desk.report.answers[CHOICE] == Answer(status)
    assert desk.face.status is status
    assert desk.saving() is Saving.SAVED


def test_one_of_the_four_sets_words_aside_and_undoing_it_brings_them_back() -> None:
    desk = Desk(TEXT)
    desk.type("I was there")
    desk.recording.met_otherwise(AnswerStatus.DECLINED, "I was there", is_typed=True)
    desk.work.do_all()
    assert desk.raw() is None
    assert desk.report.answers[TEXT] == Answer(AnswerStatus.DECLINED)
    desk.recording.met_otherwise_undone()
    desk.work.do_all()
    assert desk.raw() == "I was there"
    assert desk.report.answers[TEXT] == Answer(AnswerStatus.GIVEN, Text("I was there"))


def test_an_emptied_field_takes_the_answer_back() -> None:
    desk = Desk(TEXT)
    desk.type("I")
    desk.recording.store_now()
    desk.type("")
    desk.recording.store_now()
    desk.work.do_all()
    assert TEXT not in desk.report.answers
    assert desk.saving() is Saving.NOTHING


def test_hiding_in_mid_sentence_keeps_the_words_as_typed() -> None:
    desk = Desk(TEXT)
    desk.type("I was at th")
    job = desk.presenter.last_job()
    assert job is not None
    job()
    assert desk.report.drafts[TEXT] == "I was at th"
    assert TEXT not in desk.report.answers


def test_hiding_with_nothing_unsaved_has_nothing_to_do() -> None:
    desk = Desk(CHOICE)
    desk.choose("force")
    desk.work.do_all()
    assert desk.presenter.last_job() is None


def test_hiding_stores_a_choice_that_is_still_on_its_way() -> None:
    desk = Desk(CHOICE)
    desk.choose("force")
    job = desk.presenter.last_job()
    assert job is not None
    job()
    assert desk.report.answers[CHOICE] == Answer(AnswerStatus.GIVEN, Choice("force"))


def test_an_answer_that_is_not_saved_is_said_to_be_in_memory_only() -> None:
    desk = Desk(PRIVATE)
    desk.choose("force")
    desk.work.do_all()
    assert desk.saving() is Saving.IN_MEMORY


@pytest.mark.parametrize("way", ["go_to_section limits", "go_back", "go_to_question happened.how"])
def test_leaving_the_private_part_closes_it(way: str) -> None:
    desk = Desk(PRIVATE)
    verb, _, target = way.partition(" ")
    move = getattr(desk.presenter, verb)
    move(target) if target else move()
    desk.work.do_all()
    assert desk.report.calls[-1] == "close_private_check"


def test_moving_inside_the_private_part_does_not_close_it() -> None:
    desk = Desk(PRIVATE)
    desk.presenter.go_on()
    desk.work.do_all()
    assert "close_private_check" not in desk.report.calls
    desk.presenter.go_on()
    desk.work.do_all()
    assert desk.face.question_id == ""
    assert "close_private_check" in desk.report.calls


def test_leaving_the_screen_in_the_private_part_closes_it() -> None:
    desk = Desk(PRIVATE)
    job = desk.presenter.last_job()
    assert job is not None
    job()
    assert desk.report.calls == ["close_private_check"]


def test_the_protections_are_judged_anew_after_each_recorded_answer() -> None:
    desk = Desk(CHOICE)
    desk.report.shape = "half"
    desk.choose("force")
    desk.work.do_all()
    assert desk.face.panel is not None
    assert desk.face.panel.cards[0].shape == "half"
    assert desk.face.around is not None


def test_several_answers_in_a_row_are_looked_at_once_more_at_the_end() -> None:
    desk = Desk(CHOICE)
    for option in ("force", "threat", "trick"):
        desk.choose(option)
    desk.work.do_all()
    assert desk.report.answers[CHOICE] == Answer(AnswerStatus.GIVEN, Choice("trick"))
    assert desk.saving() is Saving.SAVED
