"""Who says it: from the one nearest to the event outwards, the publisher left out."""

import pytest

from purport.model import Kind
from tests.claims.reading import Read, one, things


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Five drones were shot down over Kyiv.", ()),
        ("Five drones were shot down over Kyiv, the Ukrainian air force said.", ("Ukrainian Air Force",)),
        ("The Ukrainian air force said five drones were shot down over Kyiv.", ("Ukrainian Air Force",)),
        (
            "According to the Russian defence ministry, five drones were shot down over Kursk.",
            ("Russian Ministry of Defence",),
        ),
        (
            "Five drones were shot down over Kursk, according to the Russian defence ministry.",
            ("Russian Ministry of Defence",),
        ),
        ('"We shot down five drones over Kyiv tonight," said Vitali Klitschko.', ("Vitali Klitschko",)),
        (
            "Vitali Klitschko wrote on Telegram that five drones were shot down over Kyiv.",
            ("Vitali Klitschko", "Telegram"),
        ),
        (
            "RIA Novosti reported that five drones were shot down over Kursk, citing the Russian defence ministry.",
            ("Russian Ministry of Defence", "RIA"),
        ),
        ("Над Києвом збито 5 дронів, повідомили Повітряні сили.", ("Ukrainian Air Force",)),
        ("За даними Повітряних сил, над Києвом збито 5 дронів.", ("Ukrainian Air Force",)),
        ("Як повідомив Віталій Кличко, над Києвом збито 5 дронів.", ("Vitali Klitschko",)),
        ("Над Курском сбиты 5 дронов, сообщило Минобороны РФ.", ("Russian Ministry of Defence",)),
        ("По данным Минобороны России, над Курском сбиты 5 дронов.", ("Russian Ministry of Defence",)),
        ("Над Курском сбиты 5 дронов, сообщил мэр Пётр Водкин.", ("Pyotr Vodkin",)),
        ("Над Курском сбиты 5 дронов, сообщил мэр Курска Пётр Водкин.", ("Pyotr Vodkin",)),
        ("Над Курском сбиты 5 дронов, рассказал глава района Пётр Водкин.", ("Pyotr Vodkin",)),
        (
            "Над Курском сбиты 5 дронов, рассказал мэр Пётр Водкин в своём телеграм-канале.",
            ("Pyotr Vodkin", "Telegram"),
        ),
        ("Над Києвом збито 5 дронів, повідомив мер Петро Горілка.", ("Petro Horilka",)),
        ("Five drones were shot down over Kyiv, said Mayor Ivan Petrov.", ("Ivan Petrov",)),
        (
            "Над Курском сбиты 5 дронов, пишет РИА Новости со ссылкой на Минобороны РФ.",
            ("Russian Ministry of Defence", "RIA"),
        ),
    ],
)
def test_the_chain_of_sources(read: Read, text: str, sources: tuple[str, ...]) -> None:
    assert one(read(text), "interception").sources == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Russia launched 67 drones at Ukraine, the air force said.", "Ukrainian Air Force"),
        ("Ukraine attacked Moscow with drones, the defence ministry said.", "Russian Ministry of Defence"),
    ],
)
def test_a_body_without_its_country_is_that_of_who_was_attacked(read: Read, text: str, source: str) -> None:
    assert one(read(text), "attack").sources == (source,)


def test_he_is_who_spoke_last(read: Read) -> None:
    claims = read("Five drones were shot down over Kyiv, Vitali Klitschko said. Two people were injured, he added.")
    assert [c.sources for c in claims] == [("Vitali Klitschko",), ("Vitali Klitschko",)]


def test_adding_that_goes_on_with_the_same_speaker(read: Read) -> None:
    claims = read("Vitali Klitschko said five drones were shot down over Kyiv, adding that two people were injured.")
    assert {c.sources for c in claims} == {("Vitali Klitschko",)}
    assert len(claims) == 2


def test_a_sentence_of_the_document_itself_has_no_source(read: Read) -> None:
    claims = read("Five drones were shot down over Kyiv, Vitali Klitschko said. A missile hit a school in Sumy.")
    assert one(claims, "attack").sources == ()


def test_a_publisher_is_no_source_of_its_own_document(read: Read) -> None:
    text = "Над Курском сбиты 5 дронов, сообщило Минобороны РФ."
    assert one(read(text, "telegram", source="mod_russia"), "interception").sources == ()


