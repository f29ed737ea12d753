#include "profile/profile.h"

#include "profile/shelf.h"

using namespace gongkai;
using namespace gongkai::sample;

TEST_CASE("a profile is read from its folder") {
  Shelf shelf;
  const auto profile = shelf.load("base");
  INFO(shelf.told());
  REQUIRE(profile != nullptr);
  CHECK(profile->layers == std::vector<std::string>{"base"});
  CHECK(profile->base_only);
  REQUIRE(profile->tables.size() == 1);
  CHECK(profile->tables[0].code == "公开01表");
  CHECK(profile->tables[0].step == Rational(10000));
  CHECK(profile->text("report.md") != nullptr);
  REQUIRE(profile->names.size() == 2);
  CHECK(profile->names[1].name == "总计.本年");
  CHECK(*profile->constants.find("口径")->if_text() == "全部");
  CHECK(std::get<bool>(profile->constants.find("照列")->data));
}

TEST_CASE("an axis is read with its groups, its code list and what is from memory") {
  Shelf shelf;
  const auto profile = shelf.load("base");
  REQUIRE(profile != nullptr);
  const Axis& axis = profile->accounts.axes[2];
  const Member& item = axis.at(*axis.find("2060702"));
  CHECK(item.name == "科普活动");
  CHECK(item.level == 3);
  CHECK(axis.at(item.parent).key == "20607");
  CHECK(item.from_memory);
  CHECK_FALSE(axis.at(*axis.find("20607")).from_memory);
  CHECK(axis.at(axis.at(*axis.find("210")).parent).key == "民生");
  CHECK(axis.at(*axis.find("民生")).level == 0);
  CHECK(profile->accounts.axes[0].exclusive);
  CHECK(profile->accounts.axes[3].extensible);
}

TEST_CASE("a layer changes keys, whole lists and whole texts, and is remembered for each") {
  Shelf shelf;
  shelf.put("city/profile.yaml", "继承: ../base\n名称: 市\n数字: {表内: {位数: 4}}\n")
      .put("city/tables/IN.yaml", "标题: 收入表\n行: [{标题: 总计}]\n")
      .put("city/report.md", "# 市\n")
      .put("city/parts/概况.md", "概况\n");
  const auto profile = shelf.load("city");
  INFO(shelf.told());
  REQUIRE(profile != nullptr);
  CHECK(profile->layers == std::vector<std::string>{"base", "city"});
  CHECK_FALSE(profile->base_only);
  CHECK(profile->tables[0].title.text == "收入表");
  CHECK(profile->numbers[0].suffix == "万元");
  CHECK(profile->numbers[0].format.digits == 4);
  CHECK(shelf.sources.at(profile->text("report.md")->source).path() == "templates/city/report.md");
  CHECK(profile->text("parts/概况.md") != nullptr);
  CHECK(profile->layer_of(profile->settings.find("名称")->span) == "city");
  CHECK(profile->layer_of(profile->settings.find("设定")->span) == "base");
}

TEST_CASE("a missing folder, a circle and a way out of the templates are told with their place") {
  CHECK(Shelf().mistakes("nowhere") == " [PROFILE-01] 没有方案 nowhere：找不到 templates/nowhere/profile.yaml\n");
  Shelf missing;
  missing.put("city/profile.yaml", "继承: ../bsae\n");
  CHECK(missing.mistakes("city") ==
        "templates/city/profile.yaml:1:5 [PROFILE-01] 没有方案 bsae：找不到 templates/bsae/profile.yaml\n");
  Shelf circle;
  circle.put("a/profile.yaml", "继承: ../b\n").put("b/profile.yaml", "继承: ../a\n");
  CHECK(circle.mistakes("a") == "templates/b/profile.yaml:1:5 [PROFILE-03] 方案互相继承，成了一圈：a → b → a\n");
  Shelf out;
  out.put("a/profile.yaml", "继承: ../../b\n");
  CHECK(
      out.mistakes("a") ==
      "templates/a/profile.yaml:1:5 [PROFILE-02] “继承”应为 templates/ 下另一个方案的相对路径，如 ../final-accounts\n");
}

