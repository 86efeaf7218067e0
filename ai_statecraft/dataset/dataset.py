"""The dataset: typed records by type, seen from a day, and what can be asked of them.

What takes its own thought lies in modules of its own, imported on first use; here is the
one class through which they are reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from ai_statecraft.dataset.dated import DatedRecords
from ai_statecraft.loading import load_contents
from ai_statecraft.models import Record

if TYPE_CHECKING:
    import pyarrow as pa

    from ai_statecraft.dataset.amounts import Amounts
    from ai_statecraft.dataset.explain import Explanation
    from ai_statecraft.dataset.flows import Families
    from ai_statecraft.dataset.frames import Frame
    from ai_statecraft.dataset.graph import Direction, Edge, Graph, Response
    from ai_statecraft.dataset.search import Index, Match
    from ai_statecraft.provenance.archive import Archive
    from ai_statecraft.vocabularies import CapitalStage, Measure


class Dataset(DatedRecords):
    """Typed records by type, and the published tables derived from them.

    A dataset is seen from a day: `as_of` gives the same records seen from another one.
    Records are what was written down; what depends on a day or on other records, such as
    status and evidence, the dataset tells, and the records that it hands out ask it.

    >>> ds.restrictions["us-bis-2022-10-advanced-computing"].kind.value
    'export_control'
    """

    @cached_property
    def graph(self) -> Graph:
        """The relations between the records, in both directions.

        >>> len(ds.graph.edges) > 100
        True
        """
        from ai_statecraft.dataset.graph import Graph

        return Graph(self._contents)

    def links(
        self, record: str | Record, rel: str | None = None, direction: Direction = "both"
    ) -> tuple[Edge, ...]:
        """The relations of a record, each read from its side.

        `direction` is "out" for what the record does to others, "in" for what others do to
        it, in the names of the inverse relations, which are generated; what acted on a record
        by the `by` of an event (amending, suspending, superseding) is among them. `rel` names
        one relation. Raises NotFoundError for an unknown record, relation or direction.

        >>> for edge in ds.links("restriction/us-bis-2022-10-advanced-computing", "amended_by"):
        ...     print(edge.end)
        restriction/us-bis-2023-01-macau
        restriction/us-bis-2023-10-advanced-computing
        ...
        """
        return self.graph.links(self._key(record), rel, direction)

    def chain(self, a: str | Record, b: str | Record) -> tuple[Edge, ...] | None:
        """The shortest path between two records through evidenced relations; None without one.

        Relations are followed in both directions, but for `distinct_from`; claims that are
        deprecated or that no citation carries lead nowhere. A record has an empty path to
        itself. Of several shortest paths it is the first by relations and ids.

        >>> for edge in ds.chain("fund/cn-big-fund-3", "fund/cn-big-fund-1"):
        ...     print(edge)
        fund/cn-big-fund-3 part_of fund/cn-big-fund
        fund/cn-big-fund has_part fund/cn-big-fund-1
        """
        return self.graph.chain(self._key(a), self._key(b))

    def responses(self, to: str | Record) -> tuple[Response, ...]:
        """What answers a record, retaliates against it, masks or ends it, in order of time.

        What comes without a date comes last.

        >>> for response in ds.responses("restriction/us-eo-2025-03-fentanyl-tariff-china-20"):
        ...     print(response.first, response.how, response.record)
        2025-03-04 retaliates_against restriction/cn-mofcom-2025-03-...
        2025-03-04 responds_to restriction/cn-tariff-commission-2025-03-farm-goods
        2025-11-10 supersedes restriction/us-eo-2025-11-fentanyl-tariff-china-10
        """
        return self.graph.responses(self._key(to))

    def explain(
        self, record: str | Record, claim: str = "", *, archive: Archive | Path | str | None = None
    ) -> Explanation:
        """On whose word a claim rests: its rivals, its passages with their origins, its grade.

        `claim` is a JSON Pointer into the record as written, such as `/quantities/0`, or a
        claim's id; without it, the record's own claim is explained. `archive` is a folder of
        the sources' texts, in which the passages are then proved. Printing the result gives
        it as text. Raises NotFoundError for an unknown record or claim, NoClaimsError for a
        source, ArchiveError for a folder that cannot be opened.

        >>> found = ds.explain("fund/cn-big-fund-3")
        >>> found.support.grade.value, found.dispute.grade.value
        ('corroborated', 'none')
        """
        from ai_statecraft.dataset.explain import explain

        return explain(self._claiming(record), claim, self._contents, archive)

    def amounts(
        self,
        currency: str = "USD",
        *,
        measure: Measure | str = "capital",
        prices: int | None = None,
        aggregate: bool = True,
        stage: CapitalStage | str | None = None,
        families: Families = "parts",
    ) -> Amounts:
        """The money of the funds in one currency, with what was left out of it and why.

        Of each fund one amount is counted: its own (no party's or part's), of the highest
        stage from planned to paid in, or of `stage`; of these the latest, of rivals the
        preferred. Each is converted at the yearly average rates of its own year; or, with
        `prices`, first brought to the prices of that year by the GDP deflator of its currency's
        economy, then converted at that year's rates. With `aggregate`, a family is left out if
        amounts of its parts are counted (or they, with `families="whole"`), and so is what came
        from another fund that is counted: as stated, else by its share, else, if neither is
        known, all of it.

        Raises AmountError for a measure that is not money or does not add up, an unknown
        stage or way to count families, a currency without rates, or a year of prices that no
        deflators reach.

        >>> found = ds.amounts("CNY", measure="capital", stage="registered")
        >>> "fund/cn-big-fund-3" in [amount.claim.record for amount in found.counted]
        True
        """
        from ai_statecraft.dataset.amounts import amounts
        from ai_statecraft.dataset.conversion import Conversion

        return amounts(
            Conversion(self._contents, currency, prices),
            measure,
            aggregate=aggregate,
            stage=stage,
            families=families,
        )

    def search(
        self, query: str, *, types: Iterable[str] | None = None, limit: int = 20
    ) -> tuple[Match, ...]:
        """The records whose names, in any language, or ids match a query's words, best first.

        One word of the query may hold a typo, and the last may be unfinished. `types` are
        the record types to search, by default all but sources; NotFoundError for another. At
        most `limit` records are given.

        >>> ds.search("big fnud", types=["fund"])[0].record.id
        'cn-big-fund'
        >>> ds.search("大基金")[0].record.id
        'cn-big-fund'
        """
        from ai_statecraft.dataset.search import checked_types

        found = self._index.search(query, checked_types(types), limit)
        return tuple(replace(match, record=self.get(match.record.key)) for match in found)

    @cached_property
    def _index(self) -> Index:
        from ai_statecraft.dataset.search import Index

        return Index(self._contents)

    def _key(self, record: str | Record) -> str:
        return self.get(record if isinstance(record, str) else record.key).key

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the published tables, in release order.

        >>> ds.tables[0]
        'records'
        """
        from ai_statecraft.tables.catalogue import catalogue

        return tuple(catalogue())

    def table(self, name: str) -> pa.Table:
        """One of the published tables as Arrow; `.to_pandas()` makes a DataFrame of it.

        NotFoundError names the nearest tables. `frame` gives richer types.

        >>> ds.table("domains").column_names
        ['record', 'domain']
        """
        return self._tables.table(name)

    def frame(self, name: str, columns: Sequence[str] | None = None) -> Frame:
        """One of the published tables, to become a data frame of pandas, polars or Arrow.

        Raises NotFoundError, which names the nearest, for an unknown table or column.

        >>> len(ds.frame("records")) == len(ds)
        True
        """
        from ai_statecraft.dataset.frames import Frame

        whole = Frame(self._tables.schema(name), self._tables.table(name))
        return whole if columns is None else whole.select(columns)

    def sql(self, query: str) -> pa.Table:
        """The answer to one SQL query over the published tables, as Arrow.

        DuckDB runs it, without access to files or network. Raises NotFoundError for an
        unknown table, QueryError for what DuckDB refuses (it names the nearest columns), and
        MissingLibraryError without duckdb.

        >>> ds.sql("select count(*) as n from records where record_id = 'us-bis'").to_pylist()
        [{'n': 1}]
        """
        return self._tables.sql(query)

    def __repr__(self) -> str:
        known = "" if self.known_on is None else f", as known on {self.known_on}"
        return f"<AI Statecraft: {len(self)} records as of {self.day}{known}>"

    def _repr_html_(self) -> str:
        """The number of records of each type, for notebooks."""
        from ai_statecraft.cards import table
        from ai_statecraft.models import RECORD_TYPES

        counts = Counter(record.type for record in self)
        rows = ((model.folder, str(counts[model.type])) for model in RECORD_TYPES)
        return f"<p>{escape(repr(self)[1:-1])}</p>" + table(("records", "number"), rows)


def load(path: str | Path | None = None) -> Dataset:
    """The dataset: the package's own, or that of a release folder or a checkout.

    Raises DataError if `path` holds no dataset, or one that is damaged or has errors.

    >>> load("nowhere")
    Traceback (most recent call last):
        ...
    ai_statecraft.errors.DataError: nowhere holds neither a release (records.jsonl) nor ...
    """
    return Dataset(load_contents(None if path is None else Path(path)))
