"""What can go wrong, each with a message for people in both languages and the exit code it leads to."""

from __future__ import annotations

from collections.abc import Callable

from outageplan.wording import Text


class OutageplanError(Exception):
    """Any error that a user can cause; never a bug."""

    exit_code = 3

    def __init__(self, message: Text) -> None:
        super().__init__(message["en"])
        self._message = message

    @property
    def message(self) -> Text:
        """What is wrong, and what to do instead."""
        return self._message


class UnreadableError(OutageplanError):
    """Input that cannot be read: no such file, not a regular file, no permission."""


class GrammarError(OutageplanError, ValueError):
    """A phrase (moment, boundary, deadline) that the notice format does not know.

    `kind` is what was expected: moment, boundary, anchor or deadline. Pydantic takes the error up as a value error,
    so that it reaches the user with its place in the file.
    """

    exit_code = 2

    def __init__(self, message: Text, kind: str) -> None:
        super().__init__(message)
        self.kind = kind


class UnknownNameError(OutageplanError, ValueError):
    """A service, pool, role, action or notice (`kind`) that is not there, or a name that fits several.

    `message` names the nearest names, which are looked for only when it is asked for; `bare` does not.
    """

    exit_code = 2

    def __init__(self, bare: Text, kind: str, hint: Callable[[], Text | None] = lambda: None) -> None:
        super().__init__(bare)
        self.bare = bare
        self.kind = kind
        self._hint = hint

    def __str__(self) -> str:
        return self.message["en"]

    @property
    def message(self) -> Text:
        """What is wrong, and which names are nearest."""
        hint = self._hint()
        return Text(f"{self.bare['zh']}{hint['zh']}", f"{self.bare['en']}{hint['en']}") if hint else self.bare


class ReaderGoneError(Exception):
    """Whoever read our output has left: there is nobody to tell anything, and nothing went wrong."""


class UsageError(OutageplanError):
    """A command called in a way that makes no sense."""

    exit_code = 2
