"""What hosts ask of robots is asked for once a day, and kept to."""

import pytest

from purport.errors import FetchError
from purport.sources.web import Client, Policy, Robots
from tests.sources.web.serving import Site

RULES = b"""User-agent: *
Disallow: /private
Disallow: /*?print
Crawl-delay: 7

User-agent: badbot
Disallow: /
"""


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def robots_of(clock: Clock) -> Robots:
    return Robots(Client(Policy(allowed="inner")), clock)


def test_what_a_host_asks_is_kept_to_and_asked_once_a_day(site: Site) -> None:
    site.on("/robots.txt", body=RULES)
    clock = Clock()
    robots = robots_of(clock)
    robots.check(f"{site.url}/news")
    for path in ("/private/a", "/news?print=1"):
        with pytest.raises(FetchError, match="asks not to take this"):
            robots.check(site.url + path)
    assert robots.delay(site.url) == 7
    assert site.paths == ["/robots.txt"]
    clock.now += 24 * 3600
    robots.check(f"{site.url}/news")
    assert site.paths == ["/robots.txt"] * 2


def test_a_host_without_rules_allows_all(site: Site) -> None:
    robots = robots_of(Clock())
    robots.check(f"{site.url}/private")
    assert robots.delay(site.url) == 0


def test_a_host_that_cannot_tell_is_not_asked_until_it_can(site: Site) -> None:
    site.on("/robots.txt", 500)
    clock = Clock()
    robots = robots_of(clock)
    with pytest.raises(FetchError, match="could not be had") as caught:
        robots.check(f"{site.url}/news")
    assert caught.value.retry
    site.on("/robots.txt", body=RULES)
    clock.now += 600
    robots.check(f"{site.url}/news")


def test_rules_without_end_are_no_rules(site: Site) -> None:
    site.on("/robots.txt", body=b"# " + b"x" * (600 << 10))
    with pytest.raises(FetchError, match="could not be had"):
        robots_of(Clock()).check(f"{site.url}/news")
