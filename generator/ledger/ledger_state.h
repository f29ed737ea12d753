#pragma once
// Inside of the ledger: a book per measure, shared by settling, asking and comparing.

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/fact_index.h"
#include "ledger/ledger.h"

namespace gongkai {

struct RegionHash {
  std::size_t operator()(const Region& region) const {
    std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a over whole members
    for (const MemberId member : region) hash = (hash ^ member) * 0x100000001b3U;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
  }
};

/// One measure with all its facts and the answers already given.
struct Book {
  Book(const Measure& of, const RegionSpace& space) : measure(&of), nonnegative(of.nonnegative), index(space) {}
  const Measure* measure;
  bool nonnegative;  // as the measure says, and nothing was taken out (consolidation.h)
  FactIndex index;
  std::vector<bool> has_axis;                   // by axis index
  std::vector<std::size_t> axes;                // those it has, in the measure's order
  std::vector<std::size_t> other_axes;          // those it has not
  std::vector<std::optional<Region>> narrowed;  // by fact, worked out when needed
  std::unordered_map<Region, Amount, RegionHash> answered;
  std::vector<FactId> loose;  // not zero and in no closed list: they can only be parts
  bool in_formula = false;
};

/// One way of knowing a figure.
struct Answer {
  enum class Source : std::uint8_t { fact, list, formula, parts } source = Source::fact;
  std::uint32_t number = 0;  // which fact or list
  Quantity quantity;
  Span span;
  OriginKind kind = OriginKind::summed;
  OriginId origin = 0;  // of a formula, or of the one fact at exactly this point
  std::vector<OriginId> operands;
};

struct Ledger::State {
  State(Accounts all, Journal& to, MoneyUnit in)
      : accounts(std::move(all)), space(accounts.axes), journal(&to), unit(in) {}

  Accounts accounts;
  RegionSpace space;
  Journal* journal;
  MoneyUnit unit;  // of messages
  std::unordered_map<std::string, std::size_t> measure_numbers;
  std::unordered_map<std::string, std::size_t> axis_numbers;
  std::vector<Book> books;
  std::vector<std::size_t> whole_axes;  // whose members the data say are all
  /// A book, and the region as it stands among the book's answers.
  struct Asked {
    const Book* book = nullptr;
    const Region* region = nullptr;
  };
  std::vector<Asked> questions;  // by origin
  std::vector<Disagreement> disagreements;
  Diagnostics shown;  // the findings of disagreements
  std::set<std::string> compared;
  std::vector<Comparison> agreeing;

  [[nodiscard]] Book* book(const std::string& measure);
  [[nodiscard]] std::string label(const Book& book, const Region& region) const;
  Amount ask(Book& book, const Region& region);
  void disagree(Comparison sides, Diagnostic finding);

 private:
  Amount work_out(Book& book, const Region& region);
  Amount ask_where_it_can(Book& book, const Region& region);
  Amount record(Book& book, const Region& region, const Answer& answer);
};

/// The region in which all lies that the book has in `region`; `nothing` when a closed
/// list knows that there is nothing.
struct Narrowed {
  Region region;
  bool nothing = false;
  bool moved = false;  // not the region asked for
};
[[nodiscard]] Narrowed narrow(const Book& book, const RegionSpace& space, const Region& region);

/// Every way the facts answer the question, best first (ledger.h); none: unknown.
[[nodiscard]] std::vector<Answer> answers_from_facts(Book& book, const RegionSpace& space,
                                                     const std::vector<Axis>& axes, const Region& region);

/// Adds a disagreement for every answer that differs from the first.
void compare_answers(Ledger::State& state, Book& book, const Region& region, const std::vector<Answer>& answers);

/// Adds a disagreement where parts known without the rest are more than the whole: what an
/// open list names, added up, and every figure outside a closed list against what holds it
/// along one axis. What disagrees already is not told again.
void compare_known_parts(Ledger::State& state, Book& book);

/// Warns (LEDGER-09) of a member that a closed list leaves out, so that it counts as zero, while it writes out the
/// zeros of others. Lists along one axis whose members are all known only.
void tell_left_out(Ledger::State& state, Book& book);

}  // namespace gongkai
