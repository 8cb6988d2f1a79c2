import { DomainError } from "./errors.ts";

/** Refuses what only a community's secretary may do, `not-allowed`: clerks read it. */
export function requireSecretary({ role }: { role: "secretary" | "clerk" }): void {
  if (role !== "secretary") throw new DomainError("not-allowed");
}
