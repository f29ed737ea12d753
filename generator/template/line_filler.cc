#include "template/line_filler.h"

#include <algorithm>
#include <utility>

#include "expr/print.h"

namespace gongkai {
namespace {

Value truth(bool holds) { return Value(Value::Data(holds)); }

Value number(std::size_t value) {
  return Value(Quantity(Rational(static_cast<Rational::Integer>(value)), Dimension::plain));
}

/// What `loop` holds, as in Jinja2.
Value loop_record(const List& items, std::size_t at) {
  const std::size_t size = items.size();
  Record record;
  const auto add = [&record](std::string key, Value value) {
    record.push_back({std::move(key), {}, std::move(value)});
  };
  add("index", number(at + 1));
  add("index0", number(at));
  add("revindex", number(size - at));
  add("revindex0", number(size - at - 1));
  add("first", truth(at == 0));
  add("last", truth(at + 1 == size));
  add("length", number(size));
  add("previtem", at == 0 ? Value() : items[at - 1]);
  add("nextitem", at + 1 == size ? Value() : items[at + 1]);
  return Value::record(std::move(record));
}

List keys_of(const Record& record) {
  List keys;
  for (const Entry& entry : record) keys.push_back(Value::text(entry.key, entry.key_span));
  return keys;
}

void append_plain(Inlines& inlines, std::string_view text) {
  if (text.empty()) return;
  PlainText* const last = inlines.empty() ? nullptr : std::get_if<PlainText>(&inlines.back());
  if (last != nullptr) {
    last->text += text;
  } else {
    inlines.emplace_back(PlainText{std::string(text)});
  }
}

}  // namespace

void append_text(Inlines& inlines, std::string_view text) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    append_plain(inlines, text.substr(0, end));
    inlines.emplace_back(LineBreak{});
    text.remove_prefix(end + 1);
  }
  append_plain(inlines, text);
}

void append_phrase(Inlines& inlines, const Phrase& phrase) {
  for (const Piece& piece : phrase) {
    if (piece.quantity) {
      inlines.emplace_back(Figure{piece.text, *piece.quantity, piece.origin});
    } else {
      append_text(inlines, piece.text);
    }
  }
}

Phrase phrase_of(const Inlines& inlines) {
  Phrase phrase;
  for (const Inline& part : inlines) {
    if (const Figure* const figure = std::get_if<Figure>(&part)) {
      phrase.push_back({figure->text, figure->quantity, figure->origin});
    } else {
      phrase.push_back({plain_text({part}), {}, 0});
    }
  }
  return phrase;
}

Inlines LineFiller::fill(const Line& line) {
  Inlines inlines;
  add(line, inlines);
  return inlines;
}

Phrase LineFiller::phrase(const Line& line) { return phrase_of(fill(line)); }

std::optional<Value> LineFiller::value(const Expression& expression) {
  if (!broken_.empty()) {
    for (const auto& [name, span] : expression.names()) {
      if (broken_.contains(name)) return std::nullopt;
    }
  }
  return evaluate(expression, scope_, *diagnostics_);
}

std::optional<bool> LineFiller::holds(const Expression& condition) {
  const auto found = value(condition);
  if (!found) return std::nullopt;
  return is_true(*found, condition.span(), *diagnostics_);
}

void LineFiller::set(const std::string& name, const Expression& expression) {
  auto found = value(expression);
  if (found) {
    broken_.erase(name);
  } else {
    broken_.insert(name);
  }
  locals_.set(name, found ? std::move(*found) : Value());
}

void LineFiller::add(const Line& line, Inlines& inlines) {
  for (const LinePart& part : line) {
    std::visit([&](const auto& content) { add(content, part, inlines); }, part.content);
  }
}

void LineFiller::add(const LineText& part, const LinePart&, Inlines& inlines) { append_text(inlines, part.text); }

void LineFiller::add(const LineStrong& part, const LinePart&, Inlines& inlines) {
  inlines.emplace_back(Strong{part.text});
}

void LineFiller::add(const LineValue& part, const LinePart&, Inlines& inlines) {
  const auto found = value(part.expression);
  if (!found) return;
  const std::string& text = part.expression.text();
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::string_view written = std::string_view(text).substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  const auto phrase = in_print({*found, written, part.expression.span()}, *diagnostics_);
  if (phrase) append_phrase(inlines, *phrase);
}

void LineFiller::add(const LineSet& part, const LinePart&, Inlines&) { set(part.name, part.expression); }

void LineFiller::add(const LineIf& part, const LinePart&, Inlines& inlines) {
  for (const LineBranch& branch : part.branches) {
    const auto chosen = branch.condition ? holds(*branch.condition) : std::optional<bool>(true);
    if (!chosen) return;
    if (*chosen) return add(branch.body, inlines);
  }
}

void LineFiller::add(const LineFor& part, const LinePart&, Inlines& inlines) {
  each(
      part.head, [&] { add(part.body, inlines); }, [&] { add(part.otherwise, inlines); });
}

bool LineFiller::bind(const ForHead& head, const Value& item) {
  if (head.targets.size() == 1) {
    locals_.set(head.targets.front(), item);
    return true;
  }
  const List* const parts = item.if_list();
  if (parts == nullptr || parts->size() != head.targets.size()) {
    diagnostics_->error(
        "TPL-05",
        "for 有 " + std::to_string(head.targets.size()) + " 个名字，每一项却" +
            (parts == nullptr ? "是" + std::string(kind_name(item)) : "有 " + std::to_string(parts->size()) + " 个值"),
        head.span);
    return false;
  }
  for (std::size_t at = 0; at < parts->size(); ++at) locals_.set(head.targets[at], (*parts)[at]);
  return true;
}

/// The items that pass the condition; nullopt after an error.
std::optional<List> LineFiller::items(const ForHead& head) {
  const auto found = value(*head.items);
  if (!found) return std::nullopt;
  const Record* const record = found->if_record();
  const List* const list = found->if_list();
  if (list == nullptr && record == nullptr) {
    const bool absent = found->is_absent();
    operand_error(*diagnostics_, "TPL-05",
                  quoted(head.items->text()) +
                      (absent ? "没有填写，不能逐个取" : "是" + std::string(kind_name(*found)) + "，不能逐个取"),
                  {*found, head.items->text(), head.items->span()}, absent ? "先用 is 已填 判断，或写 | 默认([])" : "");
    return std::nullopt;
  }
  const List all = list != nullptr ? *list : keys_of(*record);
  if (!head.condition) return all;
  List kept;
  for (const Value& item : all) {
    const Locals::Frame frame(locals_);
    if (bind(head, item) && holds(*head.condition).value_or(false)) kept.push_back(item);
  }
  return kept;
}

void LineFiller::each(const ForHead& head, const std::function<void()>& body, const std::function<void()>& otherwise) {
  const auto kept = items(head);
  if (!kept) return;
  if (kept->empty()) return otherwise();
  for (std::size_t at = 0; at < kept->size(); ++at) {
    const Locals::Frame frame(locals_);
    if (!bind(head, (*kept)[at])) return;
    locals_.set("loop", loop_record(*kept, at));
    body();
  }
}

}  // namespace gongkai
