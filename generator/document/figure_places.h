#pragma once
// Every figure of a document with the place it stands in, as a reader would tell it.

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/table_headers.h"

namespace gongkai {

struct FigurePlace {
  std::string text;  // as printed; "" where a zero prints as blank
  OriginId origin = 0;
  std::size_t block = 0;             // index into Document::blocks
  std::string section;               // "（一）“三公”经费…": the last heading before it; of a chart too
  std::string title;                 // "公开03表 支出决算表", "图2 支出决算结构图"; "" in running text
  std::string code;                  // "公开03表", "图2"
  std::vector<std::string> rows;     // row headers beside it: "2060701", "机构运行"; the label in a chart
  std::vector<std::string> columns;  // column headers over it: "本年支出", "基本支出"

  /// "公开03表 支出决算表，科学技术支出，基本支出", or the section.
  [[nodiscard]] std::string where() const;
};

/// Title, code and headers of a cell of a table; the rest is the caller's.
[[nodiscard]] FigurePlace place_in_table(const Table& table, const TableHeaders& headers, const Cell& cell);

/// In reading order. Cells whose figure prints as blank are among them.
[[nodiscard]] std::vector<FigurePlace> figure_places(const Document& document);

}  // namespace gongkai
