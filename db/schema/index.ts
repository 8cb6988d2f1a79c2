export * from "./action-item.ts";
export * from "./community.ts";
export * from "./issue.ts";
export * from "./journal.ts";
export * from "./meeting.ts";
export * from "./method.ts";
export * from "./poll.ts";
export * from "./roll.ts";
