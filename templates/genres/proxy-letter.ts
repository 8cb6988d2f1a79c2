import type { Block } from "#templates/content.ts";
import { type Common, defineGenre, type Say } from "#templates/genre.ts";
import { calendarDay, chineseDate, timeSpan } from "#templates/parts/dates.ts";
import { type PrintedProxyTerms, proxyLimits } from "#templates/parts/proxy.ts";
import { pair, whole } from "#templates/parts/rows.ts";
import { fullTitle } from "#templates/parts/wording.ts";

/** 委托人 and 受托人 as the meeting's roll has them. */
export type ProxyPair = {
  principal: { name: string; unit: string };
  holder: { name: string; unit: string };
  /** What was registered of the written authority. */
  authority: string;
};

export type ProxyLetterInput = Common & {
  meetingTitle: string;
  start: Date;
  place: string;
  /** What is decided there: issues, questions of votes that are prepared. */
  matters: string[];
  /** One letter each; a blank one where nobody is registered. */
  pairs: ProxyPair[];
  proxy: PrintedProxyTerms;
};

/** 委托书 (民法典 165: who, what, with what authority, until when, signed). One page each. */
export const proxyLetter = defineGenre<ProxyLetterInput>({
  id: "proxy-letter",
  name: "委托书",
  public: false,
  dress: "form",
  named: (input) => ({ day: calendarDay(input.start), matter: input.meetingTitle }),
  required: (input) => [
    ["会议名称", "plan", input.meetingTitle],
    ["会议时间", "plan", input.start],
    ["委托事项（议题或表决）", "plan", input.matters],
    ["可以委托的通过规则", "plan", input.proxy.allowed],
  ],
  write: (input, say) => {
    const pairs = input.pairs.length === 0 ? [undefined] : input.pairs;
    const words = { term: term(input, say), note: note(input, say) };
    return pairs.flatMap((pair, index) => [
      ...(index === 0 ? [] : [{ kind: "page" } as const]),
      ...letter(input, pair, words),
    ]);
  },
});

const BLANK = "________";

/** What is the same on every letter. */
type Words = { term: string; note: string };

function letter(input: ProxyLetterInput, one: ProxyPair | undefined, words: Words): Block[] {
  return [
    { kind: "title", text: "委托书" },
    {
      kind: "form",
      rows: [
        pair(["委托人", one?.principal.name ?? ""], ["楼栋或单位", one?.principal.unit ?? ""], 11),
        pair(["受托人", one?.holder.name ?? ""], ["楼栋或单位", one?.holder.unit ?? ""], 11),
        pair(["两人关系", ""], ["证件尾号", "委托人后四位（手写）："], 11),
        whole("会议", `${fullTitle(input)}\n${timeSpan(input.start)}　${input.place}`, 16),
        whole("委托事项", matters(input.matters), 22),
        whole("权限", "□ 全权：由受托人按自己的意见表决\n□ 按指示表决，意见如下：", 28),
        whole("期限", words.term),
        ...(one && one.authority !== "" ? [whole("登记情况", one.authority)] : []),
        whole("说明", words.note),
      ],
    },
    { kind: "sign-line", labels: ["委托人签名", "受托人签名"] },
    { kind: "sign-line", labels: ["委托日期", "收到人签名"] },
  ];
}

function matters(list: readonly string[]): string {
  if (list.length === 0) return BLANK;
  return list.map((matter, index) => `${index + 1}. ${matter}`).join("\n");
}

function term({ start }: ProxyLetterInput, say: Say): string {
  return say("term", "委托期限", "只限本次会议（{日期}），会议结束即失效；委托人本人到会的，委托自动撤销。", {
    日期: chineseDate(start),
  });
}

function note({ proxy }: ProxyLetterInput, say: Say): string {
  const copy = say(
    "note",
    "填写说明",
    "没有本人签名的委托书无效；受托人不再转托他人。证件号码只写后四位，不留复印件。",
  );
  return `${proxyLimits(proxy)}${copy}`;
}
