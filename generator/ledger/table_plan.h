#pragma once
// tables/*.yaml, parsed: what a table asks of any ledger. Read once per profile.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/view.h"

namespace gongkai {

/// 指标 and 坐标 of a table, panel, column or row.
struct PlanPlace {
  struct Fix {
    std::size_t axis = 0;
    std::string member;
    Span span;
  };
  std::string measure;  // "" inherits
  std::vector<Fix> fixes;
};

/// Members one by one, for rows and for columns.
struct PlanMembers {
  std::size_t axis = 0;
  std::vector<int> levels;           // empty: leaves
  std::vector<std::string> members;  // 成员, in the order given
  bool all = false;                  // 全部: whatever the figures
};

struct PlanColumn {
  enum class Kind : std::uint8_t { group, figure, value, fixed, code, level, name, line_number, members };
  Kind kind = Kind::figure;
  std::string title;
  PlanPlace place;
  std::vector<PlanColumn> columns;  // of a group
  std::optional<Expression> value;  // 值
  std::string fixed;                // 固定
  std::string level;                // 内容: 类 款 项 …
  std::optional<std::size_t> axis;  // 维度: whose member a label shows
  bool indented = false;            // 缩进
  bool merges = false;              // 合并
  PlanMembers members;              // 逐个
};

struct PlanRow {
  enum class Kind : std::uint8_t { fixed, fill, members, items };
  Kind kind = Kind::fixed;
  TableNote title;
  PlanPlace place;
  ViewRow::Role role = ViewRow::Role::normal;
  bool bottom = false;                // 对齐底
  int fill = 0;                       // 空行补至
  PlanMembers members;                // 逐个
  std::vector<PlanRow> below;         // 其下
  std::optional<Expression> items;    // 逐条
  std::string item_name;              // 为
  std::optional<Expression> applies;  // 当: the row stands only if true
};

struct PlanPanel {
  std::string title;
  PlanPlace place;
  std::vector<PlanColumn> columns;
  std::vector<PlanRow> rows;
};

struct TablePlan {
  PlanPlace place;
  std::vector<PlanPanel> panels;
  bool collapse = false;  // 折叠空列
  Span span;
};

/// Reads a table's definition; reports unknown keys, measures, axes, levels and members
/// with the near miss. The code (公开03表) is for the caller to assign.
[[nodiscard]] std::optional<TableDefinition> read_table(const Value& definition, const Accounts& accounts,
                                                        Diagnostics& diagnostics);

/// Every expression of the table, with the names its rows bind, for checks at load.
struct PlanExpression {
  Expression expression;
  std::vector<std::string> locals;
};
[[nodiscard]] std::vector<PlanExpression> expressions_of(const TablePlan& plan);

}  // namespace gongkai
