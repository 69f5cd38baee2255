"""Parts of a table on two pages: one table again, also where a row was cut."""

from gongkai.reports.model.document import Cell, Grid, Place
from gongkai.reports.read.page.stitch import Piece, goes_on, stitched


def piece(rows, xs=(50, 150, 200, 250), full=(), page=1):
    """A part of a table; a text may be given with its spans as (text, rows, columns)."""
    cells, taken = [], set()
    for number, row in enumerate(rows):
        column = 0
        for given in row:
            text, height, width = given if isinstance(given, tuple) else (given, 1, 1)
            while (number, column) in taken:
                column += 1
            taken |= {(number + r, column + c) for r in range(height) for c in range(width)}
            cells.append(Cell(text, number, column, height, width, Place(page=page)))
    return Piece(Grid(tuple(cells)), [float(x) for x in xs], set(full))


def rows(joined):
    return [[cell.text for cell in row] for row in joined.grid.rows()]


def test_parts_of_the_same_width_belong_together():
    assert goes_on(piece([["甲", "1", "2"]]), piece([["乙", "3"]], xs=(52, 150, 248)))
    assert not goes_on(piece([["甲", "1", "2"]]), piece([["乙", "3"]], xs=(50, 150, 300)))


def test_whole_rows_are_set_one_below_the_other():
    joined = stitched(piece([["甲", "1", "2"]]), piece([["乙", "3", "4"]], page=2))
    assert rows(joined) == [["甲", "1", "2"], ["乙", "3", "4"]]
    assert [cell.place.page for cell in joined.grid.cells] == [1, 1, 1, 2, 2, 2]


def test_columns_are_matched_by_their_edges():
    joined = stitched(piece([["甲", "1", "2"]]), piece([["乙", "3"]], xs=(51, 149, 251)))
    assert [(c.column, c.column_span) for c in joined.grid.cells[3:]] == [(0, 1), (1, 2)]


def test_the_half_of_a_row_with_its_figures_joins_the_half_without():
    for halves in ((("", ""), ("3", "4")), (("3", "4"), ("", ""))):
        joined = stitched(
            piece([["2.其他法律行政法", *halves[0]]], full={(0, 0)}),
            piece([["规禁止公开", *halves[1]], ["3.危及", "5", "6"]]),
        )
        assert rows(joined) == [["2.其他法律行政法\n规禁止公开", "3", "4"], ["3.危及", "5", "6"]]


def test_a_row_of_blanks_is_not_joined_to_the_next_row():
    blank = piece([["2.其他法律行政法规禁止公开", "", ""]], full={(0, 0)})
    assert len(rows(stitched(blank, piece([["3.危及", "3", "4"]])))) == 2
    short = piece([["规章", "", ""]])
    assert len(rows(stitched(short, piece([["行政规范性文件", "3", "4"]])))) == 2
    both = piece([["规章等文件情况", "1", ""]], full={(0, 0)})
    assert len(rows(stitched(both, piece([["规范性文件", "3", "4"]])))) == 2
    assert len(rows(stitched(blank, piece([["", "3", "4"]])))) == 2


def test_a_cell_over_many_rows_goes_on_below():
    above = piece([[("三、办理结果", 2, 1), "（一）予以公开", "1"], ["（二）部分公开", "2"]])
    below = piece([[("", 2, 1), "（三）不予公开", "3"], ["（四）无法提供", "4"]])
    joined = stitched(above, below)
    assert joined.grid.cells[0].row_span == 4
    assert rows(joined)[2] == ["（三）不予公开", "3"]


def test_a_group_that_begins_on_the_new_page_stays_its_own():
    above = piece([[("（三）不予公开", 2, 1), "7.案卷", "1"], ["8.查询", "2"]])
    below = piece([[("（四）无法提供", 2, 1), "1.不掌握", "3"], ["2.制作", "4"]])
    assert rows(stitched(above, below))[2] == ["（四）无法提供", "1.不掌握", "3"]


def test_a_label_cut_with_its_row_is_one_label():
    above = piece([[("（六）其", 1, 1), "1.逾期不", ""]], full={(0, 1)})
    below = piece([[("他处理", 2, 1), "补正", "3"], ["2.未缴费", "4"]])
    joined = stitched(above, below)
    assert rows(joined) == [["（六）其\n他处理", "1.逾期不\n补正", "3"], ["2.未缴费", "4"]]
    assert joined.grid.cells[0].row_span == 2


def test_a_repeated_head_is_dropped():
    head = ["信息内容", "制发", "废止"]
    joined = stitched(piece([head, ["甲", "1", "2"]]), piece([head, ["乙", "3", "4"]]))
    assert rows(joined) == [head, ["甲", "1", "2"], ["乙", "3", "4"]]


def test_a_cut_row_is_found_below_a_repeated_head_and_in_columns_counted_anew():
    head = ["信息内容", "制发", "废止"]
    above = piece([head, ["2.其他法律行政法", "", ""]], full={(1, 0)})
    below = piece([head, ["规禁止公开", "3", "4"], ["3.危及", "5", "6"]], full={(2, 0)})
    joined = stitched(above, below)
    assert rows(joined) == [head, ["2.其他法律行政法\n规禁止公开", "3", "4"], ["3.危及", "5", "6"]]
    assert joined.full == {(2, 0)}


def test_a_figure_broken_by_the_page_end_is_one_figure():
    wide = (50, 150, 200, 250, 300)
    above = piece([["5.要求行政机关", "938", "", ""]], xs=wide, full={(0, 0), (0, 1)})
    below = piece([["确认", "1", "4", "7"]], xs=wide)
    assert rows(stitched(above, below)) == [["5.要求行政机关\n确认", "9381", "4", "7"]]
    loose = piece([["5.要求行政机关", "938", "", ""]], xs=wide, full={(0, 0)})
    assert len(rows(stitched(loose, below))) == 2
    ends = piece([["", "1", "", ""], ["四、结转", "1", "2", "3"]], xs=wide)
    above = piece([["（七）总计", "938", "0", "2"]], xs=wide, full={(0, 1)})
    assert rows(stitched(above, ends)) == [
        ["（七）总计", "9381", "0", "2"],
        ["四、结转", "1", "2", "3"],
    ]