def test_each_side_has_its_own_version(read: Read) -> None:
    claims = read(
        "The Ukrainian air force said it shot down 20 drones over Odesa. "
        "The Russian defence ministry said it shot down 12 drones over Kursk."
    )
    assert [c.sources for c in claims] == [("Ukrainian Air Force",), ("Russian Ministry of Defence",)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Five drones were shot down over Kyiv, the Ukrainian air force said.", "Five drones were shot down over Kyiv"),
        ("The Ukrainian air force said five drones were shot down over Kyiv.", "five drones were shot down over Kyiv"),
        ("A missile hit a school in Sumy, the regional governor said.", "A missile hit a school in Sumy"),
        ("A missile hit a school in Sumy, the mayor said on Telegram.", "A missile hit a school in Sumy"),
        ("Над Києвом збито 5 дронів, повідомили Повітряні сили.", "Над Києвом збито 5 дронів"),
    ],
)
def test_the_quote_leaves_out_the_words_of_attribution(read: Read, text: str, quote: str) -> None:
    assert [c.quote for c in read(text)] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "A drone hit a school in Sumy, reported RIA Novosti citing the Russian defence ministry.",
        "Дрон попал в школу в Сумах, сообщает РИА Новости со ссылкой на Минобороны РФ.",
    ],
)
def test_nobody_stands_twice_in_a_chain(read: Read, text: str) -> None:
    assert one(read(text), "attack").sources == ("Russian Ministry of Defence", "RIA")


@pytest.mark.parametrize(
    ("text", "kind", "sources"),
    [
        (
            'The port of Odesa was hit. "Two workers were wounded," Oleh Kiper told the BBC.',
            "casualties",
            ("Oleh Kiper", "BBC News"),
        ),
        (
            "Two people were killed in Kramatorsk, Vadym Filashkin wrote in a Facebook post on Monday.",
            "casualties",
            ("Vadym Filashkin", "Facebook"),
        ),
        (
            "TASS, citing emergency services, said two people were killed in a drone strike on Shebekino.",
            "casualties",
            ("Emergency services", "TASS"),
        ),
        (
            "Writing on Telegram, Vitali Klitschko said a missile hit a school in Kyiv.",
            "attack",
            ("Vitali Klitschko", "Telegram"),
        ),
        ("Ukraine's Energoatom said a missile hit a school in Enerhodar.", "attack", ("Energoatom",)),
        (
            "Kyiv rejected the claim that soldiers were hit in Sumy, saying that 12 civilians were killed.",
            "casualties",
            ("Ukraine",),
        ),
        (
            "Relief Watch, an aid group, said 12 people were killed by a drone in Nyala.",
            "casualties",
            ("Relief Watch",),
        ),
        ("Amira Saleh, a resident of Nyala, said 12 people were killed by a drone.", "casualties", ("Residents",)),
        ('"A missile hit a school in Odesa," said Petro Klitschko, a resident.', "attack", ("Residents",)),
    ],
)
def test_by_what_way_it_was_said(read: Read, text: str, kind: Kind, sources: tuple[str, ...]) -> None:
    assert one(read(text), kind).sources == sources


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Hezbollah fired 40 rockets at Safed, the Israeli military said. The group said it hit a base in Nahariya.",
            ("Hezbollah",),
        ),
        (
            "Gaza's health ministry said 31 people were killed in Rafah. The ministry said a missile hit a hospital.",
            ("Gaza Health Ministry",),
        ),
        (
            "Ukraine's air force said Russia launched 20 drones. Vitali Klitschko said one fell on Kyiv. "
            "It said a missile hit Sumy.",
            ("Ukrainian Air Force",),
        ),
        (
            "Vyacheslav Gladkov said on Telegram that a woman was killed in Belgorod. The governor said a bus was hit.",
            ("Vyacheslav Gladkov", "Telegram"),
        ),
    ],
)
def test_who_is_named_again(read: Read, text: str, last: tuple[str, ...]) -> None:
    assert read(text)[-1].sources == last


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Zelenskyy: Russia launched 12 missiles at Odesa.", "attack", "Volodymyr Zelenskyy"),
        ("Кличко: у Києві пошкоджено школу.", "damage", "Vitali Klitschko"),
        ("Минобороны РФ: над Курском сбиты 5 дронов.", "interception", "Russian Ministry of Defence"),
        ("У Сумах загинули двоє людей. Про це повідомив Віталій Кличко.", "casualties", "Vitali Klitschko"),
        ("В Белгороде ранены двое мирных жителей. Об этом сообщил Гладков.", "casualties", "Vyacheslav Gladkov"),
        ("Дрон упал на Белгород, сообщил Гладков. По его словам, ранены двое.", "casualties", "Vyacheslav Gladkov"),
    ],
)
def test_who_said_it_stands_before_or_behind_in_words_of_its_own(
    read: Read, text: str, kind: Kind, source: str
) -> None:
    assert one(read(text), kind).sources == (source,)


