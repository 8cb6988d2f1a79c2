import { methodEditorText } from "#app/text/method-editor.ts";
import { methodText } from "#app/text/methods.ts";
import type { Draft, Stage } from "./draft.ts";

const text = methodEditorText.stale;

export type Difference = { readonly label: string; readonly theirs: string; readonly mine: string };

const names = (items: readonly { name: string }[]) => items.map((item) => item.name).join("、") || text.none;

/** Where two drafts of a method differ, part by part, each said in few words: its head, its seats, its order, each of its stages. */
export function draftDifferences(theirs: Draft, mine: Draft): Difference[] {
  const { head, parts } = methodEditorText;
  const of = (label: string, words: (draft: Draft) => string): Difference => ({
    label,
    theirs: words(theirs),
    mine: words(mine),
  });
  const plain = [
    of(head.name, (draft) => draft.name),
    of(head.family, (draft) => methodText.families[draft.family]),
    of(head.summary, (draft) => draft.summary),
    of(head.note, (draft) => draft.note ?? text.none),
    of(head.voting, (draft) => head.votings[draft.voting]),
    of(parts.seats, (draft) => names(draft.seats)),
    of(parts.stages, (draft) => names(draft.stages.filter((stage) => !stage.final))),
    of(parts.ends, (draft) => names(draft.stages.filter((stage) => stage.final))),
  ].filter((each) => each.theirs !== each.mine);
  const ids = [...new Set([...mine.stages, ...theirs.stages].map((stage) => stage.id))];
  return [...plain, ...ids.flatMap((id) => stageDifference(id, theirs, mine) ?? [])];
}

function stageDifference(id: string, theirs: Draft, mine: Draft): Difference | null {
  const [there, here] = [theirs, mine].map((draft) => draft.stages.find((stage) => stage.id === id));
  if (JSON.stringify(there) === JSON.stringify(here)) return null;
  const label = methodEditorText.faults.inStage(here?.name || there?.name || id);
  return { label, theirs: stageWords(theirs, there), mine: stageWords(mine, here) };
}

function stageWords(draft: Draft, stage: Stage | undefined): string {
  if (!stage) return text.none;
  const asked = [...stage.gate, ...stage.exits.flatMap((exit) => exit.gate ?? [])];
  const to = stage.exits.map((exit) => draft.stages.find((each) => each.id === exit.to)?.name ?? exit.to);
  const words = [
    stage.name,
    stage.who,
    stage.deadline?.text,
    text.steps(asked.length),
    ...asked.map((line) => line.text),
  ];
  const ways = to.length > 0 ? [methodEditorText.stage.next(to)] : [];
  return [...words, ...ways].filter(Boolean).join(" · ");
}
