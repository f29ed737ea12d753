#pragma once
// Things read once per run and shared by all reports and threads.

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace gongkai {

template <typename Thing>
class Shelf {
 public:
  using Shared = std::shared_ptr<const Thing>;
  /// What `load` gave the first asker of `key`. From any thread; later askers wait for it.
  [[nodiscard]] Shared get(const std::string& key, const std::function<Shared()>& load) {
    std::promise<Shared> promise;
    std::shared_future<Shared> loading;
    bool first = false;
    {
      const std::lock_guard<std::mutex> hold(guard_);
      const auto [entry, inserted] = loaded_.try_emplace(key);
      if (inserted) entry->second = promise.get_future().share();
      loading = entry->second;
      first = inserted;
    }
    if (first) promise.set_value(load());
    return loading.get();
  }

 private:
  std::mutex guard_;
  std::map<std::string, std::shared_future<Shared>> loaded_;
};

}  // namespace gongkai
