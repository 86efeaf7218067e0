"""Reference schemes: official numbers by which an act, case or body is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from ai_statecraft.vocabularies.term import Term


class Scheme(Term):
    """A numbering of acts or bodies, with the pattern its numbers follow."""

    pattern: str
    """Regular expression that a whole number matches."""
    unique: bool
    """Whether one number stands for one act or body."""

    def __new__(cls, text: str, pattern: str, unique: bool, definition: str) -> Self:
        term = cls.defined(text, definition)
        term.pattern = pattern
        term.unique = unique
        return term

    FEDERAL_REGISTER = "federal-register", r"\d{1,3} FR \d{1,6}", True, "Volume and first page in the US Federal Register."
    FEDERAL_REGISTER_DOCUMENT = "federal-register-document", r"(\d{4}|C\d|R\d)-\d{4,5}(-\d+)?", True, "Document number of the US Federal Register."
    RIN = "rin", r"\d{4}-[A-Z]{2}\d{2}", False, "Regulation identifier number of US rulemaking."
    US_DOCKET = "us-docket", r"[A-Z]{2,6}[-A-Z]*-?\d{2,6}(-[A-Z0-9]{1,6})*(-\d{1,5})?", False, "Docket number of a US agency, such as USTR-2018-0005; those of the Bureau of Industry and Security are bis-docket."
    BIS_DOCKET = "bis-docket", r"\d{6,9}-\d{4}(-\d{2})?", False, "Docket number of the US Bureau of Industry and Security."
    EXECUTIVE_ORDER = "executive-order", r"EO \d{4,5}", True, "Number of a US executive order."
    PROCLAMATION = "proclamation", r"Proclamation \d{4,6}", True, "Number of a US presidential proclamation."
    PUBLIC_LAW = "public-law", r"Pub\. L\. \d{2,3}-\d{1,3}(, § \d+[A-Za-z]*)?", True, "Number of a US public law, with the section where one is meant."
    US_BILL = "us-bill", r"(H\.R\.|S\.|SA) \d{1,5}", False, "Number of a bill of the US House (H.R.) or Senate (S.), or of a Senate amendment (SA)."
    US_CODE = "us-code", r"\d{1,2} U\.S\.C\. §+ ?\d+[0-9a-z-]*", False, "Section of the United States Code."
    CFR = "cfr", r"\d{1,2} CFR (Part )?\d+(\.\d+)?", False, "Part or section of the US Code of Federal Regulations."
    US_CASE = "us-case", r"(No\. )?[0-9]{1,2}[-:][0-9A-Za-z-]+", False, "Docket number of a case in a US court."
    CN_DOCUMENT = "cn-document", r"[\u4e00-\u9fff（）()、 ]{1,30}〔\d{4}〕\d{1,5}号", True, "Document number of a Chinese authority, such as 国发〔2017〕35号."
    CN_ANNOUNCEMENT = "cn-announcement", r"[\u4e00-\u9fff（）()、 ]{2,60}\d{4}年第\d{1,4}号", True, "Numbered announcement of one or more Chinese authorities, such as 商务部公告2025年第62号."
    CN_ORDER = "cn-order", r"[\u4e00-\u9fff（）()、 ]{2,60}令?(\d{4}年)?第\d{1,4}号令?", True, "Numbered order of a Chinese authority or head of state, such as 中华人民共和国主席令第58号."
    CN_TARIFF = "cn-tariff-commission", r"税委会公告\d{4}年第\d{1,3}号", True, "Announcement of the Customs Tariff Commission of China's State Council."
    USCC = "uscc", r"[0-9A-HJ-NPQRTUWXY]{18}", True, "Unified social credit identifier of a Chinese legal person."
    CELEX = "celex", r"[0-9CE]\d{4}[A-Z]{1,2}\d{4}(\(\d{2}\))?", True, "CELEX number of a text of European Union law."
    EU_ACT = "eu-act", r"\(EU\) \d{4}/\d{1,4}", True, "Number of a European Union regulation or directive, such as (EU) 2024/2754."
    EU_CFSP = "eu-cfsp", r"\(CFSP\) \d{4}/\d{1,4}", True, "Number of a decision under the common foreign and security policy of the European Union, such as (CFSP) 2024/3182."
    EU_OJ = "eu-oj", r"OJ [LC],? ?.{1,60}", True, "Place in the Official Journal of the European Union."
    NL_GAZETTE = "nl-staatscourant", r"Stcrt\. \d{4}, (nr\. )?\d{1,6}", True, "Number in the Dutch Staatscourant."
    JP_ORDINANCE = "jp-ordinance", r".{1,60}(No\. \d+ of \d{4}|第\S{1,8}号)", True, "Number of a Japanese ordinance, order or notice."
    ECLI = "ecli", r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}", True, "European Case Law Identifier of a court's decision."
    CA_SOR = "ca-sor", r"SOR/\d{4}-\d{1,4}", True, "Registration number of a Canadian regulation or order."
    FR_NOR = "fr-nor", r"[A-Z]{4}\d{7}[A-Z]", True, "NOR number of a French official text."
    AU_PSPF = "au-pspf", r"PSPF Direction \d{3}-\d{4}", True, "Number of a direction under Australia's Protective Security Policy Framework."
    UK_STATUTE = "uk-legislation", r"(ukpga|uksi)/\d{4}/\d{1,5}", True, "Path of a text on the United Kingdom's legislation register."
    DE_GAZETTE = "de-gazette", r"(BGBl\.|BAnz).{1,60}", True, "Place in a German federal gazette."
    IN_GAZETTE = "in-gazette", r"[A-Z]\.[A-Z.]+ ?.{1,40}", True, "Number in the Gazette of India."
    WTO_DISPUTE = "wto-dispute", r"DS\d{3,4}", True, "Number of a dispute at the World Trade Organization."
    UN_DOCUMENT = "un-document", r"[AES]/[A-Z0-9./-]{2,40}", True, "Symbol of a United Nations document."
    STOCK = "stock-ticker", r"[A-Z]{2,6}:[A-Z0-9.]{1,8}", True, "Exchange and ticker of a listed company."
    LEI = "lei", r"[A-Z0-9]{18}\d{2}", True, "Legal Entity Identifier, ISO 17442."
    WIKIDATA = "wikidata", r"Q\d{1,12}", True, "Item of Wikidata."

    @property
    def constraints(self) -> Iterator[tuple[str, str]]:
        """The pattern of the numbers, and whether each stands for one act."""
        yield "pattern", self.pattern
        if self.unique:
            yield "identifies", "one"
