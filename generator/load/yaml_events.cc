#include "load/yaml_events.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <istream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "load/text_check.h"
#include "load/value_tree.h"
#include "load/yaml_abridge.h"
#include "load/yaml_fold.h"
#include "load/yaml_scan.h"

namespace gongkai {

namespace {

/// Ends the parser's run when a slip was reported; never leaves this file.
struct Stop {};

class Events final : public YAML::EventHandler {
 public:
  Events(std::string_view text, const AbridgedYaml& abridged, SourceId source, const YamlLayout& layout,
         Diagnostics& diagnostics)
      : text_(text),
        abridged_(abridged),
        source_(source),
        layout_(layout),
        diagnostics_(diagnostics),
        tree_("YAML", diagnostics) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { refuse(offset(mark)); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    begin(mark, tag, anchor, style, false);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    begin(mark, tag, anchor, style, true);
  }
  void OnMapEnd() override { end(); }

  [[nodiscard]] bool has_duplicates() const { return tree_.has_duplicates(); }
  [[nodiscard]] Value take() { return tree_.take(); }

 private:
  [[nodiscard]] std::uint32_t offset(const YAML::Mark& mark) const {
    return std::min(abridged_.original(static_cast<std::size_t>(std::max(mark.pos, 0))), size());
  }
  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const { return {source_, begin, end}; }
  void begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style,
             bool record);
  void end() {
    tree_.end(ends_.back());
    ends_.pop_back();
  }
  /// What the scan did not read as the parser does.
  [[noreturn]] void refuse(std::uint32_t at) {
    diagnostics_.error("YAML-31", "这里的写法有歧义，无法确定含义", span(at, std::min<std::uint32_t>(at + 1, size())),
                       "给文字加引号，或拆成几行");
    throw Stop{};
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  std::string_view text_;
  const AbridgedYaml& abridged_;  // what the parser was given
  SourceId source_;
  const YamlLayout& layout_;
  Diagnostics& diagnostics_;
  ValueTree tree_;
  std::vector<std::uint32_t> ends_;  // of the bracketed nodes; 0 for blocks
  std::size_t empty_items_ = 0;      // used up
};

/// The parser marks an empty value at whatever comes next. A key without a value is shown
/// at the key, an empty item at its dash.
void Events::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  if (anchor != 0 || tree_.expects_key()) refuse(offset(mark));
  const YamlExtent* const extent = layout_.at(offset(mark));
  const std::string_view written = extent == nullptr ? "" : text_.substr(extent->begin, extent->end - extent->begin);
  const bool is_word = written == "~" || written == "null" || written == "Null" || written == "NULL";
  if (is_word) return tree_.add(Value(Absent{}, span(extent->begin, extent->end)));
  if (tree_.in_record()) return tree_.add(Value(Absent{}, tree_.key_span()));
  if (empty_items_ < layout_.empty_items.size()) {
    const std::uint32_t dash = layout_.empty_items[empty_items_++];
    return tree_.add(Value(Absent{}, span(dash, dash + 1)));
  }
  tree_.add(Value(Absent{}, span(0, 0)));  // the whole text is empty
}

void Events::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) {
  const std::uint32_t at = offset(mark);
  const YamlExtent* const extent = layout_.at(at);
  const bool plain = tag == "?";
  const bool known = anchor == 0 && extent != nullptr && extent->style != YamlStyle::flow && (plain || tag == "!") &&
                     plain == (extent->style == YamlStyle::plain);
  if (!known) refuse(at);
  const Span where = span(extent->begin, extent->end);
  const std::string_view written = text_.substr(extent->begin, extent->end - extent->begin);
  const bool abridged = AbridgedYaml::abridges(*extent, written);
  const bool one_line = written.find('\n') == std::string_view::npos;
  if (plain && one_line && (abridged ? value.size() != 1 : written != value)) refuse(at);
  if (!check_decoded(abridged ? written : std::string_view(value), where, "YAML", diagnostics_)) throw Stop{};
  std::string text = abridged ? std::string(written) : join_wide_lines(value, written, extent->style);
  if (tree_.expects_key()) return tree_.key(std::move(text), where);
  tree_.add(Value(Text{std::move(text), !plain}, where));
}

void Events::begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                   YAML::EmitterStyle::value style, bool record) {
  const std::uint32_t at = offset(mark);
  if (anchor != 0 || tag != "?" || tree_.expects_key()) refuse(at);
  const YamlExtent* const extent = layout_.at(at);
  const bool flow = style == YAML::EmitterStyle::Flow;
  if (flow && (extent == nullptr || extent->style != YamlStyle::flow)) refuse(at);
  ends_.push_back(flow ? extent->end : 0);
  const Span first = span(at, at);
  if (!(record ? tree_.begin_record(first) : tree_.begin_list(first))) throw Stop{};
}

/// A view of the text as a stream, without copying it.
class TextBuffer final : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* const begin = const_cast<char*>(text.data());  // only read from
    setg(begin, begin, begin + text.size());
  }
};

void report_syntax(const YAML::Mark& mark, std::string_view text, const AbridgedYaml& abridged, SourceId source,
                   Diagnostics& diagnostics) {
  const std::uint32_t begin = std::min(abridged.original(static_cast<std::size_t>(std::max(mark.pos, 0))),
                                       static_cast<std::uint32_t>(text.size()));
  diagnostics.error("YAML-31", "这里的写法不合 YAML 的规定",
                    {source, begin, std::min<std::uint32_t>(begin + 1, static_cast<std::uint32_t>(text.size()))},
                    "检查缩进、冒号和括号；文字里有特殊符号时加引号");
}

}  // namespace

std::optional<Value> read_yaml(std::string_view text, SourceId source, Diagnostics& diagnostics) {
  const std::optional<YamlLayout> layout = scan_yaml(text, source, diagnostics);
  if (!layout) return std::nullopt;
  const std::size_t skipped = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const AbridgedYaml abridged(text, skipped, *layout);
  Events events(text, abridged, source, *layout, diagnostics);
  TextBuffer buffer(abridged.text());
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(events)) return Value(Absent{}, {source, 0, 0});
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& problem) {
    report_syntax(problem.mark, text, abridged, source, diagnostics);
    return std::nullopt;
  } catch (const std::exception&) {
    diagnostics.error("YAML-31", "文件无法读取", {source, 0, 0});
    return std::nullopt;
  }
  if (events.has_duplicates()) return std::nullopt;
  return events.take();
}

}  // namespace gongkai
