import { demonstrationName } from "./terms.ts";

/** Wording of the papers, sheets and archives of a month, a quarter or a meeting, and of the page that gives them out. */
export const periodText = {
  standing: {
    settled: "已销号",
    overdue: "逾期",
    dueSoon: "临期",
    open: "在办",
    done: "已办结",
    unsettled: "未议成",
    waiting: "待上会",
  },
  remark: (day: string, became: string, reason: string) => `${day}${became}${reason === "" ? "" : `：${reason}`}`,
  late: (deadline: string) => `时限${deadline}`,
  noResult: "会上没有形成结果",

  archive: {
    meeting: "会议档案",
    period: "档案",
    papers: "文书",
    issued: "已签发",
    correction: "更正",
    data: "数据",
    sheets: "表格",
    meetings: "会议",
    files: {
      meeting: "会议",
      agenda: "议程和发言",
      attendance: "签到和委托",
      polls: "表决",
      actions: "交办事项",
      notices: "公示和异议",
      journal: "留痕",
      issue: (number: number) => `议题${number}`,
    },
    notSet: "排版没有成功",
    fileLost: "签发的文件缺失，或者与登记的摘要不符",
  },

  sheets: {
    named: (name: string, demonstration: boolean) => (demonstration ? `${name}（${demonstrationName}）` : name),
    issue: (title: string, number: number) => `${title}（议题${number}）`,
    problems: {
      name: "问题和对策清单",
      head: "序号 问题 来源 首提日 地点 对策 牵头 配合 责任人 时限 验收标准 状态 累计上会次数 备注".split(" "),
    },
    ledger: {
      name: "议事台账",
      head: "序号 日期 会次 议题编号 议题 结论 任务 任务件数 办结件数 办结情况 逾期件数 公示起 公示止 异议件数".split(
        " ",
      ),
    },
    attendance: { name: "签到", head: "序号 姓名 身份 单位或楼栋 表决权 到会时间 签到方式 受托人".split(" ") },
    right: { yes: "有", no: "无" },
    via: { desk: "工作人员登记", token: "手机签到", name: "手机签到", proxy: "委托" },
  },
} as const;
