#include <csignal>
#include <string>
#include <vector>

#include "cli/command.h"

int main(int count, char** words) {
  // A file that grows beyond the allowed size is an error of write(), not a death.
  std::signal(SIGXFSZ, SIG_IGN);
  return gongkai::run(std::vector<std::string>(words + 1, words + count));
}
