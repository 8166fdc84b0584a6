"""The register of who speaks: states, ministries, forces, services, officials, media, platforms, channels, and roles.

It is read from `register/*.toml`, whose terms `tools/build_lexicon.py` turns into forms of the concepts `source` and
`surname` (label: the source's name) and `role` (label: the role's id). Of the kinds of source, `official` is a person
in a public function and nothing else; `administration` is a body of a state that is no ministry (a regional
administration, a security service, police, prosecutors, a regulator); `agency` is a news agency.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec
from msgspec import Struct

from purport.model import Source, SourceKind, fold

__all__ = ["Entry", "Place", "Register", "Role"]

Place = tuple[str | None, str | None]
"""ISO 3166-1 country and ISO 3166-2 region, as far as they are known."""

_CHANNEL = re.compile(r"\bt(?:elegram)?\.me/(?:s/)?@?([A-Za-z][A-Za-z0-9_]{3,31})\b", re.IGNORECASE)
_HOST = re.compile(r"^(?:[a-z]+://)?(?:[^/@]*@)?([^/:?#]+\.[^/:?#]+)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_OF_STATE = frozenset({"ministry", "military", "administration", "state", "emergency_service", "unnamed"})


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One source of the register, as its file has it.

    `office`: the function that it has for its jurisdiction ("governor", "defence ministry"). `since`, `until`: when a
    person took and left it (`YYYY` or `YYYY-MM`), None where that is not known or has not happened. `demonym`: the
    adjective of a state in English. `channels` (Telegram user names) and `sites` (hosts): by which it is known as a
    publisher. `surname`: the languages whose form of a surname may stand for the person; not one that is a common word
    anywhere. `en`, `uk`, `ru`: terms in the lexicon's syntax.
    """

    name: str
    kind: SourceKind
    side: str | None = None
    jurisdiction: str | None = None
    settlement: str | None = None
    office: str | None = None
    since: str | None = None
    until: str | None = None
    demonym: str | None = None
    channels: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    surname: tuple[str, ...] = ("en", "uk", "ru")
    en: tuple[str, ...] = ()
    uk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """The source as it stands in a claim."""
        return Source(self.name, self.kind, self.side, self.jurisdiction, self.settlement)

    def held(self, on: str) -> bool:
        """Whether the office was held in the month of an ISO 8601 date, as far as is known."""
        after = self.since is None or self.since <= on[: len(self.since)]
        return after and (self.until is None or on[: len(self.until)] <= self.until)


