"""Why a change cannot be made: each kind of refusal, with the sentence that says so on the screen and in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from diskussion_tui.base.text import MAX_NOTE, MOST_PASTED

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue import Texts


class InShell(NamedTuple):
    """What the shell's sentences have blanks for: what it says of a final discussion, of one it cannot write, and the file."""

    final: str
    not_saved: str
    file: str


class RefusedError(ValueError):
    """A change that cannot be made; the discussion is as it was. Each kind of refusal says in words why."""

    tone: ClassVar[str] = "warning"
    """How a screen says it."""

    def sentence(self, words: Texts) -> str:
        """Why, and what to do, for somebody at the screen; empty where the screen tells that anyhow."""
        raise NotImplementedError

    def in_shell(self, words: Texts, at: InShell) -> str:  # noqa: ARG002 - one signature for all refusals
        """The same for somebody at the shell."""
        return self.sentence(words)


class TooLongError(RefusedError):
    """A note of more than `MAX_NOTE` characters. `length` says how many it has."""

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(f"a note holds at most {MAX_NOTE} characters, this one has {length}")

    def sentence(self, words: Texts) -> str:
        """How long it is."""
        return words.walk.too_long.format(n=self.length)

    def in_shell(self, words: Texts, at: InShell) -> str:  # noqa: ARG002 - one signature for all refusals
        """How long it is and may be."""
        length, most = words.cli.grouped(self.length), words.cli.grouped(MAX_NOTE)
        return words.cli.too_long.format(length=length, most=most)


class TooMuchError(RefusedError):
    """More text at once than is taken in: more than `MOST_PASTED` characters. `length` says how many it has."""

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(f"at most {MOST_PASTED} characters are taken in at once, these are {length}")

    def sentence(self, words: Texts) -> str:
        """How long it is and may be."""
        grouped = words.cli.grouped
        return words.pasting.too_much.format(n=grouped(self.length), most=grouped(MOST_PASTED))


class FullError(RefusedError):
    """The discussion holds as much as its file can: what goes on, goes on in another."""

    def sentence(self, words: Texts) -> str:
        """That nothing was taken down, and where to go on."""
        return words.walk.full


class FinalError(RefusedError):
    """The discussion is final: it must be reopened before anything changes."""

    def sentence(self, words: Texts) -> str:
        """How to open it again."""
        return words.walk.final_hint

    def in_shell(self, words: Texts, at: InShell) -> str:  # noqa: ARG002 - one signature for all refusals
        """What is said of that depends on what was to be done."""
        return at.final


class ReadOnlyError(RefusedError):
    """The discussion is closed, or open for reading only. `why` is `newer` for a file of a later format, else the symbol of an error."""

    def __init__(self, why: str = "") -> None:
        self.why = why
        super().__init__(why)

    def sentence(self, words: Texts) -> str:  # noqa: ARG002 - one signature for all refusals
        """Nothing: the line of hints tells it as long as it lasts."""
        return ""

    def in_shell(self, words: Texts, at: InShell) -> str:
        """That it is of a later version, or why the disk refuses."""
        if self.why == "newer":
            return words.cli.newer.format(file=at.file)
        return at.not_saved.format(why=words.reasons.of(self.why))
