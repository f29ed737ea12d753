#!/usr/bin/python3
"""A fictional province of 17 counties with 4 departments each: province.py HOME [COUNTIES].

Writes HOME/data/示例省/…: one shared file a county, a report a department, and for a bureau
of education one file a unit, which the bureau adds up. All names and figures are made up.
"""
import pathlib
import sys

from accounts import ITEMS, LARGE, PUBLIC, SECTIONS, TRANSFER_CODE, Accounts, named
from chance import Chance

COUNTIES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午"
REPORT = "2023-final-accounts.yaml"
LARGEST_UNITS = 12


def yuan(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def flow(**entries):
    """{甲: 1, 乙: 2}, without what is None."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries.items() if value is not None) + "}"


def listing(key, items, indent):
    blank = " " * indent
    return [f"{blank}{key}: []"] if not items else [f"{blank}{key}:"] + [f"{blank}  - {item}" for item in items]


def head(name, extra=()):
    return ["# 虚构的数据，由 tests/counties/province.py 生成", "格式版本: 1", "模板: sichuan/final-accounts", "年度: 2023",
            *extra, f"部门:\n  名称: {name}"]


def duties(name, unit_count, members=()):
    lines = ["概况:", "  部门职责:", "    - 执行有关政策，承担本区域的日常管理和服务", "    - 完成上级交办的其他事项", "机构:"]
    if members:
        lines.append(f"  本级: {name}（本级）")
    lines += [f"  二级预算单位: {unit_count}", "  行政单位: 0", "  参公事业单位: 0", f"  其他事业单位: {unit_count}"]
    return lines + listing("单位", [flow(名称=member, 类别="其他事业单位") for member in members], 2)


def income_lines(accounts):
    items = [flow(科目=named(item, ITEMS), 资金=fund, 对方=other, 金额=yuan(amount))
             for item, fund, amount, other in accounts.income]
    return ["收入:"] + listing("分科目", items, 2)


def spending_lines(accounts):
    items = [flow(科目=named(item, ITEMS), 资金=fund, 支出性质=nature, 经济科目=named(economic, SECTIONS), 项目=project,
                  对方=other, 金额=yuan(amount))
             for item, fund, nature, economic, project, amount, other in accounts.lines]
    return listing("支出", items, 0) + listing("项目", [flow(编码=code, 名称=name) for code, name in accounts.projects], 0)


def carryover_lines(accounts):
    lines = ["结转结余:", "  使用非财政拨款结余: 0", "  结余分配: 0"]
    for key, stock in (("年初", accounts.opening), ("年末", accounts.closing)):
        lines += listing(key, [flow(资金=fund, 科目=named(item, ITEMS), 金额=yuan(amount))
                               for fund, item, amount in stock], 2)
    return lines


def budget_lines(accounts):
    basic = accounts.total(fund=PUBLIC, nature="基本支出")
    project = accounts.total(fund=PUBLIC, nature="项目支出")
    early = (basic * 9 // 10, project * 4 // 5)
    spent = {}
    for item, fund, nature, *_, amount, _ in accounts.lines:
        if fund == PUBLIC:
            spent[item, nature] = spent.get((item, nature), 0) + amount
    lines = ["预算:", "  年初:", f"    合计: {yuan(sum(early))}", f"    基本支出: {yuan(early[0])}",
             f"    项目支出: {yuan(early[1])}", "  调整:"]
    return lines + listing("明细", [flow(科目=named(item, ITEMS), 支出性质=nature, 金额=yuan(amount))
                                    for (item, nature), amount in sorted(spent.items())], 4)


def prior_totals(accounts):
    """Last year's totals: below this year's, and last year's end is this year's beginning."""
    spent = accounts.total(fund=PUBLIC) * 19 // 20
    left = sum(amount for _, _, amount in accounts.opening)
    return {"收入总计": spent + left, "支出总计": spent + left, "财政拨款收入总计": spent + left,
            "财政拨款支出总计": spent + left, "一般公共预算支出": spent, "年末结转和结余": left}


def prior_lines(totals):
    return ["上年:"] + [f"  {key}: {yuan(amount)}" for key, amount in totals.items()]


def public_expense_lines(accounts):
    vehicles, meals = accounts.public("30231"), accounts.public("30217")
    visits = accounts.chance.between(2, 40)
    three = flow(**{"因公出国（境）费": 0, "公务用车购置费": 0, "公务用车运行维护费": yuan(vehicles),
                    "国内接待": yuan(meals), "外事接待": 0})
    planned = flow(**{"因公出国（境）费": 0, "公务用车购置费": 0, "公务用车运行维护费": yuan(vehicles), "公务接待费": yuan(meals)})
    return ["三公经费:", f"  决算: {three}", f"  年初预算: {planned}", f"  调整预算: {planned}", f"  上年: {planned}",
            "  出国团组: 0", "  出国人次: 0", "  购置车辆: 0", "  车辆保有量: 1", f"  国内接待批次: {visits}",
            f"  国内接待人次: {visits * 6}", "  外事接待批次: 0", "  外事接待人次: 0"]


def matter_lines(accounts, name):
    goods = accounts.total(nature="项目支出", fund=PUBLIC) // 4
    return ["政府采购:", f"  分类: {flow(货物=yuan(goods), 工程=0, 服务=0)}", f"  中小企业: {yuan(goods)}",
            f"  小微企业: {yuan(goods // 2)}", "国有资产:", "  车辆合计: 1", "  其他用车: 1", "  大型设备: 0",
            *performance_lines(len(accounts.projects), name)]


def performance_lines(projects, name):
    lines = ["预算绩效:"]
    if projects is not None:
        lines += ["  事前评估项目: []", f"  绩效目标项目数: {projects}", f"  绩效监控项目数: {projects}"]
    return lines + ["  自评:", f"    - {{对象: 部门整体, 名称: {name}, 得分: 95, 综述: 年度任务基本完成}}"]


def reasons(outside):
    lines = ["变动原因:"] + [f"  {key}: 人员和项目有增减" for key in
                             ("收支总计", "财政拨款收支总计", "一般公共预算支出", "完成年初预算", "机关运行经费")]
    return lines + (["  非财政拨款支出: 包括上级补助和事业收入安排的支出"] if outside else [])


def body(accounts, name, office):
    """Everything below the head of a report that has no units of its own."""
    lines = income_lines(accounts) + spending_lines(accounts) + carryover_lines(accounts) + budget_lines(accounts)
    lines += prior_lines(prior_totals(accounts)) + public_expense_lines(accounts)
    if office:
        lines += ["机关运行经费:", f"  本年: {yuan(accounts.office())}", f"  上年: {yuan(accounts.office() * 9 // 10)}",
                  "  口径: 部门全部公用经费"]
    lines += matter_lines(accounts, name)
    return lines + reasons(any(line[1] != PUBLIC for line in accounts.lines))


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def drawn(chance, running, size, projects, prefix):
    accounts = Accounts(chance, running, size)
    accounts.draw_basic()
    accounts.draw_projects(projects, prefix)
    accounts.draw_carryovers(2)
    return accounts


def plain_department(folder, county, number, kind):
    """A department that is one unit: (name, item it runs on, size, projects)."""
    name, running, size, projects = kind
    name = county + name
    accounts = drawn(Chance(name), running, size, projects, f"9999{number:02d}23")
    accounts.settle_income()
    write(folder / REPORT, head(name) + duties(name, 0) + body(accounts, name, True))


def transfer(payer, payee, names, amount, upwards):
    """Money one unit gave another: it stands in both reports, and in neither side of their sum."""
    nature, fund, own = (("上缴上级支出", "附属单位上缴", "事业") if upwards else ("对附属单位补助支出", "上级补助", "其他"))
    payer.spend(payer.running, TRANSFER_CODE, amount, nature, own, other=names[1])
    payee.income.append((payee.running, fund, amount, names[0]))
    payee.spend(payee.running, "30227", amount, "基本支出" if upwards else "项目支出", fund)


def bureau(folder, county, number, unit_count, size):
    """A bureau that adds up its head office and its schools."""
    name = county + "教育和体育局"
    offices = [f"{name}（本级）"] + [f"{county}第{at}学校" for at in range(1, unit_count + 1)]
    units = [drawn(Chance(office), "2010601" if at == 0 else "2010650", size, size, f"99{at:02d}{number:02d}23")
             for at, office in enumerate(offices)]
    for at in range(1, len(units), 2):
        transfer(units[0], units[at], (offices[0], offices[at]), 1234567 + at, False)
    transfer(units[1], units[0], (offices[1], offices[0]), 765432, True)
    files = []
    for at, (office, unit) in enumerate(zip(offices, units)):
        unit.settle_income()
        files.append(f"{at:02d}/{REPORT}")
        extra = ["编制层级: 单位"]
        lines = head(office, extra) + [f"  主管部门: {name}"] + duties(office, 0) + body(unit, office, at == 0)
        write(folder / files[-1], lines)
    totals = {}
    for unit in units:
        for key, amount in prior_totals(unit).items():
            totals[key] = totals.get(key, 0) + amount
    lines = head(name, [f"汇总: [{', '.join(files)}]"]) + duties(name, unit_count, offices[1:]) + prior_lines(totals)
    write(folder / REPORT, lines + performance_lines(None, name) + reasons(True))


def make_county(data, number):
    sign = COUNTIES[number % len(COUNTIES)] + ("" if number < len(COUNTIES) else str(number // len(COUNTIES)))
    county, folder = f"示例{sign}县", data / "示例省" / f"{sign}县"
    write(folder / "共用.yaml", [f"地区: 示例省示例市{county}", "金额单位: 元", f"公开: {{网址: \"https://{number:02d}.example/\"}}",
                               "另写:", "  - {模板: national/final-accounts, 年度: 2023, 公开时间: 2024-09-20}"])
    size = number % 5 + 1
    plain_department(folder / "科学技术协会", county, number, ("科学技术协会", "2060701", size, 2 + size))
    plain_department(folder / "财政局", county, number, ("财政局", "2010601", size + 6, 8 + size))
    plain_department(folder / "示例镇", county, number, ("示例镇人民政府", "2010601", 3, 4))
    largest = number == 0
    bureau(folder / "教育和体育局", county, number, LARGEST_UNITS if largest else 2 + number % 3, LARGE if largest else size)


def main():
    home = pathlib.Path(sys.argv[1])
    for number in range(int(sys.argv[2]) if len(sys.argv) > 2 else len(COUNTIES)):
        make_county(home / "data", number)


if __name__ == "__main__":
    main()
