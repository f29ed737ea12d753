#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/command.h"

int main(int count, char** words) {
  // A file that grows beyond the allowed size is an error of write(), not a death.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return gongkai::run(std::vector<std::string>(words + 1, words + count));
  } catch (const std::exception& failure) {  // memory ran out, or a mistake of ours
    std::fprintf(stderr, "内部错误：%s\n", failure.what());
    return gongkai::exit_input;
  }
}
