"""Ids are promises to other people's files: what was once given never changes unless its version does."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.errors import ClaimError
from purport.model import Attribution, Claim, Document, Place, Quantity, Source, TimeSpan, Weapon
from purport.model.canonical import digest, encode
from purport.model.claim import claim_id
from purport.model.document import canonical_url
from tests.model import strategies as our

POST = Document(
    id="post-7",
    source="Example channel",
    kind="telegram",
    url="https://t.me/example/7",
    published="2025-03-02T08:15:00+03:00",
    language="en",
    title=None,
    text="Air defence shot down 4 drones over Bryansk Oblast.",
)
BRYANSK = Place(
    name="Bryansk Oblast",
    role="target",
    country="RU",
    region="RU-BRY",
    settlement=None,
    geonames=None,
    code="RU-BRY",
    lat=None,
    lon=None,
    precision="region",
)
CLAIM = Claim.of(
    POST,
    kind="interception",
    start=0,
    end=50,
    attacker="UA",
    weapons=(Weapon("uav"),),
    count=Quantity.exact(4),
    outcome="destroyed",
    places=(BRYANSK,),
    time=TimeSpan("2025-03-01", "2025-03-02"),
    attribution=(Attribution(Source("Example", "channel"), "said"),),
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | our.words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(our.words, inner, max_size=3),
    max_leaves=8,
)


def test_pinned_ids() -> None:
    assert digest("c", 1, {"b": 1, "a": ["ї", None]}) == "c52629c804d888317"
    assert POST.key == "decb4e8ab9336ea14"
    assert msgspec.structs.replace(POST, url=None).key == "dfa59c019992d369f"
    assert CLAIM.id == "c0983e8bde15b2b20"


def test_the_version_is_part_of_the_id() -> None:
    assert digest("c", 1, "same") != digest("c", 2, "same")


@given(json_values)
def test_order_of_keys_plays_no_part(value: Any) -> None:
    assert encode(_reversed(value)) == encode(value)


def _reversed(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _reversed(v) for k, v in reversed(value.items())}
    return [_reversed(v) for v in value] if isinstance(value, list) else value


@given(our.claims())
def test_an_id_can_be_told_from_the_claim_itself(claim: Claim) -> None:
    assert claim_id(claim) == claim.id


@pytest.mark.parametrize(
    "change",
    [
        {"published": None},
        {"publisher": "another"},
        {"document": "another"},
        {"extractor": "another"},
        {"id": "another"},
    ],
)
def test_who_published_it_when_plays_no_part(change: dict[str, Any]) -> None:
    assert claim_id(msgspec.structs.replace(CLAIM, **change)) == CLAIM.id


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "attack"},
        {"start": 1},
        {"attacker": None},
        {"weapons": ()},
        {"count": None},
        {"outcome": None},
        {"places": ()},
        {"time": None},
        {"stance": "denied"},
        {"sources": ()},
        {"document_key": "another"},
    ],
)
def test_everything_that_is_claimed_does(change: dict[str, Any]) -> None:
    assert claim_id(msgspec.structs.replace(CLAIM, **change)) != CLAIM.id


def test_a_claim_copies_its_words_and_where_they_come_from() -> None:
    assert (CLAIM.quote, CLAIM.end) == ("Air defence shot down 4 drones over Bryansk Oblast", 50)
    assert (CLAIM.publisher, CLAIM.published, CLAIM.document_key) == (POST.source, POST.published, POST.key)
    assert CLAIM.sources == ("Example",)
    CLAIM.check(POST.text)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 10_000)])
def test_no_claim_without_words(start: int, end: int) -> None:
    with pytest.raises(ClaimError, match="no words at") as caught:
        Claim.of(POST, kind="attack", start=start, end=end)
    assert caught.value.about == "post-7"


def test_a_quote_that_is_not_in_the_text_is_refused() -> None:
    with pytest.raises(ClaimError, match="not in the text"):
        CLAIM.check("x" + POST.text)


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://www.Example.org/News/1/?utm_source=x&b=2&a=1#top", "example.org/News/1?a=1&b=2"),
        ("http://example.org", "example.org"),
        ("https://example.org/", "example.org"),
        (" example.org/a ", "example.org/a"),
        ("https://t.me/s/Example_Channel/12?single", "t.me/example_channel/12"),
        ("t.me/example_channel/12", "t.me/example_channel/12"),
        ("https://www.t.me/s/Example_Channel/12/", "t.me/example_channel/12"),
        (" http://Telegram.me/example_channel/12#x", "t.me/example_channel/12"),
        ("https://www.telegram.me/s/example_channel/12", "t.me/example_channel/12"),
        ("https://t.me/c/1000000001/840", "t.me/c/1000000001/840"),
        ("https://t.me/example_forum/5/840", "t.me/example_forum/5/840"),
        ("https://not-t.me/example/12", "not-t.me/example/12"),
        ("https://t.me/s/example", "t.me/s/example"),
        ("https://example.org/a?fbclid=1", "example.org/a"),
        ("https://example.org/A?id=Q", "example.org/A?id=Q"),
        ("example.org?A/B", "example.org?A/B"),
    ],
)
def test_canonical_url(url: str, bare: str) -> None:
    assert canonical_url(url) == bare


@given(our.words)
def test_a_canonical_url_is_its_own(path: str) -> None:
    once = canonical_url(f"https://www.example.org/{path}?b=1&a=2")
    assert canonical_url(once) == once


def test_one_post_under_two_addresses_is_one_document() -> None:
    again = msgspec.structs.replace(POST, id="7", url="https://t.me/s/Example/7", text="edited")
    assert again.key == POST.key


def test_without_an_address_source_id_and_text_tell_documents_apart() -> None:
    bare = msgspec.structs.replace(POST, url=None)
    others = [msgspec.structs.replace(bare, **{name: "another"}) for name in ("source", "id", "text")]
    assert len({bare.key, *(other.key for other in others)}) == 4
    assert msgspec.structs.replace(bare, published=None, title="t").key == bare.key
