"""Every number of the statutes, restated: what it is since when, who says so, what it counts.

Written down a second time on purpose: a slip in a data file shows here.
"""

import pytest

from gongkai.statute.parameters import PARAMETERS

NUMBERS = """
calendar.statutory_days: new_year=1 spring_festival=3 tomb_sweeping=1 labour=1
    dragon_boat=1 mid_autumn=1 national=3 since 2008-01-01, then new_year=1
    spring_festival=4 tomb_sweeping=1 labour=2 dragon_boat=1 mid_autumn=1 national=3
    since 2025-01-01
calendar.consecutive_working_days: 6 since 2025-01-01
calendar.notice_expected_by: 12-10 since 2025-01-01
document.page: width=210 height=297 since 2012-07-01
document.margins: top=37 left=28 right=26 bottom=35 since 2012-07-01
document.type_area: width=156 height=225 since 2012-07-01
document.grid: lines=22 characters=28 since 2012-07-01
document.font_points: second=22 third=16 fourth=14 small_fourth=12 since 2012-07-01
document.issuer_mark_mm: 35 since 2012-07-01
document.red_rule_mm: 4 since 2012-07-01
document.page_number_mm: 7 since 2012-07-01
document.letter_mark_mm: 30 since 2012-07-01
document.letter_rule_mm: 170 since 2012-07-01
document.letter_bottom_rule_mm: 20 since 2012-07-01
document.seal_indent_characters: 4 since 2012-07-01
document.unsealed_indent_characters: 2 since 2012-07-01
document.imprint_rules: outer=35 inner=25 since 2012-07-01
fee.item_bands: 1 10 0 / 11 30 100 since 2021-01-01
fee.item_step: items=10 yuan=100 since 2021-01-01
fee.page_bands: 1 30 0 / 31 100 10 / 101 200 20 / 201 0 40 since 2021-01-01
fee.counting_months: 1 since 2021-01-01
fee.bases_per_application: 1 since 2021-01-01
fee.treasury_item: 103049950 since 2021-01-01
hotline.number: 12345 since 2020-12-28
hotline.emergency_numbers: 110 / 119 / 120 / 122 since 2020-12-28
hotline.hours_per_day: 24 since 2020-12-28
hotline.days_per_week: 7 since 2020-12-28
hotline.merged_by: 2021 since 2020-12-28
hotline.ordinary_case_days: 2 since 2020-12-28
hotline.complex_case_days: 5 since 2020-12-28
hotline.campaign_response_hours: 2 since 2024-07-01
hotline.campaign_close_days: 3 since 2024-07-01
petition.notice_days: 15 since 2022-05-01
petition.objection_days: 5 since 2022-05-01
petition.handling_days: 60 since 2022-05-01
petition.handling_extension_days: 30 since 2022-05-01
petition.review_request_days: 30 since 2022-05-01
petition.review_days: 30 since 2022-05-01
petition.second_review_request_days: 30 since 2022-05-01
petition.second_review_days: 30 since 2022-05-01
privacy.minor_age: 14 since 2021-11-01
privacy.phone_mask: head=3 tail=4 since 2021-11-01
privacy.identity_number_mask: head=2 tail=3 since 2021-11-01
publication.publish_days: 20 since 2008-05-01, then 20 since 2019-05-15
publication.penalty_withdrawal_days: 3 since 2021-07-15
publication.penalty_days: 7 since 2018-12-05
publication.licence_days: 7 since 2018-12-05
publication.enforcement_days: 20 since 2018-12-05
publication.enforcement_statistics_by: 1-31 since 2018-12-05
publication.budget_days: 20 since 2015-01-01
publication.comment_days: 30 since 2019-09-01
publication.interpretation_days: 3 since 2016-11-10
publication.review_months: 12 since 2019-05-15
publication.state_council_hours: 24 since 2017-05-15
publication.summary_characters: 100 since 2019-05-15
publication.guide_contacts: 6 since 2019-05-15
publication.catalogue_fields: 4 since 2019-05-15
publication.article_20_items: 15 since 2019-05-15
publication.subject_classes: 22 since 2017-05-15
remedy.reconsideration_days: 60 since 1999-10-01, then 60 since 2024-01-01
remedy.reconsideration_untold_years: 1 since 2024-01-01
remedy.reconsideration_cap_years: 5 since 2024-01-01
remedy.reconsideration_land_cap_years: 20 since 2024-01-01
remedy.suit_after_reconsideration_days: 15 since 1999-10-01, then 15 since 2024-01-01
remedy.suit_months: 3 since 1990-10-01, then 6 since 2015-05-01
remedy.suit_untold_years: 1 since 2018-02-08
remedy.suit_inaction_months: 6 since 2018-02-08
remedy.reconsideration_first: 0 since 2008-05-01, then 1 since 2024-01-01
remedy.reconsideration_copy_days: 7 since 2024-01-01
remedy.reconsideration_reply_days: 10 since 2024-01-01
remedy.simple_copy_days: 3 since 2024-01-01
remedy.simple_reply_days: 5 since 2024-01-01
remedy.reconsideration_decision_days: 60 since 2024-01-01
remedy.reconsideration_extension_days: 30 since 2024-01-01
remedy.simple_decision_days: 30 since 2024-01-01
remedy.simple_trial_days: 45 since 2015-05-01
report.departments_by: 3-31 since 2008-05-01, then 1-31 since 2019-05-15
report.governments_by: 3-31 since 2008-05-01, then 3-31 since 2019-05-15
report.sections: 6 since 2019-11-20, then 6 since 2021-09-26
report.proactive_cells: 10 since 2021-09-26
report.request_rows: 23 since 2019-11-20, then 25 since 2021-09-26
report.result_rows: 20 since 2019-11-20, then 22 since 2021-09-26
report.request_columns: 7 since 2019-11-20, then 7 since 2021-09-26
report.dispute_cells: 15 since 2019-11-20, then 15 since 2021-09-26
report.statistics_until: 12-31 since 2019-11-20, then 12-31 since 2021-09-26
report.disputes_counted: state_on_31_december_first_instance since 2019-11-20
request.reply_days: 15 since 2008-05-01, then 20 since 2019-05-15
request.extension_days: 15 since 2008-05-01, then 20 since 2019-05-15
request.extensions: 1 since 2008-05-01
request.correction_notice_days: 7 since 2019-05-15
request.correction_notices: 1 since 2019-05-15
request.correction_days: 15 since 2019-05-15
request.third_party_days: 15 since 2019-05-15
request.joint_maker_days: 15 since 2019-05-15
request.ordinary_letter_contact_days: 0 since 2019-05-15
request.fee_payment_days: 20 since 2021-01-01
request.first_day_offset: 1 since 2008-05-01
request.ordered_reply_days: 15 since 2008-05-01, then 20 since 2019-05-15
request.reminder_days_before_due: 10 / 5 / 3 / 1 / 0 since 2008-05-01
request.retention_years: 10 since 2008-05-01
request.consultation_first_day_offset: 1 since 2008-05-01
request.consultation_resume_offset: 1 since 2008-05-01
site.unreachable_percent: 5 since 2019-04-01
site.unreachable_seconds: 15 since 2019-04-01
site.visits_per_day: 20 since 2019-04-01
site.monitored_days: 7 since 2019-04-01
site.homepage_days: 14 since 2019-04-01
site.news_days: 14 since 2019-04-01
site.notice_months: 6 since 2019-04-01
site.plan_months: 12 since 2019-04-01
site.stale_columns: 5 since 2019-04-01
site.idle_columns: 10 since 2019-04-01
site.empty_columns: 5 since 2019-04-01
site.message_months: 3 since 2019-04-01
site.message_window_months: 12 since 2019-04-01
site.new_media_days: 14 since 2019-04-01
site.deduction_points: 100 since 2019-04-01
site.pass_points: 60 since 2019-04-01
site.bonus_points: 30 since 2019-04-01
site.bonus_from_points: 80 since 2019-04-01
site.inward_department_base: 75 since 2019-04-01
site.inward_department_factor: numerator=4 denominator=3 since 2019-04-01
site.sampling_months: 6 since 2019-04-01
site.assessment_months: 12 since 2019-04-01
site.site_code_digits: 10 since 2017-05-15
site.message_reply_days: 7 since 2019-04-01
site.complex_message_reply_days: 15 since 2019-04-01
site.mailbox_reply_days: 3 since 2019-04-01
site.complex_mailbox_reply_days: 10 since 2019-04-01
site.error_report_days: 3 since 2019-04-01
site.grave_error_report_days: 1 since 2019-04-01
"""

