from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Message:
    """What leaves: `id` names the notice, so that a gateway can drop what it got twice."""

    id: str
    title: str
    text: str
    short: str


class NotSentError(Exception):
    """A message that did not leave, and why; `final` where another attempt is of no use."""

    def __init__(self, sentence: str, *, final: bool = False) -> None:
        super().__init__(sentence)
        self.final = final


class Gateway(Protocol):
    """Sends one message to one address; raises NotSentError."""

    def send(self, address: str, secret: str, message: Message) -> None: ...
