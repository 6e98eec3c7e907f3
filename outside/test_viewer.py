"""A form filled in and saved in Chromium's own PDF viewer, box by box, by its own save, and read in again.

In a window without a screen the viewer's button opens a dialog of the system's that is not there. What the button asks the viewer for
is asked for here in its own page: the file with what was written.
"""

from __future__ import annotations

import base64
import io
import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdf
import pytest
from playwright.sync_api import sync_playwright

from outside.test_documents import needed
from tests.support.forms import blank, said, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

VIEWER = "document.querySelector('pdf-viewer')"
WHOLE = f"{VIEWER}?.loadState_ ?? ''"
SAVED = f"""(async () => {{
    const made = await {VIEWER}.currentController.save('EDITED');
    return btoa(Array.from(new Uint8Array(made.dataToSave), one => String.fromCharCode(one)).join(''));
}})()"""
AT_PAGE = f"{VIEWER}.viewport.goToPage(PAGE)"
PLACE = f"""(() => {{
    const page = {VIEWER}.viewport.getPageScreenRect(PAGE);
    const paper = {VIEWER}.shadowRoot.querySelector('#plugin').getBoundingClientRect();
    return [paper.x + page.x, paper.y + page.y, page.width, page.height];
}})()"""
"""Where a page lies in the window: its left and upper edge, its width and height."""
DAY, PEOPLE = "2026-11-19", "12"
SWEDISH = "Ruta {number}: åäö ÅÄÖ é ”citat” – € ½ (a) \\b"
_TRIES = 5
"""A window that is still drawing its page takes no click: a person clicks again, and so does this."""


class Viewer:
    """The viewer, in which a file is open."""

    def __init__(self, browser: Browser, page: Page) -> None:
        self.page, self._talks, self._answers = page, browser.new_browser_cdp_session(), {}
        self._talks.on("Target.receivedMessageFromTarget", self._hears)
        (viewer,) = self._until(self._viewers)
        self._session = self._talks.send(
            "Target.attachToTarget", {"targetId": viewer["targetId"], "flatten": False}
        )["sessionId"]
        self._number = 0
        self._until(lambda: self.asks(WHOLE) == "success")

    def asks(self, expression: str) -> Any:
        """What its own page answers."""
        self._number = number = self._number + 1
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        message = json.dumps({"id": number, "method": "Runtime.evaluate", "params": asked})
        self._talks.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        return self._until(lambda: self._answers.get(number))["result"]["result"].get("value")

    def writes(self, box: Box, text: str) -> None:
        """Click in a box, write, and click beside it, until the file holds it."""
        for _ in range(_TRIES):
            left, top, wide, high = self._at(box.page)
            self.page.mouse.click(left + wide * box.across, top + high * box.down)
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(text)
            self.page.mouse.click(left + wide * 0.5, top + high * 0.004)
            if held_in(self.saves()).get(box.name) == text:
                return
        raise AssertionError(f"{box.name} does not hold what was written")

    def _at(self, page: int) -> list[float]:
        """Go to a page, and where it lies once it lies still."""
        self.asks(AT_PAGE.replace("PAGE", str(page)))
        seen: list[list[float]] = []
        self._until(
            lambda: seen.append(self.asks(PLACE.replace("PAGE", str(page)))) or seen[-2:-1] == seen[-1:]
        )
        return seen[-1]

    def saves(self) -> bytes:
        """The file with what was written in it."""
        return base64.b64decode(self.asks(SAVED))

    def _viewers(self) -> list[Any]:
        found = self._talks.send("Target.getTargets")["targetInfos"]
        return [one for one in found if one["url"].startswith("chrome-extension://")]

    def _hears(self, told: dict[str, Any]) -> None:
        answer = json.loads(told["message"])
        self._answers[answer.get("id")] = answer

    def _until(self, call: Any) -> Any:
        for _ in range(300):
            if found := call():
                return found
            self.page.wait_for_timeout(100)
        raise AssertionError("the viewer does not answer")


@pytest.fixture
def viewer(tmp_path: Path) -> Iterator[Viewer]:
    path = tmp_path / "formulär.pdf"
    path.write_bytes(blank())
    with sync_playwright() as play:
        arguments = ["--headless=new", "--no-sandbox", "--window-size=1000,1300"]
        running = play.chromium.launch(executable_path=needed("chromium"), headless=False, args=arguments)
        page = running.new_page(viewport={"width": 1000, "height": 1200})
        page.goto(path.as_uri(), wait_until="commit")
        yield Viewer(running, page)
        running.close()


class Box(NamedTuple):
    """A box to write in: its name, its page, and where its upper left part is, of the page's width and height."""

    name: str
    page: int
    across: float
    down: float


def boxes_in(data: bytes) -> list[Box]:
    """The boxes of a form that are written in, page by page."""
    found = []
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages):
        wide, high = map(float, page.mediabox[2:])
        for one in (one.get_object() for one in page.get("/Annots", ())):
            if _inherited(one, "/FT") == "/Tx" and any(one["/Rect"]):
                left, bottom, right, top = map(float, one["/Rect"])
                low = min(8.0, (top - bottom) / 2)
                across = (left + min(20.0, (right - left) / 2)) / wide
                found.append(Box(_named(one), number, across, (high - top + low) / high))
    return found


def _named(field: Any) -> str:
    parts = []
    while field:
        parts.insert(0, field.get("/T", ""))
        field = field["/Parent"].get_object() if "/Parent" in field else None
    return ".".join(filter(None, parts))


def _inherited(field: Any, key: str) -> Any:
    while key not in field and "/Parent" in field:
        field = field["/Parent"].get_object()
    return field.get(key)


def held_in(data: bytes) -> dict[str, str]:
    """What is written in each box of a form."""
    fields = pypdf.PdfReader(io.BytesIO(data)).get_fields() or {}
    return {name: str(one.get("/V", "")) for name, one in fields.items()}


def _written(box: Box, number: int) -> str:
    known = {"diskussion.date": DAY, "diskussion.participants": PEOPLE}
    return known.get(box.name, SWEDISH.format(number=number))


def test_what_is_written_box_by_box_and_saved_is_read_in_as_it_was_written(viewer: Viewer) -> None:
    boxes = boxes_in(blank())
    assert len(boxes) >= 12
    written = {box.name: _written(box, number) for number, box in enumerate(boxes)}
    for box in boxes:
        viewer.writes(box, written[box.name])
    data = viewer.saves()
    assert {name: held for name, held in held_in(data).items() if name in written} == written
    session = told(data)
    assert session.head.name == written["diskussion.name"]
    assert (session.head.date.isoformat(), session.head.participants) == (DAY, int(PEOPLE))
    aside = ("diskussion.", ".wording")
    notes = [
        text
        for name, text in written.items()
        if not name.startswith(aside[0]) and not name.endswith(aside[1])
    ]
    assert [text for _, _, text in said(session)] == notes
