"""A Textual program that shows one line: what any Textual program must pay before its first frame."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line of text, nothing more."""

    def compose(self) -> ComposeResult:
        """Show the line that the harness waits for."""
        yield Static("hello there")


if __name__ == "__main__":
    Hello().run()
