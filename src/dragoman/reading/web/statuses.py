"""What a host's refusal means."""

from http import HTTPStatus

from dragoman.reading.web.exchange import Answer
from dragoman.reading.web.patience import LONGEST_WAIT, asked_wait
from dragoman.reading.web.trouble import LATER, SAVE_IT, Trouble

_CHECK = "Check the address"
_MEANING = {
    204: ("the page is empty", _CHECK),
    401: ("it is only for those who log in", SAVE_IT),
    402: ("it is only for those who pay", SAVE_IT),
    403: ("the host refuses to give it", SAVE_IT),
    404: ("there is no such page", _CHECK),
    410: ("the page was taken away", "Look for it in a web archive and give a saved copy"),
    429: ("the host asks for fewer requests", LATER),
    451: ("it is withheld for legal reasons", "Look for it in a web archive and give a saved copy"),
}


def refusal(answer: Answer) -> Trouble:
    """The trouble that a status other than success stands for."""
    status = answer.status
    reason, remedy = _MEANING.get(status, ("", LATER if status >= 500 else _CHECK))
    if not reason:
        reason = "the host has a fault of its own" if status >= 500 else "the host gives no page"
    wait = asked_wait(answer)
    if wait > LONGEST_WAIT:
        remedy = f"The host asks to be left alone for {wait:,.0f} s: try again after that"
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else "unknown"
    return Trouble(f"{reason} (HTTP {status}, {phrase})", remedy)
