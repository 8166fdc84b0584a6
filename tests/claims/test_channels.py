"""Posts of channels: what they tell in few words, and what of their talk tells of nothing."""

import pytest

from tests.claims.reading import Read, counted, kinds, one, targets, weapons


@pytest.mark.parametrize(
    "text",
    [
        "Випробували перехоплювач, який збиває «Шахеди».",
        "Ангар для Ту-22М3, які запускають ракети Х-22.",
        "Гаубиця М777 має снаряди для ураження складів і мостів.",
        "Нова РЕБ знижує ризик ураження дронами.",
        "Союзники дозволили завдавати ударів по аеродромах у Криму.",
        "Дрони атакуватимуть нафтобазу в Твері ще не раз.",
        "Завод у Туле выпускает снаряды с увеличенной точностью поражения.",
    ],
)
def test_what_weapons_are_for_and_can_do_is_no_report(read: Read, text: str) -> None:
    assert set(kinds(read(text, "telegram"))) <= {"statement"}


@pytest.mark.parametrize(
    "text",
    [
        "Наші змогли уразити нафтобазу в Твері.",
        "Українським дронам вдалося атакувати нафтобазу в Твері.",
        "Росіяни продовжують обстрілювати нафтобазу в Херсоні.",
        "Ворог застосував Ту-95 для удару по нафтобазі в Полтаві.",
    ],
)
def test_what_was_managed_or_used_is_one(read: Read, text: str) -> None:
    assert one(read(text, "telegram"), "attack")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ракетний удар по Одесі.", [("missile", None)]),
        ("Уражено склад ракетних військ у Криму.", []),
        ("Атакували навчальний авіаційний центр у Твері.", []),
        ("Балістичний і дроновий удар по Києву.", [("ballistic_missile", None), ("uav", None)]),
    ],
)
def test_an_adjective_names_a_weapon_only_beside_a_strike(
    read: Read, text: str, told: list[tuple[str, str | None]]
) -> None:
    assert sorted(weapons(one(read(text, "telegram"), "attack"))) == sorted(told)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Знищено пускову установку «Іскандер-М» у Курську.", {("military_site", "destroyed")}),
        ("На аеродромі в Твері знищено два Су-34 та пошкоджено Ту-22М3.", {("vehicle", "destroyed")}),
        ("Знищення російського ЗРК «Бук-М1» під Луганськом.", {("air_defence", "destroyed")}),
        ("Вертоліт Мі-28 пошкоджено внаслідок удару по базі під Тулою.", {("vehicle", "damaged")}),
        ("Пожежа після ураження танкера під Керчю.", {("vessel", "on_fire")}),
    ],
)
def test_arms_that_stand_on_the_ground_are_damaged(read: Read, text: str, things: set[tuple[str, str]]) -> None:
    told = read(text, "telegram")
    assert "interception" not in {c.kind for c in told}
    assert things <= {(o.type, o.effect) for c in told if c.kind == "damage" for o in c.objects}


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Удар по російській батареї С-400 під Курськом.", None),
        ("Дрон атакував російську нафтобазу в Твері.", None),
        ("Уражено ворожий склад у Херсоні.", None),
        ("Ворожий дрон атакував авто в Херсоні.", "RU"),
        ("Обстріл російської армії по Херсону.", "RU"),
    ],
)
def test_whose_thing_was_struck_is_not_who_struck(read: Read, text: str, attacker: str | None) -> None:
    assert one(read(text, "telegram", source="dronbomber"), "attack").attacker == attacker


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("москва, рф - вибухи", "explosion"),
        ("Москву атакували дрони.", "attack"),
        ("Під москвою впав дрон.", "impact"),
    ],
)
def test_a_capital_where_it_happens_is_no_speaker_however_it_is_written(read: Read, text: str, kind: str) -> None:
    claim = next(c for c in read(text, "telegram", source="dronbomber") if c.kind == kind)
    assert (targets(claim), claim.sources) == (["Moscow"], ())


def test_victims_are_told_without_a_number(read: Read) -> None:
    claim = one(read("У Дніпрі є загиблі та поранені після атаки.", "telegram"), "casualties")
    assert [(p.effect, p.min) for p in claim.people] == [("killed", None), ("injured", None)]


@pytest.mark.parametrize("text", ["Дрони вдарили по базі «Нептун».", "Уражено РЛС (на мапі) у Криму (дві)."])
def test_a_quotation_is_closed_where_it_was_opened(read: Read, text: str) -> None:
    for claim in read(text, "telegram", source="dronbomber"):
        assert claim.quote.count("«") == claim.quote.count("»")
        assert claim.quote.count("(") == claim.quote.count(")")


