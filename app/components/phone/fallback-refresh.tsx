import { useContext, useEffect } from "react";
import { NonceContext } from "#app/components/shared/nonce.ts";

const SECONDS = 8;

/** Set once the page is alive; the script below looks at it. */
declare global {
  interface Window {
    yzAlive?: boolean;
  }
}

const reload = `setTimeout(function(){if(!window.yzAlive)location.reload()},${SECONDS * 2000})`;

/**
 * Keeps a waiting page current where the live line cannot: by a meta refresh without JavaScript, and by a plain old script
 * in WebViews that run scripts but not ours (no modules, or too old for them).
 */
export function FallbackRefresh() {
  const nonce = useContext(NonceContext);
  useEffect(() => {
    window.yzAlive = true;
  }, []);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(SECONDS)} />
      </noscript>
      <script
        nonce={nonce}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
        dangerouslySetInnerHTML={{ __html: reload }}
      />
    </>
  );
}
