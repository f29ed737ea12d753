#include "value/value.h"

#include <utility>

#include "value/number_text.h"

namespace gongkai {

namespace {

template <class... Functions>
struct Match : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Match(Functions...) -> Match<Functions...>;

std::string quantity_text(const Quantity& quantity) {
  std::string text = machine_text(quantity);
  if (!quantity.exact()) text += " ±" + machine_text(Quantity(quantity.half_width(), quantity.dimension()));
  return text;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char letter : text) {
    if (letter == '\n') {
      result += "\\n";
      continue;
    }
    if (letter == '"' || letter == '\\') result.push_back('\\');
    result.push_back(letter);
  }
  return result + "\"";
}

std::string phrase_text(const Phrase& phrase) {
  std::string text;
  for (const Piece& piece : phrase) {
    text += " " + quoted(piece.text);
    if (piece.quantity) text += "=" + quantity_text(*piece.quantity);
  }
  return text;
}

void dump_onto(std::string& text, const Value& value, std::size_t depth);

void dump_list(std::string& text, const List& list, std::size_t depth) {
  for (const Value& item : list) {
    text += std::string(2 * depth, ' ') + "- ";
    dump_onto(text, item, depth + 1);
  }
}

void dump_record(std::string& text, const Record& record, std::size_t depth) {
  for (const Entry& entry : record) {
    text += std::string(2 * depth, ' ') + entry.key + ": ";
    dump_onto(text, entry.value, depth + 1);
  }
}

/// The kind and, for scalars, the content on the line begun by the caller; parts below it.
void dump_onto(std::string& text, const Value& value, std::size_t depth) {
  text += kind_name(value);
  const auto finish = [&text](const std::string& content) { text += content + "\n"; };
  std::visit(Match{[&](const Absent&) { finish(""); }, [&](const Unknown&) { finish(""); },
                   [&](bool truth) { finish(truth ? " 是" : " 否"); },
                   [&](const Text& content) { finish(" " + quoted(content.text) + (content.quoted ? " 带引号" : "")); },
                   [&](const Quantity& quantity) { finish(" " + quantity_text(quantity)); },
                   [&](const Phrase& phrase) { finish(phrase_text(phrase)); },
                   [&](const std::shared_ptr<const List>& list) {
                     finish("");
                     dump_list(text, *list, depth);
                   },
                   [&](const std::shared_ptr<const Record>& record) {
                     finish("");
                     dump_record(text, *record, depth);
                   }},
             value.data);
}

}  // namespace

Value Value::text(std::string text, Span where) { return Value(Text{std::move(text), false}, where); }

Value Value::list(List items, Span where) { return Value(std::make_shared<const List>(std::move(items)), where); }

Value Value::record(Record entries, Span where) {
  return Value(std::make_shared<const Record>(std::move(entries)), where);
}

const std::string* Value::if_text() const {
  const Text* found = std::get_if<Text>(&data);
  return found != nullptr ? &found->text : nullptr;
}

const Quantity* Value::if_quantity() const { return std::get_if<Quantity>(&data); }

const List* Value::if_list() const {
  const auto* found = std::get_if<std::shared_ptr<const List>>(&data);
  return found != nullptr ? found->get() : nullptr;
}

const Record* Value::if_record() const {
  const auto* found = std::get_if<std::shared_ptr<const Record>>(&data);
  return found != nullptr ? found->get() : nullptr;
}

const Value* Value::find(std::string_view key) const {
  const Record* record = if_record();
  if (record == nullptr) return nullptr;
  for (const Entry& entry : *record) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

std::string_view kind_name(const Value& value) {
  return std::visit(
      Match{[](const Absent&) { return std::string_view("空"); },
            [](const Unknown&) { return std::string_view("未知"); }, [](bool) { return std::string_view("是/否"); },
            [](const Text&) { return std::string_view("文字"); },
            [](const Quantity& quantity) {
              return std::string_view(quantity.dimension() == Dimension::money ? "金额" : "数字");
            },
            [](const Phrase&) { return std::string_view("文字"); },
            [](const std::shared_ptr<const List>&) { return std::string_view("列表"); },
            [](const std::shared_ptr<const Record>&) { return std::string_view("组"); }},
      value.data);
}

std::string dump(const Value& value) {
  std::string text;
  dump_onto(text, value, 0);
  return text;
}

}  // namespace gongkai
