"""`diskussion completion SHELL`: a script for the shell's startup file, written for the workbook in use.

Kinds and question ids are written into the script, so that pressing Tab runs no program, but for the values of a query's field,
which the discussions have: those `find` is asked for. What stands in the script comes from a file, and a shell expands the words it
is given; only plain ones are let through. What `find` prints is a row a value, and quoted before it stands in the line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import workbook_of
from diskussion_tui.content.source import shipped_workbooks
from diskussion_tui.domain.analysis.counting import Facet
from diskussion_tui.domain.analysis.query.grammar import FIELDS
from diskussion_tui.domain.analysis.query.spelling import value_spelled
from diskussion_tui.domain.analysis.query.vocabulary import vocabulary_in
from diskussion_tui.domain.workbook.compass import cells_of
from diskussion_tui.domain.workbook.steps import steps_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Mapping

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary
    from diskussion_tui.texts.catalogue import Texts

_ASKED = (
    '    if [[ "$current" == *:* ]]; then',
    "      local given=() known=() place",
    "      for ((place = 1; place < COMP_CWORD; place++)); do",
    '        case "${COMP_WORDS[place]}" in --sessions|--also|--content) given+=("${COMP_WORDS[@]:place:2}") ;; esac',
    "      done",
    "      while IFS= read -r word; do",
    '        [[ " ${COMPREPLY[*]} " == *" $word "* || "${word//\\"/}" != "$current"* ]] && continue',
    '        known+=("$(printf %q "${word#*:}")")',
    '      done < <(diskussion "${given[@]}" find --values "${current%%:*}" 2>/dev/null)',
    '      COMPREPLY=("${COMPREPLY[@]#"${current%:*}:"}" "${known[@]}")',
    "    fi",
)
"""How bash asks for the values of a field, of the folders that the line names."""
SHELLS = ("bash", "zsh", "fish", "powershell")
_ACTIONS = {"completion": SHELLS, "workbook": ("new", "check", "preview")}
"""What stands right behind a command that does one of several things."""
_NEW_LINE = "\\n"
"""A new line as bash is told of it."""
_PLAIN = re.compile(r"[\w.-]+")


def add(parser: Parser) -> None:
    """The shell."""
    parser.argument("shell", "|".join(SHELLS), parser.words.help_shell, many=False)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the script."""
    if arguments.shell not in SHELLS:
        raise Refused(texts.cli.shell_missing.format(shells=texts.cli.any_of(SHELLS)))
    workbook = workbook_of(arguments, texts)
    values = {
        "--skip": _plain(step.id for step in steps_of(workbook)),
        "--keep": _plain(step.id for step in steps_of(workbook)),
        "--before": _plain(step.id for step in steps_of(workbook)),
        "--step": _plain(step.id for step in steps_of(workbook)),
        "--question": _plain(question.id for question in workbook.questions()),
        "--kind": _plain(kind.id for kind in workbook.kinds),
        "--note": [],  # a discussion's notes are not known here, and a file's name would be no answer
        "--notes": [],
        "--hands": ["sum", "highest"],
        "--lang": [*LANGUAGES],
        "--by": [*get_args(Facet)],
    }
    cells = {
        "place": _plain(cell.name for cell in cells_of(workbook.compass)),
        "find": _of_queries(vocabulary_in(workbook), texts.language),
    }
    write: Callable[[Mapping[str, list[str]], Mapping[str, list[str]], Texts], str] = {
        "bash": _bash,
        "zsh": _zsh,
        "fish": _fish,
        "powershell": _powershell,
    }[arguments.shell]
    output.put(write(values, cells, texts))
    return DONE


def _plain(words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if _PLAIN.fullmatch(word)]


def _of_queries(known: Vocabulary, language: str) -> list[str]:
    """The fields of a query, each with its colon, and with the values that it can have."""
    words: list[str] = []
    for field in FIELDS:
        name = field.called(language)
        values = [value_spelled(field.key, one.id, language) for one in known.of(field.key)]
        words += [f"{name}:", *(f"{name}:{value}" for value in _plain(values))]
    return words


