import { index, layout, prefix, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("routes/home.tsx"),
  route("setup", "routes/set-up.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  layout("routes/desk/layout.tsx", [
    layout("routes/desk/content.tsx", [...prefix("desk", [index("routes/desk/today.tsx")])]),
  ]),
  route("healthz", "routes/healthz.ts"),
  route("*", "routes/unknown.tsx"),
] satisfies RouteConfig;
