"""One line about a claim, made from its slots, in English and in Ukrainian."""

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from purport.model import Claim, Quantity, Thing, View

__all__ = ["gloss"]


def gloss(claim: Claim, language: Literal["en", "uk"] = "en") -> str:
    """What is claimed, by whom and how surely, in one line; nothing is said that no slot holds."""
    words = _words(language)
    parts = [_subject(claim, words), _where(claim, words), _when(claim, words)]
    told = " ".join(p for p in parts if p)
    stance = words["stance"].get(claim.stance, "")
    line = f"{told} ({stance})" if stance else told
    who = ", ".join(claim.sources)
    return _one_line(f"{who}: {line}" if who else line)


def _one_line(text: str) -> str:
    """Without markup, line breaks and characters that only steer a terminal."""
    plain = View(text).plain
    return " ".join("".join(c for c in plain if unicodedata.category(c)[0] != "C").split())


@cache
def _words(language: str) -> dict[str, Any]:
    return tomllib.loads((files("purport.claims") / "lexicon" / f"gloss.{language}.toml").read_text(encoding="utf-8"))


def _subject(claim: Claim, words: dict[str, Any]) -> str:
    kinds = words["kind"]
    head = kinds[claim.outcome if claim.kind == "interception" and claim.outcome in kinds else claim.kind]
    if claim.kind == "statement":
        return f"{head}: “{claim.quote}”"
    what = [_counted(claim.count, _weapons(claim, words), words)]
    what += [_thing(t, words) for t in claim.objects]
    what += [_harm(p.effect, p.min, p.max, words) for p in claim.people]
    listed = ", ".join(w for w in what if w)
    return " ".join(p for p in (head + (":" if listed else ""), listed, _side(claim, words)) if p)


def _side(claim: Claim, words: dict[str, Any]) -> str:
    acts = claim.attacker and claim.kind in {"attack", "interception", "impact"}
    return words["side"].format(side=claim.attacker) if acts else ""


def _weapons(claim: Claim, words: dict[str, Any]) -> str:
    return ", ".join(w.model or words["weapon"].get(w.cls, w.cls) for w in claim.weapons)


def _counted(count: Quantity | None, what: str, words: dict[str, Any]) -> str:
    if count is None:
        return what
    return f"{_number(count.min, count.max, words, approx=count.approx)} {what}".strip()


def _number(low: int | None, high: int | None, words: dict[str, Any], *, approx: bool = False) -> str:
    bounds = words["number"]
    if low is None and high is None:
        return str(bounds["unknown"])
    if low == high:
        return f"{bounds['about']} {low}" if approx else str(low)
    if high is None:
        return f"{bounds['at_least']} {low}"
    return f"{bounds['at_most']} {high}" if low is None else f"{low}–{high}"


def _thing(thing: Thing, words: dict[str, Any]) -> str:
    name = words["object"].get(thing.type, thing.type.replace("_", " "))
    return f"{name} ({words['effect'].get(thing.effect, thing.effect)})"


def _harm(effect: str, low: int | None, high: int | None, words: dict[str, Any]) -> str:
    if effect == "any" and high == 0:
        return str(words["number"]["nobody"])
    return f"{words['harm'].get(effect, effect)} {_number(low, high, words)}"


def _where(claim: Claim, words: dict[str, Any]) -> str:
    targets = [p.name for p in claim.places if p.role == "target"]
    origins = [p.name for p in claim.places if p.role == "origin"]
    parts = [
        f"{words['at']} {', '.join(targets)}" if targets else "",
        f"{words['from']} {', '.join(origins)}" if origins else "",
    ]
    return ", ".join(p for p in parts if p)


def _when(claim: Claim, words: dict[str, Any]) -> str:
    if claim.time is None:
        return ""
    start, end = claim.time.start.replace("T", " "), claim.time.end.replace("T", " ")
    return f"{words['on']} {start}" if start == end else f"{words['on']} {start} – {end}"
