"""Ways of telling one thing in Ukrainian and Russian: idioms, slang, lines without a subject; what is none of it."""

import pytest

from purport.model import Claim, Kind
from tests.claims.reading import Read, kinds, one

_UK = "channel"


def _things(claim: Claim) -> set[tuple[str, str]]:
    return {(thing.type, thing.effect) for thing in claim.objects}


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Русня лупанула по Харкову балістикою.", "ballistic_missile"),
        ("Окупанти шмальнули ракетою по Харкову.", "missile"),
        ("Росіяни довбанули по Харкову КАБами.", "guided_bomb"),
        ("Росіяни закидали Покровськ КАБами.", "guided_bomb"),
        ("Росія обрушила на Одесу десятки ракет.", "missile"),
        ("Противник накрыл Шебекино артиллерией.", "artillery"),
        ("Россия обстреляла Киев ракетами.", "missile"),
    ],
)
def test_verbs_of_speech_tell_attacks_by_the_weapon_beside_them(read: Read, text: str, weapon: str) -> None:
    claim = one(read(text, "telegram", source=_UK), "attack")
    assert (claim.weapons[0].cls, len(claim.places)) == (weapon, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Окупанти відкрили вогонь по Херсону.",
        "Ворог гатить по Херсону.",
        "Нікополь потрапив під ворожий обстріл.",
        "Белгород подвергся ракетному обстрелу.",
        "Шебекино под огнём.",
        "Минулої доби росіяни 12 разів били по Херсонщині.",
    ],
)
def test_a_place_is_attacked_with_no_weapon_told(read: Read, text: str) -> None:
    assert one(read(text, "telegram"), "attack").places


def test_how_often_a_place_was_attacked_is_counted(read: Read) -> None:
    count = one(read("За добу ВФУ 27 раз обстреляли Донецк.", "telegram"), "attack").count
    assert count is not None
    assert (count.min, count.max) == (27, 27)


@pytest.mark.parametrize(
    "text",
    [
        "Шахед залетів у багатоповерхівку в Сумах.",
        "Безпілотник протаранив багатоповерхівку в Сумах.",
        "Беспилотник влетел в многоэтажку в Воронеже.",
    ],
)
def test_what_flies_hits_the_house_it_flies_into(read: Read, text: str) -> None:
    assert _things(one(read(text, "telegram"), "attack")) == {("residential_building", "hit")}


