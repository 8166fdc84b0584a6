"""Positions that somebody voices, where nothing is told that happened."""

import pytest

from tests.claims.reading import Read, kinds, one


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("France condemned the war in Ukraine and called for a ceasefire.", "France"),
        ("Volodymyr Zelensky called for more air defence against Russian missiles.", "Volodymyr Zelenskyy"),
        ('"Russia must end this war and its terror against Ukraine," Volodymyr Zelensky said.', "Volodymyr Zelenskyy"),
        ("NATO pledged more weapons to help Ukraine stop Russian missiles.", "NATO"),
        ("Володимир Зеленський закликав посилити ППО проти російських ракет.", "Volodymyr Zelenskyy"),
    ],
)
def test_a_position_is_a_statement_of_who_voices_it(read: Read, text: str, speaker: str) -> None:
    prelude = "Missiles hit a school in Sumy. " if text.isascii() else "Ракети влучили в школу в Сумах. "
    claim = one(read(prelude + text), "statement")
    assert claim.sources[0] == speaker
    assert claim.quote in text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Only scum can act like this,” President Volodymyr Zelensky said.", "Volodymyr Zelenskyy"),
        ("Benjamin Netanyahu called it a “tragic mishap.” Rescuers were at work.", "Benjamin Netanyahu"),
        ("“This cannot go on!” Rafael Grossi said.", "Rafael Grossi"),
    ],
)
def test_what_is_said_right_behind_a_strike_is_said_of_it(read: Read, text: str, speaker: str) -> None:
    assert one(read("Missiles hit a school in Sumy. " + text), "statement").sources[0] == speaker
    assert "statement" not in kinds(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The barrage was the heaviest since January.",
        "These attacks are a crime.",
        "A Russian Su-34 bomber crashed into an apartment block in Yeysk.",
    ],
)
def test_what_only_says_what_a_strike_was_is_no_attack(read: Read, text: str) -> None:
    assert kinds(read("Missiles hit a school in Sumy. " + text)).count("attack") == 1


def test_who_is_accused_of_strikes_in_general_is_told_of_none(read: Read) -> None:
    claims = read("Missiles hit a school in Sumy. Ukraine accused Moscow of deliberately striking civilian targets.")
    assert kinds(claims) == ["attack", "statement"]
    assert "attack" in kinds(read("Ukraine accused Moscow of striking a hospital in Odesa on Monday."))


def test_a_statement_has_no_slots_of_an_attack(read: Read) -> None:
    claims = read("Missiles hit a school in Sumy. France condemned the war in Ukraine and called for a ceasefire.")
    claim = one(claims, "statement")
    assert (claim.weapons, claim.count, claim.objects, claim.people, claim.outcome) == ((), None, (), (), None)


@pytest.mark.parametrize(
    "text",
    [
        "Five drones were shot down over Kyiv, the president said.",
        "Збито 5 дронів над Києвом, повідомив Зеленський.",
        "Moscow denied that its missiles had struck the hospital in Kherson.",
    ],
)
def test_what_tells_of_an_event_is_no_statement(read: Read, text: str) -> None:
    assert "statement" not in kinds(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister praised the harvest and called for lower taxes.",
        "The coach said the team must win on Saturday.",
        "Міністр закликав читати більше книжок.",
        "Президент поздравил учителей с праздником.",
    ],
)
def test_positions_on_other_matters_are_none(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"Russia never strikes civilian targets in this war," Dmitry Peskov said.',
        "Dmitry Peskov denied targeting hospitals.",
        "Dmitry Peskov denied that Russia targets schools and hospitals.",
    ],
)
def test_a_general_denial_is_a_statement(read: Read, text: str) -> None:
    claims = read(f"A missile hit a school in Sumy. {text}")
    assert one(claims, "statement").sources == ("Dmitry Peskov",)
    assert len(claims) == 2


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Росія має піти з окупованих територій, — Макрон.",
            "Emmanuel Macron",
            "Росія має піти з окупованих територій",
        ),
        ("Перемир'я на умовах Києва неприйнятне для росії - піськов", "Dmitry Peskov", "Перемир'я"),
        ("«Україні потрібні ракети для ППО», — Зеленський про переговори.", "Volodymyr Zelenskyy", "Україні потрібні"),
    ],
)
def test_a_post_may_be_what_its_signer_holds(read: Read, text: str, speaker: str, said: str) -> None:
    claim = one(read(text, "telegram", language="uk"), "statement")
    assert claim.sources[0] == speaker
    assert claim.quote.startswith(said)
    assert "—" not in claim.quote


