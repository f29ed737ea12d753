#pragma once
// A text of the template language (report.md, parts/*.md) as a tree of blocks, made once.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "profile/profile.h"
#include "template/line.h"
#include "template/statement.h"

namespace gongkai {

struct BlockNode;
using Blocks = std::vector<BlockNode>;

struct HeadingBlock {
  int level = 1;
  bool numbered = true;
  Line line;
};
struct ParagraphBlock {
  Line line;
};
struct ItemBlock {
  int level = 0;  // 0 "1.", 1 "(1)"
  Line line;
};
struct RoleBlock {
  ParagraphRole role = ParagraphRole::body;
  Blocks body;
};
struct BlockBranch {
  std::optional<Expression> condition;  // none: else
  Blocks body;
};
struct IfBlock {
  std::vector<BlockBranch> branches;
};
struct ForBlock {
  ForHead head;
  Blocks body, otherwise;
};
struct SetBlock {
  std::string name;
  Expression expression;
};
/// Under this path stands, among the texts of a profile, the one made of its 正文.
inline constexpr std::string_view outline_text = "正文";
struct IncludeBlock {
  std::string path;
  Span path_span;
};
struct TableBlock {
  std::string id;
  Span id_span;
};
struct AllTablesBlock {};
struct ChartBlock {
  std::string id;
  Span id_span;
};
struct ContentsBlock {};
struct PageBreakBlock {};

struct BlockNode {
  std::variant<HeadingBlock, ParagraphBlock, ItemBlock, RoleBlock, IfBlock, ForBlock, SetBlock, IncludeBlock,
               TableBlock, AllTablesBlock, ChartBlock, ContentsBlock, PageBreakBlock>
      content;
  Span span;
};

/// Mistakes are reported; what is left can still be walked to find more.
[[nodiscard]] Blocks parse_blocks(std::string_view text, SourceId source, Diagnostics& diagnostics);

/// The sections of a profile as blocks: headings, includes of their files, conditions.
[[nodiscard]] Blocks outline_blocks(const std::vector<Section>& sections, Diagnostics& diagnostics);

/// Every include, chart and table named in the tree, however deep.
struct BlockReferences {
  std::vector<IncludeBlock> includes;
  std::vector<ChartBlock> charts;
  std::vector<TableBlock> tables;
};
[[nodiscard]] BlockReferences references(const Blocks& blocks);

}  // namespace gongkai
