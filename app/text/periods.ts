import { demonstrationName } from "./terms.ts";

/** Wording of the papers, sheets and archives of a month, a quarter or a meeting, and of the page that gives them out. */
export const periodText = {
  standing: {
    settled: "已销号",
    overdue: "逾期",
    dueSoon: "临期",
    open: "在办",
    done: "已办结",
    declined: "不能办",
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

  page: {
    back: "全部文书",
    days: (from: string, until: string) => `${from}至${until}`,
    whole: { month: "整月档案", quarter: "整季档案", year: "全年档案" },
    wholeHint: "一会一卷：能出的文书、已签发的文书、签到和表决数据，加上本期的清单、台账和校验清单，装在一个压缩包里。",
    download: { month: "下载整月档案", quarter: "下载整季档案", year: "下载全年档案" },
    sheets: "表格",
    problems: "问题和对策清单（Excel 表格）",
    ledger: "议事台账（Excel 表格）",
  },
  list: {
    title: "按月、按季",
    months: "月份",
    quarters: "季度",
    of: (name: string, meetings: number) => `${name}的文书和档案，共 ${meetings} 场会议`,
    short: (name: string, meetings: number) => `${name}（${meetings} 场）`,
  },
  meeting: { download: "整卷下载（一会一卷）", attendance: "签到表格（Excel）" },
  download: {
    working: "正在生成…",
    stop: "取消",
    progressOf: (label: string) => `${label}的进度`,
    done: (name: string, megabytes: string, lacking: number) =>
      `已下载：${name}（${megabytes} MB）${lacking > 0 ? `。有 ${lacking} 件文书还缺内容，没有放入，见包内 manifest.json。` : "。"}`,
    stopped: "已取消，没有保存文件。",
    failed: (message: string) => `没有成功：${message}`,
    broken: "连接中断，请再试一次。",
    signedOut: "登录已过期，请重新登录。",
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
