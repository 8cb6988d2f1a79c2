import type { MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { NonceContext } from "#app/components/shared/nonce.ts";
import { rootText } from "#app/text/root.ts";
import "#app/components/shared/base.css";

export const meta: MetaFunction = () => [{ title: rootText.product }];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  return (
    <html lang="zh-CN" data-mantine-color-scheme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** The page of last resort: says what happened in one sentence, never how. */
export function ErrorBoundary() {
  const error = useRouteError();
  const known = isRouteErrorResponse(error);
  const sentence = known && typeof error.data?.message === "string" ? error.data.message : rootText.crashed;
  return (
    <main className="notice-page">
      <p className="notice-code">{known ? error.status : 500}</p>
      <h1>{known && error.status === 404 ? rootText.notFoundTitle : rootText.crashedTitle}</h1>
      <p>{sentence}</p>
      <p>
        <a className="notice-link" href="/">
          {rootText.backHome}
        </a>
      </p>
    </main>
  );
}
