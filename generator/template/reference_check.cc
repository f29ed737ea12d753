#include "template/reference_check.h"

#include <functional>
#include <set>
#include <utility>

#include "ledger/table_plan.h"
#include "profile/name_check.h"
#include "template/table_block.h"

namespace gongkai {
namespace {

/// Calls back for every expression of lines and blocks, and for every name they make.
struct TemplateWalk {
  std::function<void(const Expression&)> use;
  std::function<void(const std::string&)> make;

  void head(const ForHead& head) const {
    for (const std::string& target : head.targets) make(target);
    if (head.items) use(*head.items);
    if (head.condition) use(*head.condition);
  }

  void line(const Line& parts) const {
    for (const LinePart& part : parts) {
      std::visit([this](const auto& content) { of(content); }, part.content);
    }
  }
  void of(const LineText&) const {}
  void of(const LineStrong&) const {}
  void of(const LineValue& part) const { use(part.expression); }
  void of(const LineSet& part) const {
    make(part.name);
    use(part.expression);
  }
  void of(const LineIf& part) const {
    for (const LineBranch& branch : part.branches) {
      if (branch.condition) use(*branch.condition);
      line(branch.body);
    }
  }
  void of(const LineFor& part) const {
    head(part.head);
    line(part.body);
    line(part.otherwise);
  }

  void blocks(const Blocks& nodes) const {
    for (const BlockNode& node : nodes) {
      std::visit([this](const auto& content) { of(content); }, node.content);
    }
  }
  void of(const HeadingBlock& block) const { line(block.line); }
  void of(const ParagraphBlock& block) const { line(block.line); }
  void of(const ItemBlock& block) const { line(block.line); }
  void of(const RoleBlock& block) const { blocks(block.body); }
  void of(const SetBlock& block) const {
    make(block.name);
    use(block.expression);
  }
  void of(const IfBlock& block) const {
    for (const BlockBranch& branch : block.branches) {
      if (branch.condition) use(*branch.condition);
      blocks(branch.body);
    }
  }
  void of(const ForBlock& block) const {
    head(block.head);
    blocks(block.body);
    blocks(block.otherwise);
  }
  void of(const IncludeBlock&) const {}
  void of(const TableBlock&) const {}
  void of(const AllTablesBlock&) const {}
  void of(const ChartBlock&) const {}
  void of(const ContentsBlock&) const {}
  void of(const PageBreakBlock&) const {}
};

class TemplateNames {
 public:
  TemplateNames(const Profile& profile, Diagnostics& diagnostics)
      : profile_(&profile), diagnostics_(&diagnostics), names_(profile, diagnostics) {}

  void check_texts(const Templates::Parsed& parsed) {
    locals_ = {"loop"};
    const TemplateWalk collect{[](const Expression&) {}, [this](const std::string& name) { locals_.insert(name); }};
    for (const auto& [path, blocks] : parsed.texts) collect.blocks(blocks);
    for (const auto& [path, blocks] : parsed.texts) walk().blocks(blocks);
  }

  /// After the texts, with the names they make; a table that is neither listed nor printed by
  /// a text was inherited and is not used.
  void check_tables(const Templates::Parsed& parsed) {
    std::set<std::string> printed;
    for (const auto& [path, blocks] : parsed.texts) {
      for (const TableBlock& table : references(blocks).tables) printed.insert(table.id);
    }
    locals_.insert({"行", table_unit_name});
    for (const TableDefinition& table : profile_->tables) {
      if (!table.listed && !printed.contains(table.id)) continue;
      check_lines(table);
      for (const PlanExpression& used : table.listed ? std::vector<PlanExpression>() : expressions_of(*table.plan)) {
        NameCheck::Locals locals = locals_;
        locals.insert(used.locals.begin(), used.locals.end());
        names_.check(used.expression, locals);
      }
      for (const FormPlan& form : parsed.forms) {
        if (form.table != table.id) continue;
        check_form(form.header);
        check_form(form.rows);
      }
    }
  }

  void check_wordings(const Templates::Parsed& parsed) {
    for (std::size_t at = 0; at < parsed.wording.size(); ++at) {
      const Wording& wording = profile_->wording[at];
      locals_ = {"loop"};
      locals_.insert(wording.parameters.begin(), wording.parameters.end());
      for (const auto& [name, expression] : wording.lets) locals_.insert(name);
      const TemplateWalk collect{[](const Expression&) {}, [this](const std::string& name) { locals_.insert(name); }};
      for (const Line& line : parsed.wording[at].branches) collect.line(line);
      for (const Line& line : parsed.wording[at].branches) walk().line(line);
    }
  }

  void check_charts(const Templates::Parsed& parsed) {
    locals_.clear();
    for (const ChartPlan& chart : parsed.charts) {
      walk().line(chart.title);
      for (const ChartPlanValue& value : chart.values) {
        walk().line(value.name);
        names_.check(value.figure, locals_);
      }
      if (chart.total) names_.check(*chart.total, locals_);
    }
    const FillStyle& style = parsed.style;
    for (const Line* const line :
         {&style.all_zero, &style.not_given, &style.title, &style.author, &style.subject, &style.date}) {
      walk().line(*line);
    }
  }

 private:
  [[nodiscard]] TemplateWalk walk() {
    return {[this](const Expression& expression) { names_.check(expression, locals_); }, [](const std::string&) {}};
  }

  /// Title, label and notes of a table.
  void check_lines(const TableDefinition& table) {
    check_note(table.title);
    for (const auto* const note : {&table.label, &table.left_note, &table.right_note, &table.empty_statement}) {
      if (*note) check_note(**note);
    }
    for (const TableNote& note : table.footnotes) check_note(note);
  }

  void check_note(const TableNote& note) { walk().line(parse_line(note.text, note.span, Marks::none, *diagnostics_)); }

  void check_form(const std::vector<FormRow>& rows) {
    for (const FormRow& row : rows) {
      if (row.items) names_.check(*row.items, locals_);
      const auto made = row.item_name.empty() ? std::pair(locals_.end(), false) : locals_.insert(row.item_name);
      if (row.applies) names_.check(*row.applies, locals_);
      for (const auto* const cells : {&row.cells, &row.margin}) {
        for (const FormCell& cell : *cells) check_cell(cell);
      }
      check_form(row.rows);
      if (made.second) locals_.erase(made.first);
    }
  }

  void check_cell(const FormCell& cell) {
    walk().line(cell.line);
    if (cell.value) names_.check(*cell.value, locals_);
  }

  const Profile* profile_;
  Diagnostics* diagnostics_;
  NameCheck names_;
  NameCheck::Locals locals_;
};

}  // namespace

void check_template_names(const Profile& profile, const Templates::Parsed& parsed, Diagnostics& diagnostics) {
  if (!profile.schema || profile.gaps.names) return;
  TemplateNames names(profile, diagnostics);
  names.check_texts(parsed);
  names.check_tables(parsed);
  names.check_wordings(parsed);
  names.check_charts(parsed);
}

}  // namespace gongkai
