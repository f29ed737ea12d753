#pragma once
// The ledger: every figure of one report, entered once, answered for any region.
//
// A fact is an amount of a measure (支出) at a point: one member per axis, the root
// where nothing was said. A query asks for a region: one member per axis. Facts stand
// in lists; a list partitions its scope and is closed (what it leaves out is zero) or
// open (what it leaves out is unknown).
//
//   ask(F):  1. a fact stated at exactly F is what gets printed, if it agrees with the
//               parts within the rounding tail (else an error, once);
//            2. else the sum of the first list whose scope holds F and whose facts each lie
//               inside F or outside it (a non-zero fact that only overlaps F cannot be split);
//            3. else zero, if a fact that covers F is zero (parts of a zero total of a
//               measure that can't be negative), or a closed list covering F has nothing in it;
//            4. else unknown.
//   Where several lists answer, they must agree within the tail (else an error, once).
//
// Regions with the same parts have the same figure. Before a question is answered it is
// narrowed: where a closed list that covers F has all its non-zero facts of F inside a
// smaller region, F is asked there too (all of 210 lies in 一般公共预算 / 21011, so a total
// stated at 210 also answers 21011, and a list given for 一般公共预算 only answers 210).
// What stays unknown is asked of the parts along a short axis: 财政拨款 = its three funds.
// A measure with a formula (收入总计 = 收入 + 年初结转和结余 + …) is asked of its operands at
// the same region; it too may be stated.
//
// The units of a department are such an axis too (Entered::whole_axes): what the department
// states is compared with the sum of its units, what it does not state is that sum.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "expr/expression.h"
#include "ledger/axis.h"
#include "value/journal.h"
#include "value/posting.h"

namespace gongkai {

class RegionSpace;

struct Measure {
  std::string name;
  Dimension dimension = Dimension::money;
  std::vector<std::string> axes;      // those a query may fix
  std::optional<Expression> formula;  // over other measures, at the same region
  bool nonnegative = true;            // SUM-05
  Span span;
};

/// Axes and measures of a profile: the ledger's chart of accounts.
struct Accounts {
  std::vector<Axis> axes;
  std::vector<Measure> measures;
};

/// A region: member by axis index, 0 (root) where open; exclusive axes hold their default.
using Region = std::vector<MemberId>;

/// What was asked: enough to ask it again at another version.
struct Question {
  std::string measure;
  Region region;
};

/// Two ways of knowing one figure, side by side: a stated total and its parts, list and list.
struct Comparison {
  struct Side {
    std::string name;  // "填列数（合计 / 支出总计）", "各明细之和"
    Quantity quantity;
    Span place;
  };
  std::string measure;
  std::vector<std::string> axes;  // along which the parts lie: what 核对合计 may claim
  std::string label = {};         // which figure: "支出 / 206 / 基本支出"
  std::vector<Side> sides = {};   // two; none where something else is wrong with the figure
  bool partial = false;           // the parts are not all known: those that are exceed the whole
};

struct Disagreement {
  Comparison compared;
  Diagnostic finding;  // code SUM-00 until a rule claims it
};

struct Amount {
  enum class State : std::uint8_t { known, unknown } state = State::unknown;
  Quantity quantity;  // when known
  OriginId origin = 0;
  Span span;  // a data line to point at: the fact, the stated total, the list
  [[nodiscard]] bool known() const { return state == State::known; }
};

class Ledger {
 public:
  /// Places every posting; reports unknown measures, members, names that contradict the
  /// code list, points given twice. nullopt when nothing can be asked. `known`: what was found
  /// to disagree before, for the rules to claim like the ledger's own.
  [[nodiscard]] static std::optional<Ledger> settle(Accounts accounts, const Entered& entered, Journal& journal,
                                                    Diagnostics& diagnostics, std::vector<Disagreement> known = {});
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  [[nodiscard]] const Accounts& accounts() const;
  [[nodiscard]] Region everything() const;
  /// Fixes the axis that `member` belongs to (or the one named); false if there is none.
  bool fix(Region& region, const std::string& axis, const std::string& member) const;

  /// Memoized; const, but not for use from two threads at once.
  [[nodiscard]] Amount ask(const std::string& measure, const Region& region) const;
  /// false: no region within this one has a figure that is known and not zero. Costs less
  /// than asking them all.
  [[nodiscard]] bool may_have_figure(const std::string& measure, const Region& region) const;
  /// Members of an axis at a level (or leaves, level 0) under which the measure has a fact
  /// in the region that is not zero; ascending by code for code axes, else in axis order.
  [[nodiscard]] std::vector<MemberId> occurring(const std::string& measure, const Region& region,
                                                const std::string& axis, int level) const;
  /// Disagreements found by the questions asked so far (stated against parts, list against
  /// list), each once, as findings.
  [[nodiscard]] const Diagnostics& disagreements() const;
  /// The same, with what a rule needs to claim them.
  [[nodiscard]] const std::vector<Disagreement>& all_disagreements() const;
  /// What the questions asked so far compared and found the same to the last digit.
  [[nodiscard]] const std::vector<Comparison>& comparisons() const;
  /// Asks what brings every disagreement to light: each stated figure, each list's scope;
  /// then sees that what is known in part is not more than the whole.
  void reconcile() const;

  [[nodiscard]] const Measure* find_measure(const std::string& name) const;
  [[nodiscard]] const Axis* find_axis(const std::string& name) const;
  /// The question a figure answers, if the ledger gave it.
  [[nodiscard]] std::optional<Question> question_of(OriginId origin) const;
  /// "支出 / 一般公共预算 / 206 / 基本支出"; the default of an exclusive axis is left out.
  [[nodiscard]] std::string label(const std::string& measure, const Region& region) const;
  [[nodiscard]] const RegionSpace& space() const;
  /// In which messages tell exact amounts: that of the file.
  [[nodiscard]] MoneyUnit unit() const;
  struct State;  // ledger_state.h

 private:
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongkai
