"""Nothing outside the public internet is ever called, in whatever form its address is dressed."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.web.addresses import nature

_BLOCKS = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "224.0.0.0/4",
    "240.0.0.0/4",
]
FORMS = {
    "mapped": "::ffff:0:0/96",
    "compatible": "::/96",
    "translated": "::ffff:0:0:0/96",
    "nat64": "64:ff9b::/96",
    "local nat64": "64:ff9b:1::/96",
    "isatap": "2a00:1450::5efe:0:0/96",
}


def closed(block: str) -> st.SearchStrategy[IPv4Address]:
    return st.ip_addresses(v=4, network=block)


def dressed(ip: IPv4Address, form: str) -> str:
    return str(IPv6Address(int(ip_network(form).network_address) | int(ip)))


@given(st.ip_addresses())
def test_what_is_not_global_is_never_public(ip: IPv4Address | IPv6Address) -> None:
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_link_local:
        is_behind_nat64 = ip in ip_network("64:ff9b::/96") or (ip.version == 6 and ip.ipv4_mapped is not None)
        assert nature(str(ip)) or is_behind_nat64


@given(st.one_of(*map(closed, _BLOCKS)), st.sampled_from(sorted(FORMS.values())))
def test_a_closed_ipv4_address_stays_closed_inside_ipv6(ip: IPv4Address, form: str) -> None:
    assert nature(str(ip))
    assert nature(dressed(ip, form))
    assert nature(str(IPv6Address((0x2002 << 112) | (int(ip) << 80) | 1)))
    assert nature(str(IPv6Address((0x20010000 << 96) | (int(ip) ^ 0xFFFFFFFF))))


@given(st.ip_addresses(v=4), st.sampled_from(["mapped", "nat64"]))
def test_forms_in_daily_use_are_as_open_as_what_they_hold(ip: IPv4Address, form: str) -> None:
    assert nature(dressed(ip, FORMS[form])) == nature(str(ip))


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808"])
def test_the_public_internet_is_open(address: str) -> None:
    assert nature(address) == ""


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("169.254.169.254", "link-local"),
        ("168.63.129.16", "for a cloud's own services"),
        ("100.100.100.200", "shared by a provider's customers"),
        ("fd00:ec2::254", "private"),
        ("fe80::1%eth0", "link-local"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("ff02::1", "multicast"),
        ("3fff::1", "reserved"),
        ("fec0::1", "not global"),
    ],
)
def test_closed_addresses_are_called_by_their_kind(address: str, kind: str) -> None:
    assert nature(address) == kind
    assert ip_address(address)
