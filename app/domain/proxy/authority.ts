/** Eighteen digits in a row, the last perhaps an X: an ID number, or a bank card's and as little our business. */
const LONG_NUMBER = /\d{17}[\dx]/i;
/** The same broken up by blanks or hyphens: region, day of birth, and four more. */
const ID_NUMBER = /[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dx]/i;
const MOBILE_NUMBER = /(^|\D)1[3-9]\d{9}(?!\d)/;

export type AuthorityProblem = "authority-missing" | "id-number" | "phone-number";

/**
 * What is wrong with the words on a written authority 委托书, or null. They go into the journal and onto the attendance sheet, where they stay:
 * ID numbers and mobile numbers must not be among them, in full-width digits neither.
 */
export function authorityProblem(words: string): AuthorityProblem | null {
  const plain = words.normalize("NFKC");
  if (plain.trim() === "") return "authority-missing";
  if (LONG_NUMBER.test(plain) || ID_NUMBER.test(plain.replace(/[\s\-–—]/g, ""))) return "id-number";
  return MOBILE_NUMBER.test(plain) ? "phone-number" : null;
}
