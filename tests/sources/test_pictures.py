import time
from typing import Any

import pytest

from purport.model import Media
from purport.sources.markup import parse, text_of
from purport.sources.pictures import take_media

BASE = "https://www.example.org/news/1"
HERE = "https://www.example.org"


def _take(body: str, head: str = "") -> tuple[tuple[Media, ...], Any]:
    root = parse(f"<html><head>{head}</head><body>{body}</body></html>", "page")
    return take_media(root, BASE), root


def test_a_figure_has_its_caption_and_its_credit() -> None:
    [found], root = _take(
        '<figure><img src="/a.jpg"><figcaption>A broken window. <span class="credit">Photo: Agency</span></figcaption>'
        "</figure><p>Two drones fell.</p>"
    )
    assert found == Media("A broken window.", f"{HERE}/a.jpg", "photo", "Photo: Agency")
    assert text_of(root) == "Two drones fell."


def test_a_credit_beside_the_caption_belongs_to_the_same_picture() -> None:
    found, _ = _take(
        '<figure><img src="a.jpg"><i></i><div class="figure__copyright">Agency</div>'
        "<figcaption>A window.</figcaption></figure>"
    )
    assert found == (Media("A window.", f"{HERE}/news/a.jpg", "photo", "Agency"),)
    found, _ = _take('<div class="box"><img src="/b.jpg"><span class="image-credit">Agency</span></div>')
    assert found == (Media(None, f"{HERE}/b.jpg", "photo", "Agency"),)


def test_videos_and_what_the_page_names_for_those_who_link_to_it() -> None:
    found, _ = _take(
        '<video poster="/p.jpg"><source src="/v.mp4"></video>',
        '<meta property="og:image" content="/og.jpg"><meta property="og:video" content="https://v.example.org/1">',
    )
    assert found == (
        Media(url=f"{HERE}/og.jpg", kind="photo"),
        Media(url="https://v.example.org/1", kind="video"),
        Media(url=f"{HERE}/v.mp4", kind="video"),
    )


def test_a_picture_in_two_sizes_is_one_and_keeps_its_words() -> None:
    found, _ = _take(
        '<figure><img src="/a.jpg?w=300"><figcaption>A window.</figcaption></figure>',
        '<meta property="og:image" content="/a.jpg?w=1200">',
    )
    assert found == (Media("A window.", f"{HERE}/a.jpg?w=300", "photo"),)


def test_a_notice_of_copyright_below_the_page_is_no_credit() -> None:
    found, root = _take('<div class="copyright">Copyright The Example</div>')
    assert (found, text_of(root)) == ((), "Copyright The Example")


def test_pictures_that_lead_to_other_stories_are_theirs() -> None:
    teaser = '<figure><a href="/other-story"><img src="/t.jpg"></a></figure>'
    large = '<figure><a href="/large/a.jpg"><img src="/a.jpg"></a></figure>'
    assert _take(teaser + large)[0] == (Media(url=f"{HERE}/a.jpg", kind="photo"),)


@pytest.mark.parametrize(
    ("image", "url"),
    [
        ('<img src="data:image/gif;base64,R0" data-src="/late.jpg">', f"{HERE}/late.jpg"),
        ('<img srcset="/small.jpg 300w, /large.jpg 900w">', f"{HERE}/small.jpg"),
        ('<img src="javascript:alert(1)">', None),
        ('<img src="http://[broken">', None),
        ("<img>", None),
    ],
)
def test_only_web_addresses_are_kept(image: str, url: str | None) -> None:
    found, _ = _take(f"<figure>{image}<figcaption>A window.</figcaption></figure>")
    assert found == (Media("A window.", url, "photo" if url else None),)


def test_a_long_element_whose_class_speaks_of_captions_is_no_caption() -> None:
    found, root = _take(f'<div class="caption-gallery">{"Two drones fell on a field. " * 40}</div>')
    assert found == ()
    assert "Two drones" in text_of(root)


def test_cost_grows_with_the_page_and_not_with_its_square() -> None:
    many = "".join(f'<img src="/{n}.jpg"><span class="credit">Agency {n}</span>' for n in range(20_000))
    began = time.process_time()
    found, _ = _take(f"<div>{many}</div>")
    assert len(found) == 200
    assert time.process_time() - began < 30
