"""The second net under the finished file: what was typed is read, what was composed is not, and in doubt nothing leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.cases.model import ShareableView
from intake.export.exporter import exporters
from intake.export.last_look import FalseAlarm
from intake.export.save_summary import Leave, Prepared, Refused, Saved, Summary, prepare_summary, save_summary
from intake.export.second_net import Looked, SecondNet, lens_look
from intake.referral.frames import FrameUse, Line, OwnWords, Typed
from intake.referral.page import Page
from intake.referral.typed.own_lines import OwnLines
from intake.screening.gate.gate import Gate
from tests.unit.referral.pages import GOOD_RELEASE, TERMS, TODAY, agreed_to, content, net, page_of, wording

POLICE = "police_special_victims"
LINE = OwnWords("The person beat the reporter with a belt.")
FORMATS = {name: one for name, one in exporters().items() if one.seal is None}
# the packs mark a word in each of these when it stands alone; on a page it is ours
MARKED_ALONE = (
    FrameUse("control.signed"),
    FrameUse("weapons.hurt_with", {"weapon": ("gun",)}),
    FrameUse("evidence.kinds", {"kinds": ("papers",)}),
)


def summary(*lines: Line, agreed: tuple[Line, ...] | None = None, **release: object) -> Summary:
    changed = replace(GOOD_RELEASE, recipient=POLICE, **release)  # type: ignore[arg-type]  # any field
    said = lines if agreed is None else agreed
    return Summary(ShareableView(), POLICE, changed, fact_list=lines or None, agreed=said, net=net())


def prepared(asked: Summary, language: str = "en", form: str = "pdf") -> Prepared:
    done = prepare_summary(asked, content(), wording(language), FORMATS[form], TODAY)
    assert isinstance(done, Prepared), done
    return done


def on_page(done: Prepared, line: OwnWords) -> bool:
    return line.text in done.page.texts()


@pytest.mark.parametrize("form", FORMATS)
def test_composed_sentences_raise_no_alarm_in_any_format(form: str) -> None:
    known = tuple(use for use in MARKED_ALONE if use.frame_id in content().frames)
    fitting = tuple(use for use in known if set(use.slots) == set(content().frames[use.frame_id].slots))
    assert fitting
    assert prepared(summary(*fitting), form=form).alarms == ()


@pytest.mark.parametrize("form", FORMATS)
def test_a_line_in_own_words_is_found_and_judged_in_the_file_of_any_format(form: str) -> None:
    done = prepared(summary(LINE), form=form)
    assert on_page(done, LINE)
    assert done.alarms == ()


def test_without_a_yes_or_in_another_language_it_stays_off() -> None:
    assert not on_page(prepared(summary(LINE, agreed=())), LINE)
    assert not on_page(prepared(summary(LINE), "es"), LINE)


def test_without_a_net_nothing_leaves(tmp_path: Path) -> None:
    done = save_summary(replace(summary(), net=SecondNet()), content(), wording("en"), FORMATS["pdf"], tmp_path, TODAY)
    assert isinstance(done, Refused)
    assert [one.check for one in done.refusals] == ["lens_impossible"]
    assert not done.may_be_false
    assert list(tmp_path.iterdir()) == []


def test_a_gate_that_fails_holds_the_line_and_the_file() -> None:
    def broken() -> Gate:
        raise MemoryError("ZEBRA")

    done = prepared(replace(summary(LINE), net=SecondNet(broken)))
    assert not on_page(done, LINE)
    assert [one.check for one in done.alarms] == ["lens_impossible"]
    assert not SecondNet(broken).may_fill(Typed.PLATE, "8ABC123", "en")


def test_a_programme_whose_name_tells_is_stopped_and_may_be_talked_through(tmp_path: Path) -> None:
    asked = summary(discloser_org="Recovery House, 415 555 0134")
    done = save_summary(asked, content(), wording("en"), FORMATS["txt"], tmp_path, TODAY)
    assert isinstance(done, Refused)
    assert [one.check for one in done.refusals] == ["lens_name"]
    assert done.may_be_false
    talked = Leave(false_alarm=FalseAlarm("a house that everybody knows", person_agreed=True))
    assert isinstance(save_summary(asked, content(), wording("en"), FORMATS["txt"], tmp_path, TODAY, talked), Saved)


@pytest.mark.parametrize("name", ["Rosa", "Crystal", "Tina", "Molly", "Mary Jane"])
def test_an_ordinary_name_is_no_alarm(name: str) -> None:
    assert prepared(summary(person_name_or_code=name)).alarms == ()


def test_a_line_that_slipped_onto_the_page_is_seen_in_the_file() -> None:
    page = with_line(
        page_of(ShareableView(), POLICE, fact_list=(LINE,)), OwnWords("The reporter was working that night.")
    )
    finished = FORMATS["txt"].render(page)
    for own in (agreed_to(()), agreed_to(tuple(page.own_lines()))):
        assert checks(finished, page, own) == ["lens_line"]
    honest = page_of(ShareableView(), POLICE, fact_list=(LINE,))
    assert checks(FORMATS["txt"].render(honest), honest, agreed_to((LINE,))) == []
    assert "lens_line" in checks(finished, honest, agreed_to((LINE,)))  # not the file of this page


def with_line(page: Page, line: OwnWords) -> Page:
    rows = [
        replace(row, lines=(line.text,), said=(line,)) if any(isinstance(one, OwnWords) for one in row.said) else row
        for row in page.rows
    ]
    return replace(page, rows=tuple(rows))


def checks(finished: bytes, page: Page, own: OwnLines) -> list[str]:
    looked = Looked(page, TERMS, own, content(), wording("en"))
    return [one.check for one in lens_look(finished, looked, net(), FORMATS["txt"])]
