/// <reference types="vite/client" />
import type { House } from "./house.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    house: House;
    nonce: string;
    /** Resolves when the answer's line takes more; without it nobody needs to wait. */
    drained?: () => Promise<void>;
  }
}
declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
