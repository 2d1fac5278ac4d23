"""The one way out to the network: a host is looked up once, all its addresses are checked, one of them is called."""

import socket
from collections.abc import Callable, Iterable, Sequence

from dragoman.reading.web.addresses import nature
from dragoman.reading.web.deadline import Deadline
from dragoman.reading.web.location import PORTS, allowed_host
from dragoman.reading.web.trouble import LATER, Unreachable

CONNECT_SECONDS = 10.0
# Below are the doors of mail, files and remote control; no page is served there.
FIRST_FREE_PORT = 1024

Resolve = Callable[[str, int], Sequence[str]]
Dial = Callable[[str, int, float], socket.socket]


def resolved(host: str, port: int) -> Sequence[str]:
    """All addresses of a host, as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def dialled(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to a numeric address; nothing is looked up."""
    return socket.create_connection((address, port), seconds)


class Gate:
    """Opens connections to public addresses, and to any address of a host that the user allows."""

    def __init__(self, allow_hosts: Iterable[str] = (), *, resolve: Resolve = resolved, dial: Dial = dialled) -> None:
        self._allowed = frozenset(allowed_host(host) for host in allow_hosts)
        self._resolve, self._dial = resolve, dial

    def connect(self, host: str, port: int, deadline: Deadline) -> socket.socket:
        """A socket connected to an address that was checked; raises Unreachable."""
        problem: OSError | None = None
        for address in self._checked(host, port):
            try:
                sock = self._dial(address, port, min(CONNECT_SECONDS, deadline.left))
            except OSError as error:
                problem = error
                continue
            deadline.watch(sock)
            return sock
        raise Unreachable(_why(problem), LATER, passing=True) from problem

    def _checked(self, host: str, port: int) -> Sequence[str]:
        allowed = not self._allowed.isdisjoint({(host, None), (host, port)})
        if port < FIRST_FREE_PORT and port not in PORTS.values() and not allowed:
            raise Unreachable(
                f"port {port} is not one of the web", "If it is meant, give --allow-host with host and port"
            )
        addresses = self._addresses(host, port)
        for address in addresses:
            kind = nature(address)
            if kind and not allowed:
                where = "is" if address == host else f"leads to {address}, which is"
                raise Unreachable(
                    f"{host} {where} no address of the public internet ({kind})",
                    f"If this host is meant, give --allow-host {host}",
                )
        return addresses

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._resolve(host, port)
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:
                raise Unreachable(
                    f"{host} cannot be looked up now", f"Check the network connection. {LATER}", passing=True
                ) from error
            addresses = ()
        except UnicodeError:
            addresses = ()
        if not addresses:
            raise Unreachable(f"there is no host named {host}", "Check the address and the network connection")
        return addresses


def _why(problem: OSError | None) -> str:
    if isinstance(problem, ConnectionRefusedError):
        return "the host refuses the connection"
    if isinstance(problem, TimeoutError):
        return f"the host does not answer within {CONNECT_SECONDS:.0f} s"
    return f"the host cannot be reached ({problem.strerror or problem})" if problem else "the host cannot be reached"
