"""The laws and papers that the platform relies on, and their provisions by number.

Each law is one file in `laws/`: what it is, and the gist of each provision in our own words. The
text itself is linked, never copied.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import Any

DIGITS = "零一二三四五六七八九"
NUMBER = re.compile(r"(?P<article>[\d.]+)(?P<parts>(?:\(\d+\))*)")


class UnknownProvisionError(LookupError):
    """A law or article is cited that the list of provisions does not have."""


def chinese_number(number: int) -> str:
    """`36` → `三十六`, as the articles of laws are numbered; 1 to 999.

    >>> [chinese_number(n) for n in (6, 10, 14, 36, 101, 110)]
    ['六', '十', '十四', '三十六', '一百零一', '一百一十']
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (DIGITS[ones] if ones else "")


@dataclass(frozen=True)
class Provision:
    """One provision: `36(1)`; paragraphs and items stand in brackets.

    `single_part` says what a lone bracket counts: items (项) or paragraphs (款). An empty number
    means the law as a whole.
    """

    law: "Law"
    number: str
    gist: str
    link: str
    gist_en: str = ""
    single_part: str = "项"

    @property
    def key(self) -> str:
        """`regulation:36(1)`: how parameters and records cite it."""
        return f"{self.law.key}:{self.number}" if self.number else self.law.key

    @property
    def place(self) -> str:
        """`第三十六条第一项`; empty for the law as a whole."""
        found = NUMBER.fullmatch(self.number)
        if not found:
            return ""
        article, parts = found["article"], re.findall(r"\d+", found["parts"])
        units = ("款", "项") if len(parts) > 1 else (self.single_part,)
        said = chinese_number(int(article)) if article.isdigit() else article
        return f"第{said}{self.law.unit}" + "".join(
            f"第{chinese_number(int(part))}{unit}" for part, unit in zip(parts, units, strict=False)
        )

    @property
    def citation(self) -> str:
        """`《中华人民共和国政府信息公开条例》第三十六条第一项`."""
        return f"《{self.law.title}》{self.place}"

    def __str__(self) -> str:
        return self.citation


@dataclass(frozen=True)
class Law:
    """A law, regulation, interpretation, standard or paper of an office.

    `number` is the number of the paper (`国务院令第711号`), `in_force_from` the first day it holds,
    `unit` what its numbered parts are called, `repealed_from` the day it ceased to hold.
    """

    key: str
    title: str
    number: str
    in_force_from: date
    link: str
    gist: str = ""
    unit: str = "条"
    repealed_from: date | None = None
    articles: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict, repr=False, compare=False, hash=False
    )

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Every listed provision by its number, in the order of the law."""
        return {number: self.provision(number, said) for number, said in self.articles.items()}

    def provision(self, number: str, said: Mapping[str, Any]) -> Provision:
        return Provision(
            law=self,
            number=number,
            gist=said["zh"],
            link=said.get("link", self.link),
            gist_en=said.get("en", ""),
            single_part=said.get("part", "项"),
        )

    def article(self, number: str | int) -> Provision:
        """The provision of that number; UnknownProvisionError when it is not listed."""
        try:
            return self.provisions[str(number)]
        except KeyError:
            raise UnknownProvisionError(
                f"《{self.title}》没有收录第 {number} {self.unit}"
            ) from None

    @property
    def whole(self) -> Provision:
        """The law as a whole, where no single provision can be named."""
        return Provision(law=self, number="", gist=self.gist, link=self.link)

    def holds_on(self, day: date) -> bool:
        return self.in_force_from <= day and not (self.repealed_from and self.repealed_from <= day)


def read_law(key: str, text: str) -> Law:
    """A law from the TOML of its file; `key` is the name of the file."""
    found = tomllib.loads(text)
    return Law(key=key, articles=found.pop("articles", {}), **found)


LAWS: Mapping[str, Law] = {
    file.name.removesuffix(".toml"): read_law(
        file.name.removesuffix(".toml"), file.read_text("utf-8")
    )
    for file in sorted(files("gongkai.statute").joinpath("laws").iterdir(), key=lambda f: f.name)
}
"""Every law by its key."""


def law(key: str) -> Law:
    """The law of that key; UnknownProvisionError when there is none."""
    try:
        return LAWS[key]
    except KeyError:
        raise UnknownProvisionError(f"没有收录名为 {key} 的法律文件") from None


def provision(key: str) -> Provision:
    """`regulation:36(1)` → the provision; `report_form_2021` → that paper as a whole."""
    name, _, number = key.partition(":")
    return law(name).article(number) if number else law(name).whole


REGULATION = law("regulation")
REGULATION_2007 = law("regulation_2007")
FEE_MEASURES = law("fee_measures")
RECONSIDERATION = law("reconsideration")
RECONSIDERATION_1999 = law("reconsideration_1999")
LITIGATION = law("litigation")
LITIGATION_1989 = law("litigation_1989")
COURT_INTERPRETATION_2018 = law("court_interpretation_2018")
COURT_INTERPRETATION_2025 = law("court_interpretation_2025")
PENALTIES = law("penalties")
PERSONAL_INFORMATION = law("personal_information")
IDENTITY_CARDS = law("identity_cards")
ARCHIVES = law("archives")
SECRETS_RULES = law("secrets_rules")
CIVIL_PROCEDURE = law("civil_procedure")
ACCESSIBILITY = law("accessibility")
BUDGET = law("budget")
PETITIONS = law("petitions")
MAJOR_DECISIONS = law("major_decisions")
HOLIDAY_MEASURES = law("holiday_measures")
HOLIDAY_MEASURES_2007 = law("holiday_measures_2007")
REPORT_FORM_2019 = law("report_form_2019")
REPORT_FORM_2021 = law("report_form_2021")
RECEIPT_LETTER_2015 = law("receipt_letter_2015")
SERVICE_LETTER_2016 = law("service_letter_2016")
CHANNELS_LETTER_2017 = law("channels_letter_2017")
REFORM_LETTER_2019 = law("reform_letter_2019")
PLATFORM_2019 = law("platform_2019")
SITE_INSPECTION = law("site_inspection")
SITE_GUIDELINES = law("site_guidelines")
ENFORCEMENT_PUBLICITY = law("enforcement_publicity")
NORMATIVE_DOCUMENTS = law("normative_documents")
PUBLIC_ENTERPRISES = law("public_enterprises")
POLICY_INTERPRETATION = law("policy_interpretation")
OPENNESS_2018 = law("openness_2018")
HOTLINE_MERGER = law("hotline_merger")
HOTLINE_SERVICE = law("hotline_service")
GB_DOCUMENT_FORMAT = law("gb_document_format")
GB_OFD = law("gb_ofd")
GB_IDENTITY_NUMBER = law("gb_identity_number")
GB_CREDIT_CODE = law("gb_credit_code")
GB_ORGANISATION_CODE = law("gb_organisation_code")
GB_REGION_CODES = law("gb_region_codes")
GB_CATALOGUE = law("gb_catalogue")
GB_WEB_METADATA = law("gb_web_metadata")
GB_HOTLINE_SERVICE = law("gb_hotline_service")
LETTERS_2021 = law("letters_2021")
"""The letters of the national pilot, Suqian: no duty elsewhere, but the model used here."""
COUNTING_PRACTICE = law("counting_practice")
"""Where no text was found: what the platform assumes, on record as such."""
