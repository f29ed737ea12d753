#include "document/inline.h"

#include <string_view>

namespace gongkai {

namespace {

std::string_view text_of(const PlainText& run) { return run.text; }
std::string_view text_of(const Figure& figure) { return figure.text; }
std::string_view text_of(const Strong& strong) { return strong.text; }
std::string_view text_of(const LineBreak&) { return "\n"; }

}  // namespace

std::string plain_text(const Inlines& inlines) {
  std::string text;
  for (const Inline& part : inlines) {
    text += std::visit([](const auto& run) { return text_of(run); }, part);
  }
  return text;
}

}  // namespace gongkai
