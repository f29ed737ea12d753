#include "template/table_block.h"

#include <doctest/doctest.h>

#include "base/diagnostic_text.h"
#include "document/document.h"
#include "ledger/rule.h"
#include "load/reader.h"

using namespace gongkai;

namespace {

constexpr const char* schema = R"(坐标: {版本: 本年决算}
字段:
  部门: {类型: 组, 必填: 是, 说明: 部门, 字段: {名称: {类型: 文字, 必填: 是, 说明: 全称}}}
  支出:
    类型: 列表
    说明: 支出
    指标: 支出
    封闭: 是
    每项:
      类型: 组
      字段:
        科目: {类型: 科目, 维度: 功能分类, 位数: [3, 5, 7], 必填: 是, 说明: 科目}
        支出性质: {类型: 成员, 维度: 支出性质, 说明: 性质}
        金额: {类型: 金额, 说明: 金额}
)";

constexpr const char* profile_yaml = R"(名称: 试
数字: {表内: {单位: 万元, 位数: 2}}
表:
  编号: "公开{nn}表"
  顺序: [EX]
  零: 空白
  未知: —
  表头左: "部门：{{ 部门.名称 }}"
  表头右: 金额单位：万元
  折叠说明: 注：无数据的栏目未列示。
  未提供说明: 说明：未提供。
  部分未提供说明: 说明：“—”表示未提供。
  尾差说明: 注：存在尾差。
)";

constexpr const char* columns = R"(标识: EX
标题: 支出决算表
版面: 横
指标: 支出
列:
  - 标题: 项目
    列: [{标题: 编码, 内容: 编码}, {标题: 科目名称, 内容: 名称, 缩进: 是}]
  - {标题: 合计}
  - 标题: 其中
    列: [{标题: 基本支出, 坐标: {支出性质: 基本支出}}, {标题: 项目支出, 坐标: {支出性质: 项目支出}}]
行:
  - {标题: 合计, 样式: 合计}
  - {逐个: 功能分类, 层级: [类, 项], 样式: 分级}
脚注: [注：本表反映各项支出。]
空表说明: "说明：{{ 部门.名称 }}没有支出，故本表无数据。"
)";

constexpr const char* codes =
    "code,name,level,source\n206,科学技术支出,class,S\n20607,科学技术普及,section,S\n"
    "2060701,机构运行,item,S\n2060702,科普活动,item,S\n2060799,其他科普支出,item,S\n";

/// A report of one table, from the data file's text to the table.
class OneTable {
 public:
  explicit OneTable(const std::string& spending, const std::string& definition = columns) {
    files_.add("t/p/profile.yaml", profile_yaml);
    files_.add("t/p/schema.yaml", schema);
    files_.add("t/p/axes.yaml",
               "维度:\n  版本: {互斥: 是, 缺省: 本年决算, 成员: [本年决算]}\n  支出性质: {成员: [基本支出, 项目支出]}\n"
               "  功能分类: {层级: [类, 款, 项], 编码表: codes/function.csv}\n");
    files_.add("t/p/measures.yaml", "指标:\n  支出: {维度: [版本, 功能分类, 支出性质]}\n");
    files_.add("t/p/tables/EX.yaml", definition);
    files_.add("t/p/report.md", "# 附表\n");
    files_.add("t/codes/function.csv", codes);
    profile_ = load_profile(files_, "t", "p", sources_, diagnostics_);
    data_ = "格式版本: 1\n模板: p\n年度: 2023\n金额单位: 万元\n部门: {名称: 示例科协}\n" + spending;
  }

  Table make() {
    INFO(told());
    REQUIRE(profile_ != nullptr);
    const SourceId id = sources_.add("data.yaml", data_);
    const auto value = read_value(sources_, id, diagnostics_);
    REQUIRE(value.has_value());
    const auto entered = profile_->schema->apply(*value, journal_, diagnostics_);
    INFO(told());
    REQUIRE(entered.has_value());
    const auto ledger = Ledger::settle(profile_->accounts, *entered, journal_, diagnostics_);
    REQUIRE(ledger.has_value());
    const Scope scope = ledger_scope(*ledger, {}, entered->record, journal_, diagnostics_);
    const Templates templates;
    const Report report{*profile_, templates, *entered, *ledger, sources_};
    auto table = make_table(profile_->tables[0], report, scope, journal_, diagnostics_);
    INFO(told());
    REQUIRE(table.has_value());
    Document document;
    document.title = "试";
    document.blocks = {*table};
    CHECK(verify(document).empty());
    return *table;
  }

  [[nodiscard]] std::string told() const {
    std::string text;
    for (const Diagnostic& found : diagnostics_.all()) text += show(found, sources_);
    return text;
  }
  [[nodiscard]] const Journal& journal() const { return journal_; }

 private:
  MemoryFiles files_;
  Sources sources_;
  Diagnostics diagnostics_;
  Journal journal_;
  std::shared_ptr<const Profile> profile_;
  std::string data_;
};

constexpr const char* spending =
    "支出:\n"
    "  - {科目: 2060701 机构运行, 支出性质: 基本支出, 金额: 296.11}\n"
    "  - {科目: 2060702 科普活动, 支出性质: 项目支出, 金额: 148}\n";

/// Cells of a row between bars, spans as ×columns,rows.
std::string row_text(const Table& table, std::uint32_t row) {
  std::string text;
  for (const Cell& cell : table.cells) {
    if (cell.row != row) continue;
    text += std::string(cell.indent, '>') + plain_text(cell.content);
    if (cell.column_span > 1 || cell.row_span > 1) {
      text += "×" + std::to_string(cell.column_span) + "," + std::to_string(cell.row_span);
    }
    text += "|";
  }
  return text;
}

}  // namespace

