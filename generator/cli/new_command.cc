// gongkai new --profile: a folder for a new profile, from the starter texts under
// templates/shared/starter and what its base says now. With a data file: new_data_file.cc.

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "cli/command.h"
#include "cli/home.h"
#include "cli/output.h"
#include "cli/profile_view.h"

namespace gongkai {
namespace {

constexpr const char* starter = "/shared/starter/";
constexpr const char* usual_base = "national/final-accounts";

/// What stands for %name% in a starter text.
using Fillings = std::map<std::string, std::string>;

/// The line with its %name% filled in; nullopt when one of them has nothing to say.
std::optional<std::string> filled_line(const std::string& line, const Fillings& fillings) {
  std::string filled;
  std::size_t at = 0;
  while (true) {
    const std::size_t open = line.find('%', at);
    const std::size_t close = open == std::string::npos ? open : line.find('%', open + 1);
    if (close == std::string::npos) return filled + line.substr(at);
    const auto known = fillings.find(line.substr(open + 1, close - open - 1));
    if (known == fillings.end() || known->second.empty()) return std::nullopt;
    filled += line.substr(at, open - at) + known->second;
    at = close + 1;
  }
}

std::string filled_text(const std::string& text, const Fillings& fillings) {
  std::string filled;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (const auto line = filled_line(text.substr(begin, end - begin), fillings)) filled += *line + "\n";
    begin = end + 1;
  }
  return filled;
}

/// A text between YAML's double quotes.
std::string yaml_text(const std::string& text) {
  std::string result = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') result += '\\';
    result += letter;
  }
  return result + "\"";
}

bool is_profile_id(const std::string& id) {
  if (id.empty() || id.front() == '/') return false;
  for (std::size_t begin = 0; begin <= id.size();) {
    const std::size_t end = std::min(id.find('/', begin), id.size());
    if (end == begin || id[begin] == '.') return false;
    begin = end + 1;
  }
  return true;
}

/// "../../" for a/b: from a profile's folder back to templates/.
std::string way_up(const std::string& id) {
  std::string way = "../";
  for (const char letter : id) way += letter == '/' ? "../" : "";
  return way;
}

class Starter {
 public:
  Starter(const Files& files, std::string templates, const LoadedProfile& base, std::string id)
      : files_(&files), templates_(std::move(templates)), base_(&base), id_(std::move(id)) {
    const Profile& profile = *base.profile;
    fillings_ = {{"方案", id_},
                 {"底本", profile.id},
                 {"继承", way_up(id_) + profile.id},
                 {"名称", yaml_text(id_)},
                 {"正文顺序", order("正文")},
                 {"表顺序", order("表")}};
  }

  /// Path in the new folder and bytes of each file.
  std::vector<std::pair<std::string, std::string>> files() {
    add("profile.yaml", "profile.yaml.in", fillings_);
    add_table();
    add_part();
    add("README.md", "README.md.in", fillings_);
    return std::move(made_);
  }

 private:
  [[nodiscard]] std::string order(const char* of) const {
    const Value* const section = base_->profile->settings.find(of);
    const Value* const list = section == nullptr ? nullptr : section->find("顺序");
    return list == nullptr ? std::string() : one_line(*list);
  }

  void add(const std::string& path, const std::string& text, const Fillings& fillings) {
    const auto read = files_->read(templates_ + starter + text);
    if (read) made_.emplace_back(path, filled_text(*read, fillings));
  }

  /// The first table, by the name of its file: only so the layers meet.
  void add_table() {
    if (base_->profile->tables.empty()) return;
    const TableDefinition& table = base_->profile->tables.front();
    for (const ProfileFile& file : base_->profile->files) {
      const Value* const id = file.own.find("标识");
      const bool same = id != nullptr && id->if_text() != nullptr && *id->if_text() == table.id;
      if (!same || !file.path.starts_with("tables/")) continue;
      Fillings fillings = fillings_;
      fillings["表标题"] = yaml_text(table.title.text);
      return add(file.path, "table.yaml.in", fillings);
    }
  }

  /// The text of the first section that has one, else the whole report.
  void add_part() {
    const std::string path = first_file(base_->profile->sections).value_or("report.md");
    const TemplateText* const text = base_->profile->text(path);
    if (text == nullptr) return;
    Fillings fillings = fillings_;
    fillings["文件"] = path;
    std::string content = base_->sources->at(text->source).text();
    while (content.ends_with('\n')) content.pop_back();
    fillings["文件内容"] = content;
    add(path, "part.md.in", fillings);
  }

  static std::optional<std::string> first_file(const std::vector<Section>& sections) {
    for (const Section& section : sections) {
      if (!section.file.empty()) return section.file;
      if (auto inner = first_file(section.sections)) return inner;
    }
    return std::nullopt;
  }

  const Files* files_;
  std::string templates_;
  const LoadedProfile* base_;
  std::string id_;
  Fillings fillings_;
  std::vector<std::pair<std::string, std::string>> made_;
};

int write_starter(Starter starter_of, const std::filesystem::path& folder, Console& console) {
  OutputFiles outputs;
  std::string written;
  for (const auto& [path, bytes] : starter_of.files()) {
    if (!outputs.stage(folder / path, bytes)) {
      console.message(outputs.error() + "\n");
      return exit_output;
    }
    written += (folder / path).string() + "\n";
  }
  if (!outputs.commit()) {
    console.message(outputs.error() + "\n");
    return exit_output;
  }
  console.result(written);
  return 0;
}

}  // namespace

int new_command(const Arguments& arguments, Console& console) {
  if (!arguments.operands.empty()) return new_data_file(arguments, console);
  const std::string id = profile_id(arguments.new_profile);
  if (!is_profile_id(id)) {
    return usage_error(console,
                       "方案“" + arguments.new_profile + "”应写成 templates/ 下的路径，如 某省/final-accounts");
  }
  const auto home = find_home(arguments.home, {});
  if (!home) return usage_error(console, "找不到 templates/，请用 --home 指明它所在的文件夹");
  const DiskFiles disk;
  const std::filesystem::path folder = *home / "templates" / id;
  if (std::filesystem::exists(folder)) return usage_error(console, "已经有 templates/" + id + "，不覆盖");
  ProfileShelf shelf(disk);
  Arguments base = arguments;
  base.operands = {arguments.from.empty() ? usual_base : arguments.from};
  int code = 0;
  const auto loaded = wanted_profile(base, console, shelf, code);
  if (loaded == nullptr || !loaded->usable()) return code;
  return write_starter(Starter(disk, (*home / "templates").string(), *loaded, id), folder, console);
}

}  // namespace gongkai