@pytest.mark.parametrize(
    ("text", "count", "places"),
    [
        ("На Курськ ударні БпЛА.", None, ["Kursk"]),
        ("Ще 3 шахеди на Полтаву", (3, 3), ["Poltava"]),
        ("Група БПЛА з Брянської області на Орел", None, ["Oryol"]),
    ],
)
def test_a_line_without_a_verb_tells_of_weapons_on_their_way(
    read: Read, text: str, count: tuple[int, int] | None, places: list[str]
) -> None:
    claim = one(read(text, "telegram"), "sighting")
    assert (counted(claim), targets(claim)) == (count, places)


@pytest.mark.parametrize(
    "text",
    ["Новий дрон на виставці у Києві.", "Огляд шахеда, знайденого в музеї Києва.", "Завод дронів у Києві."],
)
def test_a_line_about_something_else_tells_of_none(read: Read, text: str) -> None:
    assert read(text, "telegram") == []


def test_a_line_that_names_a_place_sets_the_scene(read: Read) -> None:
    claim = one(read("Аеродром Міллєрово, Ростовська область\nГорить.", "telegram"), "damage")
    assert targets(claim) == ["Millerovo airfield"]
    assert [(o.type, o.effect) for o in claim.objects] == [("military_airfield", "on_fire")]


def test_the_location_of_a_post_is_that_of_what_it_tells(read: Read) -> None:
    claim = one(read("У Харківській області уражено склад.\nЛокація: Ізюм", "telegram"), "attack")
    assert targets(claim) == ["Izium"]


def test_a_strike_is_told_once_however_many_sentences_it_takes(read: Read) -> None:
    claim = one(
        read(
            "Удар по нафтобазі.\nУночі було завдано удару по нафтобазі «Схід» у Твері. "
            "Удар завдано із застосуванням трьох БпЛА.",
            "telegram",
        ),
        "attack",
    )
    assert (targets(claim), weapons(claim), counted(claim)) == (["Tver"], [("uav", None)], (3, 3))


@pytest.mark.parametrize("text", ["Збито 30 ракет із 38.", "Збито 30 із 38 ракет.", "Сбито 30 ракет из 38."])
def test_of_how_many_were_stopped(read: Read, text: str) -> None:
    told = read(text, "telegram", source="dronbomber")
    assert counted(one(told, "interception")) == (30, 30)
    assert counted(one(told, "attack")) == (38, 38)


@pytest.mark.parametrize(
    "text",
    [
        "Шахеди атакують міста України хвилями.",
        "Не вдалося збити два шахеди.",
        "Щонайменше два дрони не були збиті.",
        "Союзники схвалили удари далекобійною зброєю по Росії.",
        "Шахеди летять на висоті трьох кілометрів.",
        "Коли до вас прилетить український дрон, не скаржтеся.",
        "Алгоритм для автоматичного пошуку та знищення цілей дрона.",
        "Може, сьогодні буде удар дронами по Твері?)",
        "Прайс: 50 грн — скид, 300 грн — знищений Бук, 900 грн — збитий Су-30.",
    ],
)
def test_habits_failures_and_leave_to_strike_are_no_report(read: Read, text: str) -> None:
    assert read(text, "telegram", source="dronbomber") == []


def test_what_is_stored_was_not_used(read: Read) -> None:
    told = read("Дрони атакували базу під Єйськом. Там зберігалося 400 дронів. Потужність — 300 дронів.", "telegram")
    assert [counted(c) for c in told] == [None]


def test_whom_a_strike_destroyed_are_its_dead(read: Read) -> None:
    told = read("Удар HIMARS ліквідував 12 офіцерів у Херсоні.", "telegram")
    dead = one(told, "casualties")
    assert [(p.effect, p.min, p.group) for p in dead.people] == [("killed", 12, "military")]
    assert "interception" not in {c.kind for c in told}


def test_a_post_hit_on_the_front_is_told_by_its_direction(read: Read) -> None:
    claim = one(read("На Покровському напрямку уражено командний пункт.", "telegram"), "attack")
    assert [(o.type, o.effect) for o in claim.objects] == [("command_post", "hit")]


@pytest.mark.parametrize(
    "text",
    [
        "Цієї ночі дрони уразили:\n- нафтобазу в Енгельсі;\n- підстанцію у Брянську.",
        "Дроны атаковали следующие объекты:\n• нефтебаза в Энгельсе;\n• подстанция в Брянске.",
    ],
)
def test_each_line_below_a_strike_names_a_target(read: Read, text: str) -> None:
    told = read(text, "telegram")
    assert [(targets(c), [o.type for o in c.objects], weapons(c)) for c in told] == [
        (["Engels"], ["oil_depot"], [("uav", None)]),
        (["Bryansk"], ["electricity_substation"], [("uav", None)]),
    ]


