"""A plot of what keeping incidents costs, by the size of the ledger, as SVG: no library is needed for two lines.

    plot.py COSTS.csv PLOT.svg

The table has a line for each size: claims, microseconds of processor a claim for linking and keeping all of them, and
milliseconds of processor for one new document.
"""

import csv
import sys
from collections.abc import Sequence
from math import log10
from pathlib import Path

WIDTH, HEIGHT, EDGE = 640, 300, 60
SERIES = (("link_us", "#1f6f8b", "linking all, µs a claim"), ("document_ms", "#b5482a", "one new document, ms"))


def main() -> None:
    rows = list(csv.DictReader(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()))
    claims = [int(row["claims"]) for row in rows]
    series = [(colour, label, [float(row[name]) for row in rows]) for name, colour, label in SERIES]
    Path(sys.argv[2]).write_text(plot(claims, series), encoding="utf-8")


def plot(claims: Sequence[int], series: Sequence[tuple[str, str, Sequence[float]]]) -> str:
    """Sizes on a logarithmic axis, costs on one from zero."""
    top = 1.2 * max(max(costs) for _, _, costs in series)
    first, last = log10(claims[0]), log10(claims[-1])
    across = [EDGE + (WIDTH - 2 * EDGE) * (log10(number) - first) / (last - first) for number in claims]
    parts = [_text(x, HEIGHT - 30, f"{number:,}") for x, number in zip(across, claims, strict=True)]
    parts += [_text(WIDTH / 2, HEIGHT - 8, "claims in the ledger")]
    parts += [_level(cost, top) for cost in range(0, int(top), 50)]
    for at, (colour, label, costs) in enumerate(series):
        points = [(x, _down(cost, top)) for x, cost in zip(across, costs, strict=True)]
        parts.append(_line(points, colour))
        parts.append(_text(WIDTH / 2, 22 + 18 * at, label, colour))
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12">\n<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _down(cost: float, top: float) -> float:
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * cost / top


def _level(cost: int, top: float) -> str:
    y = _down(cost, top)
    return f'<path d="M{EDGE} {y:.1f}H{WIDTH - EDGE}" stroke="#ddd"/>\n' + _text(EDGE - 20, y + 4, str(cost))


def _line(points: Sequence[tuple[float, float]], colour: str) -> str:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points)
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'


def _text(x: float, y: float, words: str, colour: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="middle">{words}</text>'


if __name__ == "__main__":
    main()
