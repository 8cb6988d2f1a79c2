import { afterAll, afterEach, beforeEach } from "vitest";

/** Silence is tested: whatever is written to the console during a test, and not expected by it, fails it. */

const methods = ["log", "warn", "error", "info", "debug"] as const;
type Method = (typeof methods)[number];
type Expectation = { method: Method; pattern: RegExp };

let written: { method: Method; text: string; stack: string }[] = [];
let expected: Expectation[] = [];

/**
 * Tells that this test writes to the console: at least one message of `method` that matches `pattern`. Every matching message is
 * then in order; the test fails if there is none. May be called before or after the message.
 */
export function expectConsole(method: Method, pattern: RegExp): void {
  expected.push({ method, pattern });
}

for (const method of methods) {
  console[method] = (...parts: unknown[]) => {
    const text = parts.map((part) => (part instanceof Error ? String(part.stack) : String(part))).join(" ");
    written.push({ method, text, stack: String(new Error().stack).split("\n").slice(2, 5).join("\n") });
  };
}

function matches(message: { method: Method; text: string }, expectation: Expectation): boolean {
  return message.method === expectation.method && message.text.search(expectation.pattern) >= 0;
}

/** Throws for messages nobody expected and for expected messages that never came, and starts afresh. */
function settle(): void {
  const messages = written;
  const expectations = expected;
  written = [];
  expected = [];
  const unexpected = messages.filter((message) => !expectations.some((expectation) => matches(message, expectation)));
  const missing = expectations.filter((expectation) => !messages.some((message) => matches(message, expectation)));
  const complaints = [
    ...unexpected.map(({ method, text, stack }) => `unexpected console.${method}: ${text}\n${stack}`),
    ...missing.map(({ method, pattern }) => `console.${method} was expected to write ${pattern}, and did not`),
  ];
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
}

// What a file writes while it loads belongs to no test, and is reported by the first.
beforeEach(() => {
  expected = [];
});
afterEach(settle);
afterAll(settle);
