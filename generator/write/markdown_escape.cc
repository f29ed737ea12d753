#include "write/markdown_escape.h"

#include "base/utf8.h"

namespace gongkai {

namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

// Punctuation that can mean something anywhere in a line. '$' begins a formula on GitHub.
constexpr std::string_view always = "\\`*_[]<|~#$";

// What GitHub's automatic links begin with is broken up: "http://" and "www.".
bool begins_link(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at, 3) == "://";
  return text[at] == '.' && at >= 3 && (text.substr(at - 3, 3) == "www" || text.substr(at - 3, 3) == "WWW");
}

bool needs_backslash(std::string_view text, std::size_t at) {
  const char character = text[at];
  if (always.find(character) != std::string_view::npos) return true;
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  if (character == '&') return is_letter(next) || next == '#';
  return begins_link(text, at);
}

// How much of the text is the number of a list item ("12." or "12)"), without the mark.
std::size_t list_number(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const bool marked = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  if (!marked) return 0;
  const bool ends =
      digits + 1 == text.size() || text[digits + 1] == ' ' || text[digits + 1] == '\t' || text[digits + 1] == '\n';
  return ends ? digits : 0;
}

bool is_word(char32_t character) {
  if (character < 0x80) return is_digit(static_cast<char>(character)) || is_letter(static_cast<char>(character));
  return (character >= 0x3400 && character <= 0x9FFF) || character >= 0x20000;
}

bool begins_and_ends_with_words(std::string_view text) {
  const std::u32string characters = utf8::decode_all(text);
  return !characters.empty() && is_word(characters.front()) && is_word(characters.back());
}

}  // namespace

void append_markdown(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
      out += ' ';
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\xEF\xBF\xBD";
    } else {
      if (needs_backslash(text, i)) out += '\\';
      out += text[i];
    }
  }
}

void append_markdown_line(std::string& out, std::string_view text) {
  // Blanks that open or close a line would be dropped; as entities they stay text.
  std::size_t blanks = 0;
  while (blanks < text.size() && (text[blanks] == ' ' || text[blanks] == '\t' || text[blanks] == '\n')) {
    out += "&#32;";
    ++blanks;
  }
  text.remove_prefix(blanks);
  const std::size_t number = blanks == 0 ? list_number(text) : 0;
  const bool marks =
      blanks == 0 && !text.empty() && std::string_view("-+=>").find(text.front()) != std::string_view::npos;
  if (number > 0) {
    out.append(text.substr(0, number));
    text.remove_prefix(number);
  }
  if (number > 0 || marks) {
    out += '\\';
    out += text.front();
    text.remove_prefix(1);
  }
  append_markdown(out, text);
}

void append_markdown_strong(std::string& out, std::string_view text, bool after_strong) {
  const bool asterisks = !after_strong && begins_and_ends_with_words(text);
  out += asterisks ? "**" : "<strong>";
  append_markdown(out, text);
  out += asterisks ? "**" : "</strong>";
}

}  // namespace gongkai
