#include "proof/passage.h"

#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

class Reader {
 public:
  std::vector<Passage> read(const Document& document) {
    for (block_ = 0; block_ < document.blocks.size(); ++block_) {
      std::visit([this](const auto& block) { add(block); }, document.blocks[block_]);
    }
    return std::move(found_);
  }

 private:
  void add(const Heading& heading) { put(Passage::Part::heading, plain_text(heading.text), heading.span); }
  void add(const Paragraph& paragraph) {
    // What the report says about itself is not the department's text.
    if (paragraph.role == ParagraphRole::draft) return;
    put(Passage::Part::paragraph, plain_text(paragraph.text), paragraph.span);
  }
  void add(const Table& table) {
    put(Passage::Part::note, table.title, table.span);
    for (const std::string* const text : {&table.left_note, &table.right_note, &table.statement}) {
      put(Passage::Part::note, *text, table.span);
    }
    for (const Cell& cell : table.cells) {
      const bool alone = cell.content.size() == 1 && std::holds_alternative<Figure>(cell.content.front());
      if (!alone && !cell.content.empty()) put(Passage::Part::cell, plain_text(cell.content), table.span);
    }
    for (const std::string& note : table.footnotes) put(Passage::Part::note, note, table.span);
  }
  void add(const Chart& chart) { put(Passage::Part::note, chart.title, {}); }
  void add(const Contents&) {}
  void add(const PageBreak&) {}

  void put(Passage::Part part, std::string text, Span span) {
    if (!text.empty()) found_.push_back({part, std::move(text), span, block_});
  }

  std::vector<Passage> found_;
  std::size_t block_ = 0;
};

bool ends_sentence(char32_t character) {
  return character == U'。' || character == U'；' || character == U'！' || character == U'？' || character == U'\n';
}

std::size_t start_of_character(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

}  // namespace

std::vector<Passage> passages(const Document& document) { return Reader().read(document); }

char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = start_of_character(text, at - 1);
  return utf8::decode(text, begin);
}

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? utf8::decode(text, at) : char32_t{0};
}

std::string sentence_around(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t most = 24;  // characters on either side
  std::size_t from = begin;
  for (std::size_t count = 0; from > 0 && count < most && !ends_sentence(character_before(text, from)); ++count) {
    from = start_of_character(text, from - 1);
  }
  std::size_t to = end;
  bool open = true;
  for (std::size_t count = 0; open && to < text.size() && count < most; ++count) {
    open = !ends_sentence(utf8::decode(text, to));
  }
  const bool cut_before = from > 0 && !ends_sentence(character_before(text, from));
  const bool cut_after = open && to < text.size();
  std::string sentence = (cut_before ? "…" : "") + std::string(text.substr(from, to - from)) + (cut_after ? "…" : "");
  for (char& letter : sentence) letter = letter == '\n' ? ' ' : letter;
  return sentence;
}

bool is_han(char32_t character) {
  return (character >= 0x3400 && character <= 0x9FFF) || (character >= 0xF900 && character <= 0xFAFF) ||
         (character >= 0x20000 && character <= 0x3FFFF);
}

}  // namespace gongkai
