"""The place tree: country, region, district, settlement, a part of it; seas and named areas beside them."""

from functools import lru_cache

from msgspec import Struct

from purport.incidents.wars import opponent, theatre_of_sea
from purport.model import Place, Precision, fold

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
    theatre: str | None = None  # of a sea


def country_node(code: str) -> Node:
    """The node of a whole country."""
    return Node(code, (), code, None)


def node_of(place: Place) -> Node:
    """Where a place stands in the tree.

    A town is known by its country and name: who leaves out its region means the same town. A region that is one city is
    that city.
    """
    return _node(place.name, place.country, place.region, place.settlement, place.precision)


@lru_cache(maxsize=1 << 16)
def _node(
    said: str, country: str | None, region: str | None, settlement: str | None, precision: Precision | None
) -> Node:
    name, town = _plain(said), _plain(settlement) if settlement else None
    above = tuple(code for code in (region, country) if code)
    if town and not (region in _CITY_REGIONS and name == town):
        return _in_settlement(name, town, country, region, precision)
    if region in _CITY_REGIONS:
        return Node(region or "", above[1:], country, region)
    if region and precision in {None, "region"} and not _is_district(name, precision):
        return Node(region, above[1:], country, region)
    if region:
        return Node(f"{region}/{name}", above, country, region)
    if country and precision in {None, "country"}:
        return country_node(country)
    return Node(f"{country or 'sea'}/{name}", above, country, None, None if country else theatre_of_sea(name))


def _in_settlement(name: str, town: str, country: str | None, region: str | None, precision: Precision | None) -> Node:
    """A town, or a part of it; of a region that is one city the town is the region."""
    above = tuple(code for code in (region, country) if code)
    is_city = region in _CITY_REGIONS
    whole = str(region) if is_city else f"{country}/{town}"
    above = above[1:] if is_city else above
    if name == town or precision not in _PARTS | {None}:
        return Node(whole, above, country, region)
    return Node(f"{whole}/{name}", (whole, *above), country, region)


def _is_district(name: str, precision: Precision | None) -> bool:
    """Whether a place without a precision is named as a part of its region."""
    return precision is None and name.endswith(("district", "raion", "rayon"))


def _plain(name: str) -> str:
    return fold(name).translate(_QUIET)


def under_attack(attacker: str | None) -> Node | None:
    """The country that an attacker attacks, where it has one opponent only."""
    code = opponent(attacker)
    return country_node(code) if code else None
