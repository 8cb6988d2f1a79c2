import type { ProxyWord } from "#app/domain/proxy/register.ts";
import type { ProxyTerms } from "#app/domain/rule/types.ts";

type Names = { principal: string; holder: string; most: number };

/** Why an authority is not registered, at its field. */
const refusals: Record<ProxyWord, (names: Names) => string> = {
  "not-allowed": () => "这场会议的通过规则不能委托。",
  "authority-missing": () => "请写明委托书：哪一天写的、委托什么事、原件存在哪里。没有书面委托的，不能登记。",
  "id-number": () => "这里像是写了身份证号或卡号。委托书的内容会进留痕和签到表，请去掉号码再登记。",
  "phone-number": () => "这里像是写了手机号。委托书的内容会进留痕和签到表，请去掉号码再登记。",
  "principal-without-vote": ({ principal }) => `${principal}在这份名册上没有表决权，不用委托。`,
  "principal-here": ({ principal }) => `${principal}本人已经到会，由本人表决。登记错了，请先取消他的到会。`,
  "principal-voted": ({ principal }) => `${principal}在这场会议里已经投过票，不能再委托。`,
  "principal-represented": ({ principal }) => `${principal}已经有受托人。要换人，请先撤销原来的委托。`,
  "principal-holds": ({ principal }) => `${principal}受别人委托，不能再把自己的票委托出去。`,
  "holder-self": () => "不能委托自己。",
  "holder-without-vote": ({ holder }) => `${holder}在这份名册上没有表决权，不能受托。`,
  "holder-represented": ({ holder }) => `${holder}已经委托别人代投，不能再受托；委托不能转手。`,
  "holder-candidate": ({ holder }) => `${holder}是候选人，不能受托。`,
  "holder-full": ({ holder, most }) => `${holder}已受 ${most} 人委托，每人最多受托 ${most} 人。`,
  household: () => "这条规则只许委托同一户的人，请核对后勾选。",
};

/** Wording about 委托: who votes for whom by a written authority. */
export const proxyText = {
  title: "委托",
  count: (n: number) => (n > 0 ? `委托 ${n}` : "委托"),
  principal: "委托人",
  holder: "受托人",
  authority: "委托书",
  authorityHint: "哪一天写的、委托什么事、原件存在哪里。不写身份证号和手机号。",
  whoHint: "输入姓名",
  household: "已核对：两人同一户，受托人有完全民事行为能力",
  register: "登记委托",
  registered: (principal: string, holder: string) => `已登记：${principal}委托${holder}`,
  withdraw: "撤销",
  withdrawOf: (principal: string, holder: string) => `撤销${principal}对${holder}的委托`,
  line: (principal: string, holder: string) => `${principal} 委托 ${holder}`,
  counted: "算到会",
  waiting: "受托人还没到",
  none: "还没有登记委托。",
  hint: "委托人不到会，受托人到了，委托人就算到会，受托人在自己手机上先投自己的票，再逐一代投。委托人本人签到，委托自动撤销。",
  notInRule: (rule: string) => `“${rule}”不能委托。`,
  over: "会议已经结束，委托不能再改。",
  nobody: (label: string) => `名册里没有这位${label}，请从列表里选。`,
  several: (label: string) => `有几位同名的${label}，请选带楼栋的一行；楼栋也一样的，请先在名册里分清。`,
  required: (label: string) => `请填写${label}。`,
  cast: (principal: string) => `已经代${principal}投过票，委托不能撤销。`,
  castAbsent: (holder: string, principal: string) => `${holder}已经代${principal}投过票，不能改成未到会。`,
  represented: (principal: string, holder: string) => `${principal}由${holder}受托出席，要取消请撤销委托。`,
  heldBy: (holder: string) => `委托 ${holder}`,
  inPerson: "本人到会",
  inPersonHint: (principal: string, holder: string) => `${principal}本人来了：记为到会，对${holder}的委托随即撤销。`,
  refusals,

  rule: {
    label: "委托",
    no: "不能委托",
    yes: "可以书面委托",
    roll: "受托人要在名册上、自己有表决权",
    household: "受托人是同一户有完全民事行为能力的成员",
    most: (n: number) => `每人最多受托 ${n} 人`,
    unlimited: "人数没有限制",
    candidates: "候选人不能受托",
  },
} as const;

type Clause = "holder" | "most" | "candidates";

/** “可以书面委托，每人最多受托 3 人”: what the source itself says, and apart from it what we add. */
export function proxyWords(terms: ProxyTerms): { said: string; added: string } {
  const { rule } = proxyText;
  if (!terms.allowed) return { said: rule.no, added: "" };
  const clauses: [Clause, string][] = [
    ["holder", rule[terms.holder]],
    ["most", terms.most === null ? rule.unlimited : rule.most(terms.most)],
    ["candidates", rule.candidates],
  ];
  const ours = terms.additions?.of ?? [];
  const words = (mine: boolean) => clauses.filter(([clause]) => ours.includes(clause) === mine).map(([, text]) => text);
  return { said: [rule.yes, ...words(false)].join("；"), added: words(true).join("；") };
}
