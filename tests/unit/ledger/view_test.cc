#include "ledger/view.h"

#include "ledger/sample_definition.h"
#include "ledger/sample_ledger.h"
#include "ledger/table_plan.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

std::string cell_text(const ViewCell& cell) {
  const std::string span = cell.column_span > 1 ? "×" + std::to_string(cell.column_span) : "";
  switch (cell.kind) {
    case ViewCell::Kind::blank: return "";
    case ViewCell::Kind::label: return std::string(cell.indent, '>') + cell.text + span;
    case ViewCell::Kind::text: return cell.text;
    case ViewCell::Kind::figure: break;
  }
  if (!cell.amount.known()) return "?";
  return Rational::divide(cell.amount.quantity.number(), 1000000)->round(2)->text();
}

/// One line a row, cells between bars.
std::string shown(const View& view) {
  std::string text;
  for (const ViewRow& row : view.rows) {
    for (const ViewCell& cell : row.cells) text += cell_text(cell) + "|";
    text += "\n";
  }
  return text;
}

Scope no_names() {
  Scope scope;
  scope.find = [](std::string_view, Span) -> std::optional<Value> { return std::nullopt; };
  scope.function = [](std::string_view) -> const Function* { return nullptr; };
  scope.filter = [](std::string_view) -> const Function* { return nullptr; };
  scope.names = [] { return std::vector<std::string>(); };
  return scope;
}

/// {{ 项.名 }} with the record's 名.
std::optional<std::string> as_written(const TableNote& line, const Scope& scope) {
  const auto record = scope.find("项", line.span);
  return record ? "〔" + *record->find("名")->if_text() + "〕" : line.text;
}

View view_of(const Value& definition, const Settled& settled, Rational step = 0) {
  Diagnostics diagnostics;
  auto table = read_table(definition, accounts(), diagnostics);
  INFO(messages(diagnostics));
  REQUIRE(table.has_value());
  table->step = step;
  auto view = settle_view(*table, *settled.ledger, no_names(), as_written, diagnostics);
  REQUIRE(view.has_value());
  return std::move(*view);
}

std::string mistakes_of(const Value& definition) {
  Diagnostics diagnostics;
  CHECK_FALSE(read_table(definition, accounts(), diagnostics).has_value());
  return messages(diagnostics);
}

Book spending() {
  Book book;
  book.list("支出")
      .part({{"功能分类", "2060701"}, {"资金", "一般公共预算"}, {"支出性质", "基本支出"}}, "296.11")
      .part({{"功能分类", "2060702"}, {"资金", "一般公共预算"}, {"支出性质", "项目支出"}}, "148.00")
      .part({{"功能分类", "2101101"}, {"资金", "事业"}, {"支出性质", "基本支出"}}, "7.38");
  return book;
}

Value code_columns() {
  return map({{"标题", txt("项目")},
              {"列", list({map({{"标题", "编码"}, {"内容", "编码"}}),
                           map({{"标题", "科目名称"}, {"内容", "名称"}, {"缩进", "是"}})})}});
}

Value by_code() {
  return map(
      {{"标识", txt("EX")},
       {"标题", txt("支出决算表")},
       {"指标", txt("支出")},
       {"列", list({code_columns(), map({{"标题", "合计"}}),
                    map({{"标题", txt("基本支出")}, {"坐标", map({{"支出性质", "基本支出"}})}}),
                    map({{"标题", txt("项目支出")}, {"坐标", map({{"支出性质", "项目支出"}})}})})},
       {"行", list({map({{"标题", "合计"}, {"样式", "合计"}}), map({{"逐个", txt("功能分类")},
                                                                    {"层级", list({txt("类"), txt("款"), txt("项")})},
                                                                    {"样式", txt("分级")}})})}});
}

}  // namespace

TEST_CASE("codes that occur stand in order, subtotals first, and the total spans the labels") {
  const View view = view_of(by_code(), Settled(spending()));
  CHECK(shown(view) ==
        "合计×2||451.49|303.49|148.00|\n"
        "206|科学技术支出|444.11|296.11|148.00|\n"
        "20607|>科学技术普及|444.11|296.11|148.00|\n"
        "2060701|>>机构运行|296.11|296.11|0.00|\n"
        "2060702|>>科普活动|148.00|0.00|148.00|\n"
        "210|卫生健康支出|7.38|7.38|0.00|\n"
        "21011|>行政事业单位医疗|7.38|7.38|0.00|\n"
        "2101101|>>行政单位医疗|7.38|7.38|0.00|\n");
  CHECK(view.rows[0].role == ViewRow::Role::total);
  REQUIRE(view.columns.size() == 5);
  CHECK(view.columns[1].path == std::vector<std::string>{"项目", "科目名称"});
  CHECK(view.columns[0].nodes[0] == view.columns[1].nodes[0]);
  CHECK_FALSE(view.all_zero);
}

