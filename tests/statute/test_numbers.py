"""Every number of the statutes, restated: what it is since when, and who says so.

Written down a second time on purpose: a slip in a data file shows here. `unverified` marks what
was not found in a text. Indented lines go on with the one before.
"""

import pytest

from gongkai.statute.parameters import PARAMETERS

NUMBERS = """
calendar.statutory_days (日): new_year=1 spring_festival=3 tomb_sweeping=1 labour=1
    dragon_boat=1 mid_autumn=1 national=3 since 2008-01-01 by holiday_measures_2007:2;
    new_year=1 spring_festival=4 tomb_sweeping=1 labour=2 dragon_boat=1 mid_autumn=1
    national=3 since 2025-01-01 by holiday_measures:2
calendar.consecutive_working_days (日): 6 since 2025-01-01 by holiday_measures:7
calendar.notice_expected_by (月日): 12-10 since 2025-01-01 by holiday_measures unverified
document.page (毫米): width=210 height=297 since 2012-07-01 by gb_document_format
document.margins (毫米): top=37 left=28 right=26 bottom=35 since 2012-07-01 by gb_document_format
document.type_area (毫米): width=156 height=225 since 2012-07-01 by gb_document_format
document.grid (行、字): lines=22 characters=28 since 2012-07-01 by gb_document_format
document.font_points (磅): second=22 third=16 fourth=14 small_fourth=12 since 2012-07-01 by
    gb_document_format
document.issuer_mark_mm (毫米): 35 since 2012-07-01 by gb_document_format
document.red_rule_mm (毫米): 4 since 2012-07-01 by gb_document_format
document.page_number_mm (毫米): 7 since 2012-07-01 by gb_document_format
document.letter_mark_mm (毫米): 30 since 2012-07-01 by gb_document_format:10.1
document.letter_rule_mm (毫米): 170 since 2012-07-01 by gb_document_format:10.1
document.letter_bottom_rule_mm (毫米): 20 since 2012-07-01 by gb_document_format:10.1
document.seal_indent_characters (字): 4 since 2012-07-01 by gb_document_format unverified
document.unsealed_indent_characters (字): 2 since 2012-07-01 by gb_document_format unverified
document.imprint_rules (百分之一毫米): outer=35 inner=25 since 2012-07-01 by gb_document_format
    unverified
fee.item_bands (元/件): 1 10 0 / 11 30 100 since 2021-01-01 by fee_measures:4
fee.item_step (件、元): items=10 yuan=100 since 2021-01-01 by fee_measures:4
fee.page_bands (元/页): 1 30 0 / 31 100 10 / 101 200 20 / 201 0 40 since 2021-01-01 by
    fee_measures:5
fee.counting_months (月): 1 since 2021-01-01 by fee_measures:4
fee.bases_per_application (种): 1 since 2021-01-01 by fee_measures:3
fee.treasury_item (科目编码): 103049950 since 2021-01-01 by fee_measures unverified
hotline.number (号码): 12345 since 2020-12-28 by hotline_merger
hotline.emergency_numbers (号码): 110 / 119 / 120 / 122 since 2020-12-28 by hotline_merger
hotline.hours_per_day (小时): 24 since 2020-12-28 by hotline_merger
hotline.days_per_week (日): 7 since 2020-12-28 by hotline_merger
hotline.merged_by (年): 2021 since 2020-12-28 by hotline_merger
hotline.ordinary_case_days (工作日): 2 since 2020-12-28 by counting_practice:8 unverified
hotline.complex_case_days (工作日): 5 since 2020-12-28 by counting_practice:8 unverified
hotline.campaign_response_hours (小时): 2 since 2024-07-01 by counting_practice:8 unverified
hotline.campaign_close_days (工作日): 3 since 2024-07-01 by counting_practice:8 unverified
petition.notice_days (日): 15 since 2022-05-01 by petitions:23
petition.objection_days (工作日): 5 since 2022-05-01 by petitions:23
petition.handling_days (日): 60 since 2022-05-01 by petitions:34
petition.handling_extension_days (日): 30 since 2022-05-01 by petitions:34
petition.review_request_days (日): 30 since 2022-05-01 by petitions:35
petition.review_days (日): 30 since 2022-05-01 by petitions:35
petition.second_review_request_days (日): 30 since 2022-05-01 by petitions:36
petition.second_review_days (日): 30 since 2022-05-01 by petitions:36
privacy.minor_age (周岁): 14 since 2021-11-01 by personal_information:28
privacy.phone_mask (位): head=3 tail=4 since 2021-11-01 by personal_information:73 unverified
privacy.identity_number_mask (位): head=2 tail=3 since 2021-11-01 by personal_information:73
    unverified
publication.publish_days (工作日): 20 since 2008-05-01 by regulation_2007:18; 20 since
    2019-05-15 by regulation:26
publication.penalty_withdrawal_days (工作日): 3 since 2021-07-15 by penalties:48(2)
publication.penalty_days (工作日): 7 since 2018-12-05 by enforcement_publicity unverified
publication.permit_days (工作日): 7 since 2018-12-05 by enforcement_publicity unverified
publication.enforcement_days (工作日): 20 since 2018-12-05 by enforcement_publicity unverified
publication.enforcement_statistics_by (月日): 1-31 since 2018-12-05 by enforcement_publicity
    unverified
publication.budget_days (日): 20 since 2015-01-01 by budget:14 unverified
publication.comment_days (日): 30 since 2019-09-01 by major_decisions:15 unverified
publication.interpretation_days (工作日): 3 since 2016-11-10 by policy_interpretation unverified
publication.review_months (月): 12 since 2019-05-15 by counting_practice:5 unverified
publication.state_council_hours (小时): 24 since 2017-05-15 by site_guidelines unverified
publication.summary_characters (字): 100 since 2019-05-15 by regulation:12(3) unverified
publication.guide_contacts (项): 6 since 2019-05-15 by regulation:12(2)
publication.catalogue_fields (项): 4 since 2019-05-15 by regulation:12(3)
publication.article_20_items (项): 15 since 2019-05-15 by regulation:20
publication.subject_classes (类): 22 since 2017-05-15 by site_guidelines
remedy.reconsideration_days (日): 60 since 1999-10-01 by reconsideration_1999:9; 60 since
    2024-01-01 by reconsideration:20(1)
remedy.reconsideration_untold_years (年): 1 since 2024-01-01 by reconsideration:20(3)
remedy.reconsideration_cap_years (年): 5 since 2024-01-01 by reconsideration:21
remedy.reconsideration_land_cap_years (年): 20 since 2024-01-01 by reconsideration:21
remedy.suit_after_reconsideration_days (日): 15 since 1999-10-01 by reconsideration_1999:19;
    15 since 2024-01-01 by reconsideration:34
remedy.suit_months (月): 3 since 1990-10-01 by litigation_1989:39; 6 since 2015-05-01 by
    litigation:46
remedy.suit_untold_years (年): 1 since 2018-02-08 by court_interpretation_2018:64
remedy.suit_inaction_months (月): 6 since 2018-02-08 by court_interpretation_2018:66
remedy.reconsideration_first (是否): 0 since 2008-05-01 by counting_practice:10; 1 since
    2024-01-01 by reconsideration:23(1)(4)
remedy.reconsideration_copy_days (工作日): 7 since 2024-01-01 by reconsideration:48
remedy.reconsideration_reply_days (工作日): 10 since 2024-01-01 by reconsideration:48
remedy.simple_copy_days (工作日): 3 since 2024-01-01 by reconsideration:54
remedy.simple_reply_days (工作日): 5 since 2024-01-01 by reconsideration:54
remedy.reconsideration_decision_days (日): 60 since 2024-01-01 by reconsideration:62
remedy.reconsideration_extension_days (日): 30 since 2024-01-01 by reconsideration:62
remedy.simple_decision_days (日): 30 since 2024-01-01 by reconsideration:62
remedy.simple_trial_days (日): 45 since 2015-05-01 by litigation:83
remedy.suit_cap_years (年): 5 since 2015-05-01 by litigation:46(2)
remedy.suit_land_cap_years (年): 20 since 2015-05-01 by litigation:46(2)
remedy.suit_reply_days (日): 15 since 2015-05-01 by litigation:67 unverified
remedy.inquiry_first (是否): 0 since 2024-01-01 by counting_practice:19 unverified
remedy.inaction_first (是否): 0 since 2024-01-01 by counting_practice:21 unverified
remedy.table_three (口径): month=12 day=31 carried_in=1 second_instance=0 co_defendant=0 since
    2019-05-15 by counting_practice:3 unverified
report.departments_by (月日): 3-31 since 2008-05-01 by regulation_2007:31; 1-31 since
    2019-05-15 by regulation:49(1)
report.governments_by (月日): 3-31 since 2008-05-01 by regulation_2007:31; 3-31 since
    2019-05-15 by regulation:49(2)
report.sections (部分): 6 since 2019-11-20 by report_form_2019; 6 since 2021-09-26 by
    report_form_2021
report.proactive_cells (格): 10 since 2021-09-26 by report_form_2021:2
report.request_rows (行): 23 since 2019-11-20 by report_form_2019; 25 since 2021-09-26 by
    report_form_2021:3
report.result_rows (行): 20 since 2019-11-20 by report_form_2019; 22 since 2021-09-26 by
    report_form_2021:3
report.request_columns (列): 7 since 2019-11-20 by report_form_2019; 7 since 2021-09-26 by
    report_form_2021:3
report.dispute_cells (格): 15 since 2019-11-20 by report_form_2019; 15 since 2021-09-26 by
    report_form_2021:4
report.statistics_until (月日): 12-31 since 2019-11-20 by report_form_2019; 12-31 since
    2021-09-26 by report_form_2021
report.departments_reminders (年月日): 0 12 1 / 1 1 4 / 1 1 15 / 1 1 25 since 2019-05-15 by
    counting_practice:11 unverified
report.governments_reminders (年月日): 1 2 1 / 1 3 1 / 1 3 15 / 1 3 25 since 2019-05-15 by
    counting_practice:11 unverified
request.reply_days (工作日): 15 since 2008-05-01 by regulation_2007:24; 20 since 2019-05-15 by
    regulation:33(2)
request.extension_days (工作日): 15 since 2008-05-01 by regulation_2007:24; 20 since 2019-05-15
    by regulation:33(2)
request.extensions (次): 1 since 2008-05-01 by counting_practice:6 unverified
request.correction_notice_days (工作日): 7 since 2019-05-15 by regulation:30
request.correction_notices (次): 1 since 2019-05-15 by regulation:30
request.correction_days (工作日): 15 since 2019-05-15 by counting_practice:7 unverified
request.third_party_days (工作日): 15 since 2019-05-15 by regulation:32
request.joint_maker_days (工作日): 15 since 2019-05-15 by regulation:34
request.ordinary_letter_contact_days (工作日): 0 since 2019-05-15 by regulation:31(2)
request.fee_payment_days (工作日): 20 since 2021-01-01 by fee_measures:6
request.first_day_offset (日): 1 since 2008-05-01 by counting_practice:1 unverified
request.ordered_reply_days (工作日): 15 since 2008-05-01 by counting_practice:4 unverified; 20
    since 2019-05-15 by counting_practice:4 unverified
request.reminder_days_before_due (工作日): 10 / 5 / 3 / 1 / 0 since 2008-05-01 by
    counting_practice:11 unverified
request.retention_years (年): 10 since 2008-05-01 by counting_practice:12 unverified
request.consultation_first_day_offset (日): 1 since 2008-05-01 by counting_practice:2 unverified
request.consultation_resume_offset (日): 1 since 2008-05-01 by counting_practice:2 unverified
site.unreachable_percent (%): 5 since 2019-04-01 by site_inspection:1
site.unreachable_seconds (秒): 15 since 2019-04-01 by site_inspection:1
site.visits_per_day (次): 20 since 2019-04-01 by site_inspection:1
site.monitored_days (日): 7 since 2019-04-01 by site_inspection:1
site.homepage_days (日): 14 since 2019-04-01 by site_inspection:1
site.news_days (日): 14 since 2019-04-01 by site_inspection:1
site.notice_months (月): 6 since 2019-04-01 by site_inspection:1
site.plan_months (月): 12 since 2019-04-01 by site_inspection:1 unverified
site.stale_columns (个): 5 since 2019-04-01 by site_inspection:1
site.idle_columns (个): 10 since 2019-04-01 by site_inspection:1
site.empty_columns (个): 5 since 2019-04-01 by site_inspection:1
site.message_months (月): 3 since 2019-04-01 by site_inspection:1
site.message_window_months (月): 12 since 2019-04-01 by site_inspection:1
site.new_media_days (日): 14 since 2019-04-01 by site_inspection:1 unverified
site.deduction_points (分): 100 since 2019-04-01 by site_inspection:2
site.pass_points (分): 60 since 2019-04-01 by site_inspection:2
site.bonus_points (分): 30 since 2019-04-01 by site_inspection:3
site.bonus_from_points (分): 80 since 2019-04-01 by site_inspection:3
site.inward_department_base (分): 75 since 2019-04-01 by site_inspection:2
site.inward_department_factor (分数): numerator=4 denominator=3 since 2019-04-01 by
    site_inspection:2
site.sampling_months (月): 6 since 2019-04-01 by site_inspection
site.assessment_months (月): 12 since 2019-04-01 by site_inspection
site.site_code_digits (位): 10 since 2017-05-15 by site_guidelines
site.message_reply_days (工作日): 7 since 2019-04-01 by site_inspection unverified
site.complex_message_reply_days (工作日): 15 since 2019-04-01 by site_inspection unverified
site.mailbox_reply_days (工作日): 3 since 2019-04-01 by site_inspection unverified
site.complex_mailbox_reply_days (工作日): 10 since 2019-04-01 by site_inspection unverified
site.error_report_days (工作日): 3 since 2019-04-01 by site_inspection unverified
site.grave_error_report_days (工作日): 1 since 2019-04-01 by site_inspection unverified
"""

LINES = [line.split(": ", 1) for line in NUMBERS.replace("\n    ", " ").strip().splitlines()]


def said(value):
    """`20`, `1-31` for a day of the year, `width=210 height=297`, rows joined by ` / `."""
    if isinstance(value, list):
        return " / ".join(" ".join(map(str, row.values())) for row in value)
    if not isinstance(value, dict):
        return str(value)
    if set(value) == {"month", "day"}:
        return f"{value['month']}-{value['day']}"
    return " ".join(f"{name}={number}" for name, number in value.items())


@pytest.mark.parametrize(("name", "expected"), LINES)
def test_a_number_is_what_the_statutes_say_since_the_day_they_say(name, expected):
    found = PARAMETERS[name.partition(" ")[0]]
    assert name == f"{found.name} ({found.unit})"
    assert expected == "; ".join(
        f"{said(each.value)} since {each.start} by {each.source.key}"
        + (" unverified" if each.provisional else "")
        for each in found.values
    )


def test_every_number_is_restated_here():
    assert sorted(PARAMETERS) == sorted(name.partition(" ")[0] for name, _ in LINES)
