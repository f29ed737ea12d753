#include "write/pdf_navigation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "write/pdf_text.h"

namespace gongkai {
namespace {

constexpr std::size_t names_per_leaf = 500;
constexpr std::size_t none = static_cast<std::size_t>(-1);

class Navigation {
 public:
  Navigation(PdfCanvas& canvas, const Pages& pages, const std::vector<PdfObject>& objects, Diagnostics& diagnostics)
      : canvas_(canvas), pages_(pages), objects_(objects), diagnostics_(diagnostics) {}

  std::optional<std::vector<PlacedLink>> run() {
    add_places();
    for (std::uint32_t page = 0; page < pages_.pages.size(); ++page) add_links(page);
    add_outline();
    add_labels();
    if (!good_) return std::nullopt;
    return std::move(links_);
  }

 private:
  void wrong(const std::string& what) {
    diagnostics_.error("PDF-02", what, {});
    good_ = false;
  }

  /// [12 0 R /XYZ null 700 null]: the place at the window's top, the zoom left alone.
  std::optional<std::string> destination(std::uint32_t page, Length y, const std::string& what) {
    if (page >= pages_.pages.size()) {
      wrong(what + "指向第 " + std::to_string(page + 1) + " 页，而全文只有 " + std::to_string(pages_.pages.size()) +
            " 页");
      return std::nullopt;
    }
    std::string text = "[" + reference(objects_[page]) + " /XYZ null ";
    append_points(text, pages_.pages[page].height - y);
    return text + " null]";
  }

  void add_places() {
    for (const Place& place : pages_.places) {
      const auto text = destination(place.page, place.y, "位置“" + place.id + "”");
      if (text) places_.try_emplace(place.id, *text);
    }
    if (places_.empty()) return;
    std::string leaves;
    for (auto place = places_.cbegin(); place != places_.end();) leaves += reference(add_leaf(place)) + " ";
    canvas_.add_to_names("/Dests <</Kids [" + leaves + "]>>");
  }

  PdfObject add_leaf(std::map<std::string, std::string>::const_iterator& place) {
    const std::string first = byte_string(place->first);
    std::string last;
    std::string names;
    for (std::size_t count = 0; count < names_per_leaf && place != places_.end(); ++count, ++place) {
      last = byte_string(place->first);
      names += last + place->second + "\n";
    }
    return canvas_.add("/Limits [" + first + last + "] /Names [" + names + "]");
  }

  void add_links(std::uint32_t number) {
    const Page& page = pages_.pages[number];
    std::vector<PdfObject> links;
    for (const LinkArea& area : page.links) {
      if (!known(area)) continue;
      const bool tagged = is_element(area.element);
      std::string entries = link_entries(area, page.height);
      if (tagged) entries += " /StructParent " + std::to_string(pages_.pages.size() + links_.size());
      links.push_back(canvas_.add(std::move(entries)));
      if (tagged) links_.push_back({area.element, links.back(), number});
    }
    canvas_.annotate(objects_[number], links);
  }

  bool known(const LinkArea& area) {
    if (places_.contains(area.target)) return true;
    wrong("链接指向不存在的位置“" + area.target + "”");
    return false;
  }

  static std::string link_entries(const LinkArea& area, Length height) {
    std::string entries = "/Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect [";
    for (const Length edge :
         {area.at.x, height - area.at.y - area.height, area.at.x + area.width, height - area.at.y}) {
      append_points(entries, edge);
      entries += ' ';
    }
    entries.back() = ']';
    entries += " /Dest " + byte_string(area.target);
    if (!area.words.empty()) entries += " /Contents " + text_string(area.words);
    return entries;
  }

  /// One bookmark and where it hangs; indexes into items_, the root is the last.
  struct Item {
    PdfObject object;
    std::size_t parent = none;
    std::size_t previous = none;
    std::size_t next = none;
    std::size_t first = none;
    std::size_t last = none;
    std::size_t shown = 0;  // bookmarks seen below it when it is open
  };

