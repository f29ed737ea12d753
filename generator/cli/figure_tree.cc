#include "cli/figure_tree.h"

#include <set>

#include "value/number_text.h"

namespace gongkai {
namespace {

class Tree {
 public:
  Tree(const Journal& journal, const Sources& sources, SourceId typed)
      : journal_(journal), sources_(sources), typed_(typed) {}

  std::string draw(OriginId origin) {
    add(origin, "", "");
    return std::move(text_);
  }

 private:
  void add(OriginId origin, const std::string& branch, const std::string& below) {
    const OriginRecord& record = journal_.at(origin);
    const bool again = !drawn_.insert(origin).second;
    text_ += branch + line(record) + (again && !record.operands.empty() ? "  （见上）" : "") + "\n";
    if (again) return;
    for (std::size_t at = 0; at < record.operands.size(); ++at) {
      if (record.operands[at] == 0) continue;
      const bool last = at + 1 == record.operands.size();
      add(record.operands[at], below + (last ? "└ " : "├ "), below + (last ? "  " : "│ "));
    }
  }

  std::string line(const OriginRecord& record) const {
    std::string text = record.label.empty() ? "（无名）" : record.label;
    text += " = " + exact_text(record.quantity, journal_.unit()) + "  ";
    text += kind_text(record.kind);
    const std::string_view source = sources_.text(record.span);
    if (record.kind == OriginKind::derived && source != record.label) text.append("：").append(source);
    if (!record.span.known() || record.span.source == typed_) return text;
    return text + "  " + sources_.place(record.span);
  }

  const Journal& journal_;
  const Sources& sources_;
  SourceId typed_;
  std::set<OriginId> drawn_;
  std::string text_;
};

}  // namespace

std::string figure_tree(OriginId origin, const Journal& journal, const Sources& sources, SourceId typed) {
  return Tree(journal, sources, typed).draw(origin);
}

}  // namespace gongkai
