#include "write/pdf_canvas.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <deque>
#include <utility>

#include "write/pdf_text.h"

// The structs used here are libharu's own affair: 2.4 changes them.
static_assert(HPDF_MAJOR_VERSION == 2 && HPDF_MINOR_VERSION == 3, "written against the structs of libharu 2.3");

namespace gongkai {
namespace {

constexpr HPDF_UINT pages_per_node = 256;  // a flat page tree ends at 32,767 pages
constexpr HPDF_UINT stream_buffer = 1U << 16;
constexpr HPDF_UINT32 number_mask = 0x00FFFFFF;

const HPDF_BYTE* bytes_of(std::string_view text) { return reinterpret_cast<const HPDF_BYTE*>(text.data()); }

HPDF_STATUS write_text(HPDF_Stream stream, std::string_view text) noexcept {
  return text.empty() ? HPDF_OK : HPDF_Stream_Write(stream, bytes_of(text), static_cast<HPDF_UINT>(text.size()));
}

/// Called by libharu before the ">>" of a dictionary whose attr is our text.
HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) noexcept {
  return write_text(stream, *static_cast<const std::string*>(dictionary->attr));
}

HPDF_REAL as_points(Length length) { return static_cast<HPDF_REAL>(length) / 1000; }

}  // namespace

std::string reference(PdfObject object) { return std::to_string(object.number) + " 0 R"; }

struct PdfCanvas::State {
  explicit State(PdfFile frame) : file(std::move(frame)) {}

  HPDF_Doc document = nullptr;
  HPDF_Stream scratch = nullptr;
  PdfFile file;
  std::uint32_t last_count = 0;         // of add_last()
  std::vector<HPDF_Dict> dictionaries;  // by slot
  std::deque<std::string> texts;        // stay where they are: dictionaries point to them
  std::string catalog;
  std::string names;
  std::string info;

  [[nodiscard]] bool usable() const { return document != nullptr && HPDF_GetError(document) == HPDF_OK; }

  PdfObject keep(HPDF_Dict dictionary) {
    dictionaries.push_back(dictionary);
    const HPDF_UINT32 number = dictionary == nullptr ? 0 : dictionary->header.obj_id & number_mask;
    return {static_cast<std::uint32_t>(dictionaries.size() - 1), number};
  }

  static void attach(HPDF_Dict dictionary, std::string& text) {
    dictionary->attr = &text;
    dictionary->write_fn = write_entries;
  }

  /// A new dictionary in the object table; nullptr once anything has failed.
  HPDF_Dict new_dictionary() {
    if (!usable()) return nullptr;
    HPDF_Dict const dictionary = HPDF_Dict_New(document->mmgr);
    if (dictionary == nullptr || HPDF_Xref_Add(document->xref, dictionary) != HPDF_OK) return nullptr;
    return dictionary;
  }

  /// An object as libharu writes it.
  std::string written(void* object) {
    HPDF_MemStream_FreeData(scratch);
    HPDF_Obj_WriteValue(object, scratch, nullptr);
    std::string text;
    for (HPDF_UINT index = 0; index < HPDF_MemStream_GetBufCount(scratch); ++index) {
      HPDF_UINT length = 0;
      const HPDF_BYTE* const start = HPDF_MemStream_GetBufPtr(scratch, index, &length);
      text.append(reinterpret_cast<const char*>(start), length);
    }
    return text;
  }

  /// What has a stream goes into the file at once, past libharu, which keeps its number and that of its length, an
  /// object of its own.
  void write_stream(HPDF_Dict dictionary, std::string_view entries, std::string_view bytes) {
    auto* const length = static_cast<HPDF_Number>(HPDF_Dict_GetItem(dictionary, "Length", HPDF_OCLASS_NUMBER));
    if (length == nullptr) return;
    length->value = static_cast<HPDF_INT32>(bytes.size());
    file.add_stream(dictionary->header.obj_id & number_mask,
                    std::string(entries) + "/Length " + std::to_string(length->header.obj_id & number_mask) + " 0 R",
                    bytes);
  }

