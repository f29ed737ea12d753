#include "load/json_events.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/utf8.h"
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
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& problem);

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
  bool fail(const char* number, std::string message, Span where, std::string hint) {
    diagnostics_.error("JSON-" + std::string(number), std::move(message), where, std::move(hint));
    return false;
  }
  bool explain(std::size_t begin);
  bool explain_string(std::size_t begin, std::size_t position, const std::string& token);

  std::string_view text_;
  SourceId source_;
  Diagnostics& diagnostics_;
  ValueTree tree_;
  std::size_t at_ = 0;  // behind the last token
};

std::string_view half_width(char32_t letter) {
  switch (letter) {
    case U'，':
    case U'、': return ",";
    case U'：': return ":";
    case U'“':
    case U'”':
    case U'＂': return "\"";
    case U'｛': return "{";
    case U'｝': return "}";
    case U'［':
    case U'【': return "[";
    case U'］':
    case U'】': return "]";
    case U'－':
    case U'−': return "-";
    default: return {};
  }
}

/// A fault inside a string: it never ends, or it has an escape JSON does not know.
bool Events::explain_string(std::size_t begin, std::size_t position, const std::string& token) {
  const std::size_t last = std::min(position, text_.size()) - (position > 0 ? 1 : 0);
  const bool unclosed = position > text_.size() || last <= begin || text_[last] == '\n' || text_[last] == '\r';
  if (unclosed)
    return fail("11", "引号没有成对：从这里开始的文字没有结束的引号", span(begin, begin + 1), "补上结束的英文双引号");
  if (text_[last] == '\t') {
    return fail("14", "引号里不能直接有制表符", span(last, last + 1), "换成空格，或写作 \\t");
  }
  const bool surrogate = token.find("\\u") != std::string::npos && token.rfind("\\u") + 8 >= token.size();
  const std::size_t escape = text_.rfind('\\', last);
  const std::size_t from = escape != std::string_view::npos && escape > begin ? escape : last;
  if (surrogate) return fail("14", "\\u 之后应是四位十六进制数，代理对应成对", span(from, last + 1), "直接写汉字即可");
  return fail("14", "引号里的反斜杠写法不对", span(from, last + 1), "要写反斜杠本身，写两个：\\\\");
}

/// What stands at `begin`, where the parser wanted something else.
bool Events::explain(std::size_t begin) {
  if (begin >= text_.size()) {
    const Span last = span(text_.size() - (text_.empty() ? 0 : 1), text_.size());
    return fail("10", "文件没有写完：括号没有全部合上", last, "补上缺少的 ] 或 }");
  }
  std::size_t end = begin;
  const char32_t letter = utf8::decode(text_, end);
  const std::string written(text_.substr(begin, end - begin));
  const Span where = span(begin, end);
  if (const std::string_view right = half_width(letter); !right.empty()) {
    return fail("12", "这里是全角的“" + written + "”", where, "改为英文半角的 " + std::string(right));
  }
  if (written == "]" || written == "}") {
    return fail("13", "“" + written + "”之前多了逗号，或缺少值", where, "最后一项之后不写逗号");
  }
  if (written == "/" || written == "#") return fail("13", "JSON 不能写注释", where, "删去注释，或改用 YAML");
  if (written == "'") return fail("13", "文字要用英文双引号", where, "把单引号改为双引号");
  if (written == "\"") return fail("13", "这里缺少逗号或冒号", where, "两项之间写逗号，键和值之间写冒号");
  return fail("13", "这里的写法不合 JSON 的规定", where, "文字和键要用英文双引号括起来，数字只写数字和小数点");
}

bool Events::parse_error(std::size_t position, const std::string& token,
                         const nlohmann::detail::exception& /*problem*/) {
  const std::size_t begin = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
  // Punctuation between tokens is not an event: look behind what was right of it.
  std::size_t last = std::min(position, text_.size());
  if (token.starts_with('"')) {
    const std::size_t quote = std::min(text_.find('"', begin), text_.size());
    return explain_string(quote, position, token);
  }
  if (text_.empty() || begin == text_.size()) {
    if (tree_.expects_key() || tree_.in_record() || begin > 0) return explain(text_.size());
    return fail("10", "文件是空的", span(0, 0), "写入数据后再试");
  }
  if (position > text_.size()) return explain(text_.size());
  last = std::max(last, begin + 1) - 1;
  while (last > begin && (static_cast<unsigned char>(text_[last]) & 0xC0U) == 0x80U) --last;
  return explain(last);
}

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
