/// <reference types="vite/client" />
import type { House } from "./house.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    house: House;
    nonce: string;
  }
}
declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
