/** 会议: planned 未开始 · open 进行中 · closed 已结束 · cancelled 停开. Apart from the machine: a resident's phone needs no more of it. */
export const MEETING_STATES = ["planned", "open", "closed", "cancelled"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Nothing about it changes any more. */
export const isOver = (state: MeetingState): boolean => state === "closed" || state === "cancelled";