TEST_CASE("the checks of all layers add up") {
  Shelf shelf;
  shelf.put("base/rules.yaml", "规则:\n  - {编号: A-1, 条件: 收入() > 0}\n")
      .put("city/profile.yaml", "继承: ../base\n")
      .put("city/rules.yaml", "规则:\n  - {编号: B-1, 条件: 收入() > 0}\n");
  const auto profile = shelf.load("city");
  INFO(shelf.told());
  REQUIRE(profile != nullptr);
  REQUIRE(profile->rules.size() == 2);
  CHECK(profile->rules[0].id == "A-1");
  CHECK(profile->rules[1].id == "B-1");
}

TEST_CASE("a check takes from the catalogue what it leaves out") {
  Shelf shelf;
  shelf.put("shared/rules/catalogue.yaml",
            "目录:\n"
            "  A-1: {名称: 收入为正, 内容: 收入大于零, 级别: 警告, 容差: 印数相同, 依据: 预算法, 提示: 核对收入}\n"
            "  A-2: {名称: 文种, 方式: 文档, 依据: 预算法}\n");
  shelf.put("base/profile.yaml", "名称: 底本\n引用: [shared/rules/catalogue.yaml]\n数字: {表内: {单位: 万元}}\n");
  shelf.put("base/rules.yaml",
            "规则:\n"
            "  - {编号: A-1, 条件: 收入() > 0}\n"
            "  - {编号: A-1, 名称: 收入很多, 级别: 错误, 依据: 实施条例, 条件: 收入() > 9}\n");
  const auto profile = shelf.load("base");
  INFO(shelf.told());
  REQUIRE(profile != nullptr);
  REQUIRE(profile->catalogue.size() == 2);
  CHECK(profile->catalogue[1].enforcement == Enforcement::document);
  REQUIRE(profile->rules.size() == 2);
  CHECK(profile->rules[0].name == "收入为正");
  CHECK(profile->rules[0].severity == Severity::warning);
  CHECK(profile->rules[0].tolerance == Tolerance::same_print);
  CHECK(profile->rules[0].basis == "预算法");
  CHECK(profile->rules[0].hint == "核对收入");
  CHECK(profile->rules[1].name == "收入很多");
  CHECK(profile->rules[1].severity == Severity::error);
  CHECK(profile->rules[1].basis == "实施条例");
}

TEST_CASE("a profile switches a rule off or changes its severity, with the reason") {
  Shelf shelf;
  shelf.put("base/rules.yaml",
            "规则:\n"
            "  - {编号: A-1, 名称: 甲, 条件: 收入() > 0}\n"
            "  - {编号: A-1, 名称: 乙, 条件: 收入() > 0}\n"
            "  - {编号: A-2, 条件: 收入() > 0}\n"
            "调整:\n  A-2: {停用: 是, 理由: 各县不公开}\n");
  shelf.put("city/profile.yaml", "继承: ../base\n")
      .put("city/rules.yaml", "调整:\n  A-1 乙: {级别: 提示, 理由: 市里只提示}\n");
  const auto profile = shelf.load("city");
  INFO(shelf.told());
  REQUIRE(profile != nullptr);
  const std::vector<Rule>& rules = profile->rules;
  REQUIRE(rules.size() == 3);
  CHECK(rules[0].severity == Severity::error);
  CHECK(rules[0].reason.empty());
  CHECK(rules[1].severity == Severity::information);
  CHECK(rules[1].usual == Severity::error);
  CHECK(rules[1].reason == "市里只提示");
  CHECK(rules[2].off);
  CHECK(rules[2].reason == "各县不公开");
}

TEST_CASE("mistakes in the catalogue and in adjustments are told with their place") {
  Shelf shelf;
  shelf.put("base/rules.yaml",
            "目录:\n"
            "  A-1: {名称: 甲, 依据: 预算法, 方式: 目测}\n"
            "  A-2: {名称: 乙}\n"
            "规则:\n"
            "  - {编号: A-3, 条件: 收入() > 0}\n"
            "调整:\n"
            "  A-1: {停用: 是, 理由: 没有}\n"
            "  A-3: {理由: 没有}\n");
  CHECK(shelf.mistakes("base") ==
        "templates/base/rules.yaml:2:29 [RULES-01] “方式”应为 规则、记账、措辞、文档，却是“目测”\n"
        "templates/base/rules.yaml:3:8 [DEF-04] 规则 A-2缺少“依据”\n"
        "templates/base/rules.yaml:5:10 [RULES-08] 规则目录里没有 A-3\n"
        "  是否想写“A-1”？\n"
        "templates/base/rules.yaml:7:3 [RULES-09] 要调整的规则“A-1”不存在\n"
        "  是否想写“A-3”？\n"
        "templates/base/rules.yaml:8:3 [RULES-10] 对规则 A-3 的调整要写“停用: 是”或“级别”\n");
}

