"""Every frame, slot list and recipient: true to the field matrix, sayable in every language, harmless in each word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest

from intake.cases.model import CasePart
from intake.questions.model import Question
from intake.referral.fields import FIELDS, RECIPIENT_IDS, FieldRule
from intake.referral.frames import Frame, FrameUse
from intake.referral.frames_against_questions import frames_against_questions
from intake.referral.sentences import sentence
from intake.wording.catalogue import languages
from tests.content.reading_grade import reading_grade
from tests.unit.referral.pages import content, questions, wording

# the matrix of what may be told to whom: recipients D P O H S L T C B; A always, I only if ticked, - never.
# The last column is the person's own copy, of which every line is their choice.
MATRIX = {
    "ref": "AAAAAAAA-A",
    "name_to_use": "AAAAAAAA-I",
    "legal_name": "III--I-I--",
    "pronouns": "IIIIIII--I",
    "language": "AAAAAAAA--",
    "access_needs": "IIIIIII---",
    "contact_line": "AAAAAAAA-A",
    "contact_direct": "IIIIIIII--",
    "adult": "AAAAAAAA-I",
    "role": "AAA--I-AAI",
    "event_type": "AAAA-AIAAI",
    "date": "AAAA-I-AII",
    "time": "IIIA----II",
    "place": "III--I-III",
    "acts": "AAAA-I-AII",
    "force": "AAAIII-IAI",
    "aggressor_description": "IAA-II--AI",
    "aggressor_identifiers": "IAA-II-III",
    "how_known": "III-II---I",
    "danger": "AAAIAAI--I",
    "injuries": "IIIAI-IA-I",
    "exam_facts": "---A------",
    "evidence": "IAAI-I---I",
    "witness": "III------I",
    "report_number": "AII--I-A-I",
    "advocate_present": "AAAA------",
    "name_confidentiality": "IAI------I",
    "household": "----A-----",
    "help_asked": "AAAAAAAA--",
    "losses": "-------A--",
}
RULES = {"A": FieldRule.ALWAYS, "I": FieldRule.IF_TICKED}

# whom a sentence may be about: the other person first, else what may show it, else what the reporter needs or suffered
ALLOWED_STARTS = (
    "The person ", "The other person ", "The person's ", "This was done by ", "It happened ", "It took place ", "It was reported by ",
    "It also happened ", "It began ", "It went on ", "From there it ", "It ended when ", "The report is about ", "A report has ",
    "A report was ", "The police report ", "No report had ", "A condom was ", "A court order ", "The harm went on ",
    "After that the reporter ", "Evidence may ", "Some of it ", "Clothing from ", "There are cameras ",
    "There may be cameras ", "When staff first ", "The cup or bottle ", "A body camera ", "A list of calls ",
    "Damage at ", "A call was made ", "A medical exam ", "The items are kept ", "Posts can ", "Records may ",
    "The clothing ", "Messages may ", "Video ", "A picture of the person ", "Photos of the injuries ",
    "There was contact with ", "Some medicine ", "A urine sample ", "It is hard for the reporter to ",
    "It was seen or heard ", "A witness can ", "Somebody called for help ", "The reporter told ", "Please ",
    "For the reporter, please ", "For the interpreter, please ", "For counseling, please ",
    "Where you reach the reporter ", "There is a deadline, so please ", "There is a court day ", "For these costs ",
    "The costs ", "In place of a report number ", "The place is needed ", "There are no pets", "The name to use ",
    "The reporter is ", "The reporter asks ", "The reporter would like ", "The reporter has ", "The reporter keeps ",
    "The reporter needs ", "The reporter wants to know ", "The reporter can come ", "The reporter does not expect ",
    "The reporter blacked out", "The reporter passed out ", "The reporter was hurt", "The reporter was treated ",
    "The reporter was in fear ", "The reporter's injuries ", "The reporter still has pain",
    "The reporter saw ", "The reporter thinks that the person ", "The reporter would know ", "The reporter might know ", "Since then it has been hard ",
    "The victim has ", "The victim is not sure ", "The victim does not expect ",
)  # fmt: skip

FRAMES = tuple(content().frames.values())
OTHER_LANGUAGES = [language for language in languages() if language != "en"]


@pytest.mark.parametrize("recipient_id", sorted(content().recipients))
def test_each_recipient_is_told_what_the_matrix_allows_and_no_more(recipient_id: str) -> None:
    column = RECIPIENT_IDS.index(recipient_id)
    expected = {name: RULES[row[column]] for name, row in MATRIX.items() if row[column] != "-"}
    assert dict(content().recipients[recipient_id].fields) == expected
    assert tuple(MATRIX) == FIELDS


def test_a_frame_is_only_for_recipients_that_the_matrix_allows() -> None:
    for frame in FRAMES:
        assert frame.recipients, frame.id
        for name in frame.recipients:
            assert name in RECIPIENT_IDS, frame.id
            assert MATRIX[frame.field][RECIPIENT_IDS.index(name)] != "-", (frame.id, name)


def test_a_frame_only_goes_where_its_question_says_that_the_answer_may_go() -> None:
    for frame in FRAMES:
        for question_id in sorted(looked_at(frame)):
            question = questions().question(question_id)
            told = set(frame.recipients) - EXTRA_RECIPIENTS.get((frame.id, question_id), set()) - {OWN_COPY}
            assert told <= set(question.recipients), (frame.id, question_id)


OWN_COPY = "reporter_copy"
# where the matrix tells more than the catalogue of questions does, the matrix holds
EXTRA_RECIPIENTS = {
    ("evidence.clothing", "evidence.kinds"): {"hospital_safe"},
    ("other_person.relation", "other_person.known"): {"shelter"},
    ("relation.tie", "other_person.known"): {"shelter"},
    ("when.day", "when_where.day"): {"legal_help"},
    ("when.month", "when_where.day"): {"legal_help"},
    ("when.year", "when_where.day"): {"legal_help"},
    ("where.county", "when_where.city"): {"legal_help"},
    ("car.kind", "vehicle.kind"): {"police_oversight", "shelter"},
    ("car.kind", "vehicle.color"): {"police_oversight", "shelter"},
    ("car.color", "vehicle.kind"): {"police_oversight", "shelter"},
    ("car.color", "vehicle.color"): {"police_oversight", "shelter"},
    ("car.features", "vehicle.features"): {"police_oversight"},
    ("online.account", "vehicle.reached_by"): {"police_oversight"},
    ("online.hidden_number", "vehicle.reached_by"): {"police_oversight"},
    ("online.several", "vehicle.reached_by"): {"police_oversight"},
    ("witness.told", "witness.told_whom"): {"police_oversight"},
    ("witness.told", "witness.told_when"): {"police_oversight"},
    ("contact.not_times", "contact.not_safe"): {
        "police_special_victims",
        "police_oversight",
        "shelter",
        "victim_compensation",
    },
    ("officer.unit", "other_person.unit"): {"police_special_victims"},
}


def looked_at(frame: Frame) -> set[str]:
    named = {source.question for rule in frame.say for source in rule.slots.values()}
    return named | set(re.findall(r"subject='([^']+)'", repr(frame.say)))


def test_a_frame_speaks_of_the_other_person_or_of_a_need() -> None:
    for frame in FRAMES:
        assert frame.text.startswith(ALLOWED_STARTS), frame.text
        assert frame.text.endswith("."), frame.text
        assert frame.text.count(".") == 1, frame.text
        assert not re.search(r"[\[\]()!?;\"]|\.\.\.|…|\d", frame.text), frame.text


def every_sentence(language: str) -> Iterator[str]:
    for frame in FRAMES:
        yield from spoken(frame, language)


def spoken(frame: Frame, language: str) -> list[str]:
    """The sentence with each of its slot values in turn."""
    words = wording(language)
    text = words.text(frame.message_id, frame.text)
    values = [
        [
            content().slot_lists[slot.list_id].label(value.id, words)
            for value in content().slot_lists[slot.list_id].values
        ]
        if slot.list_id
        else ["8ABC123" if slot.typed else "2025"]
        for slot in frame.slots.values()
    ]
    spoken_texts = []
    for filled in product(*values):
        said = text
        for name, value in zip(frame.slots, filled, strict=True):
            said = said.replace(f"{{{name}}}", value)
        spoken_texts.append(said)
    return spoken_texts


@pytest.mark.parametrize("language", ["en", *OTHER_LANGUAGES])
def test_no_sentence_holds_a_word_that_could_harm(language: str) -> None:
    for said in every_sentence(language):
        assert not content().never.on_page(said), said
        assert "{" not in said, said


def test_a_frame_asks_for_nine_years_of_school_at_most() -> None:
    for said in every_sentence("en"):
        assert reading_grade(PLAINER.sub("consent", said)) <= 9.0, said


# words that stand for one thing each on every page; their length is no measure of a sentence
PLAINER = re.compile(r"reporter's|reporter|agreement|genitals|personal|officer|operator|interpreter")


# two words that never follow each other when a sentence is put together well
BADLY_JOINED = {
    "en": re.compile(
        r"\b(\w+) \1\b|  |\ba [aeio]|\ban [^aeiouhS]|\b(?:by|in|on|at|with|from) (?:by|in|on|at|with|from) ",
        re.IGNORECASE,
    ),
    "es": re.compile(r"\b(\w+) \1\b|  |\b(?:a|de) el\b|\b(?:de|con|en|por) (?:de|con|en|por) ", re.IGNORECASE),
}


@pytest.mark.parametrize("language", ["en", *OTHER_LANGUAGES])
def test_a_sentence_is_joined_well_whatever_fills_it(language: str) -> None:
    for said in every_sentence(language):
        assert not BADLY_JOINED[language].search(said), said
        assert said[0].isupper(), said


def test_lists_of_three_are_joined_well_too() -> None:
    for frame in content().frames.values():
        for language, joined in BADLY_JOINED.items():
            slots = {
                name: three_of(slot.list_id) if slot.many else three_of(slot.list_id)[:1]
                for name, slot in frame.slots.items()
                if slot.list_id
            }
            if len(slots) == len(frame.slots):
                said = sentence(FrameUse(frame.id, slots), content(), wording(language))
                assert not joined.search(said), said


def three_of(list_id: str) -> tuple[str, ...]:
    return tuple(value.id for value in content().slot_lists[list_id].values)[:3]


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_every_text_of_a_page_is_there_in_every_language_with_the_same_gaps(language: str) -> None:
    words = wording(language)
    for message_id, english in content().messages():
        assert words.covers(message_id, english), message_id
        translated = words.text(message_id, english)
        assert set(re.findall(r"\{\w+\}", translated)) == set(re.findall(r"\{\w+\}", english)), message_id
        assert "!" not in translated


def test_a_spanish_list_never_needs_its_and_changed() -> None:
    """The word for *and* changes before the sound of an i, which a list joined by rule would get wrong."""
    joined = {slot.list_id for frame in content().frames.values() for slot in frame.slots.values() if slot.many}
    for list_id in joined:
        for value in content().slot_lists[list_id].values:
            label = content().slot_lists[list_id].label(value.id, wording("es"))
            assert not re.match(r"h?[ií](?![aeo])", label), label


EXPORTABLE = [
    pytest.param(one, id=one.id)
    for one in questions().questions
    if one.part is CasePart.SHAREABLE and one.options and one.recipients
]

# options that say that something did not happen or is not known
NOTHING_TO_SAY = {"no", "none", "not_sure", "tell_more"}
# options that route to another question, that no short word would be true of, or that only open a notice
NOT_SAID = {
    ("comfort.pronouns", "other"),
    ("when_where.kind", "other"),
    ("help.warn", "yes"),
    # a witness is spoken of by hand, once that person agreed; a number is typed into its sentence, never proposed
    ("witness.saw", "yes"),
    ("witness.saw", "maybe"),
    ("witness.told_whom", "nobody"),
    ("vehicle.reached_by", "number"),
}
SAID_ALTHOUGH_NO = {"body.since", "danger.again", "reported.yet"}


@pytest.mark.parametrize("question", EXPORTABLE)
def test_every_answer_that_may_leave_can_be_said(question: Question) -> None:
    for option in question.options:
        silent = option.id in NOTHING_TO_SAY and question.id not in SAID_ALTHOUGH_NO
        if not silent and (question.id, option.id) not in NOT_SAID:
            assert sayable(question, option.id), option.id


def test_every_day_that_may_leave_can_be_said() -> None:
    assert {"when.day", "when.week", "when.month", "when.year"} <= set(content().frames)


def sayable(question: Question, option_id: str) -> bool:
    for frame in content().frames.values():
        for rule in frame.say:
            for name, source in rule.slots.items():
                slot_list = content().slot_lists.get(frame.slots[name].list_id)
                if (
                    source.question == question.id
                    and slot_list
                    and slot_list.has(source.renamed.get(option_id, option_id))
                ):
                    return True
            if f"subject='{question.id}'" in repr(rule.when) and f"'{option_id}'" in repr(rule.when):
                return True
    return False


def test_frames_look_only_at_questions_that_may_leave() -> None:
    assert frames_against_questions(content(), questions()) == []


def test_threats_and_papers_are_worded_so_that_nothing_shows_through() -> None:
    threats, things = content().slot_lists["threats"], content().slot_lists["belongings"]
    assert threats.label("tell_private", wording("en")) == "reveal private information"
    assert threats.label("call_agency", wording("en")) == "make a report about the reporter to an agency"
    assert things.label("personal_papers", wording("en")) == "personal papers"


@pytest.mark.parametrize("recipient_id", sorted(content().recipients))
def test_rows_say_each_field_at_most_once_and_every_sayable_field_has_a_row(recipient_id: str) -> None:
    recipient = content().recipients[recipient_id]
    shown = [name for row in recipient.rows for name in row.fields]
    assert len(shown) == len(set(shown))
    sayable_fields = {frame.field for frame in content().frames_for(recipient_id)}
    assert sayable_fields <= set(shown)
    assert len({row.id for row in recipient.rows}) == len(recipient.rows)


@pytest.mark.parametrize("language", ["en", *OTHER_LANGUAGES])
def test_the_words_around_the_facts_are_harmless_too(language: str) -> None:
    words = wording(language)
    for message_id, english in content().messages():
        if message_id.startswith(("page.", "recipient.")) and not message_id.endswith(".risk"):
            assert not content().never.on_page(words.text(message_id, english)), message_id


@pytest.mark.parametrize("recipient_id", sorted(content().recipients))
def test_what_the_person_hears_or_keeps_asks_for_seven_years_of_school_at_most(recipient_id: str) -> None:
    recipient = content().recipients[recipient_id]
    plain = recipient.plain
    kept = (*plain.words.values(), *(row.text for row in plain.rows), *recipient.words.values()) if plain else ()
    for text in (recipient.risk_line, recipient.prompt, *kept):
        assert reading_grade(text) <= 7.0, text
