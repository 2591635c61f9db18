"""Places on a body: ticked in a list or pointed at on a drawing. What is kept is what a multiple choice keeps."""

from __future__ import annotations

from intake.questions.kinds.multiple_choice import MultipleChoice


class BodyMap(MultipleChoice):
    """The options are the places. Answers given to the former list of the same places stay good."""

    id = "body_map"


KIND = BodyMap()
