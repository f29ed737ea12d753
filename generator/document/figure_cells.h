#pragma once
// Where the figures of the running text stand in the tables, so that who reads the text can look
// them up: the first cell that prints a figure of the same origin.

#include <string>
#include <unordered_map>

#include "document/document.h"

namespace gongkai {

struct FigureCell {
  std::string place;  // unique in the document: "EX.12.3", the table's id, row and column from 0
  std::string words;  // "见公开03表 支出决算表，科学技术支出，基本支出"
};

class FigureCells {
 public:
  /// `document` must outlive this.
  explicit FigureCells(const Document& document);
  FigureCells(const FigureCells&) = delete;
  FigureCells& operator=(const FigureCells&) = delete;

  /// The cell of a figure of a paragraph; nullptr: no table prints it.
  [[nodiscard]] const FigureCell* of(OriginId origin) const;
  /// Whether figures are looked up in this cell; nullptr: none is.
  [[nodiscard]] const FigureCell* at(const Cell& cell) const;

 private:
  void want(const Inlines& inlines);
  void search(const Table& table);

  std::unordered_map<OriginId, FigureCell> cells_;  // place "" until it is found
  std::unordered_map<const Cell*, const FigureCell*> of_cell_;
};

}  // namespace gongkai
