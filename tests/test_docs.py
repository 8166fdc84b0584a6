"""The documentation says what is so: examples run, links lead somewhere, no command or option is left out."""

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from purport.cli import app
from purport.exports.incidents import INCIDENT_COLUMNS

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md", *(ROOT / "docs").glob("*.md")]
)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(page: Path, language: str) -> list[str]:
    """The page's fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


DESK = ROOT / "docs" / "desk.md"
"""Its examples ask a desk: they run where one is served."""
EXAMPLES = [
    pytest.param(block, id=f"{named(page)}-{n}")
    for page in PAGES
    if page != DESK
    for n, block in enumerate(blocks(page, "python"))
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with the example documents in it, as a reader of the documentation has them."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PURPORT_LEDGER", raising=False)
    return tmp_path


@pytest.mark.parametrize("block", EXAMPLES)
def test_python_examples_run(block: str, desk: Path) -> None:
    example = doctest.DocTestParser().get_doctest(block, {}, "example", None, 0)
    assert example.examples, "an example without a prompt (>>>) is not run"
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert result.failed == 0, "".join(said)


def test_console_examples_print_what_is_shown() -> None:
    check = [sys.executable, str(ROOT / "tools" / "console_examples.py"), "--check"]
    ran = subprocess.run(check, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    missing = [name for name in getattr(group, "commands", {}) if f"`purport {name}" not in page]
    for command in [group, *getattr(group, "commands", {}).values()]:
        missing += [
            option for each in command.params for option in each.opts if option[0] == "-" and f"`{option}" not in page
        ]
    assert not missing


def test_every_column_of_incidents_is_documented() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").split("### The columns of CSV", 1)[1]
    assert re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE) == [
        (name, meaning) for name, (meaning, _) in INCIDENT_COLUMNS.items()
    ]


@pytest.mark.parametrize("page", [pytest.param(page, id=named(page)) for page in PAGES])
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://|mailto:)([^)\s]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not leads_somewhere(page, link)] == []


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or ROOT not in [target, *target.parents]:
        return False
    headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
    return not anchor or anchor in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
