"""A Textual program with one Input: what a keystroke costs when there is nothing else to do."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class OneInput(App[None]):
    """One field that has the focus from the start."""

    def compose(self) -> ComposeResult:
        """Show the field; its placeholder is what the harness waits for."""
        yield Input(placeholder="write here")


if __name__ == "__main__":
    OneInput().run()
