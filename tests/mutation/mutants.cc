#include "mutants.h"

#include <algorithm>
#include <optional>

namespace mutation {
namespace {

using gongkai::Dimension;
using gongkai::Entry;
using gongkai::List;
using gongkai::Span;
using gongkai::Value;

struct Figure {
  std::string place;
  std::string written;
  Span span;
  Dimension dimension;
};

struct Row {
  std::string place;
  std::size_t begin = 0, end = 0;  // whole lines
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

/// Every figure and every row that stands on lines of its own.
class Survey {
 public:
  explicit Survey(const std::string& text) : text_(&text) {}

  void visit(const Value& value, const std::string& place) {
    if (const auto* const record = value.if_record()) {
      for (const Entry& entry : *record) {
        if (place.empty() && (entry.key == "官方表" || entry.key == "已公布" || entry.key == "年度")) continue;
        if (entry.key == "成果" || entry.key == "自评报告") continue;
        visit(entry.value, place.empty() ? entry.key : place + "." + entry.key);
      }
    } else if (const List* const list = value.if_list()) {
      visit_list(*list, place);
    } else if (value.if_quantity() != nullptr && value.span.known()) {
      add_figure(value, place);
    }
  }

  std::vector<Figure> figures;
  std::vector<Row> rows;

 private:
  void add_figure(const Value& value, const std::string& place) {
    if (value.span.source >= gongkai::Sources::profile_texts) return;  // what the schema fills in
    std::string written = text_->substr(value.span.begin, value.span.end - value.span.begin);
    if (is_number(written)) figures.push_back({place, written, value.span, value.if_quantity()->dimension()});
  }

  void visit_list(const List& list, const std::string& place) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string item = place + "[" + std::to_string(i) + "]";
      visit(list[i], item);
      if (list.size() > 1) add_row(list[i], item);
    }
  }

  void add_row(const Value& value, const std::string& place) {
    if (value.if_record() == nullptr || !value.span.known()) return;
    const bool counts = std::any_of(value.if_record()->begin(), value.if_record()->end(), [](const Entry& entry) {
      return entry.value.if_quantity() != nullptr && !entry.value.if_quantity()->is_zero();
    });
    const std::size_t begin = text_->rfind('\n', value.span.begin) + 1;
    const std::size_t mark = text_->find_first_not_of(' ', begin);
    const std::size_t end = text_->find('\n', value.span.end) + 1;
    // Only rows of the form "- {…}": the next line is the next row.
    if (counts && (*text_)[mark] == '-' && (*text_)[value.span.begin] == '{') rows.push_back({place, begin, end});
  }

  const std::string* text_;
};

/// "12.34" with the point moved by `places` to the right; at most two decimals.
std::string moved_point(const std::string& written, int places) {
  const std::size_t point = std::min(written.find('.'), written.size());
  std::string digits = written.substr(0, point) + (point < written.size() ? written.substr(point + 1) : "");
  auto at = static_cast<std::ptrdiff_t>(point) + places;
  if (at <= 0) digits.insert(0, static_cast<std::size_t>(1 - at), '0');
  at = std::max<std::ptrdiff_t>(at, 1);
  while (digits.size() < static_cast<std::size_t>(at)) digits += '0';
  std::string whole = digits.substr(0, static_cast<std::size_t>(at));
  const std::string rest = digits.substr(static_cast<std::size_t>(at), 2);
  while (whole.size() > 1 && whole.front() == '0') whole.erase(0, 1);
  return rest.empty() ? whole : whole + "." + rest;
}

class Typist {
 public:
  Typist(const Survey& survey, Random& random) : survey_(&survey), random_(&random) {}

  std::optional<std::string> slip(const Figure& figure, Kind kind) {
    switch (kind) {
      case Kind::swap: return swapped(figure.written);
      case Kind::digit: return other_digit(figure.written);
      case Kind::shift: return shifted(figure);
      case Kind::sign: return "-" + figure.written;
      case Kind::unit: return other_unit(figure);
      case Kind::other_figure: return other_figure(figure);
      case Kind::dropped_row:
      case Kind::doubled_row: break;
    }
    return std::nullopt;
  }

