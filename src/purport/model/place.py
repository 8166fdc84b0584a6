"""Where: a named place, how precisely it is known, and why it was taken to be this one."""

from typing import Literal

from msgspec import Struct, field

__all__ = ["Candidate", "Place", "Precision", "Role"]

Role = Literal["target", "origin"]
Precision = Literal["site", "settlement", "district", "region", "country", "sea", "area"]


class Candidate(Struct, frozen=True, gc=False):
    """Another place that the same words could have meant."""

    name: str
    country: str | None
    region: str | None
    geonames: int | None
    lat: float | None
    lon: float | None


class Place(Struct, frozen=True, gc=False, omit_defaults=True):
    """A place in a claim.

    `name` is English, as GeoNames has it. `country` is ISO 3166-1 alpha-2, `region` ISO 3166-2; `settlement` is None
    where the place is a region or wider, a district or a sea. `lat`/`lon` (WGS 84) are a representative point, to be
    read with `precision`: a region's point is no pin. `basis` says what decided between same-named places; `candidates`
    keeps the others where nothing did.
    """

    name: str
    role: Role
    country: str | None
    region: str | None
    settlement: str | None
    geonames: int | None
    code: str | None
    lat: float | None
    lon: float | None
    precision: Precision | None
    basis: str | None = field(default=None, name="x_basis")
    katottg: str | None = field(default=None, name="x_katottg")
    candidates: tuple[Candidate, ...] = field(default=(), name="x_candidates")

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a place has a name")
        if (self.lat is None) != (self.lon is None):
            raise ValueError(f"{self.name}: latitude and longitude are known together or not at all")
        if self.lat is not None and self.lon is not None and not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"{self.name}: no point on Earth is at {self.lat}, {self.lon}")
