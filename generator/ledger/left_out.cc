// A member left out of a list counts as zero. Where the list writes out its zeros, it was forgotten rather than meant.

#include <algorithm>
#include <optional>

#include "ledger/ledger_state.h"

namespace gongkai {
namespace {

/// The one axis along which the parts of a list lie; nullopt for none or several.
std::optional<std::size_t> only_axis(const Book& book, const FactList& list) {
  std::optional<std::size_t> only;
  for (const FactId id : list.parts.members()) {
    const Region& point = book.index.facts()[id].point;
    for (std::size_t axis = 0; axis < point.size(); ++axis) {
      if (point[axis] == list.scope[axis]) continue;
      if (only && *only != axis) return std::nullopt;
      only = axis;
    }
  }
  return only;
}

bool writes_zeros(const Book& book, const FactList& list) {
  const std::vector<FactId> parts = list.parts.members();
  return std::any_of(parts.begin(), parts.end(), [&](FactId id) { return book.index.facts()[id].quantity.is_zero(); });
}

/// "公务接待费、…": members below that of the list with neither a figure nor one of a part.
std::string left_out(const Book& book, const FactList& list, std::size_t number, const Axis& axis) {
  const std::vector<FactId> parts = list.parts.members();
  std::string names;
  for (const MemberId member : axis.children(list.scope[number])) {
    const bool given = std::any_of(parts.begin(), parts.end(), [&](FactId id) {
      return axis.within(book.index.facts()[id].point[number], member);
    });
    if (!given) names += (names.empty() ? "" : "、") + axis.at(member).key;
  }
  return names;
}

}  // namespace

void tell_left_out(Ledger::State& state, Book& book) {
  for (const FactList& list : book.index.lists()) {
    const auto number = list.closed && writes_zeros(book, list) ? only_axis(book, list) : std::nullopt;
    if (!number) continue;
    const Axis& axis = state.accounts.axes[*number];
    if (axis.coded() || axis.extensible || axis.exclusive) continue;
    const std::string names = left_out(book, list, *number, axis);
    if (names.empty()) continue;
    Diagnostic finding;
    finding.severity = Severity::warning;
    finding.fault = Fault::finding;
    finding.code = "LEDGER-09";
    finding.message = state.label(book, list.scope) + "：别的项写了 0，没有写“" + names + "”，按 0 计";
    finding.span = list.span;
    finding.hint = "没有就写 0，不知道就写“未知”";
    state.disagree({book.measure->name, {}}, std::move(finding));
  }
}

}  // namespace gongkai
