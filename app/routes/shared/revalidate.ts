import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** Refusals leave a page's data as it was read; a stale one (409) must show what is true now. Export as `shouldRevalidate`. */
export function revalidateWhenStale({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}
