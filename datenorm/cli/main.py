"""The command `datenorm`."""

import argparse
import contextlib
import io
import sys
from collections.abc import Sequence

from datenorm.cli import benchmark, compare, evaluate, explain, generate, normalize, table, train

_COMMANDS = (normalize, table, explain, generate, train, evaluate, compare, benchmark)
_INTERRUPTED = 130  # what shells report for a process that Ctrl-C ended

# Packages that only some commands need, and the extra that brings each.
_EXTRAS = {
    "matplotlib": "plot",
    **dict.fromkeys(("pyarrow", "tqdm"), "table"),
    **dict.fromkeys(("babel", "faker", "keras", "num2words", "onnx", "tensorflow"), "train"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments after the command's name; those of the process if None.

    Returns:
        The exit status: 0; 1 where some texts had no answer and --strict was told; 2 for wrong use; 130 after Ctrl-C.
    """
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
        if not isinstance(error.__cause__, KeyboardInterrupt):  # so ONNX Runtime calls Ctrl-C during its own import
            raise
        return _stopped(_INTERRUPTED)
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except ValueError as error:
        return _fail(str(error))
    return status


def _run(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="datenorm", description="Human dates and times into machine form.")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in _COMMANDS:
        name = command.__name__.rpartition(".")[2]
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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser.parse_args(argv)
    args.argv = argv[1:]  # a training records them
    status: int = args.run(args)
    return status


def _stopped(status: int) -> int:
    # Whoever reads has what it wanted, or is gone: Python would complain once more while it closes stdout.
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    sys.stdout = None
    return status


def _fail(message: str) -> int:
    print(f"datenorm: {message}", file=sys.stderr)
    return 2
