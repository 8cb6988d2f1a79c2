import { type ClientLoaderFunctionArgs, useLocation } from "@remix-run/react";
import { useEffect } from "react";

type Address = { pathname: string; search: string };

/**
 * A client loader that outlives the network: in a hall it comes and goes, and a reading that does not reach the server
 * leaves the page as it was. Only answers for the same address stand in for each other. The page hands over what it shows
 * by `useRemembered`: a loader that ran while hydrating would leave other routes without data when a click comes early.
 */
export function keepLast<Answer>(sameAddress: (address: Address) => string) {
  let last: { address: string; answer: Answer } | null = null;
  return {
    async load({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<Answer> {
      try {
        return (await serverLoader()) as Answer;
      } catch (error) {
        // fetch says TypeError when nothing was reached; anything else is an answer.
        if (!(error instanceof TypeError) || last?.address !== sameAddress(new URL(request.url))) throw error;
        return last.answer;
      }
    },
    useRemembered(answer: Answer): Answer {
      const address = sameAddress(useLocation());
      useEffect(() => {
        last = { address, answer };
      }, [address, answer]);
      return answer;
    },
  };
}
