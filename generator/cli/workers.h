#pragma once
// Many reports at once, told in order: results come out as if one worker had done all.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace gongkai {

/// Calls make(index) for every index below count on up to `jobs` threads, and
/// tell(index, result) for each in ascending order on the calling thread.
template <typename Result>
void work_in_order(std::size_t count, unsigned jobs, const std::function<Result(std::size_t)>& make,
                   const std::function<void(std::size_t, Result)>& tell) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t index = 0; index < count; ++index) tell(index, make(index));
    return;
  }
  std::vector<std::optional<Result>> results(count);
  std::mutex guard;
  std::condition_variable ready;
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t index = next++; index < count; index = next++) {
      Result result = make(index);
      const std::lock_guard<std::mutex> hold(guard);
      results[index] = std::move(result);
      ready.notify_one();
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned job = 0; job < jobs && job < count; ++job) threads.emplace_back(work);
  for (std::size_t index = 0; index < count; ++index) {
    std::unique_lock<std::mutex> hold(guard);
    ready.wait(hold, [&] { return results[index].has_value(); });
    Result result = std::move(*results[index]);
    results[index].reset();
    hold.unlock();
    tell(index, std::move(result));
  }
}

}  // namespace gongkai
