import type { Obstacle } from "#app/domain/poll/timetable.ts";

/** Wording of polls that open and close by the clock. */
export const timetableText = {
  /** Who did it, in the journal. */
  actor: "按预定时间",
  refusals: {
    moment: "请填真实的日期和时间，例如 2026-11-25 15:30。",
    minutes: "时长请填 1 到 240 的整数分钟；不限时就留空。",
    opensInPast: "开始时间要晚于现在。",
    eitherEnd: "时长和截止时间只填一个。",
    endsBefore: "截止时间要晚于开始时间。",
    opensAfterEnd: "开始时间要早于截止时间。",
    noEnd: "没有时长或截止时间，不能到时自动截止。",
    counted: "举手、纸票要等两位计票人清点一致，不能到时自动截止。",
    endPassed: "已经过了截止时间，不能再开始。请改时间，或另外发起。",
    hasOpened: "这次表决已经开始，不能再改开始时间。",
    posted: "已经公告的表决，开始时间不能再改。",
  },
  obstacle(obstacle: Obstacle): string {
    switch (obstacle.why) {
      case "meeting-not-open":
        return "会议还没有开始，开会后自动发起";
      case "another-open":
        return `正在表决“${obstacle.question}”，结束后自动发起`;
      case "quorum":
        return `到会不足，还差 ${obstacle.missing} 人，到齐后自动发起`;
      case "end-passed":
        return "已经过了截止时间，不再自动发起，请改时间或取消";
    }
  },
};