TEST_CASE("header titles become cells with their spans, figures print in the profile's format") {
  OneTable one(spending);
  const Table table = one.make();
  CHECK(table.code == "公开01表");
  CHECK(table.title == "支出决算表");
  CHECK(table.left_note == "部门：示例科协");
  CHECK(table.right_note == "金额单位：万元");
  CHECK(table.landscape);
  CHECK(table.header_rows == 2);
  REQUIRE(table.rows.size() == 6);
  CHECK(row_text(table, 0) == "项目×2,1|合计×1,2|其中×2,1|");
  CHECK(row_text(table, 1) == "编码|科目名称|基本支出|项目支出|");
  CHECK(row_text(table, 2) == "合计×2,1|444.11|296.11|148.00|");
  CHECK(row_text(table, 3) == "206|科学技术支出|444.11|296.11|148.00|");
  CHECK(row_text(table, 4) == "2060701|>>机构运行|296.11|296.11||");
  CHECK(table.rows[2].role == RowRole::total);
  CHECK(table.rows[2].keep_with_next);
  CHECK(table.footnotes == std::vector<std::string>{"注：本表反映各项支出。"});
  CHECK(table.statement.empty());
}

TEST_CASE("label columns repeat, groups begin at top headers, a zero keeps its figure") {
  OneTable one(spending);
  const Table table = one.make();
  REQUIRE(table.columns.size() == 5);
  CHECK(table.columns[0].repeats);
  CHECK(table.columns[1].repeats);
  CHECK_FALSE(table.columns[2].repeats);
  CHECK(table.columns[3].group_start);
  CHECK_FALSE(table.columns[4].group_start);
  const Cell& zero = table.cells[cell_grid(table)[4 * 5 + 4]];
  CHECK(zero.state == CellState::zero);
  CHECK(zero.content.empty());
  CHECK(one.journal().at(zero.origin).kind == OriginKind::inferred);
}

TEST_CASE("an empty table keeps its grid and says why") {
  const Table table = OneTable("支出: []\n").make();
  CHECK(table.rows.size() == 3);
  CHECK(row_text(table, 2) == "合计×2,1||||");
  CHECK(table.statement == "说明：示例科协没有支出，故本表无数据。");
}

TEST_CASE("a table whose figures were not given never says that there is nothing") {
  const Table table = OneTable("").make();
  CHECK(row_text(table, 2) == "合计×2,1|—|—|—|");
  CHECK(table.statement == "说明：未提供。");
}

TEST_CASE("a table with some unknown figures says what the dash means") {
  const Table table = OneTable("支出: [{科目: 2060701, 金额: 296.11}]\n").make();
  CHECK(row_text(table, 2) == "合计×2,1|296.11|—|—|");
  CHECK(table.statement == "说明：“—”表示未提供。");
}

TEST_CASE("a printed total that misses its printed parts has the note on tails") {
  const Table table = OneTable(
                          "支出:\n  - {科目: 2060701, 金额: 1.002000}\n  - {科目: 2060702, 金额: 1.002000}\n"
                          "  - {科目: 2060799, 金额: 1.002000}\n")
                          .make();
  CHECK(row_text(table, 2) == "合计×2,1|3.01|—|—|");
  REQUIRE(table.footnotes.size() == 2);
  CHECK(table.footnotes[1] == "注：存在尾差。");
}

TEST_CASE("columns may be numbered and empty ones left out with a note") {
  const std::string definition = std::string(columns) + "栏次: 是\n折叠空列: 是\n";
  const Table table = OneTable("支出: [{科目: 2060701, 支出性质: 基本支出, 金额: 5}]\n", definition).make();
  CHECK(table.header_rows == 3);
  CHECK(row_text(table, 0) == "项目×2,1|合计×1,2|其中|");
  CHECK(row_text(table, 2) == "栏次×2,1|1|2|");
  CHECK(row_text(table, 3) == "合计×2,1|5.00|5.00|");
  REQUIRE(table.footnotes.size() == 2);
  CHECK(table.footnotes[1] == "注：无数据的栏目未列示。");
}

TEST_CASE("rows may be records of the data with columns of values") {
  const std::string definition =
      "标识: EX\n标题: 清单\n列: [{标题: 科目, 值: 行.科目.名称}, {标题: 金额, 值: 行.金额}, {标题: 备注, 固定: 无}]\n"
      "行: [{逐条: 支出}]\n";
  const Table table = OneTable(spending, definition).make();
  CHECK(row_text(table, 0) == "科目|金额|备注|");
  CHECK(row_text(table, 1) == "机构运行|296.11|无|");
  CHECK(row_text(table, 2) == "科普活动|148.00|无|");
}

TEST_CASE("equal cells below each other become one where the cells left of them do") {
  const std::string definition =
      "标识: EX\n标题: 清单\n列: [{标题: 性质, 值: 行.支出性质, 合并: 是}, {标题: 金额, 值: 行.金额, 合并: 是}, "
      "{标题: 科目, 值: 行.科目.名称}]\n行: [{逐条: 支出}]\n";
  const Table table = OneTable(
                          "支出:\n  - {科目: 2060701 机构运行, 支出性质: 基本支出, 金额: 5}\n"
                          "  - {科目: 2060702 科普活动, 支出性质: 基本支出, 金额: 5}\n"
                          "  - {科目: 2060799 其他科普支出, 支出性质: 项目支出, 金额: 5}\n",
                          definition)
                          .make();
  CHECK(row_text(table, 1) == "基本支出×1,2|5.00×1,2|机构运行|");
  CHECK(row_text(table, 2) == "科普活动|");
  CHECK(row_text(table, 3) == "项目支出|5.00|其他科普支出|");
}
