import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { type ChangeEvent, useEffect, useRef } from "react";
import { issueListText as text } from "#app/text/issue-list.ts";
import { EVERYTHING, type IssueView, isNarrowed, issueListPath } from "./issue-view.ts";
import styles from "./list-filter.module.css";
import { FilterChip, FilterChips, TYPING_PAUSE, useSubmitLater } from "./list-filter.tsx";

type Choice = { id: string; name: string; issues: number };

export type IssueChoices = {
  states: { all: number; open: number; late: number; settled: number };
  /** False where all run by one. */
  severalMethods: boolean;
  methods: Choice[];
  stages: (Choice & { method: string })[];
  categories: Choice[];
};

type Props = { view: IssueView; choices: IssueChoices; found: number };

/** Search as one types (a plain form without scripts), method, stage and category, and how far things are as ways to narrow the list. */
export function IssueFilter({ view, choices, found }: Props) {
  const { states } = choices;
  return (
    <div className={styles.filter}>
      <FilterForm view={view} choices={choices} />
      <div className={styles.narrowing}>
        <FilterChips label={text.byState}>
          <StateChip view={view} state="" count={states.all} />
          <StateChip view={view} state="open" count={states.open} />
          {(states.late > 0 || view.state === "late") && <StateChip view={view} state="late" count={states.late} />}
          <StateChip view={view} state="settled" count={states.settled} />
        </FilterChips>
        <p role="status">
          {isNarrowed(view) && (
            <>
              {text.found(found)} {found > 0 && <Link to={issueListPath(EVERYTHING)}>{text.clear}</Link>}
            </>
          )}
        </p>
      </div>
    </div>
  );
}

function StateChip({ view, state, count }: { view: IssueView; state: IssueView["state"]; count: number }) {
  const to = issueListPath({ ...view, state });
  return <FilterChip to={to} here={view.state === state} name={text.states[state]} count={count} />;
}

function FilterForm({ view, choices }: Omit<Props, "found">) {
  const submitLater = useSubmitLater();
  const now = (event: ChangeEvent<HTMLSelectElement>) => submitLater(event.currentTarget.form, 0);
  // A stage belongs to its method: with another method chosen it would leave nothing.
  const withoutStage = (event: ChangeEvent<HTMLSelectElement>) => {
    const stage = event.currentTarget.form?.elements.namedItem("stage");
    if (stage instanceof HTMLSelectElement) stage.value = "";
    now(event);
  };
  const { severalMethods, methods, categories } = choices;
  return (
    <Form method="get" action="/desk/issues" className={styles.search} role="search">
      {view.state && <input type="hidden" name="state" value={view.state} />}
      <Words words={view.text} onType={(form) => submitLater(form, TYPING_PAUSE)} />
      {(severalMethods || view.method) && (
        <Choose
          name="method"
          all={text.allMethods}
          data={methods.map(option)}
          value={view.method}
          then={withoutStage}
        />
      )}
      <Choose name="stage" all={text.allStages} data={stageOptions(choices.stages)} value={view.stage} then={now} />
      <Choose name="category" all={text.allCategories} data={categories.map(option)} value={view.category} then={now} />
      <Button type="submit" variant="default">
        {text.button}
      </Button>
    </Form>
  );
}

/** What is typed stays as it is typed; only another address, such as after “back”, puts other words in. */
function Words({ words, onType }: { words: string; onType: (form: HTMLFormElement | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const typing = field.current === document.activeElement;
    if (field.current && !typing) field.current.value = words;
  }, [words]);
  return (
    <TextInput
      ref={field}
      className={styles.searchField}
      name="q"
      type="search"
      aria-label={text.search}
      placeholder={text.searchHint}
      maxLength={100}
      defaultValue={words}
      onChange={(event) => onType(event.currentTarget.form)}
    />
  );
}

type Option = { value: string; label: string };
type Options = (Option | { group: string; items: Option[] })[];
type ChooseProps = {
  name: "method" | "stage" | "category";
  /** What stands for no choice. */
  all: string;
  data: Options;
  value: string;
  then: (event: ChangeEvent<HTMLSelectElement>) => void;
};

function Choose({ name, all, data, value, then }: ChooseProps) {
  const field = useRef<HTMLSelectElement>(null);
  // The browser forgets what was chosen when the choices change their order; a new element would lose the focus.
  useEffect(() => {
    if (field.current) field.current.value = value;
  });
  return (
    <NativeSelect
      ref={field}
      className={styles.choose}
      name={name}
      aria-label={text[name]}
      defaultValue={value}
      data={[{ value: "", label: all }, ...data]}
      onChange={then}
    />
  );
}

const option = ({ id, name, issues }: Choice): Option => ({ value: id, label: text.choice(name, issues) });

/** Under their method's name where there are several methods. */
function stageOptions(stages: IssueChoices["stages"]): Options {
  const methods = [...new Set(stages.map((stage) => stage.method))];
  if (methods.length < 2) return stages.map(option);
  return methods.map((group) => ({ group, items: stages.filter((stage) => stage.method === group).map(option) }));
}
