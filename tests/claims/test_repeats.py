"""What a document tells twice is one claim, and what only looks like it is two."""

from tests.claims.reading import Read, targets


def test_what_becomes_of_a_whole_attack_is_no_retelling_of_a_part_of_it(read: Read) -> None:
    text = (
        "Russia fired 40 missiles at Ukraine overnight, the majority of which targeted Kyiv, the air force said. "
        "The massive attack was thwarted, a spokesman said."
    )
    attacks = [c for c in read(text) if c.kind == "attack"]
    assert [c.quote for c in attacks][1:] == ["the majority of which targeted Kyiv", "The massive attack was thwarted"]
    assert [targets(c) for c in attacks] == [["Ukraine"], ["Kyiv"], ["Ukraine"]]
