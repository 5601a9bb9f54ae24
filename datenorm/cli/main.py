"""The command `datenorm`."""

import argparse
import contextlib
import importlib
import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import datenorm

_COMMANDS = "normalize find table explain frames generate train evaluate compare benchmark".split()
_WRONG_USE = 2
_INTERRUPTED = 130  # the status that shells report for a process that Ctrl-C ended

# Packages that only some commands need, and the extra that installs each.
_EXTRAS = {
    "matplotlib": "plot",
    **dict.fromkeys(("charset_normalizer", "pyarrow", "python_calamine", "tqdm"), "table"),
    **dict.fromkeys(("PIL", "av"), "frames"),
    **dict.fromkeys(
        ("HersheyFonts", "babel", "faker", "keras", "num2words", "onnx", "tensorflow", "wordfreq"), "train"
    ),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments after the command's name; those of the process if None.

    Returns:
        The exit status: 0; 1 if `--strict` was given and a text has no answer or reads two ways; 2 for wrong use; 130
        after Ctrl-C.
    """
    if sys.stderr is None:  # else `print` would write to stdout what is meant for stderr
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - until the process ends
    if sys.stdout is None:
        return _fail("stdout is closed; to drop the output, redirect it to /dev/null")
    try:
        status = _run(sys.argv[1:] if argv is None else list(argv))
        sys.stdout.flush()
    except (KeyboardInterrupt, BrokenPipeError) as error:
        return _stopped(_INTERRUPTED if isinstance(error, KeyboardInterrupt) else 0)
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        return _fail(f"this needs {error.name}: pip install 'datenorm[{extra}]'")
    except ImportError as error:
        # ONNX Runtime turns a Ctrl-C during its import into an ImportError.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        return _stopped(_INTERRUPTED)
    except MemoryError:
        return _fail("there is too little memory for this")
    except OSError as error:
        reason = error.strerror or str(error)
        return _fail(f"{error.filename}: {reason}" if error.filename else reason)
    except ValueError as error:
        return _fail(str(error))
    return status


def _run(argv: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # A command does not wait for the modules of the others, which the help needs.
    parser = _parser([command for command in _COMMANDS if argv[:1] == [command]] or _COMMANDS)
    args = parser.parse_args(argv)
    if args.run is None:
        parser.print_help(sys.stderr)
        return _WRONG_USE
    args.argv = argv[1:]  # a training records its arguments
    status: int = args.run(args)
    return status


def _parser(commands: Iterable[str]) -> argparse.ArgumentParser:
    """The parser of some commands, whose `run` is the function of the one that is given, None if none is."""
    parser = argparse.ArgumentParser(prog="datenorm", description="Human dates and times into machine form.")
    parser.add_argument("--version", action=_Version, help="print the version of datenorm")
    parser.set_defaults(run=None)
    subparsers = parser.add_subparsers(metavar="COMMAND")
    for name in commands:
        command = importlib.import_module(f"datenorm.cli.{name}")
        summary, _, example = (command.__doc__ or "").partition("\n\n")
        subparser = subparsers.add_parser(
            name,
            help=summary,
            description=summary,
            epilog=example,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(subparser)
        subparser.set_defaults(run=command.run)
    return parser


class _Version(argparse.Action):
    """Prints the version. Unlike argparse's own action it looks the version up only when asked."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest=argparse.SUPPRESS, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"datenorm {datenorm.__version__}")
        parser.exit()


def _stopped(status: int) -> int:
    # The reader of stdout has what it wanted, or is gone. Python would complain again when it closes stdout.
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    sys.stdout = None
    return status


def _fail(message: str) -> int:
    print(f"datenorm: {message}", file=sys.stderr)
    return _WRONG_USE
