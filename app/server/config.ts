import { existsSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Config } from "#app/house.ts";

/** A setting that cannot work; `message` is one Chinese/English sentence for the terminal. */
export class ConfigError extends Error {}

/** Reads the environment (names and defaults: README, “运行参数”). `root` is the project's folder. */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(
      `PORT 应是 0–65535 的整数，现在是“${env.PORT}”。PORT must be a whole number from 0 to 65535.`,
    );
  }
  const dataDir = resolve(root, env.DATA_DIR ?? "data");
  const publicUrl = (env.PUBLIC_URL ?? `http://${lanAddress()}:${port}`).replace(/\/+$/, "");
  if (!URL.canParse(publicUrl)) {
    throw new ConfigError(`PUBLIC_URL 不是网址：“${publicUrl}”。PUBLIC_URL is not a URL.`);
  }
  return {
    port,
    host: env.HOST ?? "0.0.0.0",
    dataDir,
    databaseFile: databaseFile(env.DATABASE_URL, dataDir, root),
    publicUrl,
    secure: publicUrl.startsWith("https:"),
    version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    migrations: join(root, "db/migrations"),
  };
}

function databaseFile(url: string | undefined, dataDir: string, root: string): string {
  if (url === undefined || url === "") return join(dataDir, "yuanzhuo.db");
  if (url.startsWith("file:")) return resolve(root, url.slice("file:".length));
  throw new ConfigError(
    `本版本只支持 SQLite（DATABASE_URL=file:…），现在是“${url.split(":")[0]}:…”。This version supports SQLite only (DATABASE_URL=file:…).`,
  );
}

/** The first address another machine on the same network can reach, or localhost. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find((a) => a.family === "IPv4" && !a.internal)?.address ?? "localhost";
}

/** The project's folder: the nearest one above with this project's package.json. */
export function projectRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file) && JSON.parse(readFileSync(file, "utf8")).name === "yuanzhuo") return folder;
    if (folder === dirname(folder)) throw new ConfigError("找不到项目文件夹。Cannot find the project folder.");
  }
}
