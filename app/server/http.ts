import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type RequestHandler } from "express";
import type { Houses } from "#app/house.ts";
import { boundBodies, lastResort, refuseOddHosts } from "./bounds.ts";
import { drained } from "./drained.ts";
import { log } from "./log.ts";
import { refuseForeignOrigin, securityHeaders } from "./security.ts";
import { keepTrialsInside, trialCodeIn } from "./trial-path.ts";

export type HttpOptions = {
  houses: Houses;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the client's files: the built folder, or Vite's middleware in development. */
  assets: RequestHandler;
};

/** The express application: headers, origin check, files, then Remix for every page and API route. */
export function createHttp({ houses, build, assets }: HttpOptions): express.Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(refuseOddHosts);
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    next();
  });
  app.use(securityHeaders(houses.real.config.secure));
  app.use(logRequests);
  app.use(refuseForeignOrigin(houses.real.config.publicUrl));
  app.use(keepTrialsInside);
  app.use(boundBodies);
  app.use(compression());
  app.use(assets);
  app.use(
    createRequestHandler({
      build,
      mode: process.env.NODE_ENV,
      getLoadContext: ({ originalUrl }, response) => ({
        house: houses.of(trialCodeIn(originalUrl)),
        nonce: response.locals.nonce,
        drained: () => drained(response),
      }),
    }),
  );
  app.use(lastResort);
  return app;
}

/** The built client: hashed files for a year, the rest for an hour. */
export function builtAssets(root: string): RequestHandler {
  const router = express.Router();
  const folder = join(root, "build/client");
  router.use("/assets", express.static(join(folder, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  router.use(express.static(folder, { maxAge: "1h", index: false }));
  return router;
}

const logRequests: RequestHandler = (request, response, next) => {
  const started = performance.now();
  response.on("finish", () => {
    // Path only: query strings carry personal tokens.
    const line = { method: request.method, path: request.path, status: response.statusCode };
    const ms = Math.round(performance.now() - started);
    if (response.statusCode >= 500) log.error({ ...line, ms }, "request failed");
    else log.debug({ ...line, ms }, "request");
  });
  next();
};