@pytest.mark.parametrize(
    ("text", "kind", "sources"),
    [
        ("A missile hit a school in Izium, firefighters and police said.", "attack", ("Firefighters", "Police")),
        ("A missile hit a hospital and police said two people died in Izium.", "casualties", ("Police",)),
        ("Initial reports said police were investigating a blast in Tver.", "explosion", ("initial reports",)),
        ("Oleh Kiper, the governor of Odesa, has called on residents to stay in shelters.", "alert", ("Oleh Kiper",)),
        ("Как рассказал РИА Новости источник, в Туапсе ранены двое.", "casualties", ("Sources", "RIA")),
        ("Росіяни атакували Одесу ракетами, — ОВА.", "attack", ("Odesa Oblast Military Administration",)),
        ("В Одесі поранено двох людей, — ОВА.", "casualties", ("Odesa Oblast Military Administration",)),
    ],
)
def test_who_of_several_says_it(read: Read, text: str, kind: Kind, sources: tuple[str, ...]) -> None:
    assert one(read(text, "telegram"), kind).sources == sources


def test_a_part_has_the_source_of_the_whole(read: Read) -> None:
    text = "По данным Минобороны РФ, сбито 37 дронов. 15 из них уничтожены над Брянской областью."
    assert {c.sources for c in read(text)} == {("Russian Ministry of Defence",)}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "**Генштаб ЗСУ підтверджує.**\n\nДрони вдарили по нафтобазі у Феодосії.",
            ("General Staff of the Armed Forces of Ukraine",),
        ),
        (
            "Дрони вдарили по нафтобазі у Феодосії, — CNN із посиланням на американських чиновників.",
            ("U.S. officials", "CNN"),
        ),
    ],
)
def test_who_signs_a_post(read: Read, text: str, sources: tuple[str, ...]) -> None:
    assert one(read(text, "telegram"), "attack").sources == sources


@pytest.mark.parametrize(
    ("text", "kind", "sources"),
    [
        ("Local Telegram channels reported explosions in Novoshakhtinsk.", "explosion", ("Telegram channels",)),
        ("Belgorod was shelled by Ukrainian forces, the governor said.", "attack", ("Vyacheslav Gladkov",)),
        (
            "Video released by the Israeli military showed a missile hitting a building in Beirut.",
            "attack",
            ("Israeli military",),
        ),
        ("Survivors described a missile hitting the theatre in Mariupol.", "attack", ("Survivors",)),
        ("Zelenskyy, who was visiting Berlin, said a missile hit Ternopil.", "attack", ("Volodymyr Zelenskyy",)),
    ],
)
def test_not_everybody_who_is_named_speaks(read: Read, text: str, kind: Kind, sources: tuple[str, ...]) -> None:
    assert one(read(text), kind).sources == sources


def test_who_stands_behind_a_verb_that_closes_a_clause_says_it(read: Read) -> None:
    text = "ПВО сбила 105 беспилотников над регионами России, сообщило Минобороны."
    assert one(read(text, source="ТАСС"), "interception").sources == ("Russian Ministry of Defence",)


def test_a_surname_is_who_the_text_names_in_full(read: Read) -> None:
    text = "Dmytro Kuleba visited Odesa, which was hit by missiles. Kuleba said Russia must stop the war."
    assert one(read(text), "statement").sources[0] == "Dmytro Kuleba"


