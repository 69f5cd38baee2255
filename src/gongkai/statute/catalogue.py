"""What must be published and how it is described: articles 19 to 21, subjects, columns, records.

Data of `catalogue_tables/`; who must publish what is asked of `gongkai.law.publication`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files
from typing import Any

from gongkai.statute.provisions import Provision, provision

FOLDER = files("gongkai.statute").joinpath("catalogue_tables")


def read_table(name: str) -> dict[str, Any]:
    return tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text("utf-8"))


class Level(Enum):
    """The level of a body; smaller rank is higher."""

    STATE = "state"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"

    @property
    def chinese(self) -> str:
        return str(BODIES["levels"][self.value]["zh"])

    @property
    def rank(self) -> int:
        return int(BODIES["levels"][self.value]["rank"])


class BodyKind(Enum):
    """The kinds of bodies that the Regulation treats differently."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    BRANCH_OFFICE = "branch_office"
    BRANCH = "branch"
    AUTHORISED = "authorised"
    ENTERPRISE = "enterprise"

    @property
    def chinese(self) -> str:
        return str(BODIES["kinds"][self.value]["zh"])

    @property
    def source(self) -> Provision:
        return provision(BODIES["kinds"][self.value]["source"])


BODIES = read_table("bodies")
SECTORS: tuple[str, ...] = tuple(BODIES["sectors"]["labels"])
"""Sectors whose public enterprises article 55 names."""


@dataclass(frozen=True)
class DisclosureItem:
    """A class of information that must be published, its parts, and by which bodies.

    No levels or no kinds: by every body.
    """

    key: str
    source: Provision
    label: str
    label_en: str
    parts: tuple[str, ...]
    levels: frozenset[Level] = frozenset()
    kinds: frozenset[BodyKind] = frozenset()


def read_item(said: Mapping[str, Any]) -> DisclosureItem:
    return DisclosureItem(
        key=said["key"],
        source=provision(said["source"]),
        label=said["zh"],
        label_en=said["en"],
        parts=tuple(said["parts"]),
        levels=frozenset(map(Level, said.get("levels", ()))),
        kinds=frozenset(map(BodyKind, said.get("kinds", ()))),
    )


DISCLOSURE_ITEMS: tuple[DisclosureItem, ...] = tuple(
    map(read_item, read_table("disclosure")["items"])
)
"""The fifteen items of article 20 and the two lists of article 21, in that order."""


@dataclass(frozen=True)
class SubjectClass:
    """A top class of gov.cn's subjects and its sub-classes."""

    number: int
    label: str
    under: tuple[str, ...]


SUBJECT_CLASSES: tuple[SubjectClass, ...] = tuple(
    SubjectClass(said["number"], said["label"], tuple(said["under"]))
    for said in read_table("subjects")["classes"]
)


def subjects() -> list[str]:
    """Every subject as it is written: `综合政务\\政务公开`, a class without sub-classes alone."""
    return [
        f"{top.label}\\{sub}" if sub else top.label
        for top in SUBJECT_CLASSES
        for sub in top.under or ("",)
    ]


@dataclass(frozen=True)
class RecordField:
    """A field of the record of a published item; `required_by` where the Regulation demands it."""

    key: str
    label: str
    required_by: Provision | None = None


RECORDS = read_table("records")
RECORD_FIELDS: tuple[RecordField, ...] = tuple(
    RecordField(
        said["key"],
        said["label"],
        provision(said["required_by"]) if "required_by" in said else None,
    )
    for said in RECORDS["fields"]
)
OPENNESS: tuple[str, ...] = tuple(RECORDS["choices"]["openness"])
VALIDITY: tuple[str, ...] = tuple(RECORDS["choices"]["validity"])
GUIDE_CONTENTS: tuple[str, ...] = tuple(RECORDS["guide"]["contents"])
GUIDE_OFFICE: tuple[str, ...] = tuple(RECORDS["guide"]["office"])
"""What the guide says of the disclosure office (article 12)."""
DOCUMENT_HEAD: tuple[str, ...] = tuple(RECORDS["document_page"]["head"])
META_TAGS: Mapping[str, tuple[str, ...]] = {
    part: tuple(RECORDS["meta_tags"][part]) for part in ("site", "column", "article")
}
APPLICATION_CONTENTS: tuple[str, ...] = tuple(RECORDS["application"]["contents"])
HANDLING_STAGES: tuple[str, ...] = tuple(RECORDS["application"]["stages"])
"""The stages each body keeps a system for (article 45)."""

COLUMNS = read_table("columns")
PLATFORM_PARTS: tuple[str, ...] = tuple(COLUMNS["platform"]["parts"])
PLATFORM_FUNCTIONS: tuple[str, ...] = tuple(COLUMNS["platform"]["functions"])
CHANNELS: tuple[str, ...] = tuple(COLUMNS["channels"]["labels"])
READING_PLACES: tuple[str, ...] = tuple(COLUMNS["reading_places"]["required"])


@dataclass(frozen=True)
class ColumnKind:
    """A kind of column of a site; `limit` names the parameter with the period, if there is one."""

    key: str
    label: str
    limit: str
    source: Provision


COLUMN_KINDS: Mapping[str, ColumnKind] = {
    key: ColumnKind(key, said["zh"], said.get("limit", ""), provision(said["source"]))
    for key, said in COLUMNS["kinds"].items()
}
