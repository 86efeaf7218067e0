"""The command `statecraft`: one module a subcommand, each with its options and its run."""

from ai_statecraft.cli.main import main

__all__ = ["main"]
