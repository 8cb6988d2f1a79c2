import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { issueText } from "#app/text/issues.ts";
import styles from "./list-filter.module.css";
import { FilterChip, FilterChips, TYPING_PAUSE, useSubmitLater } from "./list-filter.tsx";

const text = issueText.filter;

export type IssueView = { stage: string; category: string; text: string };

type Props = {
  view: IssueView;
  stages: { id: string; name: string; count: number }[];
  categories: string[];
  counts: { all: number; open: number };
  /** How many match, when something is asked for. */
  found: number | null;
};

/** Search as one types (a plain form without scripts), a category, and the stages as ways to narrow the list. */
export function IssueFilter({ view, stages, categories, counts, found }: Props) {
  const submitLater = useSubmitLater();
  const known =
    categories.includes(view.category) || view.category === "" ? categories : [view.category, ...categories];
  return (
    <div className={styles.filter}>
      <Form method="get" action="/desk/issues" className={styles.search} role="search">
        {view.stage && <input type="hidden" name="stage" value={view.stage} />}
        <TextInput
          className={styles.searchField}
          name="q"
          type="search"
          aria-label={text.search}
          placeholder={text.searchHint}
          defaultValue={view.text}
          onChange={(event) => submitLater(event.currentTarget.form, TYPING_PAUSE)}
        />
        <NativeSelect
          name="category"
          aria-label={text.category}
          defaultValue={view.category}
          data={[{ value: "", label: text.allCategories }, ...known]}
          onChange={(event) => submitLater(event.currentTarget.form, 0)}
        />
        <Button type="submit" variant="default">
          {text.button}
        </Button>
        {found !== null && (
          <span className={styles.found} role="status">
            {text.found(found)}
          </span>
        )}
      </Form>
      <FilterChips label={text.byStage}>
        <StageChip view={view} stage="" name={text.all} count={counts.all} />
        <StageChip view={view} stage="open" name={text.open} count={counts.open} />
        {stages
          .filter((stage) => stage.count > 0 || stage.id === view.stage)
          .map((stage) => (
            <StageChip key={stage.id} view={view} stage={stage.id} name={stage.name} count={stage.count} />
          ))}
      </FilterChips>
    </div>
  );
}

function StageChip({ view, stage, name, count }: { view: IssueView; stage: string; name: string; count: number }) {
  const entries = { stage, category: view.category, q: view.text };
  const query = new URLSearchParams(Object.entries(entries).filter(([, value]) => value !== ""));
  const to = { pathname: "/desk/issues", search: query.toString() };
  return <FilterChip to={to} here={view.stage === stage} name={name} count={count} />;
}