TEST_CASE("a code may be split into its levels") {
  const Value definition =
      map({{"标识", txt("EX")},
           {"标题", txt("支出决算表")},
           {"指标", txt("支出")},
           {"列", list({map({{"标题", "类"}, {"内容", "类"}}), map({{"标题", "款"}, {"内容", "款"}}),
                        map({{"标题", "项"}, {"内容", "项"}}), map({{"标题", "合计"}})})},
           {"行", list({map({{"逐个", txt("功能分类")}, {"层级", list({txt("款"), txt("项")})}})})}});
  CHECK(shown(view_of(definition, Settled(spending()))) ==
        "206|07||444.11|\n"
        "206|07|01|296.11|\n"
        "206|07|02|148.00|\n"
        "210|11||7.38|\n"
        "210|11|01|7.38|\n");
}

TEST_CASE("panels stand side by side and their bottom rows meet") {
  const auto panel = [](const std::string& title, const std::string& measure, const Value& rows) {
    return map({{"标题", txt(title)},
                {"指标", txt(measure)},
                {"列", list({map({{"标题", "项目"}, {"内容", "标题"}}), map({{"标题", "决算数"}})})},
                {"行", rows}});
  };
  const auto row = [](const std::string& title, const Value& fixes) {
    return map({{"标题", txt(title)}, {"坐标", fixes}});
  };
  const auto bottom = [](const std::string& title) {
    return map({{"标题", title}, {"样式", "合计"}, {"对齐底", "是"}});
  };
  const Value definition =
      map({{"标识", txt("IE")},
           {"标题", txt("收入支出决算总表")},
           {"栏", list({panel("收入", "收入",
                              list({row("一、一般公共预算", map({{"资金", "一般公共预算"}})), bottom("本年收入合计"),
                                    map({{"标题", "年初结转"}, {"指标", "年初结转和结余"}, {"对齐底", "是"}})})),
                        panel("支出", "支出",
                              list({row("一、科学技术", map({{"功能分类", "206"}})),
                                    row("二、卫生健康", map({{"功能分类", "210"}})), bottom("本年支出合计")}))})}});
  Book book = spending();
  book.list("收入").part({{"资金", "一般公共预算"}}, "444.11").part({{"资金", "事业"}}, "7.38");
  const View view = view_of(definition, Settled(book));
  CHECK(shown(view) ==
        "一、一般公共预算|444.11|一、科学技术|444.11|\n"
        "本年收入合计|451.49|二、卫生健康|7.38|\n"
        "年初结转|?|本年支出合计|451.49|\n");
  CHECK(view.some_unknown);
  CHECK(view.columns[0].path == std::vector<std::string>{"收入", "项目"});
  CHECK(view.columns[2].group_start);
}

TEST_CASE("a row and a column that exclude each other leave the cell blank") {
  const Value definition = map(
      {{"标识", txt("X")},
       {"标题", txt("X")},
       {"指标", txt("支出")},
       {"列", list({map({{"标题", txt("基本支出")}, {"坐标", map({{"支出性质", "基本支出"}})}})})},
       {"行", list({map({{"坐标", map({{"支出性质", "项目支出"}})}}), map({{"坐标", map({{"功能分类", "206"}})}})})}});
  CHECK(shown(view_of(definition, Settled(spending()))) == "|\n296.11|\n");
}

TEST_CASE("columns without figures collapse, groups of a code list are generated") {
  const Value definition =
      map({{"标识", txt("GD")},
           {"标题", txt("明细表")},
           {"指标", txt("支出")},
           {"折叠空列", txt("是")},
           {"列", list({map({{"标题", "名称"}, {"内容", "名称"}}), map({{"标题", "合计"}}),
                        map({{"逐个", txt("经济分类")}, {"层级", list({txt("类"), txt("款")})}})})},
           {"行", list({map({{"标题", "合计"}, {"样式", "合计"}})})}});
  Book book;
  book.list("支出").part({{"经济分类", "30101"}}, "5.00").part({{"经济分类", "30201"}}, "0.00");
  const View view = view_of(definition, Settled(book));
  CHECK(shown(view) == "合计|5.00|5.00|5.00|\n");
  CHECK(view.collapsed == 3);
  CHECK(view.columns[2].path == std::vector<std::string>{"工资福利支出", "小计"});
  CHECK(view.columns[3].path == std::vector<std::string>{"工资福利支出", "基本工资"});
}

