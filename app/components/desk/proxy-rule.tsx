import type { ProxyTerms } from "#app/domain/rule/types.ts";
import { proxyWords } from "#app/text/proxy.ts";
import { SourceTag } from "./checklist.tsx";

type Props = {
  terms: ProxyTerms;
  className?: string | undefined;
  /** What stands before the words. */
  label?: string;
  /** The words stand elsewhere: only who says so. */
  bare?: boolean;
};

/** What a rule says of 委托 and who says so; apart from it what we add, under our own name. */
export function ProxyRule({ terms, className, label, bare = false }: Props) {
  const { said, added } = proxyWords(terms);
  return (
    <>
      <p className={className}>
        {label && (
          <>
            <b>{label}</b>
            {"　"}
          </>
        )}
        {bare ? null : `${said}。`}
        <SourceTag source={terms.source} />
      </p>
      {terms.allowed && terms.additions && (
        <p className={className}>
          {added}。<SourceTag source={terms.additions.source} />
        </p>
      )}
    </>
  );
}
