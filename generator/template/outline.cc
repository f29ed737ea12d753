#include <utility>

#include "template/block_tree.h"

namespace gongkai {
namespace {

class OutlineExpansion {
 public:
  explicit OutlineExpansion(Diagnostics& diagnostics) : diagnostics_(&diagnostics) {}

  void add(const std::vector<Section>& sections, int level, Blocks& blocks) const {
    for (const Section& section : sections) {
      if (section.condition && !section.otherwise) {
        Blocks whole;
        headed(section, level, whole);
        blocks.push_back({choice(section, std::move(whole)), section.span});
      } else {
        headed(section, level, blocks);
      }
    }
  }

 private:
  void headed(const Section& section, int level, Blocks& blocks) const {
    if (section.own_page) blocks.push_back({PageBreakBlock{}, section.span});
    blocks.push_back({HeadingBlock{level, section.numbered, line(section.title)}, section.title.span});
    Blocks body;
    if (!section.file.empty()) body.push_back({IncludeBlock{section.file, section.file_span}, section.file_span});
    add(section.sections, level + 1, body);
    if (section.otherwise) {
      IfBlock parts = choice(section, std::move(body));
      parts.branches.push_back({std::nullopt, {{ParagraphBlock{line(*section.otherwise)}, section.otherwise->span}}});
      blocks.push_back({std::move(parts), section.span});
    } else {
      for (BlockNode& node : body) blocks.push_back(std::move(node));
    }
  }

  static IfBlock choice(const Section& section, Blocks body) {
    IfBlock parts;
    parts.branches.push_back({section.condition, std::move(body)});
    return parts;
  }

  [[nodiscard]] Line line(const TableNote& text) const {
    return parse_line(text.text, text.span, Marks::strong, *diagnostics_);
  }

  Diagnostics* diagnostics_;
};

}  // namespace

Blocks outline_blocks(const std::vector<Section>& sections, Diagnostics& diagnostics) {
  Blocks blocks;
  OutlineExpansion(diagnostics).add(sections, 1, blocks);
  return blocks;
}

}  // namespace gongkai
