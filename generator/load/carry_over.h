#pragma once
// What a new data file takes from last year's: the fields with 沿用.
//
//   名称: {类型: 文字, 沿用: 是}                       as it stands there
//   年初: {类型: 列表, 沿用: 结转结余.年末, …}           as it stands there under other keys
//   收入总计: {类型: 金额, 沿用: 收入总计, …}            the figure of that name, entered or summed
//   上年: {类型: 表, …, 每项: {类型: 金额, 沿用: 三公经费(键)}}   the same for every member
//
// Of a list without 沿用 whose items have it, the items are taken with these fields only; 本项 is
// the same item last year: 上年决算: {类型: 金额, 沿用: 本项.决算}.

#include "load/schema_field.h"
#include "load/skeleton.h"

namespace gongkai {

/// The untyped values for `root`; Absent when last year gives nothing.
[[nodiscard]] Value carried_over(const SchemaField& root, const SkeletonSources& sources);

}  // namespace gongkai
