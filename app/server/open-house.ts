import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Config, House } from "#app/house.ts";
import { workbook } from "#app/queries/sheets/workbook.ts";
import { NewerDatabaseError, openDatabase } from "#db/connect.ts";
import { openFiles } from "#db/files.ts";
import { typeset } from "#templates/typeset.ts";
import { ConfigError } from "./config.ts";
import { report } from "./log.ts";
import { loadSecret, signer } from "./secret.ts";
import { ownTemplatesHere } from "./template-reader.ts";

/** Opens the database and composes the house. Throws ConfigError with a sentence for the terminal. */
export function openHouse(
  config: Config,
  parts: Partial<Pick<House, "publish" | "typeset" | "workbook" | "ownTemplates">> = {},
): House {
  try {
    // The roll and the ballots are for the server's account only; a folder that is there already keeps its rights.
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    accessSync(config.dataDir, constants.W_OK);
    const sign = signer(loadSecret(config.dataDir));
    const db = openDatabase({ file: config.databaseFile, migrations: config.migrations });
    return {
      db,
      config,
      sign,
      clock: () => new Date(),
      newId: () => randomBytes(16).toString("base64url"),
      publish: () => {},
      report,
      // In this thread: for programs and development, where nobody votes meanwhile.
      typeset,
      workbook,
      ownTemplates: ownTemplatesHere,
      files: openFiles(join(config.dataDir, "files")),
      ...parts,
    };
  } catch (error) {
    throw asConfigError(error, config);
  }
}

function asConfigError(error: unknown, config: Config): unknown {
  if (error instanceof NewerDatabaseError) {
    return new ConfigError(
      "数据库由更新版本的“圆桌”写成，请升级程序后再打开。The database was written by a newer version; upgrade the program first.",
    );
  }
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC|SQLITE_)/.test(code)) {
    return new ConfigError(
      `无法在 DATA_DIR（${config.dataDir}）写入数据，请检查权限和磁盘空间（${code}）。Cannot write to DATA_DIR (${code}).`,
    );
  }
  return error;
}
