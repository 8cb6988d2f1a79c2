import type { PlaceholderData } from "#app/domain/document/placeholders.ts";
import { fillTemplate } from "#templates/own/index.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { wordFile } from "./files.ts";

/** A template filled in, its answer opened. */
export async function filled(template: Uint8Array, data: PlaceholderData) {
  const answer = await fillTemplate(template, data);
  if (!answer.ok) throw new Error(`it must fill: ${JSON.stringify(answer.fault)}`);
  const file = Buffer.from(answer.bytes);
  return { file, word: openWord(file), empty: answer.empty };
}

/** What a body says once it is filled, paragraph by paragraph. */
export const textsOf = async (body: string, data: PlaceholderData) =>
  paragraphTexts((await filled(wordFile({ body }), data)).word.body);
