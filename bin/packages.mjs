import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { outputOf, run, SetupError, tell } from "./project.mjs";

/** What the tests need from the system: how to see that it is there, and the Debian packages that bring it. */
const needs = [
  {
    name: "Chromium (/usr/bin/chromium, CHROMIUM_PATH)",
    there: () => existsSync(process.env.CHROMIUM_PATH ?? "/usr/bin/chromium"),
    packages: ["chromium"],
  },
  {
    name: "中文字体 a Chinese font (Noto Sans CJK; fontconfig)",
    there: () => (outputOf("fc-list", [":lang=zh"]) ?? "").trim() !== "",
    packages: ["fontconfig", "fonts-noto-cjk"],
  },
  { name: "LibreOffice Writer (soffice)", there: () => onPath("soffice"), packages: ["libreoffice-writer-nogui"] },
  {
    name: "Poppler (pdftotext, pdftoppm)",
    there: () => onPath("pdftotext") && onPath("pdftoppm"),
    packages: ["poppler-utils"],
  },
  {
    // Only Linux can show a process's system calls and give it a disk of its own; elsewhere these two proofs are not made.
    name: "strace, unshare, nsenter (util-linux)",
    there: () => process.platform !== "linux" || ["strace", "unshare", "nsenter"].every(onPath),
    packages: ["strace", "util-linux"],
  },
];

/** Sees to the system packages of the tests: installs them as root on Debian and Ubuntu, elsewhere names them and refuses. */
export function ensureSystemPackages() {
  const missing = needs.filter((need) => !need.there());
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    const packages = missing.flatMap((need) => need.packages);
    tell(`安装系统软件 … Installing system packages: ${packages.join(" ")} …`);
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    const wait = ["-o", "DPkg::Lock::Timeout=300"];
    run("apt-get", ["update", "-qq", ...wait], quiet);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...wait, ...packages], quiet);
  }
  const still = missing.filter((need) => !need.there()).map((need) => need.name);
  if (still.length === 0) return;
  const names = still.join("; ");
  throw new SetupError(`测试还需要先装好:${names}。The tests need these installed first: ${names}.`);
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
