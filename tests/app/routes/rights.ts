import { skeleton } from "#app/methods/skeleton.ts";

/** Who asks: all but the community's own staff. */
export type Who = "secretary" | "program" | "voter" | "helper" | "nobody";

/** `shut`: refused or sent away. `own`: staff see their own community, everyone else is sent away. `open`: anyone may look. */
type Row = {
  loader?: "shut" | "own" | "open";
  action?: "shut" | "own" | "open";
  sends?: Record<string, string>[];
};

const intents = (names: string, more: Record<string, string> = {}) =>
  names.split(" ").map((intent) => ({ intent, ...more }));

const FIGURES = { for: "1", against: "0", abstain: "0", invalid: "0" };

/** What strangers get of each route, and what its form could send. A new route fails in the test until its row is here. */
export const rows: Record<string, Row> = {
  "routes/home.tsx": { loader: "shut" },
  "routes/set-up.tsx": { loader: "shut", action: "shut" },
  "routes/sign-in.tsx": { loader: "open", action: "shut", sends: [{ username: "zhoulan", password: "not-this-one" }] },
  "routes/unknown.tsx": { loader: "shut" },
  "routes/healthz.ts": { loader: "open", action: "shut" },
  "routes/desk/layout.tsx": { loader: "own" },
  "routes/desk/today.tsx": { loader: "own" },
  "routes/desk/journal.tsx": { loader: "own", action: "own" },
  "routes/desk/settings.tsx": {
    loader: "own",
    action: "shut",
    sends: [
      ...intents("community password add-community"),
      { intent: "end-session", id: "theirs" },
      ...intents("revoke-token", { id: "theirs" }),
    ],
  },
  "routes/desk/bodies.tsx": { loader: "own", action: "shut" },
  "routes/desk/body-new.tsx": { loader: "own", action: "shut", sends: [{ name: "" }] },
  "routes/desk/body.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("save remove", { methodId: "roundtable", "schedule.every": "none", startTime: "14:30" }),
  },
  "routes/desk/issues.tsx": { loader: "own" },
  "routes/desk/issue-new.tsx": { loader: "own", action: "shut" },
  "routes/desk/issue.tsx": {
    loader: "shut",
    action: "shut",
    sends: [{ event: "advance" }, { event: "withdraw", reason: "不办了" }],
  },
  "routes/desk/issue-edit.tsx": { loader: "shut", action: "shut" },
  "routes/desk/actions.tsx": { loader: "own", action: "shut", sends: intents("finish move return undo") },
  "routes/desk/methods.tsx": { loader: "own" },
  "routes/desk/method.tsx": { loader: "shut", action: "shut", sends: [{ on: "on" }, { on: "off" }] },
  "routes/desk/method-own-list.tsx": { loader: "own", action: "shut", sends: intents("remove restore import") },
  "routes/desk/method-own-new.tsx": { loader: "own", action: "shut", sends: [{}, { name: "" }] },
  "routes/desk/method-own-edit.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("save publish", { edition: "2", draft: JSON.stringify(skeleton("own-x", "别处写的")) }),
  },
  "routes/desk/method-rehearsal.tsx": { loader: "shut" },
  "routes/desk/method-own-rehearsal.tsx": { loader: "shut" },
  "routes/desk/method-export.ts": { loader: "shut" },
  "routes/desk/rules.tsx": { loader: "own" },
  "routes/desk/owners-roll.tsx": {
    loader: "shut",
    action: "shut",
    sends: [
      ...intents("merge keep", { owners: "theirs,others" }),
      { intent: "keep-plain", group: "theirs,others" },
      { intent: "split", owner: "theirs", units: "theirs" },
      { intent: "area", unit: "theirs", area: "80.5", was: "8000" },
    ],
  },
  "routes/desk/owners-import.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("confirm discard read", { planId: "x", missing: "remove" }),
  },
  "routes/desk/owners-vote.tsx": {
    loader: "shut",
    action: "shut",
    sends: [
      { intent: "prepare", question: "换电梯", ruleId: "owners-general" },
      { intent: "notice", pollId: "theirs", version: "1", endsAt: "2027-01-20T20:00" },
      ...intents("freeze open close", { pollId: "theirs" }),
      { intent: "extend", pollId: "theirs", days: "5" },
      ...intents("paper strike", { pollId: "theirs", personId: "theirs", choice: "for", enteredBy: "周岚" }),
    ],
  },
  "routes/desk/owners-sheet.tsx": { loader: "shut" },
  "routes/desk/meetings.tsx": { loader: "own" },
  "routes/desk/meeting-new.tsx": { loader: "own", action: "shut" },
  "routes/desk/meeting.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("add remove move order cancel trial-run register-proxy withdraw-proxy"),
  },
  "routes/desk/meeting-edit.tsx": { loader: "shut", action: "shut" },
  "routes/desk/room.tsx": {
    loader: "shut",
    action: "shut",
    sends: [
      ...intents(
        "open close choose attend rebind register-proxy withdraw-proxy speak remove-speech restore-speech undo-outcome report-done report-open report-progress",
      ),
      ...intents("trial-arrive trial-vote trial-stop", { count: "3", leaning: "mixed" }),
      ...intents("open-poll close-poll reveal-poll extend-poll void-poll stop-phones screen constructor __proto__"),
      ...intents("issue-paper enter-count count-again", { issued: "yes", method: "hands", teller: "外人", ...FIGURES }),
      ...intents("reveal-on-phones", { phoneReveal: "2" }),
      ...intents("open-prepared reschedule-poll unschedule-poll", { opensAt: "2027-01-06T15:30" }),
      ...intents("open-straw close-straw discard-straw put-straw-away", { options: "一\n二" }),
      { intent: "decide", outcome: "next-time" },
      { intent: "decide", outcome: "declined" },
    ],
  },
  "routes/desk/trial-run-ending.ts": { action: "shut" },
  "routes/desk/room-speeches.ts": { loader: "shut", action: "shut" },
  "routes/desk/issue-documents.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("edit-wording restore-wording", { genre: "assignment", key: "x", text: "外人写的", seen: "0" }),
  },
  "routes/desk/documents.tsx": {
    loader: "shut",
    action: "shut",
    sends: [
      { recorder: "外人" },
      ...intents("edit-wording restore-wording", { genre: "minutes", key: "overview", seen: "0", text: "外人写的" }),
    ],
  },
  "routes/desk/document-list.tsx": { loader: "own" },
  "routes/desk/document-register.tsx": { loader: "own" },
  "routes/desk/document-new.ts": {
    loader: "shut",
    action: "shut",
    sends: [{ genre: "attendance-sheet", sourceKind: "meeting" }],
  },
  "routes/desk/document-photo.ts": { loader: "shut" },
  "routes/desk/document-life.tsx": {
    loader: "shut",
    action: "shut",
    sends: [
      ...intents("check issue drop change correct constructor", { digest: "", number: "9" }),
      ...intents("post take-down", {
        place: "越权",
        postedOn: "2026-11-25",
        removedOn: "2026-11-25",
        evidence: "越权",
      }),
      ...intents("object answer", { body: "越权", receivedOn: "2026-11-25", reply: "越权" }),
    ],
  },
  "routes/desk/period-documents.tsx": { loader: "shut", action: "shut" },
  "routes/desk/own-templates.tsx": {
    loader: "own",
    action: "shut",
    sends: intents("upload remove restore", { name: "别处的模板", version: "1" }),
  },
  "routes/desk/own-template.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("upload reuse rename", { name: "别处改的名", version: "1", place: "1" }),
  },
  "routes/desk/own-template-file.ts": { loader: "shut" },
  "routes/desk/own-template-sample.ts": { loader: "own" },
  "routes/desk/people.tsx": { loader: "own" },
  "routes/desk/people-new.tsx": { loader: "own", action: "shut", sends: [{ name: "" }] },
  "routes/desk/people-removed.tsx": { loader: "own", action: "shut" },
  "routes/desk/people-import.tsx": { loader: "own", action: "shut", sends: intents("confirm stage") },
  // Another community's roll in the address is refused before anything of it is shown or changed.
  "routes/desk/people-copy.tsx": { loader: "own", action: "shut", sends: intents("ticked all", { person: "theirs" }) },
  "routes/desk/people-rolls.tsx": {
    loader: "own",
    action: "shut",
    sends: [{ intent: "add", name: "" }, ...intents("restore")],
  },
  "routes/desk/people-roll.tsx": { loader: "shut", action: "shut", sends: intents("save remove", { people: "0" }) },
  "routes/desk/people-edit.tsx": { loader: "shut", action: "shut", sends: intents("save remove") },
  "routes/desk/slips.tsx": { loader: "shut", action: "shut" },
  "routes/desk/ballots.tsx": { loader: "shut" },
  "routes/desk/helpers.tsx": {
    loader: "shut",
    action: "shut",
    sends: [...intents("make here", { helper: "外人" }), ...intents("revoke")],
  },
  "routes/phone/layout.tsx": { loader: "open" },
  "routes/phone/room.tsx": { loader: "open" },
  "routes/phone/check-in.tsx": {
    loader: "open",
    action: "shut",
    sends: [{ token: "guess" }, { name: "陈建平", roomCode: "000000" }],
  },
  "routes/phone/not-me.tsx": { loader: "shut", action: "own" },
  "routes/phone/ballot.tsx": {
    loader: "open",
    action: "shut",
    sends: [{ choice: "for" }, { choice: "for", confirmed: "yes" }],
  },
  "routes/phone/straw.tsx": { loader: "open", action: "shut", sends: [{ choice: "o1" }, { choice: "" }] },
  "routes/phone/text-size.ts": { action: "open" },
  "routes/phone/assist.tsx": {
    loader: "shut",
    action: "shut",
    sends: [{ link: "guess" }, { present: "guess" }, { choice: "for" }, { choice: "for", confirmed: "yes" }],
  },
  "routes/phone/assist-ballot.ts": { loader: "shut", action: "shut", sends: [{ person: "guess", choice: "for" }] },
  "routes/screen/screen.tsx": {
    loader: "open",
    action: "shut",
    sends: ["next", "back", "black", "qr"].map((key) => ({ key })),
  },
  "routes/api/methods.ts": { loader: "open", action: "shut" },
  "routes/api/rules.ts": { loader: "open", action: "shut" },
  "routes/api/rule-evaluation.ts": { loader: "shut", action: "open" },
  "routes/api/issues.ts": { loader: "shut", action: "shut", sends: [{ title: "" }] },
  "routes/api/issue.ts": { loader: "shut", action: "shut" },
  "routes/api/issue-facts.ts": { loader: "shut", action: "shut", sends: [{ expected: "1" }] },
  "routes/api/issue-steps.ts": { loader: "shut", action: "shut", sends: [{ event: "advance" }] },
  "routes/api/meetings.ts": { loader: "shut", action: "shut" },
  "routes/api/meeting.ts": { loader: "open", action: "shut" },
  "routes/api/meeting-opening.ts": { loader: "shut", action: "shut" },
  "routes/api/meeting-closing.ts": { loader: "shut", action: "shut" },
  "routes/api/check-ins.ts": { loader: "shut", action: "shut", sends: [{ token: "guess" }] },
  "routes/api/polls.ts": { loader: "shut", action: "shut" },
  "routes/api/issue-documents.ts": { loader: "shut", action: "shut" },
  "routes/api/issue-document.ts": { loader: "shut", action: "shut" },
  "routes/api/register-document.ts": { loader: "shut", action: "shut" },
  "routes/api/register-document-file.ts": { loader: "shut", action: "shut" },
  "routes/api/documents.ts": { loader: "shut", action: "shut" },
  "routes/api/own-document.ts": { loader: "shut", action: "shut" },
  "routes/api/document.ts": { loader: "shut", action: "shut" },
  "routes/api/poll-opening.ts": { loader: "shut", action: "shut" },
  "routes/api/poll-closing.ts": { loader: "shut", action: "shut" },
  "routes/api/poll-counts.ts": { loader: "shut", action: "shut", sends: [{ teller: "外人", ...FIGURES }] },
  "routes/api/poll-papers.ts": { loader: "shut", action: "shut", sends: [{ voter: "x" }] },
  "routes/api/poll-extension.ts": { loader: "shut", action: "shut", sends: [{ minutes: "5" }] },
  "routes/api/poll-voiding.ts": { loader: "shut", action: "shut", sends: [{ reason: "越权" }] },
  "routes/api/ballots.ts": { loader: "shut", action: "shut", sends: [{ choice: "for" }] },
  "routes/api/poll-result.ts": { loader: "shut", action: "shut" },
  "routes/api/meeting-attendance.ts": { loader: "shut", action: "shut" },
  "routes/api/meeting-archive.ts": { loader: "shut", action: "shut" },
  "routes/api/period-documents.ts": { loader: "shut", action: "shut" },
  "routes/api/period-document.ts": { loader: "shut", action: "shut" },
  "routes/api/period-archive.ts": { loader: "shut", action: "shut" },
  "routes/api/period-sheet.ts": { loader: "shut", action: "shut" },
  "routes/api/archive-job.ts": { loader: "shut", action: "shut" },
  "routes/api/unknown.ts": { loader: "shut", action: "shut" },
  // Last, because it ends the secretary's own session.
  "routes/sign-out.tsx": { loader: "shut", action: "own" },
};
