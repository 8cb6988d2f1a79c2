import type { ExceptionCode, GateLine, GateTest, MethodDraft, Stage } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";

/**
 * What the methods are made of: sources, gate lines, the exceptions that every method knows, the ends. A method's own file says what is
 * special about it and takes the rest from here.
 */

type Draft = MethodDraft["stages"][number];
type Exception = Draft["exceptions"][number];

const seed =
  (ref: string) =>
  (article: string): Source => ({ kind: "seed", ref, article });

/** The reports that the methods were named in. */
export const XIXIA = seed("西峡县紫金街道材料");
export const LIANYUNGANG = seed("连云港市材料");
export const LAIXI = seed("莱西翡翠城社区“0532”工作法材料");
export const XIGU = seed("西固城街道材料");
export const SHANGDANG = seed("上党区、新蒲新区材料");

export const byDefault = (ref: string): Source => ({ kind: "default", ref: `出厂默认：${ref}` });
/** A step that the report does not name; its place in the order is ours. */
export const NOT_IN_REPORT = byDefault("材料没有写这一步，由工具给出");
/** How it is done elsewhere, as published: a pattern, not a rule. */
export const publicly = (ref: string, article?: string): Source =>
  article === undefined ? { kind: "public", ref } : { kind: "public", ref, article };

const law =
  (ref: string, inForce: string) =>
  (article: string): Source => ({ kind: "law", ref, article, inForce });
export const RESIDENTS_LAW = law("《中华人民共和国城市居民委员会组织法》（2025年修订）", "2026-01-01");
export const VILLAGERS_LAW = law("《中华人民共和国村民委员会组织法》（2025年修正）", "2026-01-01");
export const COLLECTIVE_LAW = law("《中华人民共和国农村集体经济组织法》", "2025-05-01");
export const CIVIL_CODE = law("《中华人民共和国民法典》", "2021-01-01");
export const PROPERTY_REGULATION = law("《物业管理条例》（2018年修订）", "2018-03-19");
export const PARTY_BRANCH_RULES = law("《中国共产党支部工作条例（试行）》", "2018-10-28");
export const PRIVACY_LAW = law("《中华人民共和国个人信息保护法》", "2021-11-01");

export const FILLED = { op: "present" } as const;
export const CONFIRMED = { op: "is-true" } as const;
export const DAY = { op: "is-day" } as const;
export const LISTED = { op: "lists", least: 1 } as const;

/** One line of a checklist. `id` names it within the stage, `fact` what is filled in. */
export function line(id: string, text: string, fact: string, source: Source, test: GateTest = FILLED): GateLine {
  return { id, text, fact, test, source };
}

/** The same line, asked only where another fact has one of these words. */
export const when = (fact: string, words: string[], gateLine: GateLine): GateLine => ({
  ...gateLine,
  when: { fact, test: { op: "one-of", value: words } },
});

/** Seats of a kind, named as on the roll. */
export const fixed = (id: string, name: string, source: Source) => ({
  id,
  name,
  kind: "fixed" as const,
  min: 1,
  source,
});
export const flexible = (id: string, name: string, source: Source) => ({ id, name, kind: "flexible" as const, source });
export const observer = (id: string, name: string, source: Source) => {
  return { id, name, kind: "observer" as const, votes: false, source };
};

const TRIAGE = byDefault("先去重、分类再上会");
/** What every issue must say before anybody takes it up. */
export const NAMED: GateLine[] = [
  line("title", "写明是什么问题", "title", byDefault("议题要写清楚才能受理")),
  line("place", "写明在哪里", "place", TRIAGE),
  line("category", "分好类别", "category", TRIAGE),
];

/** 限期解决的四要素: record, responsible, deadline, plan. */
export const FOUR_ELEMENTS: GateLine[] = [
  line("record", "写明事项记录", "record", LAIXI("圆桌会议")),
  line("responsible", "定下责任人", "responsible", LAIXI("圆桌会议")),
  line("deadline", "定下时限", "deadline", LAIXI("圆桌会议"), DAY),
  line("plan", "写明计划", "plan", LAIXI("圆桌会议")),
];

export const DONE_NOTE = line("done-note", "写明办了什么", "doneNote", byDefault("办结要写明办了什么"));
export const RATED = line("rating", "当事人作出评价", "rating", byDefault("办结后由当事人评价"));
export const DISCUSSED = line("statements", "至少记下一条发言", "statements", byDefault("会议如实记录"), {
  op: "at-least",
  value: 1,
});

