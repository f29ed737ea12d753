#include "write/pdf.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "fonts_of_tree.h"
#include "layout/page_dump.h"
#include "write/pdf_font.h"
#include "write/pdf_font_subset.h"
#include "write/pdf_sample.h"
#include "write/pdf_text.h"

using namespace gongkai;
using gongkai::testing::sample_pages;
using gongkai::testing::set_line;
using gongkai::testing::told;
using gongkai::testing::tree_fonts;

namespace {

std::size_t occurrences(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

/// The archival edition by default: what it says can be read without inflating anything.
std::string written(const Pages& pages, PdfEdition edition = PdfEdition::archive) {
  Diagnostics diagnostics;
  const std::optional<std::string> pdf = write_pdf(pages, tree_fonts(), diagnostics, {edition});
  CHECK(told(diagnostics) == "");
  return pdf.value_or("");
}

std::string shown(std::int64_t length) {
  std::string out;
  append_points(out, length);
  return out;
}

}  // namespace

TEST_CASE("lengths are written exactly") {
  CHECK(shown(0) == "0");
  CHECK(shown(841890) == "841.89");
  CHECK(shown(-5) == "-0.005");
  CHECK(shown(-12050) == "-12.05");
  CHECK(shown(2147483648) == "2147483.648");
}

TEST_CASE("texts are UTF-16 with surrogates, colours keep their 255 steps") {
  CHECK(text_string("决𬱖") == "<FEFF51B3D873DC56>");
  CHECK(byte_string("s1") == "<7331>");
  CHECK(colour_operands("#ff8000") == "1 0.502 0");
  CHECK(colour_operands("") == "0 0 0");
}

TEST_CASE("the same pages give the same bytes, other pages another ID") {
  const std::string pdf = written(sample_pages(tree_fonts()));
  CHECK(pdf == written(sample_pages(tree_fonts())));
  Pages other = sample_pages(tree_fonts());
  other.title += "（草案）";
  const auto id = [](const std::string& file) { return file.substr(file.rfind("/ID"), 80); };
  CHECK(id(written(other)) != id(pdf));
}

TEST_CASE("a file begins, ends and describes itself as it should") {
  const std::string pdf = written(sample_pages(tree_fonts()));
  CHECK(pdf.starts_with("%PDF-1.4\n"));
  CHECK(occurrences(pdf, "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>") == 1);
  CHECK(pdf.ends_with("%%EOF\n"));
  CHECK(occurrences(pdf, "/Lang <FEFF007A0068002D0043004E>") == 1);
  CHECK(occurrences(pdf, "/CreationDate (D:20240920) /ModDate (D:20240920)") == 1);
  CHECK(occurrences(pdf, "/Title <FEFF") == 1 + sample_pages(tree_fonts()).outline.size());
  CHECK(occurrences(pdf, "/Nums [0<</P <FEFF>>>1<</S /D /St 1>>]") == 1);
  CHECK(occurrences(pdf, "/Type /Outlines /First ") == 1);
}

TEST_CASE("the usual edition keeps its objects compressed and claims no conformance") {
  const std::string pdf = written(sample_pages(tree_fonts()), PdfEdition::screen);
  CHECK(pdf.starts_with("%PDF-1.7\n"));
  CHECK(pdf.ends_with("%%EOF\n"));
  CHECK(occurrences(pdf, "/Type /ObjStm") == 1);
  CHECK(occurrences(pdf, "/Outlines") == 0);
  CHECK(occurrences(pdf, "pdfaid:part") == 0);
  CHECK(pdf.size() < written(sample_pages(tree_fonts())).size());
}

TEST_CASE("attachments are listed by name and associated with the document, which says that it may have them") {
  Diagnostics diagnostics;
  PdfRequest request{PdfEdition::attached, {}};
  request.attachments.push_back(
      {"b.check.json", "application/json", "核对结果", PdfAttachment::Relation::supplement, "{}"});
  request.attachments.push_back({"决.yaml", "application/yaml", "数据", PdfAttachment::Relation::data, "甲: 1\n"});
  const auto pdf = write_pdf(sample_pages(tree_fonts()), tree_fonts(), diagnostics, request);
  REQUIRE(pdf);
  CHECK(occurrences(*pdf, "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>") == 1);
  CHECK(occurrences(*pdf,
                    "/Type /EmbeddedFile /Subtype /application#2Fyaml /Params <</Size 7 /ModDate (D:20240920)>>") == 1);
  CHECK(occurrences(*pdf, "/Type /EmbeddedFile /Subtype /application#2Fjson /Params <</Size 2 ") == 1);
}

TEST_CASE("texts with marks of XML are told whole") {
  Pages pages = sample_pages(tree_fonts());
  pages.title = "“A&B”<乙>";
  CHECK(occurrences(written(pages), "“A&amp;B”&lt;乙&gt;</rdf:li>") == 1);
}

TEST_CASE("elements lead to their content and back") {
  Pages pages;
  pages.pages.push_back({595276, 841890, "1", {}});
  Page& page = pages.pages[0];
  const ElementId root = pages.structure.add({.role = ElementRole::document});
  const ElementId title = pages.structure.add({.role = ElementRole::heading, .level = 2, .parent = root});
  const ElementId text = pages.structure.add({.role = ElementRole::paragraph, .parent = root});
  const ElementId link = pages.structure.add({.role = ElementRole::link, .parent = text});
  const auto line = [&](ElementId element, Length y, const std::string& words) {
    page.mark(element);
    set_line(page, tree_fonts(), FontRole::body, 12000, {72000, y}, words);
  };
  line(title, 100000, "决算");
  line(text, 120000, "支出");
  line(link, 140000, "见表");
  page.links.push_back({{72000, 130000}, 24000, 12000, "s1", "见表一", link});
  line(text, 160000, "收入");
  line(page_foot, 800000, "1");
  pages.places = {{"s1", 0, 100000}};
  const std::string pdf = written(pages);
  CHECK(occurrences(pdf, "/MarkInfo <</Marked true>>") == 1);
  const auto number = [&pdf](const std::string& entries) {
    const std::size_t at = pdf.rfind(" 0 obj\n", pdf.find(entries));
    const std::size_t begin = pdf.rfind('\n', at) + 1;
    return pdf.substr(begin, at - begin) + " 0 R";
  };
  const std::string first = number("/S/H1");  // levels begin at 1
  const std::string second = number("/S/P/K");
  const std::string third = number("/S/Link");
  CHECK(occurrences(pdf, "/K[" + first + " " + second + " ]>>") == 1);
  CHECK(occurrences(pdf, "/K[1 " + third + " 3 ]>>") == 1);
  CHECK(occurrences(pdf, "/Nums[0[" + first + " " + second + " " + third + " " + second + " ]1 " + third + " ]") == 1);
  CHECK(occurrences(pdf, "/StructParent 1") == 1);
}

TEST_CASE("without a date the file tells none") {
  Pages pages = sample_pages(tree_fonts());
  pages.date.clear();
  CHECK(occurrences(written(pages), "Date") == 0);
  pages.date = "二〇二四年九月";
  CHECK(occurrences(written(pages), "Date") == 0);
}

TEST_CASE("only used fonts are embedded, each under a name of its own subset") {
  Pages pages;
  pages.pages.push_back({595276, 841890, "1", {}});
  set_line(pages.pages[0], tree_fonts(), FontRole::body, 16000, {72000, 100000}, "决算");
  const std::string pdf = written(pages);
  CHECK(occurrences(pdf, "/Type0") == 1);
  CHECK(occurrences(pdf, "+GongkaiSong-Regular") == 3);  // font, descendant, descriptor
}

TEST_CASE("no page at all is still a file, pages beyond libharu's flat limit are written") {
  CHECK(occurrences(written({}), "%%EOF") == 1);
  Pages many;
  many.pages.resize(40000, {595276, 841890, "", {}});
  CHECK(occurrences(written(many), "/Type /Page\n") == 40000);
}

TEST_CASE("what leads nowhere is told") {
  Pages pages = sample_pages(tree_fonts());
  pages.pages[0].links.push_back({{0, 0}, 1000, 1000, "没有"});
  pages.outline.push_back({1, "附件", 9, 0});
  Diagnostics diagnostics;
  CHECK_FALSE(write_pdf(pages, tree_fonts(), diagnostics).has_value());
  CHECK(told(diagnostics) ==
        "PDF-02 链接指向不存在的位置“没有”\n"
        "PDF-02 书签“附件”指向第 10 页，而全文只有 2 页\n");
}

TEST_CASE("a page wider than libharu takes is an error of output") {
  Pages pages;
  pages.pages.push_back({20000000, 841890, "1", {}});
  Diagnostics diagnostics;
  CHECK_FALSE(write_pdf(pages, tree_fonts(), diagnostics).has_value());
  CHECK(told(diagnostics) == "PDF-01 写 PDF 失败：libharu 错误码 4180\n");
  CHECK(diagnostics.exit_code() == 4);
}

TEST_CASE("a glyph of two characters has a code for each") {
  FontUse use;
  CHECK(use.code(7, U'·') == 1);
  CHECK(use.code(9, U'决') == 2);
  CHECK(use.code(7, U'‧') == 3);
  CHECK(use.code(7, U'·') == 1);
  CHECK(use.code(7, U'‧') == 3);
  CHECK(use.glyphs().size() == 4);
}

TEST_CASE("a subset is a font that can be read again") {
  const FontSet& fonts = tree_fonts();
  const Font& whole = fonts.font(fonts.chain(FontRole::heading2).front());
  std::vector<UsedGlyph> glyphs = {UsedGlyph{}};
  for (const char32_t character : U"财政拨款é0") {
    if (character != 0) glyphs.push_back({whole.glyph(character), character});
  }
  const FontSubset subset = font_subset(whole, glyphs);
  REQUIRE_FALSE(subset.damaged.has_value());
  FontTables tables;
  REQUIRE(tables.read(subset.file, 0) == FontTables::Outcome::good);
  const std::string_view loca = tables.find(font_tag("loca"));
  const std::string_view hmtx = tables.find(font_tag("hmtx"));
  CHECK(loca.size() / 4 >= glyphs.size() + 1);
  CHECK(read_u32(loca, loca.size() - 4) == tables.find(font_tag("glyf")).size());
  for (std::size_t index = 0; index < glyphs.size(); ++index) {
    CHECK(read_u16(hmtx, 4 * index) == whole.raw_advance(glyphs[index].glyph));
  }
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < subset.file.size(); at += 4) sum += read_u32(subset.file, at);
  CHECK(sum == 0xB1B0AFBA);
}

