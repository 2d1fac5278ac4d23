"""Which addresses of the network are public; all others are refused, in whatever form they are dressed."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Not said by `ipaddress` in every version of Python that dragoman runs on.
_SPECIAL = {
    "shared by a provider's customers": ("100.64.0.0/10",),
    "reserved": ("192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "3fff::/20"),
    "for a cloud's own services": ("168.63.129.16/32",),
    "a tunnel": ("2001::/23", "2002::/16"),
}
_NETWORKS = [(nature, ip_network(block)) for nature, blocks in _SPECIAL.items() for block in blocks]
_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")
_ISATAP = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")


def nature(address: str) -> str:
    """Why an address does not belong to the public internet ("loopback", "private" ...); "" where it does."""
    return _nature(ip_address(address))


def _nature(ip: IPv4Address | IPv6Address) -> str:
    inner = _inner(ip)
    if inner is not None:
        return _nature(inner)
    plain = (
        ("unspecified", ip.is_unspecified),
        ("loopback", ip.is_loopback),
        ("link-local", ip.is_link_local),
        ("multicast", ip.is_multicast),
        ("private", ip.is_private),
        ("reserved", ip.is_reserved),
    )
    named = [name for name, holds in plain if holds] + [name for name, block in _NETWORKS if ip in block]
    if named:
        return named[0]
    if isinstance(ip, IPv6Address) and ip.packed[8:12] in _ISATAP:
        return "a tunnel"
    return "" if ip.is_global and (ip.version == 4 or ip in _UNICAST) else "not global"


def _inner(ip: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which a packet really goes: mapped ones, and those behind a NAT64 of a mobile network."""
    if isinstance(ip, IPv4Address):
        return None
    return IPv4Address(ip.packed[12:]) if ip.ipv4_mapped is not None or ip in _NAT64 else None
