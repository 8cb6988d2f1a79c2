import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inProject, run, SetupError, tell, tools } from "./project.mjs";

const installStamp = inProject("node_modules/.yuanzhuo-lock");
const buildStamp = inProject("build/.yuanzhuo-build");

/** Everything the build reads, apart from the packages, which the lock file stands for. */
const buildInputs = ["app", "db", "templates", "public", "remix.config.js", "vite.config.ts", "tsconfig.json"];
const packageFiles = ["package.json", "package-lock.json"];

/** Refuses a Node older than package.json's `engines`. */
function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    `圆桌需要 Node.js 20.19 或更新版本,现在是 ${process.versions.node}。Yuanzhuo needs Node.js 20.19 or newer; this is ${process.versions.node}.`,
  );
}

/** Installs the packages of the lock file unless they are there, built for this very Node. */
export function ensureInstalled() {
  ensureNode();
  // The ABI belongs to the stamp: better-sqlite3 compiled for another Node does not load.
  const wanted = `${digest(["package-lock.json"])} ${process.platform}-${process.arch}-${process.versions.modules}\n`;
  if (readIfThere(installStamp) === wanted) return;
  if (!installedByHand()) {
    tell("安装依赖 … Installing packages …");
    // Told apart from npm's own defaults: NODE_ENV=production would leave out the tools that build.
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
    const npm = process.env.npm_execpath ?? "";
    const ok = npm.endsWith("npm-cli.js") ? run(process.execPath, [npm, ...args]) : run("npm", args);
    if (!ok) throw new SetupError("依赖安装失败,原因见上。Installing the packages failed; the reason is above.");
  }
  writeFileSync(installStamp, wanted);
}

/** Builds into build/ unless what is there was made from exactly the present sources. */
export function ensureBuilt() {
  const wanted = `${digest([...buildInputs, ...packageFiles])}\n`;
  if (readIfThere(buildStamp) === wanted) return;
  tell("构建 … Building …");
  rmSync(inProject("build"), { recursive: true, force: true });
  if (!run(process.execPath, [tools.remix, "vite:build"], { NODE_ENV: "production" })) {
    throw new SetupError("构建失败,原因见上。The build failed; the reason is above.");
  }
  writeFileSync(buildStamp, wanted);
}

/**
 * Starts a program of build/server/ in this process, so that signals and stdout are its own.
 * @param {string} name @param {string[]} args what it finds from `process.argv[2]` on
 */
export async function startProgram(name, args) {
  ensureInstalled();
  ensureBuilt();
  const file = inProject("build/server", `${name}.js`);
  if (!existsSync(file)) throw new SetupError(`没有程序“${name}”。There is no program "${name}" in build/server.`);
  process.env.NODE_ENV = "production";
  process.argv = [process.execPath, file, ...args];
  await import(new URL(`../build/server/${name}.js`, import.meta.url).href);
}

/** True when somebody ran npm themselves: its own record agrees with the lock file and the compiled package loads. */
function installedByHand() {
  const record = readIfThere(inProject("node_modules/.package-lock.json"));
  if (record === undefined) return false;
  /** @type {Record<string, { version: string, integrity?: string }>} */
  const installed = JSON.parse(record).packages;
  /** @type {Record<string, { version: string, integrity?: string, optional?: boolean }>} */
  const wanted = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8")).packages;
  const agrees = Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === "") return true;
    const there = installed[path];
    return there ? there.version === version && there.integrity === integrity : optional === true;
  });
  return agrees && Object.keys(installed).every((path) => path in wanted) && compiledPackageLoads();
}

function compiledPackageLoads() {
  try {
    const SQLite = createRequire(import.meta.url)("better-sqlite3");
    new SQLite(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

/** SHA-256 over names and contents of files and whole folders; one that is missing counts as such. @param {string[]} paths */
function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder).sort()) {
    const content = readFileSync(inProject(path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const there = statSync(inProject(path), { throwIfNoEntry: false });
  if (!there?.isDirectory()) return there ? [path] : [];
  return readdirSync(inProject(path)).flatMap((name) => filesUnder(`${path}/${name}`));
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
