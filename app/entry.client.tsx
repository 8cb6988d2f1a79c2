import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

// A reading given up for a newer one is no error. The router knows that; what decodes the router's answers leaves it unheard.
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
});

/**
 * Reads the page's data before React sees the page: until they are read, RemixBrowser throws what to wait for. Were React to wait for it,
 * a key pressed at that moment would have it finish at once, which it cannot, and the page would be dead from then on.
 */
async function readData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (reading) {
    await reading;
  }
}

readData().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  }),
);
