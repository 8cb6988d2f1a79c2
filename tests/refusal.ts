import { refusalOf as refusalTold } from "#app/routes/shared/answer.ts";

/** How a piece of work is refused, in the words that pages and programs get; `null` when it is not. Other errors pass through. */
export async function refusalOf(work: Promise<unknown>): Promise<{ word: string; details: unknown } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const refusal = refusalTold(error);
    if (!refusal) throw error;
    return { word: refusal.body.error, details: refusal.body.details };
  }
}