def _commands(texts: Texts) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every command with what it does and its options; the program itself under the empty name."""
    from diskussion_tui.cli.kit.commands import COMMANDS, parser_of

    return {
        name: (texts.usages.of(name).summary, parser_of(name, texts).options()) for name in ("", *COMMANDS)
    }


def _bash(values: Mapping[str, list[str]], arguments: Mapping[str, list[str]], texts: Texts) -> str:
    commands = _commands(texts)
    names = [name for name in commands if name]
    cases = [f'    {option}) words="{" ".join(known)}" ;;' for option, known in values.items()]
    options = [
        f'      {name or "*"}) words="{" ".join(given)}" ;;' for name, (_said, given) in _last_first(commands)
    ]
    return "\n".join(
        [
            "_diskussion() {",
            '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" word words',
            '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
            f'    case "$word" in {"|".join(names)}) command="$word"; break ;; esac',
            "  done",
            '  case "$before" in',
            *cases,
            "    --content)",  # a workbook that ships, or a file
            "      local IFS=$'\\n'",
            f'      COMPREPLY=($(compgen -W $\'{_NEW_LINE.join(shipped_workbooks())}\' -- "$current") $(compgen -f -- "$current"))',
            "      compopt -o filenames 2>/dev/null; return ;;",
            "    --sessions|--also) COMPREPLY=(); return ;;",
            *[f'    {name}) words="{" ".join(known)}" ;;' for name, known in _ACTIONS.items()],
            '    *) case "$command" in',
            *options,
            "    esac",
            '    [[ -n "$command" && "$current" != -* ]] && words=""',
            *[
                f'    [[ "$command" == {name} && "$current" != -* ]] && words="{" ".join(known)}"'
                for name, known in arguments.items()
                if name != "find"
            ],
            f'    [[ -z "$command" && "$current" != -* ]] && words="{" ".join(names)}" ;;',
            "  esac",
            '  if [[ "$command" == find && "$before" != -* && "$current" != -* ]]; then',  # bash cuts words at colons
            '    current="${COMP_LINE:0:COMP_POINT}"; current="${current##* }"',
            f'    COMPREPLY=($(compgen -W "{" ".join(arguments["find"])}" -- "$current"))',
            *_ASKED,
            '    [[ "${COMPREPLY[*]}" == *: ]] && compopt -o nospace 2>/dev/null',
            "    return",
            "  fi",
            '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
            "}",
            "complete -o default -F _diskussion diskussion",
        ]
    )


def _zsh(values: Mapping[str, list[str]], arguments: Mapping[str, list[str]], texts: Texts) -> str:
    # zsh runs bash's completions; a second grammar of the same thing would only go its own way.
    return f"autoload -Uz bashcompinit compinit\n(( $+functions[compdef] )) || compinit\nbashcompinit\n{_bash(values, arguments, texts)}"


def _fish(values: Mapping[str, list[str]], arguments: Mapping[str, list[str]], texts: Texts) -> str:
    commands = _commands(texts)
    names = " ".join(name for name in commands if name)
    lines = ["complete -c diskussion -f"]
    for name, (said, options) in commands.items():
        if name:
            lines.append(
                f"complete -c diskussion -n 'not __fish_seen_subcommand_from {names}' -a {name} -d {_quoted(said)}"
            )
        where = f"-n '__fish_seen_subcommand_from {name}'" if name else ""
        own = [option for option in options if not name or option not in commands[""][1]]
        lines += [_fish_option(option, where, values) for option in own]
    for name, known in arguments.items():
        lines.append(f"complete -c diskussion -n '__fish_seen_subcommand_from {name}' -a '{' '.join(known)}'")
    for name, actions in _ACTIONS.items():
        lines.append(
            f"complete -c diskussion -n '__fish_seen_subcommand_from {name}' -a '{' '.join(actions)}'"
        )
    lines.append(
        "complete -c diskussion -n '__fish_seen_subcommand_from find' -a '(string match -q \"*:*\" -- (commandline -ct);"
        " and diskussion find --values (string split -m1 : -- (commandline -ct))[1] 2>/dev/null)'"
    )
    lines.append("complete -c diskussion -n '__fish_seen_subcommand_from workbook check doctor' -F")
    return "\n".join(lines)


def _fish_option(option: str, where: str, values: Mapping[str, list[str]]) -> str:
    known = f" -x -a '{' '.join(values[option])}'" if option in values else ""
    files = " -r -F" if option in {"--content", "--sessions", "--also"} else ""
    known = f" -a '{' '.join(shipped_workbooks())}'" if option == "--content" else known
    return f"complete -c diskussion {where} -l {option.removeprefix('--')}{known}{files}".replace("  ", " ")


def _powershell(values: Mapping[str, list[str]], arguments: Mapping[str, list[str]], texts: Texts) -> str:
    commands = _commands(texts)

    def listed(words: Iterable[str]) -> str:
        return f"@({', '.join(map(_in_quotes, words))})"

    def table(rows: Iterable[tuple[str, str]]) -> list[str]:
        return [f"        {_in_quotes(name)} = {value}" for name, value in rows]

    behind = {**arguments, **{name: list(words) for name, words in _ACTIONS.items()}}
    return "\n".join(
        [
            "Register-ArgumentCompleter -Native -CommandName diskussion -ScriptBlock {",
            "    param($word, $line, $position)",
            "    $commands = [ordered]@{",
            *table((name, _in_quotes(said)) for name, (said, _options) in commands.items() if name),
            "    }",
            "    $options = @{",
            *table((name, listed(options)) for name, (_said, options) in commands.items()),
            "    }",
            "    $values = @{",
            *table((option, listed(known)) for option, known in values.items()),
            "    }",
            "    $behind = @{",
            *table((name, listed(known)) for name, known in behind.items()),
            "    }",
            "    $given = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })",
            "    $command = $given | Where-Object { $commands.Contains($_) } | Select-Object -First 1",
            "    $before = if ($given.Count) { $given[-1] } else { '' }",
            "    if ($before -in @('--content', '--sessions', '--also')) { return }",
            "    $offered = if ($values.ContainsKey($before)) { $values[$before] }",
            "        elseif ($word.StartsWith('-')) { $options[\"$command\"] }",
            "        elseif ($command) { $behind[$command] }",
            "        else { $commands.Keys }",
            "    $offered | Where-Object { $_ -and $_.StartsWith($word, 'OrdinalIgnoreCase') } | ForEach-Object {",
            "        $said = if (-not $command -and $commands.Contains($_)) { $commands[$_] } else { $_ }",
            "        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $said)",
            "    }",
            "}",
        ]
    )


def _in_quotes(text: str) -> str:
    """A text that PowerShell takes as it is: it knows other signs that end one, too."""
    return "'" + re.sub("(['\u2018\u2019\u201a\u201b])", r"\1\1", text) + "'"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _last_first(
    commands: Mapping[str, tuple[str, tuple[str, ...]]],
) -> list[tuple[str, tuple[str, tuple[str, ...]]]]:
    """The commands with the one of no name, which matches anything, last."""
    return [*((name, of) for name, of in commands.items() if name), ("", commands[""])]