@pytest.mark.parametrize(
    "text",
    [
        "У Дніпрі автомобіль влетів у зупинку.",
        "В Белгороде автомобиль врезался в остановку.",
        "Чоловік з Херсона потрапив до лікарні.",
        "У Херсон прилетіла делегація з Данії.",
        "У Харкові поліція накрила казино.",
        "Хакери вдарили по сайту мерії Харкова.",
        "Інфляція вдарила по гаманцях харків'ян.",
        "На навчаннях під Псковом завдали удару по умовних цілях.",
        "Завод у Харкові випустив 300 дронів за місяць.",
        "На Львівщині через негоду знеструмлено 40 сіл.",
        "Белгород обстреливают каждый день.",
    ],
)
def test_verbs_of_movement_and_blows_of_peace_are_no_strikes(read: Read, text: str) -> None:
    assert not {"attack", "impact", "damage", "sighting"} & set(kinds(read(text, "telegram")))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("По Сумах прилетіло.", "impact"),
        ("В Сумах прильот.", "impact"),
        ("По порту в Одессе прилетело.", "impact"),
        ("Шахед гепнувся в поле під Сумами.", "impact"),
        ("Три снаряда разорвались в Белгороде.", "impact"),
        ("У Сумах добряче бахнуло.", "explosion"),
        ("В Белгороде громыхает.", "explosion"),
        ("В Белгороде громко.", "explosion"),
    ],
)
def test_a_line_without_a_subject_tells_that_something_came_or_blew_up(read: Read, text: str, kind: Kind) -> None:
    assert one(read(text, "telegram", source=_UK), kind).places


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Постраждала школа в Херсоні.", {("school", "damaged")}),
        ("У школі в Херсоні повилітали вікна.", {("school", "damaged")}),
        ("У Херсоні вогнем охоплено склад.", {("warehouse", "on_fire")}),
        ("В Феодосии пылает нефтебаза.", {("oil_depot", "on_fire")}),
        ("В Белгороде пропал свет.", {("power_supply", "cut_off")}),
        ("У Сумах вирубило світло.", {("power_supply", "cut_off")}),
        ("Корабель пішов на дно у Феодосії.", {("vessel", "destroyed")}),
        ("На Полтавщині виведено з ладу підстанцію.", {("electricity_substation", "damaged")}),
        ("НПЗ у Рязані зупинив роботу після удару дронів.", {("oil_refinery", "damaged")}),
    ],
)
def test_what_harm_does_to_things_is_told_in_many_ways(read: Read, text: str, things: set[tuple[str, str]]) -> None:
    assert _things(one(read(text, "telegram"), "damage")) == things


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("На Сумщині завалили два шахеди.", "destroyed"),
        ("Впольовано два шахеди на Сумщині.", "destroyed"),
        ("Успішно відмінусовано два шахеди на Сумщині.", "destroyed"),
        ("Шахеди на Сумщині знищено двома дронами-перехоплювачами.", "destroyed"),
        ("Два БпЛА на Сумщині знешкоджено засобами РЕБ.", "suppressed"),
        ("Два дрона не долетели до целей в Курской области.", "suppressed"),
        ("Сили ППО відпрацювали по двох шахедах на Сумщині.", "intercepted"),
        ("У Сумах чути роботу ППО.", "intercepted"),
        ("ПВО отрабатывает по целям в Белгороде.", "intercepted"),
    ],
)
def test_what_flies_is_stopped_in_many_words(read: Read, text: str, outcome: str) -> None:
    claim = one(read(text, "telegram", source=_UK), "interception")
    assert (claim.outcome, len(claim.places)) == (outcome, 1)


@pytest.mark.parametrize(
    ("text", "effect", "many"),
    [
        ("У Херсоні обірвалося життя 10-річної дівчинки.", "killed", 1),
        ("На жаль, у Херсоні є загиблий.", "killed", 1),
        ("Після удару з-під завалів у Херсоні дістали тіло жінки.", "killed", 1),
        ("Після удару в Херсоні загинуло подружжя.", "killed", 2),
        ("По медичну допомогу в Херсоні звернулися п'ятеро людей.", "injured", 5),
        ("У мужчины из Шебекино минно-взрывная травма.", "injured", 1),
        ("В Сумах щонайменше півсотні поранених.", "injured", 50),
        ("До лікарні доправили чотирьох людей із Херсона.", "hospitalised", 4),
        ("На зв'язок не виходять троє людей у Тернополі.", "missing", 3),
        ("В Белгороде все живы.", "any", 0),
    ],
)
def test_what_befell_people_is_told_in_many_ways(read: Read, text: str, effect: str, many: int) -> None:
    people = one(read(text, "telegram", source=_UK), "casualties").people
    assert (people[0].effect, people[0].min) == (effect, many)


@pytest.mark.parametrize(
    "text",
    [
        "Сапёры обезвредили снаряд в Курске.",
        "У Києві нагородили родини загиблих захисників.",
        "У Києві б'ють на тривогу: бракує вчителів.",
        "В Белгороде пройдёт плановая проверка сирен.",
        "З порту в Одесі вивезли зерно.",
        "Путін помітив активність дронів.",
    ],
)
def test_the_same_words_of_peace_tell_of_nothing(read: Read, text: str) -> None:
    assert not kinds(read(text, "telegram", source=_UK))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Мопеди пилять на Суми.", "sighting"),
        ("Над Сумами гуде шахед.", "sighting"),
        ("У повітрі над Сумами 14 шахедів.", "sighting"),
        ("Группа БПЛА приближается к Белгороду.", "sighting"),
        ("Кримський міст перекрито.", "alert"),
        ("Красный уровень: угроза атаки БПЛА в Липецке.", "alert"),
        ("Жителей Белгорода просят пройти в укрытия.", "alert"),
        ("Шахеди атакували Суми. Вогонь у Сумах приборкали.", "response"),
        ("Шахеди атакували Суми. У Сумах з'явилося світло.", "response"),
        ("Дроны атаковали Белгород. Возбуждено дело о теракте.", "response"),
    ],
)
def test_flight_warnings_and_help_are_told_in_many_words(read: Read, text: str, kind: Kind) -> None:
    assert one(read(text, "telegram", source=_UK), kind)


