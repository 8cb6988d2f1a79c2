import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  DECLINED,
  DISCUSSED,
  ESCALATE,
  ESCALATED,
  ending,
  fixed,
  flexible,
  LIANYUNGANG,
  line,
  MERGE,
  MERGED,
  NAMED,
  POST_IT_TOO,
  REJECT,
  REJECTED,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  WITHDRAW,
  WITHDRAWN,
} from "./parts.ts";
import { DECLINE, nextTime, report, resolveNow, setDeadline, work } from "./work.ts";

const BENCH = LIANYUNGANG("板凳议事会");
const LIGHT = byDefault("搬凳子坐下就议，一页纸记完；步骤和关口可改");

/**
 * 板凳议事会, the lightest of all: somebody raises it, people sit down below the block, the chair reads out what was agreed, hands are
 * counted, one page is kept. The five kinds of members are the report's (“等” leaves room for others); all else is ours.
 */
export const benchCouncil = defineMethod({
  id: "bench-council",
  name: "板凳议事会",
  version: 1,
  family: "deliberation",
  status: "example",
  summary: "最轻便的一种：有人提，就在楼下坐下来议；主持人念结论，同意、有保留、不同意各举手数一遍，记一页纸。",
  note: `多久开一次、要来几个人，公开资料没有写，请照连云区棠梨社区等地的本地制度改。举手只表示意见，不是法定决定；要定的大事，请提交居民会议或者居民代表会议。${POST_IT_TOO}`,
  voting: "opinion",
  sources: [BENCH, LIGHT],
  seats: [
    fixed("resident-representative", "居民代表", BENCH),
    fixed("owners-committee", "业委会", BENCH),
    fixed("building-head", "楼栋长", BENCH),
    fixed("property-manager", "物业公司", BENCH),
    fixed("community-committees", "社区“两委”", BENCH),
    flexible("party-concerned", "当事人", byDefault("议到谁的事，请谁来坐坐")),
  ],
  stages: [
    {
      id: "raise",
      name: "发起",
      kind: "collect",
      who: "居民，手机或者纸条都行",
      gate: [],
      exits: [{ event: "advance", label: "约到楼下议", to: "bench", gate: NAMED }],
      documents: [],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: LIGHT,
    },
    {
      id: "bench",
      name: "楼下议事",
      kind: "deliberate",
      who: "五类代表和当事人，主持人念结论",
      gate: [DISCUSSED],
      exits: [
        {
          event: "advance",
          counts: ["discussed"],
          label: "念结论、举手，记下意见",
          to: "noted",
          gate: [
            line("conclusion", "写明念出的结论", "conclusion", LIGHT),
            line("hands", "写明同意、有保留、不同意各几人", "handsNote", LIGHT),
          ],
        },
        resolveNow("settled"),
        setDeadline(),
        DECLINE,
      ],
      documents: ["attendance-sheet", "record"],
      rules: ["present-majority"],
      exceptions: [nextTime("raise"), adjourn("bench"), ESCALATE, WITHDRAW],
      source: BENCH,
    },
    work({ documents: [] }),
    report("settled", { documents: [] }),
    ending("noted", "已记下协商意见"),
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
