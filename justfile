# The recipes of the project. `just` alone lists them.

set positional-arguments

# List the recipes.
default:
    @just --list

# Everything that must hold before a change lands: lint, format, types, arrows, docs, tests.
check: lint types arrows docs-fresh test

# Lint and format, changing nothing.
lint:
    ruff check .
    ruff format --check .

# Put code into its format and mend what can be mended by itself.
format:
    ruff format .
    ruff check --fix .

# The type gate.
types:
    pyrefly check

# The one-way arrows of docs/architecture.md.
arrows:
    lint-imports

# The generated pages are those that the code gives.
docs-fresh:
    python -m tools.keysheet --check
    python -m tools.manpage --check
    python -m tools.picture --check
    python -m tools.pages --check
    python -m benchmarks.report --check

# Write the generated pages anew.
docs:
    python -m tools.keysheet
    python -m tools.manpage
    python -m tools.picture
    python -m tools.pages
    python -m benchmarks.report

# The handbook as web pages, in build/handbok: what `diskussion handbok` opens in a checkout.
handbook folder="build/handbok":
    python -m tools.handbook "{{folder}}"

# The whole test suite; arguments go to pytest.
test *arguments:
    pytest "$@"

# Open the documents with programs that are not ours: Chromium with the rules of WCAG, LibreOffice, other libraries.
outside *arguments:
    pytest -n 0 outside "$@"

# Measure against floors and peers, which it fetches into .bench; arguments name parts: `just bench startup`.
bench *arguments:
    python -m benchmarks "$@"

# Kill the program at random for so many minutes and look for what is lost: `just torture 25 --workers 2`.
torture *arguments:
    python -m torture "$@"

# Share a folder with people who mean harm, with other users, on disks that lack something: `just shared 600 --seed 1`.
shared *arguments:
    python -m torture.shared "$@"

# The program with all that it needs, for laptops without Python: a folder and an archive in dist/.
bundle *arguments:
    uv run --group bundle python -m tools.bundle "$@"

# Build the bundle, unpack it where there is no Python (Linux, as root), lead an evening there, and remove it without a trace.
bundle-check *arguments:
    uv run --group bundle python -m tools.bundle_check "$@"

# Install the built wheel with pip, pipx, uv tool and uvx, out of a folder and without a network, and use it; some minutes.
install-check:
    python -m tools.install_check

# Press anything at all on every screen: `just walk 100000 --seed 1`.
walk *arguments:
    python -m torture.walk "$@"

# Put small faults into a copy, one at a time, and see whether the tests notice: `just mutate store --sample 50 --seed 1`.
mutate *arguments:
    python -m torture.mutation "$@"
