import { useCallback, useMemo } from "react";
import { formFieldsOf } from "#app/components/phone/chosen.ts";
import type { CastStatus, LiveLink } from "#app/components/shared/live-link.ts";

const ANSWER_MS = 6000;

/**
 * Carries one person's ballot over plain requests, under the names of the phone's live link, so that the phone's steps try as long with it.
 * `onShut` is called when the server does not know this tablet any more.
 */
export function useCarrier(address: string, personId: string, onShut: () => void): () => Carrier {
  const carrier = useMemo(() => ({ cast: caster(address, personId, onShut), pause }), [address, personId, onShut]);
  return useCallback(() => carrier, [carrier]);
}

export type Carrier = Pick<LiveLink, "cast" | "pause">;

function caster(address: string, person: string, onShut: () => void): Carrier["cast"] {
  return async (poll, choice) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), ANSWER_MS);
    try {
      const body = new URLSearchParams([["person", person], ["poll", poll], ...formFieldsOf(choice)]);
      const answer = await fetch(address, { method: "POST", body, signal: late.signal });
      if (answer.status === 403) onShut();
      const { status = "busy" } = (await answer.json()) as { status?: CastStatus };
      return status;
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Resolves after `ms`, or as soon as the device says that the network is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener("online", done);
  });
}
