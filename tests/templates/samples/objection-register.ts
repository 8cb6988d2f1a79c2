import type { ObjectionRegisterInput, RegisteredObjection } from "#templates/genres/objection-register.ts";
import { personName } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

function objections(): RegisteredObjection[] {
  return [
    {
      number: 4,
      paper: "协商结果公示 · 第47周“相约星期三”联席会议",
      paperNumber: "",
      objector: personName(7),
      contact: "0518-85550177",
      content: "垫付费用从公共收益里出，没有问过业主",
      evidence: "业主群聊天记录打印件两页",
      receivedOn: "2025-11-21",
      receivedBy: "许小梅",
      replyBy: "2025-11-26",
      reply: "已在业主群说明：先由物业垫付，从公共收益列支前另行征求业主意见",
      repliedBy: "秦文博",
      repliedOn: "2025-11-25",
      satisfied: true,
      further: "",
    },
    {
      number: 5,
      paper: "协商结果公示 · 第47周“相约星期三”联席会议",
      paperNumber: "",
      objector: "",
      contact: "",
      content: "公示贴得太高，老人看不清",
      evidence: "",
      receivedOn: "2025-11-24",
      receivedBy: "许小梅",
      replyBy: "2025-12-01",
      reply: "",
      repliedBy: "",
      repliedOn: "",
      further: "",
    },
  ];
}

function input(rows = objections()): ObjectionRegisterInput {
  return {
    community: "翠湖社区",
    matter: "第47周“相约星期三”联席会议",
    today: "2025-11-26",
    replyDays: 5,
    objections: rows,
  };
}

export const objectionRegister: Samples<ObjectionRegisterInput> = {
  usual: () => input(),
  none: () => input([]),
  many: () => input(repeated(objections(), 40, (each, index) => ({ ...each, number: index + 1 }))),
  hard: () =>
    input(
      repeated(objections(), 16, (each, index) => ({
        ...each,
        number: index + 1,
        paper: hostile(index),
        objector: hostile(index + 1),
        contact: hostile(index + 2),
        content: hostile(index + 3),
        evidence: hostile(index + 4),
        reply: hostile(index + 5),
        repliedBy: hostile(index + 6),
        further: hostile(index + 7),
      })),
    ),
};