TEST_CASE("damaged outlines are told or left as they are, never followed out of the file") {
  const std::string whole = *DiskFiles().read(gongkai::testing::fonts_folder() + "/kai-regular.ttf");
  FontTables tables;
  REQUIRE(tables.read(whole, 0) == FontTables::Outcome::good);
  const std::string_view glyf = tables.find(font_tag("glyf"));
  const auto start = static_cast<std::size_t>(glyf.data() - whole.data());
  std::uint32_t state = 7;
  const auto random = [&state](std::size_t limit) {
    state = state * 1664525 + 1013904223;
    return static_cast<std::size_t>(state >> 4) % limit;
  };
  std::size_t damaged = 0;
  for (int round = 0; round < 10; ++round) {
    auto bytes = std::make_shared<std::string>(whole);
    for (int change = 0; change < 200000; ++change)
      (*bytes)[start + random(glyf.size())] = static_cast<char>(random(256));
    Diagnostics diagnostics;
    const std::optional<Font> font = Font::open({bytes, *bytes}, "试.ttf", 0, {}, diagnostics);
    REQUIRE(font.has_value());
    std::vector<UsedGlyph> glyphs = {UsedGlyph{}};
    for (char32_t character = 0x4E00; character < 0x4F00; ++character)
      glyphs.push_back({font->glyph(character), character});
    const FontSubset subset = font_subset(*font, glyphs);
    CHECK(subset.damaged.has_value() == subset.file.empty());
    damaged += subset.damaged ? 1 : 0;
  }
  CHECK(damaged > 0);
}

TEST_CASE("the dump of pages tells what stands where") {
  Pages pages;
  pages.pages.push_back({595276, 841890, "1", {}});
  set_line(pages.pages[0], tree_fonts(), FontRole::body, 16000, {72000, 100000}, "决算 874.05");
  set_line(pages.pages[0], tree_fonts(), FontRole::heading1, 16000, {72000, 120500}, "总体", 350);
  pages.pages[0].placed.push_back(Box{{72000, 101000}, 451276, 500, "#c00000"});
  pages.pages[0].links.push_back({{72000, 84000}, 100000, 16000, "s1"});
  pages.places.push_back({"s1", 0, 84000});
  pages.outline.push_back({1, "总体", 0, 84000});
  CHECK(dump(pages, tree_fonts()) ==
        "page 1 \"1\" 595.276 x 841.89\n"
        "  text 72,100 16 GongkaiSong-Regular \"决算 874.05\"\n"
        "  text 72,120.5 16 GongkaiHei-Bold +0.35 \"总体\"\n"
        "  box 72,101 451.276x0.5 #c00000\n"
        "  link 72,84 100x16 → s1\n"
        "place s1 page 1 84\n"
        "outline 1 \"总体\" page 1 84\n");
}
