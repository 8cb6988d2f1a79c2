import type { ProxyTerms } from "#app/domain/rule/types.ts";
import { proxyWords } from "#app/text/proxy.ts";
import { SourceTag } from "./checklist.tsx";

type Props = {
  terms: ProxyTerms;
  className?: string | undefined /** The words stand elsewhere: only who says so. */;
  bare?: boolean;
};

/** What a rule says of 委托 and who says so; apart from it what we add, under our own name. */
export function ProxyRule({ terms, className, bare = false }: Props) {
  const { said, added } = proxyWords(terms);
  return (
    <>
      <p className={className}>
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
