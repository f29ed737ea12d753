#include "document/figure_cells.h"

#include <doctest/doctest.h>

#include "document/samples.h"

using namespace gongkai;

namespace {

Document document_with(OriginId of_text, OriginId of_cell) {
  Paragraph paragraph;
  paragraph.text = {PlainText{"支出合计"}, Figure{"874.05", {}, of_text}, PlainText{"万元。"}};
  Table table = samples::table();
  table.cells[5].content = {Figure{"874.05", {}, of_cell}};
  Table again = table;
  again.id = "GE";
  Document document;
  document.blocks = {paragraph, table, again};
  return document;
}

}  // namespace

TEST_CASE("a figure of the text is found in the first cell that prints its origin") {
  const Document document = document_with(7, 7);
  const FigureCells cells(document);
  REQUIRE(cells.of(7) != nullptr);
  CHECK(cells.of(7)->place == "EX.2.2");
  CHECK(cells.of(7)->words == "见公开03表 支出决算表，合计，金额");
  CHECK(cells.at(std::get<Table>(document.blocks[1]).cells[5]) == cells.of(7));
  CHECK(cells.at(std::get<Table>(document.blocks[2]).cells[5]) == nullptr);
}

TEST_CASE("a figure that no table prints, or of no origin, is found nowhere") {
  const Document other = document_with(7, 8);
  CHECK(FigureCells(other).of(7) == nullptr);
  CHECK(FigureCells(other).of(8) == nullptr);
  const Document none = document_with(0, 0);
  CHECK(FigureCells(none).of(0) == nullptr);
}
