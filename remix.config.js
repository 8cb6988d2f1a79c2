/** The one place for Remix options; vite.config.ts passes them to the plugin. @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  serverBuildFile: "index.js",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
  },
};
