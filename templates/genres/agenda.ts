import type { Block, Column } from "#templates/content.ts";
import { type Common, defineGenre, type Say } from "#templates/genre.ts";
import { calendarDay, timeSpan } from "#templates/parts/dates.ts";
import { fullTitle } from "#templates/parts/wording.ts";

export type AgendaLine = {
  /** 议题编号 */
  number: number;
  title: string;
  /** 报告人; empty: left for a pen. */
  reporter: string;
  minutes: number;
  /** How it is voted on, where a vote is prepared: 无记名. */
  vote: string;
};

export type AgendaInput = Common & {
  meetingTitle: string;
  /** When it is to begin. */
  start: Date;
  place: string;
  chair: string;
  recorder: string;
  /** 上次议定事项落实情况; absent where the agenda has no such item. */
  reportBack?: { title: string; minutes: number; done: number; open: number; overdue: number };
  items: AgendaLine[];
};

/** 156 mm in all. */
const COLUMNS: Column[] = [
  { head: "序号", millimetres: 12 },
  { head: "事项", millimetres: 58, align: "left" },
  { head: "报告人", millimetres: 24 },
  { head: "时长", millimetres: 18 },
  { head: "是否表决", millimetres: 24 },
  { head: "所附材料", millimetres: 20 },
];

/** 会议议程: what became of last time's promises first, then the issues, at last whatever else there is. */
export const agenda = defineGenre<AgendaInput>({
  id: "agenda",
  name: "会议议程",
  public: false,
  dress: "form",
  named: (input) => ({ day: calendarDay(input.start), matter: input.meetingTitle }),
  required: (input) => [
    ["会议名称", "plan", input.meetingTitle],
    ["会议时间", "plan", input.start],
    ["会议地点", "plan", input.place],
    ["主持人", "plan", input.chair],
    ["议程（上次议定事项或议题）", "plan", input.reportBack !== undefined || input.items.length > 0],
  ],
  write: (input, say) => [
    { kind: "title", text: `${fullTitle(input)}议程` },
    {
      kind: "fields",
      items: [
        { label: "时间", value: timeSpan(input.start) },
        { label: "地点", value: input.place },
        { label: "主持人", value: input.chair },
        { label: "记录人", value: input.recorder },
      ],
    },
    { kind: "table", columns: COLUMNS, rows: rows(input), rowMillimetres: 12 },
    ...total(input, say),
  ],
});

function rows({ reportBack, items }: AgendaInput): string[][] {
  const first = reportBack ? [[reported(reportBack), "", span(reportBack.minutes), "否", ""]] : [];
  const issues = items.map(({ number, title, reporter, minutes, vote }) => [
    `${title}（议题${number}）`,
    reporter,
    span(minutes),
    vote === "" ? "" : `是，${vote}`,
    "",
  ]);
  return [...first, ...issues, ["其他", "", "", "", ""]].map((cells, index) => [String(index + 1), ...cells]);
}

function reported({ title, done, open, overdue }: NonNullable<AgendaInput["reportBack"]>): string {
  if (done + open === 0) return `${title}\n（没有需要通报的事项）`;
  const late = overdue === 0 ? "" : `，其中逾期${overdue}件`;
  return `${title}\n（已办结${done}件，正在办理${open}件${late}）`;
}

const span = (minutes: number): string => (minutes > 0 ? `${minutes}分钟` : "");

function total({ reportBack, items }: AgendaInput, say: Say): Block[] {
  const minutes = items.reduce((sum, item) => sum + item.minutes, reportBack?.minutes ?? 0);
  const said = "以上约{分钟}分钟，不含其他事项。议题次序以会场宣布为准。";
  return [{ kind: "paragraph", text: say("total", "时长说明", said, { 分钟: minutes }) }];
}
