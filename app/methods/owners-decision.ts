import { ownerMatterNames } from "#app/domain/issue/owner-matters.ts";
import { defineMethod } from "#app/domain/method/define.ts";
import { assembly } from "./assembly.ts";
import { asked, calledBy, PROPOSAL, posted15 } from "./assembly-parts.ts";
import {
  byDefault,
  CIVIL_CODE,
  CONFIRMED,
  DAY,
  DISCUSSED,
  fixed,
  line,
  observer,
  PROPERTY_REGULATION,
  postpone,
  publicly,
  when,
} from "./parts.ts";

const NINE = CIVIL_CODE("第278条");
const NOTICE = PROPERTY_REGULATION("第14条");
const FROZEN = publicly("青岛、北京、杭州等地物业管理条例：不得表决公告以外的事项");
const ONLINE_PLATFORM = publicly("青岛、北京、潍坊等地物业管理条例：网上表决用主管部门的平台");
const PAPER = publicly("《杭州市物业管理条例》：业主要纸质票的，应当提供", "第20条");
const IN_THREE_DAYS = publicly("青岛、山东的物业管理条例：作出决定之日起 3 日内公示");
const POSTED = byDefault("法定决定公布不少于 15 日，业主决定比照");
const ROLL = {
  kind: "law" as const,
  ref: "《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》",
  article: "第8条、第9条",
  inForce: "2021-01-01",
};

const ONLINE = "网上表决";
const TOGETHER = "集体讨论";
const FORMS = [TOGETHER, "书面征求意见", ONLINE];
const VOTING_DAYS = publicly("《杭州市物业管理条例》", "第20条");
const LONGER = publicly("有的小区公告：参与的业主不够，延长投票时间");

/**
 * 业主共同决定: two measures, heads and area, by both of which two thirds must take part and more than half — of the three special matters
 * three quarters — agree. Which of the nine matters it is decides the rule. Fifteen days' notice is the regulation's; that items are frozen
 * at the notice and the decision is put up within three days are local practice; publication for fifteen days and 复议 are ours.
 */
export const ownersDecision = defineMethod({
  id: "owners-decision",
  name: "业主共同决定",
  version: 1,
  family: "decision",
  summary:
    "维修资金、选聘解聘物业、改变共有部分用途等九类事项，只能由业主共同决定：提前 15 日通知，面积和人数都要三分之二以上参与，一般事项两项都过半，特别事项两项都到四分之三。",
  note: "《物业管理条例》第12条的旧比例与民法典不一致，以民法典为准。紧急维修各地有简便办法，请按当地条例办。没投票的不能算同意。",
  voting: "rule",
  sources: [
    NINE,
    NOTICE,
    ROLL,
    FROZEN,
    IN_THREE_DAYS,
    byDefault("公布天数、异议、复议、更正的办法由工具给出，请按当地条例和业主大会议事规则改"),
  ],
  seats: [
    fixed("committee", "业主委员会（召集）", byDefault("没有业主委员会的，由当地规定的组织召集")),
    fixed("owners", "业主", NINE),
    observer("residents-committee", "居民委员会", NOTICE),
    observer("property-manager", "物业服务企业", byDefault("可请物业到场说明")),
  ],
  stages: assembly({
    first: {
      id: "propose",
      name: "提出事项",
      kind: "draft",
      who: "业主委员会，或提议的业主",
      gate: [
        line("owner-matter", "选明是九类事项里的哪一类", "ownerMatter", NINE, {
          op: "one-of",
          value: ownerMatterNames(),
        }),
        PROPOSAL,
        calledBy(byDefault("由谁提议召集，按业主大会议事规则"), [
          "业主委员会",
          "部分业主联名",
          "街道或居民委员会协助召集",
        ]),
        line("owners-roll", "业主名册的人数和面积已核对", "ownersRoll", ROLL, CONFIRMED),
      ],
      documents: ["proposal-form"],
      source: NINE,
    },
    notice: {
      who: "业主委员会",
      days: 15,
      source: NOTICE,
      gate: [
        line("committee-told", "已同时告知居民委员会", "committeeTold", NOTICE, CONFIRMED),
        line("items", "公告里列明表决哪几项", "announcedItems", FROZEN, { op: "lists", least: 1 }),
      ],
    },
    meeting: {
      who: "业主委员会主持，全体业主",
      discussed: when("form", [TOGETHER], DISCUSSED),
      gate: [
        line("form", "选明用哪种形式", "form", ONLINE_PLATFORM, { op: "one-of", value: FORMS }),
        when(
          "form",
          [ONLINE],
          line("platform", "用的是主管部门的表决平台", "officialPlatform", ONLINE_PLATFORM, CONFIRMED),
        ),
        when("form", [ONLINE], line("paper", "要纸质票的业主都给了票", "paperGiven", PAPER, CONFIRMED)),
      ],
      source: NOTICE,
    },
    vote: {
      who: "参与表决的业主，计票人、监票人",
      gate: [
        line("same-items", "表决的就是公告的那几项，没有增改", "itemsUnchanged", FROZEN, CONFIRMED),
        line("owner-matter", "选明是九类事项里的哪一类", "ownerMatter", NINE, {
          op: "one-of",
          value: ownerMatterNames(),
        }),
      ],
      judged: [
        {
          rules: ["owners-general"],
          text: "一般事项：面积、人数都三分之二以上参与，参与的都过半同意",
          source: NINE,
          when: asked("ownerMatter", ownerMatterNames("general")),
        },
        {
          rules: ["owners-special"],
          text: "特别事项：面积、人数都三分之二以上参与，参与的都四分之三以上同意",
          source: NINE,
          when: asked("ownerMatter", ownerMatterNames("special")),
        },
      ],
      deadline: {
        text: "投票期不少于 5 日、不超过 60 日",
        days: 60,
        maxDays: 60,
        kind: "calendar",
        source: VOTING_DAYS,
      },
      exceptions: [{ ...postpone("vote"), label: "参与不够，延长投票期", source: LONGER }],
    },
    publish: {
      who: "业主委员会",
      posted: [
        line("posted-on", "写明公布起始日（作出决定 3 日内）", "postedOn", IN_THREE_DAYS, DAY),
        line("posted-at", "写明公布在哪里", "postedAt", IN_THREE_DAYS),
        line("posted-15", "公布已满 15 日", "postedOn", POSTED, { op: "elapsed", days: 15, kind: "calendar" }),
      ],
      deadline: posted15(POSTED),
      source: IN_THREE_DAYS,
    },
    reconsiderBy: ["业主委员会", "部分业主联名"],
  }),
});
