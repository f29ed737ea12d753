// profile.yaml 正文 → the sections of the report, in their order.

#include <algorithm>
#include <set>

#include "profile/definitions_reader.h"

namespace gongkai {
namespace {

constexpr int deepest = 4;  // levels of headings

class OutlineReader {
 public:
  OutlineReader(const Value& outline, Diagnostics& diagnostics)
      : definitions_(outline.find("章节")), read_(diagnostics) {
    read_.only_keys(outline, {"顺序", "章节"}, "profile.yaml 的“正文”");
    const Record* const record = definitions_ == nullptr ? nullptr : definitions_->if_record();
    if (definitions_ != nullptr && record == nullptr) {
      read_.error("DEF-01", "“章节”应为一组键，却是" + std::string(kind_name(*definitions_)), definitions_->span);
    }
    for (const Entry& entry : record == nullptr ? Record{} : *record) names_.push_back(entry.key);
  }

  std::vector<Section> ordered(const Value& owner, int level) {
    std::vector<Section> sections;
    const Value* const order = owner.find("顺序");
    if (order == nullptr || order->is_absent()) return sections;
    const List* const items = order->if_list();
    if (items == nullptr) {
      read_.error("PROFILE-10", "“顺序”应为章节名的列表", order->span);
      return sections;
    }
    if (level > deepest) {
      read_.error("PROFILE-11", "章节至多 " + std::to_string(deepest) + " 级", order->span);
      return sections;
    }
    for (const Value& item : *items) {
      if (auto section = named(item, level)) sections.push_back(std::move(*section));
    }
    return sections;
  }

 private:
  std::optional<Section> named(const Value& item, int level) {
    const std::string* const name = item.if_text();
    const Value* const definition = name == nullptr || definitions_ == nullptr ? nullptr : definitions_->find(*name);
    if (definition == nullptr) {
      const std::string word = name == nullptr ? std::string() : *name;
      read_.error("PROFILE-12", "“顺序”里的章节“" + word + "”没有定义", item.span,
                  DefinitionReader::near_miss(word, names_));
      return std::nullopt;
    }
    if (!used_.insert(*name).second) {
      read_.error("PROFILE-13", "章节“" + *name + "”放了两次", item.span);
      return std::nullopt;
    }
    return section(*name, *definition, level);
  }

  Section section(const std::string& name, const Value& definition, int level) {
    const std::string what = "章节“" + name + "”";
    read_.only_keys(definition, {"标题", "文件", "顺序", "当", "无此项", "编号", "另页", "说明"}, what);
    Section section;
    section.span = definition.span;
    section.title.text = read_.required_text(definition, "标题", what);
    if (const Value* const title = definition.find("标题")) section.title.span = title->span;
    section.file = read_.text(definition, "文件");
    if (const Value* const file = definition.find("文件")) section.file_span = file->span;
    section.condition = read_.expression(definition, "当");
    section.otherwise = otherwise(definition, section, what);
    section.numbered = read_.flag(definition, "编号", true);
    section.own_page = read_.flag(definition, "另页", level == 1);
    section.sections = ordered(definition, level + 1);
    if (section.file.empty() && section.sections.empty()) {
      read_.error("PROFILE-14", what + "没有内容，要写“文件”或“顺序”", definition.span);
    }
    return section;
  }

  std::optional<TableNote> otherwise(const Value& definition, const Section& section, const std::string& what) {
    const Value* const sentence = definition.find("无此项");
    if (sentence == nullptr || sentence->is_absent()) return std::nullopt;
    if (!section.condition) {
      read_.error("PROFILE-15", what + "写了“无此项”，还要写“当”：什么时候有此项", sentence->span);
    }
    return TableNote{read_.text(definition, "无此项"), sentence->span};
  }

  const Value* definitions_;
  DefinitionReader read_;
  std::vector<std::string> names_;
  std::set<std::string> used_;
};

}  // namespace

std::vector<Section> read_outline(const Value& settings, Diagnostics& diagnostics) {
  const Value* const outline = settings.find("正文");
  if (outline == nullptr || outline->is_absent()) return {};
  return OutlineReader(*outline, diagnostics).ordered(*outline, 1);
}

}  // namespace gongkai
