import type { ClientLoaderFunctionArgs } from "@remix-run/react";

/**
 * A client loader that outlives the network: in a hall it comes and goes, and a reading that does not reach the server
 * leaves the page as it was. Only answers for the same address stand in for each other.
 */
export function keepLast<Answer>(sameAddress: (url: URL) => string) {
  let last: { address: string; answer: Answer } | null = null;
  const load = async ({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<Answer> => {
    const address = sameAddress(new URL(request.url));
    try {
      const answer = (await serverLoader()) as Answer;
      last = { address, answer };
      return answer;
    } catch (error) {
      // fetch says TypeError when nothing was reached; anything else is an answer.
      if (!(error instanceof TypeError) || last?.address !== address) throw error;
      return last.answer;
    }
  };
  // Runs once over the answer that came with the page, so that it is there to fall back on.
  load.hydrate = true as const;
  return load;
}
