#include "value/journal.h"

#include <utility>

namespace gongkai {

std::string_view kind_text(OriginKind kind) {
  switch (kind) {
    case OriginKind::entered: return "录入";
    case OriginKind::stated: return "录入的合计，按所填印出";
    case OriginKind::summed: return "各项之和";
    case OriginKind::inferred: return "推定为零";
    case OriginKind::derived: return "算得";
  }
  return "";
}

OriginId Journal::add(OriginRecord record) {
  records_.push_back(std::move(record));
  return static_cast<OriginId>(records_.size());
}

}  // namespace gongkai