def test_an_aircraft_that_a_drone_attacks_is_no_weapon(read: Read) -> None:
    claim = one(read("FPV-дрон атакує російський гелікоптер Ка-52 у Курській області.", "telegram"), "attack")
    assert weapons(claim) == [("uav", None)]
    assert [o.type for o in claim.objects] == ["vehicle"]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Дрон атакував Суми. Постраждалого госпіталізували.", ("hospitalised", 1, 1)),
        ("Дрон атакував Суми. Постраждалих доправили до лікарні.", ("hospitalised", None, None)),
        ("Дрон атаковал Белгород. Двоих пострадавших доставили в больницу.", ("hospitalised", 2, 2)),
    ],
)
def test_the_hurt_who_are_taken_to_hospital_are_told_once(
    read: Read, text: str, harm: tuple[str, int | None, int | None]
) -> None:
    assert [(p.effect, p.min, p.max) for p in one(read(text, "telegram"), "casualties").people] == [harm]


@pytest.mark.parametrize(
    "text",
    [
        "Загроза застосування балістичного озброєння з півдня!",
        "Не нехтуйте сигналами тривоги, на Суми летять шахеди.",
    ],
)
def test_words_of_one_warning_are_one_alert(read: Read, text: str) -> None:
    assert sum(c.kind == "alert" for c in read(text, "telegram")) == 1


def test_a_course_without_a_verb_is_a_sighting(read: Read) -> None:
    assert targets(one(read("БпЛА на півночі Чернігівщини, курс південний.", "telegram"), "sighting"))


@pytest.mark.parametrize(
    "text", ["Пуски КАБ тактичною авіацією противника на Сумщину.", "Удар авиацией противника, две КАБ на Сумы."]
)
def test_aircraft_that_drop_bombs_are_no_weapon_beside_them(read: Read, text: str) -> None:
    assert weapons(read(text, "telegram", source="Повітряні Сили ЗС України")[0]) == [("guided_bomb", None)]


@pytest.mark.parametrize("text", ["Атака дронів противника на Суми.", "Пуски КАБ авіацією противника на Суми."])
def test_whose_the_weapons_are_is_who_attacks(read: Read, text: str) -> None:
    assert one(read(text, "telegram", source="Повітряні Сили ЗС України"), "attack").attacker == "RU"


@pytest.mark.parametrize(
    "text",
    [
        "Україна реагуватиме на удари по Одесі.",
        "Ми відповімо на ці удари по Києву.",
        "Россия ответит на удары по Крыму.",
    ],
)
def test_an_answer_to_strikes_tells_of_none(read: Read, text: str) -> None:
    assert all(c.kind != "attack" for c in read(text, "telegram"))


def test_a_number_of_aircraft_hit_is_damage(read: Read) -> None:
    claim = one(read("Уражено чотири літаки на аеродромі Саки.", "telegram"), "damage")
    assert counted(claim) == (4, 4)
    assert [o.type for o in claim.objects] == ["vehicle"]


@pytest.mark.parametrize(
    "text",
    [
        "Росія зберігає здатність завдавати масованих ракетних ударів по Києву.",
        "Аеродром потрібен, щоб завдавати авіаційних ударів по Харкову.",
        "У Крыму остались корабли, способные наносить ракетные удары по Одессе.",
    ],
)
def test_strikes_that_somebody_can_deal_are_none(read: Read, text: str) -> None:
    assert all(c.kind != "attack" for c in read(text, "telegram"))


@pytest.mark.parametrize(
    "text",
    [
        "Вночі дрони атакували Одесу, містяни повідомляють про звуки вибухів.",
        "Ночью дроны атаковали Саратов, зафиксирована серия взрывов.",
    ],
)
def test_blasts_that_are_heard_or_reported_are_told(read: Read, text: str) -> None:
    assert one(read(text, "telegram"), "explosion")


def test_what_a_channel_recalls_itself_has_no_signer(read: Read) -> None:
    text = "Росіяни вдарили по Харкову дроном, — Терехов.\nНагадаємо, вчора росіяни обстріляли Дергачі з РСЗВ."
    assert [c.sources for c in read(text, "telegram")] == [("Ihor Terekhov",), ()]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Росіяни здійснили 412 обстрілів населених пунктів Запоріжжя.", (412, 412)),
        ("Під Куп'янськом було п’ять боєзіткнень, ворог завдав восьми авіаударів.", (8, 8)),
    ],
)
def test_shellings_are_counted(read: Read, text: str, count: tuple[int, int]) -> None:
    assert counted(one(read(text, "telegram"), "attack")) == count


