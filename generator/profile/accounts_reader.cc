#include "profile/accounts_reader.h"

#include <algorithm>
#include <unordered_map>

#include "ledger/definition.h"
#include "profile/code_list.h"

namespace gongkai {
namespace {

class AxisReader {
 public:
  AxisReader(const CodeLists& lists, Diagnostics& diagnostics) : lists_(&lists), read_(diagnostics) {}

  Axis axis(const Entry& entry) {
    Axis axis(entry.key);
    const Value& value = entry.value;
    read_.only_keys(value, {"互斥", "缺省", "成员", "层级", "编码表", "归组", "可新增", "说明"},
                    "维度“" + entry.key + "”");
    axis.exclusive = read_.flag(value, "互斥");
    axis.extensible = read_.flag(value, "可新增");
    axis.level_names = read_.texts(value, "层级");
    if (const Value* const members = value.find("成员")) add_members(axis, *members, 0);
    if (value.find("编码表") != nullptr) add_codes(axis, value);
    set_default(axis, value, entry.key_span);
    return axis;
  }

 private:
  /// [a, {b: [c, d]}]: c and d stand below b.
  void add_members(Axis& axis, const Value& members, MemberId parent) {
    const List one{members};
    for (const Value& item : members.if_list() != nullptr ? *members.if_list() : one) {
      if (const std::string* const name = item.if_text()) {
        add_member(axis, *name, parent, item.span);
        continue;
      }
      if (item.if_record() == nullptr) {
        read_.error("AXIS-01", "成员应为文字或“上级: [下级…]”", item.span);
        continue;
      }
      for (const Entry& group : *item.if_record()) {
        const MemberId above = add_member(axis, group.key, parent, group.key_span);
        add_members(axis, group.value, above);
      }
    }
  }

  MemberId add_member(Axis& axis, const std::string& name, MemberId parent, Span span) {
    if (const auto known = axis.find(name)) {
      read_.error("AXIS-02", "成员“" + name + "”列了两次", span);
      return *known;
    }
    const auto level = static_cast<std::uint8_t>(axis.at(parent).level + 1);
    return axis.add({name, name, parent, level, false, false});
  }

  void add_codes(Axis& axis, const Value& value) {
    const Value& named = *value.find("编码表");
    const std::string path = read_.text(value, "编码表");
    if (axis.level_names.empty()) read_.error("AXIS-03", "有编码表的维度要写明“层级”，如 [类, 款, 项]", named.span);
    std::optional<std::string> text = lists_->files.read(lists_->templates + "/" + path);
    if (!text) {
      read_.error("AXIS-04", "找不到编码表 templates/" + path, named.span);
      return;
    }
    const auto groups = add_groups(axis, value);
    const SourceId source = lists_->sources.add("templates/" + path, std::move(*text));
    lists_->read.push_back({source, path, path, {}});
    CodeListReader(axis, groups, read_.diagnostics()).read(lists_->sources.at(source), source);
    for (const auto& [code, group] : groups) {
      if (!axis.find(code)) {
        read_.error("AXIS-05", "归组“" + axis.at(group).key + "”里的科目“" + code + "”不在编码表中",
                    value.find("归组")->span);
      }
    }
  }

  std::vector<std::pair<std::string, MemberId>> add_groups(Axis& axis, const Value& value) {
    std::vector<std::pair<std::string, MemberId>> groups;
    const Value* const named = value.find("归组");
    const Record* const entries = named == nullptr ? nullptr : named->if_record();
    for (const Entry& entry : entries == nullptr ? Record{} : *entries) {
      if (axis.find(entry.key)) {
        read_.error("AXIS-02", "成员“" + entry.key + "”列了两次", entry.key_span);
        continue;
      }
      // A group stands between the root and the classes and is no level of its own.
      const MemberId group = axis.add({entry.key, entry.key, 0, 0, false, false});
      for (const std::string& code : read_.texts(*named, entry.key)) groups.emplace_back(code, group);
    }
    return groups;
  }

  void set_default(Axis& axis, const Value& value, Span span) {
    const std::string name = read_.text(value, "缺省");
    if (name.empty()) {
      if (axis.exclusive) read_.error("AXIS-06", "互斥的维度“" + axis.name() + "”要写明“缺省”", span);
      return;
    }
    if (const auto member = axis.find(name)) {
      axis.default_member = *member;
      return;
    }
    std::vector<std::string> keys;
    for (const Member& member : axis.members()) keys.push_back(member.key);
    read_.error("AXIS-07", "“" + axis.name() + "”没有成员“" + name + "”", value.find("缺省")->span,
                DefinitionReader::near_miss(name, keys));
  }

