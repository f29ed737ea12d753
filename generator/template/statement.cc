#include "template/statement.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/diagnostic_text.h"
#include "expr/token.h"

namespace gongkai {
namespace {

using Kind = Statement::Kind;

struct Keyword {
  std::string_view word;
  Kind kind;
};

constexpr std::array<Keyword, 20> keywords = {{{"if", Kind::if_begin},       {"elif", Kind::elif},
                                               {"else", Kind::otherwise},    {"endif", Kind::if_end},
                                               {"for", Kind::for_begin},     {"endfor", Kind::for_end},
                                               {"set", Kind::set},           {"include", Kind::include},
                                               {"正文", Kind::outline},      {"sections", Kind::outline},
                                               {"表", Kind::table},          {"table", Kind::table},
                                               {"全部表", Kind::all_tables}, {"tables", Kind::all_tables},
                                               {"图", Kind::chart},          {"chart", Kind::chart},
                                               {"目录", Kind::contents},     {"contents", Kind::contents},
                                               {"分页", Kind::page_break},   {"pagebreak", Kind::page_break}}};

std::vector<std::string> keyword_names() {
  std::vector<std::string> names;
  for (const Keyword& keyword : keywords) names.emplace_back(keyword.word);
  return names;
}

class StatementParser {
 public:
  StatementParser(std::string_view text, Span where, Span span, Diagnostics& diagnostics)
      : text_(text), placement_(text, where), diagnostics_(&diagnostics) {
    statement_.span = span;
  }

  std::optional<Statement> run() {
    const std::size_t begin = skip_blanks();
    const std::string word = name();
    const auto keyword =
        std::find_if(keywords.begin(), keywords.end(), [&](const Keyword& k) { return k.word == word; });
    if (keyword == keywords.end()) {
      const std::string near = nearest(word, keyword_names());
      return fail(word.empty() ? "“{%”后面要写语句，如 if、for、set" : "没有语句“" + word + "”", begin, at_,
                  near.empty() ? "" : "是否想写“" + near + "”？");
    }
    statement_.kind = keyword->kind;
    const std::size_t before = diagnostics_->all().size();
    if (!rest() || diagnostics_->all().size() != before) return std::nullopt;
    return std::move(statement_);
  }

 private:
  bool rest() {
    switch (statement_.kind) {
      case Kind::if_begin:
      case Kind::elif: statement_.expression = expression(); return statement_.expression.has_value();
      case Kind::for_begin: return loop();
      case Kind::set: return assignment();
      case Kind::include: return path();
      case Kind::table: return identifier("表的标识，如 {% 表 IE %}");
      case Kind::chart: return identifier("图的名字，如 {% 图 支出结构 %}");
      default: return at_end();
    }
  }

  std::optional<Expression> expression() {
    const std::size_t begin = skip_blanks();
    return Expression::parse(text_.substr(begin), placement_.span(begin, text_.size()), *diagnostics_);
  }

  bool loop() {
    ForHead& head = statement_.head;
    head.span = statement_.span;
    do {
      const std::size_t begin = skip_blanks();
      std::string target = name();
      if (target.empty()) return refuse("for 后面要写名字，如 {% for 项 in 列表 %}", begin);
      head.targets.push_back(std::move(target));
    } while (take(","));
    const std::size_t begin = skip_blanks();
    if (name() != "in") return refuse("for 的名字后面要写 in", begin);
    const std::size_t list = skip_blanks();
    std::size_t length = 0;
    head.items =
        Expression::parse_prefix(text_.substr(list), placement_.span(list, text_.size()), length, *diagnostics_);
    if (!head.items) return false;
    at_ = list + length;
    const std::size_t after = skip_blanks();
    if (after == text_.size()) return true;
    if (name() != "if") return refuse("for 的列表后面只能写 if", after);
    head.condition = expression();
    return head.condition.has_value();
  }

  bool assignment() {
    const std::size_t begin = skip_blanks();
    statement_.name = name();
    statement_.name_span = placement_.span(begin, at_);
    if (statement_.name.empty()) return refuse("set 后面要写名字，如 {% set 合计 = 甲 + 乙 %}", begin);
    const std::size_t sign = skip_blanks();
    if (!take("=")) return refuse("set 的名字后面要写“=”", sign);
    statement_.expression = expression();
    return statement_.expression.has_value();
  }

  bool path() {
    const std::size_t begin = skip_blanks();
    const auto tokens = tokenize(text_.substr(begin),
                                 Placement(text_.substr(begin), placement_.span(begin, text_.size())), *diagnostics_);
    if (!tokens) return false;
    constexpr std::size_t text_and_end = 2;
    if (tokens->size() != text_and_end || tokens->front().kind != Token::Kind::text) {
      return refuse("include 后面要写加引号的文件名，如 {% include \"parts/部门概况.md\" %}", begin);
    }
    statement_.name = tokens->front().text;
    statement_.name_span = placement_.span(begin, begin + tokens->front().end);
    return true;
  }

  bool identifier(std::string_view wanted) {
    const std::size_t begin = skip_blanks();
    const std::size_t end = text_.find_last_not_of(" \t\r\n") + 1;
    if (begin >= end) return refuse("要写" + std::string(wanted), begin);
    statement_.name = std::string(text_.substr(begin, end - begin));
    statement_.name_span = placement_.span(begin, end);
    return true;
  }

  bool at_end() {
    const std::size_t begin = skip_blanks();
    return begin == text_.size() || refuse("语句到这里已经完整", begin);
  }

  std::size_t skip_blanks() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
    return at_;
  }

  std::string name() {
    const std::size_t length = name_length(text_.substr(at_));
    at_ += length;
    return std::string(text_.substr(at_ - length, length));
  }

  bool take(std::string_view mark) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(mark)) return false;
    at_ += mark.size();
    return true;
  }

  std::nullopt_t fail(std::string message, std::size_t begin, std::size_t end, std::string hint = {}) {
    diagnostics_->error("TPL-02", std::move(message), placement_.span(begin, std::max(end, begin)), std::move(hint));
    return std::nullopt;
  }

  bool refuse(std::string message, std::size_t begin) {
    fail(std::move(message), begin, text_.size());
    return false;
  }

  std::string_view text_;
  Placement placement_;
  Diagnostics* diagnostics_;
  Statement statement_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Statement> parse_statement(std::string_view text, Span where, Span span, Diagnostics& diagnostics) {
  return StatementParser(text, where, span, diagnostics).run();
}

}  // namespace gongkai
