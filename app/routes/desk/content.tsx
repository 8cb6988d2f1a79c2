import { isRouteErrorResponse, Outlet, useLocation, useNavigation, useParams, useRouteError } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { LostPage } from "#app/components/desk/lost-page.tsx";
import { isTrialCode } from "#app/domain/meeting/trial-code.ts";
import { rootText } from "#app/text/root.ts";
import { trialBandText } from "#app/text/trial-band.ts";

/** Stands between the frame and its pages, so that a page that cannot be shown leaves the frame in place. */
export default function DeskContent() {
  useFocusOnArrival();
  return <Outlet />;
}

/** A link or a form that is gone with its page had the focus: the keyboard goes on at the beginning of the new page. */
function useFocusOnArrival(): void {
  const { state, formMethod } = useNavigation();
  const { pathname } = useLocation();
  const before = useRef({ pathname, posted: false });
  useEffect(() => {
    if (state !== "idle") {
      before.current.posted ||= formMethod !== undefined && formMethod !== "GET";
      return;
    }
    const arrived = before.current.posted || before.current.pathname !== pathname;
    before.current = { pathname, posted: false };
    if (arrived && document.activeElement === document.body)
      document.getElementById("content")?.focus({ preventScroll: true });
  }, [state, formMethod, pathname]);
}

export function ErrorBoundary() {
  const error = useRouteError();
  const over = isTrialCode(useParams().code ?? "") && isRouteErrorResponse(error) && error.status === 404;
  if (over) return <LostPage status={404} message={trialBandText.over} />;
  if (!isRouteErrorResponse(error)) return <LostPage status={500} message={rootText.crashed} />;
  const sentence = typeof error.data?.message === "string" ? error.data.message : rootText.crashed;
  return <LostPage status={error.status} message={sentence} />;
}
