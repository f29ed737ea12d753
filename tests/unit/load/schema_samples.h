#pragma once
// A small schema with one field of every kind, and data for it.

#include <string>

namespace gongkai::samples {

inline const std::string head = "格式版本: 1\n模板: sichuan/final-accounts\n年度: 2023\n";

/// A schema of the given fields, indented by two.
inline std::string schema(const std::string& fields) { return "坐标: {版本: 本年决算}\n字段:\n" + fields; }

inline const std::string kinds = schema(
    "  部门:\n"
    "    类型: 组\n"
    "    字段:\n"
    "      名称: {类型: 文字, 必填: 是, 说明: 部门全称}\n"
    "      职责: {类型: 段落}\n"
    "  收入: {类型: 金额, 单位: 万元}\n"
    "  实收: {类型: 金额, 单位: 元, 可为负: 否}\n"
    "  车辆: {类型: 数量, 计量: 辆}\n"
    "  执行率: {类型: 比率}\n"
    "  得分: {类型: 分数}\n"
    "  公开时间: {类型: 日期}\n"
    "  涉密: {类型: 是否}\n"
    "  口径: {类型: 枚举, 可选: [部门全部, 指定单位]}\n"
    "  科目: {类型: 科目, 维度: 功能分类, 位数: [3, 5, 7]}\n"
    "  单位: {类型: 成员, 维度: 单位}\n"
    "  附件: {类型: 列表, 最少项: 1, 每项: {类型: 文字}}\n"
    "  原因: {类型: 表, 键维度: 功能分类, 每项: {类型: 文字}}\n");

inline const std::string lists = schema(
    "  支出:\n"
    "    类型: 列表\n"
    "    指标: 支出\n"
    "    封闭: 是\n"
    "    每项:\n"
    "      类型: 组\n"
    "      字段:\n"
    "        金额: {类型: 金额}\n"
    "        调整预算: {类型: 金额, 坐标: {版本: 调整预算}}\n"
    "        科目: {类型: 科目, 维度: 功能分类, 必填: 是}\n"
    "        资金: {类型: 成员, 维度: 资金, 缺省: 一般公共预算}\n"
    "        分项:\n"
    "          类型: 表\n"
    "          键维度: 经济分类\n"
    "          封闭: 否\n"
    "          每项: {类型: 金额}\n"
    "  上年:\n"
    "    类型: 组\n"
    "    坐标: {版本: 上年决算}\n"
    "    字段:\n"
    "      支出: {类型: 金额, 指标: 支出}\n"
    "      未列全: {类型: 是否}\n"
    "      分类: {类型: 表, 键维度: 功能分类, 指标: 支出, 封闭: 看 未列全, 每项: {类型: 金额}}\n"
    "  项目:\n"
    "    类型: 列表\n"
    "    每项:\n"
    "      类型: 组\n"
    "      字段:\n"
    "        编码: {类型: 成员, 维度: 项目, 新成员: 是, 必填: 是}\n"
    "        名称: {类型: 文字}\n");

}  // namespace gongkai::samples
