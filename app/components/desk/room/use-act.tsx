import { useFetcher } from "@remix-run/react";
import { createContext, useContext } from "react";
import { useFocusAfter } from "./focus-after.ts";
import styles from "./room.module.css";

/** What the page's action answers to a refused form. */
export type RefusedAct = {
  ok: false;
  error: string;
  message: string;
  details?: unknown;
  fields: Record<string, string>;
  values: Record<string, string>;
};
export type ActAnswer = { ok: true } | RefusedAct;

/** The answer to a form that was sent as a whole page, where there are no scripts. */
export const PageAnswer = createContext<ActAnswer | undefined>(undefined);

/** One of the page's forms: sent in the background, refused beside itself, working as a plain form too. */
export function useAct(intent: string, mine: (values: Record<string, string>) => boolean = () => true) {
  const fetcher = useFetcher<ActAnswer>();
  const page = useContext(PageAnswer);
  const asPage = page && !page.ok && page.values.intent === intent && mine(page.values) ? page : null;
  const answer = fetcher.data ?? asPage;
  const busy = fetcher.state !== "idle";
  useFocusAfter(intent, busy);
  return {
    Form: fetcher.Form,
    submit: fetcher.submit,
    busy,
    sending: fetcher.formData,
    refused: answer && !answer.ok && !busy ? answer : null,
    done: fetcher.state === "idle" && fetcher.data?.ok === true,
    answer: fetcher.data,
  };
}

/** The sentence of a refusal, beside what was refused. */
export function RefusalLine({ refused }: { refused: RefusedAct | null }) {
  if (!refused) return null;
  const sentences = Object.values(refused.fields);
  return (
    <p className={styles.refusal} role="alert">
      <span aria-hidden="true">✘ </span>
      {sentences.length > 0 ? sentences.join("") : refused.message}
    </p>
  );
}
