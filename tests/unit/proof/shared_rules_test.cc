// templates/shared/rules/proof.yaml: what it must find, and what it must leave alone.

#include <doctest/doctest.h>

#include "proof/proofreading.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

struct Vector {
  const char* text;
  const char* codes;
};

void compare(const std::vector<Vector>& vectors) {
  const Proofreading reader;
  REQUIRE(reader.ready());
  for (const Vector& vector : vectors) {
    CAPTURE(vector.text);
    CHECK(reader.codes(vector.text) == vector.codes);
  }
}

}  // namespace

TEST_CASE("leftovers of a form are errors") {
  compare({{"收、支总计各增加/减少3.42万元。", "LT-01"},
           {"与上年相比增长/下降0.39%。", "LT-01"},
           {"决算数大于（小于）预算数的主要原因是人员变动。", "LT-01"},
           {"2023年XX局共有车辆5辆。", "LT-02"},
           {"开展了××培训。", "LT-02"},
           {"主要用于（具体工作）等方面。", "LT-02"},
           {"项目实施内容（200字以内）", "LT-02"},
           {"由某某负责。", "LT-02"},
           {"结合项目组织实施管理办法，重点围绕资金分配说明。", "LT-03"},
           {"（注：数据来源于财决01表）", "LT-03"},
           {"（图1：收、支决算总计变动情况图）（柱状图）", "LT-03"},
           {"（不涉及的不列）", "LT-03"},
           {"PAGEREF _Toc1234 \\h 5", "LT-04 LT-04"},
           {"得分为null分。", "LT-08"},
           {"结余-0.00万元。", "LT-08"}});
}

TEST_CASE("what only looks like a leftover is left alone") {
  compare({{"出版图书XXL号。", ""},
           {"nano材料科普。", ""},
           {"因公出国（境）支出决算为0万元。", ""},
           {"科学技术支出（206类）科学技术普及（07款）科普活动（02项）。", ""},
           {"比例：50%。", ""},
           {"目的的实现。", ""},
           {"凉山州州委安排的工作。", ""}});
}

TEST_CASE("wrong characters and words said twice are warnings") {
  compare({{"基本支出用于保障自出。", "LT-05"},
           {"因公出国（镜）费。", "LT-05"},
           {"青少年科技竟赛。", "LT-05"},
           {"自觉接收社会监督。", "LT-05"},
           {"建立固定资产台帐。", "LT-05"},
           {"继续开展开展科普活动。", "LT-05"},
           {"完成预算100%，完成预算100%。", "LT-05"},
           {"我们研究研究。", ""},
           {"种种活动，常常开展。", ""}});
}

TEST_CASE("marks come once, full-width and in pairs") {
  compare({{"主要原因是人员减少。。", "LT-06"},
           {"一般公共预算支出；，其中项目支出。", "LT-06"},
           {"人员减少,支出下降。", "LT-06"},
           {"“三公经费支出。", "LT-06"},
           {"三公”经费支出。", "LT-06"},
           {"《预算法规定。", "LT-06"},
           {"真的吗？！", ""},
           {"1）学术交流；2）科普活动。", ""},
           {"开放时间9:30至17:30。", ""},
           {"支出决算为874.05，完成预算。", "LT-07"},
           {"支出决算为874.05万元，完成预算。", ""}});
}

TEST_CASE("years, names and figures' words fit the report") {
  compare({{"2019年部门收支情况。", "DC-02"},
           {"2022年支出与2024年安排。", ""},
           {"根据《2016年操作规程》和财预〔2016〕143号。", ""},
           {"项目自2018年起实施，截至2019年底完成。", ""},
           {"凉山州科协技术协会2023年支出。", "DC-01"},
           {"凉山州科学技术协会、凉山州农业科学技术学会。", ""},
           {"增加3.42万元，下降0.39%。", "YY-03"},
           {"减少3.42万元，下降0.39%。", ""},
           {"减少3.42万元，下降0.39%。主要变动原因是专项支出增加。", "YY-03"},
           {"减少49.19万元，下降647.24%。", "YY-04"},
           {"减少49.19万元，下降100%。", ""},
           {"增加3万元，增长2%。主要变动原因是。", "YY-06"},
           {"决算数小于预算数的主要原因是决算数小于预算数。", "YY-06"}});
}

TEST_CASE("typed ordinals run on without a gap") {
  const Proofreading reader;
  REQUIRE(reader.ready());
  CHECK(reader.codes("一是组织学术交流；二是开展科普；四是举荐人才。") == "DC-04");
  CHECK(reader.codes("一是组织学术交流；二是开展科普；三是举荐人才。").empty());
  CHECK(reader.codes({paragraph("1.甲的工作"), paragraph("2.乙的工作"), paragraph("4.丁的工作")}) == "DC-04");
  CHECK(reader.codes({paragraph("1.甲的工作"), paragraph("2、乙的工作")}) == "DC-04");
  CHECK(reader.codes({paragraph("1.甲的工作"), heading(2, "乙"), paragraph("1.丙的工作")}).empty());
  CHECK(reader
            .codes({paragraph("一、总的情况"), paragraph("（一）甲"), paragraph("（二）乙"), paragraph("二、问题"),
                    paragraph("（一）丙")})
            .empty());
}

TEST_CASE("headings have something below them and are not repeated in one section") {
  const Proofreading reader;
  REQUIRE(reader.ready());
  CHECK(reader.messages({heading(1, "部门概况"), heading(2, "职责"), heading(2, "机构"), paragraph("甲。")}) ==
        "标题：标题“职责”下面没有内容：职责\n");
  CHECK(reader.messages({heading(1, "部门概况"), heading(2, "职责"), paragraph("甲。"), heading(2, "职责"),
                         paragraph("乙。")}) == "标题：标题“职责”在同一部分里出现两次：职责\n");
  CHECK(reader
            .codes({heading(1, "甲"), heading(2, "概况"), paragraph("一。"), heading(1, "乙"), heading(2, "概况"),
                    paragraph("二。")})
            .empty());
}

TEST_CASE("a long paragraph does not stand twice, a term is explained only if used") {
  const Proofreading reader;
  REQUIRE(reader.ready());
  const std::string text = "组织学术交流，促进学科发展，为科学决策提供意见，弘扬科学精神，普及科技知识。";
  CHECK(reader.codes({paragraph(text), heading(3, "又一节"), paragraph(text)}) == "DC-07");
  CHECK(reader.codes({paragraph(text), heading(2, "另一份报告"), paragraph(text)}).empty());
  CHECK(reader.codes({paragraph("事业收入5万元。"), heading(1, "名词解释"),
                      paragraph("事业收入：指开展业务取得的收入。"), paragraph("经营收入：指经营取得的收入。")}) ==
        "DC-06");
}
