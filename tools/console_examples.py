"""What the documentation shows of the command line, run again.

    python tools/console_examples.py            write into the pages what the commands print now
    python tools/console_examples.py --check    fail where a page shows anything else

A ```console block is one session: its lines that begin with "$ purport " are run in turn, in a folder that holds the
examples and nothing else, on a terminal of 120 columns.
"""

import argparse
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PURPORT = Path(sys.executable).with_name("purport")
TERMINAL = {"NO_COLOR": "1", "COLUMNS": "120"}
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path) -> str:
    """What a command prints on both streams; one that fails ends it all, for no page shows failures."""
    program, *arguments = shlex.split(command)
    if program != "purport":
        raise SystemExit(f"only purport is run here, not {command!r}: use a block of another kind")
    surroundings = {name: value for name, value in os.environ.items() if name != "PURPORT_LEDGER"} | TERMINAL
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    ran = subprocess.run([PURPORT, *arguments], **both, text=True, check=False, cwd=folder, env=surroundings)
    if ran.returncode:
        raise SystemExit(f"{command}: exit status {ran.returncode}\n{ran.stdout}")
    return "".join(f"{line.rstrip()}\n" for line in ran.stdout.strip().splitlines())


def session(block: str) -> str:
    """The block as its commands print it now, one blank line between them."""
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return "\n".join(f"$ {command}\n{run(command, Path(folder))}" for command in commands)


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the console examples of the documentation.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a page is out of date")
    check = parser.parse_args().check
    session("$ purport claims examples/one-night --quiet\n")  # compiles the gazetteer, where none is, and says so
    stale = False
    for page in PAGES:
        shown = page.read_text(encoding="utf-8")
        now = BLOCK.sub(lambda found: session(found[0]), shown)
        if now == shown:
            continue
        stale = True
        sys.stdout.writelines(difflib.unified_diff(shown.splitlines(True), now.splitlines(True), page.name, "now"))
        if not check:
            page.write_text(now, encoding="utf-8")
    if check and stale:
        print("\nThe pages show what is no longer so: run `make docs`, and read what it changed.")
    return int(check and stale)


if __name__ == "__main__":
    sys.exit(main())
