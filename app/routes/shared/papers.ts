import type { LoaderFunctionArgs } from "@remix-run/node";
import { documentChoices } from "#app/domain/document/choices.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import { DomainError } from "#app/domain/errors.ts";
import { documentLines, madeDocument } from "#app/queries/documents/index.ts";
import { requireStaff } from "./access.ts";
import { api, parse } from "./answer.ts";
import { FILE_TYPES, fileAnswer } from "./file.ts";

type FindSource = (params: LoaderFunctionArgs["params"]) => SourceRef;

/** The papers of a source and what each still lacks, for programs. */
export const papersOf = (source: FindSource) =>
  api(async (asked: LoaderFunctionArgs) => {
    const actor = await requireStaff(asked);
    return Response.json(await documentLines(asked.context.house, actor, source(asked.params)));
  });

/** One paper of a source as a Word file, by its genre and the choices of `documentChoices` in the query. */
export const paperOf = (source: FindSource) =>
  api(async (asked: LoaderFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { file = "" } = asked.params;
    if (!file.endsWith(".docx")) throw new DomainError("not-found");
    const query = parse(documentChoices, Object.fromEntries(new URL(asked.request.url).searchParams));
    const genre = file.slice(0, -".docx".length);
    const { fileName, bytes } = await madeDocument(asked.context.house, actor, source(asked.params), genre, query);
    return fileAnswer(FILE_TYPES.word, fileName, new Uint8Array(bytes));
  });
