#include "template/data_text.h"

#include <algorithm>
#include <utility>

#include "expr/node.h"
#include "template/line_filler.h"

namespace gongkai {
namespace {

bool is_name(const ExpressionNode& node) {
  if (const auto* const attribute = std::get_if<AttributeNode>(&node.kind)) return is_name(*attribute->object);
  return std::holds_alternative<NameNode>(node.kind);
}

bool is_reference(const ExpressionNode& node) {
  const auto* const filter = std::get_if<FilterNode>(&node.kind);
  if (filter == nullptr) return is_name(node);
  const auto literal = [](const ArgumentNode& argument) {
    return std::holds_alternative<LiteralNode>(argument.value->kind);
  };
  return is_reference(*filter->subject) && std::all_of(filter->arguments.begin(), filter->arguments.end(), literal);
}

bool is_allowed(const LinePart& part) {
  if (std::holds_alternative<LineText>(part.content)) return true;
  const LineValue* const value = std::get_if<LineValue>(&part.content);
  return value != nullptr && is_reference(value->expression.root());
}

class TextExpander {
 public:
  TextExpander(const Scope& scope, Diagnostics& diagnostics) : scope_(&scope), diagnostics_(&diagnostics) {}

  std::optional<Value> expand(const Value& value) {
    if (const std::string* const text = value.if_text()) return expand_text(*text, value);
    if (const List* const list = value.if_list()) return expand_list(*list, value);
    if (const Record* const record = value.if_record()) return expand_record(*record, value);
    return std::nullopt;
  }

 private:
  std::optional<Value> expand_text(const std::string& text, const Value& value) {
    if (text.find("{{") == std::string::npos) return std::nullopt;
    const Line line = parse_line(text, value.span, Marks::none, *diagnostics_);
    const auto refused = std::find_if_not(line.begin(), line.end(), is_allowed);
    if (refused != line.end()) {
      diagnostics_->error("TEXT-01", "数据的文字里只能引用数字的名字，不能计算或判断", refused->span,
                          "如 {{ 三公.合计 | 万元 }}；要计算，在模板的 names.yaml 里给它起个名字");
      return Value::text("", value.span);
    }
    return Value(LineFiller(*scope_, *diagnostics_).phrase(line), value.span);
  }

  std::optional<Value> expand_list(const List& list, const Value& value) {
    std::optional<List> changed;
    for (std::size_t at = 0; at < list.size(); ++at) {
      auto item = expand(list[at]);
      if (!item) continue;
      if (!changed) changed = list;
      (*changed)[at] = std::move(*item);
    }
    return changed ? std::optional(Value::list(std::move(*changed), value.span)) : std::nullopt;
  }

  std::optional<Value> expand_record(const Record& record, const Value& value) {
    std::optional<Record> changed;
    for (std::size_t at = 0; at < record.size(); ++at) {
      auto item = expand(record[at].value);
      if (!item) continue;
      if (!changed) changed = record;
      (*changed)[at].value = std::move(*item);
    }
    return changed ? std::optional(Value::record(std::move(*changed), value.span)) : std::nullopt;
  }

  const Scope* scope_;
  Diagnostics* diagnostics_;
};

}  // namespace

std::optional<Value> expand_texts(const Value& value, const Scope& scope, Diagnostics& diagnostics) {
  return TextExpander(scope, diagnostics).expand(value);
}

}  // namespace gongkai
