#include <algorithm>
#include <array>
#include <utility>

#include "base/diagnostic_text.h"
#include "template/block_tree.h"

namespace gongkai {
namespace {

using Kind = Statement::Kind;

constexpr int most_nested = 60;

struct RoleName {
  std::string_view name;
  ParagraphRole role;
};

constexpr std::array<RoleName, 9> roles = {{{"封面题名", ParagraphRole::cover_title},
                                            {"封面副题", ParagraphRole::cover_subtitle},
                                            {"封面行", ParagraphRole::cover_line},
                                            {"居中", ParagraphRole::centred},
                                            {"注", ParagraphRole::note},
                                            {"落款", ParagraphRole::closing},
                                            {"题注", ParagraphRole::caption},
                                            {"附件说明", ParagraphRole::annexes},
                                            {"说明", ParagraphRole::draft}}};

/// `# `, `## `, `#! ` …: how long the mark is, 0 when the line is no heading.
struct HeadingMark {
  int level = 0;
  bool numbered = true;
  std::size_t length = 0;
};

HeadingMark heading_mark(std::string_view text) {
  HeadingMark mark;
  std::size_t at = std::min(text.find_first_not_of('#'), text.size());
  mark.level = static_cast<int>(at);
  if (at == 0) return mark;
  if (at < text.size() && text[at] == '!') {
    mark.numbered = false;
    ++at;
  }
  if (at == text.size() || text[at] == ' ') mark.length = std::min(text.find_first_not_of(' ', at), text.size());
  return mark;
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// "1. ", "(1) ", "（1）": how long the mark is, 0 when the line is no item.
struct ItemMark {
  int level = 0;
  std::size_t length = 0;
};

ItemMark item_mark(std::string_view text) {
  constexpr std::string_view wide_open = "（", wide_close = "）";
  const bool wide = text.starts_with(wide_open);
  const std::size_t begin = wide ? wide_open.size() : (text.starts_with("(") ? 1U : 0U);
  std::size_t at = begin;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == begin) return {};
  const std::string_view rest = text.substr(at);
  std::size_t length = 0;
  if (begin == 0 && rest.starts_with(". ")) length = 2;
  if (!wide && begin == 1 && rest.starts_with(") ")) length = 2;
  if (wide && rest.starts_with(wide_close)) length = wide_close.size();
  if (length == 0) return {};
  return {begin == 0 ? 0 : 1, std::min(text.find_first_not_of(' ', at + length), text.size())};
}

class BlockParser {
 public:
  BlockParser(std::string_view text, SourceId source, Diagnostics& diagnostics)
      : placement_(text, {source, 0, static_cast<std::uint32_t>(text.size())}), diagnostics_(&diagnostics) {
    lines_ = scan_lines(text, placement_, diagnostics);
  }

  Blocks run() {
    Blocks blocks;
    while (at_ < lines_.size()) {
      block(blocks);
      if (!closing_) continue;
      error("“" + closing_text_ + "”前面没有与它配对的开头", closing_span_);
      forget_closing();
    }
    return blocks;
  }

 private:
  Blocks body() {
    Blocks blocks;
    if (++nested_ > most_nested) give_up();
    while (at_ < lines_.size() && !closing_) block(blocks);
    --nested_;
    return blocks;
  }

  /// Walking the tree must not exhaust the stack.
  void give_up() {
    if (at_ < lines_.size()) error("嵌套太深，至多 " + std::to_string(most_nested) + " 层", span_of(lines_[at_]));
    at_ = lines_.size();
  }

  void block(Blocks& blocks) {
    const TemplateLine& line = lines_[at_++];
    const TemplatePiece& first = line.front();
    if (line.size() == 1 && first.kind == TemplatePiece::Kind::statement) return statement(blocks, first);
    if (first.kind != TemplatePiece::Kind::text) return paragraph(blocks, line);
    if (first.text.starts_with(":::")) return role(blocks, line);
    if (first.text.starts_with('#')) return heading(blocks, line, heading_mark(first.text));
    if (const ItemMark mark = item_mark(first.text); mark.length != 0) {
      const ItemBlock item{mark.level, without_mark(line, mark.length)};
      blocks.push_back({item, span_of(line)});
      return;
    }
    paragraph(blocks, line);
  }

