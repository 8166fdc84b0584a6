"""GeoJSON (RFC 7946): one Feature for each place of each claim, positions as longitude and latitude in WGS 84.

A claim that names no place, and a place that no point is known of, are Features with a null geometry. A region's, a
sea's or a district's point only stands for it: `precision` in the properties says what it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from purport.exports.account import Account
from purport.exports.holes import Hole, holes_member
from purport.exports.safe import escape_json
from purport.model import Claim, Place
from purport.model.reading import Reading

__all__ = ["write_geojson"]

_AREAS = {"district", "region", "country", "sea", "area"}


def write_geojson(readings: Iterable[Reading], out: BinaryIO, holes: Sequence[Hole] = ()) -> Account:
    """A FeatureCollection, a Feature a line; holes, where there are any, stand beside the features."""
    account = Account()
    out.write(b'{"type":"FeatureCollection","features":[')
    parting = b"\n"
    for reading in readings:
        account.documents += 1
        account.lose("document without claims has no feature", not reading.claims)
        for claim in reading.claims:
            account.claims += 1
            for feature in _features(claim, account):
                feature["properties"] |= {"x_deleted": reading.deleted} if reading.deleted else {}
                out.write(parting + escape_json(msgspec.json.encode(feature)))
                parting = b",\n"
    out.write(b"\n]" + holes_member(holes) + b"}\n")
    return account


def _features(claim: Claim, account: Account) -> Iterator[dict[str, Any]]:
    if not claim.places:
        account.lose("claim without a place has no geometry")
    for number, place in enumerate(claim.places or (None,)):
        feature: dict[str, Any] = {
            "type": "Feature",
            "id": f"{claim.id}/{number}",
            "geometry": _geometry(place, account),
            "properties": _properties(claim, place),
        }
        yield feature


def _geometry(place: Place | None, account: Account) -> dict[str, Any] | None:
    if place is None:
        return None
    if place.lat is None or place.lon is None:
        account.lose("place without a known point has no geometry")
        return None
    if place.precision in _AREAS:
        account.lose(f"{place.precision} stands as a point, its extent is not known")
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _properties(claim: Claim, place: Place | None) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(claim)
    told["claim"] = told.pop("id")
    of_place: dict[str, Any] = msgspec.to_builtins(place) if place else {}
    told["place"] = of_place.pop("name", None)
    for key in ("role", "precision", "country", "region", "settlement", "geonames", "code"):
        told[key] = of_place.get(key)
    told["katottg"] = of_place.get("x_katottg")
    return {key: value for key, value in told.items() if key != "places"}
