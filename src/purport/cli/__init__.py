"""The command line. Whatever is heavy is imported by the command that needs it."""

from purport.cli.app import main, run

__all__ = ["main", "run"]
