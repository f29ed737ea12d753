#pragma once
// A small profile on a shelf in memory; tests add files to it or replace them.

#include <doctest/doctest.h>

#include <string>

#include "base/diagnostic_text.h"
#include "profile/profile.h"

namespace gongkai::sample {

inline constexpr const char* axes = R"(维度:
  版本: {互斥: 是, 缺省: 本年决算, 成员: [本年决算, 上年决算]}
  资金:
    成员:
      - 财政拨款: [一般公共预算, 政府性基金预算]
      - 事业
  功能分类: {层级: [类, 款, 项], 编码表: codes/function.csv, 归组: {民生: ["210"]}}
  项目: {可新增: 是}
)";

inline constexpr const char* measures = R"(指标:
  收入: {维度: [版本, 资金, 功能分类]}
  年初结转: {维度: [版本, 资金]}
  收入总计: {维度: [版本, 资金], 公式: 收入 + 年初结转}
)";

inline constexpr const char* codes =
    "code,name,level,source\r\n"
    "206,科学技术支出,class,S;T\r\n"
    "20607,科学技术普及,section,\"T; \"\"科普\"\", FY2019\"\r\n"
    "2060702,科普活动,item,M; verify\r\n"
    "210,卫生健康支出,class,T\r\n";

inline constexpr const char* table = R"(标识: IN
标题: 收入决算表
指标: 收入
列: [{标题: 名称, 内容: 名称}, {标题: 合计}]
行: [{标题: 合计, 样式: 合计}]
)";

/// A whole small profile; tests add to it or replace files.
class Shelf {
 public:
  Shelf() {
    put("base/profile.yaml",
        "名称: 底本\n底本: 是\n数字: {表内: {单位: 万元}}\n表: {编号: \"公开{nn}表\", 顺序: [IN]}\n设定: {口径: 全部, "
        "照列: 是}\n");
    put("base/axes.yaml", axes);
    put("base/measures.yaml", measures);
    put("base/names.yaml", "数字:\n  本年收入: 收入()\n  总计: {本年: 收入总计()}\n");
    put("base/tables/IN.yaml", table);
    put("base/report.md", "# 底本\n");
    put("codes/function.csv", codes);
  }
  Shelf& put(const std::string& path, const std::string& text) {
    files.add("t/" + path, text);
    return *this;
  }
  std::shared_ptr<const Profile> load(const std::string& id) {
    return load_profile(files, "t", id, sources, diagnostics);
  }
  /// What load() had to say.
  std::string told() const {
    std::string text;
    for (const Diagnostic& found : diagnostics.all()) {
      text += sources.place(found.span) + " [" + found.code + "] " + found.message + "\n";
      if (!found.hint.empty()) text += "  " + found.hint + "\n";
    }
    return text;
  }
  std::string mistakes(const std::string& id) {
    CHECK(load(id) == nullptr);
    return told();
  }

  MemoryFiles files;
  Sources sources;
  Diagnostics diagnostics;
};

}  // namespace gongkai::sample
