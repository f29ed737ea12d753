#include "template/entered_figures.h"

#include <algorithm>

namespace gongkai {
namespace {

EnteredFigure::Place place_of(const Axis& axis, MemberId id) {
  const Member& member = axis.at(id);
  const bool coded = member.name != member.key;
  return {axis.name(), coded ? member.key : std::string(), member.name};
}

/// What the data said of this axis; where it said nothing of an exclusive one, its default.
MemberId member_of(const Axis& axis, const Posting& posting) {
  for (const Coordinate& coordinate : posting.coordinates) {
    if (coordinate.axis == axis.name()) return axis.find(coordinate.member).value_or(0);
  }
  return axis.exclusive ? axis.default_member : 0;
}

EnteredFigure figure_of(const Posting& posting, const Accounts& accounts, const std::vector<std::string>& axes) {
  EnteredFigure figure{posting.measure, {}, posting.quantity, posting.span};
  for (const Axis& axis : accounts.axes) {
    if (std::find(axes.begin(), axes.end(), axis.name()) == axes.end()) continue;
    if (const MemberId member = member_of(axis, posting); member != 0) figure.places.push_back(place_of(axis, member));
  }
  return figure;
}

}  // namespace

std::vector<EnteredFigure> entered_figures(const Report& report) {
  std::vector<EnteredFigure> figures;
  for (const Posting& posting : report.entered.postings) {
    const Measure* const measure = report.ledger.find_measure(posting.measure);
    if (measure == nullptr) continue;
    figures.push_back(figure_of(posting, report.ledger.accounts(), measure->axes));
  }
  return figures;
}

}  // namespace gongkai
