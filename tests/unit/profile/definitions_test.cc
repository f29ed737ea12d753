// What layers make of definitions, and what is said of wrong ones.

#include "profile/shelf.h"

using namespace gongkai;
using namespace gongkai::sample;

TEST_CASE("a lower layer takes keys away with ~ and starts a table from another one") {
  Shelf shelf;
  shelf.put("base/tables/IN.yaml", std::string(table) + "脚注: [注：甲]\n版面: 横\n");
  shelf.put("low/profile.yaml", "继承: ../base\n表: {顺序: [IN, IY]}\n设定: {口径: ~}\n");
  shelf.put("low/tables/IN.yaml", "版面: ~\n");
  shelf.put("low/tables/IY.yaml", "标识: IY\n仿: IN\n标题: 收入明细表\n脚注: ~\n");
  const auto profile = shelf.load("low");
  INFO(shelf.told());
  REQUIRE(profile != nullptr);
  CHECK(profile->constants.find("口径") == nullptr);
  REQUIRE(profile->tables.size() == 2);
  CHECK(profile->tables[0].footnotes.size() == 1);
  CHECK_FALSE(profile->tables[0].landscape);
  CHECK(profile->tables[1].title.text == "收入明细表");
  CHECK(profile->tables[1].code == "公开02表");
  CHECK(profile->tables[1].footnotes.empty());
  CHECK(profile->tables[1].definition.find("行") != nullptr);
}

TEST_CASE("a table can't start from one that is not there, nor from itself") {
  Shelf shelf;
  shelf.put("base/tables/A.yaml", "标识: A\n仿: INN\n");
  shelf.put("base/tables/B.yaml", "标识: B\n标题: 乙\n仿: C\n");
  shelf.put("base/tables/C.yaml", "标识: C\n标题: 丙\n仿: B\n");
  CHECK(shelf.mistakes("base") == R"(templates/base/tables/A.yaml:2:4 [PROFILE-10] 仿照的表“INN”没有定义
  是否想写“IN”？
templates/base/tables/C.yaml:3:4 [PROFILE-11] 表互相仿照，成了一圈：B → C → B
templates/base/tables/B.yaml:3:4 [PROFILE-11] 表互相仿照，成了一圈：C → B → C
)");
}

TEST_CASE("settings are what YAML says they are") {
  Shelf shelf;
  shelf.put("low/profile.yaml",
            "继承: ../base\n设定: {照列: 否, 起点: 1.50, 码: 0601, 引: \"12\", 年: [2022, 2023], 组: {甲: 是}}\n");
  const auto profile = shelf.load("low");
  REQUIRE(profile != nullptr);
  const Value& settings = profile->constants;
  CHECK_FALSE(std::get<bool>(settings.find("照列")->data));
  CHECK(settings.find("起点")->if_quantity()->number() == *Rational::ratio(3, 2));
  CHECK(*settings.find("码")->if_text() == "0601");
  CHECK(*settings.find("引")->if_text() == "12");
  CHECK(settings.find("年")->if_list()->at(1).if_quantity()->number() == Rational(2023));
  CHECK(std::get<bool>(settings.find("组")->find("甲")->data));
}

TEST_CASE("mistakes of several files are told in one run") {
  Shelf shelf;
  shelf.put("base/profile.yaml",
            "名称: 底本\n底本: 是\n数字: {表内: {单位: 万元}}\n表: {编号: \"公开{nn}表\", 顺序: [IN, IX, BAD]}\n");
  shelf.put("base/tables/BAD.yaml", "标识: BAD\n标题: 坏\n指标: 收人\n列: [{标题: 甲}]\n");
  shelf.put("base/tables/IN.yaml", "标识: IN\n标题: 收入\n列: [{标题: 甲, 值: 求何(行) | 表里}]\n行: [{逐条: 名册}]\n");
  shelf.put("base/rules.yaml", "规则:\n  - {编号: BAL-01, 条件: 本年收人 == 收入(), 说明: 不等}\n");
  CHECK(shelf.mistakes("base") == R"(templates/base/tables/BAD.yaml:3:5 [TABLE-07] 没有指标“收人”
  是否想写“收入”？
templates/base/tables/BAD.yaml:1:1 [TABLE-02] 没有“行”
templates/base/profile.yaml:4:29 [PROFILE-08] “顺序”里的表“IX”没有定义：各层的 tables/ 里没有哪个文件的标识是它
  是否想写“IN”？
templates/base/rules.yaml:2:22 [NAME-02] 没有名字“本年收人”
  是否想写“本年收入”？
templates/base/tables/IN.yaml:4:10 [NAME-02] 没有名字“名册”
  是否想写“名词”？
templates/base/tables/IN.yaml:3:24 [NAME-02] 没有过滤器“表里”
  是否想写“表内”？
templates/base/tables/IN.yaml:3:16 [NAME-02] 没有函数“求何”
  是否想写“求和”？
)");
}
