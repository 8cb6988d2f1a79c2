import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import {
  finishActionItem,
  finishInput,
  moveDeadline,
  moveDeadlineInput,
  returnActionItem,
  returnInput,
  type StaleActionItem,
  undoFinish,
  undoFinishInput,
} from "#app/commands/update-action-item.ts";
import styles from "#app/components/desk/action.module.css";
import { ActionList } from "#app/components/desk/action-list.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { FilterChip, FilterChips } from "#app/components/desk/list-filter.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { actionItemList } from "#app/queries/action-item-list.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf } from "#app/routes/shared/answer.ts";
import { actionText as text } from "#app/text/actions.ts";
import { deskText } from "#app/text/desk.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

const FILTERS = ["open", "overdue", "done", "all"] as const;
const shown = z.enum(FILTERS).catch("open");

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const show = shown.parse(new URL(asked.request.url).searchParams.get("show"));
  return { show, ...(await actionItemList(asked.context.house, actor, show)) };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, () => update(asked.context.house, actor, form));
}

/** Does what the form asks; answers the sentence that says so. */
async function update(house: House, actor: Actor, form: FormData): Promise<string> {
  const typed = Object.fromEntries(form);
  switch (form.get("intent")) {
    case "finish":
      await finishActionItem(house, actor, finishInput.parse(typed));
      return text.finished;
    case "move":
      await moveDeadline(house, actor, moveDeadlineInput.parse(typed));
      return text.moved;
    case "return":
      await returnActionItem(house, actor, returnInput.parse(typed));
      return text.returned;
    case "undo":
      await undoFinish(house, actor, undoFinishInput.parse(typed));
      return text.undone;
    default:
      throw new DomainError("malformed");
  }
}

export default function Actions() {
  const { show, lines, counts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const current = refused?.error === "stale" ? (refused.details as unknown as StaleActionItem).current : null;
  return (
    <>
      {answer?.ok && <Notice>{answer.value}</Notice>}
      {refused && (current || refused.values.intent === "undo") && (
        <Notice kind="mind">
          {current
            ? `${text.staleTitle},${text.staleNow(text.states[current.state], formatDay(current.deadline))}`
            : (Object.values(refused.fields)[0] ?? refused.message)}
        </Notice>
      )}
      <PageHeader title={text.title} lead={counts.all > 0 ? text.lead(counts.open, counts.overdue) : undefined} />
      {counts.all === 0 ? (
        <EmptyState title={text.emptyTitle} hint={text.emptyHint} />
      ) : (
        <>
          <FilterChips label={text.filterLabel}>
            {FILTERS.map((filter) => (
              <FilterChip
                key={filter}
                to={filter === "open" ? "/desk/actions" : `/desk/actions?show=${filter}`}
                here={filter === show}
                name={text.filters[filter]}
                count={counts[filter]}
              />
            ))}
          </FilterChips>
          {lines.length === 0 ? (
            <p className={styles.none}>{text.noneOfKind}</p>
          ) : (
            <ActionList items={lines} refused={refused} />
          )}
        </>
      )}
    </>
  );
}