  [[nodiscard]] Span span_of(const TemplateLine& line) const {
    return placement_.span(line.front().begin, line.back().end);
  }

  void paragraph(Blocks& blocks, const TemplateLine& line) {
    blocks.push_back({ParagraphBlock{parse_line(line, placement_, Marks::strong, *diagnostics_)}, span_of(line)});
  }

  Line without_mark(TemplateLine line, std::size_t length) {
    TemplatePiece& first = line.front();
    first.text.erase(0, length);
    first.begin += static_cast<std::uint32_t>(length);
    if (first.text.empty()) line.erase(line.begin());
    return parse_line(line, placement_, Marks::strong, *diagnostics_);
  }

  void heading(Blocks& blocks, const TemplateLine& line, const HeadingMark& mark) {
    constexpr int deepest = 4;
    const Span span = span_of(line);
    if (mark.length == 0) return error("标题的“#”后面要空一格", span, "要印“#”本身，写成 {{ \"#\" }}");
    if (mark.level > deepest) return error("标题至多四级", span);
    HeadingBlock heading{mark.level, mark.numbered, without_mark(line, mark.length)};
    if (heading.line.empty()) return error("标题没有文字", span);
    blocks.push_back({std::move(heading), span});
  }

  void role(Blocks& blocks, const TemplateLine& line) {
    const Span span = span_of(line);
    std::string name = line.front().text.substr(3);
    name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
    if (line.size() != 1) return error("“:::”后面只能写角色的名称", span);
    if (name.empty()) return close(span, ":::", {});
    const auto role =
        std::find_if(roles.begin(), roles.end(), [&](const RoleName& known) { return known.name == name; });
    if (role == roles.end()) unknown_role(name, span);
    Blocks inner = body();
    if (!closing_ || closing_text_ != ":::") return unclosed("“::: " + name + "”后面没有配对的“:::”", span);
    forget_closing();
    if (role != roles.end()) blocks.push_back({RoleBlock{role->role, std::move(inner)}, span});
  }

  void unknown_role(const std::string& name, Span span) {
    std::vector<std::string> names;
    for (const RoleName& known : roles) names.emplace_back(known.name);
    const std::string near = nearest(name, names);
    error("没有角色“" + name + "”", span, near.empty() ? "" : "是否想写“" + near + "”？");
  }

  void statement(Blocks& blocks, const TemplatePiece& piece) {
    const Span span = placement_.span(piece.begin, piece.end);
    const Span inner = placement_.span(piece.inner, piece.inner + piece.text.size());
    auto found = parse_statement(piece.text, inner, span, *diagnostics_);
    if (!found) return skip_faulty(piece.text);
    switch (found->kind) {
      case Kind::if_begin: return condition(blocks, std::move(*found));
      case Kind::for_begin: return loop(blocks, std::move(*found));
      case Kind::elif:
      case Kind::otherwise:
      case Kind::if_end:
      case Kind::for_end: return close(span, "{%" + piece.text + "%}", std::move(*found));
      default: blocks.push_back({leaf(std::move(*found)), span});
    }
  }

  static decltype(BlockNode::content) leaf(Statement statement) {
    switch (statement.kind) {
      case Kind::set: return SetBlock{std::move(statement.name), std::move(*statement.expression)};
      case Kind::include: return IncludeBlock{std::move(statement.name), statement.name_span};
      case Kind::outline: return IncludeBlock{std::string(outline_text), statement.span};
      case Kind::table: return TableBlock{std::move(statement.name), statement.name_span};
      case Kind::all_tables: return AllTablesBlock{};
      case Kind::chart: return ChartBlock{std::move(statement.name), statement.name_span};
      case Kind::contents: return ContentsBlock{};
      default: return PageBreakBlock{};
    }
  }

