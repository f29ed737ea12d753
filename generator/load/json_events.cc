#include "load/json_events.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "load/json_slip.h"
#include "load/text_check.h"
#include "load/value_tree.h"

namespace gongkai {

namespace {

using Json = nlohmann::json;

/// The parser tells no places, but its events come in the order of the text: each token is
/// found again behind the one before it.
class Events {
 public:
  Events(std::string_view text, SourceId source, Diagnostics& diagnostics)
      : text_(text), source_(source), diagnostics_(diagnostics), tree_("JSON", diagnostics) {
    if (text.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  }

  bool null() { return add(Value(Absent{}, word(4))); }
  bool boolean(bool truth) { return add(Value(Text{truth ? "true" : "false", false}, word(truth ? 4 : 5))); }
  bool number_integer(Json::number_integer_t /*number*/) { return number(); }
  bool number_unsigned(Json::number_unsigned_t /*number*/) { return number(); }
  bool number_float(Json::number_float_t /*number*/, const Json::string_t& /*text*/) { return number(); }
  bool string(Json::string_t& text) {
    const Span span = quoted();
    return check_decoded(text, span, "JSON", diagnostics_) && add(Value(Text{text, true}, span));
  }
  bool binary(Json::binary_t& /*bytes*/) { return false; }
  bool start_object(std::size_t /*size*/) { return tree_.begin_record(word(1)); }
  bool key(Json::string_t& text) {
    const Span span = quoted();
    if (!check_decoded(text, span, "JSON", diagnostics_)) return false;
    tree_.key(text, span);
    return true;
  }
  bool end_object() { return end(); }
  bool start_array(std::size_t /*size*/) { return tree_.begin_list(word(1)); }
  bool end_array() { return end(); }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*problem*/) {
    report_json_slip(text_, source_, diagnostics_);
    return false;
  }

  [[nodiscard]] bool has_duplicates() const { return tree_.has_duplicates(); }
  [[nodiscard]] Value take() { return tree_.take(); }

 private:
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  void skip_to_token() { at_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size()); }
  Span word(std::size_t length) {
    skip_to_token();
    const std::size_t begin = at_;
    at_ += length;
    return span(begin, at_);
  }
  Span quoted() {
    skip_to_token();
    const std::size_t begin = at_++;
    while (text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    return span(begin, ++at_);
  }
  /// The text as written: 12.30 keeps its zero, 0.1 is never a binary fraction.
  bool number() {
    skip_to_token();
    const std::size_t length = std::min(text_.find_first_not_of("+-.0123456789eE", at_), text_.size()) - at_;
    const Span where = word(length);
    return add(Value(Text{std::string(text_.substr(where.begin, length)), false}, where));
  }
  bool add(Value value) {
    tree_.add(std::move(value));
    return true;
  }
  bool end() {
    tree_.end(word(1).end);
    return true;
  }
  std::string_view text_;
  SourceId source_;
  Diagnostics& diagnostics_;
  ValueTree tree_;
  std::size_t at_ = 0;  // behind the last token
};

}  // namespace

std::optional<Value> read_json(std::string_view text, SourceId source, Diagnostics& diagnostics) {
  Events events(text, source, diagnostics);
  try {
    if (!Json::sax_parse(text.begin(), text.end(), &events)) return std::nullopt;
  } catch (const std::exception&) {
    diagnostics.error("JSON-13", "文件无法读取", {source, 0, 0});
    return std::nullopt;
  }
  if (events.has_duplicates()) return std::nullopt;
  return events.take();
}

}  // namespace gongkai