@pytest.mark.parametrize(
    "text",
    [
        "Росія втратила 1200 солдатів за добу, — Генштаб.",
        "Російські терористи завдали ракетного удару по Одесі, — ОВА.",
        "Ми всі боремося, бо мир — це перемога над росією.",
        "Слід зазначити, що у окупантів скінчилися снаряди, — Генштаб.",
    ],
)
def test_a_signed_report_is_no_statement(read: Read, text: str) -> None:
    assert "statement" not in kinds(read(text, "telegram", language="uk"))


@pytest.mark.parametrize(
    "text",
    [
        "Macron is expected to announce that Europe must send more weapons.",
        "Turkey's president will meet Zelensky next week as Brussels has accused Moscow of war crimes.",
        "Moscow has been accused of war crimes.",
        "Macron described the weather in Kyiv as unusually cold.",
        "The Ukrainian defence ministry published data on the crimes of the Russian army.",
        "Germany's economy minister said Russian gas prices must fall.",
        '"They must pay for this war," said Iryna Koval, a nurse.',
    ],
)
def test_what_nobody_of_public_function_holds_of_the_war_is_none(read: Read, text: str) -> None:
    assert "statement" not in kinds(read(f"Missiles hit a school in Sumy. {text}"))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Olaf Scholz condemned the strike, and Polish Foreign Minister Radoslaw Sikorski called it a war crime.",
            ["Olaf Scholz condemned the strike", "Polish Foreign Minister Radoslaw Sikorski called it a war crime"],
        ),
        (
            '"This is terror. The world must stop Russia. It was a warm day," Volodymyr Zelensky said.',
            ["The world must stop Russia"],
        ),
        (
            "Benjamin Netanyahu said the strike on Haifa was a crime against civilians.",
            ["the strike on Haifa was a crime against civilians"],
        ),
    ],
)
def test_each_position_has_its_own_words(read: Read, text: str, quotes: list[str]) -> None:
    claims = read(f"Missiles hit a school in Sumy on Friday, killing two. {text}")
    assert [c.quote for c in claims if c.kind == "statement"] == quotes


def test_behind_and_the_same_speaker_goes_on(read: Read) -> None:
    claims = read(
        "Missiles hit a school in Sumy. Kaja Kallas said Moscow must stop the war and urged Iran to send no drones."
    )
    voiced = [(c.quote, c.sources) for c in claims if c.kind == "statement"]
    assert voiced == [
        ("Moscow must stop the war", ("Kaja Kallas",)),
        ("urged Iran to send no drones", ("Kaja Kallas",)),
    ]


def test_who_denies_one_strike_voices_no_position(read: Read) -> None:
    claims = read("Missiles hit a school in Sumy. Moscow said it was not responsible for the attack.")
    assert "statement" not in kinds(claims)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Песков заявил, что Киев должен прекратить обстрелы.", "Dmitry Peskov"),
        ("Генсек ООН Антониу Гутерреш призвал стороны к немедленному прекращению огня.", "Antonio Guterres"),
        ("Захарова назвала удар по школе преступлением киевского режима.", "Maria Zakharova"),
        ("Макрон осудил российский удар по школе.", "Emmanuel Macron"),
        ("«Это терроризм, и Запад несет ответственность за эту войну», — сказал Сергей Лавров.", "Sergei Lavrov"),
    ],
)
def test_positions_in_russian(read: Read, text: str, speaker: str) -> None:
    claim = one(read(f"Ракета попала в школу в Белгороде. {text}"), "statement")
    assert claim.sources[0] == speaker
    assert claim.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Дрон ударив по Лозовій. Сибіга заявив, що удар по Лозовій є грубим порушенням міжнародного права.",
        "Дрон ударив по Одесі. У Кремлі заявили, що збройні сили б’ють виключно по військових об’єктах.",
        "Дрон ударив по Лозовій. У Кремлі звинуватили Київ у зриві перемир'я.",
    ],
)
def test_what_is_said_of_strikes_is_a_position_and_no_strike(read: Read, text: str) -> None:
    assert sorted(kinds(read(text))) == ["attack", "statement"]