def test_who_acts_behind_a_comma_is_not_who_says_it(read: Read) -> None:
    claim = one(read("За даними Генштабу, росіяни вдарили по Херсону.", "telegram"), "attack")
    assert claim.sources == ("General Staff of the Armed Forces of Ukraine",)


def test_what_is_rumoured_is_unverified(read: Read) -> None:
    assert one(read("Подейкують, вдарили по нафтобазі в Курську.", "telegram"), "attack").stance == "unverified"


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Внаслідок удару в Сумах пошкоджено міськраду.", "public_building"),
        ("Внаслідок удару в Сумах пошкоджено медзаклад.", "hospital"),
        ("Внаслідок удару в Сумах пошкоджено 16-поверхівку.", "residential_building"),
        ("Внаслідок удару в Сумах пошкоджено хлібозавод.", "industrial_site"),
        ("Внаслідок удару в Сумах пошкоджено дроти.", "power_line"),
        ("В результате удара в Белгороде поврежден шиномонтаж.", "commercial_building"),
        ("В результате удара в Белгороде повреждено здание прокуратуры.", "public_building"),
        ("В результате удара в Белгороде повреждены ж/д пути.", "railway"),
    ],
)
def test_the_kinds_of_things_have_many_names(read: Read, text: str, thing: str) -> None:
    assert {kind for kind, _ in _things(one(read(text, "telegram", source=_UK), "damage"))} == {thing}


@pytest.mark.parametrize("when", ["Удосвіта", "З самого ранку", "В обід", "Ближе к утру", "В районе 5 утра"])
def test_words_of_the_day_date_a_post(read: Read, when: str) -> None:
    claim = one(read(f"{when} дрони вдарили по Сумах.", "telegram", published="2024-06-05T20:00:00Z"), "attack")
    assert claim.time is not None
    assert claim.time.start.startswith("2024-06-05")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Дроны ударили по Курску, сообщил губернатор Курской области.", "Roman Starovoit"),
        ("Росіяни вдарили по Сумах, повідомили в ДСНС Сумщини.", "State Emergency Service of Ukraine"),
    ],
)
def test_a_place_behind_who_says_it_is_theirs(read: Read, text: str, source: str) -> None:
    assert one(read(text, "telegram", published="2024-01-05T20:00:00Z"), "attack").sources == (source,)


def test_weapons_are_sent_at_a_place_that_stands_before_them(read: Read) -> None:
    assert one(read("Росіяни запустили по Сумах дрони.", "telegram"), "attack").places


@pytest.mark.parametrize(("often", "many"), [("двічі", 2), ("тричі", 3), ("12 разів", 12)])
def test_so_many_attacks_are_told_in_one_word_too(read: Read, often: str, many: int) -> None:
    count = one(read(f"Росіяни {often} обстріляли Ізюм.", "telegram"), "attack").count
    assert count is not None
    assert count.max == many


def test_who_guides_strikes_or_threatens_because_of_them_tells_of_no_new_one(read: Read) -> None:
    assert "attack" not in kinds(read("СБУ затримала агента, який коригував удари по Харкову.", "telegram"))
    told = read("Трамп пригрозив Росії санкціями через атаки на Одесу.", "telegram")
    assert "threatened" not in {claim.stance for claim in told}
