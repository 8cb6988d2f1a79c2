import { Document, isMap, isSeq } from "yaml";
import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { type MethodDefinition, type MethodDraft, methodSchema } from "#app/domain/method/definition.ts";
import type { Actor, House } from "#app/house.ts";
import { methodFileText as text } from "#app/text/method-file.ts";
import type { Handle } from "#db/connect.ts";
import { methodAtHand } from "#db/stores/method.ts";
import { ownMethod } from "#db/stores/own.ts";
import { versionsOf } from "#db/stores/own-method.ts";

export const methodFileQuery = z.object({
  as: z.enum(["yaml", "json"]).catch("yaml"),
  /** `draft`: an own method as it is being written, not as it was published. */
  of: z.enum(["published", "draft"]).catch("published"),
});

export type MethodFile = { fileName: string; type: string; content: string };

const TYPES = { yaml: "application/yaml; charset=utf-8", json: "application/json; charset=utf-8" };

/**
 * A method at hand as a file that can be changed by hand and imported again; one that was never published, or removed, as its draft. Throws
 * not-found.
 */
export async function methodFile(
  house: House,
  actor: Actor,
  id: string,
  { as, of }: z.infer<typeof methodFileQuery>,
): Promise<MethodFile> {
  const method = await house.db.read(async (db) =>
    of === "draft" ? draftOf(db, actor, id) : methodFor(db, actor, id),
  );
  const content = as === "yaml" ? methodYaml(method) : `${JSON.stringify(ordered(method), null, 2)}\n`;
  return { fileName: text.fileName(method.name, method.version, as), type: TYPES[as], content };
}

async function methodFor(db: Handle, actor: Actor, id: string): Promise<MethodDraft> {
  try {
    return await methodAtHand(db, actor.communityId, id);
  } catch (error) {
    if (!(error instanceof DomainError) || error.word !== "not-found") throw error;
    return draftOf(db, actor, id);
  }
}

async function draftOf(db: Handle, actor: Actor, id: string): Promise<MethodDraft> {
  const { draft } = await ownMethod(db, actor, id);
  const [last] = await versionsOf(db, id);
  return { ...draft, version: (last?.version ?? 0) + 1 };
}

/** Fields in the order of the schema, whatever order they were stored in; a faulty draft as it is. */
function ordered(method: MethodDraft): MethodDraft | MethodDefinition {
  return methodSchema.safeParse(method).data ?? method;
}

/** The method as YAML: a comment on top that says what it is, an empty line before each stage, no anchors, no folded lines. */
export function methodYaml(method: MethodDraft): string {
  const document = new Document(ordered(method), { aliasDuplicateObjects: false, version: "1.2" });
  document.commentBefore = text.top(method.name);
  const stages = document.get("stages");
  for (const stage of isSeq(stages) ? stages.items.slice(1) : []) if (isMap(stage)) stage.spaceBefore = true;
  return document.toString({ lineWidth: 0 });
}
