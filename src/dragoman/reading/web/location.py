"""Addresses of pages, read strictly: scheme, host, port, and what to ask the host for."""

import re
from dataclasses import dataclass, replace
from ipaddress import IPv6Address
from urllib.parse import urljoin, urlsplit

from urllib3.util import parse_url

from dragoman.errors import InputError
from dragoman.reading.web.trouble import Trouble

PORTS = {"http": 80, "https": 443}
LONGEST = 8_000
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{1,20})://", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_HOST = re.compile(r"(?!.{254})[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")


@dataclass(frozen=True, slots=True)
class Location:
    """An http or https address: host in lower case and ASCII, without its root dot; target in ASCII from `/` on."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Scheme, host, and port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.site + self.target

    def at(self, target: str) -> "Location":
        """Another page of the same site."""
        return replace(self, target=target)

    def lead(self, reference: str) -> "Location":
        """The address to which a redirect leads from here; raises Trouble as `locate` does."""
        try:
            return locate(urljoin(self.url, reference.strip()))
        except ValueError as error:
            raise _malformed() from error


def is_url(text: str) -> bool:
    """Whether a user's input is an address rather than a path, in whatever scheme: only http(s) is fetched."""
    return bool(_SCHEME.match(text.lstrip()))


def locate(url: str) -> Location:
    """Read an address; raises Trouble where it is not http(s), holds a password, or is not well formed."""
    url = url.strip()
    scheme = _SCHEME.match(url)
    if scheme is None or scheme[1].lower() not in PORTS:
        raise Trouble(
            "it is not an http or https address",
            "Give an address that begins with https:// or http://, or the path of a file",
        )
    if len(url) > LONGEST:
        raise Trouble(f"its address is longer than {LONGEST:,} characters", "Check the address")
    if _CONTROL.search(url):
        raise _malformed()
    try:
        parts = urlsplit(url)
        if parts.username is not None or parts.password is not None:
            raise Trouble("its address holds a user name or password", "Give the address without them")
        port = PORTS[parts.scheme] if parts.port is None else parts.port
        target = parse_url("http://host" + parts.path + (f"?{parts.query}" if parts.query else "")).request_uri
        host = host_name(parts.hostname or "")
    except ValueError as error:
        raise _malformed() from error
    if port == 0:
        raise _malformed()
    return Location(parts.scheme, host, port, target)


def host_name(text: str) -> str:
    """A host in its one form: lower case, ASCII (IDNA), no root dot, IPv6 short; raises ValueError for none."""
    if ":" in text:
        if "%" in text:
            raise ValueError("an address of one network card")
        return IPv6Address(text).compressed
    host = text.removesuffix(".")
    host = (host if host.isascii() else host.encode("idna").decode("ascii")).lower().removesuffix(".")
    if not _HOST.fullmatch(host):
        raise ValueError("not a host name")
    return host


def allowed_host(text: str) -> tuple[str, int | None]:
    """A host that the user allows, and its port where one is named; raises InputError."""
    try:
        if text.count(":") > 1 and not text.startswith("["):
            return host_name(text.strip()), None
        parts = urlsplit("//" + text.strip())
        if parts.path or parts.query or parts.fragment or "@" in text:
            raise ValueError("more than a host")
        return host_name(parts.hostname or ""), parts.port
    except ValueError as error:
        raise InputError(
            f"{text!r} is not a host: give its name, as in archive.example or archive.example:8080"
        ) from error


def _malformed() -> Trouble:
    return Trouble("it is not a well-formed address", "Check the address")
