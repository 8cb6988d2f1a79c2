import { useEffect, useState } from "react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { documentPageText as text } from "#app/text/document-page.ts";
import styles from "./document.module.css";

type NamedFont = { name: string; instead: string };

/** Other names under which computers know the fonts that are no part of the system. */
const ALSO: Record<string, string[]> = {
  方正小标宋简体: ["FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"],
  仿宋_GB2312: ["FangSong_GB2312"],
  楷体_GB2312: ["KaiTi_GB2312"],
  黑体: ["SimHei"],
  宋体: ["SimSun"],
};

/** Which fonts the papers name, what is shown where one is missing, and which this computer has as far as the browser can tell. */
export function FontNote({ fonts }: { fonts: NamedFont[] }) {
  const found = useInstalled(fonts);
  return (
    <details className={styles.fonts}>
      <summary>
        {text.fontsTitle}
        {found && <Verdict missing={fonts.filter(({ name }) => found[name] === false)} />}
      </summary>
      <p className={styles.hint}>{text.fontsLead}</p>
      <DataTable caption={text.fontsTitle} head={text.fontsHead}>
        {fonts.map(({ name, instead }, index) => (
          <tr key={name}>
            <td>{text.fontUses[index]}</td>
            <td>{name}</td>
            <td>{text.fontNames[instead] ?? instead}</td>
            <td>{stateOf(found?.[name])}</td>
          </tr>
        ))}
      </DataTable>
      <p className={styles.hint}>{text.fontsCheck}</p>
    </details>
  );
}

function Verdict({ missing }: { missing: NamedFont[] }) {
  if (missing.length === 0) return <span className={styles.fontsVerdict}>{text.fontsAll}</span>;
  return <span className={styles.fontsVerdict}>{text.fontsLacking(missing.map(({ name }) => name).join("、"))}</span>;
}

function stateOf(installed: boolean | undefined): string {
  if (installed === undefined) return text.fontUnknown;
  return installed ? text.fontFound : text.fontMissing;
}

/** A font is there when the browser can load it from the computer; null until it was asked, or where it cannot be. */
function useInstalled(fonts: NamedFont[]): Record<string, boolean> | null {
  const [found, setFound] = useState<Record<string, boolean> | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async ({ name }: NamedFont) => [name, await canLoad([name, ...(ALSO[name] ?? [])])] as const;
    Promise.all(fonts.map(ask)).then((answers) => {
      if (!gone) setFound(Object.fromEntries(answers));
    });
    return () => {
      gone = true;
    };
  }, [fonts]);
  return found;
}

async function canLoad(names: string[]): Promise<boolean> {
  const source = names.map((name) => `local("${name}")`).join(", ");
  return new FontFace("yuanzhuo-probe", source).load().then(
    () => true,
    () => false,
  );
}