def test_what_somebody_has_shows_something_and_does_not_speak(read: Read) -> None:
    text = "Missiles hit a school in Sumy. Ukraine's recent successes showed that victory in the war is a duty."
    assert all(c.kind != "statement" for c in read(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Trump adviser Jane Halloway condemned the strike on Odesa.", "Jane Halloway"),
        ("Радник Трампа Іван Куценко засудив удар по Одесі.", "Ivan Kutsenko"),
        ("Zelenskyy adviser Mykhailo Podolyak condemned the strike on Odesa.", "Mykhailo Podolyak"),
    ],
)
def test_whose_adviser_speaks_does_not_speak(read: Read, text: str, source: str) -> None:
    assert one(read(text), "statement").sources == (source,)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A strike killed five people in Khartoum, the Sudan Doctors Network said.", "Sudan Doctors Network"),
        ("Three people were injured in Sumy, Mercy Hospital said.", "Mercy Hospital"),
        ("The Committee to Protect Families said two people were killed in Sumy.", "Committee to Protect Families"),
        ("Two people were killed in Sumy, aid agencies said.", "Aid agencies"),
        ("Survivors said a missile hit a school in Sumy.", "Survivors"),
        ("A drone strike hit Ukraine's Odesa region, the State Emergency Service said.", "State Emergency Service"),
    ],
)
def test_bodies_that_no_register_has_are_named_in_the_words_of_the_text(read: Read, text: str, source: str) -> None:
    claim = read(text)[-1]
    assert claim.attribution[0].source.name.startswith(source)


def test_a_hospital_that_does_not_speak_is_what_was_hit(read: Read) -> None:
    claim = one(read("An airstrike hit Nasser Hospital in Khan Younis."), "attack")
    assert (things(claim), claim.attribution) == ([("hospital", "hit")], ())


def test_a_short_word_in_straight_marks_opens_no_quotation(read: Read) -> None:
    text = (
        'Drones hit Sumy in a "huge" attack that killed two people, police said.\n\n'
        '"Another attack on our country," President Volodymyr Zelensky said.'
    )
    assert [c.attribution[0].source.name for c in read(text) if c.kind == "casualties"] == ["Police"]


def test_the_agency_is_the_one_that_calls_itself_so(read: Read) -> None:
    text = (
        "Two people were killed in Sumy, the Northern Relief Agency said. The Red Cross was silent. "
        "Three more were injured in Sumy, the agency said."
    )
    assert [c.attribution[0].source.name for c in read(text)] == ["Northern Relief Agency", "Northern Relief Agency"]


@pytest.mark.parametrize(
    "text",
    [
        "Hamas spokesman Hazem Qassem said two people were killed in Gaza City. Three were injured, Qassem said.",
        "Zaher al-Qassem, head of records at the Gaza Health Ministry, said two people were killed in Gaza City. "
        "Al-Qassem said three were injured.",
    ],
)
def test_who_is_named_with_a_function_is_known_by_the_last_name(read: Read, text: str) -> None:
    assert {c.attribution[0].source.name.split()[-1].casefold() for c in read(text)} <= {"qassem", "al-qassem"}


def test_a_private_person_beside_a_profession_is_not_named(read: Read) -> None:
    claim = one(read("Two people were killed in Sumy, Jane Doe, a doctor, said."), "casualties")
    assert "Doe" not in str(claim.attribution)


def test_an_app_is_where_it_was_written(read: Read) -> None:
    text = "One man was killed in Belgorod region, governor Vyacheslav Gladkov wrote on the Telegram messaging app."
    assert [a.source.name for a in one(read(text), "casualties").attribution] == ["Vyacheslav Gladkov", "Telegram"]


def test_the_ministry_is_the_one_named_before_in_full(read: Read) -> None:
    text = (
        "Russia has downed 12 Ukrainian drones, the Ministry of Defence said on Friday. "
        "The ministry said that 9 of them were shot down in Bryansk."
    )
    assert {claim.sources for claim in read(text)} == {("Russian Ministry of Defence",)}


def test_behind_a_comma_another_body_acts(read: Read) -> None:
    text = "За інформацією РБК Україна, СБУ уразила склад БК у Чалтирі."
    assert one(read(text, "telegram", source="dronbomber"), "attack").sources == ("RBC-Ukraine",)


def test_who_holds_an_office_in_a_list_signs_nothing(read: Read) -> None:
    text = "Росія вдарила ракетами по Сумах.\n\nСклад:\n**Командування:** — Полковник Петров"
    assert one(read(text, "telegram", source="dronbomber"), "attack").sources == ()


