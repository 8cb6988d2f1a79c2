import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SourceTag } from "#app/components/desk/checklist.tsx";
import { DataTable } from "#app/components/desk/data-table.tsx";
import styles from "#app/components/desk/method.module.css";
import { MethodCard } from "#app/components/desk/method-card.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { methodsWithSeats, ruleList } from "#app/queries/method-list.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";
import { fractionWords, methodText as text } from "#app/text/methods.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

export async function loader(asked: LoaderFunctionArgs) {
  await requireStaff(asked);
  return { methods: methodsWithSeats(), rules: ruleList() };
}

export default function Methods() {
  const { methods, rules } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      {methods.map((method) => (
        <MethodCard key={method.id} method={method} />
      ))}
      <Section title={text.rules} hint={text.rulesHint}>
        <div className={styles.rules}>
          <DataTable caption={text.rules} head={text.ruleColumns}>
            {rules.map((rule) => (
              <tr key={rule.id}>
                <td>{rule.name}</td>
                <td>{rule.quorum ? fractionWords(rule.quorum) : text.noQuorum}</td>
                <td>{fractionWords(rule.pass)}</td>
                <td>
                  <SourceTag source={rule.source} />
                </td>
              </tr>
            ))}
          </DataTable>
        </div>
      </Section>
    </>
  );
}