  void add_outline() {
    if (pages_.outline.empty()) return;
    hang_items();
    count_shown();
    for (std::size_t index = 0; index < pages_.outline.size(); ++index) fill_item(index);
    const Item& root = items_.back();
    canvas_.fill(root.object, "/Type /Outlines" + link("First", root.first) + link("Last", root.last) + " /Count " +
                                  std::to_string(root.shown));
    canvas_.add_to_catalog("/PageMode /UseOutlines /Outlines " + reference(root.object) + "\n");
  }

  /// An item hangs from the nearest one before it with a lower level.
  void hang_items() {
    const std::size_t root = pages_.outline.size();
    items_.resize(root + 1);
    for (Item& item : items_) item.object = canvas_.reserve();
    std::vector<std::size_t> open = {root};
    for (std::size_t index = 0; index < root; ++index) {
      while (open.size() > 1 && pages_.outline[open.back()].level >= pages_.outline[index].level) open.pop_back();
      Item& parent = items_[open.back()];
      items_[index].parent = open.back();
      items_[index].previous = parent.last;
      if (parent.last != none) items_[parent.last].next = index;
      if (parent.first == none) parent.first = index;
      parent.last = index;
      open.push_back(index);
    }
  }

  /// Items of the outermost level are open.
  [[nodiscard]] bool is_open(std::size_t index) const { return items_[index].parent == pages_.outline.size(); }

  void count_shown() {
    for (std::size_t index = pages_.outline.size(); index-- > 0;) {
      const std::size_t below = is_open(index) ? items_[index].shown : 0;
      items_[items_[index].parent].shown += 1 + below;
    }
  }

  [[nodiscard]] std::string link(const char* key, std::size_t index) const {
    if (index == none) return {};
    return " /" + std::string(key) + " " + reference(items_[index].object);
  }

  void fill_item(std::size_t index) {
    const OutlineItem& bookmark = pages_.outline[index];
    const Item& item = items_[index];
    const auto place = destination(bookmark.page, bookmark.y, "书签“" + bookmark.title + "”");
    if (!place) return;
    std::string entries = "/Title " + text_string(bookmark.title) + link("Parent", item.parent) +
                          link("Prev", item.previous) + link("Next", item.next) + link("First", item.first) +
                          link("Last", item.last) + " /Dest " + *place;
    if (item.shown != 0) entries += " /Count " + std::string(is_open(index) ? "" : "-") + std::to_string(item.shown);
    canvas_.fill(item.object, std::move(entries));
  }

  /// A label without leading zeros that is nothing but digits; 0 for any other.
  static std::uint32_t plain_number(const std::string& label) {
    constexpr std::size_t most_digits = 7;
    if (label.empty() || label.size() > most_digits || label.front() == '0') return 0;
    std::uint32_t number = 0;
    for (const char digit : label) {
      if (digit < '0' || digit > '9') return 0;
      number = 10 * number + static_cast<std::uint32_t>(digit - '0');
    }
    return number;
  }

  /// A number tree has an entry only where the count is broken.
  void add_labels() {
    std::string numbers;
    std::uint32_t expected = 0;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
      const std::string& label = pages_.pages[page].label;
      const std::uint32_t number = plain_number(label);
      const bool same_text = number == 0 && page > 0 && label == pages_.pages[page - 1].label;
      if ((number == 0 || number != expected) && !same_text) {
        numbers += std::to_string(page) +
                   (number == 0 ? "<</P " + text_string(label) + ">>" : "<</S /D /St " + std::to_string(number) + ">>");
      }
      expected = number == 0 ? 0 : number + 1;
    }
    if (!numbers.empty()) canvas_.add_to_catalog("/PageLabels <</Nums [" + numbers + "]>>\n");
  }

  PdfCanvas& canvas_;
  const Pages& pages_;
  const std::vector<PdfObject>& objects_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::string> places_;
  std::vector<Item> items_;
  std::vector<PlacedLink> links_;
  bool good_ = true;
};

}  // namespace

std::optional<std::vector<PlacedLink>> add_navigation(PdfCanvas& canvas, const Pages& pages,
                                                      const std::vector<PdfObject>& page_objects,
                                                      Diagnostics& diagnostics) {
  return Navigation(canvas, pages, page_objects, diagnostics).run();
}

}  // namespace gongkai
