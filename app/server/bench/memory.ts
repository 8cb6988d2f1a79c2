import type { Child } from "./child.ts";
import type { Place } from "./measures.ts";
import { connectPhones, hangUp, round } from "./phones.ts";
import { residentKb } from "./process.ts";

/**
 * Resident memory of a server that has just started, by phone that comes on the line, in KB; what the server needs for the first phone is in it
 * too. Beside it the same of the bare echo.
 */
export async function measureMemory({ server, echo }: Place, keys: string[]) {
  const ours = await growth(
    server,
    keys.map((key) => ({ key })),
  );
  const theirs = await growth(
    echo,
    keys.map(() => ({})),
  );
  return { bench: "memory", phones: keys.length, kb_per_phone: ours, echo_kb_per_phone: theirs };
}

async function growth(child: Child, handshakes: Record<string, string>[]): Promise<number | null> {
  const before = residentKb(child);
  const phones = await connectPhones(child.url, handshakes);
  const after = residentKb(child);
  hangUp(phones);
  return before === null || after === null ? null : round((after - before) / handshakes.length);
}
