#pragma once
// What only the whole document shows: numbering, headings, repetitions, tables, terms.

#include <functional>
#include <string>
#include <vector>

#include "proof/passage.h"

namespace gongkai {

/// Something wrong in [begin, end) of a passage.
struct PlacedSlip {
  const Passage* passage = nullptr;
  std::size_t begin = 0, end = 0;
  std::string message;
};
using TellPlaced = std::function<void(PlacedSlip)>;

/// Typed ordinals (一是 二是 …; paragraphs beginning 1. 1、 （1） （一） 一、) that skip, repeat, or
/// mix two styles of one level within a section.
void find_broken_ordinals(const std::vector<Passage>& passages, const TellPlaced& tell);
/// A heading with nothing below it, or the text of its neighbour in the same section.
void find_broken_headings(const Document& document, const std::vector<Passage>& passages, const TellPlaced& tell);
/// A paragraph of some length that stood before in the same section; annexed reports may
/// repeat each other.
void find_repeated_paragraphs(const Document& document, const std::vector<Passage>& passages, const TellPlaced& tell);
/// Terms of the section 名词解释 that nothing else in the report uses.
void find_unused_terms(const Document& document, const std::vector<Passage>& passages, const TellPlaced& tell);

}  // namespace gongkai
