#include "write/escape.h"

namespace gongkai {

void append_escaped(std::string& out, std::string_view text) {
  for (const char character : text) {
    switch (character) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t':
      case '\n': out += character; break;
      default:
        if (static_cast<unsigned char>(character) < 0x20) {
          out += "\xEF\xBF\xBD";
        } else {
          out += character;
        }
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

}  // namespace gongkai