/** Of methods that end without a posting of their own. */
export const POST_IT_TOO =
  "由居民委员会组织协商的，定下的事和落实情况依法要在居务公开栏公布不少于 15 日（《城市居民委员会组织法》第34条）。";
const NOTICE_ARTICLE = "第34条";
/** 公布不少于 15 日 in a city community (居组法 34), with the first day and the place of posting entered. */
export const POSTED_15: GateLine[] = [
  line("posted-on", "写明公布起始日", "postedOn", RESIDENTS_LAW(NOTICE_ARTICLE), DAY),
  line("posted-at", "写明公布在哪里", "postedAt", RESIDENTS_LAW(NOTICE_ARTICLE)),
  line("posted-15", "公布已满 15 日", "postedOn", RESIDENTS_LAW(NOTICE_ARTICLE), {
    op: "elapsed",
    days: 15,
    kind: "calendar",
  }),
];
/** The same in a village (村组法 35). */
export const VILLAGE_POSTED_15: GateLine[] = POSTED_15.map((each) => ({ ...each, source: VILLAGERS_LAW("第35条") }));

const CODES_BY_DEFAULT = "每个环节都可能有例外，要写理由、留痕";
function exception(code: ExceptionCode, label: string, to: string, more: Partial<Exception> = {}): Exception {
  return { code, label, to, source: byDefault(CODES_BY_DEFAULT), ...more };
}

/**
 * 退回 to an earlier stage; counts `returned`. `most` limits how often, on a counter of its own: what was sent back before for other reasons
 * does not use it up.
 */
export function returnTo(to: string, label = "退回补正", most?: number): Exception {
  if (most === undefined) return exception("return", label, to, { counts: ["returned"] });
  const limit = line("returned", `最多退回 ${most} 次`, "redone", byDefault(`退回以 ${most} 次为限`), {
    op: "at-most",
    value: most - 1,
  });
  return exception("return", label, to, { counts: ["returned", "redone"], gate: [limit] });
}

/** 不予受理: the reason says why, and where the person can turn. Kinds after 北京市接诉即办工作条例 第11条. */
export const REJECT = exception("reject", "不予受理", "rejected", {
  source: publicly("《北京市接诉即办工作条例》", "第11条"),
});
/** 转交上级: the reason says to whom and why. */
export const ESCALATE = exception("escalate", "转交上级", "escalated");
/** 撤回 by whoever proposed it, before anybody votes. */
export const WITHDRAW = exception("withdraw", "撤回", "withdrawn", {
  source: byDefault("表决开始前提议人可以撤回"),
});
/** 撤回 once the vote has begun: only with the convener's consent. */
export const WITHDRAW_WITH_CONSENT = exception("withdraw", "撤回（须召集人同意）", "withdrawn", {
  gate: [line("chair-agrees", "召集人同意撤回", "chairAgrees", byDefault("表决开始后撤回，须召集人同意"), CONFIRMED)],
  source: byDefault("表决开始后撤回，须召集人同意"),
});
/** 合并 into another issue of the same kind. */
export const MERGE = exception("merge", "并入同类议题", "merged", {
  gate: [line("merged-into", "指明并入哪一件", "mergedInto", byDefault("同类合并，保留来源"))],
});
/** 拆分: one issue a matter. Each line of the list becomes an issue of its own. */
export const SPLIT = exception("split", "拆成几件分别办", "split-up", {
  gate: [
    line("split-into", "列出拆成哪几件，至少两件", "splitInto", byDefault("一事一议，拆分保留来源"), {
      op: "lists",
      least: 2,
    }),
  ],
});
/** 延期 with a new day. */
export const postpone = (to: string): Exception =>
  exception("postpone", "延期", to, {
    gate: [line("new-day", "写明改到哪天", "newDay", byDefault("延期须写新日期并重新通知"), DAY)],
    counts: ["postponed"],
  });
/** 休会: the same meeting goes on later, attendance is taken anew. */
export const adjourn = (stage: string): Exception =>
  exception("adjourn", "休会，改日续会", stage, {
    gate: [line("resume-on", "写明哪天续会", "resumeOn", byDefault("休会要定续会日期，续会重新签到"), DAY)],
    counts: ["adjourned"],
  });

export const URGENT_GROUNDS = ["安全隐患", "停水停电", "灾害", "其他紧急情况"];
/** 紧急: a shorter notice, made up for afterwards (居组法 26 and 村组法 25: 遇有特殊情况的，可以临时通知). */
export const urgent = (to: string, source: Source = RESIDENTS_LAW("第26条")): Exception =>
  exception("urgent", "紧急，缩短通知期", to, {
    gate: [line("urgent-ground", "选明紧急情况", "urgentGround", source, { op: "one-of", value: URGENT_GROUNDS })],
    counts: ["urgent"],
    source,
  });
