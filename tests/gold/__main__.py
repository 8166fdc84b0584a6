"""Say how near the engine comes to the gold, and where it does not: `python -m tests.gold [BEGINNING OF AN ID]`."""

import sys
from collections.abc import Mapping
from typing import Any

from tests.gold.corpus import gold, of_language, told
from tests.gold.scorer import pair_up, score


def main(beginning: str | None) -> None:
    """Print the figures of each language, or the errors in documents whose ids begin so."""
    if beginning is None:
        for language in ("all", "en", "uk", "ru"):
            figures = score(of_language(gold(), language), told())
            sys.stdout.write(f"{language:4}" + "".join(f"  {k} {v:.3f}" for k, v in figures._asdict().items()) + "\n")
        return
    for name in filter(lambda name: name.startswith(beginning), gold()):
        sys.stdout.write(f"{name}\n")
        _errors(name)


def _errors(name: str) -> None:
    pairs = pair_up(gold()[name], told()[name])
    seen = {id(claim) for pair in pairs for claim in (pair.gold, pair.told)}
    for pair in pairs:
        wrong = [slot for slot, value in pair.slots.items() if value < 1]
        if wrong:
            sys.stdout.write(f"  wrong {', '.join(wrong)}\n    gold {_line(pair.gold)}\n    told {_line(pair.told)}\n")
    for what, claims in (("missed", gold()[name]), ("made up", told()[name])):
        for claim in claims:
            if id(claim) not in seen:
                sys.stdout.write(f"  {what} {_line(claim)}\n")


def _line(claim: Mapping[str, Any]) -> str:
    kept = {k: v for k, v in claim.items() if v and not k.startswith("x_") and k not in {"document", "id", "publisher"}}
    if kept.get("places"):
        kept["places"] = [(p["role"], p["name"], p["region"] or p["country"]) for p in kept["places"]]
    return " ".join(f"{k}={v}" for k, v in kept.items())


main(sys.argv[1] if len(sys.argv) > 1 else None)