BY_PROVISION = """
budget:14: publication.budget_days
counting_practice:1: request.first_day_offset
counting_practice:10: remedy.reconsideration_first
counting_practice:11: request.reminder_days_before_due
counting_practice:12: request.retention_years
counting_practice:2: request.consultation_first_day_offset request.consultation_resume_offset
counting_practice:3: report.disputes_counted
counting_practice:4: request.ordered_reply_days
counting_practice:5: publication.review_months
counting_practice:6: request.extensions
counting_practice:7: request.correction_days
counting_practice:8: hotline.ordinary_case_days hotline.complex_case_days
    hotline.campaign_response_hours hotline.campaign_close_days
court_interpretation_2018:64: remedy.suit_untold_years
court_interpretation_2018:66: remedy.suit_inaction_months
enforcement_publicity: publication.penalty_days publication.licence_days
    publication.enforcement_days publication.enforcement_statistics_by
fee_measures: fee.treasury_item
fee_measures:3: fee.bases_per_application
fee_measures:4: fee.item_bands fee.item_step fee.counting_months
fee_measures:5: fee.page_bands
fee_measures:6: request.fee_payment_days
gb_document_format: document.page document.margins document.type_area document.grid
    document.font_points document.issuer_mark_mm document.red_rule_mm
    document.page_number_mm document.seal_indent_characters
    document.unsealed_indent_characters document.imprint_rules
gb_document_format:10.1: document.letter_mark_mm document.letter_rule_mm
    document.letter_bottom_rule_mm
holiday_measures: calendar.notice_expected_by
holiday_measures:2: calendar.statutory_days
holiday_measures:7: calendar.consecutive_working_days
holiday_measures_2007:2: calendar.statutory_days
hotline_merger: hotline.number hotline.emergency_numbers hotline.hours_per_day
    hotline.days_per_week hotline.merged_by
litigation:46: remedy.suit_months
litigation:83: remedy.simple_trial_days
litigation_1989:39: remedy.suit_months
major_decisions:15: publication.comment_days
penalties:48(2): publication.penalty_withdrawal_days
personal_information:28: privacy.minor_age
personal_information:73: privacy.phone_mask privacy.identity_number_mask
petitions:23: petition.notice_days petition.objection_days
petitions:34: petition.handling_days petition.handling_extension_days
petitions:35: petition.review_request_days petition.review_days
petitions:36: petition.second_review_request_days petition.second_review_days
policy_interpretation: publication.interpretation_days
reconsideration:20(1): remedy.reconsideration_days
reconsideration:20(3): remedy.reconsideration_untold_years
reconsideration:21: remedy.reconsideration_cap_years remedy.reconsideration_land_cap_years
reconsideration:23(1)(4): remedy.reconsideration_first
reconsideration:34: remedy.suit_after_reconsideration_days
reconsideration:48: remedy.reconsideration_copy_days remedy.reconsideration_reply_days
reconsideration:54: remedy.simple_copy_days remedy.simple_reply_days
reconsideration:62: remedy.reconsideration_decision_days
    remedy.reconsideration_extension_days remedy.simple_decision_days
reconsideration_1999:19: remedy.suit_after_reconsideration_days
reconsideration_1999:9: remedy.reconsideration_days
regulation:12(2): publication.guide_contacts
regulation:12(3): publication.summary_characters publication.catalogue_fields
regulation:20: publication.article_20_items
regulation:26: publication.publish_days
regulation:30: request.correction_notice_days request.correction_notices
regulation:31(2): request.ordinary_letter_contact_days
regulation:32: request.third_party_days
regulation:33(2): request.reply_days request.extension_days
regulation:34: request.joint_maker_days
regulation:49(1): report.departments_by
regulation:49(2): report.governments_by
regulation_2007:18: publication.publish_days
regulation_2007:24: request.reply_days request.extension_days
regulation_2007:31: report.departments_by report.governments_by
report_form_2019: report.sections report.request_rows report.result_rows
    report.request_columns report.dispute_cells report.statistics_until
report_form_2021: report.sections report.statistics_until
report_form_2021:2: report.proactive_cells
report_form_2021:3: report.request_rows report.result_rows report.request_columns
report_form_2021:4: report.dispute_cells
site_guidelines: publication.state_council_hours publication.subject_classes site.site_code_digits
site_inspection: site.sampling_months site.assessment_months site.message_reply_days
    site.complex_message_reply_days site.mailbox_reply_days
    site.complex_mailbox_reply_days site.error_report_days
    site.grave_error_report_days
site_inspection:1: site.unreachable_percent site.unreachable_seconds
    site.visits_per_day site.monitored_days site.homepage_days site.news_days
    site.notice_months site.plan_months site.stale_columns site.idle_columns
    site.empty_columns site.message_months site.message_window_months
    site.new_media_days
site_inspection:2: site.deduction_points site.pass_points
    site.inward_department_base site.inward_department_factor
site_inspection:3: site.bonus_points site.bonus_from_points
"""

