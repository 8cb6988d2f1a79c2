import { MantineProvider } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useMatches } from "@remix-run/react";
import "@mantine/core/styles.layer.css";
import { Shell } from "#app/components/desk/shell.tsx";
import { theme } from "#app/components/desk/theme.ts";
import { keepLast } from "#app/components/shared/keep-last.ts";
import { deskFrame } from "#app/queries/desk-frame.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";

/** What a desk page may export as `handle`: `bleed` pages get the whole width and no padding. */
export type DeskHandle = { bleed?: boolean };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.community.name ?? "") },
];

export async function loader(asked: LoaderFunctionArgs) {
  return deskFrame(asked.context.house, await requireStaff(asked));
}

type Frame = Awaited<ReturnType<typeof loader>>;

const kept = keepLast<Frame>(() => "frame");
export const clientLoader = kept.load;

export default function DeskLayout() {
  const frame = kept.useRemembered(useLoaderData<Frame>() as Frame);
  const bleed = useMatches().some((match) => (match.handle as DeskHandle | undefined)?.bleed === true);
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <Shell frame={frame} bleed={bleed}>
        <Outlet />
      </Shell>
    </MantineProvider>
  );
}
