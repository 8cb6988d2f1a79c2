import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** Programs built beside the Remix server, sharing its modules: build/server/<name>.js. */
const programs = {
  main: "app/server/main.ts",
  demo: "app/server/demo.ts",
  verify: "app/server/verify.ts",
  bench: "app/server/bench.ts",
  "typeset-worker": "app/server/typeset-worker.ts",
};

function serverPrograms(): Plugin {
  return {
    name: "server-programs",
    enforce: "post",
    config: (config, { isSsrBuild }) =>
      isSsrBuild
        ? {
            build: {
              target: "node20",
              rollupOptions: {
                input: { index: String(config.build?.rollupOptions?.input), ...programs },
                output: { entryFileNames: "[name].js" },
              },
            },
          }
        : {
            build: {
              // Old phones and WebViews; costs some 70 bytes.
              target: ["es2019", "chrome71", "safari14"],
              rollupOptions: { output: { manualChunks: phoneChunk, onlyExplicitManualChunks: true } },
            },
          },
  };
}

/**
 * What residents' phones show is one file, not eight: fewer requests over a hall's Wi-Fi, and 1.3 KB less, since it is compressed as one.
 * What phones share with the desk and the screen is left where it is, or those would load the phones' part too.
 */
function phoneChunk(id: string): string | undefined {
  const phone = /\/app\/(text\/phone\.ts|components\/phone\/(?!assist\/))/;
  return phone.test(id) ? "phone" : undefined;
}

export default defineConfig({
  plugins: [remix(remixConfig), serverPrograms()],
  // In development Vite looks through the loaders for packages to prepare for the browser; this one never goes there.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  ssr: { noExternal: [/^@mantine\//, /^@dnd-kit\//] },
});
