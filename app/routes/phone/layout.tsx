import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useLocation,
  useMatches,
  useParams,
  useRouteError,
} from "@remix-run/react";
import { useState } from "react";
import styles from "#app/components/phone/phone.module.css";
import { type TextSize, TextSizeForm, textSizeIn } from "#app/components/phone/text-size.tsx";
import { TrialBand } from "#app/components/shared/trial-band.tsx";
import { isTrialCode } from "#app/domain/meeting/trial-code.ts";
import { phoneText } from "#app/text/phone.ts";
import { trialBandText } from "#app/text/trial-band.ts";
import { phonePaths } from "./frame.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  return { size: textSizeIn(request.headers.get("Cookie")), action: phonePaths(params.code ?? "").textSize };
}

/** The ground of all phone pages: base text size as kept on the device, and the buttons that change it. */
export default function PhoneLayout() {
  const { size: kept, action } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const rehearsed = isTrialCode(useParams().code ?? "");
  const [size, setSize] = useState<TextSize>(kept);
  const wide = useMatches().some(({ handle }) => (handle as { wide?: boolean } | undefined)?.wide === true);
  return (
    <div className={styles.ground} data-size={size} data-wide={wide}>
      {rehearsed && <TrialBand face="phone" />}
      <Outlet />
      <TextSizeForm size={size} action={action} back={pathname + search} onSize={setSize} />
    </div>
  );
}

/** Wrong codes and refusals, in the phone's own size. */
export function ErrorBoundary() {
  const error = useRouteError();
  const over = isTrialCode(useParams().code ?? "");
  const known = isRouteErrorResponse(error) && typeof error.data?.message === "string" ? error.data.message : null;
  return (
    <div className={styles.ground}>
      <main className={styles.main}>
        <h1 className={styles.title}>{over ? trialBandText.overTitle : phoneText.error.heading}</h1>
        <p>{over ? trialBandText.over : (known ?? phoneText.error.unknown)}</p>
        <p>{over ? trialBandText.overHint : phoneText.error.ask}</p>
      </main>
    </div>
  );
}
