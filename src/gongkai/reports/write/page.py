"""Measures and type of official papers (GB/T 9704-2012, 5 and 7), for docx and PDF alike."""

WIDTH, HEIGHT = 210, 297
"""A4, mm."""

TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
"""Margins in mm; what is left is the type area of 156 × 225."""

TYPE_AREA = WIDTH - LEFT - RIGHT

LINE = 28.95
"""Points from one line to the next: 22 lines on a page."""

TITLE_SIZE, BODY_SIZE, PAGE_NUMBER_SIZE = 22, 16, 14
"""二号, 三号 and 四号 in points."""

TABLE_SIZES = {"proactive": 12.0, "requests": 9.0, "remedies": 9.0}
"""Type of each table by its section, in points, where its figures allow it."""

TITLE_FONT, HEADING_FONT, SUBHEADING_FONT = "方正小标宋简体", "黑体", "楷体_GB2312"
BODY_FONT, TABLE_FONT, PAGE_NUMBER_FONT = "仿宋_GB2312", "宋体", "宋体"
LATIN_FONT = "Times New Roman"

SUBSTITUTES = {
    TITLE_FONT: ("小标宋", "方正小标宋_GBK", "FandolSong", "Noto Serif CJK SC"),
    HEADING_FONT: ("SimHei", "FandolHei", "Noto Sans CJK SC"),
    SUBHEADING_FONT: ("楷体", "KaiTi", "FandolKai", "LXGW WenKai", "Noto Serif CJK SC"),
    BODY_FONT: ("仿宋", "FangSong", "FandolFang R", "Noto Serif CJK SC"),
    TABLE_FONT: ("SimSun", "FandolSong", "Noto Serif CJK SC"),
}
"""What may stand in for a font that a computer does not have, the nearest first."""

FROM_THE_RIGHT = 2
"""Characters that the longer of signature and date keeps from the right edge."""
