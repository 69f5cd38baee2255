"""Every rule, in the order of the report and its pages: the table of contents."""

from typing import Any

from gongkai.checks.area.every_body_reports import every_body_reports
from gongkai.checks.area.published_in_time import published_in_time
from gongkai.checks.area.sum_of_its_bodies import sum_of_its_bodies
from gongkai.checks.casefile import CaseFile
from gongkai.checks.letter.addressed_to_the_right_one import addressed_to_the_right_one
from gongkai.checks.letter.authority_and_court_named import authority_and_court_named
from gongkai.checks.letter.nothing_left_open import nothing_left_open
from gongkai.checks.letter.numbered_in_form import numbered_in_form
from gongkai.checks.letter.online_review_named import online_review_named
from gongkai.checks.letter.provisions_named import provisions_named
from gongkai.checks.letter.receipt_told import receipt_told
from gongkai.checks.letter.remedy_as_the_law_says import remedy_as_the_law_says
from gongkai.checks.letter.says_its_kind import says_its_kind
from gongkai.checks.letter.signed_and_dated import signed_and_dated
from gongkai.checks.letter.terms_told import terms_told
from gongkai.checks.pair import Years
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.prose.claims_hold import claims_hold
from gongkai.checks.prose.figures_agree_with_tables import figures_agree_with_tables
from gongkai.checks.prose.forwarded_not_counted import forwarded_not_counted
from gongkai.checks.prose.parts_add_up import parts_add_up
from gongkai.checks.prose.parts_as_announced import parts_as_announced
from gongkai.checks.prose.percentages_follow import percentages_follow
from gongkai.checks.prose.same_fact_same_figure import same_fact_same_figure
from gongkai.checks.prose.years_are_this_year import years_are_this_year
from gongkai.checks.published import Publication
from gongkai.checks.report.body_and_year_told import body_and_year_told
from gongkai.checks.report.brackets_of_one_width import brackets_of_one_width
from gongkai.checks.report.cells_hold_numbers import cells_hold_numbers
from gongkai.checks.report.columns_complete import columns_complete
from gongkai.checks.report.fee_income_told import fee_income_told
from gongkai.checks.report.form_of_the_year import form_of_the_year
from gongkai.checks.report.heading_levels import heading_levels
from gongkai.checks.report.institutions_make_no_norms import institutions_make_no_norms
from gongkai.checks.report.lists_numbered import lists_numbered
from gongkai.checks.report.no_bank_cards import no_bank_cards
from gongkai.checks.report.no_classification_marks import no_classification_marks
from gongkai.checks.report.no_damaged_characters import no_damaged_characters
from gongkai.checks.report.no_doubled_words import no_doubled_words
from gongkai.checks.report.no_identity_numbers import no_identity_numbers
from gongkai.checks.report.no_private_accounts import no_private_accounts
from gongkai.checks.report.no_private_telephones import no_private_telephones
from gongkai.checks.report.no_residue import no_residue
from gongkai.checks.report.one_name import one_name
from gongkai.checks.report.outcomes_add_up import outcomes_add_up
from gongkai.checks.report.overview_topics import overview_topics
from gongkai.checks.report.penalties_counted import penalties_counted
from gongkai.checks.report.power_to_make_regulations import power_to_make_regulations
from gongkai.checks.report.problems_told import problems_told
from gongkai.checks.report.remedies_add_up import remedies_add_up
from gongkai.checks.report.requests_accounted_for import requests_accounted_for
from gongkai.checks.report.rows_add_up import rows_add_up
from gongkai.checks.report.rows_complete import rows_complete
from gongkai.checks.report.section_titles import section_titles
from gongkai.checks.report.sections_numbered import sections_numbered
from gongkai.checks.report.six_sections import six_sections
from gongkai.checks.report.table_labels import table_labels
from gongkai.checks.report.three_tables import three_tables
from gongkai.checks.report.units_as_printed import units_as_printed
from gongkai.checks.report.wrong_words import wrong_words
from gongkai.checks.report.zeros_filled_in import zeros_filled_in
from gongkai.checks.request.answered_in_time import answered_in_time
from gongkai.checks.request.correction_asked_in_time import correction_asked_in_time
from gongkai.checks.request.correction_asked_once import correction_asked_once
from gongkai.checks.request.correction_period_told import correction_period_told
from gongkai.checks.request.extended_once import extended_once
from gongkai.checks.request.extension_approved_and_told import extension_approved_and_told
from gongkai.checks.request.extension_told_in_time import extension_told_in_time
from gongkai.checks.request.extension_within_the_limit import extension_within_the_limit
from gongkai.checks.request.fee_noticed_in_time import fee_noticed_in_time
from gongkai.checks.request.lapse_not_early import lapse_not_early
from gongkai.checks.request.reasons_asked_first import reasons_asked_first
from gongkai.checks.request.receipt_confirmed_the_same_day import receipt_confirmed_the_same_day
from gongkai.checks.request.search_on_file import search_on_file
from gongkai.checks.request.third_party_asked import third_party_asked
from gongkai.checks.request.third_party_heard_out import third_party_heard_out
from gongkai.checks.request.third_party_told import third_party_told
from gongkai.checks.request.unclear_after_correction import unclear_after_correction
from gongkai.checks.rule import Rule
from gongkai.checks.text.bank_cards_removed import bank_cards_removed
from gongkai.checks.text.files_can_be_cleaned import files_can_be_cleaned
from gongkai.checks.text.homes_removed import homes_removed
from gongkai.checks.text.identity_numbers_removed import identity_numbers_removed
from gongkai.checks.text.links_alive import links_alive
from gongkai.checks.text.marks_removed import marks_removed
from gongkai.checks.text.metadata_complete import metadata_complete
from gongkai.checks.text.minors_protected import minors_protected
from gongkai.checks.text.mobiles_removed import mobiles_removed
from gongkai.checks.text.nothing_hidden import nothing_hidden
from gongkai.checks.text.passports_removed import passports_removed
from gongkai.checks.text.private_accounts_removed import private_accounts_removed
from gongkai.checks.text.words_right import words_right
from gongkai.checks.whole import WholeArea
from gongkai.checks.years.carried_over import carried_over
from gongkai.checks.years.documents_in_force import documents_in_force
from gongkai.checks.years.problems_taken_up import problems_taken_up
from gongkai.checks.years.written_anew import written_anew
from gongkai.reports.model.report import Report
from gongkai.reports.prose.reading import Prose

