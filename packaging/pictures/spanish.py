"""The screens that most people see most, in Spanish."""

from __future__ import annotations

from pictures.camera import USUAL, Photographer

from intake.actions.interview.moves import go_to_question
from ui.style.tokens import DARK, LIGHT


def in_spanish(camera: Photographer) -> None:
    """The screens that most people see most, turned to Spanish in mid-question, and the list of languages."""
    session, languages = camera.session, camera.state.languages
    case = camera.robbed()
    go_to_question(session, case, "happened.how_taken")
    for tokens, tail, scale in ((LIGHT, "", 1.0), (DARK, "-dark", 1.0), (LIGHT, "-large-text", 2.0)):
        camera.look(tokens, USUAL, scale)
        camera.go("interview", case_id=case)
        languages.speak_in_report("es", case, session)
        camera.shoot(f"interview-es{tail}")
        camera.go("referral", case_id=case)
        camera.shoot(f"recipients-es{tail}")
        languages.speak_at_desk("es", session)
        camera.go("today")
        camera.shoot(f"today-es{tail}")
        languages.speak_at_desk("en", session)
    languages.speak_in_report("en", case, session)
    camera.look(LIGHT)