@pytest.mark.parametrize(
    "text",
    [
        "Київ і Москва погодилися відмовитися від ударів по енергетиці в Одесі.",
        "Москва готова воздержаться от взаимных ударов по портам Одессы.",
    ],
)
def test_strikes_that_are_given_up_are_none(read: Read, text: str) -> None:
    assert all(c.kind != "attack" for c in read(text, "telegram"))


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("У Криму ліквідовано трьох офіцерів ФСБ.", 3),
        ("Ликвидированы двое военных в Луганске.", 2),
        ("Після удару дронів по Рильську задвохсотилось 15 офіцерів.", 15),
        ("За добу в Криму ліквідовано 1200 окупантів.", None),
        ("З початку війни ліквідовано 900 окупантів у Криму.", None),
    ],
)
def test_people_are_eliminated_but_sums_of_losses_are_no_report(read: Read, text: str, killed: int | None) -> None:
    found = [c.people[0].max for c in read(text, "telegram") if c.kind == "casualties"]
    assert found == ([killed] if killed else [])


def test_a_line_that_only_says_that_it_is_loud_tells_of_blasts(read: Read) -> None:
    assert one(read("Гучно у Саратові та Енгельсі.", "telegram"), "explosion")
    assert (
        read(
            "Міністр голосно заявив у Москві, що війна триватиме, доки уряд не отримає всього, чого хотів.", "telegram"
        )
        == []
    )


@pytest.mark.parametrize("text", ["На Харків полетіло шість «Калібрів».", "Добрі дрони навідались на завод у Тулі."])
def test_weapons_that_fly_at_something_or_call_there_attack_it(read: Read, text: str) -> None:
    assert one(read(text, "telegram"), "attack")


def test_who_lies_under_rubble_is_no_general_remark(read: Read) -> None:
    claim = one(read("Росіяни вдарили по Сумах дронами. Під завалами ще можуть бути люди.", "telegram"), "casualties")
    assert [p.effect for p in claim.people] == ["trapped"]


def test_whose_attack_it_is_stands_behind_a_noun_that_is_one_or_several(read: Read) -> None:
    assert one(read("Внаслідок атаки ворога загинули десять людей.", "telegram"), "casualties").attacker == "RU"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Сили оборони завдали потужного удару по позиціях ФСБ у Брянській області. "
            "Учора авіація завдала удару по заставі ФСБ у Севську, Брянська область.",
            "авіація завдала удару по заставі ФСБ у Севську, Брянська область",
        ),
        (
            "Сили оборони вдарили по Рильську. Ця бригада причетна до ракетного удару по місту Суми. "
            "Нагадаємо, Суми росіяни атакували 13 квітня.",
            "Сили оборони вдарили по Рильську",
        ),
    ],
)
def test_a_strike_told_again_more_closely_is_one(read: Read, text: str, quote: str) -> None:
    told = [c.quote for c in read(text, "telegram") if c.kind == "attack"]
    assert quote in told
    assert len(told) == len(set(told)) <= 2


def test_a_depot_that_burns_is_not_lost_twice(read: Read) -> None:
    text = (
        "У Твері знищено склад із деталями. Спалахнув склад деталей до БПЛА. Внаслідок знищення складу втрати великі."
    )
    assert one(read(text, "telegram"), "damage")


def test_what_weapons_do_that_somebody_makes_is_no_report(read: Read) -> None:
    assert read("Дрони, які завдають ударів по заводах Росії, запускають декілька структур.", "telegram") == []


def test_a_hit_that_only_did_harm_is_no_impact(read: Read) -> None:
    text = "Авіація вдарила по заставі в Севську. Унаслідок точкового ураження знищено склад."
    assert [c.kind for c in read(text, "telegram")] == ["attack", "damage"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Уражено склад пально-мастильних матеріалів у Старому Осколі.", "oil_depot"),
        ("Уражено склад ракетного озброєння у Твері.", "military_depot"),
        ("Вдарили по складу із деталями до шахедів у Твері.", "military_depot"),
        ("Вдарили по заводу з виробництва дронів у Казані.", "military_industry"),
        ("Уражено завод у Мічуринську, який виробляє ракети.", "military_industry"),
        ("Вдарили по складу одягу в Харкові дронами.", "warehouse"),
        ("Вдарили по складу дронами.", "warehouse"),
    ],
)
def test_depots_and_plants_are_what_they_hold_and_make(read: Read, text: str, kind: str) -> None:
    assert [t.type for t in one(read(text, "telegram"), "attack").objects] == [kind]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Москва та Підмосков'я під атакою БПЛА.", {"Moscow", "Moscow Oblast"}),
        ("Зокрема, у Ростовській області рф уражено завод.", {"Rostov Oblast"}),
        ("Уражено РЛС С-400. Місце події — н.п. Саки, т.о. Крим.", {"Saky"}),
    ],
)
def test_where_a_line_of_a_post_tells_of(read: Read, text: str, places: set[str]) -> None:
    assert {p.name for p in one(read(text, "telegram"), "attack").places} == places


