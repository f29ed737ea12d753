#include "template/fill_style.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/diagnostic_text.h"
#include "base/utf8.h"
#include "ledger/definition.h"
#include "template/style_reader.h"
#include "value/number_text.h"

namespace gongkai {
namespace {

class StyleReader {
 public:
  StyleReader(const Profile& profile, Diagnostics& diagnostics) : profile_(&profile), read_(diagnostics) {}

  FillStyle run() {
    numbers();
    contents();
    charts();
    document();
    style_.look = read_style(profile_->look, read_.diagnostics());
    return std::move(style_);
  }

 private:
  /// The section, its keys checked; nullptr when there is none.
  const Value* section(std::string_view name, std::initializer_list<std::string_view> keys) {
    const Value* const found = profile_->settings.find(name);
    if (found == nullptr || found->is_absent()) return nullptr;
    if (found->if_record() == nullptr) {
      read_.error("TPL-10", "“" + std::string(name) + "”应为一组设置，却是" + std::string(kind_name(*found)),
                  found->span);
      return nullptr;
    }
    read_.only_keys(*found, keys, "“" + std::string(name) + "”");
    return found;
  }

  void numbers() {
    const Value* const found = section("序号", {"1", "2", "3", "4", "条", "款", "附件"});
    if (found == nullptr) return;
    for (std::size_t level = 0; level < style_.headings.size(); ++level) {
      pattern(*found, std::to_string(level + 1), style_.headings[level]);
    }
    pattern(*found, "条", style_.item);
    pattern(*found, "款", style_.subitem);
    pattern(*found, "附件", style_.annex);
  }

  void pattern(const Value& section, const std::string& key, std::string& pattern) {
    const std::string given = read_.text(section, key);
    if (given.empty()) return;
    pattern = given;
    if (given.find("{中}") != std::string::npos || given.find("{数}") != std::string::npos) return;
    read_.error("TPL-10", "序号“" + given + "”里没有 {中} 或 {数}", section.find(key)->span,
                "{中} 印成一、二、三，{数} 印成 1、2、3");
  }

  void contents() {
    constexpr int deepest = 4;
    const Value* const found = section("目录", {"标题", "级数"});
    if (found == nullptr) return;
    if (const std::string title = read_.text(*found, "标题"); !title.empty()) style_.contents_title = title;
    style_.contents_levels = read_.integer(*found, "级数", 1, deepest).value_or(style_.contents_levels);
  }

  void charts() {
    const Value* const found = section("图", {"编号", "格式", "比率格式", "全零说明", "未提供说明"});
    if (found == nullptr) return;
    if (found->find("编号") != nullptr) pattern(*found, "编号", style_.chart_number);
    style_.chart_format = format(*found, "格式");
    style_.share_format = format(*found, "比率格式");
    style_.all_zero = line(*found, "全零说明");
    style_.not_given = line(*found, "未提供说明");
  }

  std::string format(const Value& section, std::string_view key) {
    const std::string name = read_.text(section, key);
    if (name.empty() || profile_->number(name) != nullptr) return name;
    std::vector<std::string> names;
    for (const NumberStyle& style : profile_->numbers) names.push_back(style.name);
    read_.error("TPL-10", "没有数字格式“" + name + "”", section.find(key)->span,
                DefinitionReader::near_miss(name, names));
    return {};
  }

  void document() {
    const Value* const found = section("文档", {"题名", "作者", "主题", "日期", "期间", "不拆"});
    const Value* const kind = profile_->settings.find("文种");
    if (kind != nullptr && kind->if_text() != nullptr) style_.subject = {{LineText{*kind->if_text()}, kind->span}};
    if (found == nullptr) return;
    style_.title = line(*found, "题名");
    style_.author = line(*found, "作者");
    style_.date = line(*found, "日期");
    style_.period = line(*found, "期间");
    if (found->find("主题") != nullptr) style_.subject = line(*found, "主题");
    if (found->find("不拆") != nullptr) style_.words = read_.texts(*found, "不拆");
  }

  Line line(const Value& section, std::string_view key) {
    const std::string text = read_.text(section, key);
    return text.empty() ? Line{} : parse_line(text, section.find(key)->span, Marks::none, read_.diagnostics());
  }

  const Profile* profile_;
  DefinitionReader read_;
  FillStyle style_;
};

std::string replaced(std::string text, std::string_view mark, const std::string& number) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + number.size())) {
    text.replace(at, mark.size(), number);
  }
  return text;
}

}  // namespace

FillStyle read_fill_style(const Profile& profile, Diagnostics& diagnostics) {
  return StyleReader(profile, diagnostics).run();
}

std::string annex_label(const std::string& pattern, int number, int count) {
  const std::size_t mark = std::min(pattern.find('{'), pattern.size());
  std::string head = pattern.substr(0, mark);
  if (count == 1) return head;
  if (number > 1) {
    const std::size_t characters = utf8::length(head);
    head.clear();
    for (std::size_t index = 0; index < characters; ++index) head += "　";
  }
  return head + numbered(pattern.substr(mark), number);
}

std::string numbered(const std::string& pattern, int number) {
  return replaced(replaced(pattern, "{中}", chinese_number(number)), "{数}", std::to_string(number));
}

}  // namespace gongkai
