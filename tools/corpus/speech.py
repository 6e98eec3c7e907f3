"""How a sentence comes out when somebody takes it down in a hurry: slips, spoken words, a reason behind it.

Real notes are not proofread. What reads them must hold for a letter that is missing and for `nån` as well as for `någon`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.corpus.grammar import besides, expand

if TYPE_CHECKING:
    from random import Random

_SPOKEN = {
    "någon": "nån", "något": "nåt", "några": "nåra", "de som": "dom som", "sedan": "sen", "sådan": "sån",
    "mycket": "mkt", "till exempel": "t.ex.", "och": "o", "läkare": "dr", "patienten": "pat", "patienter": "pat.",
    "sjuksköterska": "ssk", "undersköterskan": "usk", "vårdcentralen": "VC", "vårdcentral": "VC", "kommunen": "komm.",
}  # fmt: skip
_FRAMES = (
    "{}!", "{}!!", "{} (viktigt)", "{} ??", "Vi måste prata om detta: {}", "{} - alla eniga", "Se även bordet bredvid. {}",
    "asså, {}", "{} osv", "{} punkt slut", "- {}", 'Någon sa: "{}"', "{} /{}",
)  # fmt: skip
_LONG_ENOUGH = 5


def said(sentence: str, dice: Random) -> str:
    """A sentence as it was taken down: mostly as it is, now and then with a slip, a spoken word or a reason."""
    if dice.random() < 0.16:
        sentence = _with_reason(sentence, dice)
    if dice.random() < 0.14:
        sentence = _spoken(sentence, dice)
    if dice.random() < 0.06:
        sentence = _slipped(sentence, dice)
    if dice.random() < 0.04:
        sentence = dice.choice(_FRAMES[:-1]).format(_lowered(sentence) if dice.random() < 0.5 else sentence)
    if dice.random() < 0.18:
        sentence = _lowered(sentence)
    return sentence + "." if dice.random() < 0.12 and sentence[-1].isalpha() else sentence


def again(sentence: str, dice: Random) -> str:
    """The same thing said once more: word for word, in fewer words, or nearly so."""
    words = sentence.split()
    way = dice.random()
    if way < 0.25 or len(words) < _LONG_ENOUGH:
        return sentence
    if way < 0.5:
        return " ".join(words[: dice.randint(3, len(words) - 1)]).rstrip(",:;")
    if way < 0.75:
        place = dice.randrange(1, len(words) - 1)
        return " ".join(words[:place] + words[place + 1 :])
    return _slipped(_lowered(sentence), dice)


def _with_reason(sentence: str, dice: Random) -> str:
    reason = expand(dice.choice(besides()["reasons"]), dice)
    return f"{sentence.rstrip('.?!')}{dice.choice((', ', '. ', ' - ', '; '))}{reason}"


def _spoken(sentence: str, dice: Random) -> str:
    there = [word for word in _SPOKEN if re.search(rf"\b{word}\b", sentence)]
    if not there:
        return sentence
    word = dice.choice(there)
    return re.sub(rf"\b{word}\b", _SPOKEN[word], sentence, count=1)


def _slipped(sentence: str, dice: Random) -> str:
    """A letter left out, doubled or swapped with the next, or the rings and dots left off; never in a tag or an owner."""
    places = [found.span() for found in re.finditer(r"(?<![#@\w])[a-zåäö]{5,}", sentence)]
    if not places:
        return sentence
    begin, end = dice.choice(places)
    at = dice.randrange(begin + 1, end - 1)
    letters = sentence[at : at + 2]
    fresh = dice.choice((letters[1] + letters[0], letters[1], letters[0] + letters, _bare(letters)))
    return sentence[:at] + fresh + sentence[at + 2 :]


def _bare(letters: str) -> str:
    return letters.translate(str.maketrans("åäö", "aao"))


def _lowered(sentence: str) -> str:
    first = sentence.split(" ", 1)[0]
    return sentence if first[1:].lower() != first[1:] else sentence[0].lower() + sentence[1:]
