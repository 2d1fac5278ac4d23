"""The exception tree: skip this one, stop, or the user's input is wrong.

DragomanError
├── InputError      the user's command, option or file is wrong: exit code 2
├── SkippedInput    this input cannot be read, the rest goes on: exit code 1
├── SpanError       a span does not say its words: a defect, never shown
├── ModelError      a bundled model is missing or altered
└── RecordError     the record on disk cannot be used
"""


class DragomanError(Exception):
    """Base of all errors that dragoman raises on purpose; its text says what, where and what to do."""


class InputError(DragomanError):
    """The command, an option or a list that the user gave cannot be used."""


class SkippedInput(DragomanError):  # noqa: N818 - it names an input, not a failure
    """One input is left out by name, with a reason and a remedy; the others are read."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        super().__init__(f"{name}: {reason}. {remedy}")
        self.name, self.reason, self.remedy = name, reason, remedy


class SpanError(DragomanError):
    """A span's offsets and its words do not agree."""


class ModelError(DragomanError):
    """A model is missing or is not the one whose hash is known."""


class RecordError(DragomanError):
    """The record cannot be opened, or was written by a newer schema."""
