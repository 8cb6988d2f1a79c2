import type { RequestHandler } from "express";
import helmet from "helmet";

/** Content policy with a nonce per answer. Inline styles stay allowed: the component library sets positions with them. */
export function securityHeaders(secure: boolean): RequestHandler {
  return (request, response, next) => {
    const host = request.headers.host ?? "";
    const script = ["'self'", `'nonce-${response.locals.nonce}'`];
    const development = process.env.NODE_ENV === "development";
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: development ? [...script, "'unsafe-inline'"] : script,
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", "data:", "blob:"],
          fontSrc: ["'self'", "data:"],
          // 'self' does not cover ws: in older WebViews.
          connectSrc: ["'self'", `ws://${host}`, `wss://${host}`, ...(development ? ["ws:"] : [])],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: secure,
      xFrameOptions: { action: "deny" },
      // Not no-referrer: browsers then post plain forms with `Origin: null`, which is refused below.
      referrerPolicy: { policy: "same-origin" },
      crossOriginOpenerPolicy: secure,
      originAgentCluster: secure,
    })(request, response, next);
  };
}

/** True when the page that sent the request is ours. `host` is the Host header. */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.host === host || url.origin === new URL(publicUrl).origin;
}

/**
 * Refuses state-changing requests from other sites. Browsers name their page in Origin (old ones in Referer);
 * a client that names none may act only with a bearer key, which no foreign page can make a browser send.
 */
export function refuseForeignOrigin(publicUrl: string): RequestHandler {
  return ({ method, headers }, response, next) => {
    // Nobody's word but ours: Remix builds URLs from it, and would fail on a made-up one.
    delete headers["x-forwarded-host"];
    if (method === "GET" || method === "HEAD") return next();
    const { origin, host, cookie } = headers;
    const from = origin ?? headers.referer;
    const allowed = from ? isOwnOrigin(from, host, publicUrl) : cookie === undefined;
    // Remix compares Origin with the host once more and knows no PUBLIC_URL: behind a proxy that sends its own Host it would refuse our pages.
    if (allowed && origin) headers["x-forwarded-host"] = new URL(origin).host;
    if (allowed) return next();
    response.status(403).json({ error: "not-allowed", message: "请求来自其他网站，已拒绝。请从本系统的页面操作。" });
  };
}
