// `npm run dev`: serves from the sources and reloads what changes.
import { ensureInstalled } from "./ensure.mjs";
import { giveUp, root } from "./project.mjs";

async function start() {
  ensureInstalled();
  process.env.NODE_ENV = "development";
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  const { startDev } = await vite.ssrLoadModule("/app/server/dev.ts");
  await startDev(vite);
}

start().catch(giveUp);
