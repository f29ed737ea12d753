#pragma once
// Bytes → located Value. YAML through yaml-cpp's event interface, JSON through
// nlohmann's SAX interface; both give the same tree: every scalar is Text (numbers are
// never converted), every node and key carries its span.
//
// A byte order mark and CRLF are read as what they are; an empty value is Absent and shown
// at its key; in a text over several lines a line end between Chinese characters is not a
// blank. YAML is read strictly: what the language allows but nobody who types data means is
// refused by name.
//
// | code      | what is wrong                                                           |
// |-----------|-------------------------------------------------------------------------|
// | x-01      | not UTF-8 (GBK, UTF-16)                  x is YAML or JSON              |
// | x-02      | control character, also one written as an escape                        |
// | x-03      | character nobody can see (zero width, direction marks)                  |
// | x-04      | U+FFFD: text destroyed by a conversion                                  |
// | x-05      | carriage return without line feed                                       |
// | x-06      | nested too deep                                                         |
// | x-07      | key written twice, with both places; all of them are reported           |
// | x-08      | larger than 64 MB                                                       |
// | YAML-10   | tab in the indentation                                                  |
// | YAML-11   | U+3000, no-break or other blank in the indentation                      |
// | YAML-12   | full-width colon behind a key                                           |
// | YAML-13   | no blank behind a colon, or a full-width one                            |
// | YAML-14   | quote never closed, shown at its opening                                |
// | YAML-15   | text behind a closing quote or bracket                                  |
// | YAML-16   | thousands separators inside brackets                                    |
// | YAML-17   | line beginning with %                                                   |
// | YAML-18   | anchor, alias, tag                                                      |
// | YAML-19   | more than one document                                                  |
// | YAML-20   | merge key <<                                                            |
// | YAML-21   | bracket never closed (shown at its opening) or closed by the other kind |
// | YAML-22   | no colon, or no key before it                                           |
// | YAML-23   | indentation fits nothing above                                          |
// | YAML-24   | two colons on one line or in one entry                                  |
// | YAML-25   | dash without blank, list on the line of its key, list and keys mixed    |
// | YAML-26   | comma missing, doubled or full-width; pairs in square brackets          |
// | YAML-27   | text beginning with a reserved sign; ? in brackets                      |
// | YAML-28   | block of text begun on the line of its | or >, or indented unevenly     |
// | YAML-29   | key that is a list or a block                                           |
// | YAML-30   | backslash in double quotes that is no escape                            |
// | YAML-31   | anything else                                                           |
// | JSON-10   | empty, or ends too early                                                |
// | JSON-11   | string never closed, shown at its opening                               |
// | JSON-12   | full-width punctuation                                                  |
// | JSON-13   | anything else                                                           |
// | JSON-14   | escape that does not exist, half of a surrogate pair                    |

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "value/value.h"

namespace gongkai {

/// Reads source `id` as JSON if its path ends in .json, else as YAML. At most one syntax
/// error is reported (with line, column and what to do); nullopt then. A YAML text without
/// content is Absent.
[[nodiscard]] std::optional<Value> read_value(const Sources& sources, SourceId id, Diagnostics& diagnostics);

}  // namespace gongkai
