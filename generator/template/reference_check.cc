#include "template/reference_check.h"

#include <functional>
#include <set>
#include <utility>

#include "expr/node.h"
#include "expr/standard.h"
#include "ledger/definition.h"

namespace gongkai {
namespace {

using Known = std::set<std::string, std::less<>>;

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
  TemplateNames(const Profile& profile, Diagnostics& diagnostics) : profile_(&profile), diagnostics_(&diagnostics) {
    for (const NamedFigure& figure : profile.names) names_.insert(figure.name.substr(0, figure.name.find('.')));
    names_.insert(profile.data_keys.begin(), profile.data_keys.end());
    if (const Record* const constants = profile.constants.if_record()) {
      for (const Entry& entry : *constants) names_.insert(entry.key);
    }
    functions_ = {"成员", "印数相同"};
    for (const Measure& measure : profile.accounts.measures) functions_.insert(measure.name);
    for (const Wording& wording : profile.wording) functions_.insert(wording.name);
    for (const NumberStyle& style : profile.numbers) filters_.insert(style.name);
  }

  void check_texts(const Templates::Parsed& parsed) {
    locals_ = {"loop"};
    const TemplateWalk collect{[](const Expression&) {}, [this](const std::string& name) { locals_.insert(name); }};
    for (const auto& [path, blocks] : parsed.texts) collect.blocks(blocks);
    for (const auto& [path, blocks] : parsed.texts) walk().blocks(blocks);
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
        check(value.figure.root());
      }
      if (chart.total) check(chart.total->root());
    }
    const FillStyle& style = parsed.style;
    for (const Line* const line :
         {&style.all_zero, &style.not_given, &style.title, &style.author, &style.subject, &style.date}) {
      walk().line(*line);
    }
  }

 private:
  [[nodiscard]] TemplateWalk walk() {
    return {[this](const Expression& expression) { check(expression.root()); }, [](const std::string&) {}};
  }

  void check(const ExpressionNode& node) {
    if (const auto* const name = std::get_if<NameNode>(&node.kind)) {
      if (!names_.contains(name->name) && !locals_.contains(name->name)) missing("名字", name->name, node.span, names_);
    }
    if (const auto* const call = std::get_if<CallNode>(&node.kind)) {
      const bool known = functions_.contains(call->function) || standard_function(call->function) != nullptr;
      if (!known) missing("函数", call->function, node.span, functions_);
    }
    if (const auto* const filter = std::get_if<FilterNode>(&node.kind)) {
      const bool known = filters_.contains(filter->filter) || standard_filter(filter->filter) != nullptr;
      if (!known) missing("过滤器", filter->filter, filter->name_span, filters_);
    }
    for (const NodePointer& child : children(node)) check(*child);
  }

  void missing(const std::string& kind, const std::string& name, Span span, const Known& known) {
    std::vector<std::string> candidates(known.begin(), known.end());
    candidates.insert(candidates.end(), locals_.begin(), locals_.end());
    candidates.insert(candidates.end(), standard_names().begin(), standard_names().end());
    std::string hint = DefinitionReader::near_miss(name, candidates);
    if (kind == "名字" && functions_.contains(name)) hint = "它是函数，后面要写括号，如 " + name + "()";
    diagnostics_->error("NAME-02", "没有" + kind + "“" + name + "”", span, std::move(hint));
  }

  const Profile* profile_;
  Diagnostics* diagnostics_;
  Known names_, functions_, filters_, locals_;
};

}  // namespace

void check_template_names(const Profile& profile, const Templates::Parsed& parsed, Diagnostics& diagnostics) {
  if (!profile.schema) return;
  TemplateNames names(profile, diagnostics);
  names.check_texts(parsed);
  names.check_wordings(parsed);
  names.check_charts(parsed);
}

}  // namespace gongkai
