#include "base/utf8.h"

#include <doctest/doctest.h>

namespace utf8 = gongkai::utf8;

namespace {

std::string encoded(char32_t code_point) {
  std::string text;
  utf8::append(text, code_point);
  return text;
}

}  // namespace

TEST_CASE("every code point comes back as it was written") {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    const std::string text = encoded(code_point);
    std::size_t offset = 0;
    if (utf8::decode(text, offset) != code_point || offset != text.size() || utf8::first_invalid(text)) {
      FAIL(static_cast<std::uint32_t>(code_point));
    }
  }
}

TEST_CASE("valid text has no invalid byte") {
  CHECK_FALSE(utf8::first_invalid(""));
  CHECK_FALSE(utf8::first_invalid("凉山州科协 2023 𬱖䶮〇"));
}

TEST_CASE("overlong forms, surrogates, stray and missing continuations are invalid") {
  CHECK(utf8::first_invalid("甲\x80") == 3);
  CHECK(utf8::first_invalid("ab\xC0\xAF") == 2);
  CHECK(utf8::first_invalid("\xE0\x80\xAF") == 0);
  CHECK(utf8::first_invalid("\xF0\x80\x80\xAF") == 0);
  CHECK(utf8::first_invalid("\xED\xA0\x80") == 0);
  CHECK(utf8::first_invalid("\xF4\x90\x80\x80") == 0);
  CHECK(utf8::first_invalid("\xFF") == 0);
  CHECK(utf8::first_invalid("a\xE7\x94") == 1);
  CHECK(utf8::first_invalid("a\xE7\x94z") == 1);
}

TEST_CASE("text in GBK is found out at its first byte") { CHECK(utf8::first_invalid("year: \xC4\xEA\xB6\xC8") == 6); }

TEST_CASE("an invalid byte decodes to the replacement character and one step") {
  const std::string text = "\xE7\x94z";
  std::size_t offset = 0;
  CHECK(utf8::decode(text, offset) == U'\uFFFD');
  CHECK(offset == 1);
  CHECK(utf8::decode_all(text) == U"\uFFFD\uFFFDz");
}

TEST_CASE("length counts code points") {
  CHECK(utf8::length("") == 0);
  CHECK(utf8::length("2023年度") == 6);
  CHECK(utf8::length("𬱖") == 1);
}

TEST_CASE("Chinese is two columns wide, marks are none, quotes and dashes one") {
  CHECK(utf8::display_width("abc") == 3);
  CHECK(utf8::display_width("公开03表") == 8);
  CHECK(utf8::display_width("，。（）：") == 10);
  CHECK(utf8::display_width("　") == 2);
  CHECK(utf8::display_width("“三公”—…·") == 9);
  CHECK(utf8::display_width("𬱖䶮〇") == 6);
  CHECK(utf8::display_width("e\u0301") == 1);
  CHECK(utf8::display_width("￥") == 2);
  CHECK(utf8::display_width("│ −") == 3);
  CHECK(utf8::display_width("한글") == 4);
}

TEST_CASE("a line end is no blank after Chinese letters and full-width marks") {
  for (const char32_t letter : {U'科', U'〇', U'，', U'。', U'）', U'《', U'、', U'カ', U'\U0002CC56'}) {
    CHECK(utf8::is_wide(letter));
  }
  for (const char32_t letter : {U'a', U'1', U'.', U'é', U'한', U'€', U' '}) CHECK_FALSE(utf8::is_wide(letter));
}
