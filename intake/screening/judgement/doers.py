"""Words that tell who does a thing, where a clause ends, and what turns it round, in the languages that are read."""
# ruff: noqa: SIM905, E501 - words as running text; Russian is escaped, for its letters look like Latin ones

from __future__ import annotations

from collections.abc import Mapping

CLAUSE_END = frozenset(".,;:!?()\u2014\u2013-|/") | frozenset(
    "and but so because when while before after then who that which if until since as "
    "y pero porque cuando mientras antes después despues entonces que quien si hasta donde como "
    "mas quando enquanto depois então quem se até \u0438 \u0430 \u043d\u043e \u043f\u043e\u0442\u043e\u043c\u0443 \u043a\u043e\u0433\u0434\u0430 \u043f\u043e\u043a\u0430 \u0447\u0442\u043e\u0431\u044b \u0447\u0442\u043e \u043a\u043e\u0442\u043e\u0440\u044b\u0439 \u0435\u0441\u043b\u0438".split()
)
NOT = frozenset(
    "not no never n't didn't dont don't wasn't without nunca jamas jamás sin ni não nem \u043d\u0435 \u043d\u0438 \u043d\u0435\u0442 không hindi "
    "wala".split()
)

_REPORTER = (
    "i im i'm ive i'd i'll i've id my me mine myself we us our ours we'd we're we've yo mi me mis conmigo nos nosotras "
    "nosotros nuestra nuestro eu minha meu minhas meus nós \u044f \u043c\u043d\u0435 \u043c\u0435\u043d\u044f \u043c\u043e\u0439 \u043c\u043e\u044f \u043c\u043e\u044e \u043c\u043e\u0435\u0439 \u043c\u044b \u043d\u0430\u0441 \u043d\u0430\u043c \u043d\u0430\u0448 \u043d\u0430\u0448\u0430 \u0443 \u043c\u043d\u043e\u0439 ako "
    "ko akin kami namin tayo tôi em mình chúng toi tui minh reporter reporta denunciante informante ct clt pt she her "
    "survivor caller victim usuaria ella ptte rptr rep"
)
_OTHER = (
    "he him his himself hes he's he'd they them their el él su sus lo le les ellos ele dele seu sua \u043e\u043d \u0435\u0433\u043e \u0435\u043c\u0443 \u043d\u0438\u043c \u043e\u043d\u0438 "
    "\u0438\u0445 siya niya kanya sila hắn nó ông họ han person persona suspect susp perp aggressor agresor guy man dude tipo "
    "hombre sujeto vato driver"
)
_CLOSE = (
    "friend roommate sister cousin coworker girl girls girlfriend amiga amigas compañera companera prima hermana "
    "homegirl bestie amigo husband wife partner mom mother mama mamá novio novia pareja esposo roomie kasama kaibigan"
)
AGENT_OF: Mapping[str, str] = {
    word: mark for mark, words in (("I", _REPORTER), ("H", _OTHER), ("A", _CLOSE)) for word in words.split()
}
"""I: the reporter (a staff note also says she, ct or client). H: the other person. A: somebody close."""
