import type { IssueFacts } from "#app/domain/issue/facts.ts";
import { defineMethod } from "#app/domain/method/define.ts";
import type { ExceptionCode, GateLine, GateTest, MethodDefinition } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";

const LAIXI = "莱西翡翠城社区“0532”工作法材料";
const seed = (article: string): Source => ({ kind: "seed", ref: LAIXI, article });
const byDefault = (ref: string): Source => ({ kind: "default", ref: `出厂默认：${ref}` });

const ROUNDTABLE = seed("圆桌会议");
const WEDNESDAY = seed("相约星期三");
const TRIAGE = byDefault("先去重、分类再上会");
const FOUR_SEATS = byDefault("四类常驻席位缺任一类，可以开会，不能销号");

const FIXED_SEATS = ["party-secretary", "property-manager", "party-household", "resident-representative"];

function line(id: string, text: string, fact: keyof IssueFacts, source: Source, test: GateTest): GateLine {
  return { id, text, fact, test, source };
}

const filled = { op: "present" } as const;

/** 限期解决的四要素. */
const FOUR_ELEMENTS: GateLine[] = [
  line("record", "写明事项记录", "record", ROUNDTABLE, filled),
  line("responsible", "定下责任人", "responsible", ROUNDTABLE, filled),
  line("deadline", "定下时限", "deadline", ROUNDTABLE, { op: "is-day" }),
  line("plan", "写明计划", "plan", ROUNDTABLE, filled),
];

const REPRESENTED = line("seats", "四类常驻代表都有人到会", "seatsPresent", FOUR_SEATS, {
  op: "includes-all",
  value: FIXED_SEATS,
});
const RESPONSE = line("response", "写明社区的答复", "response", ROUNDTABLE, filled);
const REASON = line(
  "reason",
  "写明不能办的理由",
  "reason",
  byDefault("有诉必应不等于有诉必成，不能办要说理由"),
  filled,
);

const fixed = (id: string, name: string) => ({ id, name, kind: "fixed" as const, min: 1, source: ROUNDTABLE });
const flexible = (id: string, name: string, source: Source) => ({ id, name, kind: "flexible" as const, source });

const refuse = (code: ExceptionCode, label: string, to: string) => ({ code, label, to });
const WITHDRAW = refuse("withdraw", "撤回", "withdrawn");
const ESCALATE = refuse("escalate", "转交上级", "escalated");
const POSTPONE = refuse("postpone", "转下次", "collect");
const DECLINE = { event: "decline", label: "答复不能办", to: "declined", gate: [RESPONSE, REASON] };

const final = (id: string, name: string) => ({
  id,
  name,
  kind: "final" as const,
  who: "",
  gate: [],
  exits: [],
  documents: [],
  exceptions: [],
  final: true,
});

/**
 * 圆桌会议: six stages, two ways out of the reply (当场解决 · 限期解决) and the honest third, 不能办.
 * The seats, the two ways and the four elements are the seed's; order, days and the rest are defaults and say so.
 * `discussed` counts the meetings an issue went through (once each, postponed or answered), `returned` how often the result was sent back.
 */