@pytest.mark.parametrize(
    "text", ["Атаки на аеродроми не було б, якби росія погодилась.", "Сподіваємось на влучання по заводу в Тулі."]
)
def test_what_is_hoped_for_or_would_not_have_been_is_no_report(read: Read, text: str) -> None:
    assert [c for c in read(text, "telegram") if c.kind != "statement"] == []


def test_what_destroyed_a_battery_is_told_by_its_words(read: Read) -> None:
    claim = one(
        read("Знищення російського ЗРК Бук-М3 за допомогою українського дрона-камікадзе.", "telegram"), "damage"
    )
    assert (weapons(claim), claim.attacker) == ([("uav", None)], "UA")


@pytest.mark.parametrize(
    ("text", "things", "places"),
    [
        ("🔴Удар БПЛА – НПЗ в Саратові.", ["oil_refinery"], {"Saratov"}),
        ("Ракетний удар – склад боєприпасів у Твері.", ["military_depot"], {"Tver"}),
        ("Удар по Харкову – завод не постраждав.", [], {"Kharkiv"}),
    ],
)
def test_what_a_strike_was_on_may_stand_behind_a_dash(
    read: Read, text: str, things: list[str], places: set[str]
) -> None:
    claim = one(read(text, "telegram"), "attack")
    assert ([t.type for t in claim.objects], {p.name for p in claim.places}) == (things, places)


def test_losses_of_a_strike_told_before_are_its_dead(read: Read) -> None:
    text = "Удар HIMARS по штабу в Рильську. Втрати противника: 7 загиблих."
    assert [p.max for p in one(read(text, "telegram"), "casualties").people] == [7]


@pytest.mark.parametrize(
    "text",
    [
        "Компанія зайнялася модернізацією дронів у Твері.",
        "Російський дрон намагався збити український БПЛА над Курщиною.",
        "Бійці знищили взвод росіян на Курщині.",
        "Операція знизила потенціал ворога з проведення нальотів БпЛА по містах України.",
        "Кремль погодив перелік об'єктів під дією мораторію на удари по енергетиці.",
    ],
)
def test_work_attempts_and_fighting_on_the_ground_are_no_claims(read: Read, text: str) -> None:
    assert [c for c in read(text, "telegram") if c.kind != "statement"] == []


def test_a_toll_that_a_post_opens_with_is_told_once(read: Read) -> None:
    text = "На Харківщині загинув сапер. Сьогодні в Ізюмському районі Харківщини під ударом дрона загинув один сапер."
    assert len([c for c in read(text, "telegram") if c.kind == "casualties"]) == 1


def test_a_bullet_begins_a_line_whatever_stands_before_it(read: Read) -> None:
    text = "Вночі українські БПЛА атакували кілька об'єктів: ** • Каширська ГРЕС; • Московський НПЗ."
    assert [[t.type for t in c.objects] for c in read(text, "telegram")] == [["power_plant"], ["oil_refinery"]]


@pytest.mark.parametrize(
    "text", ["Дуже багато БПЛА на Вороніж, не встигаю малювати.", "Багато БПЛА літає в Краснодарському краї."]
)
def test_what_flies_is_seen_whatever_is_said_of_it(read: Read, text: str) -> None:
    assert one(read(text, "telegram"), "sighting")


@pytest.mark.parametrize(
    "text",
    [
        "Напередодні удару до арсеналу прибув ешелон з ракетами.",
        "Атаки українських безпілотників заважають роботі нафтопереробних заводів росії.",
        "Як збільшити висоту збиття FPV-дронами.",
    ],
)
def test_occasions_and_what_attacks_do_to_trade_are_no_reports(read: Read, text: str) -> None:
    assert [c for c in read(text, "telegram") if c.kind != "statement"] == []


def test_alarms_that_are_talked_of_are_no_alert(read: Read) -> None:
    assert not [
        c for c in read("Вони виросли під час повітряних тривог і вибухів у Києві.", "telegram") if c.kind == "alert"
    ]
    assert one(read("Повітряна тривога у Києві.", "telegram"), "alert")