class Role(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody told by function only.

    `name` stands in a claim where no more is known, `noun` behind a country's adjective. `office` is what a person
    holds, `body` what an institution is (both as in `Entry.office`). `side`: the party, where the words tell it.
    `again`: the kinds of source of which its words ("the group") mean the one named last.
    """

    id: str
    name: str
    noun: str
    kind: SourceKind
    office: str | None = None
    body: str | None = None
    side: str | None = None
    again: tuple[SourceKind, ...] = ()
    en: tuple[str, ...] = ()
    uk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    source: tuple[Entry, ...] = ()
    role: tuple[Role, ...] = ()
    zones: dict[str, str] = {}


class Register:
    """Looks up who is who. Build it once: `Register.load()`."""

    __slots__ = ("_channels", "_entries", "_names", "_offices", "_roles", "_sites", "_sources", "_states", "_zones")

    def __init__(self, entries: Iterable[Entry], roles: Iterable[Role], zones: dict[str, str]) -> None:
        """`zones`: IANA names by country or region."""
        self._entries = {entry.name: entry for entry in entries}
        self._sources = {name: entry.source for name, entry in self._entries.items()}
        self._roles = {role.id: role for role in roles}
        self._zones = zones
        known = self._entries.values()
        self._states = {entry.jurisdiction: entry.demonym for entry in known if entry.demonym}
        self._offices = _grouped(((e.jurisdiction, e.office), e) for e in known if e.office)
        self._channels = {user.lower(): e for e in known for user in e.channels}
        self._sites = {site: e for e in known for site in e.sites}
        self._names = _grouped((fold(name), e) for e in known for name in _plain_names(e))

    @classmethod
    def load(cls) -> "Register":
        """The register that is shipped."""
        parts = [msgspec.toml.decode(file.read_bytes(), type=_File) for file in _files()]
        entries = (entry for part in parts for entry in part.source)
        roles = (role for part in parts for role in part.role)
        return cls(entries, roles, {code: zone for part in parts for code, zone in part.zones.items()})

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every source of the register, in the order of its files."""
        return tuple(self._entries.values())

    @property
    def roles(self) -> tuple[Role, ...]:
        """Every role of the register."""
        return tuple(self._roles.values())

    def source(self, name: str) -> Source | None:
        """The source of that name, as the lexicon's labels have it."""
        return self._sources.get(name)

    def office(self, name: str) -> str | None:
        """The function of the source of that name."""
        entry = self._entries.get(name)
        return entry.office if entry else None

    def first_names(self, name: str) -> tuple[str, ...]:
        """The first names under which a person is known."""
        entry = self._entries.get(name)
        return tuple(term.split()[0] for term in _plain_names(entry) if " " in term) if entry else ()

    def role(self, role_id: str) -> Role | None:
        """The role of that id, as the lexicon's labels have it."""
        return self._roles.get(role_id)

    def by_jurisdiction(
        self, code: str, office: str, *, on: str | None = None, settlement: str | None = None
    ) -> tuple[Source, ...]:
        """Who has a function for a country, a region or a town in it; with `on`, an ISO 8601 date, who had it then."""
        found = self._offices.get((code, office), ())
        return tuple(
            entry.source for entry in found if entry.settlement == settlement and (on is None or entry.held(on))
        )

    def speaker_of(
        self, role_id: str, place: Place, *, on: str | None = None, settlement: str | None = None
    ) -> Source | None:
        """Who a role stands for, beside which a place is named ("Kherson governor", "the Russian ministry").

        The register's own source where there is exactly one for the place (at the time, where `on` tells it), else one
        that is named by country and role; None where no role has that id.
        """
        role = self._roles.get(role_id)
        if role is None:
            return None
        return self._holder(role, place, on, settlement) or self._unnamed(role, place, settlement)

    def _holder(self, role: Role, place: Place, on: str | None, settlement: str | None) -> Source | None:
        """Of the sides of an occupied region, the country's own is meant where the role does not name the other."""
        country, region = place
        code, office = region or country, role.office or role.body
        if code is None or office is None:
            return None
        found = self.by_jurisdiction(code, office, on=on, settlement=settlement)
        meant = [source for source in found if source.side == (role.side or code[:2])]
        return meant[0] if len(meant) == 1 else None

    def _unnamed(self, role: Role, place: Place, settlement: str | None) -> Source:
        country, region = place
        adjective = None if region or role.side else self._states.get(country)
        name = f"{adjective} {role.noun}" if adjective else role.name
        known = self._entries.get(name)
        return known.source if known else Source(name, role.kind, _party(role, place), region or country, settlement)

    def publisher(self, name: str, url: str | None = None) -> Source | None:
        """The source that publishes a document: by its Telegram channel, its site, or its name as documents have it."""
        entry = self._by_address(url or "") or self._by_address(name)
        entry = entry or self._by_name(name) or self._by_name(_ASIDE.sub("", name))
        return entry.source if entry else None

    def _by_address(self, text: str) -> Entry | None:
        channel = _CHANNEL.search(text)
        if channel:
            return self._channels.get(channel[1].lower())
        host = _HOST.match(text)
        return self._by_host(host[1].lower()) if host else None

    def _by_host(self, host: str) -> Entry | None:
        """The entry of the longest known ending of a host name, whole labels only."""
        labels = host.split(".")
        endings = (".".join(labels[i:]) for i in range(len(labels)))
        return next((self._sites[ending] for ending in endings if ending in self._sites), None)

    def _by_name(self, name: str) -> Entry | None:
        """A channel's bare user name, or a name that no two sources share."""
        found = self._names.get(fold(" ".join(name.split())), ())
        return found[0] if len(found) == 1 else self._channels.get(name.lower())

    def zone(self, source: Source) -> str | None:
        """The IANA zone of a source's local times; who administers another country's region keeps its own country's."""
        code = source.jurisdiction or source.side
        if code and source.side in self._zones and source.side != code[:2]:
            code = source.side
        return (self._zones.get(code) or self._zones.get(code[:2])) if code else None


_Key = TypeVar("_Key")


def _grouped(pairs: Iterable[tuple[_Key, Entry]]) -> dict[_Key, tuple[Entry, ...]]:
    groups: dict[_Key, dict[str, Entry]] = defaultdict(dict)
    for key, entry in pairs:
        groups[key][entry.name] = entry
    return {key: tuple(found.values()) for key, found in groups.items()}


def _plain_names(entry: Entry) -> Iterable[str]:
    """The entry's name and its terms without the marks of their syntax."""
    return (entry.name, *(term.lstrip("=@") for term in (*entry.en, *entry.uk, *entry.ru)))


def _party(role: Role, place: Place) -> str | None:
    """The side of a role that belongs to a state; not in regions of Ukraine, some of which have two administrations."""
    country, region = place
    if role.side or not (role.office or role.kind in _OF_STATE):
        return role.side
    return None if region and region.startswith("UA-") else country


def _files() -> list[Traversable]:
    folder = files("purport.claims") / "register"
    return sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
