import { Button } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { MethodCard } from "#app/components/desk/method-card.tsx";
import { MethodFilter } from "#app/components/desk/method-filter.tsx";
import styles from "#app/components/desk/method-gallery.module.css";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { RulesTable } from "#app/components/desk/rules-table.tsx";
import { METHOD_FAMILIES } from "#app/domain/method/vocabulary.ts";
import { type Gallery, methodGallery } from "#app/queries/method-gallery.ts";
import { ruleList } from "#app/queries/method-list.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";
import { methodText } from "#app/text/methods.ts";
import { rulesText } from "#app/text/rules.ts";

const text = methodText.gallery;

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(methodText.title) }];

const asked = z.object({
  family: z.enum(["", ...METHOD_FAMILIES]).catch(""),
  q: z.string().max(100).catch(""),
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args);
  const { searchParams } = new URL(args.request.url);
  const { family, q } = asked.parse(Object.fromEntries(searchParams));
  const view = { family, text: q.trim() };
  return { gallery: await methodGallery(args.context.house, actor, view), rules: ruleList(), view };
}

export default function Methods() {
  const { gallery, rules, view } = useLoaderData<typeof loader>();
  const { groups, families, found } = gallery;
  const filtered = view.text !== "" || view.family !== "";
  return (
    <>
      <PageHeader title={methodText.title} lead={methodText.lead}>
        <a href="#rules">{text.toRules}</a>
        <Button component={Link} to="/desk/methods/own" variant="default">
          {text.write}
        </Button>
      </PageHeader>
      <MethodFilter view={view} families={families} found={filtered ? found : null} />
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      {found === 0 && (
        <EmptyState title={text.noneFound} hint={text.noneFoundHint}>
          <Button component={Link} to="/desk/methods" variant="default">
            {text.clear}
          </Button>
        </EmptyState>
      )}
      <div id="rules">
        <Section title={methodText.rules} hint={methodText.rulesHint}>
          <p className={styles.toCalculator}>
            <Link to="/desk/rules">{rulesText.toCalculator}</Link>
          </p>
          <RulesTable rules={rules} />
        </Section>
      </div>
    </>
  );
}

function Group({ group: { id, cards } }: { group: Gallery["groups"][number] }) {
  const own = id === "own";
  return (
    <section className={styles.group} aria-labelledby={`group-${id}`}>
      <div className={styles.groupHead}>
        <h2 className={styles.groupName} id={`group-${id}`}>
          {own ? text.own : methodText.families[id]}
        </h2>
        {!own && <p className={styles.groupHint}>{text.familyHints[id]}</p>}
      </div>
      <ul className={styles.cards}>
        {cards.map((card) => (
          <MethodCard key={card.id} method={card} showFamily={own} />
        ))}
      </ul>
    </section>
  );
}
