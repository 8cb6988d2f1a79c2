import { posix } from "node:path";
import ts from "typescript";
import { type Room, rooms } from "./rooms.ts";

/** Sources by their path from the project's folder, with forward slashes. */
export type Sources = Map<string, string>;
type Import = { name: string; typeOnly: boolean };

/** Every violation of the house in these sources, one sentence each. */
export function checkImports(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const home = roomOf(path);
    if (home === undefined) return [`${path} belongs to no room`];
    return importsOf(path, text).flatMap(({ name }) => complaintAbout(path, home, name) ?? []);
  });
}

/** Circles of imports between files, each once. Imports of types alone vanish in the compiler and cannot close one. */
export function findCycles(sources: Sources): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), path].join(" → "));
    if (seenAt >= 0 || done.has(path)) return;
    for (const { name, typeOnly } of importsOf(path, sources.get(path) ?? "")) {
      const target = targetOf(path, name);
      if (!typeOnly && target !== undefined && sources.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return cycles;
}

/** Files longer than `most` lines, and files in folders more than four deep. Methods and wording are data and may be long. */
export function checkSizes(sources: Sources, most = 300): string[] {
  return [...sources].flatMap(([path, text]) => {
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    const isData = /^app\/(methods|text)\//.test(path);
    const depth = path.split("/").length - 1;
    return [
      ...(lines > most && !isData ? [`${path} has ${lines} lines; split it at ${most}`] : []),
      ...(depth > 4 ? [`${path} lies ${depth} folders deep; four are enough`] : []),
    ];
  });
}

function complaintAbout(path: string, home: string, name: string): string | undefined {
  if (name.split("/").includes("..")) return `${path} imports "${name}": write it as #…`;
  const room = rooms[home] as Room;
  const target = targetOf(path, name);
  if (target === undefined) {
    return room.packages.some((allowed) => covers(allowed, name))
      ? undefined
      : `${path} (${home}) imports package "${name}"`;
  }
  if (posix.extname(target) === "") return `${path} imports "${name}" without its file extension`;
  const there = roomOf(target);
  if (there === undefined) return `${path} imports "${name}", which belongs to no room`;
  return there === home || room.rooms.includes(there) ? undefined : `${path} (${home}) imports "${name}" (${there})`;
}

/** The room with the longest name that fits the path: a folder, a file, or with * whatever begins like this. */
function roomOf(path: string): string | undefined {
  const fits = Object.keys(rooms).filter((room) =>
    room.endsWith("*") ? path.startsWith(room.slice(0, -1)) : path === room || path.startsWith(`${room}/`),
  );
  return fits.sort((a, b) => b.length - a.length)[0];
}

/** The file in the project that an import names, or undefined for a package. */
function targetOf(path: string, name: string): string | undefined {
  const bare = name.replace(/\?.*$/, "");
  if (bare.startsWith("#")) return bare.slice(1);
  return bare.startsWith(".") ? posix.join(posix.dirname(path), bare) : undefined;
}

function covers(allowed: string, name: string): boolean {
  if (allowed.endsWith("*")) return name.startsWith(allowed.slice(0, -1));
  return name === allowed || name.startsWith(`${allowed}/`);
}

/** Every import, re-export, `import()` and `import("…")` type of a source. */
function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
    if (node && ts.isStringLiteralLike(node)) found.push({ name: node.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isErased(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && isImporting(node.expression)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false));
  return found;
}

/** `import type …`. An import of single `type` names stays as an import of nothing (verbatimModuleSyntax), so it counts. */
function isErased({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function isImporting(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
}
