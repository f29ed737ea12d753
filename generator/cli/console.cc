#include "cli/console.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/byte_hash.h"

namespace gongkai {
namespace {

void print(std::FILE* stream, const std::string& text) { std::fwrite(text.data(), 1, text.size(), stream); }

/// Two of them from different beginnings tell messages apart.
std::uint64_t message_hash(const std::string& text, std::uint64_t begin) {
  const std::uint64_t hash = hash_of(text, begin);
  return hash ^ (hash >> 29);
}

bool no_colour_wished() {
  const char* const wish = std::getenv("NO_COLOR");
  return wish != nullptr && *wish != '\0';
}

}  // namespace

Console::Console(bool quiet)
    : quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1), colour_(terminal_ && !no_colour_wished()) {}

void Console::result(const std::string& text) {
  clear_progress();
  print(stdout, text);
}

void Console::message(const std::string& text) {
  if (text.empty() || !shown_.insert({message_hash(text, hash_begin), message_hash(text, 0x9ae16a3b2f90404fU)}).second)
    return;
  clear_progress();
  print(stderr, text);
}

void Console::remark(const std::string& text) {
  if (quiet_ || text.empty()) return;
  clear_progress();
  print(stderr, text);
}

void Console::progress(std::size_t done, std::size_t total, const std::string& text) {
  if (quiet_ || !terminal_ || total < 2) return;
  constexpr std::size_t width = 20;
  const std::size_t filled = done * width / total;
  std::string bar = "\r\x1b[K[" + std::string(filled, '#');
  for (std::size_t place = filled; place < width; ++place) bar += "·";
  bar += "] " + std::to_string(done) + "/" + std::to_string(total) + " " + text;
  print(stderr, bar);
  std::fflush(stderr);
  bar_shown_ = true;
}

void Console::clear_progress() {
  if (!bar_shown_) return;
  print(stderr, "\r\x1b[K");
  bar_shown_ = false;
}

bool Console::flush() {
  clear_progress();
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}  // namespace gongkai
