"""Makes the desk's base map; run by a developer where its sources change, the outcome is committed.

    python tools/basemap/build.py world_map.gpkg            writes the map's files, and regions.uk.json of the pages
    python tools/basemap/build.py world_map.gpkg --report   prints what has no code and which codes have no shape

`world_map.gpkg` is Natural Earth's first-level regions (public domain) as Debian's `qgis-common` has them. Countries
are put together from their regions, so that a country's border is that of its regions by construction. Needs shapely,
and npx with mapshaper 0.7.70, beside what Purport needs.
"""

import argparse
import json
import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import shapely
from codes import FOCUS, Shape, assign, used
from labels import labels, ukrainian_regions
from shapes import read

OUT = Path(__file__).resolve().parent.parent.parent / "web" / "src"
MAPSHAPER = "mapshaper@0.7.70"
# Where attacks are told of most, borders keep this share of their bends; elsewhere, and in the far north, the second.
FINE, COARSE, FAR_NORTH = "95%", "18%", 66
# The whole, a few hundred metres a step: finer than what Natural Earth tells.
STEPS = 100_000

Drawn = tuple[shapely.Geometry, Shape, tuple[str, ...]]


def coded(path: Path) -> list[Drawn]:
    """Each shape with its codes; abroad only with those that Purport's places carry."""
    shapes = list(read(path))
    codes = assign(shape for _, shape in shapes)
    told = ((drawn, shape, codes.get(shape, ())) for drawn, shape in shapes)
    return [(d, s, found if s.country in FOCUS or set(found) & used() else ()) for d, s, found in told]


def feature(drawn: shapely.Geometry, shape: Shape, codes: tuple[str, ...]) -> dict[str, object]:
    """GeoJSON with country and code (several are parted by spaces), and how much of its bends to keep."""
    fine = shape.country in FOCUS and drawn.centroid.y < FAR_NORTH
    told = {"country": shape.country, "code": " ".join(codes), "keep": FINE if fine else COARSE}
    return {"type": "Feature", "properties": told, "geometry": drawn.__geo_interface__}


def draw(found: list[dict[str, object]], out: Path) -> None:
    """Simplify, put together and quantise; the layers share their arcs."""
    with tempfile.TemporaryDirectory() as scratch:
        raw = Path(scratch) / "raw.json"
        raw.write_text(json.dumps({"type": "FeatureCollection", "features": found}), encoding="utf-8")
        commands = f"""
            -i {raw} snap name=parts -simplify weighted variable percentage=keep keep-shapes
            -dissolve fields=country,code name=parts
            -dissolve fields=country + name=countries
            -filter !!country -each code=country -filter-fields code
            -filter target=parts !!code + name=regions -filter-fields code
            -o {out} target=countries,regions format=topojson quantization={STEPS}
        """
        subprocess.run(["npx", "--yes", MAPSHAPER, *commands.split()], check=True)


def report(path: Path) -> None:
    """What a reviewer has to look at."""
    shapes = [shape for _, shape in read(path)]
    codes = assign(shapes)
    without = Counter(shape.country for shape in shapes if shape not in codes)
    print("regions without a code:", ", ".join(f"{country} {n}" for country, n in without.most_common()))
    drawn = {code for found in codes.values() for code in found}
    print("codes that Purport uses and no shape has:", " ".join(sorted(used() - drawn)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gpkg", type=Path)
    parser.add_argument("--report", action="store_true")
    asked = parser.parse_args()
    if asked.report:
        report(asked.gpkg)
        return
    found = coded(asked.gpkg)
    draw([feature(*one) for one in found], OUT / "map" / "basemap.json")
    write(labels(found), OUT / "map" / "labels.json", separators=(",", ":"))
    write(ukrainian_regions(found), OUT / "i18n" / "regions.uk.json", indent=2)


def write(what: dict[str, object] | dict[str, str], out: Path, **form: Any) -> None:
    """As JSON, in one line or one a value."""
    out.write_text(json.dumps(what, ensure_ascii=False, **form) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
