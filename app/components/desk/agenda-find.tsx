import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { FormEvent } from "react";
import { candidatesText as text } from "#app/text/issue-list.ts";
import styles from "./agenda.module.css";

/** The form that looks for issues; a form cannot stand in another, so its fields name it. */
const FORM = "find-issues";

/** What is looked for, what of it is listed, and how many issues wait in all. */
export type Looked = { find: string; shown: number; waiting: number };

/** A field to look for issues that are not among those proposed; nothing where all are there. May stand within another form. */
export function AgendaFind({ find, shown, waiting }: Looked) {
  if (find === "" && shown >= waiting) return null;
  return (
    <div className={styles.find}>
      <TextInput
        form={FORM}
        name="find"
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        maxLength={100}
        defaultValue={find}
        key={find}
      />
      <Button type="submit" form={FORM} variant="default">
        {text.button}
      </Button>
      <span role="status">{find === "" ? text.most(shown, waiting) : text.found(find, shown)}</span>
    </div>
  );
}

/** The form of `AgendaFind`, outside every other. `keep`: what the address says besides; `ticked`: what it says is ticked. */
export function AgendaFindForm({ keep, ticked }: { keep: Record<string, string>; ticked: string[] }) {
  return (
    <Form id={FORM} method="get" role="search" preventScrollReset onSubmit={takeTicksAlong}>
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <input key={ticked.join()} type="hidden" name="add" defaultValue={ticked.join()} />
    </Form>
  );
}

/** What is ticked on the page goes along in the address, so that it is ticked on the next too. */
function takeTicksAlong({ currentTarget }: FormEvent<HTMLFormElement>): void {
  const ticked = document.querySelectorAll<HTMLInputElement>("input[name^='issue-']:checked");
  const field = currentTarget.elements.namedItem("add");
  if (field instanceof HTMLInputElement) field.value = [...ticked].map((box) => box.name.slice("issue-".length)).join();
}
