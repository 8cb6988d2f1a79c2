import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Config } from "#app/house.ts";
import { attachLive } from "#app/live/attach.ts";
import { createHub } from "#app/live/hub.ts";
import { ConfigError } from "./config.ts";
import { createHttp, type HttpOptions } from "./http.ts";
import { openHouse } from "./open-house.ts";
import { isOwnOrigin } from "./security.ts";
import { createTemplateReader } from "./template-reader.ts";
import { keepTimetable } from "./timekeeper.ts";
import { createTrialRuns, sweepTrialRuns } from "./trial-runs.ts";
import { createTypesetter } from "./typesetter.ts";

export type RunningServer = { url: string; close(): Promise<void> };

/** `workers` is the folder of the built worker threads; where there are none their work is done in this thread. */
type ServeOptions = Omit<HttpOptions, "houses"> & { config: Config; workers: string };

/** Opens the house and listens. Throws ConfigError when the data folder or the port cannot be used. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { config } = options;
  const hub = createHub();
  const typesetter = createTypesetter(options.workers);
  const templates = createTemplateReader(options.workers);
  const { ownTemplates } = templates;
  const house = openHouse(config, {
    publish: hub.publish,
    typeset: typesetter.typeset,
    workbook: typesetter.workbook,
    ownTemplates,
  });
  const trialRuns = createTrialRuns(house, { leave: (meetingId) => live.leave(meetingId) });
  house.trialRuns = trialRuns;
  const { houses } = trialRuns;
  const http = createServer(createHttp({ houses, build: options.build, assets: options.assets }));
  const live = attachLive(http, houses, hub, (origin, host) => isOwnOrigin(origin, host, config.publicUrl));
  try {
    await listen(http, config);
  } catch (error) {
    await house.db.close();
    throw error;
  }
  // Not before: another process may be serving this data, and rehearsing on it.
  sweepTrialRuns(config);
  const timekeeper = keepTimetable(house, hub);
  const { port } = http.address() as AddressInfo;
  if (config.port === 0) config.publicUrl = config.publicUrl.replace(/:0$/, `:${port}`);
  return {
    url: config.publicUrl,
    async close() {
      await timekeeper.stop();
      await live.close();
      http.closeAllConnections();
      await trialRuns.close();
      await typesetter.close();
      await templates.close();
      await house.db.close();
    },
  };
}

function listen(http: ReturnType<typeof createServer>, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === "EADDRINUSE"
          ? `端口 ${port} 已被占用，请换一个（PORT=…）。Port ${port} is in use; choose another with PORT.`
          : `无法监听 ${host}:${port}（${error.code}）。Cannot listen on ${host}:${port} (${error.code}).`;
      reject(new ConfigError(sentence));
    });
    http.listen(port, host, resolve);
  });
}