export const roundtable: MethodDefinition = defineMethod({
  id: "roundtable",
  name: "圆桌会议",
  version: 1,
  family: "deliberation",
  summary:
    "四类常驻代表围坐，居民说诉求，社区当场答复：能办的当场解决，一时办不了的记下来、定责任人、定时限、定计划，到期回告销号。",
  sources: [ROUNDTABLE, WEDNESDAY, byDefault("环节次序、关口与天数由工具给出，请按本地文件改")],
  seats: [
    fixed("party-secretary", "社区党委书记"),
    fixed("property-manager", "小区物业负责人"),
    fixed("party-household", "党员中心户"),
    fixed("resident-representative", "居民代表"),
    flexible("party-concerned", "当事人", byDefault("议到谁的事，请谁到场")),
    flexible("department", "有关部门", byDefault("需要哪个部门答复，请哪个部门到场")),
    flexible("grid-worker", "网格员", WEDNESDAY),
    flexible("party-member", "党员", WEDNESDAY),
    flexible("partner-unit", "联建单位代表", WEDNESDAY),
    flexible("merchant", "商户", WEDNESDAY),
  ],
  stages: [
    {
      id: "collect",
      name: "汇集问题",
      kind: "intake",
      who: "网格员、中心户、物业报，工作人员记",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "上会",
          to: "voice",
          gate: [
            line("title", "写明是什么问题", "title", ROUNDTABLE, filled),
            line("place", "写明在哪里", "place", TRIAGE, filled),
            line("category", "分好类别", "category", TRIAGE, filled),
          ],
        },
      ],
      deadline: {
        text: "随到随记，会前 1 日截单",
        days: 7,
        kind: "calendar",
        source: byDefault("每周一会，会前 1 日截单"),
      },
      documents: ["issue-list"],
      exceptions: [
        refuse("reject", "不予受理", "rejected"),
        {
          ...refuse("merge", "并入同类议题", "merged"),
          gate: [line("merged-into", "指明并入哪一件", "mergedInto", byDefault("同类合并，保留来源"), filled)],
        },
        WITHDRAW,
      ],
      source: ROUNDTABLE,
    },
    {
      id: "voice",
      name: "开会说诉求",
      kind: "meeting",
      who: "四类常驻代表，当事人和有关部门",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "说完，请社区答复",
          to: "respond",
          gate: [line("statements", "至少记下一条发言", "statements", ROUNDTABLE, { op: "at-least", value: 1 })],
          counts: ["discussed"],
        },
      ],
      documents: ["attendance-sheet", "record"],
      exceptions: [{ ...POSTPONE, counts: ["discussed"] }, WITHDRAW],
      source: ROUNDTABLE,
    },
    {
      id: "respond",
      name: "当场回应",
      kind: "reply",
      who: "社区党委书记",
      gate: [],
      exits: [
        { event: "resolve-now", label: "当场解决", to: "on-the-spot", gate: [RESPONSE] },
        { event: "set-deadline", label: "限期解决", to: "timed", gate: FOUR_ELEMENTS },
        DECLINE,
      ],
      deadline: { text: "当场", days: 0, kind: "calendar", source: ROUNDTABLE },
      documents: ["record"],
      exceptions: [POSTPONE, ESCALATE, WITHDRAW],
      source: ROUNDTABLE,
    },
    {
      id: "on-the-spot",
      name: "当场解决",
      kind: "work",
      who: "当场答应的承办人",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "当事人确认，销号",
          to: "settled",
          gate: [
            line("party-agrees", "当事人点头确认", "partyAgrees", byDefault("当事人确认才算当场办结"), {
              op: "is-true",
            }),
            REPRESENTED,
          ],
        },
        { event: "set-deadline", label: "当事人不同意，改限期解决", to: "timed", gate: FOUR_ELEMENTS },
      ],
      deadline: { text: "当日", days: 0, kind: "calendar", source: ROUNDTABLE },
      documents: ["minutes"],
      exceptions: [POSTPONE],
      source: ROUNDTABLE,
    },
    {
      id: "timed",
      name: "限期解决",
      kind: "work",
      who: "书记指定的责任人",
      gate: FOUR_ELEMENTS,
      exits: [
        {
          event: "advance",
          label: "办完，回告当事人",
          to: "feedback",
          gate: [line("done-note", "写明办了什么", "doneNote", ROUNDTABLE, filled)],
        },
        DECLINE,
      ],
      deadline: {
        text: "15 日内，最长 60 日",
        days: 15,
        maxDays: 60,
        kind: "calendar",
        source: byDefault("限期 15 日，最长 60 日"),
      },
      documents: ["minutes", "action-notice"],
      exceptions: [ESCALATE],
      source: ROUNDTABLE,
    },
    {
      id: "feedback",
      name: "销号回告",
      kind: "feedback",
      who: "承办人告知当事人",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "销号",
          to: "settled",
          gate: [line("rating", "当事人作出评价", "rating", byDefault("办结后由当事人评价"), filled), REPRESENTED],
        },
      ],
      deadline: { text: "办结后 5 日内", days: 5, kind: "calendar", source: byDefault("办结后 5 日内回访评价") },
      documents: ["result-notice"],
      exceptions: [
        {
          ...refuse("return", "不满意，退回再办", "timed"),
          gate: [
            {
              id: "returned",
              text: "只能退回一次",
              fact: "returned",
              test: { op: "at-most", value: 0 },
              source: byDefault("不满意可以退回一次"),
            },
          ],
          counts: ["returned"],
        },
      ],
      source: byDefault("办结要回告，回告后销号"),
    },
    final("settled", "已办结"),
    final("declined", "已回应（不能办）"),
    final("rejected", "不予受理"),
    final("withdrawn", "已撤回"),
    final("merged", "已并案"),
    final("escalated", "已转交上级"),
  ],
});
