"""The place tree: country, region, district, settlement, a part of it; seas and named areas beside them."""

from msgspec import Struct

from purport.incidents.wars import opponent
from purport.model import Place, fold

__all__ = ["Node", "country_node", "node_of", "under_attack"]

_CITY_REGIONS = frozenset({"UA-30", "UA-40", "RU-MOW", "RU-SPE"})
_PARTS = frozenset({"site", "district"})
_QUIET = str.maketrans("", "", "'’ʼ`")


class Node(Struct, frozen=True, gc=False):
    """A place as incidents tell it apart. `key` is its own, `above` the keys of what it lies in, the nearest first."""

    key: str
    above: tuple[str, ...]
    country: str | None
    region: str | None


def country_node(code: str) -> Node:
    """The node of a whole country."""
    return Node(code, (), code, None)


def node_of(place: Place) -> Node:
    """Where a place stands in the tree.

    A town is known by its country and name: who leaves out its region means the same town. A region that is one city is
    that city.
    """
    country, region, name = place.country, place.region, _plain(place.name)
    above = tuple(code for code in (region, country) if code)
    if place.settlement and not (region in _CITY_REGIONS and _is_whole_city(place)):
        return _in_settlement(place, above)
    if region in _CITY_REGIONS:
        return Node(region or "", above[1:], country, region)
    if region and place.precision in {None, "region"} and not _is_district(place):
        return Node(region, above[1:], country, region)
    if region:
        return Node(f"{region}/{name}", above, country, region)
    if country and place.precision in {None, "country"}:
        return country_node(country)
    return Node(f"{country or 'sea'}/{name}", above, country, None)


def _in_settlement(place: Place, above: tuple[str, ...]) -> Node:
    town = _plain(place.settlement or "")
    whole = f"{place.country}/{town}" if place.region not in _CITY_REGIONS else str(place.region)
    above = above if whole != place.region else above[1:]
    name = _plain(place.name)
    if name == town or place.precision not in _PARTS | {None}:
        return Node(whole, above, place.country, place.region)
    return Node(f"{whole}/{name}", (whole, *above), place.country, place.region)


def _is_whole_city(place: Place) -> bool:
    return _plain(place.name) == _plain(place.settlement or "")


def _is_district(place: Place) -> bool:
    """Whether a place without a precision is named as a part of its region."""
    return place.precision is None and _plain(place.name).endswith(("district", "raion", "rayon"))


def _plain(name: str) -> str:
    return fold(name).translate(_QUIET)


def under_attack(attacker: str | None) -> Node | None:
    """The country that an attacker attacks, where it has one opponent only."""
    code = opponent(attacker)
    return country_node(code) if code else None
