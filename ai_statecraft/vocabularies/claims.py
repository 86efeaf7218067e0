"""Vocabularies of the claim mechanisms: scope, quantity, citation, rank and evidence."""

from __future__ import annotations

from ai_statecraft.vocabularies.term import Term


class Rank(Term):
    """How a claim stands among its rivals."""

    PREFERRED = "preferred", "The best supported of several rival claims."
    NORMAL = "normal", "Neither preferred nor deprecated; the default."
    DEPRECATED = "deprecated", "Refuted or overtaken by the passages in `against`; kept for readers of the claim."


class DocumentState(Term):
    """Whether one can read the act itself."""

    PUBLIC = "public", "The text of the act is public."
    UNPUBLISHED = "unpublished", "A written act exists that is not public."
    ORAL = "oral", "The act was given by word of mouth."
    UNKNOWN = "unknown", "It is not known whether a written act exists."


class Domain(Term):
    """The field of technology or policy that a record concerns."""

    SEMICONDUCTORS = "semiconductors", "Chips, chipmaking tools, materials and design software."
    COMPUTE = "compute", "Computing capacity: AI chips, supercomputers, data centres, cloud."
    AI_MODELS = "ai_models", "AI models, their training and their release."
    AI_APPLICATIONS = "ai_applications", "Use of AI in industry, government and daily life."
    GOVERNANCE = "governance", "Rules, ethics, safety and international governance of AI."
    STANDARDS = "standards", "Technical standards and the bodies that make them."
    TALENT = "talent", "Education, recruitment and movement of specialists."
    RESEARCH = "research", "Basic research, laboratories and science funding."
    DATA = "data", "Data as an input: flows, security, markets."
    SOFTWARE = "software", "Operating systems, design tools and other software."
    TELECOMS = "telecoms", "Telecommunications networks and equipment."
    CRITICAL_MINERALS = "critical_minerals", "Rare earths, gallium, germanium, graphite and other minerals and their products."
    ENERGY = "energy", "Electric power for computing and industry."
    VEHICLES = "vehicles", "Connected and autonomous vehicles and drones."
    QUANTUM = "quantum", "Quantum computing, sensing and communication."
    TRADE = "trade", "Trade in goods at large, including tariffs that are not specific to a technology."
    INVESTMENT = "investment", "Foreign, outbound and state investment."
    MILITARY = "military", "Armed forces, military-civil fusion and defence supply."


class Axis(Term):
    """What a scope item speaks of."""

    DESTINATION = "destination", "Where items or money go."
    ORIGIN = "origin", "Where items, firms or money come from."
    ITEM = "item", "Goods, software or services."
    TECHNOLOGY = "technology", "Technology or know-how."
    PERSON = "person", "Who must comply: persons, firms or bodies bound."
    END_USER = "end_user", "Who receives or uses, as a class or by name."
    END_USE = "end_use", "What something is used for."
    SECTOR = "sector", "A branch of industry or administration."
    CONDITION = "condition", "A circumstance under which the measure applies."
    EXCEPTION = "exception", "What the measure leaves out."
    SEAT = "seat", "Where a firm or its ultimate parent has its seat."


class CodeSystem(Term):
    """The register that scope codes come from."""

    ISO_3166 = "iso-3166", "Countries and territories, ISO 3166-1 alpha-2, or 3166-2 for subdivisions; EU for the European Union."
    ECCN = "eccn", "Export Control Classification Numbers of the US Commerce Control List."
    HS = "hs", "Harmonized System or national tariff codes, with the dots of the text."
    CPC = "cpc", "Central Product Classification of the United Nations."
    CN_EXPORT = "cn-export-control", "Codes of China's export control list for dual-use items, such as 3C001."
    EU_DUAL_USE = "eu-dual-use", "Codes of Annex I to the EU dual-use regulation, such as 3B001."
    COUNTRY_GROUP = "us-country-group", "Country groups of the US Export Administration Regulations, such as D:5."
    USML = "usml", "Categories of the United States Munitions List."
    HTSUS = "htsus", "Headings of the Harmonized Tariff Schedule of the United States."
    JP_EXPORT = "jp-export-order", "Items of Japan's Export Trade Control Order."
    NL_REGULATION = "nl-regulation", "Items of the Dutch ministerial regulations on advanced semiconductor equipment."