def test_a_last_name_is_known_again_in_another_case(read: Read) -> None:
    text = "Радник Марк Левандовський розповів про удар по Одесі. За словами Левандовського, загинули 5 людей."
    assert one(read(text, "telegram", source="dronbomber"), "casualties").sources == ("Mark Levandovskyi",)


def test_the_president_is_who_was_named_by_surname(read: Read) -> None:
    text = "У Сумах загинули двоє людей, — Зеленський.\n\n«Поранено шестеро людей», — додав президент."
    assert {c.sources for c in read(text, "telegram", source="dronbomber")} == {("Volodymyr Zelenskyy",)}


def test_a_signature_ends_where_it_tells_what_it_is_about(read: Read) -> None:
    text = "Дрони вночі атакували склад БК у Брянську, —\nБуданов про удари по росії."
    claim = one(read(text, "telegram", source="dronbomber"), "attack")
    assert claim.sources == ("Kyrylo Budanov",)
    assert claim.quote.endswith("Брянську")


def test_a_list_of_who_holds_what_office_signs_nothing(read: Read) -> None:
    text = "Дрони атакували склад БК у Брянську.\n\n▪️Рустем Умєров — міністр оборони.\n▪️Олег Луговський — голова СБУ."
    assert one(read(text, "telegram", source="dronbomber"), "attack").sources == ()


def test_a_heading_that_says_who_speaks_governs_what_follows(read: Read) -> None:
    text = "ГУР повідомляє про нічну роботу:\n\nДрони атакували склад БК у Брянську."
    claim = one(read(text, "telegram", source="dronbomber"), "attack")
    assert claim.sources == ("Main Directorate of Intelligence of Ukraine",)


def test_two_signatures_in_a_paragraph_sign_each_its_own(read: Read) -> None:
    text = "У Сумах загинули двоє людей, — Зеленський. «Поранено шестеро людей», — Кличко."
    said = [c.sources for c in read(text, "telegram", source="dronbomber")]
    assert said == [("Volodymyr Zelenskyy",), ("Vitali Klitschko",)]


def test_who_cites_stands_behind_whom_they_cite_by_name(read: Read) -> None:
    signed = "The Economist із посиланням на слова колишнього чиновника Ніко Ланге"
    claims = read(f"Наша система здатна збивати з курсу російські авіабомби, — {signed}.", "telegram")
    assert one(claims, "statement").sources == ("Niko Lanhe", "The Economist")


def test_the_head_of_a_body_is_who_was_named_as_its_head(read: Read) -> None:
    text = "Очільник ГУР Кирило Буданов розповів про роботу. «Дрони влучили у склад БК у Брянську», — сказав глава ГУР."
    assert one(read(text, "telegram", source="dronbomber"), "attack").sources == ("Kyrylo Budanov",)


def test_the_next_line_is_no_name(read: Read) -> None:
    text = "Троє людей загинули в Ізмаїлі, – Голова Одеської ОВА\nНаші Контакти"
    assert one(read(text, "telegram", source="dronbomber"), "casualties").sources[0] == (
        "Odesa Oblast Military Administration"
    )


def test_a_signature_behind_a_quotation_signs_just_that(read: Read) -> None:
    text = "Дрони влучили у склад БК у Брянську. «Сьогодні був дощ», — Песков."
    signed = read(f"Вночі в Казані вибухи, — Astra. {text}", "telegram", source="dronbomber")
    assert one(signed, "attack").sources != ("Dmitry Peskov",)


def test_who_wrote_on_a_platform_may_have_a_long_title(read: Read) -> None:
    title = "тимчасовий виконувач обов’язків начальника управління комунікацій Повітряних сил ЗСУ Юрій Ігнат"
    claims = read(f"Пошкоджено комплекс Patriot - повідомив у Фейсбуці {title}", "telegram", source="dronbomber")
    assert one(claims, "damage").sources == ("Yurii Ihnat", "Facebook")


def test_he_is_who_was_told_of_not_whose_adviser_he_is(read: Read) -> None:
    text = "Радник Трампа Марк Гобс приїздив до Бучі. Він засудив удари по Україні."
    assert one(read(text, "telegram", source="dronbomber"), "statement").sources == ("Mark Hobs",)
