#include "base/diagnostic_text.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace gongkai {

namespace {

constexpr std::size_t gutter = 5;           // columns for the line number
constexpr std::size_t widest_excerpt = 96;  // a cell may be two megabytes long
constexpr std::size_t context_before = 32;  // columns kept before the span when cut

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::information: return "提示";
    case Severity::warning: return "警告";
    case Severity::error: return "错误";
  }
  return {};
}

/// Escape sequences of ECMA-48, or nothing when colour is off.
class Colours {
 public:
  Colours(bool on, Severity severity) : on_(on), severity_(severity) {}

  [[nodiscard]] std::string strong(std::string_view text) const { return wrap(code(), text); }
  [[nodiscard]] std::string faint(std::string_view text) const { return wrap("2", text); }

 private:
  [[nodiscard]] std::string_view code() const {
    switch (severity_) {
      case Severity::information: return "1;36";
      case Severity::warning: return "1;33";
      case Severity::error: return "1;31";
    }
    return {};
  }
  [[nodiscard]] std::string wrap(std::string_view sequence, std::string_view text) const {
    if (!on_) return std::string(text);
    return "\x1B[" + std::string(sequence) + "m" + std::string(text) + "\x1B[0m";
  }

  bool on_;
  Severity severity_;
};

/// A text of one line that can't disturb a terminal: blanks for tabs, U+2400… for controls.
std::string harmless(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code_point = utf8::decode(text, offset);
    if (code_point == U'\t') {
      result.push_back(' ');
    } else if (code_point < 0x20) {
      utf8::append(result, 0x2400 + code_point);
    } else if (code_point >= 0x7F && code_point < 0xA0) {
      utf8::append(result, code_point == 0x7F ? U'\u2421' : U'\uFFFD');
    } else {
      utf8::append(result, code_point);
    }
  }
  return result;
}

/// The longest end of `text` not wider than `width`.
std::string_view tail_within(std::string_view text, std::size_t width) {
  std::size_t begin = text.size();
  std::size_t used = 0;
  while (begin > 0) {
    std::size_t start = begin - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    used += utf8::display_width(text.substr(start, begin - start));
    if (used > width) break;
    begin = start;
  }
  return text.substr(begin);
}

/// The longest beginning of `text` not wider than `width`.
std::string_view head_within(std::string_view text, std::size_t width) {
  std::size_t end = 0;
  std::size_t used = 0;
  while (end < text.size()) {
    std::size_t next = end;
    utf8::decode(text, next);
    used += utf8::display_width(text.substr(end, next - end));
    if (used > width) break;
    end = next;
  }
  return text.substr(0, end);
}

/// The part of a line that is shown, and where the carets stand under it.
struct Excerpt {
  std::string text;
  std::size_t caret_column = 0;  // display columns before the first caret
  std::size_t carets = 1;
};

Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());  // a span over several lines is marked on its first
  std::string_view raw_before = line.substr(0, begin);
  std::string_view raw_after = line.substr(begin);
  const bool cut_before =
      raw_before.size() > 4 * widest_excerpt || utf8::display_width(line.substr(0, begin)) > 2 * context_before;
  std::string before = cut_before ? "…" : "";
  before += harmless(cut_before ? tail_within(raw_before, context_before) : raw_before);
  const std::size_t column = utf8::display_width(before);
  const std::size_t room = widest_excerpt - column;
  const std::string_view shown = head_within(raw_after, room);
  const std::string_view marked = shown.substr(0, std::min(shown.size(), end - begin));
  Excerpt excerpt;
  excerpt.text = before + harmless(shown) + (shown.size() < raw_after.size() ? "…" : "");
  excerpt.caret_column = column;
  excerpt.carets = std::max<std::size_t>(1, utf8::display_width(harmless(marked)));
  return excerpt;
}

std::string without_trailing_blanks(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string source_lines(const Source& source, Span span, const Colours& colours) {
  const std::size_t number = source.position(span.begin).line;
  const std::string_view line = source.line(number);
  const auto start = static_cast<std::size_t>(line.data() - source.text().data());
  const std::size_t begin = std::max<std::size_t>(span.begin, start) - start;
  const std::size_t end = std::max<std::size_t>(span.end, start) - start;
  const Excerpt excerpt = excerpt_of(line, begin, end);
  const std::string label = std::to_string(number);
  const std::size_t width = std::max(gutter, label.size());
  std::string text = colours.faint(std::string(width - label.size(), ' ') + label + " │");
  text += without_trailing_blanks(" " + excerpt.text) + "\n";
  text += colours.faint(std::string(width, ' ') + " │");
  text += std::string(1 + excerpt.caret_column, ' ') + colours.strong(std::string(excerpt.carets, '^')) + "\n";
  return text;
}

/// "支出总计见 data/x.yaml:88:17"; a note without a place is a sentence of its own.
std::string note_text(const Note& note, const Sources& sources) {
  if (!note.span.known()) return harmless(note.message);
  const std::string_view link = note.message.ends_with("见") ? " " : "见 ";
  return harmless(note.message) + std::string(link) + sources.place(note.span);
}

/// Places follow each other on a line while it is short enough to read; a sentence has its own.
std::string note_lines(const std::vector<Note>& notes, const Sources& sources) {
  std::string text;
  std::size_t width = 0;  // of the line that may go on, 0 when none may
  for (const Note& note : notes) {
    const std::string next = note_text(note, sources);
    const std::size_t joined = width + 2 + utf8::display_width(next);
    const bool joins = width != 0 && note.span.known() && joined <= widest_excerpt;
    text += (joins ? "，" : text.empty() ? "  " : "\n  ") + next;
    width = !note.span.known() ? 0 : joins ? joined : utf8::display_width(next);
  }
  return text.empty() ? text : text + "\n";
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string show(const Diagnostic& diagnostic, const Sources& sources, DiagnosticStyle style) {
  const Colours colours(style.colour, diagnostic.severity);
  std::string head(severity_name(diagnostic.severity));
  if (!diagnostic.code.empty()) head += "[" + diagnostic.code + "]";
  std::string text = colours.strong(head) + " " + harmless(diagnostic.message) + "\n";
  if (diagnostic.span.known()) {
    text += "  " + sources.place(diagnostic.span) + "\n";
    text += source_lines(sources.at(diagnostic.span.source), diagnostic.span, colours);
  }
  text += note_lines(diagnostic.notes, sources);
  if (!diagnostic.hint.empty()) text += "  提示：" + harmless(diagnostic.hint) + "\n";
  return text;
}

std::string summarize(const Diagnostics& diagnostics) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::information}) {
    const std::size_t count = diagnostics.count(severity);
    if (count == 0) continue;
    if (!text.empty()) text += "，";
    text += std::to_string(count) + " 个" + std::string(severity_name(severity));
  }
  return text;
}

std::string nearest(const std::string& word, const std::vector<std::string>& candidates) {
  const std::u32string wanted = utf8::decode_all(word);
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::size_t best = limit + 1;
  std::string result;
  for (const std::string& candidate : candidates) {
    const std::u32string letters = utf8::decode_all(candidate);
    const std::size_t longer = std::max(letters.size(), wanted.size());
    if (longer - std::min(letters.size(), wanted.size()) > limit) continue;
    const std::size_t distance = edit_distance(wanted, letters);
    // Words without one character in common are not near, however short.
    if (distance >= best || distance >= longer) continue;
    best = distance;
    result = candidate;
  }
  return result;
}

}  // namespace gongkai
