"""Offices and bodies told apart without a person's name: "Ruritania's president", "the state governor", "its army"."""

from dragoman.extract.offices import national_office
from dragoman.extract.owners import qualifiers
from dragoman.extract.reference import entities_at
from dragoman.extract.scene import Scene, is_outlet, printed
from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.entity import EntityKind
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_NOT_ONE = frozenset(("some", "several", "most", "few", "other", "senior", "top", "new", "next"))


def office_voice(scene: Scene, token: Token) -> Voice | None:
    """An office that one person or staff holds: 'Ruritania's president', 'Prime Minister A B's office'."""
    holder = token.lower_ in words("unnamed", "holders") and token.tag_ in ("NN", "NNP")
    staff = token.lower_ in words("unnamed", "staffs")
    if not (holder or staff) or any(c.lower_ in ("a", "an", "former") for c in token.children):
        return None
    owners = qualifiers(scene, token)
    fitting = [o for o in owners if o.kind is EntityKind.COUNTRY or (staff and o.kind is EntityKind.PERSON)]
    if not fitting or is_outlet(scene, fitting[0]):
        return None
    name = printed(scene, token).exact
    if name.split(maxsplit=1)[0].lower() in _POSSESSIVES:
        name = f"{fitting[0].name}'s {name.split(maxsplit=1)[1]}"
    name = f"the {name[4:]}" if name.startswith("The ") else name
    return Voice(VoiceKind.NAMED, None, name, fitting[0].side)


def definite_office(scene: Scene, token: Token) -> Voice | None:
    """An office that is told apart without its holder's name: 'the state governor', 'the city's mayor'."""
    children = [c for c in token.children if c.i < token.i]
    plain = ("compound", "amod", "nmod")
    qualified = [c for c in children if c.dep_ in plain or (c.dep_ == "poss" and c.pos_ != "PRON")]
    definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in children)
    apart = any(c.lower_ in words("forms", "former") or c.lower_ in _NOT_ONE for c in children)
    if token.lemma_.lower() not in words("unnamed", "single_offices") or token.tag_ not in ("NN", "NNP"):
        return None
    if not (definite and qualified) or apart:
        return None
    name = printed(scene, token).exact
    name = f"the {name[4:]}" if name.startswith("The ") else name
    state = scene.page.gazetteer.world.country(national_office(_role(token)))
    if state is not None and name == f"the {_role(token)}":
        listed = scene.page.gazetteer.actor(state.name)
        return Voice(VoiceKind.NAMED, None, f"{state.name}'s {_role(token)}", listed[0].side if listed else "")
    sides = tuple(dict.fromkeys(e.side for e in qualifiers(scene, token) if e.side))
    return Voice(VoiceKind.NAMED, None, name, sides[0] if len(sides) == 1 else "")


def _role(token: Token) -> str:
    """The office's own words ("foreign secretary")."""
    own = [c.lower_ for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.i < token.i]
    return " ".join([*own, token.lower_])


def own_body(scene: Scene, token: Token, before: list[Token]) -> Voice | None:
    """'its refugee service': the body of the country or organisation that the pronoun stands for."""
    pronoun = next((c for c in before if c.dep_ == "poss" and c.lower_ in ("its", "their")), None)
    owners = entities_at(scene.page, scene.found, scene.paragraph, pronoun) if pronoun is not None else ()
    if len(owners) != 1 or owners[0].kind is EntityKind.PERSON or is_outlet(scene, owners[0]):
        return None
    name = printed(scene, token).exact
    if name.split(maxsplit=1)[0].lower() not in _POSSESSIVES:
        return None
    civil = token.lemma_.lower() in words("unnamed", "civil_bodies")
    side = "" if civil else owners[0].side
    return Voice(VoiceKind.NAMED, None, f"{owners[0].name}'s {name.split(maxsplit=1)[1]}", side)
