#pragma once
// One lambda for each alternative of a variant, none forgotten.

namespace gongkai {

template <class... Functions>
struct Match : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Match(Functions...) -> Match<Functions...>;

}  // namespace gongkai