 private:
  std::optional<std::string> swapped(std::string written) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i + 1 < written.size(); ++i) {
      const std::size_t next = written[i + 1] == '.' ? i + 2 : i + 1;
      if (next < written.size() && written[i] != '.' && written[i] != written[next]) pairs.emplace_back(i, next);
    }
    if (pairs.empty()) return std::nullopt;
    const auto [first, second] = pairs[random_->below(pairs.size())];
    std::swap(written[first], written[second]);
    return written;
  }

  std::string other_digit(std::string written) {
    std::size_t at = random_->below(written.size());
    if (written[at] == '.') at = 0;
    written[at] = static_cast<char>('0' + (written[at] - '0' + 1 + static_cast<int>(random_->below(9))) % 10);
    return written;
  }

  std::string shifted(const Figure& figure) {
    const bool whole = figure.dimension == Dimension::count;
    return moved_point(figure.written, whole || random_->below(2) == 0 ? 1 : -1);
  }

  std::optional<std::string> other_unit(const Figure& figure) {
    if (figure.dimension != Dimension::money) return std::nullopt;
    return moved_point(figure.written, random_->below(2) == 0 ? 4 : -4);
  }

  std::optional<std::string> other_figure(const Figure& figure) {
    const Figure& other = survey_->figures[random_->below(survey_->figures.size())];
    return other.dimension == figure.dimension ? std::optional(other.written) : std::nullopt;
  }

  const Survey* survey_;
  Random* random_;
};

std::string without_trailing_zeros(std::string number) {
  if (number.find('.') == std::string::npos) return number;
  number.erase(number.find_last_not_of('0') + 1);
  if (number.back() == '.') number.pop_back();
  return number;
}

bool same_number(const std::string& a, const std::string& b) {
  return without_trailing_zeros(moved_point(a, 0)) == without_trailing_zeros(moved_point(b, 0));
}

std::optional<Mutant> altered(const std::string& text, const Figure& figure, Kind kind, Typist& typist) {
  const std::optional<std::string> written = typist.slip(figure, kind);
  const bool is_zero = figure.written.find_first_not_of("0.") == std::string::npos;
  if (!written || (is_zero && kind == Kind::sign)) return std::nullopt;
  if (kind != Kind::sign && same_number(*written, figure.written)) return std::nullopt;
  Mutant mutant{kind, figure.place, figure.written, *written, text};
  mutant.text.replace(figure.span.begin, figure.span.end - figure.span.begin, *written);
  return mutant;
}

Mutant altered(const std::string& text, const Row& row, Kind kind) {
  Mutant mutant{kind, row.place, "", "", text};
  if (kind == Kind::dropped_row) {
    mutant.text.erase(row.begin, row.end - row.begin);
  } else {
    mutant.text.insert(row.end, text.substr(row.begin, row.end - row.begin));
  }
  return mutant;
}

}  // namespace

std::size_t Random::below(std::size_t count) {
  state_ += 0x9e3779b97f4a7c15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
  return static_cast<std::size_t>((mixed ^ (mixed >> 31)) % count);
}

std::vector<Mutant> mutants_of(const std::string& text, const Value& record, std::size_t count, Random random) {
  Survey survey(text);
  survey.visit(record, "");
  Typist typist(survey, random);
  std::vector<Mutant> mutants;
  const std::size_t wanted = std::min(count, survey.figures.size() * 2);
  for (std::size_t tries = 0; mutants.size() < wanted && tries < wanted * 4; ++tries) {
    const auto kind = static_cast<Kind>(tries % kind_names.size());
    if (kind == Kind::dropped_row || kind == Kind::doubled_row) {
      if (survey.rows.empty()) continue;
      mutants.push_back(altered(text, survey.rows[random.below(survey.rows.size())], kind));
    } else if (auto one = altered(text, survey.figures[random.below(survey.figures.size())], kind, typist)) {
      mutants.push_back(std::move(*one));
    }
  }
  return mutants;
}

}  // namespace mutation
