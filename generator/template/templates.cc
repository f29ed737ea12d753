// The texts of a profile, parsed once: block trees, wordings, charts; and what can be said
// against them before any data is read.

#include <algorithm>
#include <set>
#include <utility>

#include "base/diagnostic_text.h"
#include "ledger/definition.h"
#include "template/parsed.h"
#include "template/reference_check.h"

namespace gongkai {
namespace {

class TemplatesReader {
 public:
  TemplatesReader(const Profile& profile, const Sources& sources, Diagnostics& diagnostics)
      : profile_(&profile), sources_(&sources), diagnostics_(&diagnostics) {}

  Templates::Parsed run() {
    for (const TemplateText& text : profile_->texts) {
      parsed_.texts.emplace(text.path, parse_blocks(sources_->at(text.source).text(), text.source, *diagnostics_));
    }
    if (!profile_->sections.empty()) {
      parsed_.texts.emplace(outline_text, outline_blocks(profile_->sections, *diagnostics_));
    }
    wordings();
    for (const TableDefinition& table : profile_->tables) {
      if (table.form) parsed_.forms.push_back(read_form_plan(table, *diagnostics_));
    }
    // Both look up measures and number styles; what is not there may not have been readable.
    Diagnostics unsaid;
    Diagnostics& said = profile_->gaps.names ? unsaid : *diagnostics_;
    parsed_.charts = read_chart_plans(*profile_, said);
    parsed_.style = read_fill_style(*profile_, said);
    for (const auto& [path, blocks] : parsed_.texts) check_references(blocks);
    for (const auto& [path, blocks] : parsed_.texts) check_includes(path, blocks);
    check_template_names(*profile_, parsed_, *diagnostics_);
    return std::move(parsed_);
  }

 private:
  void wordings() {
    for (const Wording& wording : profile_->wording) {
      WordingLines lines;
      for (const WordingBranch& branch : wording.branches) {
        lines.branches.push_back(parse_line(branch.text, branch.span, Marks::none, *diagnostics_));
      }
      parsed_.wording.push_back(std::move(lines));
    }
  }

  void check_references(const Blocks& blocks) {
    const BlockReferences found = references(blocks);
    for (const IncludeBlock& include : found.includes) {
      if (include.path == outline_text && profile_->sections.empty()) {
        const bool left_out = profile_->settings.find("正文") == nullptr;
        if (left_out) diagnostics_->error("TPL-04", "profile.yaml 里没有“正文”，不知道印哪些章节", include.path_span);
        continue;
      }
      must_exist("TPL-04", "文件", include.path, include.path_span, paths());
    }
    for (const ChartBlock& chart : found.charts) {
      if (!profile_->gaps.charts) must_exist("TPL-04", "图", chart.id, chart.id_span, chart_ids());
    }
    for (const TableBlock& table : found.tables) must_exist("TPL-04", "表", table.id, table.id_span, table_ids());
  }

  void must_exist(std::string code, const std::string& kind, const std::string& name, Span span,
                  const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    Diagnostic missing;
    missing.code = std::move(code);
    missing.message = "没有" + kind + "“" + name + "”";
    missing.span = span;
    missing.hint = DefinitionReader::near_miss(name, known);
    const std::string near = nearest(name, known);
    if (const Span defined = definition_of(kind, near); defined.known())
      missing.notes.push_back({"“" + near + "”", defined});
    const Value* const habits = profile_->settings.find("表");
    const Value* const order = kind != "表" || habits == nullptr ? nullptr : habits->find("顺序");
    if (order != nullptr) missing.notes.push_back({"方案的各表", order->span});
    diagnostics_->add(std::move(missing));
  }

  [[nodiscard]] Span definition_of(const std::string& kind, const std::string& name) const {
    for (const TableDefinition& table : profile_->tables) {
      if (kind == "表" && table.id == name) return table.span;
    }
    for (const ChartDefinition& chart : profile_->charts) {
      if (kind == "图" && chart.id == name) return chart.definition.span;
    }
    return {};
  }

  [[nodiscard]] std::vector<std::string> paths() const {
    std::vector<std::string> paths;
    for (const auto& [path, blocks] : parsed_.texts) paths.push_back(path);
    return paths;
  }

  [[nodiscard]] std::vector<std::string> chart_ids() const {
    std::vector<std::string> ids;
    for (const ChartPlan& chart : parsed_.charts) ids.push_back(chart.id);
    return ids;
  }

  [[nodiscard]] std::vector<std::string> table_ids() const {
    std::vector<std::string> ids;
    for (const TableDefinition& table : profile_->tables) ids.push_back(table.id);
    ids.insert(ids.end(), profile_->gaps.tables.begin(), profile_->gaps.tables.end());
    return ids;
  }

  /// Follows includes depth first; `trail_` are the texts being included, outermost first.
  /// The include that closes a circle is taken out of the tree's meaning by the error:
  /// nothing is filled from templates with errors.
  void check_includes(const std::string& path, const Blocks& blocks) {
    if (done_.contains(path)) return;
    trail_.push_back(path);
    for (const IncludeBlock& include : references(blocks).includes) {
      const auto next = parsed_.texts.find(include.path);
      if (next == parsed_.texts.end()) continue;
      if (std::find(trail_.begin(), trail_.end(), include.path) != trail_.end()) {
        circle(include);
      } else {
        check_includes(include.path, next->second);
      }
    }
    trail_.pop_back();
    done_.insert(path);
  }

  void circle(const IncludeBlock& include) {
    std::string names;
    for (auto at = std::find(trail_.begin(), trail_.end(), include.path); at != trail_.end(); ++at)
      names += *at + " → ";
    diagnostics_->error("TPL-04", "文件绕了一圈包含它自己：" + names + include.path, include.path_span);
  }

  const Profile* profile_;
  const Sources* sources_;
  Diagnostics* diagnostics_;
  Templates::Parsed parsed_;
  std::vector<std::string> trail_;
  std::set<std::string> done_;
};

}  // namespace

std::optional<Templates> Templates::parse(const Profile& profile, const Sources& sources, Diagnostics& diagnostics) {
  Diagnostics mistakes;
  Templates templates;
  templates.parsed_ = std::make_shared<const Parsed>(TemplatesReader(profile, sources, mistakes).run());
  const bool failed = mistakes.has_errors();
  diagnostics.append(std::move(mistakes));
  if (failed) return std::nullopt;
  return templates;
}

}  // namespace gongkai
