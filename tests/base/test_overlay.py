"""A mapping in layers says what a dict would, whatever was put into it and taken out, and never changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.overlay import _THIN, Overlay

keys = st.integers(0, 300)
steps = st.lists(
    st.one_of(st.tuples(st.just("with"), st.dictionaries(keys, st.text(max_size=2), max_size=60)), keys),
    max_size=12,
)


def _is(layers: Overlay[int, str], known: dict[int, str]) -> None:
    assert dict(layers.items()) == known
    assert (list(layers), list(layers.keys())) == (list(known), list(known))
    assert list(layers.values()) == list(known.values())
    assert len(layers) == len(known)
    assert all((layers.get(key), key in layers) == (known.get(key), key in known) for key in range(301))
    assert layers == known


@given(steps)
def test_it_says_what_a_dict_would_and_the_one_before_stays_as_it_was(steps: list):
    layers, known = Overlay({1: "a"}), {1: "a"}
    seen = [(layers, known)]
    for step in steps:
        if isinstance(step, tuple):
            layers, known = layers.having(step[1]), {**known, **step[1]}
        else:
            layers, known = layers.without(step), {k: v for k, v in known.items() if k != step}
        seen.append((layers, known))
    for before in seen:
        _is(*before)


def test_a_thick_layer_becomes_one_with_what_is_below():
    layers = Overlay({})
    for number in range(_THIN * 3):
        layers = layers.having({number: ""})
        assert len(layers._over) <= _THIN
    assert len(layers._below) >= _THIN * 2
