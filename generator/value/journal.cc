#include "value/journal.h"

#include <utility>

namespace gongkai {

OriginId Journal::add(OriginRecord record) {
  records_.push_back(std::move(record));
  return static_cast<OriginId>(records_.size());
}

}  // namespace gongkai
