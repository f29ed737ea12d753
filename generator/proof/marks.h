#pragma once
// Punctuation and repetitions: what no list of words can hold.

#include <functional>
#include <string_view>

#include "ledger/proof_check.h"

namespace gongkai {

/// What is wrong with [begin, end), as a sentence.
struct Slip {
  std::size_t begin = 0, end = 0;
  std::string message;
};
using TellSlip = std::function<void(Slip)>;

/// 。。 ；， and the like; …… and ？！ are right.
void find_doubled_marks(std::string_view text, const TellSlip& tell);
/// , ; : ? ! ( ) beside a Chinese character or quotation mark.
void find_half_width_marks(std::string_view text, const TellSlip& tell);
/// Brackets and quotation marks without their other half; a label like 1） is none.
void find_unpaired_marks(std::string_view text, const TellSlip& tell);
/// Two to six characters twice running, or a clause; `check.exceptions` are right.
void find_repeated_words(std::string_view text, const ProofCheck& check, const TellSlip& tell);
/// A number with decimals right before a mark: its unit is missing.
void find_bare_numbers(std::string_view text, const TellSlip& tell);
/// Years outside `check`'s range around `year`; not in 《》 and 〔〕, nor after an exception.
void find_years(std::string_view text, const ProofCheck& check, long long year, const TellSlip& tell);
/// What begins and ends like `name` and is nearly it.
void find_names(std::string_view text, const std::string& name, const TellSlip& tell);

}  // namespace gongkai