@pytest.mark.parametrize(
    "text", ["Унаслідок атаки на Одесу є постраждалі.", "Після удару по Лозовій є загиблі, двоє людей у лікарні."]
)
def test_whom_a_strike_left_behind_is_no_judgement(read: Read, text: str) -> None:
    assert "casualties" in kinds(read(text))


def test_a_call_for_weapons_in_the_present_tense_is_a_position_though_nothing_else_is_told(read: Read) -> None:
    (claim,) = read("Президент Франції Макрон закликає надати Україні більше танків.", "telegram")
    assert (claim.kind, claim.sources) == ("statement", ("Emmanuel Macron",))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Снарядів для фронту вистачить до осені, — Умєров.", "Rustem Umerov"),
        ("«Мы получим новые системы ПВО», — Зеленский.", "Volodymyr Zelenskyy"),
        ("США вважають, що Україна має отримати більше ракет ППО.", "United States"),
        ("Перелік умов щодо мораторію на удари в Чорному морі довгий, — Рубіо.", "Marco Rubio"),
    ],
)
def test_a_post_passes_on_what_a_person_says_of_the_war(read: Read, text: str, speaker: str) -> None:
    assert one(read(text, "telegram", source="dronbomber"), "statement").sources[0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Втрати ворога на Курщині перевищили 20 тисяч військових, — Сирський.",
        "Завод випускає порохи для артилерійських систем, — Генштаб ЗСУ.",
        "Снарядів для фронту вистачить до осені.",
    ],
)
def test_losses_and_what_bodies_or_nobody_tell_are_no_positions(read: Read, text: str) -> None:
    assert read(text, "telegram", source="dronbomber") == []


def test_a_quotation_that_a_clipped_text_cuts_off_is_one(read: Read) -> None:
    text = (
        "Війна в Україні має бути припинена, — держсекретар США Марко Рубіо.\n\n"
        "«Це складний конфлікт, який був початий Росією і який завдав збитків Україні. США повинні зіграти тут сво"
    )
    said = [c for c in read(text, "telegram") if c.kind == "statement"]
    assert len(said) == 3
    assert {c.sources for c in said} == {("Marco Rubio",)}


def test_an_invitation_to_somebody_is_not_signed_by_them(read: Read) -> None:
    said = read("Перше – це запрошення в НАТО. Росія має зупинити війну.", "telegram")
    assert all("NATO" not in c.sources for c in said)


@pytest.mark.parametrize(
    "text",
    [
        "Москва знову показує світові лише свою цинічну байдужість до людського життя.",
        "Кремль мусить почути, що так далі не буде. Вчора йшов дощ.",
        "Враг лжёт и откровенно затягивает войну, прикрываясь словами о переговорах.",
    ],
)
def test_a_post_may_condemn_a_party_in_its_own_voice(read: Read, text: str) -> None:
    claim = one(read(f"Дрон влучив у дах школи в Ізюмі.\n\n{text}", "telegram", source="dronbomber"), "statement")
    assert claim.sources == ()


@pytest.mark.parametrize(
    "text",
    [
        "Русня знову показує світові лише свою цинічну й жорстоку пику.",
        "Чи мусить Кремль почути, що так далі не буде?",
        "Москва пережила черговий ранок з терористичною атакою безпілотників на район.",
        "Київ має ракети та дрони для оборони великого міста.",
    ],
)
def test_jeers_questions_and_reports_condemn_nobody(read: Read, text: str) -> None:
    claims = read(f"Дрон влучив у дах школи в Ізюмі.\n\n{text}", "telegram", source="dronbomber")
    assert "statement" not in kinds(claims)


def test_what_follows_a_signed_position_goes_on_with_it(read: Read) -> None:
    after = "\n\nСподіваємося на тишу, але довіри Москві немає.\n\nТриває ремонт доріг."
    own = read(f"«Ми відповімо на кожен удар», — Зеленський.{after}", "telegram", source="dronbomber")
    assert [c.sources for c in own if c.kind == "statement"] == [("Volodymyr Zelenskyy",)] * 2
    theirs = read(f"«Мы ответим на каждый удар», — Песков.{after}", "telegram", source="dronbomber")
    assert kinds(theirs) == ["statement"]


def test_who_signs_is_he_in_what_follows(read: Read) -> None:
    text = "Снарядів для фронту вистачить, — Умєров.\n\nЗа його словами, нові ракети вже є у військах."
    assert {c.sources for c in read(text, "telegram", source="dronbomber")} == {("Rustem Umerov",)}


