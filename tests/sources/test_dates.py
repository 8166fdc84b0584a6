import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.sources.dates import from_iso, from_mail, from_unix
from purport.sources.dates import given as stated


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-05-06", "2024-05-06"),
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"),
        ("2024-05-06T07:08+03:00", "2024-05-06T07:08+03:00"),
        ("2024-05-06 07:08:09+03:00", "2024-05-06T07:08:09+03:00"),
        ("2024-05-06T07:08:09", "2024-05-06"),
        ("20240506", "2024-05-06"),
        ("2024-05", None),
        ("2024", None),
        (" ", None),
        (None, None),
    ],
)
def test_what_a_record_states(value: str | None, date: str | None) -> None:
    assert stated(value) == date


@pytest.mark.parametrize("value", ["yesterday", "2024-13-01", "2024-02-30", "06.05.2024", "2024-05-06T25:00:00Z"])
def test_what_is_no_date_is_an_error(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        stated(value)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-05-06T07:08:09+0300", "2024-05-06T07:08:09+03:00"),
        ("2024-05-06 07:08:09 +0300", "2024-05-06T07:08:09+03:00"),
        ("2024-05-06T07:08:09 UTC", "2024-05-06T07:08:09+00:00"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("May 6", None),
        (None, None),
    ],
)
def test_what_metadata_say(value: str | None, date: str | None) -> None:
    assert from_iso(value) == date


def test_seconds_and_mail_dates() -> None:
    assert from_unix("1714979289") == "2024-05-06T07:08:09+00:00"
    assert [from_unix(v) for v in (0, None, "", "soon", 10**20)] == [None] * 5
    assert from_mail("Mon, 06 May 2024 10:08:09 -0500") == "2024-05-06T10:08:09-05:00"
    assert [from_mail(v) for v in (None, "", "soon", "Mon, 06 May")] == [None] * 4


@given(st.text())
def test_no_text_upsets_the_lenient_ones(value: str) -> None:
    for read in (from_iso, from_mail, from_unix):
        found = read(value)
        assert found is None or found[4] == "-"
