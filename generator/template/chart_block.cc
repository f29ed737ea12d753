#include "template/chart_block.h"

#include <algorithm>
#include <utility>

#include "expr/print.h"
#include "template/number_filter.h"

namespace gongkai {
namespace {

std::string text_of(const Phrase& phrase) {
  std::string text;
  for (const Piece& piece : phrase) text += piece.text;
  return text;
}

class ChartMaker {
 public:
  ChartMaker(const ChartPlan& plan, const ChartContext& context, LineFiller& filler)
      : plan_(&plan), context_(&context), filler_(&filler), errors_(context.diagnostics.count(Severity::error)) {}

  std::optional<Chart> run() {
    chart_.kind = plan_->kind;
    chart_.unit = plan_->unit;
    chart_.title = plain_text(filler_->fill(plan_->title));
    const bool given = plan_->members ? gather_members() : gather_values();
    if (failed()) return std::nullopt;
    const auto zero = [](const ChartValue& value) { return value.quantity.is_zero(); };
    if (!given) {
      state(context_->style.not_given, "绘图所需数据未提供");
    } else if (std::all_of(chart_.values.begin(), chart_.values.end(), zero)) {
      state(context_->style.all_zero, "各项均为零，不绘图");
    } else {
      print();
    }
    if (failed()) return std::nullopt;
    return std::move(chart_);
  }

 private:
  [[nodiscard]] bool failed() const { return context_->diagnostics.count(Severity::error) != errors_; }

  /// No picture: the statement is the whole of it.
  void state(const Line& statement, std::string_view otherwise) {
    chart_.values.clear();
    chart_.statement = statement.empty() ? std::string(otherwise) : plain_text(filler_->fill(statement));
    chart_.alternative = chart_.title + "：" + chart_.statement;
  }

  /// false: a figure was not given.
  bool gather_values() {
    bool given = true;
    for (const ChartPlanValue& value : plan_->values) {
      std::string name = plain_text(filler_->fill(value.name));
      const auto figure = filler_->value(value.figure);
      if (!figure) continue;
      if (figure->is_unknown() || figure->is_absent()) {
        given = false;
      } else if (const Quantity* const quantity = figure->if_quantity()) {
        chart_.values.push_back({std::move(name), "", "", *quantity, figure->origin});
      } else {
        operand_error(context_->diagnostics, "CHART-05",
                      "图“" + plan_->id + "”的值应为数，却是" + std::string(kind_name(*figure)),
                      {*figure, value.figure.text(), value.figure.span()});
      }
    }
    return given;
  }

  bool gather_members() {
    const Ledger& ledger = context_->report.ledger;
    const ChartPlanMembers& plan = *plan_->members;
    Region region = ledger.everything();
    for (const auto& [axis, member] : plan.coordinates) static_cast<void>(ledger.fix(region, axis, member));
    const Amount whole = ledger.ask(plan.measure, region);
    const Axis& axis = *ledger.find_axis(plan.axis);
    bool given = true;
    for (const MemberId member : members(axis, region)) {
      Region part = region;
      static_cast<void>(ledger.fix(part, plan.axis, axis.at(member).key));
      const Amount amount = ledger.ask(plan.measure, part);
      given = given && amount.known();
      if (amount.known()) chart_.values.push_back({axis.at(member).name, "", "", amount.quantity, amount.origin});
    }
    if (!whole.known()) return given && !chart_.values.empty();
    if (!plan_->total) total_ = whole.quantity;
    // What the list of parts leaves out can't be drawn, and a circle must be whole.
    const auto sum = sum_of_values();
    return given && sum && (plan_->kind == ChartKind::bar || agree_within_tail(*sum, whole.quantity));
  }

  [[nodiscard]] std::vector<MemberId> members(const Axis& axis, const Region& region) const {
    const ChartPlanMembers& plan = *plan_->members;
    const int level = plan.level.empty() ? 0 : axis.level_of(plan.level);
    if (plan.listed.empty()) return context_->report.ledger.occurring(plan.measure, region, plan.axis, level);
    std::vector<MemberId> found;
    for (const std::string& key : plan.listed) {
      if (const auto member = axis.find(key)) found.push_back(*member);
    }
    return found;
  }

  [[nodiscard]] std::optional<Quantity> sum_of_values() const {
    Quantity sum;
    for (const ChartValue& value : chart_.values) {
      const QuantityResult result = add(sum, value.quantity);
      if (!result.quantity) return std::nullopt;
      sum = *result.quantity;
    }
    return sum;
  }

  /// The style named by the profile, else the first that prints the unit.
  const NumberStyle* style(const std::string& name, bool percent) {
    const Profile& profile = context_->report.profile;
    if (!name.empty()) return profile.number(name);
    const auto fits = [&](const NumberStyle& style) {
      return percent ? style.percent : !style.percent && style.suffix == plan_->unit;
    };
    const auto found = std::find_if(profile.numbers.begin(), profile.numbers.end(), fits);
    return found == profile.numbers.end() ? nullptr : &*found;
  }

  void print() {
    const NumberStyle* const format = style(context_->style.chart_format, false);
    for (ChartValue& value : chart_.values) value.printed = printed(value, format);
    if (plan_->kind == ChartKind::pie) print_shares();
    describe();
  }

  /// The number without its unit, which the chart names once.
  std::string printed(const ChartValue& value, const NumberStyle* format) {
    if (format != nullptr) {
      if (const auto phrase = printed_figure(*format, value.quantity, value.origin)) {
        const auto figure = [](const Piece& piece) { return piece.quantity.has_value(); };
        return std::find_if(phrase->begin(), phrase->end(), figure)->text;
      }
    }
    const Value plain(value.quantity, plan_->span, value.origin);
    const auto phrase = in_print({plain, value.label, plan_->span}, context_->diagnostics);
    return phrase ? text_of(*phrase) : std::string();
  }

  std::optional<Quantity> base() {
    if (!plan_->total) return total_ ? total_ : sum_of_values();
    const auto value = filler_->value(*plan_->total);
    const Quantity* const quantity = value ? value->if_quantity() : nullptr;
    return quantity == nullptr ? std::nullopt : std::optional(*quantity);
  }

  void print_shares() {
    const NumberStyle* const format = style(context_->style.share_format, true);
    const auto total = base();
    if (format == nullptr || !total) return;
    for (ChartValue& value : chart_.values) {
      const QuantityResult share = divide(value.quantity, *total);
      const auto phrase = share.quantity ? printed_figure(*format, *share.quantity, 0) : std::nullopt;
      if (phrase) value.printed_share = text_of(*phrase);
    }
  }

  void describe() {
    std::string text = chart_.title + "（" + (plan_->kind == ChartKind::pie ? "饼状图" : "柱状图") + "）：";
    for (const ChartValue& value : chart_.values) {
      if (&value != &chart_.values.front()) text += "，";
      text += value.label + value.printed + chart_.unit;
      if (!value.printed_share.empty()) text += "（" + value.printed_share + "）";
    }
    chart_.alternative = text + "。";
  }

  const ChartPlan* plan_;
  const ChartContext* context_;
  LineFiller* filler_;
  std::size_t errors_;
  Chart chart_;
  std::optional<Quantity> total_;
};

}  // namespace

std::optional<Chart> make_chart(const ChartPlan& plan, const ChartContext& context, LineFiller& filler) {
  return ChartMaker(plan, context, filler).run();
}

}  // namespace gongkai
