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

/** Of socket.io's ways to connect, the one that no page asks for: every phone would load it. */
function withoutWebTransport(): Plugin {
  return {
    name: "without-web-transport",
    enforce: "pre",
    load: (id) => (/\/engine\.io-client\/.*\/webtransport\.js/.test(id) ? "export class WT {}" : undefined),
  };
}

/**
 * What residents' phones show is one file, not eight: fewer requests over a hall's Wi-Fi, and 1.3 KB less, since it is compressed as one.
 * What phones share with the desk and the screen is left where it is, or those would load the phones' part too: but for the
 * small modules that nearly every page loads anyway, which would be ten files of some hundred bytes.
 */
function phoneChunk(id: string): string | undefined {
  const phone = /\/app\/(text\/phone\.ts|components\/phone\/(?!assist\/))/;
  return phone.test(id) ? "phone" : COMMON.test(id) ? "common" : FRAMEWORK.test(id) ? "framework" : undefined;
}

/** What starts every page; by itself React would be a file beside it. */
const FRAMEWORK =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/(react|router|server-runtime))\/|commonjsHelpers/;

const COMMON = new RegExp(
  [
    "/app/components/shared/(nonce|trial-band|use-trial-end)\\.",
    "/app/text/(root|terms|trial-band)\\.",
    "/app/domain/(meeting/(trial-code|states)|owners/area|calendar/(day|chinese-date))\\.",
  ].join("|"),
);

export default defineConfig({
  plugins: [remix(remixConfig), serverPrograms(), withoutWebTransport()],
  // In development Vite looks through the loaders for packages to prepare for the browser; this one never goes there.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  ssr: { noExternal: [/^@mantine\//, /^@dnd-kit\//] },
});
