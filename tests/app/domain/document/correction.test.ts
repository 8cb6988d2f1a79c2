import { expect, it } from "vitest";
import { maskReason } from "#app/domain/document/correction.ts";

const PRINTED = "受理联系人：徐某；联系电话：0532-5550 0101；监督电话：0532-55500110。";

it("hides names, rooms and numbers of a correction's reason, but not the numbers that the paper prints", () => {
  const reason = "电话写错，原写0532-55500101，应为 0532-5550 0110，由陈建平（13812345678，3号楼2单元501）发现";
  expect(maskReason(reason, ["陈建平"], PRINTED)).toBe(
    "电话写错，原写0532-55500101，应为 0532-5550 0110，由陈某（号码略，3号楼）发现",
  );
  expect(maskReason("\ue000原写0532-55500999", [], PRINTED)).not.toContain("55500999");
});
