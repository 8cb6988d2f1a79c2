import type { Page } from "playwright-core";
import type { PollMode } from "#app/domain/poll/machine.ts";
import { audit } from "./audit.ts";
import type { TestServer } from "./server.ts";

/** Every kind of ballot a phone can be asked to fill in, with words as long as a meeting uses them. */
export type BallotKind = {
  poll: {
    question: string;
    mode: PollMode;
    options?: string[];
    items?: string[];
    choose?: number;
  };
  /** What is ticked or pressed on it, in this order: the fields' names and values. */
  marks: readonly (readonly [name: string, value: string])[];
  /** What then lies in the box, "item=choice" where it has items. */
  cast: readonly string[];
};

export const KINDS = {
  "yes or no": {
    poll: { question: "是否同意在西门内道路加装六盏路灯，并由物业每月巡查一次？", mode: "secret" },
    marks: [["choice", "for"]],
    cast: ["for"],
  },
  "several of n": {
    poll: {
      question: "从下列居民代表中推选两位，参加本小区物业服务质量监督小组",
      mode: "secret",
      options: ["欧阳秀兰（2号楼2单元）", "陈建平", "司马文华（15号楼1单元）", "刘桂芳"],
      choose: 2,
    },
    marks: [
      ["choice", "o1"],
      ["choice", "o3"],
    ],
    cast: ["o1+o3"],
  },
  "several items": {
    poll: {
      question: "今年的三项小区改造，请逐项表决",
      mode: "secret",
      items: ["7号楼东侧绿地改为十二个临时停车位", "3号楼加装电梯并由受益住户分摊费用", "西门夜间十一点后关闭"],
    },
    marks: [
      ["item.i1", "for"],
      ["item.i2", "against"],
      ["item.i3", "abstain"],
    ],
    cast: ["i1=for", "i2=against", "i3=abstain"],
  },
  "one of several": {
    poll: {
      question: "快递柜装在哪里？",
      mode: "secret",
      options: ["方案一：北门外人行道内侧，四通道智能柜", "方案二：中心花园南侧", "暂不安装"],
    },
    marks: [["choice", "o2"]],
    cast: ["o2"],
  },
  named: {
    poll: { question: "是否同意把议事会时间改到每周三晚上七点？", mode: "named" },
    marks: [["choice", "for"]],
    cast: ["for"],
  },
} as const satisfies Record<string, BallotKind>;

/** Presses or ticks what is wanted on the open ballot, up to the page or step that asks for confirmation. */
export async function mark(page: Page, { marks }: BallotKind): Promise<void> {
  for (const [name, value] of marks) {
    const button = page.locator(`button[name="${name}"][value="${value}"]`);
    if (await button.count()) return button.click();
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
  }
  await page.locator("form[action$=ballot] button[type=submit]:not([name])").click();
}

/** What lies in the box of the poll with this question. */
export const box = (server: TestServer, question: string): string[] =>
  audit(
    server,
    "SELECT b.item, b.choice FROM ballot b JOIN poll p ON p.id = b.poll_id WHERE p.question = ? ORDER BY b.item",
    question,
  ).map(({ item, choice }) => (item ? `${item}=${choice}` : String(choice)));