def test_the_outlet_that_signs_passes_on_who_speaks(read: Read) -> None:
    text = "Франція заявила, що не дозволить удари по Україні безкарно, — Reuters."
    assert one(read(text, "telegram", source="dronbomber"), "statement").sources == ("France", "Reuters")


def test_deliveries_are_no_position(read: Read) -> None:
    assert read("Є зрушення у постачанні дронів та ракет для війська, — Умєров.", "telegram", source="dronbomber") == []


def test_in_a_conversation_each_speaks_until_the_next(read: Read) -> None:
    text = "**Журналіст:** Що скажете про удар по Сумах?\n\n**Рубіо:** Це була жахлива атака. Закінчіть цю війну!"
    said = [(c.quote, c.sources) for c in read(text, "telegram", source="dronbomber") if c.kind == "statement"]
    assert said[-1] == ("Закінчіть цю війну", ("Marco Rubio",))
    assert {sources for _, sources in said} == {("Marco Rubio",)}


def test_what_a_message_says_is_theirs_who_sent_it(read: Read) -> None:
    text = (
        "Про це повідомило Міністерство оборони Литви. «Дрони вже в Україні. "
        "Продовжуємо підтримувати українську армію у війні», - зазначено в повідомленні."
    )
    claims = read(text, "telegram", source="dronbomber")
    assert one(claims, "statement").sources == ("Lithuanian Ministry of Defence",)


def test_he_is_not_whom_he_calls_upon(read: Read) -> None:
    text = (
        "«Це зло», — духовник Трампа Іван Гобс. Коли Трамп спинив військову допомогу Україні, "
        "пастор Гобс підтримав це рішення. Тепер він закликає Трампа надати Україні танки."
    )
    said = [c for c in read(text, "telegram", source="dronbomber") if c.kind == "statement"]
    assert [c.quote[:12] for c in said] == ["пастор Гобс ", "Тепер він за"]
    assert {c.sources for c in said} == {("Ivan Hobs",)}


def test_a_report_is_told_to_be_false(read: Read) -> None:
    text = "Повідомлення командування рф про нібито завершення бойових дій не відповідають дійсності."
    assert kinds(read(text, "telegram", source="dronbomber")) == ["statement"]


@pytest.mark.parametrize(
    ("after", "count"),
    [("Готуємо нові дрони для ворога.", 2), ("На столі лежать нові дрони.", 1), ("Дякуємо за дрони.", 1)],
)
def test_who_signs_goes_on_as_we(read: Read, after: str, count: int) -> None:
    text = f"«Росія мусить зупинити війну», — Сирський.\n\n{after}"
    assert kinds(read(text, "telegram", source="dronbomber")).count("statement") == count


def test_what_only_tells_more_of_a_strike_is_no_remark_on_it(read: Read) -> None:
    text = (
        "Черговий масований ракетний удар росії по Одесі. Серед цілей – те, що забезпечує життя росіян і наших людей. "
        "Нам є чим відповідати росії, — Зеленський."
    )
    said = [c.quote for c in read(text, "telegram", source="dronbomber") if c.kind == "statement"]
    assert said == ["Нам є чим відповідати росії"]


def test_bodies_condemn_in_the_first_person(read: Read) -> None:
    text = "МЗС Польщі: «Ми рішуче засуджуємо цю війну. Росія не шукає миру»."
    said = [c for c in read(text, "telegram", source="dronbomber") if c.kind == "statement"]
    assert [c.quote for c in said] == ["Ми рішуче засуджуємо цю війну", "Росія не шукає миру"]


def test_a_post_calls_on_its_readers(read: Read) -> None:
    text = "Закликаю всіх не підігравати росії у мережах. Закликаю всіх підписатися на канал."
    assert kinds(read(f"Дрон влучив у школу в Ізюмі.\n\n{text}", "telegram", source="dronbomber"))[1:] == ["statement"]


def test_what_is_spoken_of_is_not_what_is_said(read: Read) -> None:
    text = "Буданов розповів про те, як армія готує нові дрони. «Росія мусить зупинити цю війну», — сказав він."
    said = [c.quote for c in read(text, "telegram", source="dronbomber") if c.kind == "statement"]
    assert said == ["Росія мусить зупинити цю війну"]