  void write_objects() {
    for (HPDF_UINT number = 1; number < document->xref->entries->count; ++number) {
      HPDF_XrefEntry const entry = HPDF_Xref_GetEntry(document->xref, number);
      if (entry == nullptr || entry->obj == nullptr) continue;
      const auto* const header = static_cast<const HPDF_Obj_Header*>(entry->obj);
      const bool dictionary = (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
      const bool stream = dictionary && static_cast<HPDF_Dict>(entry->obj)->stream != nullptr;
      if (!stream) file.add(number, written(entry->obj));
    }
  }

  [[nodiscard]] std::string trailer() const {
    const auto number = [](HPDF_Dict dictionary) { return std::to_string(dictionary->header.obj_id & number_mask); };
    return "/Root " + number(document->catalog) + " 0 R\n/Info " + number(document->info) + " 0 R\n";
  }
};

PdfCanvas::PdfCanvas(PdfFile file) : state_(std::make_unique<State>(std::move(file))) {
  // Without a handler errors stay in the document and every later call fails.
  state_->document = HPDF_New(nullptr, nullptr);
  if (!state_->usable()) return;
  HPDF_Dict_RemoveElement(state_->document->info, "Producer");  // told with all the rest, and the same in XMP
  HPDF_SetPagesConfiguration(state_->document, pages_per_node);
  state_->scratch = HPDF_MemStream_New(state_->document->mmgr, stream_buffer);
}

PdfCanvas::~PdfCanvas() {
  if (state_->scratch != nullptr) HPDF_Stream_Free(state_->scratch);
  if (state_->document != nullptr) HPDF_Free(state_->document);
}

PdfObject PdfCanvas::add(std::string entries) {
  HPDF_Dict const dictionary = state_->new_dictionary();
  const PdfObject object = state_->keep(dictionary);
  state_->texts.push_back(std::move(entries));
  if (dictionary != nullptr) State::attach(dictionary, state_->texts.back());
  return object;
}

void PdfCanvas::fill(PdfObject object, std::string entries) {
  HPDF_Dict const dictionary = state_->dictionaries[object.slot];
  if (dictionary != nullptr) *static_cast<std::string*>(dictionary->attr) = std::move(entries);
}

PdfObject PdfCanvas::add_stream(const std::string& entries, std::string_view bytes) {
  HPDF_Dict dictionary = nullptr;
  if (state_->usable()) dictionary = HPDF_DictStream_New(state_->document->mmgr, state_->document->xref);
  if (dictionary != nullptr) state_->write_stream(dictionary, entries, bytes);
  return state_->keep(dictionary);
}

PdfObject PdfCanvas::add_page(Length width, Length height, PdfObject resources, std::string_view content) {
  HPDF_Page page = nullptr;
  if (state_->usable()) page = HPDF_AddPage(state_->document);
  if (page == nullptr) return state_->keep(nullptr);
  HPDF_Page_SetWidth(page, as_points(width));
  HPDF_Page_SetHeight(page, as_points(height));
  HPDF_Dict_Add(page, "Resources", state_->dictionaries[resources.slot]);
  auto* const attributes = static_cast<HPDF_PageAttr>(page->attr);
  state_->write_stream(attributes->contents, "/Filter /FlateDecode ", content);
  return state_->keep(page);
}

void PdfCanvas::annotate(PdfObject page, const std::vector<PdfObject>& annotations) {
  HPDF_Dict const dictionary = state_->dictionaries[page.slot];
  if (dictionary == nullptr || !state_->usable() || annotations.empty()) return;
  HPDF_Array const all = HPDF_Array_New(state_->document->mmgr);
  if (all == nullptr || HPDF_Dict_Add(dictionary, "Annots", all) != HPDF_OK) return;
  for (const PdfObject annotation : annotations) HPDF_Array_Add(all, state_->dictionaries[annotation.slot]);
}

void PdfCanvas::tag_page(PdfObject page, std::uint32_t key) {
  HPDF_Dict const dictionary = state_->dictionaries[page.slot];
  if (dictionary == nullptr || !state_->usable()) return;
  HPDF_Dict_AddNumber(dictionary, "StructParents", static_cast<HPDF_INT32>(key));
  HPDF_Dict_AddName(dictionary, "Tabs", "S");
}

std::uint32_t PdfCanvas::next_number() const {
  return state_->usable() ? state_->document->xref->entries->count + state_->last_count : 0;
}

void PdfCanvas::add_last(std::string_view text, std::uint32_t columns) {
  if (!state_->usable()) return;
  state_->file.add(next_number(), text, columns);
  ++state_->last_count;
}

bool PdfCanvas::in_rows() const { return state_->file.frame() == PdfFile::Frame::compact; }

void PdfCanvas::add_to_catalog(std::string entries) { state_->catalog += entries; }

void PdfCanvas::add_to_names(std::string entries) { state_->names += entries; }

void PdfCanvas::add_to_info(std::string entries) { state_->info += entries; }

std::optional<std::string> PdfCanvas::save(Diagnostics& diagnostics) {
  if (state_->usable()) {
    if (!state_->names.empty()) state_->catalog += "/Names <<" + state_->names + ">>\n";
    State::attach(state_->document->catalog, state_->catalog);
    State::attach(state_->document->info, state_->info);
    state_->write_objects();
  }
  // A call that failed still leaves bytes in a stream: only the status counts.
  if (state_->usable()) return state_->file.finish(state_->trailer());
  const HPDF_STATUS code = state_->document == nullptr ? HPDF_FAILD_TO_ALLOC_MEM : HPDF_GetError(state_->document);
  diagnostics.add({.severity = Severity::error,
                   .fault = Fault::output,
                   .code = "PDF-01",
                   .message = "写 PDF 失败：libharu 错误码 " + std::to_string(code),
                   .span = {},
                   .notes = {},
                   .hint = ""});
  return std::nullopt;
}

}  // namespace gongkai
