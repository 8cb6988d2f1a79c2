import type { ProxyLetterInput, ProxyPair } from "#templates/genres/proxy-letter.ts";
import { personName, START } from "#tests/templates/samples.ts";
import { hostile, type Samples } from "./shape.ts";

const pair = (principal: string, holder: string): ProxyPair => ({
  principal: { name: principal, unit: "翠湖花园3号楼" },
  holder: { name: holder, unit: "翠湖花园2号楼" },
  authority: "2025年11月16日书面委托，原件存社区",
});

const usual = (): ProxyLetterInput => ({
  community: "翠湖社区",
  meetingTitle: "居民委员会换届选举会",
  start: START,
  place: "翠湖社区党群服务中心二楼议事厅",
  matters: ["选举第八届居民委员会成员"],
  pairs: [pair("张海涛", "刘玉兰"), pair("王芳", "刘玉兰")],
  proxy: {
    allowed: true,
    most: 3,
    household: false,
    candidatesExcluded: true,
    sources: [{ kind: "law", ref: "《中华人民共和国城市居民委员会组织法》", article: "第19条", inForce: "2026-01-01" }],
  },
});

export const proxyLetter: Samples<ProxyLetterInput> = {
  usual,
  none: () => ({ ...usual(), place: "", matters: [], pairs: [] }),
  many: () => ({
    ...usual(),
    matters: Array.from({ length: 40 }, (_, index) => `第${index + 1}件议题的办理方案`),
    pairs: Array.from({ length: 40 }, (_, index) => pair(personName(index), personName(index + 7))),
  }),
  hard: () => ({
    ...usual(),
    meetingTitle: hostile(8),
    place: hostile(4),
    matters: Array.from({ length: 16 }, (_, index) => hostile(index)),
    pairs: Array.from({ length: 16 }, (_, index) => ({
      principal: { name: hostile(index), unit: hostile(index + 1) },
      holder: { name: hostile(index + 2), unit: hostile(index + 3) },
      authority: hostile(index + 4),
    })),
  }),
};
