#include "cli/output.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace gongkai {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view aside_ending = ".gongkai-tmp";

/// Hidden name beside the goal; the process number keeps two runs apart.
fs::path aside_path(const fs::path& goal) {
  std::string name = "." + goal.filename().string() + "." + std::to_string(::getpid());
  return goal.parent_path() / name.append(aside_ending);
}

/// Opened and locked, or -1 with errno. Between the two steps another run may take the
/// file for a leftover and remove it (then it has no link any more): begin again.
int create_locked(const fs::path& path) {
  for (;;) {
    const int file = ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0666);
    if (file < 0) return -1;
    struct stat status {};
    if (::flock(file, LOCK_EX) == 0 && ::fstat(file, &status) == 0 && status.st_nlink > 0) return file;
    ::close(file);
  }
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(file) == 0;
}

bool is_aside_of(const std::string& name, const std::string& goal) {
  const std::string begin = "." + goal + ".";
  const bool ends = name.size() > begin.size() + aside_ending.size() && name.ends_with(aside_ending);
  return ends && name.starts_with(begin);
}

/// Removes what a killed run left beside this goal. A living run holds the lock.
void remove_leftovers(const fs::path& goal) {
  std::error_code failed;
  for (fs::directory_iterator entry(goal.parent_path(), failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    if (!is_aside_of(entry->path().filename().string(), goal.filename().string())) continue;
    const int file = ::open(entry->path().c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) continue;
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(entry->path().c_str());
    ::close(file);
  }
}

}  // namespace

std::string reason_text(int code) {
  switch (code) {
    case ENOSPC:
    case EDQUOT: return "磁盘已满";
    case EFBIG: return "超出允许的文件大小";
    case EACCES:
    case EPERM: return "没有写入权限";
    case EROFS: return "文件系统是只读的";
    case ENOTDIR:
    case EEXIST: return "路径中有同名的文件";
    case EISDIR: return "已有同名的文件夹";
    case ENAMETOOLONG: return "名称太长";
    case EIO: return "磁盘读写出错";
    default: return std::generic_category().message(code);
  }
}

OutputFiles::~OutputFiles() {
  for (const Staged& staged : staged_) {
    if (staged.file < 0) continue;
    ::unlink(staged.aside.c_str());
    ::close(staged.file);
  }
}

bool OutputFiles::fail(const fs::path& goal, int code) {
  error_ = "写不了 " + goal.generic_string() + "：" + reason_text(code);
  return false;
}

bool OutputFiles::write_aside(Staged& staged, std::string_view bytes) {
  staged.file = create_locked(staged.aside);
  if (staged.file < 0) return fail(staged.goal, errno);
  if (write_all(staged.file, bytes)) return true;
  return fail(staged.goal, errno);
}

bool OutputFiles::stage(const fs::path& goal, std::string_view bytes) {
  std::error_code failed;
  if (goal.has_parent_path()) fs::create_directories(goal.parent_path(), failed);
  if (failed) return fail(goal, failed.value());
  remove_leftovers(goal);
  staged_.push_back({goal, aside_path(goal), -1});
  return write_aside(staged_.back(), bytes);
}

bool OutputFiles::commit() {
  for (Staged& staged : staged_) {
    if (::rename(staged.aside.c_str(), staged.goal.c_str()) != 0) return fail(staged.goal, errno);
    untouched_ = false;
    ::close(staged.file);
    staged.file = -1;
  }
  return true;
}

}  // namespace gongkai