TEST_CASE("an empty table keeps a column of each group and says that it is empty") {
  const Value definition =
      map({{"标识", txt("GD")},
           {"标题", txt("明细表")},
           {"指标", txt("支出")},
           {"折叠空列", txt("是")},
           {"列", list({map({{"标题", "名称"}, {"内容", "名称"}}), map({{"标题", "合计"}}),
                        map({{"逐个", txt("经济分类")}, {"层级", list({txt("类"), txt("款")})}})})},
           {"行", list({map({{"标题", "合计"}, {"样式", "合计"}})})}});
  Book none;
  none.list("支出");
  const View empty = view_of(definition, Settled(none));
  CHECK(shown(empty) == "合计|0.00|0.00|0.00|\n");
  CHECK(empty.all_zero);
  const View unknown = view_of(definition, Settled{Book()});
  CHECK(unknown.all_unknown);
  CHECK_FALSE(unknown.all_zero);
}

TEST_CASE("members listed in the definition stand whatever the figures") {
  const Value definition =
      map({{"标识", txt("GB")},
           {"标题", txt("基本支出")},
           {"指标", txt("支出")},
           {"列", list({map({{"标题", "编码"}, {"内容", "编码"}}),
                        map({{"标题", "名称"}, {"内容", "名称"}, {"缩进", "是"}}), map({{"标题", "决算数"}})})},
           {"行", list({map({{"逐个", txt("经济分类")},
                             {"全部", txt("是")},
                             {"成员", list({txt("301"), txt("30102"), txt("30101")})}}),
                        map({{"标题", txt("人员经费合计")},
                             {"坐标", map({{"经济分类", "人员经费"}})},
                             {"样式", txt("合计")}})})}});
  Book book;
  book.list("支出").part({{"经济分类", "30101"}}, "5.00");
  CHECK(shown(view_of(definition, Settled(book))) ==
        "301|工资福利支出|5.00|\n"
        "30102|>津贴补贴|0.00|\n"
        "30101|>基本工资|5.00|\n"
        "人员经费合计×2||5.00|\n");
}

TEST_CASE("rows below a member stand under it") {
  const Value definition =
      map({{"标识", txt("GP")},
           {"标题", txt("项目支出")},
           {"指标", txt("支出")},
           {"列", list({map({{"标题", "编码"}, {"内容", "编码"}}),
                        map({{"标题", "名称"}, {"内容", "名称"}, {"缩进", "是"}}), map({{"标题", "金额"}})})},
           {"行", list({map({{"逐个", txt("功能分类")},
                             {"层级", list({txt("项")})},
                             {"样式", txt("小计")},
                             {"其下", list({map({{"逐个", "项目"}})})}})})}});
  Book book;
  book.list("支出")
      .part({{"功能分类", "2060702"}, {"项目", "P2"}}, "44.29")
      .part({{"功能分类", "2060702"}, {"项目", "P1"}}, "148.00");
  book.entered.members = {{"项目", "P1", "科普活动周", {}}, {"项目", "P2", "科普大篷车", {}}};
  const View view = view_of(definition, Settled(book));
  CHECK(shown(view) ==
        "2060702|科普活动|192.29|\n"
        "|>科普活动周|148.00|\n"
        "|>科普大篷车|44.29|\n");
  CHECK(view.rows[0].role == ViewRow::Role::subtotal);
}

TEST_CASE("a printed total that misses its printed parts shows a tail") {
  Book book;
  book.list("支出").part({{"功能分类", "2060701"}}, exact("1.002")).part({{"功能分类", "2101101"}}, exact("1.002"));
  CHECK_FALSE(view_of(by_code(), Settled(book), 10000).has_tail);
  book.part({{"功能分类", "2101103"}}, exact("1.002"));
  CHECK(view_of(by_code(), Settled(book), 10000).has_tail);
  CHECK_FALSE(view_of(by_code(), Settled(book)).has_tail);
}

