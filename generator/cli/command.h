#pragma once
// What each command does. Exit codes: 0 good, 1 figures inconsistent, 2 wrong usage,
// 3 data, template or font faulty, 4 could not write; of several the greatest but 2.

#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/profile_shelf.h"
#include "cli/search.h"

namespace gongkai {

inline constexpr int exit_usage = 2;
inline constexpr int exit_input = 3;
inline constexpr int exit_output = 4;

/// The whole program: words after the program's name → exit code.
[[nodiscard]] int run(const std::vector<std::string>& words);

[[nodiscard]] int render_command(const Arguments& arguments, Console& console);
[[nodiscard]] int check_command(const Arguments& arguments, Console& console);
[[nodiscard]] int explain_command(const Arguments& arguments, Console& console);
[[nodiscard]] int schema_command(const Arguments& arguments, Console& console);
/// A new data file, or the folder of a new profile; nothing that is there is written over.
[[nodiscard]] int new_command(const Arguments& arguments, Console& console);
[[nodiscard]] int new_data_file(const Arguments& arguments, Console& console);

/// "用法错误：…" on stderr; gives exit_usage.
int usage_error(Console& console, const std::string& message);

[[nodiscard]] std::string program_version();

/// "templates/sichuan/final-accounts/" and "sichuan/final-accounts" name the same.
[[nodiscard]] std::string profile_id(const std::string& operand);

/// The profile named by the first operand, its mistakes shown; null with an exit code
/// when there is none. `code` is that of its mistakes otherwise.
[[nodiscard]] std::shared_ptr<const LoadedProfile> wanted_profile(const Arguments& arguments, Console& console,
                                                                  ProfileShelf& shelf, int& code);

/// The reports named by the operands; empty after a usage error was shown.
[[nodiscard]] std::vector<FoundReport> wanted_reports(const std::vector<std::string>& operands, Console& console);

/// -j, or as many as the machine has.
[[nodiscard]] unsigned job_count(const Arguments& arguments);

}  // namespace gongkai
