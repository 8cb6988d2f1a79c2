import { type AppLoadContext, data } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { errorText } from "#app/text/errors.ts";
import { fieldText } from "#app/text/fields.ts";
import { rootText } from "#app/text/root.ts";

export type Refusal = { error: string; message: string; details?: unknown };

/** What a schema says of its own accord, where no field gave it a sentence: zod's own are English. */
z.config({ localeError: (issue) => (issue.code === "too_big" ? fieldText.tooMuch : fieldText.wrong) });

/** A refusal in the contract's words, or null when the error is not one of ours. */
export function refusalOf(error: unknown): { status: number; body: Refusal } | null {
  if (error instanceof DomainError) {
    const { status, sentence } = errorText[error.word];
    const details = problemsIn(error.details);
    return { status, body: { error: error.word, message: sentence, ...(details ? { details } : {}) } };
  }
  if (error instanceof z.ZodError) {
    const details = error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
    const { status, sentence } = errorText["invalid-value"];
    return { status, body: { error: "invalid-value", message: details[0]?.message ?? sentence, details } };
  }
  return null;
}

/** The domain lists refused fields as `{problems}`, commands as a plain list: outside it is one list of `{field, message}`. */
function problemsIn(details: unknown): unknown {
  return typeof details === "object" && details !== null && "problems" in details ? details.problems : details;
}

/** Wraps an API loader or action: refusals become the contract's JSON; anything else is reported, and answered without a stack. */
export function api<A extends { request: Request; context: AppLoadContext }>(work: (asked: A) => Promise<Response>) {
  return async (asked: A): Promise<Response> => {
    try {
      return await work(asked);
    } catch (error) {
      if (error instanceof Response) return error;
      const refusal = refusalOf(error);
      // A refusal that is the house's own fault is told to its operator, too.
      if (!refusal || refusal.status === 500) asked.context.house.report(error, asked.request);
      if (refusal) return Response.json(refusal.body, { status: refusal.status });
      return Response.json({ error: "unexpected", message: rootText.crashed }, { status: 500 });
    }
  };
}

/** Runs a page's loader; a refusal is thrown as a page with its status and sentence, shown by the nearest error boundary. */
export async function pageAnswer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    throw data(refusal.body, refusal.status);
  }
}

/** The text fields of the request's form: pages that take files read them by `boundedForm`. Throws malformed. */
export async function readForm(request: Request): Promise<FormData> {
  const sent = await request.formData().catch(() => {
    throw new DomainError("malformed");
  });
  const form = new FormData();
  for (const [name, value] of sent) if (typeof value === "string") form.append(name, value);
  return form;
}

/** The same for a page's action: a body that is no form is answered by a page with 400. */
export const formOf = (request: Request): Promise<FormData> => pageAnswer(() => readForm(request));

const BODY_LIMIT = 1_000_000;

/** The request's JSON body as `unknown`. Throws `malformed` or `too-large`. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > BODY_LIMIT) throw new DomainError("too-large");
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new DomainError("malformed");
  }
}

/** The value as the schema understands it. A missing or wrongly typed member is `malformed` (400), a bad value 422. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const shape = parsed.error.issues.some((issue) => issue.code === "invalid_type");
  const details = parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
  throw new DomainError(shape ? "malformed" : "invalid-value", details);
}

/** What a page's action gives back when it refuses: the sentence, the fields' sentences, and what was typed. */
export type FormRefusal = Refusal & { ok: false; fields: Record<string, string>; values: Record<string, string> };

/** Runs a page's action; a refusal comes back as data with the form's values, so that nothing typed is lost. */
export async function formAnswer<T>(form: FormData, work: () => Promise<T>) {
  try {
    return { ok: true as const, value: await work() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return data(formRefusal(refusal.body, form), refusal.status);
  }
}

function formRefusal(body: Refusal, form: FormData): FormRefusal {
  const fields: Record<string, string> = {};
  if (Array.isArray(body.details)) {
    for (const line of body.details as { field?: unknown; message?: unknown }[]) {
      if (typeof line.field === "string" && typeof line.message === "string") fields[line.field] ??= line.message;
    }
  }
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string" && !/password/i.test(name)) values[name] = value;
  return { ...body, ok: false, fields, values };
}
