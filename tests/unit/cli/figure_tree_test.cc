#include "cli/figure_tree.h"

#include <doctest/doctest.h>

using namespace gongkai;

TEST_CASE("a figure is drawn with its operands and their places") {
  Sources sources;
  const SourceId id = sources.add("data/x.yaml", "甲: 1.50\n乙: 2\n");
  Journal journal;
  const Quantity first(Rational(1500000), Dimension::money);
  const Quantity second(Rational(2000000), Dimension::money);
  const Quantity sum(Rational(3500000), Dimension::money);
  const OriginId a = journal.add({OriginKind::entered, Span{id, 5, 9}, "甲", first, {}});
  const OriginId b = journal.add({OriginKind::entered, Span{id, 15, 16}, "乙", second, {}});
  const OriginId c = journal.add({OriginKind::summed, Span{}, "合计", sum, {a, b}});
  CHECK(figure_tree(c, journal, sources) ==
        "合计 = 35000.00 元  各项之和\n"
        "├ 甲 = 15000.00 元  录入  data/x.yaml:1:4\n"
        "└ 乙 = 20000.00 元  录入  data/x.yaml:2:4\n");
}

TEST_CASE("a figure met twice is drawn once") {
  const Sources sources;
  Journal journal;
  const Quantity one(Rational(1000000), Dimension::money);
  const OriginId leaf = journal.add({OriginKind::entered, Span{}, "甲", one, {}});
  const OriginId part = journal.add({OriginKind::summed, Span{}, "分计", one, {leaf}});
  const OriginId top = journal.add({OriginKind::summed, Span{}, "总计", one, {part, part}});
  CHECK(figure_tree(top, journal, sources) ==
        "总计 = 10000.00 元  各项之和\n"
        "├ 分计 = 10000.00 元  各项之和\n"
        "│ └ 甲 = 10000.00 元  录入\n"
        "└ 分计 = 10000.00 元  各项之和  （见上）\n");
}