TEST_CASE("shared rules are added to a profile's own") {
  Shelf shelf;
  const std::string rule = "  - {编号: A-1, 条件: 收入() > 0}\n";
  shelf.put("shared/rules/first.yaml", "规则:\n" + rule)
      .put("city/profile.yaml", "继承: ../base\n引用: [shared/rules/first.yaml]\n")
      .put("city/rules.yaml", "规则:\n  - {编号: B-1, 条件: 本年收入 > 0}\n");
  const auto profile = shelf.load("city");
  INFO(shelf.told());
  REQUIRE(profile != nullptr);
  REQUIRE(profile->rules.size() == 2);
  CHECK(profile->rules[0].id == "A-1");
  CHECK(profile->rules[1].id == "B-1");
  CHECK(profile->layer_of(profile->rules[0].span) == "shared/rules/first.yaml");
}

TEST_CASE("every mistake of a profile is told in one run") {
  Shelf shelf;
  shelf.put("base/measures.yaml", "指标:\n  收入: {维度: [版本, 资全]}\n  甲: {公式: 乙}\n  乙: {公式: 甲 + 收人}\n");
  shelf.put("base/rules.yaml", "规则:\n  - {编号: A-1, 对象: {a: 收入()}, 比较: [a, b], 容差: 宽}\n");
  CHECK(shelf.mistakes("base") ==
        "templates/base/measures.yaml:2:12 [MEASURE-02] 没有维度“资全”\n"
        "  是否想写“资金”？\n"
        "templates/base/measures.yaml:4:15 [MEASURE-03] 公式里的“收人”不是指标\n"
        "  是否想写“收入”？\n"
        "templates/base/measures.yaml:3:11 [MEASURE-04] 指标“甲”的公式用到了它自己\n"
        "templates/base/measures.yaml:4:11 [MEASURE-04] 指标“乙”的公式用到了它自己\n"
        "templates/base/rules.yaml:2:46 [RULES-01] “容差”应为 精确、印数相同、尾差、区间，却是“宽”\n"
        "templates/base/rules.yaml:2:34 [RULES-05] “比较”里的“b”不在“对象”中\n");
}

TEST_CASE("a place in a rule's message that nothing fills is told with its near miss") {
  Shelf shelf;
  shelf.put("base/rules.yaml",
            "规则:\n"
            "  - 编号: A-1\n"
            "    遍历: {项: '[1]'}\n"
            "    对象: {支出额: '1'}\n"
            "    条件: 支出额 > 项\n"
            "    说明: 支出 {支处额}，共 {项.名称}\n"
            "    提示: 核对 {支出额\n");
  CHECK(shelf.mistakes("base") ==
        "templates/base/rules.yaml:6:9 [RULES-07] “说明”里的“{支处额}”不在“对象”“遍历”中\n"
        "  是否想写“支出额”？\n"
        "templates/base/rules.yaml:7:9 [RULES-07] “提示”里的“{支出额”没有写完\n"
        "  补上“}”\n");
}

TEST_CASE("a name that two loops of a rule define is told with both places") {
  Shelf shelf;
  shelf.put("base/rules.yaml",
            "遍历:\n"
            "  各项: {项: '[1]'}\n"
            "规则:\n"
            "  - {编号: A-1, 遍历: [各项, {数: '[2]', 项: '[3]'}], 条件: 项 > 数}\n"
            "  - {编号: A-2, 遍历: [{项: '[4]'}, 各项], 条件: 项 > 1}\n"
            "  - {编号: A-3, 遍历: [各项, {数: '[5]'}], 条件: 项 > 数}\n");
  CHECK(shelf.mistakes("base") ==
        "templates/base/rules.yaml:4:35 [RULES-15] “遍历”的各组里“项”不止一个，后一个会盖住前一个\n"
        "  给其中一个换个名字，或删去重复的一组\n"
        "templates/base/rules.yaml:5:32 [RULES-15] “遍历”的各组里“项”不止一个，后一个会盖住前一个\n"
        "  给其中一个换个名字，或删去重复的一组\n");
  std::string places;
  for (const Diagnostic& found : shelf.diagnostics.all())
    for (const Note& note : found.notes) places += note.message + " " + shelf.sources.place(note.span) + "\n";
  CHECK(places ==
        "前一个“项” templates/base/rules.yaml:2:8\n"
        "前一个“项” templates/base/rules.yaml:5:21\n");
}

