import type { IssueAnnouncementInput } from "#templates/genres/issue-announcement.ts";
import { START } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

const usual = (): IssueAnnouncementInput => ({
  community: "翠湖社区",
  signedBy: "翠湖社区居民委员会",
  from: "2025-11-10",
  until: "2025-11-17",
  issues: [
    {
      number: 12,
      title: "幸福路北段路灯连续多日不亮",
      place: "翠湖花园3号楼2单元501门前",
      cause: "入冬以来六盏路灯先后熄灭，王建国（13812345678）等住户多次反映夜间出行不安全",
      plan: ["先更换损坏的六盏路灯", "由供电所分段检查地下线路", "费用由物业先行垫付，年底从公共收益中列支"],
      concerned: "幸福路北段沿线住户；相关住户86户",
      cost: "约4200元",
    },
    {
      number: 15,
      title: "业主车位被外来车辆长期占用",
      place: "翠湖花园东门地面停车场",
      cause: "外来车辆夜间停放，业主回来没有地方停",
      plan: [],
      concerned: "",
      cost: "",
    },
  ],
  meetingTitle: "相约星期三议事会",
  meetingStart: START,
  meetingPlace: "翠湖社区党群服务中心二楼议事厅",
  opinionsTo: "写成书面意见投到或者送到翠湖社区居民委员会，也可以打联系电话或者当面提出，收到后登记并带到会上",
  contact: { name: "许小梅", phone: "0518-85550123" },
  supervisionPhone: "0518-85550456",
  knownNames: ["王建国", "许小梅"],
});

export const issueAnnouncement: Samples<IssueAnnouncementInput> = {
  usual,
  none: () => {
    const { meetingStart: _start, ...rest } = usual();
    return {
      ...rest,
      issues: [],
      from: "",
      until: "",
      meetingTitle: "",
      meetingPlace: "",
      opinionsTo: "",
      knownNames: [],
    };
  },
  many: () => ({
    ...usual(),
    issues: repeated(usual().issues, 40, (issue, index) => ({ ...issue, number: index + 1 })),
  }),
  hard: () => ({
    ...usual(),
    meetingTitle: hostile(5),
    meetingPlace: hostile(4),
    issues: repeated(usual().issues, 16, (issue, index) => ({
      ...issue,
      number: index + 1,
      title: hostile(index),
      place: hostile(index + 1),
      cause: hostile(index + 2),
      plan: [hostile(index + 3), hostile(index + 4)],
      concerned: hostile(index + 5),
      cost: hostile(index + 6),
    })),
    contact: { name: hostile(0), phone: hostile(8) },
    knownNames: [hostile(0), hostile(6)],
  }),
};
