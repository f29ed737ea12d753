// Broken templates: lines of the language page, cut, doubled and mixed with a fixed seed,
// either print something or are refused with a message; nothing else happens.

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/utf8.h"
#include "expr/standard.h"
#include "template/block_tree.h"
#include "template/line_filler.h"

using namespace gongkai;

namespace {

/// splitmix64: the same numbers on every machine.
class Draw {
 public:
  std::size_t below(std::size_t bound) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % bound);
  }

 private:
  std::uint64_t state_ = 2024;
};

std::vector<std::u32string> lines_of_page() {
  const std::string page = DiskFiles().read(GONGKAI_HOME "/templates/LANGUAGE.md").value_or("");
  std::vector<std::u32string> lines;
  std::u32string line;
  for (const char32_t letter : utf8::decode_all(page)) {
    line.push_back(letter);
    if (letter != U'\n') continue;
    if (line.find(U'{') != std::u32string::npos || line.find(U'#') == 0) lines.push_back(line);
    line.clear();
  }
  return lines;
}

std::u32string mutated(std::u32string text, const std::u32string& other, Draw& draw) {
  constexpr std::u32string_view marks = U"{}%#|\"'()[]~+-*/\\\n .,:=<>！，“”1a空";
  const std::size_t at = draw.below(text.size());
  switch (draw.below(5)) {
    case 0: text.erase(at, 1 + draw.below(4)); break;
    case 1: text.insert(at, 1, marks[draw.below(marks.size())]); break;
    case 2: text[at] = marks[draw.below(marks.size())]; break;
    case 3: text.insert(at, other.substr(draw.below(other.size()), draw.below(12))); break;
    default: text.insert(at, text.substr(draw.below(text.size()), draw.below(12))); break;
  }
  return text.empty() ? U"{" : text;
}

std::string encoded(const std::u32string& text) {
  std::string bytes;
  for (const char32_t letter : text) utf8::append(bytes, letter);
  return bytes;
}

Scope small_scope(Journal& journal) {
  Scope scope;
  scope.journal = &journal;
  scope.function = standard_function;
  scope.filter = standard_filter;
  scope.names = [] { return std::vector<std::string>{"年度", "单位"}; };
  scope.find = [](std::string_view name, Span) -> std::optional<Value> {
    if (name == "单位") return Value::list({Value::text("馆"), Value(Unknown{}), Value()});
    if (name == "补助") return Value(Unknown{});
    return Value(Quantity(2023, Dimension::count), {}, 0);
  };
  return scope;
}

}  // namespace

TEST_CASE("a broken template prints or is refused, and its places lie inside it") {
  const std::vector<std::u32string> lines = lines_of_page();
  Draw draw;
  Journal journal;
  const Scope scope = small_scope(journal);
  for (int round = 0; round < 20'000; ++round) {
    std::u32string text = lines[draw.below(lines.size())];
    for (std::size_t count = 1 + draw.below(4); count > 0; --count) {
      text = mutated(text, lines[draw.below(lines.size())], draw);
    }
    const std::string bytes = encoded(text);
    const Span where{1, 0, static_cast<std::uint32_t>(bytes.size())};
    Diagnostics diagnostics;
    static_cast<void>(parse_blocks(bytes, 1, diagnostics));
    const Inlines inlines = LineFiller(scope, diagnostics).fill(parse_line(bytes, where, Marks::strong, diagnostics));
    CHECK_FALSE(utf8::first_invalid(plain_text(inlines)));
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      const bool inside = diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= bytes.size();
      CHECK_MESSAGE((inside && !diagnostic.message.empty()), bytes);
    }
  }
}
