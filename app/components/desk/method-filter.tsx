import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { methodText } from "#app/text/methods.ts";
import styles from "./list-filter.module.css";
import { FilterChip, FilterChips, Found, ListSearch } from "./list-filter.tsx";

const text = methodText.gallery;

type Props = {
  view: { text: string; family: string };
  families: readonly { id: MethodDefinition["family"]; count: number }[];
  /** How many match, when something is asked for. */
  found: number | null;
};

/** Search as one types (a plain form without scripts), and the families as ways to narrow the gallery. */
export function MethodFilter({ view, families, found }: Props) {
  const all = families.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.filter}>
      <ListSearch action="/desk/methods" words={text} value={view.text} kept={{ family: view.family || null }}>
        <Found>{found !== null && text.found(found)}</Found>
      </ListSearch>
      <FilterChips label={text.byFamily}>
        <FamilyChip view={view} family="" name={text.all} count={all} />
        {families.map(({ id, count }) => (
          <FamilyChip key={id} view={view} family={id} name={methodText.families[id]} count={count} />
        ))}
      </FilterChips>
    </div>
  );
}

type Chip = { view: Props["view"]; family: string; name: string; count: number };

function FamilyChip({ view, family, name, count }: Chip) {
  const entries = { family, q: view.text };
  const query = new URLSearchParams(Object.entries(entries).filter(([, value]) => value !== ""));
  const to = { pathname: "/desk/methods", search: query.toString() };
  return <FilterChip to={to} here={view.family === family} name={name} count={count} />;
}
