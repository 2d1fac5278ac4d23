"""The address that is called is the one that was checked."""

import socket
from collections.abc import Sequence

import pytest

from dragoman.errors import InputError
from dragoman.reading.web.deadline import Deadline
from dragoman.reading.web.gate import Gate
from dragoman.reading.web.trouble import Unreachable


class Network:
    """Answers look-ups one after the other, and notes which addresses are called."""

    def __init__(self, *answers: list[str], dead: frozenset[str] = frozenset()) -> None:
        self.answers, self.dead = list(answers), dead
        self.called: list[tuple[str, int]] = []

    def resolve(self, host: str, port: int) -> Sequence[str]:
        return self.answers.pop(0)

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        self.called.append((address, port))
        if address in self.dead:
            raise ConnectionRefusedError
        here, there = socket.socketpair()
        there.close()
        return here

    def call(self, *allow: str, host: str = "news.example", port: int = 80) -> None:
        with Deadline(5) as deadline:
            Gate(allow, resolve=self.resolve, dial=self.dial).connect(host, port, deadline).close()


def test_a_name_that_changes_its_address_between_look_and_call_gains_nothing() -> None:
    """Looked up once, called at what was checked; the next call is checked anew."""
    network = Network(["93.184.216.34"], ["127.0.0.1"])
    network.call()
    assert network.called == [("93.184.216.34", 80)]
    with pytest.raises(Unreachable, match="leads to 127"):
        network.call()
    assert network.called == [("93.184.216.34", 80)]


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    network = Network(["93.184.216.34", "10.0.0.7"])
    with pytest.raises(Unreachable, match=r"news\.example leads to 10\.0\.0\.7, .*\(private\)"):
        network.call()
    assert network.called == []


def test_a_dead_address_is_followed_by_the_next() -> None:
    network = Network(["2606:2800:220:1::1", "93.184.216.34"], dead=frozenset({"2606:2800:220:1::1"}))
    network.call()
    assert [address for address, _ in network.called] == ["2606:2800:220:1::1", "93.184.216.34"]


@pytest.mark.parametrize("allow", ["news.example", "News.Example.", "news.example:80"])
def test_a_host_allowed_by_name_may_be_private(allow: str) -> None:
    network = Network(["10.0.0.7"])
    network.call(allow)
    assert network.called == [("10.0.0.7", 80)]


@pytest.mark.parametrize("allow", ["news.example:8080", "example", "www.news.example", "10.0.0.7"])
def test_no_other_host_or_port_is_allowed_with_it(allow: str) -> None:
    with pytest.raises(Unreachable):
        Network(["10.0.0.7"]).call(allow)


@pytest.mark.parametrize("allow", ["", "http://news.example/", "a b", "news.example:x", "user@news.example", "::g"])
def test_what_is_no_host_is_the_users_error(allow: str) -> None:
    with pytest.raises(InputError, match="not a host"):
        Gate([allow])


def test_an_ipv6_host_is_allowed_with_and_without_a_port() -> None:
    for allow in ("::1", "[::1]", "[0:0::1]:80"):
        network = Network(["::1"])
        network.call(allow, host="::1")
        assert network.called == [("::1", 80)]
