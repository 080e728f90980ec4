"""`sitegen completion SHELL`: a script that completes commands, flags and their choices, made from the parser itself."""

from __future__ import annotations

import argparse

SHELLS = ("bash", "zsh")

_SCRIPT = """\
# Completion of sitegen's commands and flags. bash: eval "$(sitegen completion bash)"; zsh: the same with zsh.
{zsh}_sitegen() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" command="" word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$word" in {names}) command="$word"; break ;; esac
  done
  case "$command" in
    "") COMPREPLY=($(compgen -W "{commands} {top}" -- "$current")) ;;
{cases}  esac
}}
complete -o default -F _sitegen sitegen
"""


def script_of(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script for one of `SHELLS`; paths are completed by the shell itself where no flag fits."""
    commands = commands_of(parser)
    cases = []
    for name, command in commands.items():
        words = [*flags_of(command), *choices_of(command)]
        cases.append(f'    {name}) COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$current")) ;;\n')
    return _SCRIPT.format(
        zsh="autoload -U +X bashcompinit && bashcompinit\n" if shell == "zsh" else "",
        names="|".join(commands), commands=" ".join(commands), top=" ".join(flags_of(parser)), cases="".join(cases),
    )  # fmt: skip


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def flags_of(parser: argparse.ArgumentParser) -> list[str]:
    """Every flag, short ones too, in the order of the help."""
    return [flag for action in parser._actions for flag in action.option_strings]


def choices_of(parser: argparse.ArgumentParser) -> list[str]:
    return [str(c) for a in parser._actions if not isinstance(a, argparse._SubParsersAction) for c in a.choices or ()]