/// Opening, income and spending side by side in one row.
Value balanced_columns() {
  const auto column = [](const char* measure) { return map({{"标题", measure}, {"指标", measure}}); };
  return map({{"标识", txt("GF")},
              {"标题", txt("收入支出")},
              {"列", list({column("年初结转和结余"), column("收入"), column("支出")})},
              {"行", list({map({{"标题", "合计"}})})},
              {"相等", list({list({list({txt("年初结转和结余"), txt("收入")}), list({txt("支出")})})})}});
}

TEST_CASE("two sides of an equality that differ by rounding show a tail") {
  const auto tail_of = [](const char* opening, const char* income, const char* spending) {
    Book book;
    book.list("年初结转和结余").part({}, exact(opening));
    book.list("收入").part({}, exact(income));
    book.list("支出").part({}, exact(spending));
    return view_of(balanced_columns(), Settled(book), 10000).has_tail;
  };
  CHECK(tail_of("1.004", "1.004", "2.008"));
  CHECK_FALSE(tail_of("1.004", "1.000", "2.004"));
  CHECK_FALSE(tail_of("1.00", "1.00", "3.00"));  // not a matter of rounding
}

TEST_CASE("a column of values prints in a row of its own, not beside records") {
  const auto table = [](Value rows) {
    return map({{"标识", txt("JY")},
                {"标题", txt("经费")},
                {"列", list({map({{"标题", "项目"}, {"内容", "标题"}}), map({{"标题", "数"}, {"值", "'甲'"}})})},
                {"行", std::move(rows)}});
  };
  const View alone = view_of(table(list({map({{"标题", "经费"}})})), Settled(Book()));
  REQUIRE(alone.rows[0].cells[1].value);
  CHECK(*alone.rows[0].cells[1].value->if_text() == "甲");
  const View beside = view_of(
      table(list({map({{"标题", "合计"}}), map({{"标题", "项"}, {"逐条", "[1]"}, {"为", "项"}})})), Settled(Book()));
  CHECK_FALSE(beside.rows[0].cells[1].value);
}

TEST_CASE("mistakes in a table are named with their near miss") {
  CHECK(mistakes_of(map({{"标识", txt("X")},
                         {"标题", txt("X")},
                         {"脚主", txt("")},
                         {"指标", txt("支岀")},
                         {"列", list({map({{"标题", txt("a")}, {"坐标", map({{"支出性质", "基木支出"}})}}),
                                      map({{"标题", "b"}, {"内容", "名字"}})})},
                         {"行", list({map({{"逐个", txt("功能分类")}, {"层级", txt("目")}})})}})) ==
        "错误[DEF-02] 表没有键“脚主”\n"
        "  提示：是否想写“脚注”？\n"
        "错误[TABLE-07] 没有指标“支岀”\n"
        "  提示：是否想写“支出”？\n"
        "错误[TABLE-06] “基木支出”不是“支出性质”的成员\n"
        "  提示：是否想写“基本支出”？\n"
        "错误[TABLE-12] “内容”没有“名字”这一种\n"
        "  提示：是否想写“名称”？\n"
        "错误[TABLE-10] “功能分类”没有层级“目”\n");
}

TEST_CASE("rows below a record see its name, also in their titles, and equal cells of one list merge") {
  const Value definition =
      map({{"标识", txt("XM")},
           {"标题", txt("清单")},
           {"列", list({map({{"标题", txt("名称")}, {"内容", txt("标题")}}),
                        map({{"标题", txt("项目")}, {"值", txt("项.名")}, {"合并", txt("是")}}),
                        map({{"标题", txt("指标")}, {"值", txt("行")}})})},
           {"行", list({map({{"逐条", txt("[{'名': '甲', '列': [1, 2]}, {'名': '乙', '列': [3]}]")},
                             {"为", txt("项")},
                             {"标题", txt("{{ 项.名 }}")},
                             {"其下", list({map({{"逐条", txt("项.列")}, {"标题", txt("其中")}})})}})})}});
  const View view = view_of(definition, Settled(spending()));
  REQUIRE(view.rows.size() == 5);
  CHECK(view.columns[1].merges);
  CHECK(view.rows[0].cells[0].text == "〔甲〕");
  CHECK(view.rows[1].cells[0].text == "其中");
  CHECK(*view.rows[2].cells[1].value->if_text() == "甲");
  CHECK(*view.rows[4].cells[1].value->if_text() == "乙");
  CHECK(view.rows[1].cells[1].run == view.rows[2].cells[1].run);
  CHECK(view.rows[1].cells[1].run != view.rows[0].cells[1].run);
}
