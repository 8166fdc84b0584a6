"""Build `forms.tsv`: every lexicon entry in every form, so that nothing has to know morphology when texts are read.

    python tools/build_lexicon.py            write it
    python tools/build_lexicon.py --check    fail where the committed file is not what the lexicons give
    python tools/build_lexicon.py --show uk "крилата ракета"    print one term's forms
    python tools/build_lexicon.py --unknown  list words that no dictionary knows, whose forms are guesses

A lexicon is `<language>/<concept>.toml`; each of its keys is a label, with a list of terms. `wordforms.expand` tells
the syntax of terms.
"""

import argparse
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import register_terms
from purport.model import fold
from wordforms import expand
from wordforms.morphology import readings

LEXICON = Path(__file__).resolve().parent.parent / "src" / "purport" / "claims" / "lexicon"
LANGUAGES = ("en", "ru", "uk")
HEADER = "form\tconcept\tlabel\tlanguage\tnumber\n"

Key = tuple[str, str, str]


def terms(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """(language, concept, label, term) of every lexicon, tables being for the reader's eye alone."""
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.toml")):
            for label, term in _labelled(tomllib.loads(path.read_text(encoding="utf-8")), path):
                yield language, path.stem, label, term


def _labelled(table: dict[str, object], path: Path) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _labelled(value, path)
        elif isinstance(value, list) and all(isinstance(term, str) and term.strip("=@ ") for term in value):
            yield from ((key, term) for term in value)
        else:
            raise SystemExit(f"{path}: {key}: expected a list of terms")


def build(folder: Path) -> str:
    """The text of `forms.tsv`; one row for each form, concept and label, languages and numbers merged."""
    languages: dict[Key, set[str]] = defaultdict(set)
    numbers: dict[Key, set[str]] = defaultdict(set)
    sources = register_terms.forms(folder.parent / "register")
    for language, concept, label, form, counts in chain(_forms(folder), sources):
        key = (fold(form), concept, label)
        languages[key].add(language)
        numbers[key] |= counts
    rows = ("\t".join((*key, ",".join(sorted(languages[key])), _one(numbers[key]))) for key in sorted(numbers))
    return HEADER + "".join(row + "\n" for row in rows)


def _forms(folder: Path) -> Iterator[tuple[str, str, str, str, set[str]]]:
    for language, concept, label, term in terms(folder):
        for form, counts in expand(term, language).items():
            yield language, concept, label, form, counts


def _one(numbers: set[str]) -> str:
    return next(iter(numbers)) if len(numbers) == 1 else ""


def unknown(folder: Path) -> Iterator[str]:
    """Words of inflected Cyrillic terms that pymorphy3 has to guess at."""
    for language, concept, label, term in terms(folder):
        if language == "en" or term[0] in "=@":
            continue
        for word in term.split():
            found = readings(word.strip('"«»'), language)
            if found and not found[0].known and sum(c.isupper() for c in word) < 2:
                forms = ", ".join(list(expand(term, language))[:8])
                yield f"{language}/{concept}.toml {label}: {term}: {forms}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the lexicon's table of forms.")
    parser.add_argument("--check", action="store_true", help="compare with the committed file, write nothing")
    parser.add_argument("--unknown", action="store_true", help="list words whose forms are guesses")
    parser.add_argument("--show", nargs=2, metavar=("LANGUAGE", "TERM"), help="print the forms of one term")
    options = parser.parse_args()
    if options.show:
        language, term = options.show
        print("\n".join(f"{form}\t{'/'.join(sorted(n))}" for form, n in sorted(expand(term, language).items())))
        return 0
    if options.unknown:
        print("\n".join(unknown(LEXICON)))
        return 0
    return _write(LEXICON / "forms.tsv", build(LEXICON), check=options.check)


def _write(path: Path, text: str, *, check: bool) -> int:
    if not check:
        path.write_text(text, encoding="utf-8")
        print(f"{path}: {text.count(chr(10)) - 1} forms")
        return 0
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        print(f"{path} is not what the lexicons give: run python tools/build_lexicon.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
