import { expect, it } from "vitest";
import { genres } from "#templates/index.ts";
import { noticeItems, resultNoticeInput } from "./samples.ts";

/** What people chose between, as papers get it: nobody typed it with the public in mind. */
const asked = (more: object) => ({
  ...{ id: "p", question: "车棚放在哪里？", mode: "secret" as const },
  ...{ due: 10, present: 9, cast: 9, for: 9, against: 0, abstain: 0, invalid: 0, passed: true },
  sentence: "选定：王志远家（3号楼2单元501）门前 6 票",
  answers: {
    lines: [
      { label: "王志远家（3号楼2单元501）门前", figures: "6 票", verdict: "选定" },
      { label: "何秀英家东侧", figures: "3 票", verdict: "" },
    ],
    verdict: "选定",
  },
  ...more,
});

function printed(more: object): string {
  const [first, ...others] = noticeItems();
  if (!first) throw new Error("the sample has an item");
  const items = [{ ...first, polls: [asked(more)] }, ...others];
  const input = { ...resultNoticeInput(items), furtherPolls: [asked(more)], knownNames: ["王志远", "何秀英"] };
  const { blocks } = genres["result-notice"].content(input);
  return JSON.stringify(blocks);
}

it("in a public result options hide names and rooms, where they stand and where the sentence says them again", () => {
  const told = printed({});
  expect(told).toContain("王某家（3号楼）门前");
  expect(told).not.toMatch(/王志远|何秀英|单元501/);
});

it("of an election everybody may know who was elected", () => {
  const told = printed({ election: true, sentence: "当选：王志远 6 票" });
  expect(told).toContain("王志远");
});
