import { useEffect } from "react";
import { isTrialCode } from "#app/domain/meeting/trial-code.ts";
import type { Connection } from "./live-state.ts";

/** When the line of a rehearsal is refused, the rehearsal is over: read again, the page says so. */
export function useTrialEnd(code: string, connection: Connection): void {
  const over = connection === "refused" && isTrialCode(code);
  useEffect(() => {
    if (over) window.location.reload();
  }, [over]);
}
