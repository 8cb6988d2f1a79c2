import {
  LoopPlugin,
  officeMarkup,
  type PathPart,
  type ScopeData,
  type ScopeDataArgs,
  type Tag,
  type TemplateContext,
  TemplateExtension,
  TemplateHandler,
  TemplatePlugin,
  xml,
} from "easy-template-x";
import { zipSync } from "fflate";
import {
  type FilledTemplate,
  OWN_TEMPLATE_LIMITS as LIMITS,
  TemplateRefusal,
} from "#app/domain/document/own-template.ts";
import { type PlaceholderData, plainName } from "#app/domain/document/placeholders.ts";
import { atTheDoor } from "#templates/door.ts";
import type { Parts } from "./archive.ts";
import { finish, guarded, prepare } from "./letters.ts";
import type { LoopSpan } from "./tags.ts";

/** What of the template came to nothing: by name, whether anything was ever filled in. */
type Filled = Map<string, boolean>;

/** Fills a package that was checked and read. Throws TemplateRefusal. */
export async function fillParts(
  parts: Parts,
  spans: readonly LoopSpan[],
  raw: PlaceholderData,
): Promise<FilledTemplate> {
  const data = guarded(atTheDoor(raw)) as PlaceholderData;
  if (costOf(spans, data) > LIMITS.filledElements) throw new TemplateRefusal({ reason: "fills-too-large" });
  const filled: Filled = new Map();
  const handler = new TemplateHandler({
    plugins: [new Words(filled), new LoopPlugin()],
    scopeDataResolver: (asked) => wordsFor(asked, data, filled),
    extensions: { beforeCompilation: [new Preparing()], afterCompilation: [new Finishing()] },
    maxXmlDepth: LIMITS.depth + 10,
    // No options in tags: their inner language is not ours to explain.
    delimiters: { tagOptionsStart: "\ufdd2", tagOptionsEnd: "\ufdd3" },
  });
  // The library gets an archive of our own making: it never sees the one that was uploaded.
  const honest = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
  try {
    const bytes = await handler.process(honest, data as never);
    return { bytes, empty: [...filled].flatMap(([name, something]) => (something ? [] : [name])) };
  } catch (error) {
    if (error instanceof TemplateRefusal || error instanceof RangeError) throw error;
    throw new TemplateRefusal({ reason: "not-fillable", what: firstTag(error) });
  }
}

const firstTag = (error: unknown): string =>
  /\{[^}]{0,40}\}/u.exec(error instanceof Error ? error.message : "")?.[0] ?? "";

/** So many letters weigh as much as an element: a paper is made of short lines, and one line of a megabyte is repeated as often. 我方默认. */
const LETTERS = 20;

/** About how many elements the loops will give. */
function costOf(spans: readonly LoopSpan[], data: PlaceholderData): number {
  return spans.reduce((sum, { name, elements, letters, inside }) => {
    const rows = Object.hasOwn(data, name) ? data[name] : undefined;
    if (!Array.isArray(rows)) return sum;
    const weight = elements + letters / LETTERS;
    return sum + rows.reduce((each, row) => each + weight + costOf(inside, row), 0);
  }, 0);
}

/** The text or the rows that a tag stands for. Texts are looked for in the loops around it too; rows only where it stands. */
function wordsFor({ path }: ScopeDataArgs, data: PlaceholderData, filled: Filled): string {
  const scopes = scopesOf(path.slice(0, -1), data);
  const tag = path.at(-1);
  if (tag === undefined || typeof tag === "number") return "";
  const name = plainName(tag.name ?? "");
  const here = scopes[0];
  if (tag.disposition !== "SelfClosed") {
    const rows = here && Object.hasOwn(here, name) ? here[name] : undefined;
    if (Array.isArray(rows)) {
      filled.set(name, filled.get(name) === true || rows.length > 0);
      return rows as never;
    }
  }
  const scope = scopes.find((each) => typeof own(each, name) === "string");
  return scope ? String(own(scope, name)) : "";
}

const own = (scope: PlaceholderData, name: string) => (Object.hasOwn(scope, name) ? scope[name] : undefined);

/** The rows in which a place stands, innermost first, then the whole. */
function scopesOf(path: readonly PathPart[], data: PlaceholderData): PlaceholderData[] {
  const scopes = [data];
  let rows: PlaceholderData[] = [];
  for (const step of path) {
    const [here] = scopes;
    if (typeof step === "number") scopes.unshift(rows[step] ?? {});
    else {
      const value = here && own(here, plainName(step.name ?? ""));
      rows = Array.isArray(value) ? value : [];
    }
  }
  return scopes;
}

/** Puts a text in a tag's place. The library's own puts further lines behind whatever else stands in the run. */
class Words extends TemplatePlugin {
  readonly contentType = "text";

  constructor(private readonly filled: Filled) {
    super();
  }

  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    if (tag.placement !== "TextNode") return;
    const text = String(data.getScopeData() ?? "");
    const name = plainName(tag.name ?? "");
    this.filled.set(name, this.filled.get(name) === true || text !== "");
    const element = officeMarkup.query.containingTextNode(tag.xmlTextNode);
    if (element.nodeName !== "w:t") {
      // In drawings a run must keep its text, and has no breaks.
      tag.xmlTextNode.textContent = text.replaceAll("\n", " ");
      return;
    }
    const [first = "", ...others] = text.split("\n");
    tag.xmlTextNode.textContent = first;
    officeMarkup.modify.setSpacePreserveAttribute(element);
    let last: typeof element = element;
    for (const line of others) {
      const lineBreak = xml.create.generalNode("w:br");
      xml.modify.insertAfter(lineBreak, last);
      const next = xml.create.generalNode("w:t");
      next.attributes = {};
      officeMarkup.modify.setSpacePreserveAttribute(next);
      xml.modify.appendChild(next, xml.create.textNode(line));
      xml.modify.insertAfter(next, lineBreak);
      last = next;
    }
    if (text === "") officeMarkup.modify.removeTag(tag);
  }
}

class Preparing extends TemplateExtension {
  override async execute(_: ScopeData, context: TemplateContext): Promise<void> {
    prepare(await context.currentPart.xmlRoot());
  }
}

class Finishing extends TemplateExtension {
  override async execute(_: ScopeData, context: TemplateContext): Promise<void> {
    finish(await context.currentPart.xmlRoot());
  }
}