BY_UNIT = """
日: calendar.statutory_days calendar.consecutive_working_days hotline.days_per_week
    petition.notice_days petition.handling_days petition.handling_extension_days
    petition.review_request_days petition.review_days
    petition.second_review_request_days petition.second_review_days
    publication.budget_days publication.comment_days remedy.reconsideration_days
    remedy.suit_after_reconsideration_days remedy.reconsideration_decision_days
    remedy.reconsideration_extension_days remedy.simple_decision_days
    remedy.simple_trial_days request.first_day_offset
    request.consultation_first_day_offset request.consultation_resume_offset
    site.monitored_days site.homepage_days site.news_days site.new_media_days
月日: calendar.notice_expected_by publication.enforcement_statistics_by
    report.departments_by report.governments_by report.statistics_until
毫米: document.page document.margins document.type_area document.issuer_mark_mm
    document.red_rule_mm document.page_number_mm document.letter_mark_mm
    document.letter_rule_mm document.letter_bottom_rule_mm
行、字: document.grid
磅: document.font_points
字: document.seal_indent_characters document.unsealed_indent_characters
    publication.summary_characters
百分之一毫米: document.imprint_rules
元/件: fee.item_bands
件、元: fee.item_step
元/页: fee.page_bands
月: fee.counting_months publication.review_months remedy.suit_months
    remedy.suit_inaction_months site.notice_months site.plan_months
    site.message_months site.message_window_months site.sampling_months
    site.assessment_months
种: fee.bases_per_application
科目编码: fee.treasury_item
号码: hotline.number hotline.emergency_numbers
小时: hotline.hours_per_day hotline.campaign_response_hours publication.state_council_hours
年: hotline.merged_by remedy.reconsideration_untold_years
    remedy.reconsideration_cap_years remedy.reconsideration_land_cap_years
    remedy.suit_untold_years request.retention_years
工作日: hotline.ordinary_case_days hotline.complex_case_days
    hotline.campaign_close_days petition.objection_days publication.publish_days
    publication.penalty_withdrawal_days publication.penalty_days
    publication.licence_days publication.enforcement_days
    publication.interpretation_days remedy.reconsideration_copy_days
    remedy.reconsideration_reply_days remedy.simple_copy_days
    remedy.simple_reply_days request.reply_days request.extension_days
    request.correction_notice_days request.correction_days request.third_party_days
    request.joint_maker_days request.ordinary_letter_contact_days
    request.fee_payment_days request.ordered_reply_days
    request.reminder_days_before_due site.message_reply_days
    site.complex_message_reply_days site.mailbox_reply_days
    site.complex_mailbox_reply_days site.error_report_days
    site.grave_error_report_days
周岁: privacy.minor_age
位: privacy.phone_mask privacy.identity_number_mask site.site_code_digits
项: publication.guide_contacts publication.catalogue_fields publication.article_20_items
类: publication.subject_classes
是否: remedy.reconsideration_first
部分: report.sections
格: report.proactive_cells report.dispute_cells
行: report.request_rows report.result_rows
列: report.request_columns
口径: report.disputes_counted
次: request.extensions request.correction_notices site.visits_per_day
%: site.unreachable_percent
秒: site.unreachable_seconds
个: site.stale_columns site.idle_columns site.empty_columns
分: site.deduction_points site.pass_points site.bonus_points site.bonus_from_points
    site.inward_department_base
分数: site.inward_department_factor
"""

