"""What a text costs beside a quarter of it: four where the cost is its length, sixteen where it is the square of it.

    growth.py

Runs the whole extraction on heavy texts (brackets, lists, sentences that never end) and prints, for each, the processor
time of the larger text and how many times dearer it is than the smaller. No network, no gold.
"""

import time

from purport.model import Document
from purport.pipeline.stages import default_stages

UNITS = {
    "brackets": "([",
    "names": "Name Surname ",
    "numbers": "сорок ",
    "places": "Kyiv, ",
    "sides": "Russia ",
    "quotations": '"drones hit the city of Kyiv now", he said. ',
    "items": "- 5 drones over Kursk region\n",
    "paragraphs": "Five drones hit Kyiv.\n\n",
    "full stops": ".",
    "weapons": "drones, ",
    "attacks": "attack, ",
    "fires": "fire ",
    "sayings": "he said ",
    "one long sentence": "43 drones were shot down over Kyiv and 5 over Odesa, ",
}
SMALL = 8_000


def cost(text: str) -> float:
    """Processor seconds that the extraction of a text takes, the best of two."""
    document = Document(
        id="d", source="Bench", kind="article", url=None, published="2025-01-02", language=None, title=None, text=text
    )
    extract = default_stages().extract
    spent = []
    for _ in range(2):
        begun = time.process_time()
        extract(document)
        spent.append(time.process_time() - begun)
    return min(spent)


def main() -> None:
    cost("Drones hit Kyiv.")  # what is built once is built now
    print(f"{'text':<20}{'seconds':>9}{'times a quarter of it':>24}")
    for name, unit in UNITS.items():
        small, large = ("Drones hit Kyiv. " + unit * (n // len(unit)) for n in (SMALL, 4 * SMALL))
        dear = cost(large)
        print(f"{name:<20}{dear:>9.2f}{dear / cost(small):>24.1f}")


if __name__ == "__main__":
    main()
