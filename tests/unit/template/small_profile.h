#pragma once
// A small profile and data file in memory; tests replace files and fill a report.

#include <memory>
#include <string>

#include "base/diagnostic_text.h"
#include "base/files.h"
#include "ledger/ledger.h"
#include "load/reader.h"
#include "profile/profile.h"
#include "template/fill.h"

namespace gongkai {

class SmallProfile {
 public:
  SmallProfile& put(const std::string& path, const std::string& text) {
    files_.add("t/small/" + path, text);
    return *this;
  }
  SmallProfile& data(const std::string& text) {
    data_ = text;
    return *this;
  }

  /// The document of a report.md, its diagnostics and its journal.
  struct Filled {
    std::optional<Document> document;
    Diagnostics diagnostics;
    Sources sources;
    Journal journal;
    [[nodiscard]] std::string dumped() const { return document ? dump(*document) : messages(); }
    /// Every message as it is shown.
    [[nodiscard]] std::string messages() const {
      std::string text;
      for (const Diagnostic& diagnostic : diagnostics.all()) text += show(diagnostic, sources);
      return text;
    }
  };

  [[nodiscard]] std::unique_ptr<Filled> fill(const std::string& report) {
    put("report.md", report);
    auto filled = std::make_unique<Filled>();
    const SourceId data = filled->sources.add("data.yaml", data_);
    auto shared = std::make_shared<Sources>(Sources::profile_texts);
    const auto profile = load_profile(files_, "t", "small", *shared, filled->diagnostics);
    const auto templates =
        profile ? Templates::parse(*profile, *shared, filled->diagnostics) : std::optional<Templates>();
    filled->sources.share(shared);
    if (!templates || filled->diagnostics.has_errors()) return filled;
    const auto value = read_value(filled->sources, data, filled->diagnostics);
    const auto entered =
        value ? profile->schema->apply(*value, filled->journal, filled->diagnostics) : std::optional<Entered>();
    if (!entered) return filled;
    const auto ledger = Ledger::settle(profile->accounts, *entered, filled->journal, filled->diagnostics);
    if (!ledger) return filled;
    const Report report_of{*profile, *templates, *entered, *ledger, filled->sources};
    filled->document = gongkai::fill(report_of, filled->journal, filled->diagnostics);
    return filled;
  }

 private:
  MemoryFiles files_;
  std::string data_;
};

/// The profile that LANGUAGE.md shows, in fewer words.
inline SmallProfile small_profile() {
  SmallProfile profile;
  profile.put("profile.yaml",
              "名称: 例\n数字:\n  万元: {单位: 万元, 位数: 2, 去尾零: 是}\n"
              "  百分比: {位数: 2, 去尾零: 是, 不足: 是}\n"
              "序号: {1: \"第{中}部分\", 2: \"{中}、\", 3: \"（{中}）\", 4: \"{数}.\"}\n");
  profile.put("schema.yaml",
              "字段:\n"
              "  部门: {类型: 组, 字段: {名称: {类型: 文字}, 电话: {类型: 文字}}}\n"
              "  收入: {类型: 金额, 指标: 收入}\n"
              "  上年收入: {类型: 金额}\n"
              "  支出:\n    类型: 列表\n    指标: 支出\n    封闭: 是\n"
              "    每项: {类型: 组, 字段: {性质: {类型: 成员, 维度: 性质}, 金额: {类型: 金额}}}\n"
              "  单位: {类型: 列表, 每项: {类型: 文字}}\n"
              "  原因: {类型: 文字}\n  另因: {类型: 文字}\n");
  profile.put("axes.yaml", "维度:\n  性质: {成员: [基本支出, 项目支出, 经营支出]}\n");
  profile.put("measures.yaml", "指标:\n  收入: {维度: []}\n  支出: {维度: [性质]}\n");
  profile.put("names.yaml", "数字:\n  收入合计: 收入()\n  支出合计: 支出()\n");
  profile.data(
      "格式版本: 1\n模板: small\n年度: 2023\n金额单位: 万元\n部门: {名称: 示例局}\n收入: 12.50\n上年收入: 未知\n"
      "支出:\n  - {性质: 基本支出, 金额: 9}\n  - {性质: 项目支出, 金额: 3.50}\n"
      "单位: [馆, 站]\n");
  return profile;
}

}  // namespace gongkai