UNVERIFIED = """
calendar.notice_expected_by
document.seal_indent_characters
document.unsealed_indent_characters
document.imprint_rules
fee.treasury_item
hotline.ordinary_case_days
hotline.complex_case_days
hotline.campaign_response_hours
hotline.campaign_close_days
privacy.phone_mask
privacy.identity_number_mask
publication.penalty_days
publication.licence_days
publication.enforcement_days
publication.enforcement_statistics_by
publication.budget_days
publication.comment_days
publication.interpretation_days
publication.review_months
publication.state_council_hours
publication.summary_characters
report.disputes_counted
request.extensions
request.correction_days
request.first_day_offset
request.ordered_reply_days
request.reminder_days_before_due
request.retention_years
request.consultation_first_day_offset
request.consultation_resume_offset
site.plan_months
site.new_media_days
site.message_reply_days
site.complex_message_reply_days
site.mailbox_reply_days
site.complex_mailbox_reply_days
site.error_report_days
site.grave_error_report_days
"""


def lines(text):
    """Each line in two at its first colon; an indented line goes on with the one before."""
    return [line.split(": ", 1) for line in text.replace("\n    ", " ").strip().splitlines()]


def said(value):
    """`20`, `1-31` for a day of the year, `width=210 height=297`, rows joined by ` / `."""
    if isinstance(value, list):
        return " / ".join(" ".join(map(str, row.values())) for row in value)
    if not isinstance(value, dict):
        return str(value)
    if set(value) == {"month", "day"}:
        return f"{value['month']}-{value['day']}"
    return " ".join(f"{name}={number}" for name, number in value.items())


@pytest.mark.parametrize(("name", "expected"), lines(NUMBERS))
def test_a_number_is_what_the_statutes_say_since_the_day_they_say(name, expected):
    values = PARAMETERS[name].values
    assert ", then ".join(f"{said(each.value)} since {each.start}" for each in values) == expected


@pytest.mark.parametrize(("provision", "names"), lines(BY_PROVISION))
def test_a_provision_is_the_source_of_these_numbers(provision, names):
    found = [
        name
        for name, each in PARAMETERS.items()
        if any(value.source.key == provision for value in each.values)
    ]
    assert sorted(found) == sorted(names.split())


@pytest.mark.parametrize(("unit", "names"), lines(BY_UNIT))
def test_a_number_counts_what_it_counts(unit, names):
    found = [name for name, each in PARAMETERS.items() if each.unit == unit]
    assert sorted(found) == sorted(names.split())


def test_what_could_not_be_checked_in_a_text_is_known():
    found = [
        name for name, each in PARAMETERS.items() if any(value.provisional for value in each.values)
    ]
    assert sorted(found) == sorted(UNVERIFIED.split())


def test_no_number_is_missing_here():
    assert sorted(PARAMETERS) == sorted(name for name, _ in lines(NUMBERS))