TEST_CASE("names that nothing gives are told before any data is read") {
  Shelf shelf;
  shelf.put("base/rules.yaml", "规则:\n  - {编号: A-1, 遍历: {项: '[1]'}, 条件: 本年收人 > 项}\n");
  CHECK(shelf.mistakes("base") ==
        "templates/base/rules.yaml:2:35 [NAME-02] 没有名字“本年收人”\n  是否想写“本年收入”？\n");
}

TEST_CASE("a table named in the order but not defined is told with the near miss") {
  Shelf shelf;
  shelf.put("city/profile.yaml", "继承: ../base\n表: {顺序: [IM]}\n");
  CHECK(shelf.mistakes("city") ==
        "templates/city/profile.yaml:2:10 [PROFILE-08] “顺序”里的表“IM”没有定义：各层的 tables/ "
        "里没有哪个文件的标识是它\n  是否想写“IN”？\n");
}

TEST_CASE("a code list is read strictly") {
  const auto mistake = [](const std::string& rows) {
    Shelf shelf;
    shelf.put("base/axes.yaml",
              "维度:\n  版本: {互斥: 是, 缺省: 本年决算, 成员: [本年决算]}\n  资金: {成员: [甲]}\n"
              "  功能分类: {层级: [类, 款, 项], 编码表: codes/function.csv}\n");
    shelf.put("codes/function.csv", "code,name,level,source\n" + rows);
    return shelf.mistakes("base");
  };
  CHECK(mistake("206,科学,class\n") == "templates/codes/function.csv:2:1 [CSV-02] 这一行有 3 列，表头有 4 列\n");
  CHECK(mistake("206,\"科学,class,S\n") == "templates/codes/function.csv:2:5 [CSV-01] 引号没有配对\n");
  CHECK(mistake("206,科\"学,class,S\n") == "templates/codes/function.csv:2:6 [CSV-01] 没有加引号的一格里有引号\n");
  CHECK(mistake("20a,科学,class,S\n") == "templates/codes/function.csv:2:1 [CSV-04] 科目编码应为数字，却是“20a”\n");
  CHECK(mistake("206,科学,class,S\n206,科学,class,S\n") ==
        "templates/codes/function.csv:3:1 [CSV-05] 科目“206”列了两次\n");
  CHECK(mistake("20607,科普,section,S\n") ==
        "templates/codes/function.csv:2:10 [CSV-06] 科目“20607”的级次写作“section”，按编码应为“class”\n"
        "  它的上级科目应先列出\n");
}

TEST_CASE("a member in two axes is an error, for a member alone names its axis") {
  Shelf shelf;
  shelf.put("base/axes.yaml", "维度:\n  甲: {成员: [其他]}\n  乙: {成员: [其他]}\n");
  shelf.put("base/measures.yaml", "指标:\n  收入: {维度: [甲]}\n  收入总计: {维度: [甲]}\n");
  CHECK(shelf.mistakes("base") ==
        "templates/base/axes.yaml:1:1 [AXIS-08] “其他”既是“甲”又是“乙”的成员\n  成员名在全部维度中不能重复\n");
}

TEST_CASE("wording is read with its parameters, lets and branches") {
  Shelf shelf;
  shelf.put("base/wording.yaml",
            "措辞:\n"
            "  增减:\n"
            "    参数: [本年, 上年]\n"
            "    设: {差: 本年 - 上年}\n"
            "    各支:\n"
            "      - {当: 未知, 文: 未提供}\n"
            "      - {当: 差 > 0, 文: 增加}\n"
            "      - {文: 减少}\n");
  const auto profile = shelf.load("base");
  INFO(shelf.told());
  REQUIRE(profile != nullptr);
  REQUIRE(profile->wording.size() == 1);
  const Wording& wording = profile->wording[0];
  CHECK(wording.parameters == std::vector<std::string>{"本年", "上年"});
  CHECK(wording.lets[0].first == "差");
  REQUIRE(wording.branches.size() == 3);
  CHECK(wording.branches[0].when_unknown);
  CHECK(wording.branches[1].condition.has_value());
  CHECK_FALSE(wording.branches[2].condition.has_value());
  CHECK(wording.branches[2].text == "减少");
}