/** Asked after an urgent meeting: the notice that could not be given before. */
export const URGENT_MADE_UP: GateLine = {
  ...line("urgent-made-up", "紧急召开的，已补发公告", "urgentNotice", byDefault("紧急召开的，会后补公告"), CONFIRMED),
  when: { fact: "urgent", test: { op: "at-least", value: 1 } },
};

/** 复议: once in a term, on new facts, asked for by a fifth of the representatives or by the supervisors. */
export const reconsider = (to: string): Exception =>
  exception("reconsider", "复议", to, {
    gate: [
      line("new-facts", "写明新的事实", "newFacts", byDefault("复议须有新事实")),
      line(
        "asked-by",
        "由五分之一以上代表或监督委员会提出",
        "reconsiderBy",
        byDefault("复议由 1/5 代表或监督委员会提出"),
        {
          op: "one-of",
          value: ["五分之一以上代表", "监督委员会"],
        },
      ),
      line("reconsidered", "同一届次内只复议一次", "reconsidered", byDefault("同一届次原则上只复议一次"), {
        op: "at-most",
        value: 0,
      }),
    ],
    counts: ["reconsidered"],
    source: byDefault("复议一次为限，须有新事实"),
  });
/** 异议 during a notice: whoever is concerned may object, and is answered. */
export const objection = (stage: string): Exception =>
  exception("objection", "登记异议", stage, {
    gate: [line("objection", "写明异议内容", "objectionText", publicly("《山东省村务公开条例》", "第16条"))],
    counts: ["objections"],
    source: publicly("《山东省村务公开条例》", "第16条"),
  });
/** The exit that answers an objection; stays in the stage. */
export const answerObjection = (stage: string): Draft["exits"][number] => ({
  event: "answer-objection",
  label: "答复异议",
  to: stage,
  gate: [
    line("objection-reply", "写明答复", "objectionReply", publicly("《山东省村务公开条例》：5 日内答复", "第16条")),
    line("objections-open", "有异议等着答复", "objections", byDefault("先登记，后答复"), { op: "at-least", value: 1 }),
  ],
  counts: ["answered"],
  source: publicly("《山东省村务公开条例》", "第16条"),
});
/** Every objection has its answer before the stage is left. */
export const OBJECTIONS_ANSWERED = line(
  "objections",
  "异议都已答复",
  "answered",
  publicly("《山东省村务公开条例》", "第16条"),
  {
    op: "as-many-as",
    of: "objections",
  },
);
/** 更正: what is fixed is never overwritten; a correction sheet goes beside it. */
export const correction = (stage: string): Exception =>
  exception("correction", "出更正件", stage, {
    gate: [line("correction", "写明更正什么", "correctionText", byDefault("已锁定的文件只出更正件，原件不删"))],
    counts: ["corrected"],
  });
/** 流会: too few came. No vote; a talk that brings opinions only, or a new date. */
export const noQuorum = (to: string): Exception =>
  exception("no-quorum", "流会，另行通知", to, {
    gate: [
      line(
        "quorum-note",
        "写明应到几人、实到几人",
        "quorumNote",
        byDefault("法定人数不足不得表决，可转为协商座谈，只出意见"),
      ),
    ],
    counts: ["quorumMissed"],
    source: byDefault("人数不足不得表决"),
  });

const end = (id: string, name: string, result?: Stage["result"]): Draft => ({
  id,
  name,
  kind: "final",
  who: "",
  gate: [],
  exits: [],
  documents: [],
  exceptions: [],
  final: true,
  ...(result ? { result } : {}),
});

/** Ends. A method takes those that its ways lead to. */
export const SETTLED = end("settled", "已办结");
export const DECLINED = end("declined", "已回应（不能办）");
export const REJECTED = end("rejected", "不予受理");
export const WITHDRAWN = end("withdrawn", "已撤回");
export const MERGED = end("merged", "已并案");
export const SPLIT_UP = end("split-up", "已拆分");
export const ESCALATED = end("escalated", "已转交上级");
/** Ends of a statutory decision, for the method that asked for it. */
export const PASSED = end("passed", "决定通过", "passed");
export const FAILED = end("failed", "决定未通过", "failed");
/** An end of the method's own. */
export const ending = (id: string, name: string, result?: Stage["result"]): Draft => end(id, name, result);