REPORT_RULES: tuple[Rule[Report], ...] = (
    requests_accounted_for,
    outcomes_add_up,
    rows_add_up,
    remedies_add_up,
    cells_hold_numbers,
    six_sections,
    three_tables,
    rows_complete,
    columns_complete,
    zeros_filled_in,
    overview_topics,
    body_and_year_told,
    problems_told,
    fee_income_told,
    one_name,
    sections_numbered,
    section_titles,
    table_labels,
    units_as_printed,
    form_of_the_year,
    lists_numbered,
    heading_levels,
    no_identity_numbers,
    no_private_telephones,
    no_bank_cards,
    no_private_accounts,
    no_classification_marks,
    no_residue,
    no_damaged_characters,
    wrong_words,
    brackets_of_one_width,
    no_doubled_words,
    power_to_make_regulations,
    penalties_counted,
    institutions_make_no_norms,
)
"""Rules about one report."""

PROSE_RULES: tuple[Rule[Prose], ...] = (
    figures_agree_with_tables,
    parts_add_up,
    percentages_follow,
    years_are_this_year,
    claims_hold,
    parts_as_announced,
    forwarded_not_counted,
    same_fact_same_figure,
)
"""Rules about the prose of one report, beside its tables."""

YEARS_RULES: tuple[Rule[Years], ...] = (
    carried_over,
    documents_in_force,
    written_anew,
    problems_taken_up,
)
"""Rules about two successive reports of one body."""

AREA_RULES: tuple[Rule[WholeArea], ...] = (
    every_body_reports,
    sum_of_its_bodies,
    published_in_time,
)
"""Rules about the reports of a whole area."""

REQUEST_RULES: tuple[Rule[CaseFile], ...] = (
    answered_in_time,
    correction_asked_in_time,
    correction_asked_once,
    correction_period_told,
    extended_once,
    extension_told_in_time,
    extension_approved_and_told,
    extension_within_the_limit,
    receipt_confirmed_the_same_day,
    third_party_asked,
    third_party_told,
    third_party_heard_out,
    search_on_file,
    lapse_not_early,
    reasons_asked_first,
    unclear_after_correction,
    fee_noticed_in_time,
)
"""Rules about the record of one application."""
TEXT_RULES: tuple[Rule[Publication], ...] = (
    identity_numbers_removed,
    passports_removed,
    mobiles_removed,
    bank_cards_removed,
    private_accounts_removed,
    homes_removed,
    minors_protected,
    marks_removed,
    words_right,
    links_alive,
    metadata_complete,
    files_can_be_cleaned,
    nothing_hidden,
)
"""Rules about anything that is about to be published."""

LETTER_RULES: tuple[Rule[CheckedLetter], ...] = (
    provisions_named,
    remedy_as_the_law_says,
    authority_and_court_named,
    receipt_told,
    terms_told,
    numbered_in_form,
    signed_and_dated,
    addressed_to_the_right_one,
    nothing_left_open,
    says_its_kind,
    online_review_named,
)
"""Rules about one letter, beside the record of its case."""

EVERY: tuple[Rule[Any], ...] = (
    *REPORT_RULES,
    *PROSE_RULES,
    *YEARS_RULES,
    *AREA_RULES,
    *REQUEST_RULES,
    *TEXT_RULES,
    *LETTER_RULES,
)

RULES: dict[str, Rule[Any]] = {rule.id: rule for rule in EVERY}
"""Every rule by its id."""
