"""Measures: what a quantity measures, in which units, and what it needs to be read right."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Self

from ai_statecraft.vocabularies.term import Term

CURRENCY = "currency"
"""Stands for any ISO 4217 currency code among a measure's units."""
MONEY = (CURRENCY,)
PERCENT = ("percent",)


class Nature(Enum):
    """What sort of magnitude a measure is, and so which arithmetic makes sense."""

    STOCK = "stock"
    FLOW = "flow"
    LIMIT = "limit"
    RATE = "rate"
    COUNT = "count"
    SCORE = "score"


class Need(Enum):
    """A field without which a measure's value cannot be read."""

    STAGE = "stage"
    DENOMINATOR = "of"
    AS_OF = "as_of"


class Measure(Term):
    """What is measured: its nature, units, whether values add up, and what it needs.

    `additive` says whether values of different parties or periods may be summed.
    `most` is the largest plausible value in its unit; above it, a rule asks back.
    """

    nature: Nature
    units: tuple[str, ...]
    additive: bool
    needs: tuple[Need, ...]
    most: float

    def __new__(
        cls,
        text: str,
        nature: Nature,
        units: tuple[str, ...],
        additive: bool,
        needs: tuple[Need, ...],
        most: float,
        definition: str,
    ) -> Self:
        term = cls.defined(text, definition)
        term.nature = nature
        term.units = units
        term.additive = additive
        term.needs = needs
        term.most = most
        return term

    # Money. The largest plausible sums are in units of the currency itself.
    CAPITAL = "capital", Nature.STOCK, MONEY, True, (Need.STAGE,), 2e13, "Capital of a fund or firm, at the stage given."
    INVESTMENT = "investment", Nature.FLOW, MONEY, True, (), 2e14, "Money put into an industry, project or programme over a span."
    SPENDING = "spending", Nature.FLOW, MONEY, True, (), 2e14, "Outlays of a budget, firm or programme over a span."
    SUPPORT = "support", Nature.FLOW, MONEY, True, (), 2e14, "Grants, tax relief, cheap credit and other public support, or an estimate of their sum."
    CREDIT = "credit", Nature.STOCK, MONEY, True, (), 2e14, "Loans or credit lines granted."
    REVENUE = "revenue", Nature.FLOW, MONEY, True, (), 2e14, "Sales or revenue over a span."
    MARKET_SIZE = "market_size", Nature.FLOW, MONEY, False, (), 2e15, "Value of an industry's or market's output over a span."
    TRADE_VALUE = "trade_value", Nature.FLOW, MONEY, True, (), 2e14, "Value of goods or services traded, or covered by a measure, over a span."
    LOSS = "loss", Nature.FLOW, MONEY, True, (), 2e13, "Charge, write-down or revenue lost."
    PENALTY = "penalty", Nature.FLOW, MONEY, True, (), 2e12, "Fine or settlement."
    PRICE = "price", Nature.LIMIT, MONEY, False, (), 1e12, "Price or fee of one thing."
    COST = "cost", Nature.FLOW, MONEY, True, (), 2e13, "What building or training something cost."
    VALUE_THRESHOLD = "value_threshold", Nature.LIMIT, MONEY, False, (), 1e13, "A sum at which a duty or exemption begins or ends."
    # Rates and shares.
    TARIFF_RATE = "tariff_rate", Nature.RATE, PERCENT, False, (), 3000, "Ad valorem customs duty, in per cent of customs value."
    TARIFF_CHANGE = "tariff_change", Nature.RATE, ("percentage_point",), False, (), 3000, "Change of a customs duty."
    DUTY_RATE = "remedy_duty_rate", Nature.RATE, PERCENT, False, (), 3000, "Anti-dumping or countervailing duty, in per cent of customs value."
    TAX_RATE = "tax_rate", Nature.RATE, PERCENT, False, (), 100, "Rate of a tax or of a tax relief."
    REVENUE_SHARE = "revenue_share", Nature.RATE, PERCENT, False, (Need.DENOMINATOR,), 100, "Share of revenue that has to be paid over."
    SHARE = "share", Nature.RATE, PERCENT, False, (Need.DENOMINATOR,), 100, "Part of a whole that `of` names."
    SELF_SUFFICIENCY = "self_sufficiency", Nature.RATE, PERCENT, False, (Need.DENOMINATOR,), 100, "Share of domestic demand, as `of` defines it, that domestic supply meets."
    ADOPTION = "adoption_rate", Nature.RATE, PERCENT, False, (Need.DENOMINATOR,), 100, "Share of the units in `of` that use something."
    MARKET_SHARE = "market_share", Nature.RATE, PERCENT, False, (Need.DENOMINATOR,), 100, "Share of a market that `of` names."
    OWNERSHIP = "ownership_share", Nature.RATE, PERCENT, False, (), 100, "Share of a firm's or fund's capital held by `party`."
    OWNERSHIP_THRESHOLD = "ownership_threshold", Nature.LIMIT, PERCENT, False, (), 100, "Ownership share at which a measure reaches a firm."
    CONTENT_THRESHOLD = "content_threshold", Nature.LIMIT, PERCENT, False, (), 100, "Share of controlled content at which a measure reaches a product."
    GROWTH = "growth_rate", Nature.RATE, PERCENT, False, (), 100000, "Relative change over a span; negative for a fall."
    DECLINE = "decline", Nature.RATE, PERCENT, False, (Need.DENOMINATOR,), 100, "Relative fall of what `of` names."
    YIELD = "yield_rate", Nature.RATE, PERCENT, False, (Need.DENOMINATOR,), 100, "Share of the chips made that work."
    MULTIPLE = "multiple", Nature.RATE, ("times",), False, (Need.DENOMINATOR,), 1e6, "How many times as much as what `of` names."
    RELATIVE_LEVEL = "relative_level", Nature.RATE, PERCENT, False, (Need.DENOMINATOR,), 100000, "Level in per cent of what `of` names."
    # Technical limits.
    PROCESS_NODE = "process_node", Nature.LIMIT, ("nm",), False, (), 1000, "Name of a chip process generation in nanometres."
    DRAM_HALF_PITCH = "dram_half_pitch", Nature.LIMIT, ("nm",), False, (), 1000, "Half-pitch of a DRAM process."
    WAVELENGTH = "wavelength", Nature.LIMIT, ("nm",), False, (), 100000, "Wavelength of light, as of a lithography tool."
    OVERLAY = "overlay", Nature.LIMIT, ("nm",), False, (), 1000, "Dedicated chuck or matched machine overlay of a lithography tool."
    NAND_LAYERS = "nand_layers", Nature.LIMIT, ("layers",), False, (), 2000, "Layers of a NAND flash memory chip."
    TRANSFER_RATE = "transfer_rate", Nature.LIMIT, ("GB/s",), False, (), 1e7, "Aggregate bidirectional transfer rate of a chip."
    PROCESSING_PERFORMANCE = "processing_performance", Nature.LIMIT, ("TPP",), False, (), 1e7, "Total processing performance of a chip, as the US control list defines it."
    PERFORMANCE_DENSITY = "performance_density", Nature.LIMIT, ("TPP/mm2",), False, (), 1e5, "Total processing performance divided by applicable die area."
    MEMORY_DENSITY = "memory_bandwidth_density", Nature.LIMIT, ("GB/s/mm2",), False, (), 1e4, "Memory bandwidth divided by the package's area."
    DRAM_DENSITY = "dram_density", Nature.LIMIT, ("Gb/mm2", "Gb"), False, (), 1e4, "Memory capacity of a DRAM die or per unit of its area."
    MEMORY_BANDWIDTH = "memory_bandwidth", Nature.LIMIT, ("GB/s",), False, (), 1e6, "Bandwidth between a chip and its memory."
    MEMORY_CAPACITY = "memory_capacity", Nature.LIMIT, ("GB",), False, (), 1e6, "Memory of a chip or board."
    TRANSISTORS = "transistors", Nature.LIMIT, ("transistors",), False, (), 1e14, "Transistors of a chip."
    TRAINING_COMPUTE = "training_compute", Nature.LIMIT, ("YFLOP",), False, (), 1e9, "Operations used to train a model; a YFLOP is 10^24 operations."
    COMPUTE_CAPACITY = "compute_capacity", Nature.STOCK, ("EFLOPS", "PFLOPS"), True, (), 1e7, "Computing capacity in operations per second."
    COMPUTE_QUOTA = "compute_quota", Nature.LIMIT, ("TPP", "GPUs", "H100 equivalents"), False, (), 1e12, "Computing performance or chips that may be supplied under a cap."
    MODEL_PARAMETERS = "model_parameters", Nature.COUNT, ("parameters",), False, (), 1e15, "Trainable parameters of a model."
    PURITY = "purity", Nature.LIMIT, PERCENT, False, (), 100, "Purity at which a material falls under a measure."
    DIMENSION = "dimension", Nature.LIMIT, ("mm", "nm", "um"), False, (), 1e6, "Size at which an item falls under a measure."
    # Energy and capacity.
    POWER = "power_capacity", Nature.STOCK, ("GW", "MW"), True, (), 1e7, "Electric generating or connected capacity."
    ELECTRICITY = "electricity", Nature.FLOW, ("TWh", "GWh"), True, (), 1e6, "Electricity generated or used over a span."
    WAFERS = "wafer_capacity", Nature.RATE, ("wafers/month",), True, (), 1e8, "Wafer starts per month a plant or firm can run."
    CHIPS = "chips", Nature.FLOW, ("chips",), True, (), 1e13, "Chips made, shipped, bought or allowed over a span."
    TRADE_WEIGHT = "trade_weight", Nature.FLOW, ("t", "kg"), True, (), 1e12, "Weight of goods traded over a span."
    # Counts.
    PARTIES_LISTED = "parties_listed", Nature.COUNT, ("parties",), False, (), 20000, "Entities that an act adds to a list."
    PARTIES_REMOVED = "parties_removed", Nature.COUNT, ("parties",), False, (), 20000, "Entities that an act takes off a list."
    ITEMS = "items", Nature.COUNT, ("items",), False, (), 100000, "Items, lines or categories an act covers."
    COMPANIES = "companies", Nature.COUNT, ("companies",), False, (), 1e8, "Firms counted."
    PEOPLE = "people", Nature.COUNT, ("people",), False, (), 1e10, "People counted."
    COUNTRIES = "countries", Nature.COUNT, ("countries",), False, (), 300, "States or territories counted."
    CITIES = "cities", Nature.COUNT, ("cities",), False, (), 1e5, "Cities counted."
    AGREEMENTS = "agreements", Nature.COUNT, ("agreements",), False, (), 1e6, "Agreements, projects or declarations counted."
    FACILITIES = "facilities", Nature.COUNT, ("facilities",), False, (), 1e7, "Plants, laboratories, data centres or machines counted."
    MODELS = "models", Nature.COUNT, ("models",), False, (), 1e8, "AI models counted."
    STANDARDS = "standards", Nature.COUNT, ("standards",), False, (), 1e7, "Technical standards counted."
    INSTITUTIONS = "institutions", Nature.COUNT, ("institutions",), False, (), 1e7, "Universities, schools or institutes counted."
    COURSES = "courses", Nature.COUNT, ("courses",), False, (), 1e6, "Courses, seminars or training programmes counted."
    PUBLICATIONS = "publications", Nature.COUNT, ("publications", "patents"), False, (), 1e9, "Papers or patents counted."
    LESSONS = "lessons", Nature.FLOW, ("hours",), False, (), 1e5, "Hours of teaching per person and year."
    # Time and rank.
    DURATION = "duration", Nature.LIMIT, ("days", "months", "years"), False, (), 10000, "Length of a term, validity, delay or lag."
    POSITION = "position", Nature.SCORE, ("rank",), False, (), 1e6, "Place in a ranking, 1 being first."
    BENCHMARK = "benchmark_score", Nature.SCORE, ("points", "percent"), False, (), 1e6, "Score on the named test."

    @property
    def constraints(self) -> Iterator[tuple[str, str]]:
        """Its nature, units, needs and whether it adds up."""
        yield "nature", self.nature.value
        for unit in self.units:
            yield "unit", unit
        for need in self.needs:
            yield "needs", need.value
