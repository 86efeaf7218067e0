"""Kinds: what sort of thing a record is, a vocabulary for each record type."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Self

from ai_statecraft.vocabularies.term import Term


class InitiativeKind(Term):
    """What sort of initiative a record describes."""

    PLAN = "plan", "A programme document that sets tasks for a period, such as a five-year plan or an action plan."
    POLICY = "policy", "A policy opinion, notice or set of measures that directs bodies without being a plan."
    LAW = "law", "An act of a legislature."
    REGULATION = "regulation", "Binding rules of a government or ministry that are not themselves a restriction on the contest's goods, money or firms."
    GUIDELINE = "guideline", "Non-binding guidance that an authority gives to those it oversees."
    ORGANISATION = "organisation", "A body founded or proposed to carry a policy."
    COOPERATION = "cooperation", "An agreement, partnership or cooperation programme between states or their bodies."
    DECLARATION = "declaration", "A political statement, joint declaration or governance initiative addressed to other states."
    INSTRUCTION = "instruction", "Directions that a party or state leadership gives in a meeting or speech."
    TALENT = "talent_programme", "A programme to recruit, keep or reward specialists."
    EDUCATION = "education_programme", "A programme of schooling, degrees or training."
    INDUSTRY = "industry_programme", "A programme to build or convert an industry, such as a substitution or pilot scheme."
    INFRASTRUCTURE = "infrastructure_programme", "A programme to build physical or computing infrastructure."
    RESEARCH = "research_programme", "A programme of research funding or laboratories."
    STANDARDS = "standards_programme", "A programme to make, adopt or promote technical standards."
    EVENT = "conference", "A recurring or single state-backed conference where policy is presented."


class FundKind(Term):
    """What sort of public money a record describes."""

    VEHICLE = "vehicle", "A company or partnership that holds and invests capital."
    FAMILY = "family", "Several vehicles or phases known under one name; its parts are records of their own."
    SUBSIDY = "subsidy", "Grants, rebates or price support paid to firms, or an estimate of their sum."
    BUDGET = "budget_line", "An appropriation or planned outlay of a public budget."
    CREDIT = "credit", "Loans or credit lines of state or policy banks."
    TAX = "tax_relief", "Revenue forgone through tax exemptions, deductions or credits."
    CAPITAL_SPENDING = "capital_spending", "Investment in plant or infrastructure that a state steers or tallies."


class TargetKind(Term):
    """What a target is about."""

    SELF_SUFFICIENCY = "self_sufficiency", "A share of demand to be met by domestic supply or domestic firms."
    ADOPTION = "adoption", "How widely a technology is to be used."
    CAPACITY = "capacity", "How much is to be built or produced per period."
    TECHNOLOGY = "technology", "A technical level to be reached."
    MARKET_SIZE = "market_size", "The output or revenue an industry is to reach."
    SPENDING = "spending", "Money to be spent or raised by a deadline."
    TALENT = "talent", "People to be trained, recruited or returned."
    STANDARDS = "standards", "Standards to be written or adopted."
    LEADERSHIP = "leadership", "A rank or standing among nations."
    GOVERNANCE = "governance", "Rules, laws or institutions to be in place."


class RestrictionKind(Term):
    """What sort of binding limit a record describes."""

    EXPORT_CONTROL = "export_control", "A licence requirement or ban on exporting, reexporting or transferring items, software or technology."
    LISTING = "listing", "Naming parties to whom a restriction applies."
    LICENCE_DECISION = "licence_decision", "A decision, letter or arrangement on licences addressed to one firm or product."
    TARIFF = "tariff", "A customs duty, or a change of its rate."
    TRADE_REMEDY = "trade_remedy", "An anti-dumping, countervailing or safeguard case and its measures."
    INVESTMENT_SCREENING = "investment_screening", "A limit on foreign or outbound investment, or a decision under one."
    PROCUREMENT_BAN = "procurement_ban", "A limit on what public bodies or critical operators may buy or use."
    IMPORT_BAN = "import_ban", "A limit on importing, selling or authorising goods or services."
    MARKET_ACCESS_BAN = "market_access_ban", "A limit on offering an application, model or service, or on using it."
    LICENSING = "licensing", "A duty to hold a permit for an activity other than export."
    SANCTION = "sanction", "Asset, dealing or entry bans against named persons or organisations."
    INQUIRY = "inquiry", "A formal inquiry by an authority that can end in a measure, and its outcome."
    SERVICE_FEE = "service_fee", "A fee levied on ships, services or dealings of a country's firms rather than a duty on goods."
    GUARDRAIL = "guardrail", "A condition on public money that limits what the recipient does elsewhere."
    LEGAL_BASIS = "legal_basis", "A statute or regulation that empowers restrictions without naming whom they bind."
    DIRECTIVE = "directive", "An instruction to firms or agencies, often unpublished, that they are expected to follow."


class ObservationKind(Term):
    """How an observation came about."""

    MEASUREMENT = "measurement", "A count or reading from statistics, filings or tests."
    ESTIMATE = "estimate", "A value that somebody computed or judged from incomplete evidence."
    FORECAST = "forecast", "A value expected for a later time."
    FINDING = "finding", "A finding in words, such as an effect that somebody reports or denies."


class ActorKind(Term):
    """What sort of party an actor is."""

    STATE = "state", "A state, territory or union of states as such."
    GOVERNMENT = "government", "A government, ministry, agency or other executive body, at any level."
    LEGISLATURE = "legislature", "A parliament or its committees."
    COURT = "court", "A court or tribunal."
    PARTY = "party", "A political party or its organs."
    OFFICE = "office", "An office whose holder acts, such as a premier or president."
    INTERNATIONAL = "international_organisation", "A body set up by several states."
    STATE_FIRM = "state_firm", "A company that a state controls."
    FIRM = "firm", "Any other company, or a group of companies."
    UNIVERSITY = "university", "A university or college."
    RESEARCH = "research_institute", "A laboratory, academy or institute of science or engineering."
    THINK_TANK = "think_tank", "An institute of policy research."
    NEWSROOM = "newsroom", "A newspaper, news agency, broadcaster or news site."
    ASSOCIATION = "association", "An industry association or standards body."
    MILITARY = "military", "An armed force or its organs."


class Tier(Enum):
    """How far a kind of source stands from the act it tells of."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class SourceKind(Term):
    """What sort of document a source is; its tier says how far it stands from the act."""

    tier: Tier

    def __new__(cls, text: str, tier: Tier, definition: str) -> Self:
        term = cls.defined(text, definition)
        term.tier = tier
        return term

    GAZETTE = "gazette", Tier.PRIMARY, "An official gazette or register."
    OFFICIAL_TEXT = "official_text", Tier.PRIMARY, "The text of an act on its issuer's own site."
    OFFICIAL_STATEMENT = "official_statement", Tier.PRIMARY, "A press release, fact sheet, speech or answer by the issuer."
    FILING = "filing", Tier.PRIMARY, "A company's filing, registry entry, report or statement about itself."
    COURT_DOCUMENT = "court_document", Tier.PRIMARY, "A ruling, order or pleading."
    STATISTICS = "statistics", Tier.PRIMARY, "Figures published by a statistical authority or the body that measures them."
    STUDY = "study", Tier.PRIMARY, "A research paper or report that presents its own measurements or estimates."
    STATE_MEDIA = "state_media", Tier.SECONDARY, "A report by a news organisation that a state or party runs."
    INSTITUTE = "institute", Tier.SECONDARY, "An analysis by a think tank, parliamentary research service or university."
    LAW_FIRM = "law_firm", Tier.SECONDARY, "A client note by a law or consulting firm."
    NEWSROOM = "newsroom", Tier.SECONDARY, "A report by a general or business newsroom."
    TRADE_PRESS = "trade_press", Tier.SECONDARY, "A report by a publication of one trade."
    NEWSLETTER = "newsletter", Tier.TERTIARY, "A brief or newsletter that passes on what others reported."
    BLOG = "blog", Tier.TERTIARY, "A blog or site without an editorial office of its own."
    AGGREGATOR = "aggregator", Tier.TERTIARY, "A page that rewrites or collects other publishers' reports."
    ENCYCLOPEDIA = "encyclopedia", Tier.TERTIARY, "An encyclopedia or reference page written from other sources."

    @property
    def constraints(self) -> Iterator[tuple[str, str]]:
        """The tier of the kind of source."""
        yield "tier", self.tier.value
