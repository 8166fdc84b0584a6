"""Which addresses are asked: those of the internet, and inner ones only where that is allowed."""

import pytest

from purport.errors import FetchError
from purport.sources.web import is_public
from purport.sources.web.addresses import check, is_inner
from purport.sources.web.target import target_of

INNER = ["127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.5.5", "192.168.1.1", "100.64.0.1", "::1", "fd00::1"]
MAPPED = ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::1"]
NOBODYS = [
    "0.0.0.0",  # noqa: S104 - to be refused
    "169.254.169.254",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "224.0.1.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::7f00:1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "3fff::1",
    "5f00::1",
    "no address",
]
PUBLIC = ["1.1.1.1", "8.8.8.8", "151.101.1.1", "2606:4700:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", INNER + MAPPED + NOBODYS)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(FetchError, match="no public address"):
        check("name.example", [address], "public")


@pytest.mark.parametrize("address", PUBLIC)
def test_the_internet_is_asked(address: str) -> None:
    assert is_public(address)
    check("name.example", [address], "public")


@pytest.mark.parametrize("address", INNER + MAPPED)
def test_inner_addresses_are_asked_where_that_is_allowed(address: str) -> None:
    assert is_inner(address)
    check("name.example", [address], "inner")


@pytest.mark.parametrize("address", NOBODYS)
def test_what_is_nobodys_is_never_asked(address: str) -> None:
    with pytest.raises(FetchError):
        check("name.example", [address], "inner")


def test_one_inner_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(FetchError, match=r"10\.0\.0\.1 is no public address"):
        check("name.example", ["1.1.1.1", "10.0.0.1"], "public")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "no address of the web"),
        ("ftp://a.example/", "no address of the web"),
        ("gopher://a.example/", "no address of the web"),
        ("rss.xml", "no address of the web"),
        ("http://", "no address"),
        ("http://[::1", "no address"),
        ("http://a.example:99999/", "no address"),
        ("http://who:hunter2@a.example/", "a name or password"),
        ("http://a.example/" + "x" * 5000, "characters"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        target_of(url)
    assert "hunter2" not in str(caught.value)


def test_addresses_are_taken_apart() -> None:
    one = target_of("HTTPS://Новини.example:443/стрічка?q=а б#top")
    assert (one.scheme, one.port) == ("https", 443)
    assert one.host == "xn--b1amarcd.example"
    assert one.url == one.origin + one.path == "https://xn--b1amarcd.example" + one.path
    assert one.path.isascii()
    assert "#" not in one.path
    assert target_of("http://[::1]:8000").url == "http://[::1]:8000/"
    assert target_of("../b", target_of("http://a.example/x/y")).url == "http://a.example/b"
    assert target_of("//b.example/z", target_of("https://a.example/x")).url == "https://b.example/z"
