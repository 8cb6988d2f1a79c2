import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { LostPage } from "#app/components/desk/lost-page.tsx";
import { rootText } from "#app/text/root.ts";

/** Stands between the frame and its pages, so that a page that cannot be shown leaves the frame in place. */
export default function DeskContent() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <LostPage status={500} message={rootText.crashed} />;
  const sentence = typeof error.data?.message === "string" ? error.data.message : rootText.crashed;
  return <LostPage status={error.status} message={sentence} />;
}
