"""Whatever sentences are picked by hand, in whatever number: one page, the same lines on it, and all of it understood."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from intake.cases.model import ShareableView
from intake.export.exporter import exporters
from intake.referral.frames import DatePrecision, Frame, FrameUse, OwnWords, Slot, Typed
from intake.referral.inference_check import inspect_page
from tests.unit.export.test_pdf_page import drawn_lines
from tests.unit.referral.pages import LANGUAGES, RECIPIENTS, TERMS, agreed_to, composed, content, page_of, wording

PDF = exporters()["pdf"]
MARKER = "Zqxjvwkp"
DATES = {DatePrecision.DAY: "2025-05-03", DatePrecision.WEEK: "2025-04-28", DatePrecision.MONTH: "2025-05"}
NUMBERS = {Typed.PLATE: "8ABC123", Typed.PHONE: "(415) 555-0134", Typed.BADGE: "A 1234"}


def filled(slot: Slot) -> st.SearchStrategy[tuple[str, ...]]:
    if slot.precision is not None:
        return st.just((DATES.get(slot.precision, "2025"),))
    if slot.typed is not None:
        return st.just((NUMBERS.get(slot.typed, "Blue Car"),))
    values = [value.id for value in content().slot_lists[slot.list_id].values]
    most = len(values) if slot.many else 1
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True).map(tuple)


@st.composite
def uses(draw: st.DrawFn, frame: Frame) -> FrameUse:
    return FrameUse(frame.id, {name: draw(filled(slot)) for name, slot in frame.slots.items()})


@st.composite
def lists_of_sentences(draw: st.DrawFn) -> tuple[str, tuple[FrameUse, ...]]:
    recipient_id = draw(st.sampled_from(RECIPIENTS))
    frames = content().frames_for(recipient_id) or tuple(content().frames.values())
    picked = draw(st.lists(st.sampled_from(frames), max_size=40))
    return recipient_id, tuple(draw(uses(frame)) for frame in picked)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(lists_of_sentences(), st.sampled_from(LANGUAGES))
def test_any_list_makes_one_page_of_the_same_shape(picked: tuple[str, tuple[FrameUse, ...]], language: str) -> None:
    recipient_id, listed = picked
    nobody = ShareableView()
    done = composed(nobody, recipient_id, language, (*listed, OwnWords(f"{MARKER} said it")))
    assume([one.check for one in done.refusals] != ["own_unit"])
    assert done.page is not None
    recipient = content().recipients[recipient_id]
    assert inspect_page(done.page, recipient, TERMS, content(), wording(language), agreed_to(listed)).refusals == ()
    finished = PDF.render(done.page)
    assert PDF.read_back(finished, done.page) == ()
    assert drawn_lines(finished) == drawn_lines(PDF.render(page_of(nobody, recipient_id, language)))
    assert MARKER.encode() not in finished
    said = {use.frame_id for use in done.page.uses()}
    held = {one.line.frame_id for one in done.held if isinstance(one.line, FrameUse)}
    assert said | held == {use.frame_id for use in listed}
