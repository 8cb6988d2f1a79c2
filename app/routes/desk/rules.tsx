import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { askedIn } from "#app/components/desk/threshold/address.ts";
import { Calculator } from "#app/components/desk/threshold/calculator.tsx";
import { RULES } from "#app/domain/rule/presets.ts";
import { requireThreshold } from "#app/domain/rule/shares.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { rulesText as text } from "#app/text/rules.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

/** 门槛计算器: nothing is read but the address, and nothing is kept. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args);
  const asked = askedIn(new URL(args.request.url).searchParams, RULES[0]?.id ?? "");
  return pageAnswer(async () => {
    requireThreshold(asked.rule);
    return { asked };
  });
}

export default function Rules() {
  const { asked } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Calculator asked={asked} />
    </>
  );
}