  /// A faulty if or for still has its end, which must not be reported as one too many.
  void skip_faulty(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    if (!text.starts_with("if") && !text.starts_with("for")) return;
    do {
      forget_closing();
      static_cast<void>(body());
    } while (closing_ && (closing_->kind == Kind::elif || closing_->kind == Kind::otherwise));
    forget_closing();
  }

  void condition(Blocks& blocks, Statement opening) {
    IfBlock parts;
    std::optional<Expression> condition = std::move(opening.expression);
    while (true) {
      const bool last = !condition.has_value();
      parts.branches.push_back({std::move(condition), body()});
      if (closes(Kind::if_end)) break;
      const bool goes_on = closing_ && (closing_->kind == Kind::otherwise || closing_->kind == Kind::elif);
      if (!goes_on || last) return unclosed("{% if %} 没有配对的 {% endif %}", opening.span);
      condition = std::move(closing_->expression);
      forget_closing();
    }
    forget_closing();
    blocks.push_back({std::move(parts), opening.span});
  }

  void loop(Blocks& blocks, Statement opening) {
    ForBlock parts{std::move(opening.head), body(), {}};
    if (closes(Kind::otherwise)) {
      forget_closing();
      parts.otherwise = body();
    }
    if (!closes(Kind::for_end)) return unclosed("{% for %} 没有配对的 {% endfor %}", opening.span);
    forget_closing();
    blocks.push_back({std::move(parts), opening.span});
  }

  [[nodiscard]] bool closes(Kind kind) const { return closing_ && closing_->kind == kind && closing_text_ != ":::"; }

  void close(Span span, std::string text, Statement statement) {
    closing_ = std::move(statement);
    closing_text_ = std::move(text);
    closing_span_ = span;
  }

  void forget_closing() {
    closing_.reset();
    closing_text_.clear();
  }

  /// The end that was met instead, if any, is used up: one mistake, one report.
  void unclosed(std::string message, Span span) {
    Diagnostic diagnostic;
    diagnostic.code = "TPL-03";
    diagnostic.message = std::move(message);
    diagnostic.span = span;
    if (closing_) diagnostic.notes.push_back({"先遇到的“" + closing_text_ + "”", closing_span_});
    diagnostics_->add(std::move(diagnostic));
    forget_closing();
  }

  void error(std::string message, Span span, std::string hint = {}) {
    diagnostics_->error("TPL-03", std::move(message), span, std::move(hint));
  }

  Placement placement_;
  Diagnostics* diagnostics_;
  std::vector<TemplateLine> lines_;
  std::size_t at_ = 0;
  int nested_ = 0;
  std::optional<Statement> closing_;
  std::string closing_text_;
  Span closing_span_;
};

void collect(const Blocks& blocks, BlockReferences& found) {
  for (const BlockNode& node : blocks) {
    if (const auto* const include = std::get_if<IncludeBlock>(&node.content)) found.includes.push_back(*include);
    if (const auto* const chart = std::get_if<ChartBlock>(&node.content)) found.charts.push_back(*chart);
    if (const auto* const table = std::get_if<TableBlock>(&node.content)) found.tables.push_back(*table);
    if (const auto* const role = std::get_if<RoleBlock>(&node.content)) collect(role->body, found);
    if (const auto* const loop = std::get_if<ForBlock>(&node.content)) {
      collect(loop->body, found);
      collect(loop->otherwise, found);
    }
    const auto* const choice = std::get_if<IfBlock>(&node.content);
    if (choice == nullptr) continue;
    for (const BlockBranch& branch : choice->branches) collect(branch.body, found);
  }
}

}  // namespace

Blocks parse_blocks(std::string_view text, SourceId source, Diagnostics& diagnostics) {
  return BlockParser(text, source, diagnostics).run();
}

BlockReferences references(const Blocks& blocks) {
  BlockReferences found;
  collect(blocks, found);
  return found;
}

}  // namespace gongkai
