"""Read every table of a release with the tools its readers use, and compare what they see.

Run by ``make clients`` in an environment that does not hold this project::

    python read_release.py dist/release

For each table, pandas, Polars and DuckDB each read the CSV with the column types that the Parquet
file states, and must find the very values that they read from the Parquet file. Exit status 1 and
a line for each disagreement.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl

# An absent value is an empty field; a text such as NA (Namibia) must stay a text.
ABSENT = ""


def pandas_agrees(csv: Path, parquet: Path) -> bool:
    """Tell whether pandas reads the same values from both files."""
    expected = pd.read_parquet(parquet, dtype_backend="pyarrow")
    found = pd.read_csv(
        csv,
        dtype=expected.dtypes.to_dict(),
        dtype_backend="pyarrow",
        keep_default_na=False,
        na_values=[ABSENT],
    )
    return bool(expected.equals(found))


def polars_agrees(csv: Path, parquet: Path) -> bool:
    """Tell whether Polars reads the same values from both files."""
    expected = pl.read_parquet(parquet)
    return pl.read_csv(csv, schema=expected.schema).equals(expected)


def duckdb_agrees(csv: Path, parquet: Path) -> bool:
    """Tell whether DuckDB reads the same rows from both files."""
    with duckdb.connect() as connection:
        described = connection.execute("describe from read_parquet(?)", [str(parquet)]).fetchall()
        columns = {str(name): str(kind) for name, kind, *_ in described}
        connection.read_parquet(str(parquet)).create_view("expected")
        connection.read_csv(
            str(csv), columns=columns, header=True, quotechar='"', escapechar='"'
        ).create_view("found")
        unequal = connection.execute(
            "select count(*) from ("
            " (from expected except all from found) union all (from found except all from expected)"
            ")"
        ).fetchone()
    return unequal == (0,)


def main(release: Path) -> int:
    """Compare all tables of the release; return the exit status."""
    parquets = sorted((release / "parquet").glob("*.parquet"))
    csvs = {csv.stem: csv for csv in (release / "csv").glob("*.csv")}
    if not parquets or csvs.keys() != {parquet.stem for parquet in parquets}:
        print(f"{release} does not hold each table as CSV and as Parquet", file=sys.stderr)
        return 1
    clients = {"pandas": pandas_agrees, "Polars": polars_agrees, "DuckDB": duckdb_agrees}
    disagreements = [
        f"{name} reads other values from {csvs[parquet.stem]} than from {parquet}"
        for parquet in parquets
        for name, agrees in clients.items()
        if not agrees(csvs[parquet.stem], parquet)
    ]
    for disagreement in disagreements:
        print(disagreement, file=sys.stderr)
    print(f"{len(parquets)} tables read by {', '.join(clients)}: {len(disagreements)} unequal")
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
