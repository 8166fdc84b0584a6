"""What holds of every text whatsoever, and of the order, identity and cost of what is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purport.claims import RuleExtractor
from purport.errors import MalformedError
from purport.model import KINDS, Claim, DocumentKind
from tests.claims.reading import Read, days, document, kinds, tongue

STORIES = [
    "Russia launched 67 Shahed drones at Ukraine overnight, and 53 of them were shot down, the air force said.",
    "Two people were killed when a missile hit an apartment block in Kharkiv, the mayor said.",
    "A blast was heard in Mykolaiv early on Friday. It was unclear what had caused it.",
    "An air raid alert was declared in Lviv region. Firefighters put out a blaze at a warehouse in Poltava.",
    "France condemned the attack on Odesa and called for a ceasefire in the war in Ukraine.",
    "Moscow denied that its missiles had struck the hospital in Kherson.",
    "У ніч на 14 березня ворог атакував Одесу 12 ударними БпЛА. Дев'ять збито, пошкоджено школу.",
    "Внаслідок обстрілу Херсона загинула жінка, ще двоє людей поранені.",
    "БпЛА курсом на Суми! Повітряна тривога.",
    "У Полтаві енергетики відновлюють електропостачання після удару «Калібрами» з Чорного моря.",
    "Ночью средствами ПВО уничтожены 17 беспилотников: девять – над Брянской областью и восемь – над Курской.",
    "Обломки беспилотника упали на крышу дома в Воронеже, пострадавших нет.",
    "В Энгельсе слышны взрывы, горит нефтебаза. По предварительным данным, сработала ПВО.",
]
FORMS: list[DocumentKind] = ["article", "telegram", "statement", "feed"]

_words = st.sampled_from([w for story in STORIES for w in story.split()])
_soup = st.lists(
    st.one_of(
        _words,
        _words,
        _words,
        st.sampled_from(
            ["**", "__", "[", "](http://a.b/c)", "](", "(", ")", "«", "»", '"', "— ", "\n", "\n\n", ":", ";"]
        ),
        st.sampled_from(
            ["\u202e", "\u200f", "\u200b", "\u0301", "🚀", "👨‍👩‍👧", "\x00", "\ufeff", "İ", "ß", "𝔘", "1,5", "40+"]
        ),
        st.text(max_size=6),
    ),
    max_size=60,
).map(" ".join)
_joined = st.lists(st.sampled_from(STORIES), min_size=1, max_size=6).map(" ".join)
_texts = st.one_of(_soup, _joined, st.text(max_size=200))
_kinds = st.sampled_from(FORMS)

EFFECTS = {
    "damage": {"damaged", "destroyed", "on_fire", "hit", "cut_off", "not_damaged"},
    "response": {"under_repair", "restored"},
}


def _keeps_to_the_format(claim: Claim) -> None:
    assert claim.kind in KINDS
    if claim.kind == "interception":
        assert claim.outcome in {"destroyed", "suppressed", "intercepted"}
    elif claim.kind == "impact":
        assert claim.outcome in {"hit", "debris"}
    else:
        assert claim.outcome is None
    assert not claim.people or claim.kind in {"casualties", "response"}
    assert claim.kind != "casualties" or claim.people
    assert {t.effect for t in claim.objects} <= EFFECTS.get(claim.kind, {t.effect for t in claim.objects})
    assert not claim.objects or claim.kind in {"attack", "impact", "damage", "response"}
    assert claim.count is None or claim.count.min is not None or claim.count.max is not None
    assert all(p.min is None or p.max is None or 0 <= p.min <= p.max for p in claim.people)
    assert len(set(claim.weapons)) == len(claim.weapons)
    assert len(set(claim.sources)) == len(claim.sources)


@given(_texts, _kinds)
@settings(max_examples=150)
def test_whatever_the_text_claims_keep_to_the_format(extractor: RuleExtractor, text: str, kind: DocumentKind) -> None:
    for claim in extractor(document(text, kind)):
        _keeps_to_the_format(claim)


@given(_texts, _kinds)
@settings(max_examples=100)
def test_every_quote_stands_in_the_text_in_order_and_once(
    extractor: RuleExtractor, text: str, kind: DocumentKind
) -> None:
    claims = extractor(document(text, kind))
    assert all(c.quote and text[c.start : c.start + len(c.quote)] == c.quote for c in claims)
    assert [c.start for c in claims] == sorted(c.start for c in claims)
    assert len({c.id for c in claims}) == len(claims)


@given(_joined, _kinds)
@settings(max_examples=50)
def test_reading_twice_gives_the_same(extractor: RuleExtractor, text: str, kind: DocumentKind) -> None:
    assert extractor(document(text, kind)) == extractor(document(text, kind))


@given(_joined, _joined, _kinds)
@settings(max_examples=40)
def test_what_was_read_before_leaves_no_trace(
    extractor: RuleExtractor, text: str, other: str, kind: DocumentKind
) -> None:
    before = extractor(document(text, kind))
    extractor(document(other, kind))
    assert extractor(document(text, kind)) == before


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_no_text_raises(extractor: RuleExtractor, text: str) -> None:
    extractor(document(text, "telegram"))


def test_words_in_no_order_raise_nothing(read: Read) -> None:
    for kind in FORMS:
        read("Lviv Black Sea RIA said. по одному обстрілу", kind)


@pytest.mark.parametrize("published", [None, "2025-03-14", "2025-03-14T09:00:00Z", "2025-03-14T09:00:00+02:00"])
@pytest.mark.parametrize("story", STORIES, ids=range(len(STORIES)))
def test_any_form_of_the_time_of_publication_will_do(read: Read, story: str, published: str | None) -> None:
    assert kinds(read(story, "telegram", published=published)) == kinds(read(story, "telegram"))


@pytest.mark.parametrize("published", ["yesterday", "2025-02-31", "2025-03-14T25:00:00Z", "0000-00-00"])
def test_a_broken_time_of_publication_is_refused_by_name(read: Read, published: str) -> None:
    with pytest.raises(MalformedError, match=published):
        read("БпЛА курсом на Суми.", "telegram", published=published)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n" * 5000, "a" * 200_000, "дрон" * 50_000, "[" * 10_000, "(" * 10_000, "«" * 10_000, "[](" * 10_000,
     "\u202e\u200f" * 10_000, "🚀" * 20_000, "**" * 20_000, "1" * 50_000, "https://a.b/" * 5_000, "." * 3_000],
)  # fmt: skip
def test_nothing_is_read_where_nothing_is_said(read: Read, text: str) -> None:
    assert read(text, "telegram") == []


TRAILING = {"en": "Subscribe to our channel.", "uk": "Підписуйтеся на наш канал.", "ru": "До новых встреч."}


@pytest.mark.parametrize("story", STORIES, ids=range(len(STORIES)))
def test_an_unrelated_sentence_behind_changes_nothing_before_it(read: Read, story: str) -> None:
    trailing = TRAILING[tongue(story)]
    for kind in FORMS:
        assert read(f"{story} {trailing}", kind) == read(story, kind)


def test_a_line_in_another_language_behind_changes_nothing_before_it(read: Read) -> None:
    for story in (s for s in STORIES if tongue(s) == "en"):
        assert read(f"{story} {TRAILING['ru']}", "telegram", language="en") == read(story, "telegram")


def test_a_later_sentence_about_another_time_dates_nothing_before_it(read: Read) -> None:
    told = "Вибух у Харкові."
    assert days(read(f"{told} Детальніше розповімо завтра.", "telegram")[0]) == days(read(told, "telegram")[0])


@pytest.mark.parametrize("story", STORIES, ids=range(len(STORIES)))
@pytest.mark.parametrize("kind", FORMS)
def test_markup_and_emoji_around_words_change_nothing_but_offsets(read: Read, story: str, kind: DocumentKind) -> None:
    plain, marked = read(story, kind), read(f"⚡️ **{story}**", kind)
    assert kinds(marked) == kinds(plain)
    assert [(c.count, c.weapons, c.people, c.objects) for c in marked] == [
        (c.count, c.weapons, c.people, c.objects) for c in plain
    ]


@pytest.mark.parametrize("story", STORIES, ids=range(len(STORIES)))
def test_a_quote_never_leaves_its_sentence(read: Read, story: str) -> None:
    text = f"{story} Nothing else happened. {story}"
    assert all("Nothing else" not in c.quote for c in read(text))


def test_the_same_sentence_again_adds_no_claim(read: Read) -> None:
    for story in STORIES:
        assert len(read(f"{story}\n\n{story}")) == len(read(story))


def test_claims_carry_the_extractors_name_and_their_document(extractor: RuleExtractor) -> None:
    claims = extractor(document(STORIES[0]))
    assert claims
    assert {(c.extractor, c.document, c.published) for c in claims} == {(extractor.name, "d", document("").published)}


def test_a_post_and_an_article_tell_the_same_of_a_plain_sentence(read: Read) -> None:
    for story in (s for s in STORIES if not s.startswith("France")):
        assert {c.kind for c in read(story, "telegram")} == {c.kind for c in read(story)}


def test_what_is_condemned_is_told_alike_in_a_post_and_an_article(read: Read) -> None:
    story = "France condemned the attack on Odesa and called for a ceasefire in the war in Ukraine."
    assert kinds(read(story, "telegram")) == kinds(read(story)) == ["statement"]


# Heavy texts: what they cost is measured in bench/growth.py; here they need only be read.

HEAVY = {
    "brackets": "([",
    "names": "Name Surname ",
    "numbers": "сорок ",
    "places": "Kyiv, ",
    "quotations": '"drones hit the city of Kyiv now", he said. ',
    "items": "- 5 drones over Kursk region\n",
    "full stops": ".",
    "weapons": "drones, ",
    "attacks": "attack, ",
    "sayings": "he said ",
}


@pytest.mark.parametrize("unit", HEAVY.values(), ids=HEAVY)
@pytest.mark.parametrize("kind", FORMS)
def test_a_heavy_text_is_read(extractor: RuleExtractor, unit: str, kind: DocumentKind) -> None:
    text = "Drones hit Kyiv. " + unit * (4_000 // len(unit))
    assert all(text[c.start : c.end] == c.quote for c in extractor(document(text, kind)))
