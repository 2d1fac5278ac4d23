"""Accounts are counted per claim: by relay chains, by passages and by owners, never by outlets."""

from builders import COUNTRIES, OUTLET, at, claim, named, report

from dragoman.link.lineage import link_lineages
from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.claim import About, Field
from dragoman.model.entity import Actor
from dragoman.reconcile.accounts import count_accounts, with_accounts
from dragoman.text.outlets import Outlet, Outlets, outlets

NORVANIA = COUNTRIES[0]
OWN = "Our correspondent saw empty shops along the harbour and long lines at the only bakery that was still open."
MORE = "Residents of the old town spoke of sleepless nights, closed schools and a shortage of drinking water."


def accounts(*told, table=None):
    """The account of a claim over the whole words given of each (report, words, voice)."""
    reports = {r.id: r for r, _, _ in told}
    claims = [
        claim(r, words, Field.OCCURRENCE, About("event", f"e-{n}"), voice=voice)
        for n, (r, words, voice) in enumerate(told)
    ]
    return with_accounts(claims, reports, link_lineages(reports.values()), outlets=table)


def one(told, words, voice=OUTLET):
    return accounts((told, words, voice))[0].account


def test_what_was_told_to_an_agency_is_its_account_and_not_the_printers():
    told = report(f"Norvania shelled the port, the mayor said.\n\n{OWN}", "Ardana Post")
    words = "Norvania shelled the port, the mayor said."
    assert one(told, words, named("the mayor", chain=("Reuters",))) == "Reuters"
    assert one(told, words, named("the mayor", chain=("AFP", "CNN"))) == "Agence France-Presse"
    assert one(told, words) == "Ardana Post"


def test_what_an_outlet_reported_is_its_account_and_not_that_of_who_repeats_it():
    told = report(f"Norvania shelled the port, Al Jazeera reported.\n\n{OWN}", "Ardana Post")
    assert one(told, "Norvania shelled the port", named("Al Jazeera")) == "Al Jazeera"
    assert one(told, OWN) == "Ardana Post"


def test_a_common_word_is_no_outlet():
    told = report("The port is closed, the economist said.", "Ardana Post")
    assert one(told, told.text, Voice(VoiceKind.UNNAMED, name="the economist")) == "Ardana Post"
    assert one(told, told.text, Voice(VoiceKind.NAMED, name="NRC")) == "Ardana Post"


def test_an_outlet_at_hand_may_speak_in_another_but_one_called_after_its_file_may_not():
    told = report("Norvania shelled the port, the garrison said.", "Ardana Post")
    said = (told, told.text, named("Garrison"))
    paper = report(OWN, "Garrison", path_or_url="a.txt")
    nameless = report(OWN, "garrison", path_or_url="notes/garrison.txt")
    assert accounts(said, (paper, OWN, OUTLET))[0].account == "Garrison"
    assert accounts(said, (nameless, OWN, OUTLET))[0].account == "Ardana Post"


def test_one_wire_paragraph_beside_own_reporting_counts_there_only():
    told = report(f"{OWN}\n\n{MORE} (AFP)\n\n{OWN}", "Ardana Post")
    assert one(told, MORE) == "Agence France-Presse"
    assert one(told, OWN) == "Ardana Post"


def test_one_agency_under_three_names_is_one_account():
    words = "Two bridges fell into the river on Sunday night."
    told = [
        report(f"ARDANA (AP) — {words} {OWN}", "Ardana Post"),
        report(f"VELM (Associated Press) — {words} {MORE}", "Velm Gazette"),
        report(f"{words} {MORE} {OWN}", "AP News"),
    ]
    found = accounts(*((r, words, Voice(VoiceKind.OUTLET)) for r in told))
    assert {c.account for c in found} == {"Associated Press"}
    assert count_accounts(found) == 1


def test_two_papers_of_one_family_are_one_account_and_two_families_are_two():
    words = "Two bridges fell into the river on Sunday night."
    voice = Voice(VoiceKind.OUTLET)
    mirror, express, guardian = (
        report(f"{words} {more}", outlet)
        for outlet, more in (("Daily Mirror", OWN), ("Daily Express", MORE), ("The Guardian", "Nobody was hurt."))
    )
    assert count_accounts(accounts((mirror, words, voice), (express, words, voice))) == 1
    assert count_accounts(accounts((mirror, words, voice), (guardian, words, voice))) == 2


def test_a_users_list_makes_a_family():
    words = "Two bridges fell into the river on Sunday night."
    told = [report(f"{words} {OWN}", "Ardana Post"), report(f"{words} {MORE}", "Velm Gazette")]
    mine = Outlets((Outlet("Ardana Post", owner="Corsair"), Outlet("Velm Gazette", owner="Corsair")))
    pairs = [(r, words, Voice(VoiceKind.OUTLET)) for r in told]
    assert count_accounts(accounts(*pairs, table=outlets())) == 2
    assert {c.account for c in accounts(*pairs, table=mine)} == {"Corsair"}


def test_the_root_of_a_chain_may_be_a_person():
    told = report("Norvania shelled the port, the envoy was told.", "Ardana Post")
    voice = Voice(VoiceKind.NAMED, NORVANIA.id, NORVANIA.name, "Norvania", (Actor(None, "the envoy"),))
    assert one(told, at(told, "Norvania shelled the port").exact, voice) == "the envoy"
