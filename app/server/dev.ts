import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { projectRoot, readConfig } from "./config.ts";
import { serve } from "./serve.ts";

/** Development: Vite serves the client and reloads routes; the same server otherwise. */
export async function startDev(vite: ViteDevServer): Promise<void> {
  const config = readConfig(process.env, projectRoot(import.meta.dirname));
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>;
  const server = await serve({ config, build, assets: vite.middlewares, workers: import.meta.dirname });
  process.stdout.write(`圆桌（开发）已启动: ${server.url}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => server.close().then(() => process.exit(0)));
  }
}