class Treatment(Term):
    """What the measure does to what the scope names."""

    PROHIBITED = "prohibited", "Not allowed."
    LICENCE_REQUIRED = "licence_required", "Allowed only with a licence or permit."
    LICENCE_PRESUMED_DENIED = "licence_presumed_denied", "Licence applications are presumed to be denied."
    LICENCE_CASE_BY_CASE = "licence_case_by_case", "Licence applications are judged one by one."
    LICENCE_PRESUMED_APPROVED = "licence_presumed_approved", "Licence applications are presumed to be approved."
    LICENCE_WITHIN_CAP = "licence_within_cap", "Licences are granted up to a cap."
    NOTIFICATION = "notification", "Must be notified or reported."
    DUTY = "duty", "Subject to a customs duty."
    EXEMPT = "exempt", "Not subject to the measure."


class Qualifier(Term):
    """How the source bounds the value it gives."""

    EXACTLY = "exactly", "The value as such; the default."
    ABOUT = "about", "An approximate value."
    AT_LEAST = "at_least", "The value or more."
    AT_MOST = "at_most", "The value or less."
    MORE_THAN = "more_than", "More than the value."
    LESS_THAN = "less_than", "Less than the value."
    UP_TO = "up_to", "A ceiling that need not be reached."


class CapitalStage(Term):
    """How far money has come on its way from a plan to a payment."""

    PLANNED = "planned", "Under discussion or intended."
    ANNOUNCED = "announced", "Announced by its author."
    REGISTERED = "registered", "Entered in a company register."
    SUBSCRIBED = "subscribed", "Promised by named subscribers."
    PAID_IN = "paid_in", "Paid by the subscribers or disbursed by the payer."
    DEPLOYED = "deployed", "Placed in projects or firms."
    UNSPECIFIED = "unspecified", "The source does not say."


class Bindingness(Term):
    """How binding a target is on those it concerns."""

    BINDING = "binding", "Set by law or marked as binding by its author."
    EXPECTED = "expected", "An official goal that its author expects to be met, without legal force."
    ASPIRATIONAL = "aspirational", "A wish or vision without a duty for anyone."
    CORPORATE = "corporate", "A company's or industry's own goal."
    ATTRIBUTED = "attributed", "A goal that others attribute to the setter, who has not published it."


class Basis(Term):
    """In what capacity the cited passage speaks."""

    ACT = "act", "The passage is the act itself or its author's own statement of it."
    OWN = "own", "The speaker speaks of itself, such as a firm of its own orders."
    NAMED_SOURCE = "named_source", "It passes on what a named person or body said."
    UNNAMED_SOURCES = "unnamed_sources", "It passes on what unnamed people said."
    DOCUMENT_SEEN = "document_seen", "It reports from a document its author saw."
    ESTIMATE = "estimate", "Its author's or another's estimate."
    INFERENCE = "inference", "Its author concludes it from other facts."
    RELAY = "relay", "It repeats an official text or another's report."
    DENIAL = "denial", "It denies the claim."
    UNATTRIBUTED = "unattributed", "It says so without saying whence."


class NameUse(Term):
    """What sort of name a name is."""

    OFFICIAL = "official", "The name the body or act gives itself."
    TRANSLATION = "translation", "A translation of the official name."
    SHORT = "short", "A short form or acronym."
    FORMER = "former", "A name no longer used."
    VARIANT = "variant", "Any other name found in a source, including garbled ones."


class Support(Term):
    """How well a claim is supported. Computed from its citations."""

    OFFICIAL = "official", "The issuer's own text, or a faithful copy or translation of it, states the act."
    FIRST_HAND = "first_hand", "The firm or body bound by it states it of itself."
    CORROBORATED = "corroborated", "Two or more independent origins state it."
    SINGLE = "single", "One origin states it."
    NONE = "none", "No citation supports it."


class Dispute(Term):
    """Whether a claim is contested. Computed from ranks and `against`."""

    NONE = "none", "No rival value and no denial is recorded."
    RIVALLED = "rivalled", "Another value for the same thing is recorded."
    DENIED = "denied", "A passage denies, refutes or overtakes it."


class RedirectReason(Term):
    """Why an id no longer has a record of its own."""

    MERGED = "merged", "Its content moved to another record."
    RENAMED = "renamed", "It got a new id."
    WITHDRAWN = "withdrawn", "It was wrong and has no successor."