  const CodeLists* lists_;
  DefinitionReader read_;
};

/// A member alone names its axis, so no key may stand in two of them.
void check_unique(const std::vector<Axis>& axes, Span span, DefinitionReader& read) {
  std::unordered_map<std::string, std::string> seen;
  for (const Axis& axis : axes) {
    for (const Member& member : axis.members()) {
      if (member.key.empty()) continue;
      const auto [first, is_new] = seen.emplace(member.key, axis.name());
      if (!is_new && first->second != axis.name()) {
        read.error("AXIS-08", "“" + member.key + "”既是“" + first->second + "”又是“" + axis.name() + "”的成员", span,
                   "成员名在全部维度中不能重复");
      }
    }
  }
}

Dimension dimension_of(const Value& value, DefinitionReader& read) {
  const std::string kind = read.text(value, "类型");
  if (kind.empty() || kind == "金额") return Dimension::money;
  if (kind == "数量") return Dimension::count;
  if (kind == "分数") return Dimension::points;
  read.error("MEASURE-01", "指标的“类型”应为 金额、数量、分数，却是“" + kind + "”", value.find("类型")->span);
  return Dimension::money;
}

Measure read_measure(const Entry& entry, const std::vector<Axis>& axes, DefinitionReader& read) {
  const Value& value = entry.value;
  read.only_keys(value, {"维度", "公式", "可为负", "类型", "说明"}, "指标“" + entry.key + "”");
  Measure measure;
  measure.name = entry.key;
  measure.span = entry.key_span;
  measure.dimension = dimension_of(value, read);
  measure.nonnegative = !read.flag(value, "可为负");
  measure.formula = read.expression(value, "公式");
  std::vector<std::string> names;
  for (const Axis& axis : axes) names.push_back(axis.name());
  for (const std::string& axis : read.texts(value, "维度")) {
    if (std::find(names.begin(), names.end(), axis) != names.end()) {
      measure.axes.push_back(axis);
    } else {
      read.error("MEASURE-02", "没有维度“" + axis + "”", value.find("维度")->span,
                 DefinitionReader::near_miss(axis, names));
    }
  }
  return measure;
}

class FormulaCheck {
 public:
  FormulaCheck(const std::vector<Measure>& measures, DefinitionReader& read) : measures_(&measures), read_(&read) {}

  void run() {
    for (const Measure& measure : *measures_) {
      if (measure.formula) check_names(measure);
    }
    for (const Measure& measure : *measures_) {
      path_.clear();
      if (measure.formula && comes_back(measure, measure.name)) {
        read_->error("MEASURE-04", "指标“" + measure.name + "”的公式用到了它自己", measure.formula->span());
      }
    }
  }

 private:
  const Measure* find(const std::string& name) const {
    for (const Measure& measure : *measures_) {
      if (measure.name == name) return &measure;
    }
    return nullptr;
  }

  void check_names(const Measure& measure) {
    std::vector<std::string> names;
    for (const Measure& known : *measures_) names.push_back(known.name);
    for (const auto& [name, span] : measure.formula->names()) {
      if (find(name) == nullptr) {
        read_->error("MEASURE-03", "公式里的“" + name + "”不是指标", span, DefinitionReader::near_miss(name, names));
      }
    }
  }

  bool comes_back(const Measure& at, const std::string& start) {
    path_.push_back(at.name);
    for (const auto& [name, span] : at.formula->names()) {
      if (name == start) return true;
      const Measure* const next = find(name);
      const bool seen = std::find(path_.begin(), path_.end(), name) != path_.end();
      if (next != nullptr && next->formula && !seen && comes_back(*next, start)) return true;
    }
    return false;
  }

  const std::vector<Measure>* measures_;
  DefinitionReader* read_;
  std::vector<std::string> path_;
};

const Record& section(const Value& value, std::string_view key, DefinitionReader& read) {
  static const Record none;
  const Value* const found = value.find(key);
  if (found == nullptr || found->is_absent()) return none;
  if (found->if_record() == nullptr) {
    read.error("DEF-01", "“" + std::string(key) + "”应为一组键，却是" + std::string(kind_name(*found)), found->span);
    return none;
  }
  return *found->if_record();
}

}  // namespace

Accounts read_accounts(const Value& axes, const Value& measures, const CodeLists& lists, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  Accounts accounts;
  read.only_keys(axes, {"维度"}, "axes.yaml");
  read.only_keys(measures, {"指标"}, "measures.yaml");
  AxisReader reader(lists, diagnostics);
  for (const Entry& entry : section(axes, "维度", read)) accounts.axes.push_back(reader.axis(entry));
  check_unique(accounts.axes, axes.span, read);
  for (const Entry& entry : section(measures, "指标", read)) {
    accounts.measures.push_back(read_measure(entry, accounts.axes, read));
  }
  FormulaCheck(accounts.measures, read).run();
  return accounts;
}

}  // namespace gongkai
