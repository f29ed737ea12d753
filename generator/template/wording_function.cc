#include "template/wording_function.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "template/line_filler.h"

namespace gongkai {
namespace {

constexpr int deepest = 20;

/// One call: its arguments bound, its 设 not yet worked out.
class WordingCall {
 public:
  WordingCall(const Wording& wording, const WordingLines& lines, const Scope& outer, Call& call)
      : wording_(&wording), lines_(&lines), outer_(&outer), call_(&call), scope_(outer) {
    scope_.find = [this](std::string_view name, Span use) { return find(name, use); };
    scope_.names = [this] { return names(); };
  }
  WordingCall(const WordingCall&) = delete;
  WordingCall& operator=(const WordingCall&) = delete;

  std::optional<Value> run() {
    if (!bind()) return std::nullopt;
    LineFiller filler(scope_, mistakes_);
    const auto branch = choose(filler);
    Phrase phrase = branch ? filler.phrase(lines_->branches[*branch]) : Phrase{};
    const bool failed = mistakes_.has_errors();
    report();
    if (failed || !branch) return std::nullopt;
    return Value(std::move(phrase), call_->span);
  }

 private:
  bool bind() {
    std::size_t position = 0;
    for (Argument& argument : call_->arguments) {
      const std::string name = argument.name.empty() ? parameter(position++) : argument.name;
      const auto& known = wording_->parameters;
      if (std::find(known.begin(), known.end(), name) == known.end() || values_.contains(name)) {
        return refuse(argument.name.empty() ? "参数太多" : "没有参数“" + name + "”或写了两次", argument.span);
      }
      values_.emplace(name, std::move(argument.value));
    }
    for (const std::string& name : wording_->parameters) {
      if (!values_.contains(name)) return refuse("缺少参数“" + name + "”", call_->span);
    }
    return true;
  }

  [[nodiscard]] std::string parameter(std::size_t position) const {
    return position < wording_->parameters.size() ? wording_->parameters[position] : std::string();
  }

  bool refuse(const std::string& message, Span span) {
    std::string form;
    for (const std::string& name : wording_->parameters) form += (form.empty() ? "" : ", ") + name;
    call_->diagnostics.error("WORD-01", "措辞“" + wording_->name + "”" + message, span,
                             "写成 " + wording_->name + "(" + form + ")");
    return false;
  }

  /// The first branch that applies. A condition that can't be decided because a figure was
  /// not given leads to 当: 未知, wherever that stands.
  std::optional<std::size_t> choose(LineFiller& filler) {
    const std::string* const unknown = unknown_argument();
    const auto escape = unknown == nullptr ? std::nullopt : unknown_branch();
    if (unknown != nullptr && !escape) return not_given(*unknown);
    for (std::size_t at = 0; at < wording_->branches.size(); ++at) {
      const WordingBranch& branch = wording_->branches[at];
      if (escape == at || (!branch.condition && !branch.when_unknown)) return at;
      if (!branch.condition) continue;
      const auto value = filler.value(*branch.condition);
      if (!value) return std::nullopt;
      if (value->is_unknown() && escape) return escape;
      const auto truth = is_true(*value, branch.condition->span(), mistakes_);
      if (!truth) return std::nullopt;
      if (*truth) return at;
    }
    mistakes_.error("WORD-02", "措辞“" + wording_->name + "”没有一支适用", call_->span, "最后加一支不写“当”的");
    return std::nullopt;
  }

  [[nodiscard]] const std::string* unknown_argument() const {
    for (const std::string& name : wording_->parameters) {
      if (values_.at(name).is_unknown()) return &name;
    }
    return nullptr;
  }

  [[nodiscard]] std::optional<std::size_t> unknown_branch() const {
    for (std::size_t at = 0; at < wording_->branches.size(); ++at) {
      if (wording_->branches[at].when_unknown) return at;
    }
    return std::nullopt;
  }

  std::nullopt_t not_given(const std::string& name) {
    mistakes_.error(
        "WORD-03",
        "“" + std::string(call_->text) + "”的“" + name + "”未提供，措辞“" + wording_->name + "”没有写明未提供时怎么说",
        call_->span, "在数据里补上这个数，或给措辞加一支“当: 未知”");
    return std::nullopt;
  }

  std::optional<Value> find(std::string_view name, Span use) {
    const auto known = values_.find(name);
    if (known != values_.end()) return known->second;
    for (const auto& [let, expression] : wording_->lets) {
      if (let == name) return work_out(let, expression, use);
    }
    return outer_->find ? outer_->find(name, use) : std::nullopt;
  }

  Value work_out(const std::string& name, const Expression& expression, Span use) {
    if (!working_.insert(name).second) {
      mistakes_.error("WORD-04", "措辞“" + wording_->name + "”的“" + name + "”用到了它自己", use);
      return {};
    }
    Value value = evaluate(expression, scope_, mistakes_).value_or(Value());
    return values_.emplace(name, std::move(value)).first->second;
  }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names = wording_->parameters;
    for (const auto& [name, expression] : wording_->lets) names.push_back(name);
    if (outer_->names) {
      for (std::string& name : outer_->names()) names.push_back(std::move(name));
    }
    return names;
  }

  /// A mistake inside a wording also says where the wording was used.
  void report() {
    for (Diagnostic diagnostic : mistakes_.all()) {
      if (diagnostic.span.source != call_->span.source) diagnostic.notes.push_back({"用到这个措辞的句子", call_->span});
      call_->diagnostics.add(std::move(diagnostic));
    }
  }

  const Wording* wording_;
  const WordingLines* lines_;
  const Scope* outer_;
  Call* call_;
  Scope scope_;
  Diagnostics mistakes_;
  std::map<std::string, Value, std::less<>> values_;
  std::set<std::string, std::less<>> working_;
};

}  // namespace

Function wording_function(const Wording& wording, const WordingLines& lines, const Scope& outer, int& depth) {
  return [&wording, &lines, &outer, &depth](Call& call) -> std::optional<Value> {
    if (depth == deepest) {
      call.diagnostics.error("WORD-04", "措辞“" + wording.name + "”互相引用，没有尽头", call.span);
      return std::nullopt;
    }
    ++depth;
    auto phrase = WordingCall(wording, lines, outer, call).run();
    --depth;
    return phrase;
  };
}

}  // namespace gongkai
