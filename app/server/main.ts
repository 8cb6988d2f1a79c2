import * as build from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/node";
import { ConfigError, projectRoot, readConfig } from "./config.ts";
import { builtAssets } from "./http.ts";
import { log } from "./log.ts";
import { serve } from "./serve.ts";

/** The production entry: one line with the URL on stdout once it listens; one sentence on stderr and exit 1 if it cannot. */
async function main(): Promise<void> {
  const root = projectRoot(import.meta.dirname);
  const config = readConfig(process.env, root);
  const server = await serve({
    config,
    build: build as unknown as ServerBuild,
    assets: builtAssets(root),
    workers: import.meta.dirname,
  });
  process.stdout.write(`圆桌已启动 Yuanzhuo is ready: ${server.url}\n`);
  let stopping = false;
  const stop = () => {
    // Ctrl-C under npm arrives twice; the second must not cut short what the first is finishing.
    if (stopping) return;
    stopping = true;
    // The promise is 10 s; a stuck client must not hold the process.
    setTimeout(() => process.exit(0), 9000).unref();
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.fatal(error, "cannot start");
  process.exit(1);
});
