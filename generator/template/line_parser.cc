#include <utility>

#include "template/line.h"

namespace gongkai {
namespace {

using Kind = Statement::Kind;

constexpr int most_nested = 60;

class LineParser {
 public:
  LineParser(const TemplateLine& scanned, const Placement& placement, Marks marks, Diagnostics& diagnostics)
      : pieces_(&scanned), placement_(&placement), marks_(marks), diagnostics_(&diagnostics) {}

  Line run() {
    Line line;
    while (at_ < pieces_->size()) {
      part(line);
      if (!closing_) continue;
      error("“" + closing_text_ + "”前面没有与它配对的开头", closing_->span);
      closing_.reset();
    }
    return line;
  }

 private:
  /// Parts up to the statement that ends them, which then stands in closing_.
  Line body() {
    Line line;
    if (++nested_ > most_nested) give_up();
    while (at_ < pieces_->size() && !closing_) part(line);
    --nested_;
    return line;
  }

  /// Walking the tree must not exhaust the stack.
  void give_up() {
    if (at_ >= pieces_->size()) return;
    const TemplatePiece& piece = (*pieces_)[at_];
    error("嵌套太深，至多 " + std::to_string(most_nested) + " 层", placement_->span(piece.begin, piece.end));
    at_ = pieces_->size();
  }

  void part(Line& line) {
    const TemplatePiece& piece = (*pieces_)[at_++];
    switch (piece.kind) {
      case TemplatePiece::Kind::text: return text(line, piece);
      case TemplatePiece::Kind::value: return value(line, piece);
      case TemplatePiece::Kind::statement: return statement(line, piece);
    }
  }

  void text(Line& line, const TemplatePiece& piece) {
    const Span span = placement_->span(piece.begin, piece.end);
    std::string_view rest = piece.text;
    for (std::size_t open = find_mark(rest); open != std::string_view::npos; open = find_mark(rest)) {
      const std::size_t close = rest.find("**", open + 2);
      if (close == std::string_view::npos || close == open + 2) {
        return error("“**”没有配对", span, "着重的文字前后都要有“**”，里面只能是固定的文字");
      }
      if (open != 0) line.push_back({LineText{std::string(rest.substr(0, open))}, span});
      line.push_back({LineStrong{std::string(rest.substr(open + 2, close - open - 2))}, span});
      rest.remove_prefix(close + 2);
    }
    if (!rest.empty()) line.push_back({LineText{std::string(rest)}, span});
  }

  [[nodiscard]] std::size_t find_mark(std::string_view text) const {
    return marks_ == Marks::strong ? text.find("**") : std::string_view::npos;
  }

  void value(Line& line, const TemplatePiece& piece) {
    auto expression = Expression::parse(piece.text, inner_of(piece), *diagnostics_);
    if (expression) line.push_back({LineValue{std::move(*expression)}, placement_->span(piece.begin, piece.end)});
  }

  [[nodiscard]] Span inner_of(const TemplatePiece& piece) const {
    return placement_->span(piece.inner, piece.inner + piece.text.size());
  }

  void statement(Line& line, const TemplatePiece& piece) {
    const Span span = placement_->span(piece.begin, piece.end);
    auto statement = parse_statement(piece.text, inner_of(piece), span, *diagnostics_);
    if (!statement) return skip_faulty(piece);
    switch (statement->kind) {
      case Kind::if_begin: return condition(line, std::move(*statement));
      case Kind::for_begin: return loop(line, std::move(*statement));
      case Kind::set:
        line.push_back({LineSet{std::move(statement->name), std::move(*statement->expression)}, span});
        return;
      case Kind::elif:
      case Kind::otherwise:
      case Kind::if_end:
      case Kind::for_end:
        closing_text_ = "{%" + piece.text + "%}";
        closing_ = std::move(*statement);
        return;
      default: error("“{%" + piece.text + "%}”要独占一行", span);
    }
  }

  /// A faulty if or for still has its end, which must not be reported as one too many.
  void skip_faulty(const TemplatePiece& piece) {
    const std::size_t word = piece.text.find_first_not_of(" \t");
    const std::string_view rest =
        word == std::string::npos ? std::string_view() : std::string_view(piece.text).substr(word);
    if (!rest.starts_with("if") && !rest.starts_with("for")) return;
    static_cast<void>(body());
    while (closing_ && (closing_->kind == Kind::elif || closing_->kind == Kind::otherwise)) {
      closing_.reset();
      static_cast<void>(body());
    }
    closing_.reset();
  }

  void condition(Line& line, Statement opening) {
    LineIf parts;
    std::optional<Expression> condition = std::move(opening.expression);
    while (true) {
      const bool last = !condition.has_value();
      parts.branches.push_back({std::move(condition), body()});
      if (!closed(opening, "endif")) return;
      if (closing_->kind == Kind::if_end) break;
      if (closing_->kind == Kind::for_end || last) return unmatched("endif");
      condition = std::move(closing_->expression);
      closing_.reset();
    }
    closing_.reset();
    line.push_back({std::move(parts), opening.span});
  }

  void loop(Line& line, Statement opening) {
    LineFor parts{std::move(opening.head), body(), {}};
    if (!closed(opening, "endfor")) return;
    if (closing_->kind == Kind::otherwise) {
      closing_.reset();
      parts.otherwise = body();
      if (!closed(opening, "endfor")) return;
    }
    if (closing_->kind != Kind::for_end) return unmatched("endfor");
    closing_.reset();
    line.push_back({std::move(parts), opening.span});
  }

  bool closed(const Statement& opening, std::string_view end) {
    if (closing_) return true;
    error("这一行里没有与它配对的 {% " + std::string(end) + " %}", opening.span,
          "要跨几行写，就让 {% … %} 独占一行；或在行末写“\\”把几行接起来");
    return false;
  }

  void unmatched(std::string_view end) {
    error("应先写 {% " + std::string(end) + " %}，却是“" + closing_text_ + "”", closing_->span);
    closing_.reset();
  }

  void error(std::string message, Span span, std::string hint = {}) {
    diagnostics_->error("TPL-03", std::move(message), span, std::move(hint));
  }

  const TemplateLine* pieces_;
  const Placement* placement_;
  Marks marks_;
  Diagnostics* diagnostics_;
  std::size_t at_ = 0;
  int nested_ = 0;
  std::optional<Statement> closing_;
  std::string closing_text_;
};

}  // namespace

Line parse_line(const TemplateLine& scanned, const Placement& placement, Marks marks, Diagnostics& diagnostics) {
  return LineParser(scanned, placement, marks, diagnostics).run();
}

Line parse_line(std::string_view text, Span where, Marks marks, Diagnostics& diagnostics) {
  const Placement placement(text, where);
  return parse_line(scan_line(text, placement, diagnostics), placement, marks, diagnostics);
}

}  // namespace gongkai
