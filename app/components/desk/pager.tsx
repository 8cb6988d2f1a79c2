import { Link, type LinkProps } from "@remix-run/react";
import { pagerText as text } from "#app/text/desk.ts";
import styles from "./pager.module.css";

type Props = { page: number; pages: number /** The address of a page. */; to: (page: number) => LinkProps["to"] };

/** Ways to the other pages of a long list, as links with addresses of their own. Where there is no way, the word stands without a link. */
export function Pager({ page, pages, to }: Props) {
  if (pages === 1) return null;
  const way = (name: string, target: number, rel?: string) =>
    target === page || target < 1 || target > pages ? (
      <span className={styles.none}>{name}</span>
    ) : (
      <Link className={styles.way} to={to(target)} rel={rel} prefetch="intent">
        {name}
      </Link>
    );
  return (
    <nav className={styles.pager} aria-label={text.label}>
      {way(text.first, 1)}
      {way(text.previous, page - 1, "prev")}
      <span className={styles.place} aria-current="page">
        {text.pageOf(page, pages)}
      </span>
      {way(text.next, page + 1, "next")}
      {way(text.last, pages)}
    </nav>
  );
}
