/**
 * The house: which rooms there are, and what each may import. Importing from its own room is always allowed. `rooms` and `packages`
 * together are everything else; a package stands for all its subpaths, `@scope/*` for a whole scope, `node:*` for Node itself.
 * A file belongs to the room with the longest name that fits its path; a name that ends in * fits whatever begins like this.
 */
export type Room = { rooms: string[]; packages: string[] };

const calendar = ["date-fns", "@date-fns/tz"];
const react = ["react", "@remix-run/react"];
/** Pages of the phone and the screen stay free of the desk's libraries: a resident's phone must not download them. */
const lightComponents = ["app/components/shared", "app/components/phone", "app/components/screen"];
const page = [
  "app/commands",
  "app/queries",
  "app/queries/documents",
  "app/domain",
  "app/text",
  "app/house.ts",
  "app/cookies.ts",
];
const pagePackages = [...react, "@remix-run/node", "zod", "socket.io-client"];
const desk = ["@mantine/*", "@dnd-kit/*", "@dagrejs/dagre", "docx-preview"];
const act = ["db", "templates", "app/domain", "app/methods", "app/text", "app/house.ts"];

export const rooms: Record<string, Room> = {
  "app/domain": { rooms: [], packages: ["xstate", "zod", ...calendar, "chinese-days", "node:crypto"] },
  "app/methods": { rooms: ["app/domain"], packages: [] },
  "app/text": { rooms: ["app/domain"], packages: calendar },
  templates: {
    rooms: ["app/domain", "app/text"],
    packages: ["docx", "uqr", "easy-template-x", "fflate", "node:zlib"],
  },
  // A running process finds the version of its method here, built in or a community's own.
  db: {
    rooms: ["app/domain", "app/methods"],
    packages: ["drizzle-orm", "better-sqlite3", "node:fs", "node:path", "node:timers", "node:crypto"],
  },
  "app/house.ts": { rooms: ["db", "templates", "app/domain"], packages: [] },
  "app/cookies.ts": { rooms: ["app/house.ts"], packages: ["@remix-run/node"] },
  "app/queries": {
    rooms: [...act, "app/queries/documents"],
    packages: ["zod", ...calendar, "fflate", "papaparse", "read-excel-file", "write-excel-file", "yaml", "node:crypto"],
  },
  // What papers say: read for pages, and by the acts that freeze exactly what the page shows.
  "app/queries/documents": { rooms: [...act, "app/queries"], packages: ["zod", ...calendar, "fflate", "node:crypto"] },
  "app/commands": {
    rooms: [...act, "app/queries/documents"],
    packages: [
      "zod",
      ...calendar,
      "fflate",
      "papaparse",
      "read-excel-file",
      "yaml",
      "@node-rs/argon2",
      "rate-limiter-flexible",
      "node:crypto",
    ],
  },
  "app/live": {
    rooms: page,
    packages: ["socket.io", "zod", "node:http"],
  },
  "app/components/shared": { rooms: ["app/domain", "app/text"], packages: [...react, "uqr", "socket.io-client"] },
  "app/components/phone": {
    rooms: ["app/components/shared", "app/domain", "app/text"],
    packages: [...react, "socket.io-client"],
  },
  "app/components/screen": {
    rooms: ["app/components/shared", "app/domain", "app/text"],
    packages: [...react, "uqr", "socket.io-client"],
  },
  "app/components/desk": {
    rooms: ["app/components/shared", "app/domain", "app/text"],
    packages: [...react, ...desk, "uqr", "socket.io-client"],
  },
  "app/routes.ts": { rooms: [], packages: ["@remix-run/fs-routes", "@remix-run/route-config"] },
  "app/routes": { rooms: [...page, ...lightComponents], packages: pagePackages },
  "app/routes/desk*": {
    rooms: [...page, "app/routes", "app/components/shared", "app/components/desk"],
    packages: [...pagePackages, ...desk],
  },
  "app/root.tsx": { rooms: [...page, "app/components/shared"], packages: [...react, "@remix-run/node"] },
  "app/entry.client.tsx": { rooms: [], packages: [...react, "react-dom"] },
  "app/entry.server.tsx": {
    rooms: ["app/server", "app/components/shared", "app/text", "app/house.ts"],
    packages: [...react, "@remix-run/node", "react-dom", "isbot", "node:stream"],
  },
  "app/server": {
    rooms: ["app/live", ...page, "app/methods", "db", "templates"],
    packages: [
      "@remix-run/express",
      "@remix-run/node",
      "express",
      "compression",
      "helmet",
      "pino",
      "rate-limiter-flexible",
      "socket.io",
      "virtual:remix/server-build",
      "vite",
      "zod",
      "@node-rs/argon2",
      "node:*",
    ],
  },
  // The measuring program plays the phones itself.
  "app/server/bench*": {
    rooms: ["app/server", "app/domain", "app/house.ts", "app/commands"],
    packages: ["socket.io", "socket.io-client", "node:*"],
  },
};
