import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { SourceRef } from "#app/domain/document/source.ts";
import { archiveOf } from "#app/queries/archive/index.ts";
import { beginArchiveJob } from "#app/queries/archive/jobs.ts";
import { requireStaff } from "./access.ts";
import { api, parse } from "./answer.ts";
import { FILE_TYPES, fileAnswer } from "./file.ts";
import { bodyOf } from "./stream.ts";

/** Chosen by whoever asks, so that they can ask how far it is while it comes. */
const asked = z.object({
  job: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});

type FindSource = (params: LoaderFunctionArgs["params"]) => SourceRef;

/** The archive of a meeting or a period, made while it is sent. `?job=` names it for `GET /api/v1/archives/:job`. */
export const archiveFile = (source: FindSource) =>
  api(async ({ request, params, context }: LoaderFunctionArgs) => {
    const actor = await requireStaff({ request, context });
    const { job: id } = parse(asked, Object.fromEntries(new URL(request.url).searchParams));
    const archive = await archiveOf(context.house, actor, source(params));
    const job = id ? beginArchiveJob(context.house, actor, id, archive.total) : null;
    const report = (error: unknown) => context.house.report(error, request);
    const pieces = archive.pieces({ step: () => job?.step(), lacking: () => job?.lacking(), failed: report });
    const body = bodyOf(pieces, {
      signal: request.signal,
      drained: context.drained ?? (() => Promise.resolve()),
      ended(how, error) {
        job?.end(how);
        if (how === "failed") report(error);
      },
    });
    return fileAnswer(FILE_TYPES.zip, archive.fileName, body);
  });
