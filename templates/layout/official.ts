import { community } from "./community.ts";
import type { Layout } from "./layout.ts";

/** 街道公文版, GB/T 9704-2012. */
export const official: Layout = { ...community, id: "official", name: "街道公文版" };
