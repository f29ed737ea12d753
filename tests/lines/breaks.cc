// Texts, one a line, on stdin; on stdout for each: after which characters a line may end, and
// which of these ends a title would take. For check_icu.py.

#include <iostream>
#include <string>

#include "base/utf8.h"
#include "layout/line_break.h"
#include "layout/title_lines.h"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const std::u32string text = gongkai::utf8::decode_all(line);
    const auto allowed = gongkai::line_end_allowed(text);
    const auto costs = gongkai::title_break_costs(text, allowed, gongkai::WholeNames());
    std::string lines;
    std::string titles;
    for (std::size_t index = 0; index + 1 < text.size(); ++index) {
      if (!allowed[index]) continue;
      lines += " " + std::to_string(index + 1);
      if (costs[index] < gongkai::inside_word) titles += " " + std::to_string(index + 1);
    }
    std::cout << lines << "\t" << titles << "\n";
  }
  return 0;
}
