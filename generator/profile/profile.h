#pragma once
// Everything regional or by year, read from a folder under templates/ and the layers it
// extends. Read once per run, shared by all reports of that profile; immutable afterwards.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "expr/expression.h"
#include "ledger/consolidation.h"
#include "ledger/ledger.h"
#include "ledger/rule.h"
#include "ledger/view.h"
#include "load/schema.h"
#include "value/number_text.h"
#include "value/value.h"

namespace gongkai {

/// A named figure of names.yaml; "三公.合计" for nested ones.
struct NamedFigure {
  std::string name;
  Expression expression;
};

/// One branch of a wording helper; no condition: the last resort.
struct WordingBranch {
  std::optional<Expression> condition;
  bool when_unknown = false;  // 当: 未知
  std::string text;           // template line
  Span span;
};
struct Wording {
  std::string name;
  std::vector<std::string> parameters;
  std::vector<std::pair<std::string, Expression>> lets;  // 设, worked out when used
  std::vector<WordingBranch> branches;
  Span span;
};

/// A filter of profile.yaml 数字.
struct NumberStyle {
  std::string name;
  NumberFormat format;
  std::string suffix;  // 万元, 元, %
  bool percent = false;
  bool mark_tiny = false;  // 不足0.01%
  Span span;
};

/// profile.yaml 表: how every table of the profile is furnished.
struct TableHabits {
  std::string number = "表内";                        // 格式: the style of 数字 its figures are printed in
  bool blank_zero = true;                             // 零: 空白, or printed like any figure
  bool numbers_columns = false;                       // 栏次, unless a table says otherwise
  std::string unknown = "—";                          // 未知
  std::optional<TableNote> heading;                   // 标题行: what {% 全部表 %} writes before each table
  std::optional<TableNote> left_note;                 // 表头左
  std::optional<TableNote> right_note;                // 表头右
  std::optional<TableNote> collapsed_note;            // 折叠说明
  std::optional<TableNote> unknown_statement;         // 未提供说明
  std::optional<TableNote> partly_unknown_statement;  // 部分未提供说明
  std::optional<TableNote> tail_note;                 // 尾差说明
};

/// A section of the report, profile.yaml 正文: its heading and what stands under it.
struct Section {
  TableNote title;   // 标题
  std::string file;  // 文件, a text as included: "parts/三公经费.md"; "" for none
  Span file_span;
  std::optional<Expression> condition;  // 当: otherwise the sentence instead, or nothing at all
  std::optional<TableNote> otherwise;   // 无此项
  bool numbered = true;                 // 编号
  bool own_page = false;                // 另页; sections of the first level unless told otherwise
  std::vector<Section> sections;        // 顺序: below the text of its file
  Span span;
};

struct ChartDefinition {
  std::string id;
  Value definition;  // charts.yaml entry; read by template/chart_block
};

/// A text of the template language (report.md, parts/*.md).
struct TemplateText {
  std::string path;  // as included: "report.md", "parts/三公.md"
  SourceId source = 0;
};

/// A file of the profile and the layer (or shared file) it came from: which layer set a
/// key is told by the span of its value.
struct ProfileFile {
  SourceId source = 0;
  std::string layer;  // sichuan/final-accounts, or shared/rules/x.yaml
  std::string path;   // in its layer: "tables/IE.yaml"; that of a shared file below templates/
  Value own;          // what a YAML file says by itself
};

struct Profile {
  std::string id;                   // sichuan/final-accounts
  std::vector<std::string> layers;  // folders below templates/, root first
  Value settings;                   // merged profile.yaml
  Accounts accounts;
  std::optional<Schema> schema;
  std::vector<NamedFigure> names;
  std::vector<TableDefinition> tables;  // in the profile's order, codes assigned; then those not listed
  std::vector<ChartDefinition> charts;
  std::vector<CatalogueEntry> catalogue;  // every rule there is, whether checked here or not
  std::vector<Rule> rules;                // those checked here; switched-off ones too
  std::vector<Wording> wording;
  std::vector<NumberStyle> numbers;
  std::vector<TemplateText> texts;
  std::vector<Section> sections;  // what {% 正文 %} prints
  Value terms;                    // terms.yaml
  Value look;                     // style.yaml; read by template/style_reader
  Value constants;                // keys of 设定 by their YAML type, and 名词 = terms: the outermost names
  TableHabits table_style;
  std::optional<UnitRules> units;  // 汇总
  std::vector<ProfileFile> files;
  std::vector<std::string> data_keys;  // top keys a data file may have
  bool base_only = false;              // 底本: only for others to extend
  /// What mistakes kept from being read: what refers to it is not missing. Empty for a profile
  /// without mistakes.
  struct Gaps {
    bool names = false;               // some names, functions or number styles
    bool charts = false;              // charts.yaml
    std::vector<std::string> tables;  // their 标识
  };
  Gaps gaps;
  [[nodiscard]] const TemplateText* text(std::string_view path) const;
  [[nodiscard]] const NumberStyle* number(std::string_view name) const;
  /// Layer that set what stands here; "" when nothing of the profile stands here.
  [[nodiscard]] std::string_view layer_of(Span span) const;
};

/// `templates` is the folder that holds the profiles; sources are registered under
/// "templates/<profile>/…" whatever the folder is called. Reports every mistake it can; null
/// after errors. `readable` then gets what could be read, enough to look for the mistakes of its
/// texts in the same run.
[[nodiscard]] std::shared_ptr<const Profile> load_profile(const Files& files, const std::string& templates,
                                                          const std::string& id, Sources& sources,
                                                          Diagnostics& diagnostics,
                                                          std::shared_ptr<const Profile>* readable = nullptr);

}  // namespace gongkai
