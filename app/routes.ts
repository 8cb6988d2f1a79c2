import { index, layout, prefix, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("routes/home.tsx"),
  route("setup", "routes/set-up.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  layout("routes/desk/layout.tsx", [
    layout("routes/desk/content.tsx", [
      ...prefix("desk", [
        index("routes/desk/today.tsx"),
        route("people", "routes/desk/people.tsx"),
        route("people/new", "routes/desk/people-new.tsx"),
        route("people/removed", "routes/desk/people-removed.tsx"),
        route("people/import", "routes/desk/people-import.tsx"),
        route("people/:id", "routes/desk/people-edit.tsx"),
        route("*", "routes/unknown.tsx", { id: "desk-unknown" }),
      ]),
    ]),
  ]),
  route("m/:code", "routes/phone/layout.tsx", [
    index("routes/phone/room.tsx"),
    route("check-in", "routes/phone/check-in.tsx"),
    route("not-me", "routes/phone/not-me.tsx"),
    route("ballot", "routes/phone/ballot.tsx"),
    route("text-size", "routes/phone/text-size.ts"),
  ]),
  ...prefix("api/v1", [
    route("methods", "routes/api/methods.ts"),
    route("rules", "routes/api/rules.ts"),
    route("rules/:id/evaluation", "routes/api/rule-evaluation.ts"),
    route("issues", "routes/api/issues.ts"),
    route("issues/:id", "routes/api/issue.ts"),
    route("issues/:id/steps", "routes/api/issue-steps.ts"),
    route("meetings", "routes/api/meetings.ts"),
    route("meetings/:code", "routes/api/meeting.ts"),
    route("meetings/:code/opening", "routes/api/meeting-opening.ts"),
    route("meetings/:code/closing", "routes/api/meeting-closing.ts"),
    route("meetings/:code/check-ins", "routes/api/check-ins.ts"),
    route("meetings/:code/polls", "routes/api/polls.ts"),
    route("polls/:id/opening", "routes/api/poll-opening.ts"),
    route("polls/:id/closing", "routes/api/poll-closing.ts"),
    route("polls/:id/ballots", "routes/api/ballots.ts"),
    route("polls/:id/result", "routes/api/poll-result.ts"),
  ]),
  route("healthz", "routes/healthz.ts"),
  route("*", "routes/unknown.tsx"),
] satisfies RouteConfig;
