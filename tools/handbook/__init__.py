"""The handbook: the pages of `docs/` that users read, as web pages that need no network and no server.

The Markdown stays what is written; the pages are made of it when a wheel or a bundle is built (`hatch_build.py`, `tools/bundle.py`), so
that they cannot lag. markdown-it reads it, which the program's screens bring along already; what stands around the text is one
template, one style sheet and one script, in `frame/`.
"""
