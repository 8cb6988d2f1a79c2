import { NativeSelect } from "@mantine/core";
import { Link } from "@remix-run/react";
import filterStyles from "#app/components/desk/list-filter.module.css";
import { FilterChip, FilterChips, ListSearch, useSubmitLater } from "#app/components/desk/list-filter.tsx";
import { DOCUMENT_STATES, type DocumentState } from "#app/domain/document/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./register.module.css";
import { EVERYTHING, isNarrowed, type RegisterView, registerPath } from "./register-view.ts";

type Choices = {
  all: number;
  states: Record<DocumentState, number>;
  genres: { id: string; name: string; n: number }[];
};
type Props = { view: RegisterView; choices: Choices; found: number };

/** Search as one types, genre, audience and state as ways to narrow the register. On paper, the conditions in words. */
export function RegisterFilter({ view, choices, found }: Props) {
  const submitLater = useSubmitLater();
  const { genres, states } = choices;
  const select = (name: "genre" | "audience", label: string, data: { value: string; label: string }[]) => (
    <NativeSelect
      key={`${name} ${view[name]}`}
      className={filterStyles.choose}
      name={name}
      aria-label={label}
      defaultValue={view[name]}
      data={data}
      onChange={(event) => submitLater(event.currentTarget.form, 0)}
    />
  );
  return (
    <>
      <div className={filterStyles.filter}>
        <ListSearch
          action="/desk/documents/register"
          words={text}
          value={view.text}
          kept={{ state: view.state || null }}
        >
          {select("genre", text.genre, [
            { value: "", label: text.allGenres },
            ...genres.map(({ id, name, n }) => ({ value: id, label: text.genreCount(name, n) })),
          ])}
          {select(
            "audience",
            text.audienceLabel,
            (["", "public", "internal"] as const).map((value) => ({ value, label: text.audiences[value] })),
          )}
        </ListSearch>
        <div className={filterStyles.narrowing}>
          <FilterChips label={text.byState}>
            <FilterChip
              to={registerPath({ ...view, state: "" })}
              here={view.state === ""}
              name={text.allStates}
              count={choices.all}
            />
            {DOCUMENT_STATES.map((state) => (
              <FilterChip
                key={state}
                to={registerPath({ ...view, state })}
                here={view.state === state}
                name={text.states[state]}
                count={states[state]}
              />
            ))}
          </FilterChips>
          <p role="status">
            {isNarrowed(view) && (
              <>
                {text.found(found)} <Link to={registerPath(EVERYTHING)}>{text.clear}</Link>
              </>
            )}
          </p>
        </div>
      </div>
      {isNarrowed(view) && <p className={styles.printed}>{text.conditions(inWords(view, genres))}</p>}
    </>
  );
}

function inWords(view: RegisterView, genres: Choices["genres"]): string[] {
  return [
    view.state && text.states[view.state],
    genres.find(({ id }) => id === view.genre)?.name ?? "",
    view.audience && text.audiences[view.audience],
    view.text && text.words(view.text),
  ].filter((part) => part !== "");
}
