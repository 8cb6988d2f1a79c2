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
        : // Old phones and WebViews; costs some 70 bytes.
          { build: { target: ["es2019", "chrome71", "safari14"] } },
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), serverPrograms()],
  // In development Vite looks through the loaders for packages to prepare for the browser; this one never goes there.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  ssr: { noExternal: [/^@mantine\//, /^@dnd-kit\//] },
});
