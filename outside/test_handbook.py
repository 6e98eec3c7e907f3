"""The handbook opened as a file in Chromium: by the rules of WCAG, at both widths and in both colours, and searched by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from outside.test_documents import WIDTHS, broken_rules, needed
from tools.handbook.pages import names
from tools.handbook.site import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Literal

    from playwright.sync_api import Browser

PAGES = ("index", *names())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=needed("chromium"), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("handbok")).parent


@pytest.mark.parametrize(
    ("width", "colours", "names"), [(WIDTHS[0], "light", PAGES), (WIDTHS[1], "dark", PAGES[:4])]
)
def test_no_rule_of_wcag_is_broken_and_nothing_is_asked_for_outside_the_folder(
    browser: Browser, handbook: Path, width: int, colours: Literal["light", "dark"], names: Sequence[str]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=colours)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in names:
        page.goto((handbook / f"{name}.html").as_uri())
        assert (name, broken_rules(page)) == (name, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert [url for url in asked if not url.startswith(handbook.as_uri())] == []
    page.close()


def test_a_word_is_found_and_gone_to_by_keyboard_alone(browser: Browser, handbook: Path) -> None:
    page = browser.new_page()
    wrong: list[object] = []
    page.on("pageerror", lambda error: wrong.append(error))  # noqa: PLW0108 - playwright takes no method of a list
    page.goto((handbook / "index.html").as_uri())
    for _ in range(3):  # past the way to the text and the name
        page.keyboard.press("Tab")
    page.keyboard.type("kalender åtgärder")
    assert page.inner_text("#told").endswith("träffar")
    assert broken_rules(page) == []
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/handbok.html#f*")
    assert page.is_hidden("#results")
    page.fill("#words", "<b>xyzzy</b>")
    assert page.inner_text("#told") == "Inga träffar. Pröva ett annat ord."
    assert wrong == []
    page.close()
